import { Input } from 'antd'
import { useState } from 'react'
import { isDay } from './typed-time.ts'
import { readDay } from '../../contract/written.ts'

type Props = {
  label: string
  /** The day chosen; undefined when any may be. */
  onDay: (day: string | undefined) => void
  /** Today by the office's clock: `0310` is of its year. */
  today: string
}

const WHOLE = /^\d{8}$/

/** A day among the filters of a list, typed as figures: `20260310`, `0310`. It is read once it is whole, at Enter, and when the cursor leaves it. */
export const DayBox = ({ label, onDay, today }: Props) => {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const read = (text: string) => {
    const day = readDay(text, today)
    const none = day === ''
    setTyped(day)
    setWrong(!none && !isDay(day))
    if (none || isDay(day)) onDay(day || undefined)
  }
  return (
    <span className="day-box">
      <Input
        className="figures filter-day"
        prefix={label}
        aria-label={label}
        placeholder="20260310"
        maxLength={20}
        allowClear
        status={wrong ? 'error' : ''}
        value={typed}
        onChange={({ target }) => (WHOLE.test(target.value) || target.value === '' ? read(target.value) : setTyped(target.value))}
        onPressEnter={() => read(typed)}
        onBlur={() => read(typed)}
      />
      {wrong && (
        <span className="field-error" role="alert">
          没有这一天
        </span>
      )}
    </span>
  )
}
