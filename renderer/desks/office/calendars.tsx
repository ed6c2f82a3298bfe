import { useState } from 'react'
import { Button, Segmented } from 'antd'
import type { CalendarYear } from '../../../contract/office.ts'
import { useQueryOf } from '../../app/client.ts'
import { useMay, useSession } from '../../app/session.tsx'
import { Empty } from '../../components/empty.tsx'
import { RefusalNote } from '../../components/refusal.tsx'
import { SetCalendar } from './set-calendar.tsx'
import { dayKind, daysOf, holidaysOf, kindWords } from './months.ts'

const Month = ({ calendar, holidays, month }: { calendar: CalendarYear; holidays: readonly string[]; month: number }) => (
  <section className="month">
    <h4>{month}月</h4>
    <div className="month-days">
      {'一二三四五六日'.split('').map((weekday) => (
        <span key={weekday} className="month-weekday">
          {weekday}
        </span>
      ))}
      {daysOf(calendar.year, month).map((day, place) => {
        const kind = day && dayKind(calendar, holidays, day)
        return (
          <span
            key={day ?? `before ${place}`}
            className={kind ? `day day-${kind}` : 'day'}
            title={day && kind ? `${day} ${kindWords[kind]}` : undefined}
          >
            {day ? Number(day.slice(8)) : ''}
          </span>
        )
      })}
    </div>
  </section>
)

const Year = ({ calendar }: { calendar: CalendarYear }) => {
  const holidays = holidaysOf(calendar)
  return (
    <>
      <p className="quiet">
        来源：{calendar.source}　<span className="day day-off">休</span> 放假　<span className="day day-worked">班</span> 周末上班　{' '}
        <span className="day day-weekend">末</span> 周末
      </p>
      <div className="year">
        {Array.from({ length: 12 }, (_, month) => (
          <Month key={month} calendar={calendar} holidays={holidays} month={month + 1} />
        ))}
      </div>
    </>
  )
}

/** 工作日历: the loaded years month by month; 安全保密管理员 loads further ones. */
export const Calendars = () => {
  const calendars = useQueryOf('office.calendars', {})
  const maySet = useMay()('office.setCalendar')
  const thisYear = Number(useSession().now.slice(0, 4))
  const [shown, setShown] = useState<number | null>(null)
  const [setting, setSetting] = useState<{ from?: CalendarYear; year: number } | null>(null)
  if (calendars.error) return <RefusalNote of={calendars.error} />
  if (!calendars.data) return <p className="quiet">正在读取日历…</p>
  const { years } = calendars.data
  const calendar = years.find((one) => one.year === shown) ?? years[years.length - 1]
  const loaded = years.map(({ year }) => year)
  const next = Math.max(thisYear - 1, ...loaded) + 1
  if (setting) return <SetCalendar {...setting} loaded={loaded} onDone={() => setSetting(null)} />
  return (
    <div className="calendars">
      <div className="desk-filters">
        {calendar && <Segmented value={calendar.year} onChange={setShown} options={years.map(({ year }) => ({ value: year, label: `${year}年` }))} />}
        {maySet && <Button onClick={() => setSetting({ year: next })}>录入{next}年</Button>}
        {maySet && calendar && <Button onClick={() => setSetting({ from: calendar, year: calendar.year })}>更改{calendar.year}年</Button>}
      </div>
      {calendar ? <Year calendar={calendar} /> : <Empty says="还没有录入工作日历，期限无法计算。请安全保密管理员录入。" />}
    </div>
  )
}
