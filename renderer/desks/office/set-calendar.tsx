import type { DeadlineMoves } from '../../../contract/deadlines.ts'
import { limits } from '../../../contract/limits.ts'
import type { CalendarYear } from '../../../contract/office.ts'
import { ActForm, useActForm } from '../../components/form.tsx'
import { NumberField, TextField } from '../../components/fields.tsx'
import { Would } from './calendar-moves.tsx'
import { holidaysOf } from './months.ts'
import { daysInFigures, daysInWords, daysTyped, isWeekend, strangeIn, weekdayInWords } from './typed-days.ts'

type Typed = { calendar: { year: number; source: string; off: string; working: string } }

const strange = (text: string, year: number) => {
  const part = strangeIn(text, year)
  return part === undefined ? true : `没有“${part}”这一天，请按 0101-0103 或 2月15日至23日 的样式填写`
}

const wrongWorking = (text: string, year: number) => {
  const weekday = daysTyped(text, year).find((day) => !isWeekend(day))
  return weekday ? `${weekdayInWords(weekday)}，不是周末；这里只填调休上班的周六、周日` : strange(text, year)
}

const yearTyped = ({ year, source, off, working }: Typed['calendar']): CalendarYear => ({
  year,
  source,
  off: daysTyped(off, year).filter((day) => !isWeekend(day)),
  working: daysTyped(working, year),
})

/** What is typed as a year that the vault can count by; null while something is missing or is no day. */
const whole = (typed: Typed['calendar']): CalendarYear | null => {
  const { year, source, off, working } = typed
  const isWhole = year && source.trim() && off && !strangeIn(off, year) && !strangeIn(working, year) && daysTyped(working, year).every(isWeekend)
  return isWhole ? yearTyped(typed) : null
}

type Props = {
  /** A loaded year to be changed. */ from?: CalendarYear /** A new year, which begins empty. */
  year: number
  loaded: readonly number[]
  onDone: (done: DeadlineMoves & { year: number }) => void
  onClose: () => void
}

/** 录入日历: the holidays and the worked weekend days of one year, from the State Council's notice. Weekends within a holiday may be typed; the vault needs weekdays only. */
export const SetCalendar = ({ from, year, loaded, onDone, onClose }: Props) => {
  const form = useActForm<'office.setCalendar', Typed>('office.setCalendar', {
    start: {
      calendar: {
        year,
        source: from?.source ?? '',
        off: from ? daysInFigures(holidaysOf(from)) : '',
        working: from ? daysInFigures(from.working) : '',
      },
    },
    input: ({ calendar }) => ({ calendar: yearTyped(calendar) }),
    done: onDone,
  })
  const { fields } = form
  const typed = fields.watch('calendar')
  const read = (text: string, otherwise: string) => daysInWords(daysTyped(text, typed.year)) || otherwise
  return (
    <div className="office-narrow">
      <ActForm of={form} ok="录入" busyWord="正在录入，重算在办期限…" onClose={onClose}>
        <NumberField
          form={fields}
          name="calendar.year"
          label="年份"
          min={2000}
          max={2100}
          disabled={from !== undefined}
          check={(of) => from !== undefined || !loaded.includes(of as number) || `${of}年的日历已经录入；要更改，请在该年日历上点“更改”`}
        />
        <TextField form={fields} name="calendar.source" label="来源" max={limits.note} first required hint="国务院办公厅放假安排的通知文号" />
        <TextField
          form={fields}
          name="calendar.off"
          label="放假"
          max={2000}
          rows={3}
          hint={read(typed.off, '照通知填写，用空格分开：0101-0103 或 2月15日至23日；其中的周末照填')}
          check={(text) => strange(String(text), typed.year)}
        />
        <TextField
          form={fields}
          name="calendar.working"
          label="周末上班"
          max={1000}
          rows={2}
          hint={read(typed.working, '调休上班的周六、周日：0214 0228')}
          check={(text) => wrongWorking(String(text), typed.year)}
        />
        <Would calendar={whole(typed)} />
      </ActForm>
    </div>
  )
}
