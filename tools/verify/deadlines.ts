import type Database from 'better-sqlite3'
import { canonicalJson, sha256 } from './canonical.ts'
import { checkStep, type Signed } from './said-by.ts'

/** A year's calendar as the record has it. */
type Year = { source: string; off: string[]; working: string[] }
type Years = Map<number, Year>
type Change = {
  id: number
  year: number
  before: string | null
  after: string
  file: string | null
  looked: number
  moved: number
  moves: number
  by_person: number
  signature: number
}
type Deadline = {
  id: number
  number: string
  kind: string
  from_day: string
  days: number
  pauses: string
  due: string | null
  open: number
}

const DAY_MS = 86_400_000
const digestOf = (text: string) => sha256(Buffer.from(text)).toString('base64')

/** Whether a day is worked; null where its year has no calendar. */
const works = (years: Years, at: Date): boolean | null => {
  const year = years.get(at.getUTCFullYear())
  if (!year) return null
  const day = at.toISOString().slice(0, 10)
  return year.working.includes(day) || (at.getUTCDay() % 6 !== 0 && !year.off.includes(day))
}

/** Counts working days one by one after a day; null while a pause has no end, and where a year has no calendar (条例32, 33). */
const countOn = (years: Years, { from_day, days, pauses }: Deadline): string | null => {
  const still = JSON.parse(pauses) as { from: string; to: string | null }[]
  let at = Date.parse(`${from_day}T00:00:00Z`)
  for (let left = days; left > 0; ) {
    at += DAY_MS
    const day = new Date(at).toISOString().slice(0, 10)
    const within = still.filter(({ from, to }) => from < day && (to === null || day <= to))
    if (within.some(({ to }) => to === null)) return null
    if (within.length > 0) continue
    const worked = works(years, new Date(at))
    if (worked === null) return null
    if (worked) left -= 1
  }
  return new Date(at).toISOString().slice(0, 10)
}

/** The calendars as they stand, and as they stood before each change, newest first. */
const history = (now: Years, changes: readonly Change[]): Years[] => {
  const states = [now]
  for (const { year, before } of changes.toReversed()) {
    const earlier: Years = new Map(states.at(-1))
    if (before === null) earlier.delete(year)
    else earlier.set(year, JSON.parse(before) as Year)
    states.push(earlier)
  }
  return states
}

/** Each change begins where the one before it ended, is signed by a 安全保密管理员, and the last one is what stands. Gives what stands. */
const checkChanges = (database: Database.Database, means: Signed, changes: readonly Change[]): Years => {
  const rows = database.prepare('SELECT id, source, off_days, working_days FROM calendar_year ORDER BY id').all() as {
    id: number
    source: string
    off_days: string
    working_days: string
  }[]
  const now: Years = new Map(
    rows.map(({ id, source, off_days, working_days }) => [id, { source, off: JSON.parse(off_days), working: JSON.parse(working_days) }]),
  )
  const stood = new Map<number, string>()
  const stoodOn = new Set<number>()
  for (const change of changes) {
    const { id, year, before, after, file, looked, moved, moves, by_person, signature } = change
    const where = `calendar_change ${id}（${year}年）`
    const last = stood.get(year)
    if (last !== undefined && last !== before) means.findings.breaks('日历', where, '更改前的日历不是上一次录入的')
    if (moves !== moved) means.findings.breaks('日历', where, '所记变动的期限与份数不符')
    stood.set(year, after)
    stoodOn.add(signature)
    checkStep(means, where, {
      step: '录入日历',
      signature,
      said: { year, before: before && digestOf(before), after: digestOf(after), file, looked, moved },
      by: by_person,
      duty: ['securityAdmin'],
      never: [],
      neverSaid: '',
    })
  }
  for (const [year, after] of stood) {
    const stands = now.get(year)
    if (!stands || canonicalJson(stands) !== after) means.findings.breaks('日历', `calendar_year ${year}`, '不是最后一次录入的日历')
  }
  for (const [id, { purpose }] of means.held)
    if (purpose === 'calendar' && !stoodOn.has(id)) means.findings.breaks('签名', `signature ${id}`, '没有一行以它为据，所据的一行被去掉了')
  return now
}

/** Every limit in working days comes to the day that is kept: a running one by the calendars as they stand, an ended one as they stood when it ended, by the order of the record (日历). */
export const checkDeadlines = (database: Database.Database, means: Signed): void => {
  const changes = database
    .prepare('SELECT c.*, (SELECT count(*) FROM calendar_move AS m WHERE m.change = c.id) AS moves FROM calendar_change AS c ORDER BY c.id')
    .all() as Change[]
  const now = checkChanges(database, means, changes)
  const states = history(now, changes)
  const made = changes.map(({ id }) => means.orders.calendar_change.get(id)?.made ?? 0)
  const then = (id: number): Years => {
    const { made: begun = 0, changed = null } = means.orders.deadline.get(id) ?? {}
    return states[made.filter((entry) => entry > (changed ?? begun)).length] ?? now
  }
  for (const row of database.prepare('SELECT * FROM deadline ORDER BY id').iterate() as IterableIterator<Deadline>) {
    const due = countOn(row.open === 1 ? now : then(row.id), row)
    if (due !== row.due)
      means.findings.breaks('期限', `deadline ${row.id}（${row.number} ${row.kind}）`, `按工作日历算得${due ?? '无期限'}，与所记不符`)
  }
}
