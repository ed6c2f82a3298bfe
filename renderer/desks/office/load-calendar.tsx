import type { ChosenCalendar } from '../../../contract/bridge.ts'
import type { DeadlineMoves } from '../../../contract/deadlines.ts'
import { ActForm, useActForm } from '../../components/form.tsx'
import { Would } from './calendar-moves.tsx'
import { Year } from './calendar-year.tsx'

export type ReadCalendar = NonNullable<Extract<ChosenCalendar, { ok: true }>['calendar']>

type Props = { read: ReadCalendar; loaded: readonly number[]; onDone: (done: DeadlineMoves & { year: number }) => void; onClose: () => void }

/** 从文件录入: the year as the vault read it from the file, to be looked through before it is loaded as it stands. */
export const LoadCalendar = ({ read: { file, ...calendar }, loaded, onDone, onClose }: Props) => {
  const form = useActForm<'office.setCalendar', Record<string, never>>('office.setCalendar', {
    start: {},
    input: () => ({ calendar, file }),
    done: onDone,
  })
  const { year } = calendar
  return (
    <ActForm
      of={form}
      ok="录入"
      busyWord="正在录入，重算在办期限…"
      says={loaded.includes(year) ? `替换已录入的${year}年日历` : `录入${year}年日历`}
      onClose={onClose}
    >
      <h3>{year}年工作日历</h3>
      <p>
        请与放假通知逐项核对后录入。<span className="quiet">文件校验码（SHA-256） {file}</span>
      </p>
      <Would calendar={calendar} />
      <Year calendar={calendar} />
    </ActForm>
  )
}
