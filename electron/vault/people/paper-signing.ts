import type { Clause } from '../../../contract/clauses.ts'
import type { PaperRecord, PaperStep, Role } from '../../../contract/terms.ts'
import { instantOf, wallClock } from '../door/clock.ts'
import { refuse } from '../door/refuse.ts'
import type { Person, Query, Read, Work } from '../door/unit.ts'
import { isSamePerson } from './identity.ts'

/**
 * 纸质签补录: who does not come to the screen signs on paper, and a 保密员 enters it. The officer signs for the
 * entry, never for whose signature it is; it is listed until they sign for it with their own key (F1(2)c, F1(4)a, F1(4)c, F1(5)a).
 */
export const signEntry = (work: Work, step: PaperStep, signedAt: string, facts: Record<string, unknown>): number =>
  work.sign(work.me(), `paper.${step}`, { ...facts, signedAt })

/** Refuses where the unit takes no signatures on paper (domain 6 (7)). */
export const refuseNoPaper = ({ settings }: Work): void => {
  if (!settings.paperSignatures)
    refuse('rule.forbids', '本单位不用纸质签补录，请本人在机上签字。需要时由安全保密管理员在“本单位”的设置里改为使用。', { clause: 'F1(2)c' })
}

/** What stands against offering an entry from paper: the unit's setting, or that a decision is whoever looks's own matter; null when nothing does. */
export const whyNoEntry = ({ settings, read, asking }: Query, own: readonly (number | null)[]): string | null => {
  if (!settings.paperSignatures) return '本单位不用纸质签补录，请本人在机上签字（F1(2)c）。'
  return own.some((one) => one !== null && isSamePerson(read, one, asking.person.id))
    ? '不得补录本人申请、拟制或代录事项的审批，请由另一名保密员补录。'
    : null
}

/** Whose signature stands on the paper: somebody who could have signed at the screen, with an account to sign for it later. */
export const signerOf = (read: Read, person: number, { clause, field }: { clause: Clause; field: string }): Person & { roles: Role[] } => {
  const row =
    read.get<{ name: string; department: string; roles: string; account: string }>(
      'SELECT name, department, roles, account FROM person WHERE id = ?',
      person,
    ) ?? refuse('input.unknownRecord', '查无此人，请从名单中选择。', { field })
  if (row.account !== 'initial' && row.account !== 'active')
    refuse('rule.forbids', `${row.name}没有可用的账户，以后无法补签。请先由系统管理员开户。`, { clause, field })
  return { id: person, name: row.name, department: row.department, roles: JSON.parse(row.roles) as Role[] }
}

/** When a signature was set, or, entered from paper, what the paper says. */
export const signedWhen = (read: Read, signature: number | null): string | null =>
  signature === null
    ? null
    : (read.get<{ at: string }>(
        'SELECT coalesce((SELECT signed_at FROM paper_signing WHERE entry_signature = signature.id), at) AS at FROM signature WHERE id = ?',
        signature,
      )?.at ?? null)

/** The number of what an entry is about, for a statement that reads `paper_signing`, with the joins that it needs. */
export const ENTERED = {
  number:
    'coalesce(sheet.number, widening.number, reproduction.number, loan.number, visit.number, return_list.number, destruction.number, outgoing.number, medium_use.number)',
  joins: `LEFT JOIN leg ON leg.id = paper_signing.leg LEFT JOIN sheet ON sheet.id = leg.sheet LEFT JOIN widening ON widening.id = paper_signing.widening
    LEFT JOIN reproduction ON reproduction.id = paper_signing.reproduction LEFT JOIN loan ON loan.id = paper_signing.loan
    LEFT JOIN visit ON visit.id = paper_signing.visit LEFT JOIN return_list ON return_list.id = paper_signing.return_list
    LEFT JOIN destruction ON destruction.id = paper_signing.destruction LEFT JOIN outgoing ON outgoing.id = paper_signing.outgoing
    LEFT JOIN medium_use ON medium_use.id = paper_signing.medium_use`,
} as const

type Entry = {
  of: { leg: number } | { widening: number } | { reproduction: number } | Partial<Record<PaperRecord, number>>
  step: PaperStep
  person: number
  signedAt: string
  entry: number
  /** Why it was done on paper, and where the signed paper lies, where that is asked for. */
  paper?: { reason: string; kept: string }
}

/** Lists an entry, once the record has taken the step. */
export const listEntry = (work: Work, { of, step, person, signedAt, entry, paper }: Entry): void => {
  work.insert('paper_signing', {
    leg: null,
    widening: null,
    reproduction: null,
    loan: null,
    visit: null,
    return_list: null,
    destruction: null,
    outgoing: null,
    medium_use: null,
    ...of,
    step,
    person,
    signed_at: instantOf(signedAt).toISOString(),
    entered_by: work.asking.person.id,
    entry_signature: entry,
    confirmed_at: null,
    confirm_signature: null,
    reason: paper?.reason ?? null,
    kept: paper?.kept ?? null,
  })
}

/** The minute on the paper: not yet to come (`future`), and not before the instant `after`, which is called `what`. */
export const refuseBadMinute = (
  work: Work,
  signedAt: string,
  after: string | null,
  what: string,
  clauses: { future: Clause; early: Clause },
): void => {
  if (signedAt > work.wall) refuse('input.future', '纸上的签字时间不得晚于现在。', { clause: clauses.future, field: 'signedAt' })
  if (after !== null && signedAt < wallClock(new Date(after)))
    refuse('input.range', `纸上的签字时间不得早于${what}。`, { clause: clauses.early, field: 'signedAt' })
}
