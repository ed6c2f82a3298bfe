import type { Output, Parsed } from '../../../contract/index.ts'
import type { Role } from '../../../contract/terms.ts'
import { loadedCalendars } from '../calendar/loaded.ts'
import { workingDayBefore } from '../calendar/working-days.ts'
import { legsOut, type OutLine } from '../circulation/reading.ts'
import { wallClock } from '../door/clock.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Read, Work } from '../door/unit.ts'
import { digestOfWords } from '../storage/bytes.ts'

/** Folders come back on the day that they went out (F1(4)b): whoever closes the day without one says why. It stays 当日未退 all the same. */
const refuseUnexplained = (out: readonly OutLine[], reason: string | undefined) => {
  const [first] = out
  if (!first || reason !== undefined) return
  refuse('rule.forbids', `还有${out.length}夹未收回（${first.folder}在${first.name}处），应当天退回。今天收不回的，请写明原因再收班。`, {
    clause: 'F1(4)b',
    field: 'reason',
  })
}

/** 收班: the day as it ends, signed by the 保密员, with what is not back; makes the checkpoint of the day. Nothing that is out is settled by it. */
export const closeDay = (work: Work, { reason }: Parsed<'today.closeDay'>): Output<'today.closeDay'> => {
  const day = work.wall.slice(0, 10)
  const lines = legsOut(work.read)
  const out = lines.map(({ number }) => number)
  work.about(`收班${day}`, ...out)
  refuseUnexplained(lines, reason)
  const unread = lines.filter(({ state }) => state === 'handedOut').length
  const waiting = "state IN ('unopened','personalUnopened','opened','toRegister')"
  const letters = work.read.get<{ n: number }>(`SELECT count(*) AS n FROM envelope WHERE ${waiting}`)?.n ?? 0
  const signer = work.me()
  const signature = work.sign(signer, 'closeDay', { day, out, unread, letters, reason: reason === undefined ? null : digestOfWords(reason) })
  const kept = { day, out: JSON.stringify(out), unread, letters, reason: reason ?? null, signature }
  work.insert('day_close', { ...kept, at: work.now.toISOString(), by_person: signer.person.id })
  work.note({ out: out.length, unread, letters })
  return { day, folders: out.length, unread, letters }
}

/** When a day was last closed, and by whom. */
export const closedOn = (read: Read, day: string): Output<'today.home'>['closed'] =>
  read.get<{ at: string; by: string }>(
    'SELECT at, person.name AS by FROM day_close JOIN person ON person.id = by_person WHERE day = ? ORDER BY day_close.id DESC LIMIT 1',
    day,
  ) ?? null

/** The last working day, if there was a vault and nobody closed the day, then or since; null otherwise. */
export const leftOpen = ({ read, wall }: Query): string | null => {
  const day = workingDayBefore(loadedCalendars(read), wall.slice(0, 10))
  const begun = read.get<{ at: string }>('SELECT at FROM audit_entry WHERE seq = 0')?.at
  if (day === null || begun === undefined || wallClock(new Date(begun)).slice(0, 10) > day) return null
  return read.get('SELECT 1 FROM day_close WHERE day >= ? LIMIT 1', day) ? null : day
}

type Reminder = Output<'today.home'>['reminders'][number]

/** Said to those who close the day and to the auditor, whose record lacks its checkpoint (F1(4)b). */
export const notClosed = (query: Query): Reminder[] => {
  const may = (role: Role) => query.asking.roles.includes(role)
  const day = may('officer') || may('auditor') ? leftOpen(query) : null
  if (day === null) return []
  const words = `上一个工作日（${Number(day.slice(5, 7))}月${Number(day.slice(8))}日）没有收班`
  return may('officer')
    ? [{ level: 'warning', text: `${words}。请核对当日未退，今天收班时说明（F1(4)b）。`, desk: null }]
    : [{ level: 'warning', text: `${words}，那天的记录没有收班检查点。`, desk: 'audit' }]
}
