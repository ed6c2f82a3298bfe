import { useState } from 'react'
import { Button } from 'antd'
import type { LegView, SheetView } from '../../../contract/circulation-views.ts'
import { limits } from '../../../contract/limits.ts'
import { useAct } from '../../app/client.ts'
import { ActDialog, Sentence } from '../../components/act-dialog.tsx'
import { Checklist, useChecklist } from '../../components/checklist.tsx'

type Props = { sheet: SheetView; leg: LegView; onDone: () => void; onClose: () => void }

const counted = (sheet: SheetView, among?: readonly string[]) =>
  sheet.items
    .filter((item) => !among || among.includes(item.number))
    .map((item) => ({ number: item.number, copyNo: item.copyNo, note: item.document.mark }))

/** F7 收回核对: count, tick, confirm. What is not ticked is refused with its number, and the refusal offers 短少登记. */
export const ReceiveBack = ({ sheet, leg, onDone, onClose, onShort }: Props & { onShort: (ticked: readonly string[]) => void }) => {
  const list = useChecklist(counted(sheet))
  const act = useAct('circulation.receiveBack')
  return (
    <ActDialog
      title={`收回核对　${sheet.folder}　${leg.reader.name}`}
      rule="F1(2)b 按夹内份数、编号逐份核对"
      ok="收回"
      needs={[list.ticked.length === 0 && '份数核对']}
      onF9={list.all}
      busy={act.isPending}
      error={act.error}
      other={
        list.missing.length > 0 && (
          <Button danger disabled={act.isPending} onClick={() => onShort(list.ticked)}>
            缺 {list.missing.length} 份，登记短少
          </Button>
        )
      }
      onOk={() => act.mutate({ leg: leg.id, numbers: list.ticked }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <Checklist list={list} />
    </ActDialog>
  )
}

/** 未阅退回 with a reason: against its numbers when the folder is out, without them before hand-out. */
export const ReturnUnread = ({ sheet, leg, onDone, onClose }: Props) => {
  const out = leg.state === 'handedOut'
  const list = useChecklist(out ? counted(sheet) : [])
  const [reason, setReason] = useState('')
  const act = useAct('circulation.returnUnread')
  return (
    <ActDialog
      title={`未阅退回　${sheet.folder}　${leg.reader.name}`}
      rule="F1(2)c 未阅退回须写明原因"
      ok="退回"
      needs={[!reason.trim() && '原因', out && list.ticked.length === 0 && '份数核对']}
      onF9={out ? list.all : undefined}
      busy={act.isPending}
      error={act.error}
      onOk={() => act.mutate({ leg: leg.id, reason, numbers: list.ticked }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <Sentence label="原因" value={reason} onChange={setReason} max={limits.note} first />
      {out ? <Checklist list={list} /> : <div className="quiet">尚未送出，本次跳过该阅文人。</div>}
    </ActDialog>
  )
}

/** 短少登记: what came back is ticked (`ticked` at 收回核对 already), what is missing is computed; the sheet is blocked until it is settled. */
export const ReportShort = ({ sheet, leg, ticked, onDone, onClose }: Props & { ticked: readonly string[] }) => {
  const list = useChecklist(counted(sheet), ticked)
  const [note, setNote] = useState('')
  const act = useAct('circulation.reportShort')
  return (
    <ActDialog
      title={`短少登记　${sheet.folder}　${leg.reader.name}`}
      rule="F1(2)b 查清前本单停止传阅；可能遗失的按实施条例61在24小时内报告"
      ok="登记短少"
      needs={[list.missing.length === 0 && '短少的编号', !note.trim() && '情况说明']}
      onF9={list.all}
      busy={act.isPending}
      error={act.error}
      onOk={() => act.mutate({ leg: leg.id, numbers: list.ticked, note }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <div className="sentence-label">已退回的（勾选）</div>
      <Checklist list={list} />
      <div className="short-missing">
        短少 {list.missing.length} 份：<span className="figures">{list.missing.join('、') || '无'}</span>
      </div>
      <Sentence label="情况说明" value={note} onChange={setNote} max={limits.note} />
    </ActDialog>
  )
}

/** 短少查清: every missing number is back in hand. */
export const SettleShort = ({ sheet, incident, onDone, onClose }: Omit<Props, 'leg'> & { incident: SheetView['incidents'][number] }) => {
  const list = useChecklist(
    counted(
      sheet,
      incident.missing.map((copy) => copy.number),
    ),
  )
  const [note, setNote] = useState('')
  const act = useAct('circulation.settleShort')
  return (
    <ActDialog
      title={`短少查清　${incident.number}　${incident.reader.name}`}
      rule="F1(2)b 短少的编号全部到手后方可继续"
      ok="查清"
      needs={[list.ticked.length === 0 && '份数核对', !note.trim() && '查清情况']}
      onF9={list.all}
      busy={act.isPending}
      error={act.error}
      onOk={() => act.mutate({ incident: incident.id, numbers: list.ticked, note }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <Checklist list={list} allLabel="短少各份均已到手" />
      <Sentence label="查清情况" value={note} onChange={setNote} max={limits.note} />
    </ActDialog>
  )
}
