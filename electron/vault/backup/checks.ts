import type { Output } from '../../../contract/index.ts'
import { type Clock, wallClock } from '../door/clock.ts'
import { type Opened, queryOf, quietly, runWork } from '../door/opened.ts'
import { databasePath } from '../storage/database.ts'
import { lastCheck } from './checking.ts'
import type { Found } from './copy.ts'
import { type Copying, type Progress, startLooking } from './copying.ts'

/** The check of the data that may be under way, outside the order of the calls: acts go on during it. */
export type Checks = {
  /** Whether one may begin: somebody is signed in, none is under way, and no backup. */
  free(): boolean
  begin(asked: boolean): void
  running(): Output<'backup.checks'>['running']
  /** What is known of the last one of this session where nobody stopped it and it is on no record. */
  unfinished(): Output<'backup.checks'>['unfinished']
  /** Somebody signed in: the check of the day begins a while later, unless there was one today. */
  begins(): void
  /** Stops it, also the one that was to begin; nothing of it counts. Resolves when its thread is gone and the file in nobody's hands. */
  stop(): Promise<void>
}

type Means = {
  dir: string
  clock: Clock
  inOrder<T>(step: () => Promise<T>): Promise<T>
  current(): Opened | null
  /** Whether a backup or a drill is under way. */
  busy(): boolean
  /** Milliseconds from a sign-in to the check of the day: who comes to work works first. */
  after: number
}
type Check = { opened: Opened; asked: boolean; begun: Date; progress: Progress; looking: Copying }

/** What the end of a check is called in the record. */
export const CHECKED = 'vault.check'

/** Records how a check ended, under whoever is signed in. */
const record = ({ opened, asked, begun }: Check, clock: Clock, { broken, entries, root }: Found) =>
  runWork(opened, queryOf(opened, clock, opened.roles[0] ?? null), CHECKED, (work) => {
    const found = broken ? { size: null, root: null, place: broken.where, why: broken.why } : { size: entries, root, place: null, why: null }
    work.insert('file_check', {
      begun_at: begun.toISOString(),
      at: work.now.toISOString(),
      by_person: opened.person.id,
      asked: asked ? 1 : 0,
      outcome: broken ? 'damaged' : 'whole',
      ...found,
    })
    work.about('检查数据')
    work.note({ whole: broken === null, ...(broken === null && { entries }) })
  })

export const openChecks = ({ dir, clock, inOrder, current, busy, after }: Means): Checks => {
  let mine: Check | null = null
  let waiting: NodeJS.Timeout | undefined
  let failed: { opened: Opened; found: string | null } | null = null

  const free = () => current() !== null && mine === null && !busy()

  /** Ends the check in the order of the calls. One that was stopped, or whose session is over, is nobody's any more. */
  const end = async (check: Check, found: Found | null) => {
    await check.looking.stop()
    if (mine !== check) return
    mine = null
    if (current() !== check.opened) return
    failed = { opened: check.opened, found: found?.broken ? `${found.broken.where}，${found.broken.why}` : null }
    if (!found) return
    // A file too damaged to take an entry is told of by the next act, and at the next sign-in
    quietly(() => {
      record(check, clock, found)
      failed = null
    })
  }

  /** Nobody is kept out by a damaged page that only the check of the day reads: it will be found by that. */
  const lastChecked = ({ database }: Opened) => {
    try {
      return lastCheck(database.read)
    } catch {
      return null
    }
  }

  const begin = (asked: boolean) => {
    const opened = current()
    if (!opened || !free()) return
    clearTimeout(waiting)
    failed = null
    const progress: Progress = { stage: 'check', done: 0, total: 1 }
    const looking = startLooking({ vault: opened.vault, path: databasePath(dir) }, opened.dataKey, (next) => void Object.assign(progress, next))
    const check: Check = { opened, asked, begun: clock.now(), progress, looking }
    mine = check
    void looking.done.then(
      (found) => inOrder(() => end(check, found)),
      () => inOrder(() => end(check, null)),
    )
  }

  return {
    free,
    begin,
    running: () => mine && { ...mine.progress },
    unfinished: () => (failed && failed.opened === current() ? { found: failed.found } : null),
    begins: () => {
      const opened = current()
      const last = opened && lastChecked(opened)
      if (!opened || (last && wallClock(new Date(last.at)).slice(0, 10) === wallClock(clock.now()).slice(0, 10))) return
      clearTimeout(waiting)
      waiting = setTimeout(() => void inOrder(async () => current() === opened && begin(false)), after)
      waiting.unref()
    },
    stop: async () => {
      clearTimeout(waiting)
      const stopped = mine
      mine = null
      await stopped?.looking.stop()
    },
  }
}
