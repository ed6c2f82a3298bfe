import { useState } from 'react'
import type { VisitRow } from '../../../contract/lending-views.ts'
import { useAct } from '../../app/client.ts'
import { ActDialog } from '../../components/act-dialog.tsx'
import { Checklist, useChecklist } from '../../components/checklist.tsx'
import { SignOrEnter } from '../../components/paper-entry.tsx'

type Props = { of: VisitRow; onDone: () => void; onClose: () => void }

/** Whoever read them signs on the spot that all of them were given back (F1(7)a). */
const GiveBack = ({ of: visit, onDone, onClose }: Props) => {
  const act = useAct('lending.leave')
  const numbers = visit.copies.map(({ number }) => number)
  const step = { visit: visit.id, numbers }
  return (
    <SignOrEnter
      title={`查阅归还　${visit.number}`}
      says="请查阅人核对，当场签字归还（F1(7)a）"
      clause="F1(7)a"
      paper="查阅登记簿"
      signer={visit.person}
      ok="归还"
      error={act.error}
      busy={act.isPending}
      step={{ call: 'lending.leave', input: step }}
      onTicket={(ticket) => act.mutate({ ...step, ticket }, { onSuccess: onDone })}
      onDone={onDone}
      onClose={onClose}
    >
      <p>归还 {numbers.length} 份</p>
    </SignOrEnter>
  )
}

/** F7 查阅归还: every number back before the person leaves; who is short of one does not go (F1(7)a). */
export const Leave = (props: Props) => {
  const { of: visit, onClose } = props
  const [signing, setSigning] = useState(false)
  const list = useChecklist(visit.copies)
  if (signing) return <GiveBack {...props} onClose={() => setSigning(false)} />
  return (
    <ActDialog
      title={`查阅归还　${visit.number}`}
      rule="F1(7)a 各份归还后才能离开"
      ok="本人签字"
      needs={[list.missing.length > 0 && `${list.missing.length} 份没有核对`]}
      onF9={list.all}
      onOk={() => setSigning(true)}
      onClose={onClose}
    >
      <p>
        归还人：<strong>{visit.person.name}</strong>
      </p>
      <Checklist list={list} stray={(typed) => `本次查阅没有“${typed}”，请核对编号；不属于本次的另行查明来源（F1(7)a）`} />
    </ActDialog>
  )
}
