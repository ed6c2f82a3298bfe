import { Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { limits } from '../../../contract/limits.ts'
import type { Output } from '../../../contract/index.ts'
import type { Refusal } from '../../../contract/refusal.ts'
import { CODE_FIELDS, type CodeField, codeFieldLabel } from '../../../contract/terms.ts'
import { call, refusalOf } from '../../app/client.ts'
import { useKeys } from '../../components/keys.ts'
import type { Registration } from './registration.ts'

type Read = Output<'documents.readCode'>

/** The box of the form that a field of the code stands in. */
const BOXES = {
  sender: 'envelope.sender',
  symbol: 'symbol',
  title: 'title',
  copyNo: 'copyNos',
  mark: 'mark',
  madeOn: 'madeOn',
  urgency: 'urgency',
  addressee: 'addressee',
} as const satisfies Record<CodeField, string>

const words = ({ fields, unread }: Read) => {
  const read = CODE_FIELDS.filter((field) => fields[field] !== undefined).map((field) => codeFieldLabel[field])
  return `已填入：${read.join('、')}。请逐项与来文核对。${unread.length > 0 ? `没有读出：${unread.join('、')}，请照来文填写。` : ''}`
}

/**
 * 扫二维条码 (F7): a scanner types the code and presses Enter; what it says stands in the form for the officer to check and correct. The vault reads it.
 * What was refused fills nothing.
 */
export const CodeBox = ({ form }: { form: UseFormReturn<Registration> }) => {
  const box = useRef<InputRef>(null)
  const [code, setCode] = useState('')
  const [read, setRead] = useState<Read | null>(null)
  const [refused, setRefused] = useState<Refusal | null>(null)
  useKeys([['F7', () => box.current?.focus({ cursor: 'all' })]])
  const fill = (found: Read) => {
    for (const field of CODE_FIELDS) {
      const value = found.fields[field]
      if (value !== undefined) form.setValue(BOXES[field], value, { shouldDirty: true, shouldValidate: false })
    }
    setRead(found)
    setCode('')
    // On goes the cursor to what the code does not say.
    const empty = box.current?.input?.form?.querySelector<HTMLElement>('.intake .field:not([data-filled]) input')
    empty?.focus()
  }
  const ask = () => {
    setRead(null)
    setRefused(null)
    call('documents.readCode', { text: code }).then(fill, (caught: unknown) => {
      setRefused(refusalOf(caught))
      // What missed gives way to the next scan.
      box.current?.focus({ cursor: 'all' })
    })
  }
  return (
    <div className="field code-box">
      <label className="field-label" htmlFor="intake-code">
        扫二维条码 F7
      </label>
      <div className="field-box">
        <Input
          ref={box}
          id="intake-code"
          data-own-enter={code.trim() !== '' || undefined}
          autoComplete="off"
          maxLength={limits.code}
          placeholder="来文印有二维条码的，按 F7 后扫描；没有的不填"
          value={code}
          onChange={(event) => {
            setCode(event.target.value)
            setRefused(null)
          }}
          onPressEnter={(event) => {
            if (event.nativeEvent.isComposing || code.trim() === '') return
            event.preventDefault()
            ask()
          }}
        />
        {refused && (
          <div className="field-error" role="alert">
            {refused.message}
            {refused.clause && `（${refused.clause}）`}
          </div>
        )}
        {read && (
          <div className="field-hint" role="status">
            {words(read)}
          </div>
        )}
      </div>
    </div>
  )
}
