import type { DisclosureAct } from '../../../contract/terms.ts'
import type { Signer, Work } from '../door/unit.ts'
import { composeLetter, type LetterFacts } from './letters/compose.ts'
import { keepLetter } from './letters/keep.ts'
import { applicationOf, type DisclosureRecord, type ItemRecord, itemsOf, type Said, signStep } from './records.ts'

/** `to` left out: the applicant. `item`: of an application that was split, which of its things it is about. */
export type Writing = { to?: string | undefined; writtenOn: string; item?: ItemRecord | undefined; facts: LetterFacts }

/** Signs an act that brings a letter with it, the letter's digest among what is signed, and keeps the letter under its number (G三.3). */
export const signWithLetter = (
  work: Work,
  disclosure: DisclosureRecord,
  signer: Signer,
  act: DisclosureAct,
  said: Said,
  { to, writtenOn, item, facts }: Writing,
): { step: number; letter: { id: number; number: string } } => {
  const application = applicationOf(work.read, disclosure)
  const addressee = to ?? application.name
  const { kind, content } = application
  const split = item !== undefined && itemsOf(work.read, disclosure.id).length > 1
  const composed = composeLetter({
    to: addressee,
    writtenOn,
    application: { number: disclosure.number, receivedOn: disclosure.received_on, kind, content },
    item: split ? { ordinal: item.ordinal, content: item.content } : null,
    facts,
    unit: { name: work.settings.unit, office: work.settings.letterOffice },
  })
  const { step, signature } = signStep(work, disclosure, signer, act, {
    ...said,
    ...(item && { item }),
    facts: { ...said.facts, letter: composed.digest },
  })
  const kept = { disclosure: disclosure.id, item: item?.id ?? null, step, signature, to: addressee, writtenOn, composed }
  return { step, letter: keepLetter(work, kept) }
}
