import { Input } from 'antd'
import { useState } from 'react'
import type { Input as InputOf } from '../../../contract/index.ts'
import { limits } from '../../../contract/limits.ts'
import { OUTCOMES, outcomeLabel } from '../../../contract/terms.ts'
import { useSession } from '../../app/session.tsx'
import { ChooseBox } from '../../components/choose-box.tsx'
import { DayBox } from '../../components/day-box.tsx'
import { actChoices } from './words.ts'

export type Filter = Omit<InputOf<'audit.list'>, 'after' | 'skip' | 'limit'>

type Props = { filter: Filter; onChange: (filter: Filter) => void /** 安全保密管理员 has fewer. */; few?: boolean }

/** Filters of the record: day, who, what, about which number, with what outcome. */
export const Filters = ({ filter, onChange, few }: Props) => {
  const today = useSession().now.slice(0, 10)
  const [act, setAct] = useState('')
  const set = <K extends keyof Filter>(key: K, value: Filter[K]) => onChange({ ...filter, [key]: value || undefined })
  return (
    <div className="desk-filters">
      <DayBox label="自" today={today} onDay={(day) => set('from', day)} />
      <DayBox label="至" today={today} onDay={(day) => set('to', day)} />
      <Input
        allowClear
        prefix="操作人"
        aria-label="操作人"
        placeholder="姓名全称"
        className="filter"
        maxLength={limits.name}
        onChange={(event) => set('actor', event.target.value.trim())}
      />
      {!few && (
        <ChooseBox
          allowClear
          prefix="操作"
          aria-label="操作"
          placeholder="全部"
          className="filter-wide"
          text={act}
          onText={setAct}
          onChosen={() => setAct('')}
          fits={({ label }, sought) => label.includes(sought.trim())}
          value={filter.call}
          onChange={(call) => set('call', call)}
          options={actChoices}
        />
      )}
      {!few && (
        <Input
          allowClear
          prefix="对象"
          aria-label="对象"
          placeholder="编号"
          className="filter"
          maxLength={limits.symbol}
          onChange={(event) => set('object', event.target.value.trim())}
        />
      )}
      <ChooseBox
        allowClear
        prefix="结果"
        aria-label="结果"
        placeholder="全部"
        className="filter-short"
        value={filter.outcome}
        onChange={(outcome) => set('outcome', outcome)}
        options={OUTCOMES.map((one) => ({ value: one, label: outcomeLabel[one] }))}
      />
    </div>
  )
}
