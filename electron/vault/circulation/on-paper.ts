import type { Output, Parsed } from '../../../contract/index.ts'
import type { PaperStep } from '../../../contract/terms.ts'
import { instantOf, wallClock } from '../door/clock.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Work } from '../door/unit.ts'
import { goOut, readyToGo, refuseSelf, signedFacts } from './legs.ts'
import { legLifecycle } from './lifecycle.ts'
import { copiesOn, legById, sheetById } from './records.ts'

/**
 * 纸质签补录: who does not come to the screen signs on paper, and a 保密员 enters it. The officer signs for the
 * entry, never for whose signature it is; it is listed until they sign for it with their own key (F1(2)c, F1(4)a, F1(4)c).
 */
export const signEntry = (work: Work, step: PaperStep, signedAt: string, facts: Record<string, unknown>): number =>
  work.sign(work.me(), `paper.${step}`, { ...facts, signedAt })

/** Refuses where the unit takes no signatures on paper (domain 6 (7)). */
export const refuseNoPaper = ({ settings }: Work): void => {
  if (!settings.paperSignatures)
    refuse('rule.forbids', '本单位不用纸质签补录，请本人在机上签字。需要时由安全保密管理员在“本单位”的设置里改为使用。', { clause: 'F1(2)c' })
}

type Entry = { of: { leg: number } | { widening: number }; step: PaperStep; person: number; signedAt: string; entry: number }

/** Lists an entry, once the record has taken the step. */
export const listEntry = (work: Work, { of, step, person, signedAt, entry }: Entry): void => {
  work.insert('paper_signing', {
    leg: null,
    widening: null,
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

/** The minute on the paper: not yet to come, and not before the instant `after`, which is called `what`. */
export const refuseBadMinute = (work: Work, signedAt: string, after: string | null, what: string, clause: 'F1(2)d' | 'F1(4)c' = 'F1(2)d'): void => {
  if (signedAt > work.wall)
    refuse('input.future', '纸上的签字时间不得晚于现在。', { clause: clause === 'F1(2)d' ? 'F1(4)a' : clause, field: 'signedAt' })
  if (after !== null && signedAt < wallClock(new Date(after))) refuse('input.range', `纸上的签字时间不得早于${what}。`, { clause, field: 'signedAt' })
}

/** When the folder was last in the officer's hands: its sheet was made, or the reader before gave it back. */
const lastInHand = (read: Read, sheet: number) =>
  read.get<{ at: string }>(
    `SELECT max(at) AS at FROM (SELECT created_at AS at FROM sheet WHERE id = ?
     UNION ALL SELECT signature.at FROM leg JOIN signature ON signature.id = return_signature WHERE leg.sheet = ?)`,
    sheet,
    sheet,
  )?.at ?? null

/** Hands the folder out to a reader who signs for it on the paper sheet. Due by the minute that stands there (F1(4)b). */
export const handOutOnPaper = (work: Work, input: Parsed<'circulation.handOutOnPaper'>): Output<'circulation.handOutOnPaper'> => {
  const { signedAt } = input
  refuseNoPaper(work)
  const going = readyToGo(work, input)
  refuseBadMinute(work, signedAt, lastInHand(work.read, going.sheet.id), '本夹上一次收回的时间')
  const { id, due, taken } = goOut(work, going, input.place, instantOf(signedAt), (facts) => signEntry(work, 'take', signedAt, facts))
  listEntry(work, { of: { leg: id }, step: 'take', person: going.leg.reader, signedAt, entry: taken })
  return { id, due }
}

/** Enters that the reader signed 阅 on the paper sheet. */
export const signOnPaper = (work: Work, input: Parsed<'circulation.signOnPaper'>): Output<'circulation.signOnPaper'> => {
  const { signedAt } = input
  const leg = legById(work.read, input.leg)
  const sheet = sheetById(work.read, leg.sheet)
  work.about(sheet.number)
  refuseNoPaper(work)
  refuseSelf(work, leg)
  const sent = work.read.get<{ at: string | null }>('SELECT handed_out_at AS at FROM leg WHERE id = ?', leg.id)?.at ?? null
  refuseBadMinute(work, signedAt, sent, '送出的时间')
  const opinion = input.opinion ?? null
  const entry = signEntry(work, 'read', signedAt, { ...signedFacts(sheet, leg, copiesOn(work.read, sheet.id)), opinion })
  work.move(legLifecycle, leg.id, 'signed', { read_signature: entry, opinion })
  listEntry(work, { of: { leg: leg.id }, step: 'read', person: leg.reader, signedAt, entry })
  return { id: leg.id }
}
