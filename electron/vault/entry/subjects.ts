import type { Clause } from '../../../contract/clauses.ts'
import type { Parsed } from '../../../contract/index.ts'
import type { PaperRecord } from '../../../contract/terms.ts'
import { destructionById, returnById } from '../disposal/records.ts'
import type { Read } from '../door/unit.ts'
import { loanById, visitById } from '../lending/records.ts'
import { takenUnder } from '../media/records.ts'
import { outgoingById } from '../outgoing/records.ts'
import { signedWhen } from '../people/paper-signing.ts'

export type Step = Parsed<'entry.fromPaper'>['step']

/**
 * What an entry is about: its table, its row (null: the act makes it) and the clause. `own`: by whose own matter it is, none of whom enters its decision.
 * `after` is the instant before which nothing can have been signed, called `what`.
 */
export type Subject = { of: PaperRecord; id: number | null; clause: Clause; own: readonly (number | null)[]; after: string | null; what: string }

const at = (read: Read, sql: string, ...params: (string | number)[]) => read.get<{ at: string | null }>(sql, ...params)?.at ?? null
const later = (...instants: (string | null)[]) => instants.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null)
/** Since when copies lie where they lie: before that they were not there to be handed out. */
const lyingSince = (read: Read, copies: readonly number[]) =>
  at(read, 'SELECT max(since) AS at FROM copy WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(copies))
const givenAt = (read: Read, column: 'loan' | 'visit', id: number) => at(read, `SELECT max(given_at) AS at FROM holding WHERE ${column} = ?`, id)

const onLoan = (read: Read, step: Extract<Step, { call: 'lending.decide' | 'lending.lend' | 'lending.takeBack' }>): Subject => {
  const loan = loanById(read, step.input.loan)
  const { entered_at, signature } = read.get<{ entered_at: string; signature: number | null }>(
    'SELECT entered_at, signature FROM loan WHERE id = ?',
    loan.id,
  ) as { entered_at: string; signature: number | null }
  const of = { of: 'loan', id: loan.id, clause: 'F1(7)b' } as const
  if (step.call === 'lending.decide') return { ...of, own: [loan.borrower, loan.entered_by], after: entered_at, what: '申请的时间' }
  if (step.call === 'lending.takeBack') return { ...of, own: [], after: givenAt(read, 'loan', loan.id), what: '借出的时间' }
  return { ...of, own: [], after: later(signedWhen(read, signature), lyingSince(read, [loan.copy])), what: '批准和这一份入箱的时间' }
}

const onVisit = (read: Read, step: Extract<Step, { call: 'lending.admit' | 'lending.leave' }>): Subject => {
  const of = { of: 'visit', clause: 'F1(7)a', own: [] } as const
  if (step.call === 'lending.admit') return { ...of, id: null, after: lyingSince(read, step.input.copies), what: '各份入箱的时间' }
  const visit = visitById(read, step.input.visit)
  return { ...of, id: visit.id, after: givenAt(read, 'visit', visit.id), what: '查阅开始的时间' }
}

const onDisposal = (read: Read, { input: { kind, id } }: Extract<Step, { call: 'disposal.approve' }>): Subject => {
  if (kind === 'return') {
    const list = returnById(read, id, 'id')
    const begun = at(read, 'SELECT begun_at AS at FROM return_list WHERE id = ?', id)
    const checked = at(read, 'SELECT max(found_at) AS at FROM return_item WHERE return_list = ?', id)
    return { of: 'return_list', id, clause: '实施条例27', own: [list.begun_by], after: later(begun, checked), what: '清单拟制、核对的时间' }
  }
  const batch = destructionById(read, id, 'id')
  const recounted = at(read, 'SELECT signature.at FROM destruction JOIN signature ON signature.id = recount_signature WHERE destruction.id = ?', id)
  return { of: 'destruction', id, clause: '实施条例28', own: [batch.begun_by, batch.recount_by], after: recounted, what: '清点复核的时间' }
}

/** What a step is about; refused when there is no such record. */
export const subjectOf = (read: Read, step: Step): Subject => {
  switch (step.call) {
    case 'lending.decide':
    case 'lending.lend':
    case 'lending.takeBack':
      return onLoan(read, step)
    case 'lending.admit':
    case 'lending.leave':
      return onVisit(read, step)
    case 'disposal.approve':
      return onDisposal(read, step)
    case 'outgoing.decide': {
      const { id, maker, entered_by } = outgoingById(read, step.input.outgoing)
      const after = at(read, 'SELECT entered_at AS at FROM outgoing WHERE id = ?', id)
      return { of: 'outgoing', id, clause: 'F1(3)b', own: [maker, entered_by], after, what: '登记发文的时间' }
    }
    case 'media.decideOutside': {
      const { id, person, entered_by } = takenUnder(read, step.input.use, 'use')
      const after = at(read, 'SELECT entered_at AS at FROM medium_use WHERE id = ?', id)
      return { of: 'medium_use', id, clause: 'F1(4)d', own: [person, entered_by], after, what: '申请的时间' }
    }
  }
}
