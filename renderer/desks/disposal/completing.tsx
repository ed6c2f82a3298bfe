import { Checkbox, Input } from 'antd'
import { useRef, useState } from 'react'
import { type Path, useForm } from 'react-hook-form'
import type { DestructionView } from '../../../contract/disposal-views.ts'
import { limits } from '../../../contract/limits.ts'
import type { Input as InputOf } from '../../../contract/index.ts'
import { DESTRUCTION_PAIR } from '../../../contract/terms.ts'
import { begin, refusalOf, useAct } from '../../app/client.ts'
import { useSession } from '../../app/session.tsx'
import { Countersign } from '../../components/countersign.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { MinuteField, TextField } from '../../components/fields.tsx'
import { ActForm, type ActFormOf } from '../../components/form.tsx'
import type { ActProps } from './acts.tsx'

/** A completion as it is typed; `kept` holds the reason of each line that was not destroyed after all. */
type Completion = { destroyer: string; at: string; place: string; receipt: string; kept: Record<string, string> }
type Step = Omit<InputOf<'disposal.complete'>, 'tickets'>

const numbersIn = ({ list, media }: DestructionView): string[] => [
  ...list.filter(({ withheld }) => withheld === null).map(({ number }) => number),
  ...media.map(({ number }) => number),
]

const stepOf = (batch: DestructionView, { kept, receipt, ...typed }: Completion): Step => ({
  destruction: batch.id,
  numbers: numbersIn(batch).filter((number) => kept[number] === undefined),
  differences: Object.entries(kept).map(([number, reason]) => ({ number, reason })),
  ...typed,
  ...(receipt.trim() ? { receipt } : {}),
})

/** The form is filled first; then each witness signs for it. What the vault refuses of a box is told in that box, and signed for anew by both. */
const useCompletion = (batch: DestructionView, onDone: () => void) => {
  const { now } = useSession()
  const fields = useForm<Completion>({
    defaultValues: { destroyer: '', at: now.slice(0, 16), place: batch.site?.kind === 'unit' ? batch.site.name : '', receipt: '', kept: {} },
  })
  const [signing, setSigning] = useState<Step | null>(null)
  const [tickets, setTickets] = useState<readonly string[]>([])
  const saved = useRef(false)
  const act = useAct('disposal.complete')
  const tell = (caught: unknown) => {
    const { field, code, message } = refusalOf(caught)
    setTickets([])
    if (!field || !(field in fields.getValues())) return
    setSigning(null)
    // Once the dialog of the signature is gone and has given the cursor back.
    setTimeout(() => fields.setError(field as Path<Completion>, { type: code, message }, { shouldFocus: true }), 0)
  }
  const sign = (step: Step, ticket: string) => {
    const all = [...tickets, ticket]
    setTickets(all)
    if (all.length < DESTRUCTION_PAIR) return
    const onSuccess = () => {
      saved.current = true
      onDone()
    }
    act.mutate({ ...step, tickets: all }, { onSuccess, onError: tell })
  }
  const submit = fields.handleSubmit((typed) => {
    act.reset()
    setTickets([])
    setSigning(stepOf(batch, typed))
  })
  const form: ActFormOf<Completion> = {
    fields,
    submit: () => begin(submit),
    busy: signing !== null,
    saved,
    refused: act.error && signing === null ? act.error.refusal : null,
    told: true,
  }
  return { form, signing, act, sign, nth: tickets.length, goBack: () => setSigning(null) }
}

/** Each line is destroyed unless its tick is taken away: then its reason is asked (× partial completion without 差额 reason). */
const Differences = ({ numbers, kept, onChange }: { numbers: string[]; kept: Completion['kept']; onChange: (kept: Completion['kept']) => void }) => (
  <ul className="disposal-count" aria-label="逐份销毁">
    {numbers.map((number) => (
      <li key={number}>
        <Checkbox
          checked={kept[number] === undefined}
          onChange={({ target }) => {
            const { [number]: _reason, ...others } = kept
            onChange(target.checked ? others : { ...others, [number]: '' })
          }}
        >
          <span className="figures">{number}</span>　已销毁
        </Checkbox>
        {kept[number] !== undefined && (
          <Input
            autoFocus
            aria-label={`${number} 差额原因`}
            placeholder="没有销毁的原因"
            maxLength={limits.note}
            value={kept[number]}
            onChange={({ target }) => onChange({ ...kept, [number]: target.value })}
          />
        )}
      </li>
    ))}
  </ul>
)

const words = ['第一名监销人', '第二名监销人']

/** F9 销毁完成: 销毁人, when, where, 回执号; then both 监销人 sign in place, one after the other (实施条例28). */
export const Complete = ({ of: batch, onDone, onClose }: ActProps<DestructionView>) => {
  const { form, signing, act, sign, nth, goBack } = useCompletion(batch, onDone)
  const { fields } = form
  const kept = fields.watch('kept')
  const { now } = useSession()
  const receipt = batch.site?.kind === 'unit'
  return (
    <>
      <Dialog title={`销毁完成　${batch.number}`} width={680}>
        <ActForm of={form} ok="监销人签字" busyWord="请监销人签字…" says="二名监销人现场签字（实施条例28）" onClose={onClose} over>
          <TextField form={fields} name="destroyer" label="销毁人" max={limits.name} required first />
          <MinuteField form={fields} name="at" label="销毁时间" day={now.slice(0, 10)} required />
          <TextField form={fields} name="place" label="销毁地点" max={limits.unit} required />
          <TextField form={fields} name="receipt" label="回执号" max={limits.symbol} required={receipt} />
          <Differences
            numbers={numbersIn(batch)}
            kept={kept}
            onChange={(next) => {
              fields.setValue('kept', next, { shouldDirty: true })
            }}
          />
        </ActForm>
      </Dialog>
      {signing && (
        <Countersign
          key={nth}
          title={`监销　${batch.number}`}
          says={`${words[nth] ?? ''}请当场签字。监销人不得是经办人、批准人，不得是同一人（实施条例28）`}
          ok="监销签字"
          error={act.error}
          busy={act.isPending}
          step={{ call: 'disposal.complete', input: signing }}
          onTicket={(ticket) => sign(signing, ticket)}
          onClose={goBack}
        >
          <p>
            销毁 <strong>{signing.numbers.length} 份</strong>
            {(signing.differences ?? []).length > 0 && `，差额 ${(signing.differences ?? []).length} 份`}
            ，销毁人{signing.destroyer}，{signing.place}
          </p>
        </Countersign>
      )}
    </>
  )
}
