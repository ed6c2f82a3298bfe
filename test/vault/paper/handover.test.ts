import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'
import { be, handedOut, handingOver, loanOut, registered } from '../../support/records.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

const printed = (handover: number) => office.ok('paper.handover', { handover })

it('F1(8) 移交清单: each document with its copies, 应退 and 实退, what is wrong with which, under three signatures; the print is recorded', async () => {
  const { handover, number, numbers, copy } = await handingOver(office)
  await office.ok('handover.check', { handover, numbers: numbers.filter((one) => one !== copy.number) })
  await office.ok('handover.check', { handover, numbers: [copy.number], condition: '第二页有折痕' })
  await office.signed('韩综', 'handover.supervise', { handover })
  await office.signed('周阅', 'handover.complete', { handover })
  const { frame, handover: paper, lines } = await printed(handover)
  expect(frame).toMatchObject({ formNumber: '密移-01', level: 'confidential', mark: '机密★5年', printedBy: '李保' })
  expect(frame.fileName).toBe(`移交清单-${number}-${frame.printNumber}.pdf`.replaceAll(/[〔〕]/g, ''))
  const code = expect.stringMatching(/^[0-9a-f]{8}$/)
  expect(paper).toMatchObject({
    number,
    state: 'done',
    person: { name: '周阅', department: '业务一科' },
    reason: '离职',
    items: 3,
    found: 3,
    supervised: { by: '韩综', code },
    give: { by: '周阅', code },
    take: { by: '李保', code },
  })
  expect(paper).not.toHaveProperty('acts')
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatchObject({ found: 2, notes: [], mark: '机密★5年' })
  expect(lines.flatMap(({ copies }) => copies.map((each) => each.number))).toEqual(numbers)
  expect(lines[1]).toMatchObject({ found: 1, notes: [`${copy.number}：第二页有折痕`] })
  expect((await office.ok('paper.printed', {})).rows[0]).toMatchObject({ number: frame.printNumber, form: 'handover', about: number })
  await office.as('冯审')
  expect((await office.ok('audit.list', { call: 'paper.handover', outcome: 'done' })).rows[0]?.object).toBe(`${frame.printNumber} ${number}`)
})

it('清单 按文号排列: the ninth before the tenth, whatever was registered first; what has no 文号 stands at the end', async () => {
  for (const symbol of ['青卫密〔2026〕10号', undefined, '青卫密〔2026〕9号']) {
    const copy = (await registered(office, { symbol })).copies[0]?.id as number
    await loanOut(office, { copy })
  }
  const { id: handover } = await office.ok('handover.begin', { person: office.id('周阅'), reason: '调动' })
  expect((await printed(handover)).lines.map(({ symbol }) => symbol)).toEqual(['青卫密〔2026〕9号', '青卫密〔2026〕10号', null])
})

it('F1(8) the count stands on the paper once every piece was checked; before, it is written by hand', async () => {
  const { handover, numbers } = await handingOver(office)
  await office.ok('handover.check', { handover, numbers: numbers.slice(1) })
  expect((await printed(handover)).lines.map(({ found }) => found)).toEqual([null, null])
  await office.ok('handover.check', { handover, numbers: numbers.slice(0, 1) })
  expect((await printed(handover)).lines.map(({ found }) => found)).toEqual([2, 1])
  expect(await office.no('paper.handover', { handover: 999 })).toMatchObject({ code: 'input.unknownRecord', field: 'handover' })
})

it('F1(8) what is 短少待查 stands on the list with that word', async () => {
  const { leg, numbers } = await handedOut(office)
  await office.signed('周阅', 'circulation.sign', { leg })
  await office.ok('circulation.reportShort', { leg, numbers: [numbers[0] as string], note: '正在查找' })
  const { id: handover } = await office.ok('handover.begin', { person: office.id('周阅'), reason: '离职' })
  const { lines } = await printed(handover)
  expect(lines).toMatchObject([{ found: null, notes: [`${numbers[1]}：短少待查`] }])
})

it('F1(8) somebody who holds nothing has a list all the same, which is no secret', async () => {
  await be(office, '李保')
  const { id: handover } = await office.ok('handover.begin', { person: office.id('吴阅'), reason: '退休' })
  expect(await printed(handover)).toMatchObject({ frame: { level: 'internal', mark: '内部' }, lines: [] })
})

it('F1(8) nobody but a 保密员 prints it, the supervisor neither', async () => {
  const { handover } = await handingOver(office)
  for (const name of ['陈科', '韩综', '王管', '周阅', '郑系', '钱安', '冯审']) {
    await office.as(name)
    expect(await office.no('paper.handover', { handover }), name).toMatchObject({ code: 'session.role' })
  }
})
