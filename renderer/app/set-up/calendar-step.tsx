import { Alert, Button, Checkbox } from 'antd'
import { type FormEvent, useState } from 'react'

type Props = { years: readonly number[]; chosen: readonly number[]; thisYear: number; onBack: () => void; onNext: (years: number[]) => void }

/** Step 2: the working-day calendars that ship with the program. */
export const CalendarStep = ({ years, chosen, thisYear, onBack, onNext }: Props) => {
  const [picked, setPicked] = useState([...chosen])
  const next = (event: FormEvent) => {
    event.preventDefault()
    if (picked.length > 0) onNext(picked)
  }
  return (
    <form className="set-up-step" onSubmit={next}>
      <p>录入国务院办公厅公布的放假和调休安排，用于计算工作日期限。以后各年由安全保密管理员在“本单位”中录入。</p>
      <Checkbox.Group
        value={picked}
        onChange={(values) => setPicked(values as number[])}
        options={years.map((year) => ({ value: year, label: `${year}年` }))}
      />
      {!picked.includes(thisYear) && <Alert type="warning" title={`没有选${thisYear}年的日历，今年的工作日期限将无法计算。`} />}
      <div className="form-foot">
        <Button onClick={onBack}>上一步</Button>
        <Button type="primary" htmlType="submit" autoFocus disabled={picked.length === 0}>
          下一步 Enter
        </Button>
      </div>
    </form>
  )
}
