import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input } from '../../../contract/index.ts'
import type { Work } from '../../../electron/vault/door/unit.ts'
import { type Application, lay, layReview, type Plan, planned, seeded, takeBack } from '../../support/applications.ts'
import type { ReportFigures } from '../../../contract/evaluation-views.ts'
import { tableBefore } from '../../../tools/verify/evaluation-table.ts'
import { rowsOf } from '../../../tools/verify/evaluations.ts'
import { beginVerdict } from '../../../tools/verify/report.ts'
import { checkRows } from '../../../tools/verify/rows.ts'
import { behindTheDoor } from '../../support/attack.ts'
import { within } from '../../support/deadlines.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { annual, be, evaluated, halfYear } from '../../support/records.ts'

const answered: Plan = {
  receivedOn: '2025-11-03',
  kind: 'person',
  splits: 2,
  replies: [
    { kind: 'provided', on: '2025-11-20', late: false },
    { kind: 'notHeld', on: '2025-12-02', late: true },
  ],
}
const waits: Plan = { receivedOn: '2025-12-29', kind: 'company', splits: 0, replies: [] }

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())
const report = (year: number, half?: number) => office.ok('disclosure.annualReport', { year, half })
const evaluate = (input: Input<'disclosure.evaluate'>) => office.ok('disclosure.evaluate', input)

describe('条例49, G3.4 a report and an evaluation are recorded', () => {
  it('条例49 signed by the 综办负责人, gap-free, what was counted kept; a later one stands in place of an earlier', async () => {
    await within(office, (work) => [lay(work, answered), lay(work, waits)])
    await be(office, '韩综')
    const { number } = await evaluate(annual(2025))
    expect(number).toBe('年报〔2026〕0001')
    const { record, changed, over } = await report(2025)
    expect(record).toMatchObject({ number, signature: { by: '韩综', paper: null }, words: { effect: annual(2025).effect, other: '其他事项' } })
    expect(record?.figures.lines.find(({ line }) => line === 'carriedOn')?.counts).toMatchObject({ company: 1, total: 1 })
    expect([changed, over]).toEqual([false, true])
    expect((await evaluate(annual(2025, { effect: '更正' }))).number).toBe('年报〔2026〕0002')
    expect((await report(2025)).record?.words.effect).toBe('更正')
    const { records } = await office.ok('disclosure.evaluations', {})
    expect(records.map((row) => [row.number, row.stands])).toEqual([
      ['年报〔2026〕0002', true],
      ['年报〔2026〕0001', false],
    ])
  })

  it('G3.4 a half by itself; the other half and the year are no matter of it', async () => {
    await be(office, '韩综')
    expect((await evaluate(halfYear(2025, 2))).number).toBe('评估〔2026〕0001')
    expect((await report(2025, 2)).record).toMatchObject({ typed: null, words: { problems: halfYear(2025, 2).problems, other: null } })
    expect((await report(2025, 1)).record).toBeNull()
  })

  it('条例49, G3.4 × before its last day is past, and whatever a later act changes is said to have changed', async () => {
    await be(office, '韩综')
    expect(await office.no('disclosure.evaluate', annual(2026))).toMatchObject({ code: 'input.future', clause: '条例49', field: 'year' })
    expect(await office.no('disclosure.evaluate', halfYear(2026, 1))).toMatchObject({ code: 'input.future', clause: 'G3.4', field: 'of.half' })
    expect(await office.no('disclosure.evaluate', halfYear(2027, 1))).toMatchObject({ code: 'input.future', field: 'year' })
    await within(office, (work) => lay(work, { ...waits, kind: 'legal' }))
    await be(office, '韩综')
    const { changed, record, figures } = await report(2025)
    expect(changed).toBe(true)
    const received = (of: typeof figures | undefined) => of?.lines[0]?.counts.total
    expect([received(record?.figures), received(figures)]).toEqual([3, 4])
  })

  it('条例50 × appeals whose total is not the sum; × a report that differs from last year’s and does not say why', async () => {
    await be(office, '韩综')
    const appeals = { ...annual(2025).of.appeals, suit: { upheld: 1, corrected: 0, other: 0, pending: 1, total: 3 } }
    expect(await office.no('disclosure.evaluate', { ...annual(2025), of: { ...annual(2025).of, appeals } })).toMatchObject({
      code: 'rule.forbids',
      clause: '条例50',
      field: 'of.appeals.suit.total',
      message: expect.stringContaining('各项结果之和是2，总计填的是3'),
    })
    await evaluate(annual(2024))
    const proactive = { ...annual(2025).of.proactive, normative: { made: 2, abolished: 1, inForce: 9 } }
    const next = { ...annual(2025), of: { ...annual(2025).of, proactive, explanation: undefined } }
    expect(await office.no('disclosure.evaluate', next)).toMatchObject({
      code: 'input.missing',
      clause: '条例50',
      field: 'of.explanation',
      message: expect.stringContaining('行政规范性文件现行有效9件，按上年年报应为6件'),
    })
    // What was carried on then was received late in that year, and entered after its report
    await within(office, (work) => lay(work, { ...waits, receivedOn: '2024-12-30', kind: 'welfare' }))
    await be(office, '韩综')
    const without = annual(2025, {}, { explanation: undefined })
    expect(await office.no('disclosure.evaluate', without)).toMatchObject({ message: expect.stringContaining('社会公益组织：1，应为0') })
    await evaluate(annual(2025))
    expect((await report(2025)).record?.figures.checks.find(({ check }) => check === 'carried')).toMatchObject({ holds: false })
    await evaluate(annual(2024))
    await evaluate(without)
    expect((await report(2025)).record).toMatchObject({ typed: { explanation: null } })
  })
})

describe('条例50 a check that fails is told of, and nothing is signed on it', () => {
  /** An office of its own whose record is not as the rules leave it. */
  const checksOf = async (spoil: (work: Work, application: Application) => void) => {
    const other = await openOffice()
    try {
      await within(other, (work) => spoil(work, lay(work, answered)))
      await be(other, '韩综')
      const { figures } = await other.ok('disclosure.annualReport', { year: 2025 })
      const refused = await other.no('disclosure.evaluate', annual(2025))
      return { failed: figures.checks.filter(({ holds }) => !holds), refused }
    } finally {
      await other.close()
    }
  }
  const itemOf = (application: Application) => application.told[0]?.item as number

  it('条例50 replies: an item that counts as answered and that nobody approved', async () => {
    const { failed, refused } = await checksOf((work, one) => {
      const first = { disclosure: one.id, ordinal: 3, content: '示范事项', handler: 1, department: '业务一科', since: work.now.toISOString() }
      work.insert('disclosure_item', { ...first, state: 'delivered' })
    })
    expect(failed).toMatchObject([{ check: 'replies', says: '有1项没有相应的记录' }])
    expect(refused).toMatchObject({ code: 'rule.forbids', clause: '条例50', field: 'year' })
  })

  it('条例50 results: an answer that is of no kind', async () => {
    const { failed } = await checksOf((work, one) => {
      const facts = JSON.stringify({ repliedOn: '2025-12-05' })
      const signature = work.sign(work.me(), 'disclosure.act', { disclosure: 'model' })
      const step = { disclosure: one.id, item: itemOf(one), act: 'approve', outcome: null, words: null, facts, by_person: 1, signature }
      work.insert('disclosure_step', { ...step, at: '2025-12-05T04:00:00.000Z' })
    })
    expect(failed).toMatchObject([{ check: 'results', says: '自然人：1，应为2；总计：1，应为2' }])
  })

  it('条例50 columns: an application whose words are gone', async () => {
    const { failed } = await checksOf((work, one) => work.change('disclosure', one.id, { version: 2 }))
    expect(failed.map(({ check }) => check)).toContain('columns')
  })

  it('条例50 balance: an answer dated later than it was signed', async () => {
    const { failed } = await checksOf((work) => {
      const { id, told } = lay(work, { ...answered, receivedOn: '2024-10-08', splits: 1, replies: [null] })
      const signature = work.sign(work.me(), 'disclosure.act', { disclosure: 'model' })
      const step = { disclosure: id, item: told[0]?.item as number, words: null, by_person: 1, signature, at: '2024-11-01T04:00:00.000Z' }
      const reply = work.insert('disclosure_step', { ...step, act: 'reply', outcome: 'provided', facts: '{}' })
      work.insert('disclosure_step', { ...step, act: 'approve', outcome: 'provided', facts: JSON.stringify({ reply, repliedOn: '2025-03-01' }) })
      work.change('disclosure_item', told[0]?.item as number, { state: 'answered' })
      work.change('disclosure', id, { state: 'answered' })
    })
    expect(failed.map(({ check }) => check)).toContain('balance')
  })
})

describe('条例49, 条例50 the verifier', () => {
  let spoilable: Office
  beforeAll(async () => {
    spoilable = await openOffice()
    const random = seeded(50)
    const { review, applications } = await within(spoilable, (work) => {
      const rests = layReview(work)
      return { review: rests.id, applications: Array.from({ length: 40 }, () => lay(work, planned(random, [2024, 2025]), rests)) }
    })
    await evaluated(spoilable, annual(2025))
    // What was answered then is taken back, and more comes in late: the report stays what it was
    await within(spoilable, (work) => takeBack(work, review, applications))
    await within(spoilable, (work) => Array.from({ length: 10 }, () => lay(work, planned(random, [2025]))))
    await evaluated(spoilable, halfYear(2025, 2))
    await evaluated(spoilable, annual(2025))
    await spoilable.station.close()
  })
  afterAll(() => spoilable.close())

  it('条例49, 条例50 counts from the rows alone what each said when it was signed, though answers were taken back and applications entered since', async () => {
    await behindTheDoor(spoilable.dir, (database) => {
      const { findings } = beginVerdict()
      const orders = checkRows(database, findings)
      const rows = rowsOf(database, { orders })
      const recorded = database.prepare('SELECT figures, signature FROM evaluation ORDER BY id').all() as { figures: string; signature: number }[]
      const tables = recorded.map(({ figures, signature }) => {
        const { from, to, lines } = JSON.parse(figures) as ReportFigures
        const counted = tableBefore(rows, from, to, orders.signature.get(signature)?.made ?? 0)
        for (const { line, counts } of lines) expect(counted.get(line), line).toEqual(counts)
        return counted
      })
      expect(tables).toHaveLength(3)
      expect(tables[0]).not.toEqual(tables[2])
    })
  })
})
