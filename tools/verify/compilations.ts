import type Database from 'better-sqlite3'
import { checkStep, type Signed } from './said-by.ts'

const COMPILED = `SELECT 'document ' || d.id || '（' || d.number || '）' AS place FROM document d`
const SOURCES = `JOIN reproduction_source n ON n.reproduction = d.reproduction JOIN copy c ON c.id = n.copy JOIN document s ON s.id = c.document`
const rank = (level: string) => `CASE ${level} WHEN 'topSecret' THEN 3 WHEN 'confidential' THEN 2 WHEN 'secret' THEN 1 ELSE 0 END`
/** A state secret in keeping: what is gone is reviewed by nobody any more. */
const SECRET = `q.declassified = 0 AND q.level <> 'internal' AND s.state NOT IN ('destroyed','returned')`

/** What must always be true of requests and their originals, and of what was compiled; each query gives the rows that break it. */
export const compilationInvariants: readonly { what: string; why: string; sql: string }[] = [
  {
    what: '复制申请',
    why: '来源的份数不对：汇编须有两份以上不同文件的原件，复制、摘抄只有一份（F1(5)a、实施条例27）',
    sql: `SELECT 'reproduction ' || r.id || '（' || r.number || '）' AS place FROM reproduction r LEFT JOIN reproduction_source n ON n.reproduction = r.id
      LEFT JOIN copy c ON c.id = n.copy GROUP BY r.id HAVING count(DISTINCT c.document) <> count(n.id) OR sum(c.kind = 'original') IS NOT count(n.id)
      OR CASE r.kind WHEN 'compilation' THEN count(n.id) < 2 ELSE count(n.id) <> 1 END OR (r.kind = 'compilation') <> (r.title IS NOT NULL)`,
  },
  {
    what: '汇编',
    why: '不是依据已复制登记的汇编申请，份数与登记的不一致，或写成了收文（实施条例27）',
    sql: `${COMPILED} LEFT JOIN reproduction r ON r.id = d.reproduction WHERE (d.register = 'compiled') <> (d.reproduction IS NOT NULL)
      OR (d.reproduction IS NULL) <> (d.envelope IS NOT NULL) OR (d.reproduction IS NOT NULL AND (r.kind IS NOT 'compilation' OR d.counted <> 0 OR d.listed <> 0
      OR d.copies <> r.made OR d.copies <> (SELECT count(*) FROM copy c WHERE c.reproduction = r.id AND c.document = d.id AND c.kind = 'compilation')))`,
  },
  {
    what: '汇编',
    why: '汇编申请已登记复制，却没有登记汇编（F1(5)d）',
    sql: `SELECT 'reproduction ' || r.id || '（' || r.number || '）' AS place FROM reproduction r WHERE r.kind = 'compilation' AND r.made > 0
      AND (SELECT count(*) FROM document d WHERE d.reproduction = r.id) <> 1`,
  },
  {
    what: '汇编',
    why: '标题不是批准的标题（F1(5)a）',
    sql: `${COMPILED} JOIN particulars p ON p.document = d.id AND p.version = 1 JOIN reproduction r ON r.id = d.reproduction WHERE p.title IS NOT r.title`,
  },
  {
    what: '汇编',
    why: '密级低于来源，或期限先于来源届满（实施条例27 不得改变密级、期限）',
    sql: `${COMPILED} JOIN particulars p ON p.id = d.current ${SOURCES} JOIN particulars q ON q.id = s.current WHERE ${SECRET}
      AND (p.declassified = 1 OR ${rank('p.level')} < ${rank('q.level')} OR (p.expires_on IS NOT NULL AND (q.expires_on IS NULL OR q.expires_on > p.expires_on)))`,
  },
  {
    what: '汇编',
    why: '知悉范围超出来源（实施条例27 不得改变知悉范围）',
    sql: `SELECT 'scope ' || k.id || '（' || d.number || '）' AS place FROM scope k JOIN document d ON d.id = k.document ${SOURCES}
      WHERE k.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM scope o WHERE o.document = s.id AND o.person = k.person AND o.ended_at IS NULL)`,
  },
]

type Period = { kind: string; years?: number; months?: number; until?: string }
type Marked = { mark: string; level: string; period: string | null; declassified: number }
type Compiled = Marked & {
  id: number
  number: string
  particulars: number
  made_on: string
  expires_on: string | null
  register_signature: number
  registered_by: number
  request: string | null
}

const LEVELS = ['internal', 'secret', 'confidential', 'topSecret']
const LONGEST: Record<string, number> = { secret: 10, confidential: 20, topSecret: 30 }

const monthsAfter = (day: string, months: number) => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate()))).toISOString().slice(0, 10)
}

/** When a period of this level ends that runs from a day; null for one that ends on a condition. */
const lastDay = ({ level, period }: Marked, from: string): string | null => {
  const said = period === null ? { kind: 'unmarked' } : (JSON.parse(period) as Period)
  if (said.kind === 'condition') return null
  if (said.kind === 'until') return said.until ?? null
  return monthsAfter(from, said.kind === 'months' ? (said.months ?? 0) : 12 * (said.kind === 'years' ? (said.years ?? 0) : (LONGEST[level] ?? 0)))
}

const NEVER = '9999-12-31'
/** The level and the last day that sources as they are marked give to what is compiled of them on a day. */
const inheritedFrom = (sources: readonly Marked[], madeOn: string): { level: string; ends: string | null } => {
  const secret = sources.filter(({ level, declassified }) => level !== 'internal' && declassified === 0)
  const level = secret.map((one) => one.level).reduce((high, one) => (LEVELS.indexOf(one) > LEVELS.indexOf(high) ? one : high), 'internal')
  if (secret.length === 0) return { level, ends: null }
  const ends = secret
    .map((one) => lastDay(one, madeOn) ?? NEVER)
    .toSorted()
    .at(-1) as string
  return { level, ends: ends === NEVER ? null : ends }
}

/** Each 汇编 was marked with the highest level and the longest period that its sources bore when it was signed for, by a 保密员 (实施条例27). */
export const checkCompilations = (database: Database.Database, means: Signed): void => {
  const compiled = database.prepare(
    `SELECT d.id, d.number, d.register_signature, d.registered_by, r.number AS request, p.id AS particulars, p.mark, p.level, p.period, p.declassified, p.made_on,
     p.expires_on FROM document d JOIN particulars p ON p.document = d.id AND p.version = 1 LEFT JOIN reproduction r ON r.id = d.reproduction
     WHERE d.reproduction IS NOT NULL ORDER BY d.id`,
  )
  const sourcesAt = database.prepare(
    `SELECT c.number, q.mark, q.level, q.period, q.declassified FROM document d ${SOURCES}
     JOIN particulars q ON q.id = (SELECT max(id) FROM particulars WHERE document = s.id AND id < ?) WHERE d.id = ? ORDER BY n.id`,
  )
  const copies = database.prepare('SELECT number FROM copy WHERE document = ? ORDER BY id').pluck()
  for (const row of compiled.all() as Compiled[]) {
    const where = `document ${row.id}（${row.number}）`
    const sources = sourcesAt.all(row.particulars, row.id) as (Marked & { number: string })[]
    const { level, ends } = inheritedFrom(sources, row.made_on)
    if (level !== row.level || ends !== row.expires_on)
      means.findings.breaks('汇编', where, '密级、期限不是登记时来源的最高密级、最长期限（实施条例27）')
    const said = {
      document: row.number,
      reproduction: row.request,
      sources: sources.map(({ number, mark }) => ({ number, mark })),
      copies: copies.all(row.id),
      mark: row.mark,
    }
    checkStep(means, where, {
      step: '登记',
      signature: row.register_signature,
      said,
      by: row.registered_by,
      duty: ['officer'],
      never: [],
      neverSaid: '',
    })
  }
}
