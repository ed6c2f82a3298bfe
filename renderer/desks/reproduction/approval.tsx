import { Button } from 'antd'
import { useRef, useState } from 'react'
import { limits } from '../../../contract/limits.ts'
import { reproductionKindLabel } from '../../../contract/terms.ts'
import { useAct, useQueryOf } from '../../app/client.ts'
import { useSession } from '../../app/session.tsx'
import { ActDialog, Sentence } from '../../components/act-dialog.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DayField, NumberField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { UnreadDialog } from '../../components/note-dialog.tsx'
import type { ActProps } from './acts.tsx'
import { SourceLines } from './sources.tsx'

/** What is asked for, as whoever signs for it reads it. */
const Asked = ({ of: asked }: Pick<ActProps, 'of'>) => (
  <div className="copy-asked">
    <SourceLines of={asked} />
    <p>
      {asked.applicant.name} 申请{reproductionKindLabel[asked.kind]} <strong>{asked.asked} 份</strong>，发给
      {asked.recipients.map(({ name }) => name).join('、')}；{asked.purpose}
      {asked.extent && `（${asked.extent}）`}
    </p>
  </div>
)

/** 部门意见: Enter agrees, the other button ends the request; both are signed (F1(5)a). */
export const Opine = ({ of: asked, onDone, onClose }: ActProps) => {
  const [opinion, setOpinion] = useState('')
  const act = useAct('reproduction.opine')
  const sign = (agree: boolean) => act.mutate({ reproduction: asked.id, agree, opinion }, { onSuccess: onDone })
  return (
    <ActDialog
      title={`部门意见　${asked.number}`}
      rule="F1(5)a　以本人签名为准"
      ok="同意"
      busy={act.isPending}
      error={act.error}
      other={
        <Button danger disabled={act.isPending} onClick={() => sign(false)}>
          不同意
        </Button>
      }
      onOk={() => sign(true)}
      onClose={onClose}
    >
      <Asked of={asked} />
      <Sentence label="意见（不同意的必填）" value={opinion} onChange={setOpinion} max={limits.opinion} first refused={act.error} />
    </ActDialog>
  )
}

const DAY_MS = 86_400_000
const later = (today: string, days: number) => new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** 分管领导审批: the number asked for and the usual 有效期 stand there to be made less (F1(5)a, b). */
export const Decide = (props: ActProps) => {
  const { now } = useSession()
  const settings = useQueryOf('office.settings', {})
  if (!settings.data) return <UnreadDialog title={`审批复制　${props.of.number}`} refusal={settings.error} onClose={props.onClose} />
  const today = now.slice(0, 10)
  return <DecideWithin {...props} today={today} until={later(today, settings.data.copyDays)} />
}

type Decision = { approved: number | undefined; validUntil: string; opinion: string }

const DecideWithin = ({ of: asked, today, until, onDone, onClose }: ActProps & { today: string; until: string }) => {
  const rejecting = useRef(false)
  const form = useActForm<'reproduction.decide', Decision>('reproduction.decide', {
    start: { approved: asked.asked, validUntil: until, opinion: '' },
    input: ({ opinion, ...granted }) => ({
      reproduction: asked.id,
      approve: !rejecting.current,
      opinion,
      ...(rejecting.current ? {} : { approved: granted.approved as number, validUntil: granted.validUntil }),
    }),
    done: onDone,
  })
  const { fields } = form
  const reject = async () => {
    rejecting.current = true
    await form.submit()
    rejecting.current = false
  }
  return (
    <Dialog title={`审批复制　${asked.number}`}>
      <ActForm
        of={form}
        ok="批准"
        says="F1(5)a、b　以本人签名为准"
        onClose={onClose}
        over
        other={
          <Button danger disabled={form.busy} onClick={reject}>
            不批准
          </Button>
        }
      >
        <Asked of={asked} />
        <NumberField
          form={fields}
          name="approved"
          label="批准份数"
          min={1}
          max={limits.copies}
          unit="份"
          required
          hint={`申请 ${asked.asked} 份；严格控制份数，只可少批（F1(5)b）`}
        />
        <DayField form={fields} name="validUntil" label="有效期至" day={today} required hint="过了这一天还没有复制的，须重新申请" />
        <TextField form={fields} name="opinion" label="意见" max={limits.opinion} hint="不批准的必填" />
      </ActForm>
    </Dialog>
  )
}
