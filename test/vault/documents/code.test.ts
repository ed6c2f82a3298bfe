import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'
import { be } from '../../support/records.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  await office.as('李保')
}, 120_000)
afterAll(() => office.close())

const parts = {
  begins: 'GB0626-2005',
  version: '1',
  symbol: '青政办发〔2026〕8号',
  sender: '青禾市人民政府办公室',
  addressee: '青禾市疾控示范中心',
  title: '关于开展春季示范检查的通知',
  mark: '机密★5年',
  urgency: '加急',
  madeOn: '20260305',
}
const codeOf = (over: Partial<typeof parts> = {}, end = '^|') => `${Object.values({ ...parts, ...over }).join('^')}${end}`
const read = (text: string) => office.ok('documents.readCode', { text })
const refused = (text: string) => office.no('documents.readCode', { text })

test('F1(1)b the 二维条码 of a paper is read by the layout that ships, as the form takes it', async () => {
  const { version: _version, begins: _begins, ...said } = parts
  expect(await read(codeOf())).toEqual({ fields: { ...said, urgency: 'urgent', madeOn: '2026-03-05' }, unread: [] })
  expect((await read(codeOf({}, '|'))).fields.title).toBe(parts.title)
  expect((await read(codeOf({ mark: '秘密10年' }))).fields.mark).toBe('秘密★10年')
  expect((await read(codeOf({ mark: '机密' }))).fields.mark).toBe('机密')
  expect((await read(codeOf({ mark: '工作秘密' }))).fields.mark).toBe('内部')
})

test('F1(1)b what cannot be read is named and left to the paper; an empty field is no fault', async () => {
  expect(await read(codeOf({ mark: '加密', urgency: '火急', addressee: '', title: '长'.repeat(301) }))).toEqual({
    fields: { symbol: parts.symbol, sender: parts.sender, madeOn: '2026-03-05' },
    unread: ['标题', '密级★期限', '紧急程度'],
  })
})

test.for([
  ['a label of something else', '6901234567892', '不是来文的二维条码'],
  ['another layout', codeOf({ begins: 'GB9999' }), '不是来文的二维条码'],
  ['half a code', codeOf().slice(0, 40), '没有读全'],
  ['too few fields', 'GB0626-2005^1^8号^青禾|', '读出4项'],
  ['too many fields', `${Array.from({ length: 30 }, () => '一').join('^')}`.replace(/^一/, 'GB0626-2005').concat('|'), '读出30项'],
  ['another encoding', codeOf({ title: '\ufffd\ufffd\ufffd' }), '字符编码'],
  ['another encoding read as Latin', codeOf({ title: 'Í¨Öª' }), '字符编码'],
  ['a day that is not', codeOf({ madeOn: '20260230' }), '成文日期不存在'],
  ['a day in another style', codeOf({ madeOn: '2026-03-05' }), '成文日期不存在'],
  ['nothing in it', 'GB0626-2005^1^^^^^^^^|', '没有读出'],
] as const)('F1(1)b × %s: refused in clear words, and nothing is taken of it', async ([_what, text, word]) => {
  const told = await refused(text)
  expect(told).toMatchObject({ code: 'input.format', clause: 'F1(1)b', field: 'text' })
  expect(told.message).toContain(word)
})

test('保密法31 × a level above the workstation: nothing is taken, and it says where to go', async () => {
  const told = await refused(codeOf({ mark: '绝密★30年' }))
  expect(told).toMatchObject({ code: 'rule.forbids', clause: '保密法31' })
  expect(told.message).not.toContain(parts.title)
})

test('F1(1)b × control characters and what is too long do not come in; no title stays in the record', async () => {
  expect(await refused(`${codeOf()}\u001d`)).toMatchObject({ code: 'input.control' })
  expect(await refused(codeOf({ title: '长'.repeat(1000) }))).toMatchObject({ code: 'input.tooLong' })
  await office.as('冯审')
  expect(JSON.stringify(await office.ok('audit.list', { limit: 100 }))).not.toContain('春季')
  await office.as('李保')
})

test('F1(1)b the layout is the 安全保密管理员’s to set, and must be one that can be read by', async () => {
  await be(office, '钱安')
  const { intakeCode } = await office.ok('office.settings', {})
  const change = (over: Partial<typeof intakeCode>) => office.no('office.changeSettings', { intakeCode: { ...intakeCode, ...over } })
  expect(await change({ least: 21 })).toMatchObject({ code: 'input.range', field: 'intakeCode.least' })
  expect(await change({ places: { ...intakeCode.places, copyNo: 3 } })).toMatchObject({ field: 'intakeCode.places' })
  expect(await change({ places: { ...intakeCode.places, copyNo: 21 } })).toMatchObject({ field: 'intakeCode.places' })
  expect(await change({ terminator: '^' })).toMatchObject({ field: 'intakeCode.terminator' })
  expect(await change({ levels: { ...intakeCode.levels, secret: ['机密'] } })).toMatchObject({ field: 'intakeCode.levels' })
  const places = { ...intakeCode.places, title: 2, sender: 1, symbol: 3, addressee: 0, mark: 4, urgency: 0, madeOn: 5, copyNo: 6 }
  const own = { ...intakeCode, begins: undefined, separator: '#', terminator: undefined, least: 6, most: 6, places, days: 'words' as const }
  await office.ok('office.changeSettings', { intakeCode: own })
  await be(office, '李保')
  expect(await read('青禾市委办公室#示范会议纪要#青办〔2026〕3号#秘密★6个月#2026年3月1日#000012')).toEqual({
    fields: {
      sender: '青禾市委办公室',
      title: '示范会议纪要',
      symbol: '青办〔2026〕3号',
      mark: '秘密★6个月',
      madeOn: '2026-03-01',
      copyNo: '000012',
    },
    unread: [],
  })
})
