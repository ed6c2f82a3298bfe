import { useState } from 'react'
import { limits } from '../../../contract/limits.ts'
import { useAct } from '../../app/client.ts'
import { ActDialog, Sentence } from '../../components/act-dialog.tsx'
import { Checklist, useChecklist } from '../../components/checklist.tsx'
import type { ActProps } from './acts.tsx'

/** F2 登记找回: by their numbers, back into the box. */
export const Found = ({ of: breach, onDone, onClose }: ActProps) => {
  const act = useAct('breaches.found')
  const missing = breach.list.filter(({ was, fate, state }) => was !== null && fate === null && state === 'missing')
  const list = useChecklist(missing.map(({ number, copyNo, document }) => ({ number, copyNo, ...(document.title ? { note: document.title } : {}) })))
  const [condition, setCondition] = useState('')
  const input = { breach: breach.id, numbers: list.ticked, ...(condition.trim() ? { condition } : {}) }
  return (
    <ActDialog
      title={`登记找回　${breach.number}`}
      rule="找回的份入箱，本案继续办理（F1(6)）"
      ok="入箱"
      width={680}
      needs={[list.ticked.length === 0 && '找回的份']}
      busy={act.isPending}
      error={act.error}
      onF9={list.all}
      onOk={() => act.mutate(input, { onSuccess: onDone })}
      onClose={onClose}
    >
      <Checklist list={list} first stray={(typed) => `本案没有短少待查的“${typed}”，请核对编号`} />
      <Sentence label="完好情况" optional value={condition} onChange={setCondition} max={limits.note} />
    </ActDialog>
  )
}
