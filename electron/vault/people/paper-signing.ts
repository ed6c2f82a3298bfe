import type { PaperStep } from '../../../contract/terms.ts'
import type { Clause } from '../../../contract/clauses.ts'
import { instantOf, wallClock } from '../door/clock.ts'
import { refuse } from '../door/refuse.ts'
import type { Work } from '../door/unit.ts'

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

type Entry = {
  of: { leg: number } | { widening: number } | { reproduction: number }
  step: PaperStep
  person: number
  signedAt: string
  entry: number
}

/** Lists an entry, once the record has taken the step. */
export const listEntry = (work: Work, { of, step, person, signedAt, entry }: Entry): void => {
  work.insert('paper_signing', {
    leg: null,
    widening: null,
    reproduction: null,
    ...of,
    step,
    person,
    signed_at: instantOf(signedAt).toISOString(),
    entered_by: work.asking.person.id,
    entry_signature: entry,
    confirmed_at: null,
    confirm_signature: null,
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
