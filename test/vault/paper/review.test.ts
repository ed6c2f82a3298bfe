import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'
import { be, registered, reviewAnswered, reviewDecided, reviewDrafted, reviewExamined, reviewOf, reviewOpined } from '../../support/records.ts'
import { readXlsx } from '../../support/xlsx.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

it('B9 保密审查表: the case as the desk shows it, its document by number alone, under that paper’s mark; the file name has no title', async () => {
  const { id: document, number: from } = await registered(office, { scope: [office.id('陈科')] })
  const { review, number } = await reviewDecided(office, 'withheld', { document, title: '关于示范的公告' })
  await be(office, '陈科')
  const seen = await reviewOf(office, review)
  const { frame, review: sheet } = await office.ok('paper.review', { review })
  expect(sheet).toMatchObject({ number, document: from, steps: seen.steps, versions: seen.versions })
  expect(frame).toMatchObject({ formNumber: '审查-01', mark: '机密★5年' })
  expect(frame.template.signers).toMatchObject({ section: '科室负责人', reviewer: '审查人员', leader: '组长（分管/主要领导）' })
  expect(frame.fileName).toMatch(/^保密审查表-审查2026\d{4}-印2026\d{4}\.pdf$/)
  // Who does not see the case prints none
  await be(office, '王管')
  expect(await office.no('paper.review', { review })).toMatchObject({ code: 'session.role' })
})

it('B14 送审函: refused before there is a 报请; then with its three materials, and the 批复 once it came', async () => {
  const open = await reviewDecided(office)
  await be(office, '陈科')
  expect(await office.no('paper.referral', { review: open.review })).toMatchObject({ code: 'rule.forbids', clause: 'B14', field: 'review' })
  const { review } = await reviewAnswered(office, 'withheld')
  const { frame, review: sheet } = await office.ok('paper.referral', { review })
  expect(frame).toMatchObject({ formNumber: '审查-03', mark: '秘密', fileName: expect.stringMatching(/^送审函-审查2026/) })
  expect(sheet.referrals).toMatchObject([{ text: '第1版，2页', cause: '青疾控保〔2026〕2号', reply: { conclusion: 'withheld' } }])
})

it('B9 导出: the cases as the list is filtered, and the month’s summary; each bears the mark of what its cases come from', async () => {
  const { id: document } = await registered(office, { scope: [office.id('陈科')] })
  const { number } = await reviewDecided(office, 'withheld', { document })
  await be(office, '李保')
  const rowsOf = async (list: 'reviews' | 'reviewSummary', filter: object) => {
    const { ticket } = await office.ok('export.list', { list, filter })
    return readXlsx(Buffer.from((await office.station.redeem(ticket))?.bytes ?? '', 'base64')).rows
  }
  const cases = await rowsOf('reviews', { state: 'withheld' })
  expect(cases[0]?.[0]).toMatch(/^机密★5年/)
  expect(cases.at(-1)?.[0]).toBe(number)
  const month = await rowsOf('reviewSummary', { year: 2026, month: 3 })
  expect(month[1]?.[0]).toContain('年度 2026；月份 3')
  expect(month.at(-1)?.slice(-3)).toEqual(['不予公开', '2026-03-10', '赵组'])
  expect(await office.no('export.list', { list: 'reviewSummary', filter: { year: 2026 } })).toMatchObject({ field: 'filter.month' })
})

it('B7 今日: a case waits for the 科室, then for who examines, then for who determines; never for who took another step', async () => {
  const waits = async (name: string, number: string) => {
    await be(office, name)
    return (await office.ok('today.home', {})).reviews.some((row) => row.number === number)
  }
  const turn = async (number: string) => {
    const found: string[] = []
    for (const name of ['陈科', '孙审', '赵组', '李保', '周阅']) if (await waits(name, number)) found.push(name)
    return found
  }
  expect(await turn((await reviewDrafted(office)).number)).toEqual(['陈科'])
  expect(await turn((await reviewOpined(office)).number)).toEqual(['孙审'])
  expect(await turn((await reviewExamined(office)).number)).toEqual(['赵组'])
  expect(await turn((await reviewDecided(office, 'onApplication')).number)).toEqual([])
})
