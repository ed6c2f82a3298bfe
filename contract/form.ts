/** What a printed form is made of. The forms themselves are in forms.ts and beside it. */
import type { Clause } from './clauses.ts'

/** A box of a form. `label` as printed, its lines broken by \n. `must`: the rule that demands it, so that it is never left out. */
export type FormBox = {
  label: string
  must?: Clause
  /** Of a book: the width of its column in millimetres. */
  width?: number
  /** Of a sheet: it takes half the width, and stands beside the next that does. */
  half?: true
  /** Who signs in it (`signers`). */
  signer?: string
}

export type FormDeclaration = {
  /** Its name, as the unit may change it. */
  title: string
  /** What the paper itself puts before the name, by level or kind; said to whoever changes it. */
  before?: string
  /** 表号. */
  number: string
  /** A book has columns, a sheet has boxes with their names before them; of a `fixed` form nothing is left out or added. */
  layout: 'book' | 'sheet' | 'fixed'
  landscape: boolean
  boxes: Record<string, FormBox>
  /** It leaves the house: neither mark nor the rules for classified paper stand on it. */
  outward?: boolean
  /** Who signs, as it stands before the line to sign on. */
  signers: Record<string, string>
}

/** Who signs at the end of a book. */
export const keeper = { officer: '保密员', head: '负责人' } as const

/** A form whose boxes are all its own: the unit gives it a name, a number and a line in the foot. */
export const fixed = (title: string, number: string, before?: string) =>
  ({ title, number, ...(before && { before }), layout: 'fixed', landscape: false, boxes: {}, signers: {} }) as const satisfies FormDeclaration
