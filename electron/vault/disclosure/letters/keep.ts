import type { Work } from '../../door/unit.ts'
import { canonicalJson } from '../../storage/bytes.ts'
import type { Letter } from './compose.ts'

export type Kept = {
  disclosure: number
  item: number | null
  /** The signed act that brought it; its facts hold the digest of the letter. */
  step: number
  signature: number
  to: string
  writtenOn: string
  composed: Letter
}

/** Keeps a letter under its gap-free number 公开函, with the signature of the act that brought it. A letter is never changed: another is written. */
export const keepLetter = (work: Work, { disclosure, item, step, signature, to, writtenOn, composed }: Kept): { id: number; number: string } => {
  const { kind, wording, text } = composed
  const number = work.number('letter')
  const row = { number, disclosure, item, step, kind, addressee: to, written_on: writtenOn, wording, text: canonicalJson(text), signature }
  const id = work.insert('disclosure_letter', { ...row, at: work.now.toISOString() })
  work.about(number)
  return { id, number }
}
