import type { Progress } from '../backup/copying.ts'
import type { Clock } from '../door/clock.ts'
import { closeOpened, type Opened, queryOf, runWork } from '../door/opened.ts'
import { schemaVersion } from '../storage/migrations.ts'
import { releaseOf } from '../storage/releases.ts'
import { copyBefore } from './copies.ts'
import { UPGRADE } from './words.ts'

/**
 * Takes over data that an older version wrote, at the first sign-in with this one: first a copy of them as they are, then the migrations
 * together with their row, their entry and a checkpoint in one transaction. Interrupted anywhere, the data are the old ones or the new
 * ones, and the next sign-in goes on. `tell` hears how far the copy is. Refused where no copy can be made; the vault is closed then.
 */
export const upgradeIfOlder = async (dir: string, opened: Opened, clock: Clock, tell: (progress: Progress) => void): Promise<void> => {
  const { database, me } = opened
  const from = database.version()
  const to = schemaVersion
  if (from === to) return
  try {
    const copy = await copyBefore(dir, opened, clock.now(), tell)
    tell({ stage: 'settle', done: 0, total: 1 })
    runWork(opened, queryOf(opened, clock, opened.roles[0] ?? null), UPGRADE, (work) => {
      const { size, root } = work.head()
      database.migrate()
      const at = work.now.toISOString()
      work.insert('upgrade', { at, by_person: opened.person.id, from_version: from, to_version: to, copy, size, root })
      work.about(copy)
      work.note({ from: releaseOf(from), to: releaseOf(to), entries: size })
      // Whoever has no key of their own yet gets one next: its checkpoint covers this
      if (me) work.checkpoint('backup', me)
    })
  } catch (error) {
    closeOpened(opened)
    throw error
  }
}
