/** A declared form as it is printed by the unit's template (templates.ts). No schema stands here: the screen needs what this does, and none of those. */
import { declaredOf, type FormDeclaration, type FormKind } from './forms.ts'
import type { PrintedTemplate, Template } from './templates.ts'

/** The boxes that may be left out, in their standard order. */
export const movable = ({ boxes }: FormDeclaration): string[] => Object.keys(boxes).filter((box) => boxes[box]?.must === undefined)

/** The boxes of a form as they are printed: what a rule demands keeps its place, the others take theirs in the unit's order. */
export const boxesOf = (form: FormDeclaration, { leftOut, order }: Pick<Template, 'leftOut' | 'order'>): string[] => {
  const free = movable(form)
  // A box that a later release added is not in an order of before: it comes last.
  const turn = [...order.filter((box) => free.includes(box)), ...free.filter((box) => !order.includes(box))]
  return Object.keys(form.boxes)
    .map((box) => (free.includes(box) ? (turn.shift() as string) : box))
    .filter((box) => !leftOut.includes(box) || !free.includes(box))
}

/** A form as it is printed by a template; null: by the standard. */
export const printedBy = (kind: FormKind, own: Template | null, version: number): PrintedTemplate => {
  const form = declaredOf(kind)
  return {
    form: kind,
    version,
    title: own?.title ?? form.title,
    boxes: boxesOf(form, own ?? { leftOut: [], order: [] }),
    own: own?.own ?? [],
    signers: { ...form.signers, ...Object.fromEntries((own?.signers ?? []).map(({ signer, label: said }) => [signer, said])) },
    foot: own?.foot ?? null,
  }
}

/** The standard of a form, as it is adjusted from. */
export const standardOf = ({ title, number }: FormDeclaration): Template => ({ title, number, leftOut: [], order: [], own: [], signers: [] })
