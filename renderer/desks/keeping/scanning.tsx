import { Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { limits } from '../../../contract/limits.ts'
import type { Output } from '../../../contract/index.ts'
import { type ScanResult, scanResultLabel } from '../../../contract/terms.ts'
import { useAct } from '../../app/client.ts'
import { ActDialog } from '../../components/act-dialog.tsx'
import { useScanned } from '../../components/scanning.ts'
import { numbersIn } from './numbers-box.tsx'
import type { ActProps } from './stock-acts.tsx'

type Answer = Output<'keeping.scan'>['results'][number]
type Told = Answer & { key: number }

/** How many answers stay in sight. */
const SHOWN = 40
const tone = (result: ScanResult) =>
  result === 'expected' ? 'quiet' : result === 'came' || result === 'again' || result === 'listed' ? 'waits' : 'overdue'

/** Each number goes on its way the moment it was read, one after another, and stays counted whenever the work is broken off. */
const useScanning = ({ id, counted, expected }: ActProps['of']) => {
  const act = useAct('keeping.scan')
  const [told, setTold] = useState<Told[]>([])
  const [count, setCount] = useState({ counted, expected })
  const [refused, setRefused] = useState<Error | null>(null)
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const next = useRef(0)
  const send = async (numbers: string[]) => {
    try {
      const { results, ...now } = await act.mutateAsync({ stockTaking: id, numbers })
      const fresh = results.map((one) => {
        next.current += 1
        return { ...one, key: next.current }
      })
      setTold((before) => [...fresh.toReversed(), ...before].slice(0, SHOWN))
      setCount(now)
      setRefused(null)
    } catch (caught) {
      setRefused(caught as Error)
    }
  }
  const scan = (numbers: string[]) => {
    last.current = last.current.then(() => send(numbers))
  }
  return { told, count, refused, scan }
}

/** F4 点实: scanned one after another; what each was stands there at once. */
export const Scan = ({ of: stock, onDone, onClose }: ActProps) => {
  const { told, count, refused, scan } = useScanning(stock)
  const [typed, setTyped] = useState('')
  const box = useRef<InputRef>(null)
  const whole = count.counted === count.expected
  useScanned(
    (code) => scan([code]),
    () => box.current?.input,
  )
  const take = () => {
    const numbers = numbersIn(typed)
    setTyped('')
    if (numbers.length > 0) scan(numbers)
  }
  return (
    <ActDialog
      title={`点实　${stock.number}`}
      rule={whole ? '账上各份都已点到，下一步由监点人签字（F1(6)）' : '每点一份随即保存，可以随时停下，以后接着点'}
      ok={whole ? '点完' : '暂停'}
      width={720}
      error={refused}
      onOk={onDone}
      onClose={onClose}
    >
      <p className="keeping-count" role="status">
        已点 <b className="figures">{count.counted}</b> / <span className="figures">{count.expected}</span> 份
      </p>
      <Input
        ref={box}
        autoFocus
        data-own-enter={typed.trim() !== '' || undefined}
        aria-label="扫描或输入编号"
        placeholder="扫描标签或输入编号，按 Enter 点到"
        maxLength={limits.symbol * limits.copies}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={(event) => {
          if (event.nativeEvent.isComposing || !typed.trim()) return
          event.preventDefault()
          take()
        }}
      />
      <ol className="keeping-scans" aria-label="点到的编号">
        {told.map(({ key, number, result, says }) => (
          <li key={key}>
            <span className="figures unbroken">{number}</span>
            <b className={tone(result)}>{scanResultLabel[result]}</b>
            <span className={result === 'expected' ? 'quiet' : undefined}>{says}</span>
          </li>
        ))}
      </ol>
    </ActDialog>
  )
}
