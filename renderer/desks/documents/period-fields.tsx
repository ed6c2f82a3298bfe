import type { UseFormReturn } from 'react-hook-form'
import { limits, type Period } from '../../../contract/fields.ts'
import { type Level, longestPeriodYears, PERIOD_KINDS, type PeriodKind, periodKindLabel } from '../../../contract/terms.ts'
import { ChoiceField, DayField, NumberField, TextField } from '../../components/fields.tsx'

/** Level and period as they are typed. Nested as the contract nests them, so that a refusal finds its box. */
export type PeriodTyped = {
  level: Level
  period: { kind: PeriodKind; years: number | undefined; months: number | undefined; until: string; condition: string; basis: string }
}

export const periodStart: PeriodTyped = {
  level: 'secret',
  period: { kind: 'years', years: undefined, months: undefined, until: '', condition: '', basis: '' },
}

/** The period as the contract takes it; none for 内部事项 (保密法22). */
export const periodOf = ({ level, period }: PeriodTyped): Period | undefined => {
  if (level === 'internal') return undefined
  const { kind, years, months, until, condition, basis } = period
  const because = basis.trim() ? { basis: basis.trim() } : {}
  if (kind === 'years') return { kind, years: years as number, ...because }
  if (kind === 'months') return { kind, months: months as number }
  if (kind === 'until') return { kind, until, ...because }
  return kind === 'condition' ? { kind, condition } : { kind }
}

const kinds = PERIOD_KINDS.map((value) => ({ value, label: periodKindLabel[value] }))

/** 保密期限 as marked on the paper; past the law's limit only with its basis (保密法20). */
export const PeriodFields = ({ form }: { form: UseFormReturn<PeriodTyped> }) => {
  const level = form.watch('level')
  const { kind, years } = form.watch('period')
  if (level === 'internal') return null
  const longest = longestPeriodYears[level]
  return (
    <>
      <ChoiceField form={form} name="period.kind" label="保密期限" choices={kinds} />
      {kind === 'years' && <NumberField form={form} name="period.years" label="" min={1} max={100} unit={`年（不超过${longest}年）`} required />}
      {kind === 'months' && <NumberField form={form} name="period.months" label="" min={1} max={11} unit="个月" required />}
      {kind === 'until' && <DayField form={form} name="period.until" label="解密时间" required />}
      {kind === 'condition' && <TextField form={form} name="period.condition" label="解密条件" max={limits.note} required />}
      {(kind === 'until' || (kind === 'years' && (years ?? 0) > longest)) && (
        <TextField form={form} name="period.basis" label="依据" max={limits.note} hint="超过法定最长期限的必填（保密法20）" />
      )}
    </>
  )
}
