import type { CountedDay } from '../../contract/deadlines.ts'
import './deadline.css'

/** What stands under a day that does not count, and under one that counts although it is a weekend. */
const WORDS: Record<string, string> = { 起算日不计: '起算', 征求意见期间不计: '停计', 放假: '放假', 调休上班: '调休上班' }
const CLASSES: Record<string, string> = { 放假: 'day-off', 调休上班: 'day-worked', 周末: 'day-weekend', 征求意见期间不计: 'day-still' }

const mondayFirst = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

/** The days week by week, Monday first; the places before the first and after the last are empty. */
const weeksOf = (days: readonly CountedDay[]): (CountedDay | null)[][] => {
  const before = days[0] ? mondayFirst(days[0].day) : 0
  const places: (CountedDay | null)[] = [...Array.from({ length: before }, () => null), ...days]
  return Array.from({ length: Math.ceil(places.length / 7) }, (_, week) => Array.from({ length: 7 }, (_, at) => places[week * 7 + at] ?? null))
}

/** `2月9日` of the first day, of each first of a month and of the last; else the day alone. */
const dayWord = (day: string, named: boolean) =>
  named || day.endsWith('-01') ? `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日` : Number(day.slice(8))

/** The arithmetic of a limit in working days as a calendar: each day that counts with its number, each that does not with why. */
export const DayGrid = ({ days }: { days: readonly CountedDay[] }) => {
  const ends = [days[0]?.day, days.at(-1)?.day]
  return (
    <table className="day-grid">
      <thead>
        <tr>
          {'一二三四五六日'.split('').map((weekday) => (
            <th key={weekday} scope="col">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week, at) => (
          <tr key={week.find((one) => one)?.day ?? at}>
            {week.map((one, place) =>
              one ? (
                <td
                  key={one.day}
                  className={CLASSES[one.why]}
                  title={`${one.day} ${one.why}${one.number === null ? '' : `，第${one.number}个工作日`}`}
                >
                  <span>{dayWord(one.day, ends.includes(one.day))}</span>
                  {one.number !== null && <strong>{one.number}</strong>}
                  {WORDS[one.why] && <span>{WORDS[one.why]}</span>}
                </td>
              ) : (
                <td key={`${at} ${place}`} className="day-none" />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
