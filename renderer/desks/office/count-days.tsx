import { useState } from 'react'
import { Button, Input, InputNumber } from 'antd'
import { useQueryOf } from '../../app/client.ts'
import { useSession } from '../../app/session.tsx'
import { DayGrid } from '../../components/day-grid.tsx'
import { RefusalNote } from '../../components/refusal.tsx'
import { readDay } from '../../../contract/written.ts'

type Asked = { from: string; workingDays: number }

const Arithmetic = ({ asked }: { asked: Asked }) => {
  const counted = useQueryOf('office.countDays', asked)
  if (counted.error) return <RefusalNote of={counted.error} />
  if (!counted.data) return <p className="quiet">正在计算…</p>
  return (
    <>
      <p className="count-due">
        自 {asked.from} 起 {asked.workingDays} 个工作日：<strong>{counted.data.due}</strong>
      </p>
      <DayGrid days={counted.data.days} />
    </>
  )
}

/** 计算期限: a deadline in working days, the first day excluded, shown day by day. */
export const CountDays = () => {
  const { now } = useSession()
  const today = now.slice(0, 10)
  const [from, setFrom] = useState(today)
  const [workingDays, setWorkingDays] = useState<number | null>(20)
  const [asked, setAsked] = useState<Asked | null>(null)
  return (
    <div className="office-narrow office-count">
      <form
        className="desk-filters"
        onSubmit={(event) => {
          event.preventDefault()
          const day = readDay(from, today)
          setFrom(day)
          if (workingDays) setAsked({ from: day, workingDays })
        }}
      >
        <span>自</span>
        <Input
          autoFocus
          aria-label="起算日"
          className="time-box"
          placeholder="20260310"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <span>起（当日不计）</span>
        <InputNumber aria-label="工作日数" min={1} max={400} precision={0} value={workingDays} onChange={setWorkingDays} />
        <span>个工作日</span>
        <Button type="primary" htmlType="submit">
          计算 Enter
        </Button>
      </form>
      {asked && <Arithmetic asked={asked} />}
    </div>
  )
}
