import { Checkbox } from 'antd'
import { useState } from 'react'
import { limits } from '../../../contract/limits.ts'
import type { BoxRow } from '../../../contract/keeping-views.ts'
import { useAct, useQueryOf } from '../../app/client.ts'
import { useSession } from '../../app/session.tsx'
import { ActDialog } from '../../components/act-dialog.tsx'
import { ChooseBox } from '../../components/choose-box.tsx'
import { Countersign } from '../../components/countersign.tsx'
import { DayBox } from '../../components/day-box.tsx'
import { Input } from 'antd'
import { NumbersBox } from './numbers-box.tsx'

type BoxProps = { value: number | undefined; onChange: (box: number | undefined) => void }

/** One of the boxes in use. */
const ChosenBox = ({ value, onChange }: BoxProps) => {
  const boxes = useQueryOf('keeping.boxes', {})
  const [text, setText] = useState('')
  const options = (boxes.data?.rows ?? [])
    .filter(({ state }) => state === 'open')
    .map(({ id, number, cabinet, shelf, custodian }) => ({ value: id, label: number, beside: `${cabinet}${shelf}　${custodian.name}` }))
  return (
    <ChooseBox
      aria-label="保密箱"
      placeholder="放入哪个保密箱"
      value={value}
      onChange={(box) => onChange(box)}
      options={options}
      text={text}
      onText={setText}
      fits={({ label, beside = '' }, sought) => `${label}${beside}`.includes(sought)}
      onChosen={() => setText('')}
      style={{ width: '100%', marginBottom: 8 }}
    />
  )
}

/** F4 入箱: the box, then the numbers as they are scanned; each copy comes back to it from then on (F1(6)). */
export const Store = ({ box: fixed, onClose }: { box?: BoxRow; onClose: () => void }) => {
  const [box, setBox] = useState<number | undefined>(fixed?.id)
  const [numbers, setNumbers] = useState<string[]>([])
  const act = useAct('keeping.store')
  return (
    <ActDialog
      title={fixed ? `入箱　${fixed.number}` : '入箱'}
      rule="F1(6) 办结的文件及时存放指定保密箱；在外的收回后入箱"
      ok="入箱"
      width={620}
      needs={[box === undefined && '保密箱', numbers.length === 0 && '编号']}
      busy={act.isPending}
      error={act.error}
      onOk={() => act.mutate({ box: box as number, numbers }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {!fixed && <ChosenBox value={box} onChange={setBox} />}
      <NumbersBox numbers={numbers} onChange={setNumbers} first={fixed !== undefined} />
    </ActDialog>
  )
}

type Filing = { numbers: string[]; volume: string; place: string; day: string }

/** Whoever keeps the archive signs on the spot that they have the papers. */
const Receive = ({ step, onDone, onClose }: { step: Filing; onDone: () => void; onClose: () => void }) => {
  const act = useAct('keeping.archive')
  return (
    <Countersign
      title={`归档接收　${step.volume}`}
      says={`请档案保管人核对 ${step.numbers.length} 份，当场签字接收；归档后不再传阅、复制，只办查阅、借用（F1(6)、F1(7)）`}
      ok="接收"
      error={act.error}
      busy={act.isPending}
      step={{ call: 'keeping.archive', input: step }}
      onTicket={(ticket) => act.mutate({ ...step, ticket }, { onSuccess: onDone })}
      onClose={onClose}
    />
  )
}

type TextProps = { label: string; value: string; max: number; onChange: (text: string) => void }

const Line = ({ label, value, max, onChange }: TextProps) => (
  <label className="sentence">
    <span className="sentence-label">{label}</span>
    <Input autoComplete="off" maxLength={max} value={value} onChange={(event) => onChange(event.target.value)} />
  </label>
)

/** F6 归档: numbers, 归入卷号, place and 归卷日期; signed by the 保密员, and by whoever keeps the archive where that is somebody else (F1(6)). */
export const Archive = ({ onClose }: { onClose: () => void }) => {
  const { now } = useSession()
  const today = now.slice(0, 10)
  const [step, setStep] = useState<Filing>({ numbers: [], volume: '', place: '档案室', day: today })
  const [other, setOther] = useState(false)
  const [signing, setSigning] = useState(false)
  const act = useAct('keeping.archive')
  if (signing) return <Receive step={step} onDone={onClose} onClose={() => setSigning(false)} />
  return (
    <ActDialog
      title="归档"
      rule="F1(6) 办结的文件归档；归档后只办查阅、借用"
      ok={other ? '接收人签字' : '归档'}
      width={620}
      needs={[step.numbers.length === 0 && '编号', !step.volume.trim() && '归入卷号', !step.place.trim() && '存放处', !step.day && '归卷日期']}
      busy={act.isPending}
      error={act.error}
      onOk={() => (other ? setSigning(true) : act.mutate(step, { onSuccess: onClose }))}
      onClose={onClose}
    >
      <NumbersBox numbers={step.numbers} onChange={(numbers) => setStep({ ...step, numbers })} first />
      <Line label="归入卷号" value={step.volume} max={limits.symbol} onChange={(volume) => setStep({ ...step, volume })} />
      <Line label="存放处" value={step.place} max={limits.place} onChange={(place) => setStep({ ...step, place })} />
      <p className="keeping-day">
        <DayBox label="归卷日期" today={today} onDay={(day) => setStep({ ...step, day: day ?? today })} />
        <span className="quiet">　不填为今天</span>
      </p>
      <Checkbox checked={other} onChange={(event) => setOther(event.target.checked)}>
        档案由他人保管，请其当场签字接收
      </Checkbox>
    </ActDialog>
  )
}
