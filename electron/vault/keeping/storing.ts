import type { Output, Parsed } from '../../../contract/index.ts'
import { type CopyState, copyStateLabel, type DocumentState, THREE_OFFICERS } from '../../../contract/terms.ts'
import { copyMeant } from '../custody/labels.ts'
import { putAway, putInto } from '../custody/moves.ts'
import { standing } from '../custody/watching.ts'
import { refuseReturning } from '../disposal/proposing.ts'
import { refuse } from '../door/refuse.ts'
import { hasDuty } from '../people/duties.ts'
import type { Read, Work } from '../door/unit.ts'
import { isSamePerson } from '../people/identity.ts'
import { boxById } from './records.ts'

/** Copies that lie before the officer, each named once, all of them in the box by the ledger. */
const inHand = (work: Work, typed: readonly string[], becomes: string) => {
  const copies = typed.map((one, index) => copyMeant(work.read, one, { clause: 'F1(6)', field: `numbers.${index}` }))
  work.about(...copies.map(({ number }) => number))
  const doubled = copies.find(({ id }, index) => copies.findIndex((other) => other.id === id) < index)
  if (doubled) refuse('input.duplicate', `${doubled.number}列了两次，请核对。`, { clause: 'F1(6)', field: 'numbers' })
  for (const [index, { number, state }] of copies.entries())
    if (state !== 'inBox') refuse('state.forbids', whyNot(number, state, becomes), { clause: 'F1(6)', field: `numbers.${index}` })
  return copies
}

const whyNot = (number: string, state: CopyState, becomes: string): string =>
  state === 'archived' ? `${number}已经归档，不能${becomes}。` : `${number}现为“${copyStateLabel[state]}”，不能${becomes}。请先收回核对。`

/** 入箱: copies into one box, from where they lie now; each comes back to it from then on (F1(6)). */
export const store = (work: Work, input: Parsed<'keeping.store'>): Output<'keeping.store'> => {
  const box = boxById(work.read, input.box, 'box')
  work.about(box.number)
  if (box.state === 'closed') refuse('state.forbids', `${box.number}已停用，请放入在用的箱。`, { clause: 'F1(6)', field: 'box' })
  const others = standing(work.read, inHand(work, input.numbers, '入箱')).filter((copy) => copy.box !== box.id)
  if (others.length === 0) refuse('state.conflict', `所列的份都已在${box.number}。`, { clause: 'F1(6)', field: 'numbers' })
  putInto(work, others, box.id)
  return { box: box.number, stored: others.length }
}

type Of = { number: string; state: DocumentState; finished: string | null }

/** Only papers of 办结 documents, and not on a day before that (F1(6)). */
const refuseUnfinished = (read: Read, copies: readonly { number: string; document: number }[], day: string) => {
  for (const [index, { number, document }] of copies.entries()) {
    const of = read.get<Of>("SELECT number, state, date(finished_at, '+8 hours') AS finished FROM document WHERE id = ?", document) as Of
    const field = `numbers.${index}`
    if (of.state === 'registered' || of.state === 'inProgress')
      refuse('rule.forbids', `${number}所属文件尚未办结，办结后才能归档。`, { clause: 'F1(6)', field })
    if (of.finished !== null && day < of.finished)
      refuse('input.range', `归卷日期不得早于${number}所属文件的办结日期${of.finished}。`, { clause: 'F1(6)', field: 'day' })
  }
}

/** Whoever keeps the archive signs that they have the papers; none of the 三员, and not the officer on another account. */
const receiverOf = (work: Work, ticket: string | undefined) => {
  if (ticket === undefined) return null
  const signer = work.signer(ticket)
  const no = (message: string) => refuse('rule.forbids', message, { clause: 'F1(6)', field: 'ticket' })
  if (isSamePerson(work.read, signer.person.id, work.asking.person.id)) no('移交人不得兼作接收人。档案由本人保管的，不必另签接收。')
  if (hasDuty(work.read, signer.person.id, THREE_OFFICERS)) no('三员不接触涉密文件，不得接收归档文件。')
  return signer
}

/** 归档: out of the box, into a volume of the archive (F1(6)). */
export const archive = (work: Work, input: Parsed<'keeping.archive'>): Output<'keeping.archive'> => {
  const copies = inHand(work, input.numbers, '归档')
  if (input.day > work.wall.slice(0, 10)) refuse('input.future', '归卷日期不得晚于今天。', { clause: 'F1(6)', field: 'day' })
  refuseUnfinished(work.read, copies, input.day)
  for (const [index, { id }] of copies.entries()) refuseReturning(work.read, id, `numbers.${index}`)
  const receiver = receiverOf(work, input.ticket)
  const number = work.number('archiving')
  const facts = { archiving: number, volume: input.volume, place: input.place, day: input.day, numbers: copies.map((copy) => copy.number) }
  const id = work.insert('archiving', {
    number,
    volume: input.volume,
    place: input.place,
    day: input.day,
    by_person: work.asking.person.id,
    at: work.now.toISOString(),
    received_by: receiver?.person.id ?? null,
    give_signature: work.sign(work.me(), 'archive.give', facts),
    take_signature: receiver && work.sign(receiver, 'archive.take', facts),
  })
  putAway(work, copies, 'archived', { archiving: id })
  work.about(number)
  return { id, number, archived: copies.length }
}
