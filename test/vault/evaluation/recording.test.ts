import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input } from '../../../contract/index.ts'
import type { Work } from '../../../electron/vault/door/unit.ts'
import { type Application, lay, layReview, type Plan, planned, seeded, takeBack } from '../../support/applications.ts'
import { removeCopies, verify } from '../../support/attack.ts'
import { within } from '../../support/deadlines.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { rebuilt } from '../../support/rebuilt.ts'
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
afterAll(async () => {
  await office.close()
  removeCopies()
})
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
  const told = (dir: string) =>
    verify(dir)
      .verdict.broken.filter(({ where, why }) => where?.startsWith('evaluation ') || why.includes('所据的一行被去掉了'))
      .map(({ where, why }) => `${where} ${why}`)
  const spoilt = async (sql: string) => {
    const copy = await openOffice({ from: spoilable.dir })
    try {
      await copy.station.close()
      await rebuilt(copy.dir, sql)
      return told(copy.dir)
    } finally {
      await copy.close()
    }
  }

  it('条例49 each is what the record held when it was signed, though answers were taken back and applications entered since', () => {
    expect(told(spoilable.dir)).toEqual([])
  })

  it('条例50 a figure, a word, a total, an application changed behind the door; a report that is gone', async () => {
    const words = await spoilt(`UPDATE evaluation SET words = replace(words, '效果', '成果') WHERE id = 1;
      UPDATE evaluation SET figures = replace(figures, '"line":"received"', '"line":"carriedIn"') WHERE id = 2;
      UPDATE evaluation SET typed = replace(typed, '"total":1', '"total":2') WHERE id = 3`)
    expect(words.join('\n')).toMatch(/evaluation 1（.*所写的与所签的不同/)
    expect(words.join('\n')).toMatch(/evaluation 2（.*所报的数与登记当时的记录不符/)
    expect(words.join('\n')).toMatch(/evaluation 3（.*总计不是各项之和/)
    const kinds = await spoilt("UPDATE application SET kind = 'legal' WHERE kind = 'person'")
    expect(kinds.join('\n')).toMatch(/evaluation 1（.*所报的数与登记当时的记录不符：.*person/)
    const gone = await spoilt('DELETE FROM evaluation WHERE id = 3; UPDATE evaluation SET by_person = 4 WHERE id = 1')
    expect(gone.join('\n')).toMatch(/所据的一行被去掉了/)
    expect(gone.join('\n')).toMatch(/evaluation 1（.*职责/)
  })
})
