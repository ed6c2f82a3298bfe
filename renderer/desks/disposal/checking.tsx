import { useState } from 'react'
import type { ReturnView } from '../../../contract/disposal-views.ts'
import { limits } from '../../../contract/limits.ts'
import { useAct } from '../../app/client.ts'
import { ActDialog, Sentence } from '../../components/act-dialog.tsx'
import { Checklist, type CheckedNumbers } from '../../components/checklist.tsx'
import type { ActProps } from './acts.tsx'

/** Sends each number the moment it is accepted, so that what was checked stays checked whenever the work is broken off. */
const useSending = ({ id, list }: ReturnView) => {
  const act = useAct('disposal.check')
  const [sent, setSent] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<Error | null>(null)
  const send = async (numbers: readonly string[], withdraw = '') => {
    setRefused(null)
    setSent((before) => new Set([...before, ...numbers]))
    try {
      await act.mutateAsync({ returnList: id, numbers: [...numbers], ...(withdraw.trim() ? { withdraw } : {}) })
    } catch (caught) {
      setSent((before) => new Set([...before].filter((one) => !numbers.includes(one))))
      setRefused(caught as Error)
    }
  }
  const has = (number: string) => sent.has(number) || list.some((item) => item.number === number && (item.foundAt ?? item.withdrawn) !== null)
  return { send, has, refused }
}

/** The checklist of the desks, with the vault's own ticks; `withdraw` goes with the next number and is empty again after it. */
const useChecking = (of: ReturnView) => {
  const { send, has, refused } = useSending(of)
  const [withdraw, setWithdraw] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  const set = (number: string, on: boolean) => {
    if (!on || (has(number) && !withdraw.trim())) return setSaid(`${number}已核对；不退的，填写不退的原因后再扫一次`)
    setSaid(null)
    setWithdraw('')
    void send([number], withdraw)
  }
  const going = of.list.filter(({ withheld }) => withheld === null)
  const numbers = going.map(({ number }) => number)
  const missing = numbers.filter((number) => !has(number))
  const all = () => {
    if (withdraw.trim()) return setSaid('不退的原因只记在下一份上，请先扫描那一份')
    setSaid(null)
    if (missing.length > 0) void send(missing)
  }
  const counted = going.map(({ number, copyNo, document, withdrawn }) => ({
    number,
    copyNo,
    note: withdrawn ? `取出：${withdrawn}` : document.title,
  }))
  const list: CheckedNumbers = { counted, ticked: numbers.filter(has), missing, has, set, all }
  return { list, withdraw, setWithdraw, said, refused }
}

/** F4 清退核对: scanned one after another; what does not go is taken off with the reason (实施条例27). */
export const Check = ({ of, onDone, onClose }: ActProps<ReturnView>) => {
  const { list, withdraw, setWithdraw, said, refused } = useChecking(of)
  const whole = list.missing.length === 0
  return (
    <ActDialog
      title={`清退核对　${of.number}　${of.issuer}`}
      rule={whole ? '全部核对完毕，下一步由分管领导审批（实施条例27）' : '每核对一份随即保存，可以随时停下，以后接着核对'}
      ok={whole ? '核对完毕' : '暂停'}
      width={680}
      needs={[withdraw.trim() !== '' && '扫描不退的那一份']}
      error={refused}
      onF9={list.all}
      onOk={onDone}
      onClose={onClose}
    >
      <Sentence label="下一份不退的原因" optional value={withdraw} onChange={setWithdraw} max={limits.note} />
      <Checklist list={list} first stray={(typed) => `清单上没有“${typed}”，或已留用；请取出另行查明（实施条例27）`} />
      {said && (
        <p className="line-said" role="status">
          {said}
        </p>
      )}
    </ActDialog>
  )
}
