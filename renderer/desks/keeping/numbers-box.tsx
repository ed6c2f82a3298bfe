import { Button, Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { limits } from '../../../contract/limits.ts'
import { useScanned } from '../../components/scanning.ts'

/** Numbers that were scanned or typed one after another; several pasted at once are taken one by one. */
export const numbersIn = (typed: string): string[] => typed.split(/[\s,，、;；]+/u).filter((one) => one !== '')

type Props = { numbers: readonly string[]; onChange: (numbers: string[]) => void; first?: boolean }

/** A box that takes numbers or labels as they are scanned: each Enter puts one on the list below; the vault says what they are. */
export const NumbersBox = ({ numbers, onChange, first = false }: Props) => {
  const [typed, setTyped] = useState('')
  const box = useRef<InputRef>(null)
  const add = (some: readonly string[]) => onChange([...numbers, ...some.filter((one) => !numbers.includes(one))])
  const take = () => {
    add(numbersIn(typed))
    setTyped('')
  }
  useScanned(
    (code) => add([code]),
    () => box.current?.input,
  )
  return (
    <fieldset className="checklist" aria-label="编号" data-filled={numbers.length > 0 || undefined}>
      <div className="checklist-head">
        <Input
          ref={box}
          autoFocus={first}
          data-own-enter={typed.trim() !== '' || undefined}
          aria-label="扫描或输入编号"
          placeholder="扫描标签或输入编号，按 Enter 列入"
          maxLength={limits.symbol * limits.copies}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={(event) => {
            if (event.nativeEvent.isComposing || !typed.trim()) return
            event.preventDefault()
            take()
          }}
        />
        <span className="checklist-count">已列 {numbers.length} 份</span>
      </div>
      {numbers.length > 0 && (
        <ol className="keeping-numbers">
          {numbers.toReversed().map((number) => (
            <li key={number}>
              <span className="figures">{number}</span>
              <Button size="small" onClick={() => onChange(numbers.filter((one) => one !== number))}>
                取消
              </Button>
            </li>
          ))}
        </ol>
      )}
    </fieldset>
  )
}
