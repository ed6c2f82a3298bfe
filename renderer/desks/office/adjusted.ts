import { declaredOf, type FormKind } from '../../../contract/forms.ts'
import type { Template } from '../../../contract/templates.ts'
import { boxesOf, movable } from '../../../contract/printed-form.ts'

/** A template as it is typed: the boxes that may be left out stand in their order, each ticked or not. */
export type Adjusted = {
  title: string
  number: string
  boxes: { box: string; printed: boolean }[]
  own: { label: string; size?: number }[]
  signers: Record<string, string>
  foot: string
  reason: string
}

/** The most boxes of the unit's own. */
export const OWN = 6

export const adjustedFrom = (form: FormKind, template: Template): Adjusted => {
  const declared = declaredOf(form)
  const free = movable(declared)
  const order = boxesOf(declared, { leftOut: [], order: template.order }).filter((box) => free.includes(box))
  return {
    title: template.title,
    number: template.number,
    boxes: order.map((box) => ({ box, printed: !template.leftOut.includes(box) })),
    own: Array.from({ length: OWN }, (_, place) => template.own[place] ?? { label: '' }),
    signers: { ...declared.signers, ...Object.fromEntries(template.signers.map(({ signer, label }) => [signer, label])) },
    foot: template.foot ?? '',
    reason: '',
  }
}

/** What is typed, as the vault takes it. */
export const templateOf = ({ title, number, boxes, own, signers, foot }: Adjusted): Template => ({
  title,
  number,
  leftOut: boxes.filter(({ printed }) => !printed).map(({ box }) => box),
  order: boxes.map(({ box }) => box),
  own: own.flatMap(({ label, size }) => (label.trim() === '' ? [] : [{ label, size: size ?? 1 }])),
  signers: Object.entries(signers).map(([signer, label]) => ({ signer, label })),
  ...(foot.trim() && { foot }),
})
