import { Button } from 'antd'
import { useState } from 'react'
import { limits } from '../../../contract/limits.ts'
import { useAct } from '../../app/client.ts'
import { ActDialog, Sentence } from '../../components/act-dialog.tsx'
import { Countersign } from '../../components/countersign.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { MinuteField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import type { ActProps } from './acts.tsx'

type Sent = { to: string; symbol: string; at: string }

const Reported = ({ of: breach, onDone, onClose, onExempt }: ActProps & { onExempt: () => void }) => {
  const form = useActForm<'breaches.notify', Sent>('breaches.notify', {
    start: { to: '', symbol: '', at: '' },
    input: (how) => ({ breach: breach.id, how: { kind: 'reported', ...how } }),
    boxes: { 'how.to': 'to', 'how.symbol': 'symbol', 'how.at': 'at', how: 'to' },
    done: onDone,
  })
  return (
    <Dialog title={`上报　${breach.number}`}>
      <ActForm
        of={form}
        ok="登记上报"
        says="泄密应在发现后二十四小时内报告（实施条例61）"
        other={
          <Button onClick={onExempt} disabled={form.busy}>
            无需上报
          </Button>
        }
        onClose={onClose}
        over
      >
        <TextField form={form.fields} name="to" label="上报机关" max={limits.unit} first required hint="保密行政管理部门，上级机关" />
        <TextField form={form.fields} name="symbol" label="文号" max={limits.symbol} required hint="电话报告的写“电话”，以后补文" />
        <MinuteField form={form.fields} name="at" label="上报时间" required />
      </ActForm>
    </Dialog>
  )
}

/** Why nothing need be reported, then the leader's signature for it. */
const Exempt = ({ of: breach, onDone, onClose }: ActProps) => {
  const act = useAct('breaches.notify')
  const [reason, setReason] = useState('')
  const [signing, setSigning] = useState(false)
  const step = { breach: breach.id, how: { kind: 'exempt', reason } } as const
  if (signing)
    return (
      <Countersign
        title={`无需上报　${breach.number}`}
        says="请分管领导或组长核对理由，当场签字；不得是经办人、当事人（实施条例61）"
        ok="签字"
        error={act.error}
        busy={act.isPending}
        step={{ call: 'breaches.notify', input: step }}
        onTicket={(ticket) => act.mutate({ ...step, ticket }, { onSuccess: onDone })}
        onClose={() => setSigning(false)}
      >
        <p>理由：{reason}</p>
      </Countersign>
    )
  return (
    <ActDialog
      title={`无需上报　${breach.number}`}
      rule="泄密线索、国家秘密载体遗失一律上报（实施条例61）"
      ok="请领导签字"
      needs={[reason.trim() === '' && '理由']}
      onOk={() => setSigning(true)}
      onClose={onClose}
    >
      <Sentence label="理由" first value={reason} onChange={setReason} max={limits.note} />
    </ActDialog>
  )
}

/** F6 上报 (实施条例61). */
export const Notify = (props: ActProps) => {
  const [exempt, setExempt] = useState(false)
  return exempt ? <Exempt {...props} /> : <Reported {...props} onExempt={() => setExempt(true)} />
}
