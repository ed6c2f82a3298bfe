import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import { limits } from '../../../contract/limits.ts'
import {
  type CheckAnswer,
  type CheckItem,
  HOLDER_ITEMS,
  REVIEW_BASES,
  type ReviewBasis,
  type ReviewDecision,
  reviewBasisFits,
  reviewBasisLabel,
} from '../../../contract/terms.ts'
import { TextField } from '../../components/fields.tsx'
import { SelectField } from '../../components/select-field.tsx'

/** What an outcome is given on, as it is typed. */
export type GroundsTyped = { reason: string; basis: ReviewBasis[]; interest: string }

/** Answers of the checklist as far as they are given. */
export type AnswersTyped = Partial<Record<CheckItem, CheckAnswer | undefined>>

const fits = (outcome: ReviewDecision | undefined, basis: ReviewBasis) =>
  outcome !== undefined && reviewBasisFits[basis].outcomes.some((one) => one === outcome)
const hasBasis = (outcome: ReviewDecision | undefined) => outcome === 'withheld' || outcome === 'onApplication'
/** Somebody's right stands against publication, unless they agreed (B4). */
const needsInterest = (outcome: ReviewDecision | undefined, answers: AnswersTyped) =>
  outcome === 'open' && HOLDER_ITEMS.some((item) => answers[item] === 'yes' || answers[item] === 'unsure')

/** The grounds as the vault takes them: of what is not simply public its basis, of a right that stands against it the public interest. */
export const groundsWritten = (outcome: ReviewDecision | undefined, answers: AnswersTyped, { basis, interest }: Omit<GroundsTyped, 'reason'>) => ({
  ...(hasBasis(outcome) ? { basis: basis.filter((one) => fits(outcome, one)) } : {}),
  ...(needsInterest(outcome, answers) && interest.trim() ? { interest: interest.trim() } : {}),
})

type Props<F extends FieldValues & GroundsTyped> = {
  form: UseFormReturn<F>
  outcome: ReviewDecision | undefined
  answers: AnswersTyped
  /** When the reason need not be given. */
  reason: string
  required?: boolean
}

/** 理由, 依据, 公共利益: what of them an outcome asks for (B4, B7, B9). */
export const GroundsBoxes = <F extends FieldValues & GroundsTyped>({ form, outcome, answers, reason, required = false }: Props<F>) => {
  const at = (name: keyof GroundsTyped) => name as Path<F>
  return (
    <>
      {hasBasis(outcome) && (
        <SelectField
          form={form}
          name={at('basis')}
          label="依据"
          choices={REVIEW_BASES.filter((one) => fits(outcome, one)).map((value) => ({ value, label: reviewBasisLabel[value] }))}
          many
          hint="打条款的一部分选定，可以选几条（B9）"
          required
        />
      )}
      {needsInterest(outcome, answers) && (
        <TextField
          form={form}
          name={at('interest')}
          label="公共利益理由"
          max={limits.opinion}
          hint="权利人同意公开的不填；不同意而仍要公开的，写明不公开会对公共利益造成的影响（B4）"
        />
      )}
      <TextField form={form} name={at('reason')} label="理由" max={limits.opinion} rows={2} hint={reason} required={required} />
    </>
  )
}
