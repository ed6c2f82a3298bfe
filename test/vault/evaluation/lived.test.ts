import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Output } from '../../../contract/index.ts'
import type { ReportLine } from '../../../contract/terms.ts'
import { removeCopies, verify } from '../../support/attack.ts'
import { type Office, openOffice, passwordOf } from '../../support/office.ts'
import { rebuilt } from '../../support/rebuilt.ts'
import {
  annual,
  be,
  disclosureAnswered,
  disclosureDelivered,
  disclosureReceived,
  disclosureRegistered,
  disclosureSupplementing,
  evaluated,
  halfYear,
  publicationReviewed,
  releaseOf,
  replyOfKind,
  reviewThrough,
  text,
} from '../../support/records.ts'
import { readXlsx } from '../../support/xlsx.ts'

const replaced = () => text({ attribute: undefined, symbol: undefined, summary: '名单' })

/** A spring of the desk through the door: what came in last year and this, split, withdrawn, given up, answered, taken back and answered again. */
let office: Office
let report: Output<'disclosure.annualReport'>
beforeAll(async () => {
  office = await openOffice()
  await disclosureReceived(office, { arrivedOn: '2025-12-30' })
  await evaluated(office, annual(2025))
  await disclosureDelivered(office, 'provided')
  const { items } = await disclosureRegistered(office, { applicant: { kind: 'company', evidence: 'creditCode' } }, ['甲', '乙', '丙'])
  await be(office, '陈科')
  const { step: reply } = await office.ok('disclosure.reply', { item: items[1] as number, ...replyOfKind('notOurs') })
  await be(office, '赵组')
  await office.ok('disclosure.approve', { item: items[1] as number, reply, agree: true, repliedOn: '2026-03-10' })
  const { disclosure: withdrawn } = await disclosureRegistered(office, {}, ['甲', '乙'])
  await be(office, '韩综')
  await office.ok('disclosure.close', { disclosure: withdrawn, how: 'withdrawn', on: '2026-03-10', words: '申请人来信' })
  // Taken back before it was given out: one is answered again, one is not
  for (const again of [true, false]) {
    const { review, item } = await disclosureAnswered(office, 'internal')
    await be(office, '陈科')
    await office.ok('review.revise', { review: review as number, version: 1, ...replaced(), changes: '换了一版' })
    if (!again) continue
    await reviewThrough(office, review as number, 'withheld', 2)
    await be(office, '陈科')
    const { step } = await office.ok('disclosure.reply', { item, ...replyOfKind('internal') })
    await be(office, '赵组')
    await office.ok('disclosure.approve', { item, reply: step, agree: true, repliedOn: '2026-03-10' })
  }
  // And one is taken back after the half was evaluated
  const { review: later } = await disclosureAnswered(office, 'internal')
  await releaseOf(office, (await publicationReviewed(office)).review)
  await be(office, '韩综')
  await office.ok('disclosure.hear', { kind: 'suggestion', channel: 'telephone', heardOn: '2026-03-10', content: '多用图表', improvement: '改版' })
  const { disclosure: waits } = await disclosureSupplementing(office)
  await office.later('2026-07-02T09:00:00+08:00', '韩综')
  await office.ok('session.changePassword', { current: passwordOf('韩综'), next: 'Another#2026pass' })
  await office.ok('disclosure.close', { disclosure: waits, how: 'abandoned', on: '2026-07-01', words: '逾期未补正' })
  await office.ok('disclosure.evaluate', halfYear(2026, 1))
  await office.later('2026-07-02T09:05:00+08:00', '陈科')
  await office.ok('session.changePassword', { current: passwordOf('陈科'), next: 'Another#2026pass' })
  await office.ok('review.revise', { review: later as number, version: 1, ...replaced(), changes: '换了一版' })
  report = await office.ok('disclosure.annualReport', { year: 2026 })
})
afterAll(async () => {
  await office.close()
  removeCopies()
})

const row = (line: ReportLine) => report.figures.lines.find((one) => one.line === line)?.counts

it('条例49, G3.4 what the desk did, counted by item: split, withdrawn, given up, and answered on a review that still stands', async () => {
  expect(row('carriedIn')).toMatchObject({ person: 1, total: 1 })
  // 1 given out, 3 items of a company, 2 withdrawn, 3 whose review was replaced, 1 that lacked something
  expect(row('received')).toMatchObject({ person: 7, company: 3, total: 10 })
  expect([row('open'), row('notHeld'), row('internal'), row('otherwise'), row('abandoned')].map((counts) => counts?.total)).toEqual([1, 1, 1, 2, 1])
  expect([row('concluded')?.total, row('carriedOn')?.total]).toEqual([6, 5])
  const half = await office.ok('disclosure.annualReport', { year: 2026, half: 1 })
  const internal = half.record?.figures.lines.find(({ line }) => line === 'internal')?.counts.total
  expect([internal, half.changed]).toEqual([2, true])
  expect(report.figures.checks.map(({ check, holds }) => [check, holds])).toEqual([
    ['balance', true],
    ['columns', true],
    ['results', true],
    ['replies', true],
    ['carried', true],
  ])
})

it('G3.4, G6 beside the table: replies in time, 补正, feedback and what it mended, texts made public', () => {
  const { replies, supplements, heard, reviews, published, months } = report.figures
  expect(replies).toMatchObject({ count: 3, onTime: 3, late: 0, averageDays: 0 })
  expect(supplements).toBe(1)
  expect(heard.find(({ kind }) => kind === 'suggestion')).toEqual({ kind: 'suggestion', count: 1, answered: 0, mended: 1 })
  expect(reviews).toMatchObject({ decided: 6, withheld: 4, released: 1 })
  expect(published).toEqual([{ class: 'other', count: 1 }])
  expect([months[2], months[6]]).toEqual([
    { month: '2026-03', received: 10, concluded: 5 },
    { month: '2026-07', received: 0, concluded: 1 },
  ])
})

it('条例49 on paper as it was recorded, or as a draft of what is counted now; the table as a file of the 综办负责人 alone', async () => {
  await office.station.lock('locked')
  await office.ok('session.signIn', { name: '韩综', password: 'Another#2026pass' })
  const last = await office.ok('paper.evaluation', { year: 2025 })
  expect(last.frame).toMatchObject({ formNumber: '年报-01', mark: '内部', fileName: expect.stringMatching(/^政府信息公开年报-2025年-印/) })
  expect(last.report).toMatchObject({ record: { number: '年报〔2026〕0001' }, changed: false })
  const now = await office.ok('paper.evaluation', { year: 2026, half: 2 })
  expect([now.frame.formNumber, now.report.record, now.report.over]).toEqual(['评估-01', null, false])
  const { ticket } = await office.ok('export.list', { list: 'annualReport', filter: { year: 2026 } })
  const { rows } = await readXlsx(Buffer.from((await office.station.redeem(ticket))?.bytes ?? '', 'base64'))
  expect(rows.find((cells) => cells[1] === '一、本年新收政府信息公开申请数量')).toEqual([
    null,
    '一、本年新收政府信息公开申请数量',
    7,
    3,
    0,
    0,
    0,
    0,
    10,
  ])
  expect(rows.find((cells) => cells[1] === '5.属于三类内部事务信息')?.[0]).toBe('（三）不予公开')
  expect(await office.no('export.list', { list: 'annualReport', filter: { text: '甲' } })).toMatchObject({ field: 'filter.text' })
})

it('条例49, 条例50 the verifier comes to the same figures by itself, each as of its own day', async () => {
  await office.station.close()
  expect(verify(office.dir).verdict.broken).toEqual([])
})

/** What the verifier says of evaluations once the rows are changed behind the door and the record is rebuilt to fit. */
const toldOf = async (sql: string): Promise<string> => {
  const copy = await openOffice({ from: office.dir })
  try {
    await copy.station.close()
    await rebuilt(copy.dir, sql)
    return verify(copy.dir)
      .verdict.broken.map(({ where, why }) => `${where} ${why}`)
      .join('\n')
  } finally {
    await copy.close()
  }
}

it('条例50 a word, a figure, a total, an applicant changed behind the door, a report that is gone: each is named', async () => {
  const changed =
    await toldOf(`UPDATE evaluation SET words = replace(words, '效果', '成果'), typed = replace(typed, '"total":1', '"total":2') WHERE id = 1;
    UPDATE evaluation SET figures = replace(figures, '"line":"received"', '"line":"carriedIn"') WHERE id = 2`)
  expect(changed).toMatch(/evaluation 1（年报〔2026〕0001） 年度报告所写的与所签的不同/)
  expect(changed).toMatch(/evaluation 1（.*总计不是各项之和/)
  expect(changed).toMatch(/evaluation 2（.*所报的数与登记当时的记录不符/)
  expect(await toldOf("UPDATE application SET kind = 'legal' WHERE kind = 'company'")).toMatch(
    /evaluation 2（.*所报的数与登记当时的记录不符：received company/,
  )
  const gone = await toldOf('DELETE FROM evaluation WHERE id = 2; UPDATE evaluation SET by_person = 4 WHERE id = 1')
  expect(gone).toMatch(/编号中断/)
  expect(gone).toMatch(/evaluation 1（.*没有这项职责/)
})
