import type Database from 'better-sqlite3'
import { canonicalJson, sha256 } from './canonical.ts'
import { type Rows, type StepRow, tableBefore, type Voiding } from './evaluation-table.ts'
import { checkStep, type Signed } from './said-by.ts'

type Row = {
  id: number
  number: string
  year: number
  half: number | null
  figures: string
  typed: string | null
  words: string
  by_person: number
  signature: number
}
type Line = { line: string; counts: Record<string, number> }
type Figures = { from: string; to: string; lines: Line[]; checks: { check: string; holds: boolean }[] }
type Appeals = Record<string, { upheld: number; corrected: number; other: number; pending: number; total: number }>

const digestOf = (words: string | null) => words && sha256(Buffer.from(words)).toString('base64')

const daysOf = ({ year, half }: Row) => ({
  from: `${year}-${half === 2 ? '07' : '01'}-01`,
  to: half === 1 ? `${year}-06-30` : `${year}-12-31`,
})

/** The rows that are counted, each step with the entry that made it. */
export const rowsOf = (database: Database.Database, { orders }: Pick<Signed, 'orders'>): Rows => {
  const all = <T>(sql: string) => database.prepare(sql).all() as T[]
  const made = (signature: number) => orders.signature.get(signature)?.made ?? Number.MAX_SAFE_INTEGER
  const steps = all<Omit<StepRow, 'seq'> & { signature: number }>(
    'SELECT id, disclosure, item, act, outcome, facts, at, signature FROM disclosure_step ORDER BY id',
  ).map(({ signature, ...step }) => ({ ...step, seq: made(signature) }))
  const changed = all<{ id: number; review: number; version: number }>('SELECT id, review, version FROM review_version WHERE version > 1')
  const given = all<{ review: number; version: number; signature: number }>(
    "SELECT review, version, signature FROM review_step WHERE act = 'cancelled'",
  )
  const voidings: Voiding[] = [
    ...changed.map(({ id, review, version }) => ({
      review,
      version: version - 1,
      seq: orders.review_version.get(id)?.made ?? Number.MAX_SAFE_INTEGER,
    })),
    ...given.map(({ review, version, signature }) => ({ review, version, seq: made(signature) })),
  ]
  return {
    received: new Map(all<{ id: number; received_on: string }>('SELECT id, received_on FROM disclosure').map((row) => [row.id, row.received_on])),
    steps,
    items: Map.groupBy(
      all<{ id: number; disclosure: number }>('SELECT id, disclosure FROM disclosure_item ORDER BY id'),
      ({ disclosure }) => disclosure,
    ),
    kinds: new Map(
      all<{ disclosure: number; version: number; kind: string }>('SELECT disclosure, version, kind FROM application').map((row) => [
        `${row.disclosure} ${row.version}`,
        row.kind,
      ]),
    ),
    voidings,
    letterItems: new Map(
      all<{ id: number; item: number | null }>("SELECT id, item FROM disclosure_letter WHERE kind = 'reply'").map((row) => [row.id, row.item]),
    ),
  }
}

/** What of a table is not as the record had it when it was signed: `二 person`. */
const differingIn = (lines: readonly Line[], counted: ReadonlyMap<string, Record<string, number>>): string[] =>
  [...counted].flatMap(([line, counts]) => {
    const said = lines.find((one) => one.line === line)?.counts
    return Object.keys(counts)
      .filter((column) => said?.[column] !== counts[column])
      .map((column) => `${line} ${column}`)
  })

const checkFigures = (row: Row, rows: Rows, { orders, findings }: Signed, where: string) => {
  const breaks = (why: string) => findings.breaks('年报评估', where, why)
  const { from, to, lines, checks } = JSON.parse(row.figures) as Figures
  const days = daysOf(row)
  if (from !== days.from || to !== days.to) breaks('所计的期间不是这一年或这半年（条例49）')
  const differing = differingIn(lines, tableBefore(rows, days.from, days.to, orders.signature.get(row.signature)?.made ?? 0))
  if (differing.length > 0) breaks(`所报的数与登记当时的记录不符：${differing.slice(0, 4).join('、')}（条例50）`)
  if (checks.some(({ check, holds }) => !holds && check !== 'carried')) breaks('勾稽关系不成立而登记了（条例50）')
}

/** 总计 of appeals is the sum. */
const checkTyped = ({ typed }: Row, { findings }: Signed, where: string) => {
  if (typed === null) return
  const { appeals } = JSON.parse(typed) as { appeals: Appeals }
  for (const { upheld, corrected, other, pending, total } of Object.values(appeals))
    if (upheld + corrected + other + pending !== total) findings.breaks('年报评估', where, '复议、诉讼的总计不是各项之和（条例50）')
}

/** 半年评估 and 年度报告 say what was signed, by a 综办负责人, of a time that was over, and what was counted is what the record held then (G三.4, 条例49). */
export const checkEvaluations = (database: Database.Database, means: Signed): void => {
  const stoodOn = new Set<number>()
  const recorded = database.prepare('SELECT * FROM evaluation ORDER BY id').all() as Row[]
  const rows = recorded.length > 0 ? rowsOf(database, means) : null
  for (const row of recorded) {
    const where = `evaluation ${row.id}（${row.number}）`
    stoodOn.add(row.signature)
    const { number, year, half, figures, typed, words } = row
    checkStep(means, where, {
      step: half === null ? '年度报告' : '半年评估',
      signature: row.signature,
      said: { evaluation: number, year, half, figures: digestOf(figures), typed: digestOf(typed), words: digestOf(words) },
      by: row.by_person,
      duty: ['officeHead'],
      never: [],
      neverSaid: '',
    })
    if (canonicalJson(JSON.parse(figures)) !== figures) means.findings.breaks('年报评估', where, '所计的数不是规范文本')
    if (rows) checkFigures(row, rows, means, where)
    checkTyped(row, means, where)
  }
  for (const [id, { purpose }] of means.held)
    if (purpose === 'evaluation.record' && !stoodOn.has(id)) means.findings.breaks('签名', `signature ${id}`, '没有一行以它为据，所据的一行被去掉了')
}
