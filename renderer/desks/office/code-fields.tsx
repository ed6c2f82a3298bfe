import type { UseFormReturn } from 'react-hook-form'
import { limits } from '../../../contract/limits.ts'
import type { OfficeSettings } from '../../../contract/office.ts'
import { CODE_DAYS, CODE_FIELDS, codeDayLabel, codeFieldLabel, LEVELS, levelLabel, URGENCIES, urgencyLabel } from '../../../contract/terms.ts'
import { ChoiceField, NumberField, TextField } from '../../components/fields.tsx'
import { SelectField } from '../../components/select-field.tsx'

type Props = { form: UseFormReturn<Omit<OfficeSettings, 'level'>> }

/** How the 二维条码 on incoming paper is laid out: it differs from region to region. */
export const CodeFields = ({ form }: Props) => (
  <fieldset className="choose">
    <legend>来文二维条码的版式</legend>
    <TextField form={form} name="intakeCode.begins" label="开头" max={limits.codeWord} hint="每个条码开头的字，没有的留空" />
    <div className="field-pair">
      <TextField form={form} name="intakeCode.separator" label="分隔符" max={4} required />
      <TextField form={form} name="intakeCode.terminator" label="结尾符" max={4} hint="没有的留空" />
    </div>
    <div className="field-pair">
      <NumberField form={form} name="intakeCode.least" label="最少" min={1} max={40} unit="项" />
      <NumberField form={form} name="intakeCode.most" label="最多" min={1} max={40} unit="项" />
    </div>
    <p className="quiet">各项在条码里是第几项；条码里没有的填 0：</p>
    <div className="code-places">
      {CODE_FIELDS.map((field) => (
        <NumberField key={field} form={form} name={`intakeCode.places.${field}`} label={codeFieldLabel[field]} min={0} max={40} />
      ))}
    </div>
    <ChoiceField form={form} name="intakeCode.days" label="日期样式" choices={CODE_DAYS.map((value) => ({ value, label: codeDayLabel[value] }))} />
    {LEVELS.map((level) => (
      <SelectField key={level} form={form} name={`intakeCode.levels.${level}`} label={`读作${levelLabel[level]}`} choices={[]} many free />
    ))}
    {URGENCIES.map((urgency) => (
      <SelectField key={urgency} form={form} name={`intakeCode.urgencies.${urgency}`} label={`读作${urgencyLabel[urgency]}`} choices={[]} many free />
    ))}
    <TextField form={form} name="intakeCode.note" label="扫描枪" max={limits.note} rows={2} hint="怎样设定扫描枪，汉字才读得对" />
  </fieldset>
)
