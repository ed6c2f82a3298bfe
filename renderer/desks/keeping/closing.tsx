import { useState } from 'react'
import { limits } from '../../../contract/limits.ts'
import type { StockTakingView } from '../../../contract/keeping-views.ts'
import { useAct, useQueryOf } from '../../app/client.ts'
import { useSession } from '../../app/session.tsx'
import { ActDialog, Sentence } from '../../components/act-dialog.tsx'
import { Countersign } from '../../components/countersign.tsx'
import { NumbersBox } from './numbers-box.tsx'
import type { ActProps } from './stock-acts.tsx'

type Note = { number: string; note: string }

/** What both sign under: 账, 实, and the differences. */
const Result = ({ of: { expected, counted, surplus, moved, left } }: { of: StockTakingView }) => (
  <p>
    账 <strong className="figures">{expected}</strong> 份，实 <strong className="figures">{counted}</strong> 份
    {moved.length > 0 && `，清点中出入 ${moved.length} 份`}；短少 <strong className={left > 0 ? 'overdue' : undefined}>{left}</strong> 份，盘盈{' '}
    <strong className={surplus.length > 0 ? 'overdue' : undefined}>{surplus.length}</strong> 份。
  </p>
)

/** 监点人 gives their name and signs on the spot; the 清点人 signs with it. */
const Witness = ({ of: stock, notes, onDone, onClose }: ActProps & { notes: Note[] }) => {
  const { person } = useSession()
  const act = useAct('keeping.close')
  const step = { stockTaking: stock.id, notes }
  return (
    <Countersign
      title={`清点完成　${stock.number}`}
      says={`监点人为另一名保密员或领导，不得是所点保密箱的专管人；清点人${person.name}同时签字（F1(6)）`}
      ok="清点完成"
      error={act.error}
      busy={act.isPending}
      step={{ call: 'keeping.close', input: step }}
      onTicket={(ticket) => act.mutate({ ...step, ticket }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <Result of={stock} />
    </Countersign>
  )
}

/** F9 清点完成: each surplus explained, what is missing told; then two people sign (F1(6) 账实不符要查明). */
export const CloseStock = (props: ActProps) => {
  const { of: stock, onClose } = props
  const absent = useQueryOf('keeping.get', { stockTaking: stock.id, absent: true })
  const [said, setSaid] = useState<Record<string, string>>({})
  const [short, setShort] = useState('')
  const [signing, setSigning] = useState(false)
  const missing = absent.data?.absent?.map(({ number }) => number) ?? []
  const notes = [
    ...stock.surplus.flatMap(({ number }) => (said[number]?.trim() ? [{ number, note: said[number] }] : [])),
    ...(short.trim() ? missing.map((number) => ({ number, note: short })) : []),
  ]
  if (signing) return <Witness {...props} notes={notes} onClose={() => setSigning(false)} />
  return (
    <ActDialog
      title={`清点完成　${stock.number}`}
      rule="F1(6) 账实不符的逐份说明；短少的转为短少待查"
      ok="监点人签字"
      width={680}
      error={absent.error}
      needs={[absent.data === undefined && '未点到的各份', stock.surplus.some(({ number }) => !said[number]?.trim()) && '盘盈的说明']}
      onOk={() => setSigning(true)}
      onClose={onClose}
    >
      <Result of={stock} />
      {stock.surplus.map(({ number }, place) => (
        <Sentence
          key={number}
          label={`盘盈 ${number} 为何在这里`}
          value={said[number] ?? ''}
          onChange={(text) => setSaid({ ...said, [number]: text })}
          max={limits.note}
          first={place === 0}
        />
      ))}
      {missing.length > 0 && (
        <>
          <p className="overdue">
            没有点到 {stock.left} 份，完成后转为短少待查：<span className="figures">{missing.slice(0, 20).join('、')}</span>
            {missing.length > 20 ? '……' : '。'}
          </p>
          <Sentence label="短少的情况" value={short} onChange={setShort} max={limits.note} optional first={stock.surplus.length === 0} />
        </>
      )}
    </ActDialog>
  )
}

/** F6 找回: what a 清点 found missing is in hand again, by its number; it goes back to where it belongs. */
export const Found = ({ of: stock, onDone, onClose }: ActProps) => {
  const act = useAct('keeping.found')
  const [numbers, setNumbers] = useState<string[]>([])
  const [note, setNote] = useState('')
  return (
    <ActDialog
      title={`找回　${stock.number}`}
      rule="F1(6) 找回的放回原处；报失的由违规与遗失办理"
      ok="找回"
      width={620}
      needs={[numbers.length === 0 && '编号', !note.trim() && '情况']}
      busy={act.isPending}
      error={act.error}
      onOk={() => act.mutate({ stockTaking: stock.id, numbers, note }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <NumbersBox numbers={numbers} onChange={setNumbers} first />
      <Sentence label="情况：在哪里、怎样找到" value={note} onChange={setNote} max={limits.note} />
    </ActDialog>
  )
}
