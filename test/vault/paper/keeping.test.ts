import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'
import { archived, boxMade, countedShort, counting, finished, loanApproved, stored } from '../../support/records.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

it('F1(6) 清点表: 账, 实, 差 by box, what is missing, two signatures; the print is recorded', async () => {
  const { stockTaking, stockTakingNumber, missing, boxNumber } = await countedShort(office)
  const { frame, stockTaking: paper } = await office.ok('paper.stockTaking', { stockTaking })
  expect(frame).toMatchObject({ formNumber: '密清-01', level: 'confidential', mark: '机密★5年', printedBy: '李保' })
  expect(frame.fileName).toBe(`清点表-${stockTakingNumber}-${frame.printNumber}.pdf`.replaceAll(/[〔〕]/g, ''))
  const code = expect.stringMatching(/^[0-9a-f]{8}$/)
  expect(paper).toMatchObject({
    number: stockTakingNumber,
    state: 'done',
    places: [{ box: boxNumber, expected: 2, counted: 1, moved: 0 }],
    missing: [{ number: missing }],
    count: { by: '李保', code },
    supervise: { by: '韩综', code },
  })
  expect(paper).not.toHaveProperty('acts')
  expect((await office.ok('paper.printed', {})).rows[0]).toMatchObject({ number: frame.printNumber, form: 'stockTaking', about: stockTakingNumber })
})

it('F1(6) 清点表 without a difference names no paper and bears no mark; before it is closed nothing is signed', async () => {
  const { stockTaking } = await counting(office)
  const { frame, stockTaking: paper } = await office.ok('paper.stockTaking', { stockTaking })
  expect(frame).toMatchObject({ level: 'internal', mark: '内部' })
  expect(paper).toMatchObject({ state: 'counting', count: null, supervise: null, places: [{ expected: 2, counted: 0 }] })
})

it('F1(6) 箱内清单: every copy that belongs in the box, with the mark of the highest; what is lent says so', async () => {
  const { box, numbers } = await stored(office)
  const { loan, copy } = await loanApproved(office)
  await office.ok('keeping.store', { box, numbers: [copy.number] })
  await office.signed('周阅', 'lending.lend', { loan })
  const paper = await office.ok('paper.box', { box })
  expect(paper).toMatchObject({ frame: { formNumber: '密清-02', level: 'confidential' }, box: { inside: 2, out: 1, custodian: { name: '李保' } } })
  expect(paper.lines.map(({ number, state }) => `${number} ${state}`)).toEqual([...numbers.map((each) => `${each} inBox`), `${copy.number} lent`])
  const { box: empty, number } = await boxMade(office)
  const none = await office.ok('paper.box', { box: empty })
  expect(none).toMatchObject({ frame: { level: 'internal', mark: '内部' }, lines: [] })
  expect(none.frame.fileName).toContain(`箱内清单-${number}`)
  const { numbers: loose } = await finished(office)
  const { frame, box: nowhere, lines } = await office.ok('paper.box', {})
  expect(frame).toMatchObject({ formNumber: '密清-03', mark: '机密★5年', template: { form: 'loose' } })
  expect(nowhere).toBeNull()
  expect(lines.filter(({ looseDays }) => looseDays === null)).toEqual([])
  expect(lines.map(({ number: each }) => each)).toEqual(expect.arrayContaining(loose))
  expect(lines.some(({ number: each }) => numbers.includes(each))).toBe(false)
  expect(await office.no('paper.box', { box: 999 })).toMatchObject({ code: 'input.unknownRecord', field: 'box' })
})

it('F1(6) the 收文登记簿 has 归卷日期 and 归入卷号 once a paper is archived', async () => {
  const { number } = await archived(office)
  const { lines } = await office.ok('paper.register', { year: 2026 })
  expect(lines.find((line) => line.number === number)?.filing).toEqual([{ volume: '2026-永久-1', day: '2026-03-10' }])
})
