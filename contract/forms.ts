/**
 * The printed forms, each declared once: what it is called, its standard number, its boxes in their standard order, who signs it.
 * A form joins by a declaration beside this file; the paper (renderer/paper) reads what is to be printed from the template of its frame.
 */
import { fixed, type FormBox, type FormDeclaration } from './form.ts'
import { custodyForms } from './forms-custody.ts'
import { disclosureForms } from './forms-disclosure.ts'
import { documentForms } from './forms-documents.ts'
import { evaluationForms } from './forms-evaluation.ts'
import { keepingForms } from './forms-keeping.ts'
import { mediaForms } from './forms-media.ts'
import { publicationForms } from './forms-publication.ts'
import { reviewForms } from './forms-review.ts'

export type { FormBox, FormDeclaration } from './form.ts'

/** On every page of every form, in this order; none may be left out. */
export const frameBoxes = {
  mark: { label: '密级标志', must: '保密法14' },
  pageRules: { label: '不得在OA上传阅、不得带出的规定', must: 'F1(4)d' },
  printed: { label: '印制编号、印制人和时间、记录校验码', must: '审计' },
  pages: { label: '第 x 页 共 y 页', must: '审计' },
} as const satisfies Record<string, FormBox>

export const forms = {
  ...documentForms,
  ...custodyForms,
  ...keepingForms,
  ...mediaForms,
  ...reviewForms,
  ...disclosureForms,
  ...publicationForms,
  ...evaluationForms,
  labels: fixed('标签', '密签-01'),
  list: { ...fixed('打印清单', '密单-01'), landscape: true },
  auditReport: fixed('安全审计报告', '密审-01'),
} as const satisfies Record<string, FormDeclaration>

export type FormKind = keyof typeof forms
export const FORMS = Object.keys(forms) as [FormKind, ...FormKind[]]
/** The boxes of a form, by name. */
export type BoxOf<F extends FormKind> = keyof (typeof forms)[F]['boxes'] & string
export type SignerOf<F extends FormKind> = keyof (typeof forms)[F]['signers'] & string

/** A form as it was declared, whichever it is. */
export const declaredOf = (form: FormKind): FormDeclaration => forms[form]

/** A label on one line. */
export const inOneLine = (label: string): string => label.replace('\n', '')

/** Width of a page that columns may take, in millimetres. */
export const roomOf = ({ landscape }: FormDeclaration): number => (landscape ? 281 : 188)
