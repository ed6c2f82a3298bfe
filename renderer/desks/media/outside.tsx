import { Button } from 'antd'
import { useState } from 'react'
import { limits } from '../../../contract/limits.ts'
import type { MediumUse } from '../../../contract/media-views.ts'
import { OUTSIDE_APPROVING_ROLES } from '../../../contract/terms.ts'
import { useAct } from '../../app/client.ts'
import { useSession } from '../../app/session.tsx'
import { ActDialog, Sentence } from '../../components/act-dialog.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DayField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { PeopleField } from '../../components/people-field.tsx'
import { DecisionOnPaper } from '../../components/paper-entry.tsx'
import { type ActProps, toDecide, toEnter } from './acts.tsx'
import { must } from './register.tsx'
import { Carrier } from './words.tsx'

type Wish = { person: number | undefined; place: string; purpose: string; until: string }

/** 申请携带外出: keyed in for whoever would carry it; a 分管领导 decides (F1(4)d). */
export const RequestOutside = ({ of: medium, onDone, onClose }: ActProps) => {
  const today = useSession().now.slice(0, 10)
  const form = useActForm<'media.requestOutside', Wish>('media.requestOutside', {
    start: { person: undefined, place: '', purpose: '', until: today },
    input: ({ person, ...same }) => ({ ...same, medium: medium.id, person: person as number }),
    done: onDone,
  })
  const { fields } = form
  return (
    <Dialog title={`申请携带外出　${medium.number}`}>
      <ActForm of={form} ok="提交" says="分管领导批准以后，才能领用外出（F1(4)d）" onClose={onClose} over>
        <PeopleField form={fields} name="person" label="携带人" check={must('请填写携带人')} first required />
        <TextField form={fields} name="place" label="携带去处" max={limits.place} required />
        <TextField form={fields} name="purpose" label="用途" max={limits.note} required hint="只写做什么，不写存储的内容" />
        <DayField form={fields} name="until" label="应还" day={today} required />
      </ActForm>
    </Dialog>
  )
}

/** What is asked for, as whoever decides reads it. */
const Asked = ({ of: medium, use }: Pick<ActProps, 'of'> & { use: MediumUse }) => (
  <div className="media-asked">
    <Carrier of={medium} />
    <p>
      {use.person.name}（{use.person.department}）携带外出，去{use.place}，应还 {use.until}；{use.purpose}
    </p>
  </div>
)

/** A 分管领导 decided on paper (F1(4)d). */
export const DecideOnPaper = ({ of: medium, onDone, onClose }: ActProps) => {
  const [use] = useState(() => toEnter(medium))
  if (!use) return null
  return (
    <DecisionOnPaper
      title={`审批携带外出　${use.number}`}
      clause="F1(4)d"
      paper="携带外出审批件"
      deciders={OUTSIDE_APPROVING_ROLES}
      rejected="不批准"
      stepOf={(decision) => ({ call: 'media.decideOutside', input: { use: use.id, ...decision } })}
      onDone={onDone}
      onClose={onClose}
    >
      <Asked of={medium} use={use} />
    </DecisionOnPaper>
  )
}

/** F6 审批携带外出 by a 分管领导; 不批准 has its reason (F1(4)d). */
export const Decide = ({ of: medium, onDone, onClose }: ActProps) => {
  const [opinion, setOpinion] = useState('')
  const act = useAct('media.decideOutside')
  const [use] = useState(() => toDecide(medium))
  if (!use) return null
  const sign = (approve: boolean) => act.mutate({ use: use.id, approve, opinion }, { onSuccess: onDone })
  return (
    <ActDialog
      title={`审批携带外出　${use.number}`}
      rule="F1(4)d　以本人签名为准"
      ok="批准"
      busy={act.isPending}
      error={act.error}
      other={
        <Button danger disabled={act.isPending} onClick={() => sign(false)}>
          不批准
        </Button>
      }
      onOk={() => sign(true)}
      onClose={onClose}
    >
      <Asked of={medium} use={use} />
      <Sentence label="意见（不批准的必填）" value={opinion} onChange={setOpinion} max={limits.opinion} first refused={act.error} />
    </ActDialog>
  )
}
