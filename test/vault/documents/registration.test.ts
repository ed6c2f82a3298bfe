import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
  await office.as('李保')
})
afterEach(() => office.close())

it('F1(1)b register: 机要001 with two numbered copies becomes 密收〔2026〕0001 and two 份 in the box', async () => {
  const registered = await office.ok(
    'documents.register',
    office.incoming({ symbol: '市发〔2026〕8号', listed: 2, counted: 2, copyNos: ['000012', '000013'] }),
  )
  expect(registered.number).toBe('密收〔2026〕0001')
  const { copyList, mark } = await office.ok('documents.get', { document: registered.id })
  expect(copyList.map(({ number, copyNo, state }) => [number, copyNo, state])).toEqual([
    ['密收〔2026〕0001-01', '000012', 'inBox'],
    ['密收〔2026〕0001-02', '000013', 'inBox'],
  ])
  expect(mark).toBe('机密★5年')
})

it('F1(1)b count: one counted against two listed is refused, and only 差异登记 with a note goes through', async () => {
  const refusal = await office.no('documents.register', office.incoming({ listed: 2, counted: 1 }))
  expect(refusal).toMatchObject({ code: 'rule.forbids', clause: 'F1(1)b', field: 'counted' })
  expect(refusal.message).toContain('清点份数不符')
  const noted = await office.ok('documents.register', office.incoming({ listed: 2, counted: 1, discrepancyNote: '缺000013，已电话告知来文机关' }))
  expect(noted.number).toBe('密收〔2026〕0001')
})

it('F1(1)b numbers run without a gap: a refused registration uses none up', async () => {
  await office.ok('documents.register', office.incoming())
  await office.no('documents.register', office.incoming({ level: 'topSecret' }))
  await office.no('documents.register', office.incoming({ scope: [999] }))
  expect((await office.ok('documents.register', office.incoming())).number).toBe('密收〔2026〕0002')
})

it('F1(1)b duplicate: the same 文号 and 份号 is refused with a link; another 份号 is not', async () => {
  const first = await office.ok('documents.register', office.incoming({ symbol: '市发〔2026〕9号', copyNos: ['000001'] }))
  const again = office.incoming({ symbol: '市发〔2026〕9号', copyNos: ['000001'] })
  expect(await office.no('documents.register', again)).toMatchObject({
    code: 'input.duplicate',
    field: 'symbol',
    link: { desk: 'documents', id: first.id, number: first.number },
  })
  await office.ok('documents.register', { ...again, copyNos: ['000002'] })
})

it('F1(1)a only a 保密员 registers, and the attempt of another is on record', async () => {
  const input = office.incoming()
  for (const name of ['王管', '周阅', '郑系', '钱安', '冯审']) {
    await office.as(name)
    expect(await office.no('documents.register', input)).toMatchObject({ code: 'session.role', clause: 'F1(1)a' })
  }
  const { rows } = await office.ok('audit.list', { call: 'documents.register' })
  expect(rows.map(({ actor, outcome }) => [actor, outcome])).toEqual(['冯审', '钱安', '郑系', '周阅', '王管'].map((name) => [name, 'refused']))
})

it('F1(1)d 亲启件: title and level stay closed until the addressee opens it; then the fields open', async () => {
  const envelope = await office.ok('documents.receive', {
    envelopeNo: '机要010',
    sender: '省示范局',
    receivedAt: '2026-03-10T08:50',
    sealIntact: true,
    personalFor: office.id('王管'),
  })
  const { envelope: _inline, ...paper } = office.incoming()
  const input = { ...paper, envelope: { id: envelope.id } }
  expect(await office.no('documents.register', input)).toMatchObject({ clause: 'F1(1)d', field: 'envelope.id' })
  expect(await office.no('documents.openEnvelope', { envelope: envelope.id })).toMatchObject({ clause: 'F1(1)d' })
  await office.as('王管')
  expect(await office.ok('documents.openEnvelope', { envelope: envelope.id, choice: 'register' })).toMatchObject({ state: 'toRegister' })
  await office.as('李保')
  expect((await office.ok('documents.register', input)).number).toBe('密收〔2026〕0001')
})

it('F1(1)c only a 保密员 opens an ordinary envelope', async () => {
  const envelope = await office.ok('documents.receive', {
    envelopeNo: '机要011',
    sender: '省示范局',
    receivedAt: '2026-03-10T08:50',
    sealIntact: true,
  })
  await office.as('周阅')
  expect(await office.no('documents.openEnvelope', { envelope: envelope.id })).toMatchObject({ clause: 'F1(1)c' })
  await office.as('李保')
  expect(await office.ok('documents.openEnvelope', { envelope: envelope.id })).toMatchObject({ state: 'opened' })
  expect(await office.no('documents.openEnvelope', { envelope: envelope.id })).toMatchObject({ code: 'state.forbids' })
})

it('F1(1)d an 亲启件 its addressee retains is never registered', async () => {
  const envelope = await office.ok('documents.receive', {
    envelopeNo: '机要012',
    sender: '省示范局',
    receivedAt: '2026-03-10T08:50',
    sealIntact: true,
    personalFor: office.id('王管'),
  })
  await office.signed('王管', 'documents.openEnvelope', { envelope: envelope.id, choice: 'retain' })
  expect(await office.no('documents.register', { ...office.incoming(), envelope: { id: envelope.id } })).toMatchObject({ clause: 'F1(1)d' })
})

it('保密法20 秘密★15年 is refused, with a basis it goes; unmarked counts as ten years', async () => {
  const refusal = await office.no('documents.register', office.incoming({ level: 'secret', period: { kind: 'years', years: 15 } }))
  expect(refusal).toMatchObject({ clause: '保密法20', field: 'period.basis' })
  expect(refusal.message).toContain('秘密级不超过十年')
  await office.ok(
    'documents.register',
    office.incoming({ level: 'secret', period: { kind: 'years', years: 15, basis: '示范工作国家秘密范围第3条' } }),
  )
  for (const period of [{ kind: 'unmarked' } as const, undefined])
    expect(await office.ok('documents.register', office.incoming({ level: 'secret', period }))).toMatchObject({
      unmarked: true,
      expiresOn: '2036-03-05',
    })
})

it('保密法31 a level above the workstation is refused and nothing is stored but the attempt', async () => {
  const title = '绝不能出现在记录里的标题'
  const refusal = await office.no('documents.register', office.incoming({ level: 'topSecret', title }))
  expect(refusal).toMatchObject({ clause: '保密法31', field: 'level' })
  expect(refusal.message).toContain('超过本机密级')
  expect((await office.ok('documents.list', {})).total).toBe(0)
  await office.as('冯审')
  expect(JSON.stringify(await office.ok('audit.list', {}))).not.toContain(title)
})

it('保密法22 F1(3)c 内部事项 carries no ★ and no period, in a register of its own', async () => {
  expect(await office.no('documents.register', office.incoming({ level: 'internal' }))).toMatchObject({ clause: '保密法22', field: 'period' })
  const internal = await office.ok('documents.register', office.incoming({ level: 'internal', period: undefined }))
  expect(internal.number).toBe('内收〔2026〕0001')
  expect((await office.ok('documents.get', { document: internal.id })).mark).toBe('内部')
})

it('F1(3)c an internal matter has its own number and no mark of a state secret', async () => {
  const internal = await office.ok('documents.register', office.incoming({ level: 'internal', period: undefined }))
  expect((await office.ok('documents.get', { document: internal.id })).particulars).toMatchObject({ mark: '内部', period: null, expiresOn: null })
})

it('F1(3)a the level changes only on a 变更通知, as a new version beside the old', async () => {
  const { id } = await office.ok('documents.register', office.incoming())
  expect(await office.no('documents.changeLevel', { document: id, level: 'secret', period: { kind: 'years', years: 3 } })).toMatchObject({
    code: 'input.missing',
    field: 'notice',
  })
  expect(await office.no('documents.correct', { document: id, reason: '改密级', changes: { level: 'secret' } })).toMatchObject({
    code: 'input.unknownField',
  })
  const notice = { issuer: '青禾市人民政府办公室', symbol: '青密变〔2026〕1号', date: '2026-03-09' }
  await office.ok('documents.changeLevel', { document: id, level: 'secret', period: { kind: 'years', years: 3 }, notice })
  const { versions, mark } = await office.ok('documents.get', { document: id })
  expect(mark).toBe('秘密★3年')
  expect(versions.map((version) => [version.version, version.cause, version.mark])).toEqual([
    [1, 'registration', '机密★5年'],
    [2, 'levelChange', '秘密★3年'],
  ])
})

it('审计 a correction is a new linked record with its reason; the first version stays as it was', async () => {
  const input = office.incoming({ title: '关于示范工作的通只' })
  const { id } = await office.ok('documents.register', input)
  await office.ok('documents.correct', { document: id, reason: '标题误录', changes: { title: '关于示范工作的通知' } })
  const { versions, title } = await office.ok('documents.get', { document: id })
  expect(title).toBe('关于示范工作的通知')
  expect(versions.map((version) => [version.title, version.reason])).toEqual([
    ['关于示范工作的通只', null],
    ['关于示范工作的通知', '标题误录'],
  ])
  expect((await office.ok('documents.whereIs', { text: '通只' })).rows).toEqual([])
  expect((await office.ok('documents.whereIs', { text: '知' })).rows).toHaveLength(1)
})

it('实施条例19 the period runs from the day of making; 29 February ends on the 28th', async () => {
  const registered = await office.ok('documents.register', office.incoming({ madeOn: '2024-02-29', period: { kind: 'years', years: 5 } }))
  expect(registered.expiresOn).toBe('2029-02-28')
})

it('保密法21 a scope names people of the business side who exist', async () => {
  for (const stranger of [office.id('郑系'), 4711])
    expect(await office.no('documents.register', office.incoming({ scope: [stranger] }))).toMatchObject({ clause: '保密法21', field: 'scope.0' })
})

it('F1(6) 办结 is possible once nothing is out', async () => {
  const { id } = await office.ok('documents.register', office.incoming())
  await office.ok('documents.finish', { document: id, result: '已阅存' })
  expect(await office.no('documents.finish', { document: id, result: '再办' })).toMatchObject({ code: 'state.forbids', clause: 'F1(6)' })
})

const bad: [string, object, string, string][] = [
  ['no title', { title: undefined }, 'input.missing', 'title'],
  ['a title of 301 characters', { title: '长'.repeat(301) }, 'input.tooLong', 'title'],
  ['a title with a control character', { title: '通\u0007知' }, 'input.control', 'title'],
  ['a title with a direction mark', { title: '通\u202e知' }, 'input.control', 'title'],
  ['a number for a title', { title: 7 }, 'input.type', 'title'],
  ['no day of making', { madeOn: '' }, 'input.missing', 'madeOn'],
  ['30 February', { madeOn: '2026-02-30' }, 'input.date', 'madeOn'],
  ['made after it came', { madeOn: '2026-03-11' }, 'input.future', 'madeOn'],
  [
    'received in the future',
    { envelope: { envelopeNo: '机要9', sender: '甲', receivedAt: '2026-03-10T09:01', sealIntact: true } },
    'input.future',
    'envelope.receivedAt',
  ],
  [
    'a broken seal without a word',
    { envelope: { envelopeNo: '机要9', sender: '甲', receivedAt: '2026-03-10T08:00', sealIntact: false } },
    'input.missing',
    'envelope.sealNote',
  ],
  ['no copies', { counted: 0 }, 'input.range', 'counted'],
  ['too few 份号', { listed: 2, counted: 2, copyNos: ['1'] }, 'rule.forbids', 'copyNos'],
  ['the same 份号 twice', { listed: 2, counted: 2, copyNos: ['1', '1'] }, 'input.duplicate', 'copyNos'],
  ['an unknown field', { secretNote: '不该有' }, 'input.unknownField', ''],
  ['an unknown level', { level: 'cosmic' }, 'input.format', 'level'],
]
for (const [name, over, code, field] of bad)
  it(`F1(1)b bad input: ${name} is refused ${code} and stores nothing`, async () => {
    const refusal = await office.no('documents.register', { ...office.incoming(), ...over })
    expect([refusal.code, refusal.field ?? '']).toEqual([code, field])
    expect((await office.ok('documents.list', {})).total).toBe(0)
  })

it('F1(4)a one copy of several is found by its own number, typed with any brackets or its last figures', async () => {
  await office.as('李保')
  await office.ok('documents.register', office.incoming({ listed: 3, counted: 3, title: '关于2026-03工作的通知' }))
  await office.ok('documents.register', office.incoming({ listed: 2, counted: 2 }))
  const found = async (text: string) =>
    (await office.ok('documents.whereIs', { text })).rows.flatMap(({ copies }) => copies.map(({ number }) => number))
  for (const text of ['密收〔2026〕0001-02', '密收[2026]0001-02', '0001-02', '0001－02']) expect(await found(text)).toEqual(['密收〔2026〕0001-02'])
  expect(await found('0001')).toHaveLength(3)
  expect(await found('2026-03')).toContain('密收〔2026〕0001-01')
  const { rows } = await office.ok('circulation.inBox', { text: '密收〔2026〕0002-02' })
  expect(rows.map(({ number }) => number)).toEqual(expect.arrayContaining(['密收〔2026〕0002-01', '密收〔2026〕0002-02']))
})

it('F1(1)d the 送达签收单 is for an 亲启件 alone, says nothing of what lies in it, and shows the addressee’s signature afterwards', async () => {
  await office.as('李保')
  const letter = { sender: '青禾市委办公室', receivedAt: '2026-03-10T08:50', sealIntact: false, sealNote: '封口有折痕' }
  const ordinary = await office.ok('documents.receive', { ...letter, envelopeNo: '机要901' })
  expect(await office.no('paper.delivery', { envelope: ordinary.id })).toMatchObject({ code: 'rule.forbids', clause: 'F1(1)d', field: 'envelope' })
  expect(await office.no('paper.delivery', { envelope: 999 })).toMatchObject({ code: 'input.unknownRecord', field: 'envelope' })
  const personal = await office.ok('documents.receive', { ...letter, envelopeNo: '机要902', personalFor: office.id('王管') })
  const before = await office.ok('paper.delivery', { envelope: personal.id })
  expect(before).toMatchObject({
    envelope: { personalFor: { name: '王管' }, receivedBy: '李保', sealNote: '封口有折痕', opened: null },
    frame: { mark: '内部' },
  })
  await office.signed('王管', 'documents.openEnvelope', { envelope: personal.id, choice: 'retain' })
  const after = await office.ok('paper.delivery', { envelope: personal.id })
  expect(after.envelope).toMatchObject({ state: 'retained', opened: { by: '王管' } })
  expect(after.frame.printNumber).not.toBe(before.frame.printNumber)
})
