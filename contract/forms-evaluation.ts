/** The forms of 评估与年报: the report is laid out as the State Council’s office has it, the evaluation as G三.4 asks. */
import { fixed, type FormDeclaration } from './form.ts'

export const evaluationForms = {
  annualReport: fixed('政府信息公开工作年度报告', '年报-01'),
  evaluation: fixed('信息公开工作半年评估表', '评估-01'),
} as const satisfies Record<string, FormDeclaration>
