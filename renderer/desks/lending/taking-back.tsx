import { Checkbox } from 'antd'
import { useState } from 'react'
import { limits } from '../../../contract/limits.ts'
import { useAct } from '../../app/client.ts'
import { ActDialog, Sentence } from '../../components/act-dialog.tsx'
import { Checklist, useChecklist } from '../../components/checklist.tsx'
import { SignOrEnter } from '../../components/paper-entry.tsx'
import type { ActProps } from './acts.tsx'

type Back = { intact: boolean; condition: string }

/** The borrower alone signs on the spot that they gave it back (F1(7)b). */
const GiveBack = ({ of: loan, back: { intact, condition }, onDone, onClose }: ActProps & { back: Back }) => {
  const act = useAct('lending.takeBack')
  const step = { loan: loan.id, number: loan.copy.number, intact, ...(intact ? {} : { condition }) }
  return (
    <SignOrEnter
      title={`归还　${loan.number}`}
      says="由借用人本人归还、当场签字（F1(7)b）"
      clause="F1(7)b"
      paper="借用审批单"
      signer={loan.borrower}
      ok="归还"
      error={act.error}
      busy={act.isPending}
      step={{ call: 'lending.takeBack', input: step }}
      onTicket={(ticket) => act.mutate({ ...step, ticket }, { onSuccess: onDone })}
      onDone={onDone}
      onClose={onClose}
    >
      <p>
        <span className="figures">{loan.copy.number}</span>　{intact ? '完好' : `有缺损：${condition}`}
      </p>
    </SignOrEnter>
  )
}

/** F7 归还: the number is scanned or typed, and whether the paper is whole; then its borrower signs (F1(7)b). */
export const TakeBack = (props: ActProps) => {
  const { of: loan, onClose } = props
  const [back, setBack] = useState<Back>({ intact: true, condition: '' })
  const [signing, setSigning] = useState(false)
  const list = useChecklist([loan.copy])
  if (signing) return <GiveBack {...props} back={back} onClose={() => setSigning(false)} />
  return (
    <ActDialog
      title={`归还　${loan.number}`}
      rule="F1(7)b 按编号核对，由借用人本人归还"
      ok="本人签字"
      needs={[list.missing.length > 0 && '核对编号', !back.intact && !back.condition.trim() && '缺损情况']}
      onF9={list.all}
      onOk={() => setSigning(true)}
      onClose={onClose}
    >
      <p>
        归还人：<strong>{loan.borrower.name}</strong>　应还 <span className="figures">{loan.due}</span>
      </p>
      <Checklist list={list} allLabel="编号相符" stray={(typed) => `“${typed}”不是这件借用的份，归还的应是${loan.copy.number}（F1(7)b）`} />
      <Checkbox checked={back.intact} onChange={(event) => setBack({ ...back, intact: event.target.checked })}>
        完好
      </Checkbox>
      {!back.intact && (
        <Sentence label="缺损情况" value={back.condition} onChange={(condition) => setBack({ ...back, condition })} max={limits.note} first />
      )}
    </ActDialog>
  )
}
