import type { CalendarYear } from '../../../contract/office.ts'
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

/** One year month by month: what is off, what is worked instead. */
export const Year = ({ calendar }: { calendar: CalendarYear }) => {
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
