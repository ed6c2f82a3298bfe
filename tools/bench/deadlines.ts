/** Limits in working days: one with its arithmetic as a case shows it, and five thousand running ones counted anew by a change of calendar, through the door. */
import type { CalendarYear } from '../../contract/office.ts'
import { deadlinesOf, runDeadline } from '../../electron/vault/calendar/deadlines.ts'
import { settableClock } from '../../electron/vault/door/clock.ts'
import { closeOpened, queryOf, runWork } from '../../electron/vault/door/opened.ts'
import { openGate } from '../../electron/vault/people/gate.ts'
import { openVault } from '../../electron/vault/people/sign-in.ts'
import { copyOf } from './archive.ts'
import { type Figure, p95, timed, under } from './figure.ts'
import { openBenchOffice, passwordOf, TODAY } from './office.ts'
import { randomFrom } from './papers.ts'

const RUNNING = 5_000
/** Beyond every application of the archive. */
const FIRST = 1_000_000
const SECURITY_ADMIN = '钱安'
/** A worked Saturday that every one of them reaches over. */
const SATURDAY = '2026-05-09'

const dayAfter = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Sets them going; gives the milliseconds that reading one with its arithmetic took, of so many. */
const running = async (dir: string, samples: number): Promise<number> => {
  const clock = settableClock(TODAY)
  const opened = await openVault(dir, openGate(dir), clock, SECURITY_ADMIN, passwordOf(SECURITY_ADMIN))
  const random = randomFrom(26)
  try {
    runWork(opened, queryOf(opened, clock, 'securityAdmin'), 'office.setCalendar', (work) => {
      for (let n = 1; n <= RUNNING; n += 1) {
        const record = FIRST + n
        const from = dayAfter('2026-04-27', Math.floor(random() * 8))
        const pauses = n % 5 === 0 ? [{ from: '2026-05-06', to: '2026-05-08' }] : []
        const number = `公开〔2026〕${String(n).padStart(4, '0')}`
        runDeadline(work, { of: 'disclosure', record, number, kind: 'reply', from, days: 20, pauses })
      }
    })
    const times: number[] = []
    for (let n = 0; n < samples; n += 1) {
      const record = FIRST + 1 + ((n * 7919) % RUNNING)
      times.push(await timed(() => deadlinesOf(opened.database.read, { of: 'disclosure', record })))
    }
    return p95(times)
  } finally {
    closeOpened(opened)
  }
}

/** A deadline with its arithmetic at once; a change of calendar counts all of them anew within a second, each moved one audited and on record. */
export const countingDays = async (archive: string, samples: number, changes: number): Promise<Figure[]> => {
  const dir = copyOf(archive)
  const shown = await running(dir, samples)
  const office = openBenchOffice(dir)
  await office.as(SECURITY_ADMIN)
  const now = (await office.ok('office.calendars', {})).years.find(({ year }) => year === 2026) as CalendarYear
  const without = { ...now, working: now.working.filter((day) => day !== SATURDAY) }
  const times: number[] = []
  for (let n = 0; n < changes; n += 1) {
    const calendar = n % 2 === 0 ? without : now
    times.push(
      await timed(async () => {
        const { moved } = await office.ok('office.setCalendar', { calendar })
        if (moved !== RUNNING) throw new Error(`${moved} deadlines moved, not ${RUNNING}`)
      }),
    )
  }
  await office.close()
  return [
    under('deadline with its arithmetic, p95', shown, 'ms', 1),
    under(`change of calendar, ${RUNNING} running deadlines counted anew, p95`, p95(times) / 1000, 's', 1),
  ]
}
