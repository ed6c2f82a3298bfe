import type { UseFormReturn } from 'react-hook-form'
import { limits } from '../../../contract/limits.ts'
import { copyBanLabel, URGENCIES, urgencyLabel } from '../../../contract/terms.ts'
import { CheckField, ChoiceField, DayField, MinuteField, NumberField, TextField } from '../../components/fields.tsx'
import { PeopleField } from '../../components/people-field.tsx'
import { mayNeedBasis } from '../../components/mark.ts'
import { readMark } from '../../../contract/written.ts'
import { MarkField } from '../../components/mark-field.tsx'
import { copyNumbersOf } from './copy-numbers.ts'
import type { Registration } from './registration.ts'
import { symbolIsWhole } from './written.ts'

type Props = { form: UseFormReturn<Registration>; day: string }

/** The envelope as it is signed for (F1(1)a); only its 来文机关 when it was signed in before. */
export const EnvelopeFields = ({ form, day, signed }: Props & { signed: boolean }) => {
  const sender = <TextField form={form} name="envelope.sender" label="来文机关" max={limits.unit} first={signed} required />
  if (signed) return sender
  return (
    <>
      <div className="field-pair">
        <TextField form={form} name="envelope.envelopeNo" label="信封编号" max={limits.envelopeNo} first required />
        <MinuteField form={form} name="envelope.receivedAt" label="收文时间" day={day} required />
      </div>
      <div className="field-pair">
        <CheckField form={form} name="envelope.sealIntact" label="密封" says="完好" />
        {!form.watch('envelope.sealIntact') && <TextField form={form} name="envelope.sealNote" label="密封情况" max={limits.note} required />}
      </div>
      {sender}
    </>
  )
}

const SHOWN = 6

const copyNosHint = (typed: string) => {
  const { numbers, problem } = copyNumbersOf(typed)
  if (problem) return <span className="field-error">{problem}</span>
  if (numbers.length === 0) return '如 000012-000013；来文没有份号的留空'
  return `共 ${numbers.length} 个：${numbers.slice(0, SHOWN).join('、')}${numbers.length > SHOWN ? '…' : ''}`
}

/** What the paper says, in the order of the 收文登记簿, then who may know of it. */
export const PaperFields = ({ form, day }: Props) => {
  const [listed, counted, mark, copyNos] = form.watch(['listed', 'counted', 'mark', 'copyNos'])
  const marked = readMark(mark)
  const unlike = listed !== undefined && counted !== undefined && listed !== counted
  return (
    <>
      <TextField form={form} name="symbol" label="来文字号" max={limits.symbol} whole={symbolIsWhole} hint="没有文号的留空" />
      <TextField form={form} name="title" label="标题" max={limits.title} rows={2} required />
      <div className="field-pair">
        <NumberField form={form} name="listed" label="清单份数" min={1} max={limits.copies} unit="份" required />
        <NumberField form={form} name="counted" label="实点份数" min={1} max={limits.copies} unit="份" required />
      </div>
      {unlike && (
        <TextField form={form} name="discrepancyNote" label="差异情况" max={limits.note} required hint="清点份数不符，只能作差异登记（F1(1)b）" />
      )}
      <TextField form={form} name="copyNos" label="份号" max={2000} hint={copyNosHint(copyNos)} />
      <MarkField form={form} name="mark" required />
      {marked && mayNeedBasis(marked) && (
        <TextField form={form} name="basis" label="依据" max={limits.note} hint="超过法定最长期限的必填（保密法20）" />
      )}
      <DayField form={form} name="madeOn" label="成文日期" day={day} required hint="保密期限自此日起算（实施条例19）" />
      <PeopleField form={form} name="scope" label="知悉范围" many hint="限定到具体人员（保密法21），姓名之间用顿号；可登记后再核定" />
    </>
  )
}

/** Boxes that many papers leave empty. */
export const MoreFields = ({ form, day }: Props) => (
  <>
    <ChoiceField form={form} name="urgency" label="紧急程度" choices={URGENCIES.map((value) => ({ value, label: urgencyLabel[value] }))} />
    <TextField form={form} name="attachments" label="附件" max={limits.note} />
    <TextField form={form} name="addressee" label="主送" max={limits.unit} />
    <TextField form={form} name="handledBy" label="承办单位" max={limits.department} />
    <DayField form={form} name="returnBy" label="清退日期" day={day} hint="来文要求清退的填写" />
    <CheckField form={form} name="copyBan" label="翻印复印" says={copyBanLabel} />
    <TextField form={form} name="remarks" label="备注" max={limits.note} rows={2} />
  </>
)
