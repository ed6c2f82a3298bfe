import { useEffect, useRef } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { OfficeSettings } from '../../../contract/office.ts'
import {
  DISCLOSURE_LIMITS,
  DISCLOSURE_PRESETS,
  daysOfPreset,
  type DisclosureLimit,
  disclosureLimitLabel,
  disclosurePresetLabel,
  lawFigures,
  presetNote,
  whyLaxer,
  whyShorter,
} from '../../../contract/terms.ts'
import { ChoiceField, NumberField } from '../../components/fields.tsx'

/** `宽于现行法规…` or `短于现行法规…`, as it stands beside every such limit. */
const besideLaw = (limit: DisclosureLimit, days: number): string | null => whyLaxer(limit, days) ?? whyShorter(limit, days)

/** The limits in force, each with what it says beside the law. */
export const LimitsShown = ({ days }: { days: OfficeSettings['disclosureDays'] }) => (
  <ul className="limits-shown">
    {DISCLOSURE_LIMITS.map((limit) => {
      const note = besideLaw(limit, days[limit])
      return (
        <li key={limit}>
          {disclosureLimitLabel[limit]} {days[limit]} 个工作日
          {note && <strong className={whyLaxer(limit, days[limit]) ? 'laxer' : 'quiet'}>　{note}</strong>}
        </li>
      )
    })}
  </ul>
)

const BesideLaw = ({ limit, days }: { limit: DisclosureLimit; days: number }) => {
  const { clause, days: law } = lawFigures[limit]
  const laxer = whyLaxer(limit, days)
  return laxer ? <strong className="laxer">{laxer}</strong> : (whyShorter(limit, days) ?? `${clause}：${law}个工作日`)
}

type Typed = Omit<OfficeSettings, 'level'>

/** 公开期限: which rules, and each limit in working days; choosing a preset fills them. */
export const LimitFields = ({ form }: { form: UseFormReturn<Typed> }) => {
  const preset = form.watch('disclosurePreset')
  const days = form.watch('disclosureDays')
  const filled = useRef(preset)
  useEffect(() => {
    if (filled.current === preset) return
    filled.current = preset
    form.setValue('disclosureDays', daysOfPreset(preset), { shouldDirty: true })
  }, [preset, form])
  return (
    <>
      <ChoiceField
        form={form}
        name="disclosurePreset"
        label="公开期限"
        choices={DISCLOSURE_PRESETS.map((value) => ({ value, label: disclosurePresetLabel[value] }))}
        hint={presetNote(preset) ?? '选定后填入下列各项，也可逐项另定；已经起算的期限不变'}
      />
      {DISCLOSURE_LIMITS.map((limit) => (
        <NumberField
          key={limit}
          form={form}
          name={`disclosureDays.${limit}`}
          label={disclosureLimitLabel[limit]}
          min={1}
          max={60}
          unit="个工作日"
          hint={<BesideLaw limit={limit} days={days[limit]} />}
        />
      ))}
    </>
  )
}
