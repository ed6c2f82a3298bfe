import { useState } from 'react'
import { Button } from 'antd'
import { limits } from '../../../contract/limits.ts'
import type { HandoverView } from '../../../contract/handover-views.ts'
import { useAct } from '../../app/client.ts'
import { ActDialog, Sentence } from '../../components/act-dialog.tsx'
import { Checklist, type CheckedNumbers } from '../../components/checklist.tsx'
import type { ActProps } from './acts.tsx'

const without = (all: ReadonlySet<string>, numbers: readonly string[]) => new Set([...all].filter((one) => !numbers.includes(one)))

/** Sends each number the moment it is accepted, so that what was checked stays checked whenever the work is broken off. */
const useSending = ({ id, list }: HandoverView) => {
  const act = useAct('handover.check')
  const [sent, setSent] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<Error | null>(null)
  const send = async (numbers: readonly string[], condition = '') => {
    setRefused(null)
    setSent((before) => new Set([...before, ...numbers]))
    try {
      await act.mutateAsync({ handover: id, numbers: [...numbers], ...(condition.trim() ? { condition } : {}) })
    } catch (caught) {
      setSent((before) => without(before, numbers))
      setRefused(caught as Error)
    }
  }
  const has = (number: string) => sent.has(number) || list.some((item) => item.number === number && item.foundAt !== null)
  return { send, has, refused }
}

/** The checklist of the desks, with the vault's own ticks; `condition` goes with the next number and is empty again after it. */
const useChecking = (handover: HandoverView) => {
  const { send, has, refused } = useSending(handover)
  const [condition, setCondition] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  const set = (number: string, on: boolean) => {
    if (!on) return setSaid(`${number}已经核对，不能取消；有缺损的，填写缺损情况后再扫一次`)
    if (has(number) && !condition.trim()) return setSaid(`${number}已核对过`)
    setSaid(null)
    setCondition('')
    void send([number], condition)
  }
  const numbers = handover.list.map(({ number }) => number)
  const missing = numbers.filter((number) => !has(number))
  const all = () => {
    if (condition.trim()) return setSaid('缺损情况只记在下一份上，请先扫描那一份')
    setSaid(null)
    if (missing.length > 0) void send(missing)
  }
  const counted = handover.list.map(({ number, copyNo, document, condition }) => ({
    number,
    copyNo,
    note: condition ? `缺损：${condition}` : document.title,
  }))
  const list: CheckedNumbers = { counted, ticked: numbers.filter(has), missing, has, set, all }
  return { list, condition, setCondition, said, refused, intact: (number: string) => void send([number]) }
}

/** F4 逐件核对: scanned one after another; a number that is not on the list is told (F1(8)). */
export const Check = ({ of: handover, onDone, onClose }: ActProps) => {
  const { list, condition, setCondition, said, refused, intact } = useChecking(handover)
  const whole = list.missing.length === 0
  const damaged = handover.list.filter((item) => item.condition !== null)
  return (
    <ActDialog
      title={`逐件核对　${handover.number}　${handover.person.name}`}
      rule={whole ? '全部核对完毕，下一步由监交人签字（F1(8)）' : '每核对一份随即保存，可以随时停下，以后接着核对'}
      ok={whole ? '核对完毕' : '暂停'}
      width={680}
      needs={[condition.trim() !== '' && '扫描有缺损的那一份']}
      error={refused}
      onF9={list.all}
      onOk={onDone}
      onClose={onClose}
    >
      <Sentence label="下一份的缺损情况" optional value={condition} onChange={setCondition} max={limits.note} />
      <Checklist list={list} first stray={(typed) => `清单上没有“${typed}”：不是${handover.person.name}移交的份，请取出另行查明（F1(8)）`} />
      {said && (
        <p className="line-said" role="status">
          {said}
        </p>
      )}
      {damaged.length > 0 && (
        <ul className="handover-damaged">
          {damaged.map(({ copy, number, condition }) => (
            <li key={copy}>
              <span className="figures">{number}</span>　缺损：{condition}{' '}
              <Button size="small" onClick={() => intact(number)}>
                改为完好
              </Button>
            </li>
          ))}
        </ul>
      )}
    </ActDialog>
  )
}
