import { Button } from 'antd'
import { useState } from 'react'
import type { HandoverView } from '../../../contract/handover-views.ts'
import { SUPERVISING_ROLES } from '../../../contract/terms.ts'
import { useAct } from '../../app/client.ts'
import { useMay, useSession } from '../../app/session.tsx'
import { ActDialog } from '../../components/act-dialog.tsx'
import { Countersign } from '../../components/countersign.tsx'
import type { ActProps } from './acts.tsx'

/** What is signed under: how many, and which of them are damaged. */
const Signing = ({ of: { person, list, items } }: { of: HandoverView }) => {
  const damaged = list.filter(({ condition }) => condition !== null)
  return (
    <>
      <p>
        {person.name}（{person.department}）移交 <strong>{items} 份</strong>，已逐件核对
        {damaged.length > 0 ? `，其中 ${damaged.length} 份有缺损：` : '，完好。'}
      </p>
      {damaged.length > 0 && (
        <ul className="handover-damaged">
          {damaged.map(({ copy, number, condition }) => (
            <li key={copy}>
              <span className="figures">{number}</span>　{condition}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** A leader who is signed in themselves signs at once. */
const SuperviseMyself = ({ of: handover, onDone, onClose, onOther }: ActProps & { onOther: (() => void) | null }) => {
  const act = useAct('handover.supervise')
  return (
    <ActDialog
      title={`监交签字　${handover.number}`}
      rule="F1(8) 移交人、接收人、监交人三方签字"
      ok="监交签字"
      busy={act.isPending}
      error={act.error}
      {...(onOther ? { other: <Button onClick={onOther}>由他人监交</Button> } : {})}
      onOk={() => act.mutate({ handover: handover.id }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <Signing of={handover} />
    </ActDialog>
  )
}

/** At the officer's screen the supervisor gives their name and signs on the spot. */
const SuperviseInPlace = ({ of: handover, onDone, onClose }: ActProps) => {
  const act = useAct('handover.supervise')
  const step = { handover: handover.id }
  return (
    <Countersign
      title={`监交签字　${handover.number}`}
      says="监交人为分管领导或综办负责人，不得是移交人、接收人；请核对清单，当场签字（F1(8)）"
      ok="监交签字"
      error={act.error}
      busy={act.isPending}
      step={{ call: 'handover.supervise', input: step }}
      onTicket={(ticket) => act.mutate({ ...step, ticket }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <Signing of={handover} />
    </Countersign>
  )
}

/** F6 监交签字 (F1(8)). */
export const Supervise = (props: ActProps) => {
  const { roles } = useSession()
  const receives = useMay()('handover.complete')
  const [inPlace, setInPlace] = useState(!SUPERVISING_ROLES.some((role) => roles.includes(role)))
  if (inPlace) return <SuperviseInPlace {...props} />
  return <SuperviseMyself {...props} onOther={receives ? () => setInPlace(true) : null} />
}

/** F9 移交完成: the leaving person signs on the spot that they gave everything up, the signed-in 保密员 that they received it (F1(8)). */
export const Complete = ({ of: handover, onDone, onClose }: ActProps) => {
  const { person } = useSession()
  const act = useAct('handover.complete')
  const step = { handover: handover.id }
  return (
    <Countersign
      title={`移交完成　${handover.number}`}
      says={`请移交人当场签字移交；接收人${person.name}同时签字接收，各份入箱（F1(8)）`}
      name={handover.person.name}
      ok="移交完成"
      error={act.error}
      busy={act.isPending}
      step={{ call: 'handover.complete', input: step }}
      onTicket={(ticket) => act.mutate({ ...step, ticket }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <Signing of={handover} />
    </Countersign>
  )
}
