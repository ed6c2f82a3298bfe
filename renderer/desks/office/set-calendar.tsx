import { limits } from '../../../contract/fields.ts'
import type { CalendarYear } from '../../../contract/office.ts'
import { ActForm, useActForm } from '../../components/form.tsx'
import { NumberField, TextField } from '../../components/fields.tsx'
import { readDay } from '../../components/typed-time.ts'

type Typed = { calendar: { year: number; source: string; off: string; working: string } }

/** Days as typed, apart by spaces or commas: `0101 0102` within the year. */
const daysTyped = (text: string, year: number) =>
  text
    .split(/[\s,，、;；]+/)
    .filter(Boolean)
    .map((day) => readDay(day, `${year}-01-01`))

/** 录入日历: off weekdays and worked weekend days of one year, from the State Council's notice. */
export const SetCalendar = ({ from, onDone }: { from?: CalendarYear; onDone: () => void }) => {
  const form = useActForm<'office.setCalendar', Typed>('office.setCalendar', {
    start: {
      calendar: {
        year: from?.year ?? 2027,
        source: from?.source ?? '',
        off: from?.off.join(' ') ?? '',
        working: from?.working.join(' ') ?? '',
      },
    },
    input: ({ calendar: { year, source, off, working } }) => ({
      calendar: { year, source, off: daysTyped(off, year), working: daysTyped(working, year) },
    }),
    done: onDone,
  })
  return (
    <div className="office-narrow">
      <ActForm of={form} ok="装入" onClose={onDone}>
        <NumberField form={form.fields} name="calendar.year" label="年份" min={2000} max={2100} first />
        <TextField form={form.fields} name="calendar.source" label="来源" max={limits.note} hint="国务院办公厅放假安排的通知文号" />
        <TextField form={form.fields} name="calendar.off" label="放假" max={2000} rows={5} hint="放假的日子，用空格分开：0101 0102 或 2027-01-01" />
        <TextField form={form.fields} name="calendar.working" label="周末上班" max={1000} rows={3} hint="调休上班的周六、周日" />
      </ActForm>
    </div>
  )
}
