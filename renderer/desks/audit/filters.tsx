import { DatePicker, Input, Select } from 'antd'
import type { Input as InputOf } from '../../../contract/index.ts'
import { limits } from '../../../contract/fields.ts'
import { OUTCOMES, outcomeLabel } from '../../../contract/terms.ts'
import { actChoices } from './words.ts'

export type Filter = Omit<InputOf<'audit.list'>, 'after' | 'limit'>

type Props = { filter: Filter; onChange: (filter: Filter) => void /** 安全保密管理员 has fewer. */; few?: boolean }

/** Filters of the record: day, who, what, about which number, with what outcome. */
export const Filters = ({ filter, onChange, few }: Props) => {
  const set = <K extends keyof Filter>(key: K, value: Filter[K]) => onChange({ ...filter, [key]: value || undefined })
  return (
    <div className="desk-filters">
      <DatePicker placeholder="从" className="filter-day" onChange={(_, text) => set('from', (text as string | null) ?? undefined)} />
      <DatePicker placeholder="到" className="filter-day" onChange={(_, text) => set('to', (text as string | null) ?? undefined)} />
      <Input
        allowClear
        placeholder="行为人"
        className="filter-short"
        maxLength={limits.name}
        onChange={(event) => set('actor', event.target.value.trim())}
      />
      {!few && (
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="行为"
          className="filter"
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
      <Select
        allowClear
        placeholder="结果"
        className="filter-short"
        onChange={(outcome) => set('outcome', outcome)}
        options={OUTCOMES.map((one) => ({ value: one, label: outcomeLabel[one] }))}
      />
    </div>
  )
}
