import { Checkbox } from 'antd'
import { useState } from 'react'
import { limits } from '../../../contract/limits.ts'
import { useAct } from '../../app/client.ts'
import { ActDialog, Sentence } from '../../components/act-dialog.tsx'
import { Checklist, useChecklist } from '../../components/checklist.tsx'
import { Countersign } from '../../components/countersign.tsx'
import type { ActProps } from './acts.tsx'

type Back = { intact: boolean; condition: string; check: string }

/** The holder alone signs on the spot that they gave it back (F1(4)a). */
const GiveBack = ({ of: medium, back: { intact, condition, check }, onDone, onClose }: ActProps & { back: Back }) => {
  const act = useAct('media.takeBack')
  const step = { medium: medium.id, number: medium.number, intact, check, ...(intact ? {} : { condition }) }
  return (
    <Countersign
      title={`归还载体　${medium.number}`}
      says="由领用人本人归还、当场签字（F1(4)a）"
      name={medium.holder?.name ?? ''}
      ok="归还"
      error={act.error}
      busy={act.isPending}
      step={{ call: 'media.takeBack', input: step }}
      onTicket={(ticket) => act.mutate({ ...step, ticket }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <p>
        <span className="figures">{medium.number}</span>　{intact ? '完好' : `有损坏：${condition}`}　检查：{check}
      </p>
    </Countersign>
  )
}

/** F7 归还载体: its number is scanned or typed, what was checked on it, and whether it is whole; then its holder signs (F2(2)). */
export const TakeBack = (props: ActProps) => {
  const { of: medium, onClose } = props
  const [back, setBack] = useState<Back>({ intact: true, condition: '', check: '' })
  const [signing, setSigning] = useState(false)
  const list = useChecklist([{ number: medium.number, copyNo: null, note: medium.ownNumber }])
  // Its own number stands on the thing itself.
  const stray = (typed: string) => {
    if (typed.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase() !== medium.ownNumber)
      return `“${typed}”不是领用的这件，归还的应是${medium.number}（F2(2)）`
    list.all()
    return null
  }
  if (signing) return <GiveBack {...props} back={back} onClose={() => setSigning(false)} />
  return (
    <ActDialog
      title={`归还载体　${medium.number}`}
      rule="F2(2) 按编号核对，由领用人本人归还"
      ok="本人签字"
      needs={[list.missing.length > 0 && '核对编号', !back.check.trim() && '归还检查', !back.intact && !back.condition.trim() && '损坏情况']}
      onF9={list.all}
      onOk={() => setSigning(true)}
      onClose={onClose}
    >
      <p>
        归还人：<strong>{medium.holder?.name}</strong>　应还 <span className="figures">{medium.due}</span>
      </p>
      <Checklist list={list} allLabel="编号相符" counts="carriers" stray={stray} />
      <Sentence
        label="归还检查（如：已查杀病毒，未存其他文件）"
        value={back.check}
        onChange={(check) => setBack({ ...back, check })}
        max={limits.note}
      />
      <Checkbox checked={back.intact} onChange={(event) => setBack({ ...back, intact: event.target.checked })}>
        完好
      </Checkbox>
      {!back.intact && (
        <Sentence label="损坏情况" value={back.condition} onChange={(condition) => setBack({ ...back, condition })} max={limits.note} first />
      )}
    </ActDialog>
  )
}
