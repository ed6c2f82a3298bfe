import { limits } from '../../../contract/limits.ts'
import { Dialog } from '../../components/dialog.tsx'
import { NumberField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { About, titleOf } from './about.tsx'
import type { ItemActProps } from './acts.tsx'
import { DecideExtension } from './deciding.tsx'
import { HandlerField } from './handler-field.tsx'

/** 转承办: to somebody else of a 科室, with a reason (G三.2). */
export const Assign = ({ of: view, item, onDone, onClose }: ItemActProps) => {
  const form = useActForm<'disclosure.assign', { handler: number | undefined; reason: string }>('disclosure.assign', {
    start: { handler: undefined, reason: '' },
    input: ({ handler, reason }) => ({ item: item.id, handler: handler as number, reason }),
    done: onDone,
  })
  return (
    <Dialog title={titleOf('转承办', view, item)} width={640}>
      <ActForm of={form} ok="转办" says="期限照旧，不重新计算" onClose={onClose} over>
        <About of={view} item={item} />
        <p className="quiet">
          现在由 {item.handler.name}（{item.handler.department}）承办
        </p>
        <HandlerField form={form.fields} name="handler" label="改由" except={item.handler.id} first required />
        <TextField form={form.fields} name="reason" label="原因" max={limits.note} rows={2} required />
      </ActForm>
    </Dialog>
  )
}

const Request = ({ of: view, item, onDone, onClose }: ItemActProps) => {
  const form = useActForm<'disclosure.extend', { days: number | undefined; reason: string }>('disclosure.extend', {
    start: { days: undefined, reason: '' },
    input: ({ days, reason }) => ({ item: item.id, step: { kind: 'requested', days: days as number, reason } }),
    done: onDone,
    boxes: { 'step.days': 'days', 'step.reason': 'reason' },
  })
  return (
    <Dialog title={titleOf('申请延期', view, item)} width={640}>
      <ActForm of={form} ok="申请" says="只能延长一次，期满以前由领导同意，并告知申请人（条例33）" onClose={onClose} over>
        <About of={view} item={item} />
        <p className="quiet">现在的答复期限：{item.clock.due ?? '停计或者没有工作日历'}</p>
        <NumberField form={form.fields} name="days" label="延长" min={1} max={60} unit="个工作日" first required />
        <TextField form={form.fields} name="reason" label="理由" max={limits.opinion} rows={2} hint="写进延期答复告知书" required />
      </ActForm>
    </Dialog>
  )
}

/** 延期: asked for by the 科室; then decided on by a leader (条例33). */
export const Extend = (props: ItemActProps) => (props.item.extension?.approved === null ? <DecideExtension {...props} /> : <Request {...props} />)
