import type { Output, Parsed } from '../../../contract/index.ts'
import { instantOf } from '../door/clock.ts'
import type { Read, Work } from '../door/unit.ts'
import { listEntry, refuseBadMinute, refuseNoPaper, signEntry } from '../people/paper-signing.ts'
import { goOut, readyToGo, refuseSelf, signedFacts } from './legs.ts'
import { legLifecycle } from './lifecycle.ts'
import { copiesIn, legById, sheetById } from './records.ts'

const CLAUSES = { future: 'F1(4)a', early: 'F1(2)d' } as const

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
  refuseBadMinute(work, signedAt, lastInHand(work.read, going.sheet.id), '本夹上一次收回的时间', CLAUSES)
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
  refuseBadMinute(work, signedAt, sent, '送出的时间', CLAUSES)
  const opinion = input.opinion ?? null
  const entry = signEntry(work, 'read', signedAt, { ...signedFacts(sheet, leg, copiesIn(work.read, sheet.id)), opinion })
  work.move(legLifecycle, leg.id, 'signed', { read_signature: entry, opinion })
  listEntry(work, { of: { leg: leg.id }, step: 'read', person: leg.reader, signedAt, entry })
  return { id: leg.id }
}
