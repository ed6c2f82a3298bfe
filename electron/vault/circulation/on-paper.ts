import type { Output, Parsed } from '../../../contract/index.ts'
import type { PaperStep } from '../../../contract/terms.ts'
import { instantOf, wallClock } from '../door/clock.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Read, Value, Work } from '../door/unit.ts'
import { goOut, readyToGo, refuseSelf, signedFacts } from './legs.ts'
import { legLifecycle } from './lifecycle.ts'
import { copiesOn, type LegRecord, legById, sheetById } from './records.ts'

/**
 * 纸质签补录: a reader who does not come to the screen signs the paper sheet, and a 保密员 enters it. The officer signs for the
 * entry, never for the reader; it is listed until the reader signs for it with their own key (F1(2)c, F1(4)a).
 */
const entered = (work: Work, step: PaperStep, signedAt: string, facts: Record<string, unknown>): number =>
  work.sign(work.me(), `paper.${step}`, { ...facts, signedAt })

/** Lists an entry, once its leg has taken the step. */
const listEntry = (work: Work, leg: LegRecord, step: PaperStep, signedAt: string) =>
  work.insert('paper_signing', {
    leg: leg.id,
    step,
    signed_at: instantOf(signedAt).toISOString(),
    entered_by: work.asking.person.id,
    entry_signature: entryOf(work.read, leg.id, step),
    confirmed_at: null,
    confirm_signature: null,
  })

const entryOf = (read: Read, leg: number, step: PaperStep) =>
  read.get<Record<PaperStep, number>>('SELECT take_signature AS take, read_signature AS read FROM leg WHERE id = ?', leg)?.[step] ?? null

/** The minute on the paper: not yet to come, and not before what it follows. */
const refuseBadMinute = (work: Work, signedAt: string, after: string | null, what: string) => {
  if (signedAt > work.wall) refuse('input.future', '纸上的签字时间不得晚于现在。', { clause: 'F1(4)a', field: 'signedAt' })
  if (after !== null && signedAt < wallClock(new Date(after)))
    refuse('input.range', `纸上的签字时间不得早于${what}。`, { clause: 'F1(2)d', field: 'signedAt' })
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
  const going = readyToGo(work, input)
  refuseBadMinute(work, input.signedAt, lastInHand(work.read, going.sheet.id), '本夹上一次收回的时间')
  const out = goOut(work, going, input.place, instantOf(input.signedAt), (facts) => entered(work, 'take', input.signedAt, facts))
  listEntry(work, going.leg, 'take', input.signedAt)
  return out
}

/** Enters that the reader signed 阅 on the paper sheet. */
export const signOnPaper = (work: Work, input: Parsed<'circulation.signOnPaper'>): Output<'circulation.signOnPaper'> => {
  const leg = legById(work.read, input.leg)
  const sheet = sheetById(work.read, leg.sheet)
  work.about(sheet.number)
  refuseSelf(work, leg)
  const sent = work.read.get<{ at: string | null }>('SELECT handed_out_at AS at FROM leg WHERE id = ?', leg.id)?.at ?? null
  refuseBadMinute(work, input.signedAt, sent, '送出的时间')
  const opinion = input.opinion ?? null
  const facts = { ...signedFacts(sheet, leg, copiesOn(work.read, sheet.id)), opinion }
  work.move(legLifecycle, leg.id, 'signed', { read_signature: entered(work, 'read', input.signedAt, facts), opinion })
  listEntry(work, leg, 'read', input.signedAt)
  return { id: leg.id }
}

type Signing = { id: number; leg: number; step: PaperStep; signed_at: string; confirmed_at: string | null; entry_signature: number }

/** The reader signs for what was entered of their paper, with their own key: signed in, or in place by ticket. */
export const confirmPaper = (work: Work, input: Parsed<'circulation.confirmPaper'>): Output<'circulation.confirmPaper'> => {
  const signing =
    work.read.get<Signing>('SELECT id, leg, step, signed_at, confirmed_at, entry_signature FROM paper_signing WHERE id = ?', input.signing) ??
    refuse('input.unknownRecord', '没有这条纸质签补录，请从列表中选择。', { field: 'signing' })
  const leg = legById(work.read, signing.leg)
  const sheet = sheetById(work.read, leg.sheet)
  work.about(sheet.number)
  const signer = input.ticket === undefined ? work.me() : work.signer(input.ticket)
  if (signer.person.id !== leg.reader)
    refuse('rule.forbids', `应由${leg.name}本人补签，不得代签。`, { clause: 'F1(2)c', field: input.ticket === undefined ? 'signing' : 'ticket' })
  if (signing.confirmed_at !== null) refuse('state.forbids', '这条纸质签补录本人已补签。', { clause: 'F1(2)c', field: 'signing' })
  const { step, signed_at: signedAt, entry_signature: entry } = signing
  const facts = { ...signedFacts(sheet, leg, copiesOn(work.read, sheet.id)), signing: signing.id, step, signedAt, entry }
  work.change('paper_signing', signing.id, {
    confirmed_at: work.now.toISOString(),
    confirm_signature: work.sign(signer, 'paper.confirm', facts),
  })
  return { id: signing.id }
}

type Line = {
  id: number
  step: PaperStep
  signedAt: string
  enteredBy: string
  sheet: number
  number: string
  folder: string
  reader: number
  name: string
  department: string
}

/** What was entered and not yet signed for, oldest first: of everybody, or of one reader. */
export const unconfirmed = (read: Read, reader?: number): Output<'circulation.onPaper'>['rows'] => {
  const [of, ...params]: [string, ...Value[]] = reader === undefined ? ['1'] : ['leg.reader = ?', reader]
  return read
    .all<Line>(
      `SELECT paper_signing.id, paper_signing.step, signed_at AS signedAt, officer.name AS enteredBy, sheet.id AS sheet, sheet.number, sheet.folder,
       person.id AS reader, person.name, person.department FROM paper_signing JOIN leg ON leg.id = paper_signing.leg JOIN sheet ON sheet.id = leg.sheet
       JOIN person ON person.id = leg.reader JOIN person AS officer ON officer.id = entered_by WHERE confirmed_at IS NULL AND ${of} ORDER BY paper_signing.id LIMIT 200`,
      ...params,
    )
    .map(({ sheet, number, folder, reader: id, name, department, ...line }) => ({
      ...line,
      sheet: { id: sheet, number, folder },
      reader: { id, name, department },
    }))
}

/** An officer sees everybody's, anybody else their own. */
export const onPaper = ({ read, asking }: Query): Output<'circulation.onPaper'> => ({
  rows: unconfirmed(read, asking.roles.includes('officer') ? undefined : asking.person.id),
})
