import { useId, useState } from 'react'
import { Button } from 'antd'
import type { SheetView } from '../../../contract/circulation-views.ts'
import { limits } from '../../../contract/limits.ts'
import { useAct } from '../../app/client.ts'
import { ActDialog, Sentence } from '../../components/act-dialog.tsx'
import { ChooseBox } from '../../components/choose-box.tsx'
import { Voiding } from '../../components/voiding.tsx'
import { AskWidening } from './ask-widening.tsx'

type Props = { sheet: SheetView; onDone: () => void; onClose: () => void }

/** 核定: 份数, numbers and readers are fixed from here on. */
export const ConfirmSheet = ({ sheet, onDone, onClose }: Props) => {
  const act = useAct('circulation.confirm')
  return (
    <ActDialog
      title={`核定传阅单　${sheet.number}`}
      rule="F1(2)b 核定后份数、编号不再变动"
      ok="核定"
      busy={act.isPending}
      error={act.error}
      onOk={() => act.mutate({ sheet: sheet.id }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <p>
        {sheet.folder} 共 {sheet.copies} 份，送 {sheet.legs.map((leg) => leg.reader.name).join('、')} 阅。
      </p>
    </ActDialog>
  )
}

/** 办结 with its 办理结果. */
export const CloseSheet = ({ sheet, onDone, onClose }: Props) => {
  const [result, setResult] = useState('已全部阅签，份数核对无误，入箱。')
  const act = useAct('circulation.close')
  return (
    <ActDialog
      title={`传阅办结　${sheet.number}`}
      rule="F1(2)b 全部退回、份数编号无误方可办结"
      ok="办结"
      needs={[!result.trim() && '办理结果']}
      busy={act.isPending}
      error={act.error}
      onOk={() => act.mutate({ sheet: sheet.id, result }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <Sentence label="办理结果" value={result} onChange={setResult} max={limits.note} first />
    </ActDialog>
  )
}

/** 作废 before the first hand-out. */
export const CancelSheet = ({ sheet, onDone, onClose }: Props) => {
  const act = useAct('circulation.cancel')
  return (
    <Voiding
      title={`作废传阅单　${sheet.number}`}
      rule="作废的单号保留，不再使用"
      act={act}
      onVoid={(reason) => act.mutate({ sheet: sheet.id, reason }, { onSuccess: onDone })}
      onClose={onClose}
    />
  )
}

type Offered = SheetView['scope']

/** 增加阅文人, at the end of the line; for whoever is outside the 知悉范围 the way is 申请扩大 (F1(4)c). */
export const AddReader = (props: Props) => {
  const { sheet, onClose } = props
  const [asking, setAsking] = useState(false)
  const already = new Set(sheet.legs.map((leg) => leg.reader.id))
  const offered = sheet.scope.filter((person) => !already.has(person.id))
  const ask = () => setAsking(true)
  if (asking) return <AskWidening among={documentsIn(sheet)} onClose={onClose} />
  if (offered.length > 0) return <AddOffered {...props} offered={offered} ask={ask} />
  return (
    <ActDialog title={`增加阅文人　${sheet.number}`} rule="F1(4)c 未经批准不得扩大知悉范围" ok="申请扩大知悉范围" onOk={ask} onClose={onClose}>
      <p>夹内各件知悉范围内的人都已列为阅文人。还要送其他人阅的，须先申请扩大知悉范围，批准后再增加。</p>
    </ActDialog>
  )
}

/** The documents whose copies lie in the folder, each once. */
const documentsIn = ({ items }: SheetView) => [...new Map(items.map(({ document }) => [document.id, document])).values()]

const AddOffered = ({ sheet, offered, ask, onDone, onClose }: Props & { offered: Offered; ask: () => void }) => {
  const [reader, setReader] = useState<number | null>(null)
  const [text, setText] = useState('')
  const id = useId()
  const act = useAct('circulation.addReader')
  return (
    <ActDialog
      title={`增加阅文人　${sheet.number}`}
      rule="F1(4)c 未经批准不得扩大知悉范围"
      ok="增加"
      other={
        <Button disabled={act.isPending} onClick={ask}>
          申请扩大知悉范围
        </Button>
      }
      needs={[reader === null && '阅文人']}
      busy={act.isPending}
      error={act.error}
      onOk={() => reader !== null && act.mutate({ sheet: sheet.id, reader }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <div className="sentence">
        <label className="sentence-label" htmlFor={id}>
          阅文人（在夹内各件的知悉范围内）
        </label>
        <ChooseBox
          id={id}
          className="wide-box"
          text={text}
          onText={setText}
          onChosen={() => setText('')}
          fits={({ label, beside }, sought) => `${label}${beside}`.includes(sought.trim())}
          placeholder="姓名、部门的一部分"
          value={reader}
          onChange={setReader}
          options={offered.map((person) => ({ value: person.id, label: person.name, beside: person.department }))}
        />
      </div>
    </ActDialog>
  )
}

/** 阅签 by the reader's own session: no ticket. */
export const SignMyself = ({ leg, title, onDone, onClose }: { leg: number; title: string; onDone: () => void; onClose: () => void }) => {
  const [opinion, setOpinion] = useState('')
  const act = useAct('circulation.sign')
  return (
    <ActDialog
      title={`阅签　${title}`}
      rule="F1(2)c 阅读后签字并主动退回；不得代签"
      ok="阅签"
      busy={act.isPending}
      error={act.error}
      onOk={() => act.mutate({ leg, opinion }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <Sentence label="意见" value={opinion} onChange={setOpinion} max={limits.opinion} first optional />
    </ActDialog>
  )
}
