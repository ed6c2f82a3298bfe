import { Input } from 'antd'
import { useState } from 'react'
import type { Input as InputOf } from '../../../contract/index.ts'
import { limits } from '../../../contract/fields.ts'
import { OUTCOMES, outcomeLabel } from '../../../contract/terms.ts'
import { useSession } from '../../app/session.tsx'
import { ChooseBox } from '../../components/choose-box.tsx'
import { DayBox } from '../../components/day-box.tsx'
import { actChoices } from './words.ts'

export type Filter = Omit<InputOf<'audit.list'>, 'after' | 'limit'>

type Props = { filter: Filter; onChange: (filter: Filter) => void /** 安全保密管理员 has fewer. */; few?: boolean }

/** Filters of the record: day, who, what, about which number, with what outcome. */
export const Filters = ({ filter, onChange, few }: Props) => {
  const today = useSession().now.slice(0, 10)
  const [text, setText] = useState('')
  const set = <K extends keyof Filter>(key: K, value: Filter[K]) => onChange({ ...filter, [key]: value || undefined })
  return (
    <div className="desk-filters">
      <DayBox label="从" today={today} onDay={(day) => set('from', day)} />
      <DayBox label="到" today={today} onDay={(day) => set('to', day)} />
      <Input
        allowClear
        placeholder="行为人"
        className="filter-short"
        maxLength={limits.name}
        onChange={(event) => set('actor', event.target.value.trim())}
      />
      {!few && (
        <ChooseBox
          allowClear
          placeholder="行为"
          className="filter"
          text={text}
          onText={setText}
          onChosen={() => setText('')}
          fits={({ label }, sought) => label.includes(sought.trim())}
          value={filter.call}
          onChange={(call) => set('call', call)}
          options={actChoices}
        />
      )}
      {!few && (
        <Input
          allowClear
          placeholder="对象编号"
          className="filter"
          maxLength={limits.symbol}
          onChange={(event) => set('object', event.target.value.trim())}
        />
      )}
      <ChooseBox
        allowClear
        placeholder="结果"
        value={filter.outcome}
        className="filter-short"
        onChange={(outcome) => set('outcome', outcome)}
        options={OUTCOMES.map((one) => ({ value: one, label: outcomeLabel[one] }))}
      />
    </div>
  )
}
