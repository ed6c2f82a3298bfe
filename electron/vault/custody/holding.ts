import type { HoldingKind, SignaturePurpose } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Work } from '../door/unit.ts'
import { isSamePerson } from '../people/identity.ts'
import { signatureMark } from '../people/marks.ts'
import { nameOf } from '../people/names.ts'
import { type Moved, putBack, takeOut } from './moves.ts'

/** What lies in somebody's hands against their signature. */
export type Held = Moved & { holding: number; number: string; person: number; since: string }

/** The record that copies are given under: whose facts both sign, and the column of `holding` that names it. */
export type Ground = { column: HoldingKind; id: number; facts: Record<string, unknown> }

/** Who gives is not who takes, on whichever account: one person's two signatures prove nothing (domain 4). */
export const refuseGivingToOneself = (work: Work, person: number, field = 'person'): void => {
  if (isSamePerson(work.read, person, work.asking.person.id))
    refuse('rule.forbids', '保密员不得自发自收：发给本人和本人归还的，请由另一名保密员办理。', { clause: 'F1(4)a', field })
}

/** The other hand: whose, when, and how they sign; the officer's entry, where they signed on paper. */
export type Hand = { person: number; at: Date; sign: (facts: Record<string, unknown>) => number }

/** The other hand signs in place, now, by ticket: nobody signs for another (F1(4)a). */
export const inPlace = (work: Work, person: number, ticket: string, purpose: SignaturePurpose): Hand => ({
  person,
  at: work.now,
  sign: (facts) => {
    const signer = work.signer(ticket)
    if (signer.person.id !== person)
      refuse('rule.forbids', `应由${nameOf(work.read, person)}本人签字，不得由他人代签代转。`, { clause: 'F1(4)a', field: 'ticket' })
    return work.sign(signer, purpose, facts)
  },
})

/** Gives copies out of the box into one person's hands: the officer signs that they gave, the person that they took. */
export const give = (work: Work, copies: readonly (Moved & { number: string })[], { column, id, facts }: Ground, taker: Hand): void => {
  const signed = { ...facts, numbers: copies.map(({ number }) => number), holder: taker.person }
  const at = taker.at.toISOString()
  const given = {
    person: taker.person,
    [column]: id,
    given_at: at,
    given_by: work.asking.person.id,
    give_signature: work.sign(work.me(), 'issue.give', signed),
    take_signature: taker.sign(signed),
  }
  takeOut(work, copies, 'lent', { holder: taker.person, since: at })
  for (const copy of copies) work.insert('holding', { copy: copy.id, ...given })
  work.about(...copies.map(({ number }) => number))
}

/** Takes copies back from the person who holds them, who signs that they gave them back; the officer signs that they have them. */
export const takeBack = (work: Work, held: readonly Held[], facts: Record<string, unknown>, giver: Hand): void => {
  const signed = { ...facts, numbers: held.map(({ number }) => number), holder: giver.person }
  const back = {
    back_at: giver.at.toISOString(),
    give_back_signature: giver.sign(signed),
    take_back_signature: work.sign(work.me(), 'takeBack', signed),
  }
  for (const { holding } of held) work.change('holding', holding, back)
  putBack(work, held)
  work.about(...held.map(({ number }) => number))
}

/** What is in anybody's hands under one record, in the order of its numbers. */
export const heldUnder = (read: Read, column: Ground['column'], id: number): Held[] =>
  read.all<Held>(
    `SELECT copy.id, copy.document, copy.number, holding.id AS holding, holding.person, holding.given_at AS since FROM holding JOIN copy ON copy.id = holding.copy
     WHERE holding.${column} = ? AND holding.back_at IS NULL ORDER BY copy.id`,
    id,
  )

/** A row of `holding`: when and by what signatures a copy went into somebody's hands and came back. */
export type HoldingRow = {
  given_at: string
  give_signature: number
  take_signature: number
  back_at: string | null
  give_back_signature: number | null
  take_back_signature: number | null
  /** The case under which it ended: what is 短少待查 from then was never given back. */
  breach: number | null
}

/** How it is shown. */
export const passageOf = (read: Read, row: HoldingRow) => {
  const mark = (signature: number | null) => signatureMark(read, signature)
  return {
    givenAt: row.given_at,
    give: mark(row.give_signature),
    take: mark(row.take_signature),
    backAt: row.breach === null ? row.back_at : null,
    giveBack: mark(row.give_back_signature),
    takeBack: mark(row.take_back_signature),
  }
}

/** What a row of `holding` stands on, for a statement that reads it: its kind, the record's id and number, and the joins they need. */
export const GROUND = {
  kind: "CASE WHEN holding.loan IS NOT NULL THEN 'loan' WHEN holding.visit IS NOT NULL THEN 'visit' ELSE 'reproduction' END",
  id: 'coalesce(loan.id, visit.id, reproduction.id)',
  number: 'coalesce(loan.number, visit.number, reproduction.number)',
  joins: `LEFT JOIN reproduction ON reproduction.id = holding.reproduction LEFT JOIN loan ON loan.id = holding.loan
    LEFT JOIN visit ON visit.id = holding.visit`,
} as const
