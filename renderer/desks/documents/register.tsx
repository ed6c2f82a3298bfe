import { useState } from 'react'
import type { Input, Output } from '../../../contract/index.ts'
import { limits } from '../../../contract/fields.ts'
import { LEVELS, type Level, levelLabel, URGENCIES, type Urgency, urgencyLabel } from '../../../contract/terms.ts'
import { useSession } from '../../app/session.tsx'
import { CheckField, ChoiceField, DayField, MinuteField, NumberField, PeopleField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { RecordPane } from '../../components/record-pane.tsx'
import { copyNumbersOf } from './copy-numbers.ts'
import { PeriodFields, periodOf, type PeriodTyped, periodStart } from './period-fields.tsx'
import { Registered } from './registered.tsx'
import { symbolWritten } from './written.ts'

type Envelope = { envelopeNo: string; sender: string; receivedAt: string; sealIntact: boolean; sealNote: string }
type Typed = PeriodTyped & {
  envelope: Envelope
  symbol: string
  title: string
  madeOn: string
  listed: number | undefined
  counted: number | undefined
  discrepancyNote: string
  copyNos: string
  urgency: Urgency
  attachments: string
  addressee: string
  handledBy: string
  returnBy: string
  scope: number[]
  remarks: string
}

const start = (now: string): Typed => ({
  envelope: { envelopeNo: '', sender: '', receivedAt: now, sealIntact: true, sealNote: '' },
  symbol: '',
  title: '',
  madeOn: '',
  ...periodStart,
  listed: undefined,
  counted: undefined,
  discrepancyNote: '',
  copyNos: '',
  urgency: 'ordinary',
  attachments: '',
  addressee: '',
  handledBy: '',
  returnBy: '',
  scope: [],
  remarks: '',
})

const inputOf = (typed: Typed, envelope: number | null): Input<'documents.register'> => ({
  envelope: envelope === null ? typed.envelope : { id: envelope },
  sender: typed.envelope.sender,
  symbol: symbolWritten(typed.symbol),
  title: typed.title,
  madeOn: typed.madeOn,
  level: typed.level,
  period: periodOf(typed),
  listed: typed.listed as number,
  counted: typed.counted as number,
  discrepancyNote: typed.discrepancyNote,
  copyNos: copyNumbersOf(typed.copyNos).numbers,
  urgency: typed.urgency,
  attachments: typed.attachments,
  addressee: typed.addressee,
  handledBy: typed.handledBy,
  returnBy: typed.returnBy || undefined,
  scope: typed.scope,
  remarks: typed.remarks,
})

const choices = <C extends string>(codes: readonly C[], labels: Record<C, string>) => codes.map((value) => ({ value, label: labels[value] }))

/** F2 新登记, in the order of the paper: envelope, particulars, count, scope (F1(1)a, b). `envelope` is one signed in before. */
export const Register = ({ envelope, onClose }: { envelope: number | null; onClose: () => void }) => {
  const { now, level: station } = useSession()
  const day = now.slice(0, 10)
  const [done, setDone] = useState<Output<'documents.register'> | null>(null)
  const form = useActForm<'documents.register', Typed>('documents.register', {
    start: start(now),
    input: (typed) => inputOf(typed, envelope),
    done: setDone,
  })
  const { fields } = form
  const numbers = copyNumbersOf(fields.watch('copyNos'))
  const [listed, counted] = fields.watch(['listed', 'counted'])
  const levels = LEVELS.slice(0, LEVELS.indexOf(station) + 1) as readonly Level[]
  if (done)
    return (
      <Registered
        done={done}
        onClose={onClose}
        onAgain={() => {
          fields.reset(start(now))
          setDone(null)
        }}
      />
    )
  return (
    <RecordPane title="收文登记" wide>
      <ActForm of={form} ok="登记" onClose={onClose}>
        {envelope === null && (
          <>
            <TextField form={fields} name="envelope.envelopeNo" label="信封编号" max={limits.envelopeNo} first required />
            <TextField form={fields} name="envelope.sender" label="来文机关" max={limits.unit} required />
            <MinuteField form={fields} name="envelope.receivedAt" label="收文时间" day={day} required />
            <CheckField form={fields} name="envelope.sealIntact" label="密封" says="完好" />
            {!fields.watch('envelope.sealIntact') && <TextField form={fields} name="envelope.sealNote" label="密封情况" max={limits.note} required />}
          </>
        )}
        {envelope !== null && <TextField form={fields} name="envelope.sender" label="来文机关" max={limits.unit} first required />}
        <TextField form={fields} name="symbol" label="来文字号" max={limits.symbol} hint="没有文号的留空" />
        <TextField form={fields} name="title" label="标题" max={limits.title} required />
        <DayField form={fields} name="madeOn" label="成文日期" day={day} required />
        <ChoiceField form={fields} name="level" label="密级" choices={choices(levels, levelLabel)} required />
        <PeriodFields form={fields as never} />
        <NumberField form={fields} name="listed" label="清单份数" min={1} max={limits.copies} unit="份" required />
        <NumberField form={fields} name="counted" label="实点份数" min={1} max={limits.copies} unit="份" required />
        {listed !== undefined && counted !== undefined && listed !== counted && (
          <TextField form={fields} name="discrepancyNote" label="差异情况" max={limits.note} required hint="清点份数不符，只能作差异登记（F1(1)b）" />
        )}
        <TextField
          form={fields}
          name="copyNos"
          label="份号"
          max={2000}
          hint={
            numbers.problem ??
            (numbers.numbers.length > 0
              ? `共 ${numbers.numbers.length} 个：${numbers.numbers.slice(0, 6).join('、')}${numbers.numbers.length > 6 ? '…' : ''}`
              : '如 000012-000013；来文没有份号的留空')
          }
        />
        <PeopleField form={fields} name="scope" label="知悉范围" many hint="限定到具体人员（保密法21）" />
        <ChoiceField form={fields} name="urgency" label="紧急程度" choices={choices(URGENCIES, urgencyLabel)} />
        <TextField form={fields} name="attachments" label="附件" max={limits.note} />
        <TextField form={fields} name="addressee" label="主送" max={limits.unit} />
        <TextField form={fields} name="handledBy" label="承办单位" max={limits.department} />
        <DayField form={fields} name="returnBy" label="清退日期" day={day} />
        <TextField form={fields} name="remarks" label="备注" max={limits.note} />
      </ActForm>
    </RecordPane>
  )
}
