/** 表式: how the unit has each form printed. What a form holds is declared in forms.ts. */
import { z } from 'zod'
import { instant, limits, line, optionalLine } from './fields.ts'
import { FORMS } from './forms.ts'
import { procedure } from './procedure.ts'

const label = line(limits.formLabel)
/** The name of a declared box or signer. */
const name = line(limits.formLabel)

/** A box of the unit's own, to be filled by hand: in a book so many millimetres wide, on a sheet so many lines high. */
const ownBox = z.strictObject({ label, size: z.int().min(1).max(80) })
export type OwnBox = z.infer<typeof ownBox>

export const template = z.strictObject({
  /** The name of the form; what the paper puts before it (涉密, 内部) is not the unit's to change (保密法22). */
  title: line(limits.formTitle),
  /** 表号. */
  number: line(limits.symbol),
  /** Boxes that are not printed. One that a rule demands is refused with its clause. */
  leftOut: z.array(name).max(40).default([]),
  /** Every box that may be left out, in the order in which they take their places; empty: the standard order. */
  order: z.array(name).max(40).default([]),
  /** Boxes of the unit's own, after those of the form. */
  own: z.array(ownBox).max(6).default([]),
  /** What stands before a line to sign on, where it is not the standard: 处室负责人 for 科室负责人. */
  signers: z
    .array(z.strictObject({ signer: name, label }))
    .max(10)
    .default([]),
  /** A line of the unit's own in the foot. */
  foot: optionalLine(limits.formFoot),
})
export type Template = z.infer<typeof template>

const formKind = z.enum(FORMS)

/** How a form is printed: by this version, these boxes in this order. Version 0 is the standard. */
export const printedTemplate = z.strictObject({
  form: formKind,
  version: z.int(),
  title: z.string(),
  boxes: z.array(z.string()),
  own: z.array(ownBox),
  signers: z.record(z.string(), z.string()),
  foot: z.string().nullable(),
})
export type PrintedTemplate = z.infer<typeof printedTemplate>

export const templates = {
  'office.templates': procedure({
    kind: 'query',
    by: ['securityAdmin'],
    clauses: ['F1(1)b', 'F1(2)b'],
    says: 'The printed forms with the template that each is printed by now, its standard, and its versions with who changed it, when and why',
    act: '查看表式',
    input: z.strictObject({}),
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          form: formKind,
          version: z.int(),
          /** null: printed by the standard. */
          template: template.nullable(),
          standard: template,
          versions: z.array(z.strictObject({ version: z.int(), standard: z.boolean(), reason: z.string(), by: z.string(), at: instant })),
        }),
      ),
    }),
  }),
  'office.setTemplate': procedure({
    kind: 'mutation',
    by: ['securityAdmin'],
    clauses: ['F1(1)b', 'F1(2)b', 'F1(4)d', '保密法14', '保密法22', '审计'],
    says: 'Sets how a form is printed from now on: name, number, which boxes in which order, boxes of the unit’s own, who signs, foot; null sets it back to the standard. A new version with its reason; what a rule demands cannot be left out',
    act: '调整表式',
    input: z.strictObject({ form: formKind, template: template.nullable(), reason: line(limits.note) }),
    output: z.strictObject({ form: formKind, version: z.int() }),
  }),
}
