import type { AuditReportPaper } from '../../../contract/paper.ts'
import {
  type AccountState,
  accountStateLabel,
  type BackupKind,
  type BackupOutcome,
  backupKindLabel,
  backupOutcomeLabel,
  type Role,
  roleLabel,
} from '../../../contract/terms.ts'
import { MASKED } from '../audit/masking.ts'
import { actOf } from '../audit/entries.ts'
import { type Span, spanOf } from '../audit/span.ts'
import { instantOf } from '../door/clock.ts'
import type { Read } from '../door/unit.ts'

type Instants = readonly [from: string, to: string]
type Tally = { done: number; refused: number }

const MONTHS = 3
const pad = (month: number) => String(month).padStart(2, '0')

/** The first minute of a quarter on the office's wall clock: `2026-04-01T00:00`. */
export const quarterStart = (year: number, quarter: number): string =>
  quarter > 4 ? `${year + 1}-01-01T00:00` : `${year}-${pad((quarter - 1) * MONTHS + 1)}-01T00:00`

/** A quarter: its instants, and between which entries of the record all of its own lie. */
type Quarter = { instants: Instants; span: Span }

const OF_QUARTER = 'seq >= ? AND seq < ? AND at >= ? AND at < ?'
const boundsOf = ({ instants: [from, to], span: { low, high } }: Quarter) => [low, high, from, to] as const

/** Acts and refusals of the quarter by person, duty and act, in their order. */
const tallied = (read: Read, quarter: Quarter) =>
  read.all<{ actor: string; role: string; call: string } & Tally>(
    `SELECT ${MASKED.actor} AS actor, ${MASKED.role} AS role, call, sum(outcome = 'done') AS done, sum(outcome = 'refused') AS refused
     FROM audit_entry INDEXED BY audit_line WHERE ${OF_QUARTER} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    ...boundsOf(quarter),
  )

const byCall = (one: { call: string }, other: { call: string }) => (one.call < other.call ? -1 : 1)

/** The sums of those rows that are of one kind, kind by kind as they come. */
const summed = <R extends Tally>(rows: readonly R[], kindOf: (row: R) => string): (R & Tally)[] => {
  const sums = new Map<string, R & Tally>()
  for (const row of rows) {
    const { done, refused } = sums.get(kindOf(row)) ?? { done: 0, refused: 0 }
    sums.set(kindOf(row), { ...row, done: done + row.done, refused: refused + row.refused })
  }
  return [...sums.values()]
}

const roleWords = (role: string) => (Object.hasOwn(roleLabel, role) ? roleLabel[role as Role] : role === '-' ? '—' : role)

/** Refusals by the rule they were made under; those without one stand last. */
const byClause = (read: Read, quarter: Quarter) =>
  read
    .all<{ clause: string | null; refused: number }>(
      `SELECT json_extract(detail, '$.clause') AS clause, count(*) AS refused FROM audit_entry WHERE outcome = 'refused' AND ${OF_QUARTER}
       GROUP BY clause ORDER BY refused DESC, clause`,
      ...boundsOf(quarter),
    )
    .map(({ clause, refused }) => ({ clause: clause ?? '其他（填写不合格式等）', refused }))

/** What stands in a change of duties: codes of roles, or of an account's state. */
const inWords = (codes: string) => codes.split(' ').filter(Boolean).map(codeInWords).join('、') || '无'
const codeInWords = (code: string) => (code in accountStateLabel ? accountStateLabel[code as AccountState] : roleWords(code))

type Change = { at: string; person: string; act: string; before: string; after: string; reason: string; by: string }

/** What changed, in words. A 人员编号 stands on no paper. */
const changeInWords = ({ act, before, after }: Pick<Change, 'act' | 'before' | 'after'>) =>
  act === 'people.correctIdentity' ? '编号不印出' : `${inWords(before)} → ${inWords(after)}`

const duties = (read: Read, instants: Instants) =>
  read
    .all<Change>(
      `SELECT person_change.at, person.name AS person, act, before, after, reason, officer.name AS by FROM person_change
       JOIN person ON person.id = person_change.person JOIN person AS officer ON officer.id = by_person
       WHERE person_change.at >= ? AND person_change.at < ? ORDER BY person_change.id`,
      ...instants,
    )
    .map(({ act, before, after, ...change }) => ({ ...change, act: actOf(act), change: changeInWords({ act, before, after }) }))

const backups = (read: Read, instants: Instants): AuditReportPaper['backups'] =>
  read
    .all<{ at: string; kind: BackupKind; outcome: BackupOutcome; name: string | null; why: string | null; entries: number | null; by: string }>(
      `SELECT at, kind, outcome, backup.name, why, size AS entries, person.name AS by FROM backup JOIN person ON person.id = by_person
       WHERE at >= ? AND at < ? ORDER BY backup.id`,
      ...instants,
    )
    .map(({ kind, outcome, name, why, ...rest }) => ({
      ...rest,
      what: backupKindLabel[kind],
      outcome: backupOutcomeLabel[outcome],
      name: name ?? why ?? '',
    }))

const restores = (read: Read, instants: Instants): AuditReportPaper['restores'] =>
  read.all(
    `SELECT at, size AS entries, lost, one.name AS by, other.name AS agreed FROM restoration
     JOIN person AS one ON one.id = by_person JOIN person AS other ON other.id = agreed_by WHERE at >= ? AND at < ? ORDER BY restoration.id`,
    ...instants,
  )

/** What a quarter's report says, from the record alone (审计: at least every three months). */
export const auditReport = (read: Read, year: number, quarter: number): Omit<AuditReportPaper, 'frame'> => {
  const instants: Instants = [instantOf(quarterStart(year, quarter)).toISOString(), instantOf(quarterStart(year, quarter + 1)).toISOString()]
  const [from, to] = instants
  const within: Quarter = { instants, span: spanOf(read, { from, to }) }
  const tallies = tallied(read, within)
  const people = summed(tallies, ({ actor, role }) => `${actor}\0${role}`)
  const acts = summed(tallies, ({ call }) => call)
  const ends = read.get<{ first: number | null; last: number | null }>(
    `SELECT min(seq) AS first, max(seq) AS last FROM audit_entry INDEXED BY audit_line WHERE ${OF_QUARTER}`,
    ...boundsOf(within),
  )
  const sum = (which: keyof Tally) => tallies.reduce((total, row) => total + row[which], 0)
  return {
    year,
    quarter,
    entries: ends && ends.first !== null && ends.last !== null ? { first: ends.first, last: ends.last } : null,
    done: sum('done'),
    refused: sum('refused'),
    people: people.map(({ actor, role, done, refused }) => ({ actor: actor === '-' ? '未登录' : actor, role: roleWords(role), done, refused })),
    acts: acts.sort(byCall).map(({ call, done, refused }) => ({ act: actOf(call), done, refused })),
    clauses: byClause(read, within),
    clockBack: read.all(
      `SELECT seq, at, json_extract(detail, '$.clockBack') AS seconds FROM audit_entry WHERE instr(detail, '"clockBack"') > 0 AND at >= ? AND at < ? ORDER BY seq`,
      ...instants,
    ),
    checkpoints: read.all(
      `SELECT at, person.name AS by, size FROM checkpoint JOIN person ON person.id = by_person WHERE occasion = 'taken' AND at >= ? AND at < ? ORDER BY checkpoint.id`,
      ...instants,
    ),
    backups: backups(read, instants),
    restores: restores(read, instants),
    duties: duties(read, instants),
  }
}
