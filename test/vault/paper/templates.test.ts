import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Input } from '../../../contract/index.ts'
import { verifyVault } from '../../../tools/verify/verify.ts'
import { removeCopies } from '../../support/attack.ts'
import { type Office, openOffice, passwordOf } from '../../support/office.ts'
import { be, drafted, loanAsked } from '../../support/records.ts'
import { toldOfEach } from '../../support/told.ts'

type Set = Input<'office.setTemplate'>
type Changes = Partial<NonNullable<Set['template']>>

let office: Office
beforeAll(async () => {
  office = await openOffice()
}, 120_000)
afterAll(async () => {
  await office.close()
  removeCopies()
})

const more = {
  holdings: '文件、载体个人持有清单',
  knowers: '文件知悉人员登记',
  expiry: '文件期满、解密清单',
  outgoing: '发文登记簿',
  stockTaking: '清点表',
  returnList: '文件清退清单',
  destruction: '文件、资料销毁审批单（附清单）',
  breach: '违规（泄密）事件登记、报告表',
  media: '涉密载体与设备台账',
  review: '政务信息公开保密审查表',
  referral: '政务信息公开保密审查送审函',
  disclosure: '政府信息公开申请登记表',
  letter: '政府信息公开文书',
} as const
const standard = { sheet: '文件传阅单', register: '收文登记簿', loan: '文件借阅、借用审批单', auditReport: '安全审计报告', ...more }
const asked = (form: keyof typeof standard, changes: Changes): Set => ({
  form,
  template: { title: standard[form], number: '青卫-01', ...changes },
  reason: '按本单位格式',
})
const set = async (form: keyof typeof standard, changes: Changes) => {
  await be(office, '钱安')
  return office.ok('office.setTemplate', asked(form, changes))
}
const refused = async (form: keyof typeof standard, changes: Changes) => {
  await be(office, '钱安')
  return office.no('office.setTemplate', asked(form, changes))
}
const printSheet = async () => {
  const { sheet } = await drafted(office)
  await be(office, '李保')
  return (await office.ok('paper.sheet', { sheet })).frame
}

test.for([
  ['sheet', 'mark', '保密法14', '密级标志'],
  ['sheet', 'pageRules', 'F1(4)d', '不得带出'],
  ['auditReport', 'printed', '审计', '印制编号'],
  ['register', 'pages', '审计', '第 x 页'],
  ['sheet', 'legs', 'F1(2)c', '阅签'],
  ['register', 'receivedBy', 'F1(1)b', '签收人'],
  ['loan', 'takenBack', 'F1(7)b', '接收人'],
  ['holdings', 'since', 'F1(4)a', '领取时间'],
  ['knowers', 'times', '实施条例20', '方式'],
  ['expiry', 'outcome', '保密法24', '审核'],
  ['outgoing', 'receipt', '实施条例27', '回执'],
  ['stockTaking', 'signatures', 'F1(6)', '监点人'],
  ['returnList', 'missing', '实施条例27', '差额'],
  ['destruction', 'witnesses', '实施条例28', '监销人'],
  ['breach', 'reporter', 'E4', '举报人'],
  ['media', 'keeper', 'F2(2)', '责任人'],
  ['review', 'checklist', 'B2', '审查清单'],
  ['referral', 'cause', 'B14', '原因'],
  ['disclosure', 'name', '条例29', '姓名'],
] as const)('%s × %s left out: what a rule demands is printed, %s', async ([form, box, clause, word]) => {
  const told = await refused(form, { leftOut: [box] })
  expect(told).toMatchObject({ code: 'rule.forbids', clause, field: 'template.leftOut' })
  expect(told.message).toContain(word)
})

test('表式 × a box that the form does not have, an order with a demanded box or without one, two boxes of one name', async () => {
  for (const none of ['copyNos', 'constructor'])
    expect(await refused('sheet', { leftOut: [none] })).toMatchObject({ code: 'input.range', field: 'template.leftOut' })
  for (const order of [['proposal'], ['proposal', 'proposal'], ['proposal', 'legs'], ['legs', 'proposal', 'instruction']])
    expect(await refused('sheet', { order })).toMatchObject({ code: 'input.range', field: 'template.order' })
  const own = [{ label: '拟办意见', size: 2 }]
  expect(await refused('sheet', { own })).toMatchObject({ code: 'input.duplicate', field: 'template.own' })
  // What is left out gives its name free.
  await set('sheet', { leftOut: ['proposal'], own })
})

test('表式 × boxes of its own that do not fit: too high, too narrow, wider than the page; none on a form that is made of the record', async () => {
  expect(await refused('sheet', { own: [{ label: '催办', size: 13 }] })).toMatchObject({ code: 'input.range', field: 'template.own' })
  expect(await refused('register', { own: [{ label: '催办', size: 7 }] })).toMatchObject({ code: 'input.range', field: 'template.own' })
  expect((await refused('register', { own: [{ label: '催办', size: 15 }] })).message).toContain('宽出15毫米')
  await set('register', { leftOut: ['file', 'filedOn'], own: [{ label: '催办', size: 15 }] })
  expect(await refused('letter', { title: '公函' })).toMatchObject({ code: 'rule.forbids', clause: '条例36', field: 'template.title' })
  expect(await refused('auditReport', { own: [{ label: '催办', size: 8 }] })).toMatchObject({ code: 'input.range', field: 'template.own' })
})

test('保密法22 × ★ anywhere in a template; a signer that the form does not have', async () => {
  const marked: [field: string, changes: Changes][] = [
    ['title', { title: '机密★传阅单' }],
    ['number', { number: '机密★10年' }],
    ['foot', { foot: '秘密★1年' }],
    ['own', { own: [{ label: '★', size: 2 }] }],
    ['signers', { signers: [{ signer: 'leader', label: '★领导' }] }],
  ]
  for (const [field, changes] of marked)
    expect(await refused('sheet', changes)).toMatchObject({ code: 'rule.forbids', clause: '保密法22', field: `template.${field}` })
  expect(await refused('sheet', { signers: [{ signer: 'auditor', label: '审计' }] })).toMatchObject({ field: 'template.signers' })
})

test('F1(2)b a print is made by the version of its time, and says which; back to the standard is a version too', async () => {
  await be(office, '钱安')
  const current = (await office.ok('office.templates', {})).rows.find(({ form }) => form === 'sheet')
  if (current?.template) await office.ok('office.setTemplate', { form: 'sheet', template: null, reason: '从头' })
  const before = await printSheet()
  expect(before).toMatchObject({ formNumber: '密阅-01' })
  expect(before.template.boxes).toEqual(['items', 'scope', 'proposal', 'instruction', 'legs', 'incidents', 'result'])
  const own = { label: '催办情况', size: 3 }
  const changes = {
    title: '文件传阅处理单',
    number: '青卫密阅-2',
    leftOut: ['instruction'],
    order: ['instruction', 'proposal'],
    own: [own],
    signers: [
      { signer: 'proposer', label: '处室拟办人' },
      { signer: 'officer', label: '保密员' },
    ],
    foot: '本单由综合办公室保存。',
  }
  const { version } = await set('sheet', changes)
  expect(await refused('sheet', { ...changes, number: '青卫密阅-2' })).toMatchObject({ code: 'state.conflict' })
  const after = await printSheet()
  expect(after.formNumber).toBe('青卫密阅-2')
  expect(after.template).toMatchObject({
    version,
    title: '文件传阅处理单',
    boxes: ['items', 'scope', 'proposal', 'legs', 'incidents', 'result'],
    own: [own],
    signers: { proposer: '处室拟办人', leader: '领导', officer: '保密员' },
    foot: '本单由综合办公室保存。',
  })
  await be(office, '钱安')
  await office.ok('office.setTemplate', { form: 'sheet', template: null, reason: '改用标准表式' })
  expect(await office.no('office.setTemplate', { form: 'sheet', template: null, reason: '再改' })).toMatchObject({ code: 'state.conflict' })
  expect((await printSheet()).template).toMatchObject({ version: version + 1, title: '文件传阅单', own: [], foot: null })
  const { rows } = await office.ok('paper.printed', {})
  expect(rows.slice(0, 3).map(({ template }) => template)).toEqual([version + 1, version, before.template.version])
  await be(office, '钱安')
  const [newest] = (await office.ok('office.templates', {})).rows.find(({ form }) => form === 'sheet')?.versions ?? []
  expect(newest).toMatchObject({ version: version + 1, standard: true, reason: '改用标准表式', by: '钱安' })
})

test('三员 templates are the 安全保密管理员’s alone', async () => {
  for (const name of ['李保', '郑系', '冯审', '王管']) {
    await office.as(name)
    expect(await office.no('office.setTemplate', asked('loan', {}))).toMatchObject({ code: 'session.role' })
    expect(await office.no('office.templates', {})).toMatchObject({ code: 'session.role' })
  }
})

test('审计 a print said to be made by another template, and a version taken out of its row, are found', async () => {
  await be(office, '钱安')
  await set('loan', { title: '文件借用审批单' })
  const { loan } = await loanAsked(office)
  await office.ok('paper.loan', { loan })
  await office.station.close()
  const opener = { person: '冯审', password: passwordOf('冯审') }
  expect((await verifyVault({ dir: office.dir, ...opener })).broken).toEqual([])
  const last = `WHERE id = (SELECT max(id) FROM print)`
  const told = await toldOfEach(office.dir, [
    ['another form', () => `UPDATE print SET template = (SELECT max(id) FROM form_template WHERE form = 'sheet') ${last}`],
    ['a version that was not yet', () => `UPDATE form_template SET at = '2026-03-11T01:00:00.000Z' WHERE form = 'loan'`],
    [
      'the standard, though the unit had its own',
      () => `UPDATE form_template SET at = '2026-03-09T01:00:00.000Z' WHERE form = 'loan'; UPDATE print SET template = NULL ${last}`,
    ],
    ['taken out', () => `DELETE FROM form_template WHERE id = 1`],
  ])
  expect(told.get('nothing')).toEqual([])
  for (const [what, words] of [
    ['another form', /^print \d+.*现用的一版/],
    ['a version that was not yet', /^print \d+.*现用的一版/],
    ['the standard, though the unit had its own', /^print \d+.*现用的一版/],
    ['taken out', /^form_template \d+.*逐版相接/],
  ] as const)
    expect(told.get(what)).toEqual(expect.arrayContaining([expect.stringMatching(words)]))
}, 60_000)
