import { basename, join } from 'node:path'
import type { Delivery } from '../../../contract/bridge.ts'
import type { Output } from '../../../contract/index.ts'
import { BACKUP_KINDS, type BackupKind } from '../../../contract/terms.ts'
import { type Clock, wallClock } from '../door/clock.ts'
import { refusalFrom } from '../door/door.ts'
import { type Opened, quietly, settingsOf } from '../door/opened.ts'
import { refuse } from '../door/refuse.ts'
import { refuseIfForged } from '../storage/key-file.ts'
import { renameWhole, writeWhole } from '../storage/files.ts'
import { removeSetAside } from '../storage/standing-in.ts'
import type { Found } from './copy.ts'
import { type Copying, type Progress, startCopying } from './copying.ts'
import { manifestPath, sealedManifest, sealOf } from './manifest.ts'
import { beginOn, freshFolder, nameFor, onSameDisk, removeBackup, removeOlder } from './medium.ts'
import { type Ended, recordEnd } from './record.ts'
import { backupIn, closeWith, refuseBroken, type Source, standing } from './sources.ts'

/** The one backup or drill that may be under way, outside the order of the calls: acts go on during it. */
export type Jobs = {
  /** Begins what the ticket was given for, in the folder that the person chose. Resolves with its end. */
  begin(opened: Opened, ticket: string, folder: string): { ended: Promise<Delivery> }
  progress(): Output<'backup.progress'>['running']
  running(): boolean
  /** Stops it; nothing of it stays. */
  cancel(): void
  /** The session ends: it is stopped and on record before the vault closes. */
  abandon(): void
  /** Resolves when nothing of it is left, neither thread nor folder. */
  gone(): Promise<void>
}

type Job = {
  kind: BackupKind
  opened: Opened
  begun: Date
  folder: string
  to: string
  source: Source
  progress: Progress
  sameDisk: boolean
  copying: Copying
  cancelled: boolean
  abandoned: boolean
}

type Means = {
  dir: string
  clock: Clock
  inOrder<T>(step: () => Promise<T>): Promise<T> /** Whether the whole record is being exported. */
  busy(): boolean
}

const isKind = (kind: string): kind is BackupKind => BACKUP_KINDS.some((each) => each === kind)
const LOCKED: Delivery = { ok: false, message: '已锁定，没有做完，介质上不留半份。请重新登录后再做。' }

const nothingEnded = ({ kind, begun }: Job, name: string | null = null): Ended => ({
  kind,
  begun,
  outcome: 'cancelled',
  name,
  entries: null,
  root: null,
  bytes: null,
  why: null,
  removed: 0,
})

/** The folder that is tried must be this vault's, and under the data key of today. */
const toTry = (opened: Opened, folder: string): Source => {
  const { source, file } = backupIn(folder)
  if (source.vault !== opened.vault) refuse('vault.medium', '所选的是另一个库的备份。请选择本库的备份。')
  refuseIfForged(file, opened.dataKey)
  return source
}

/** Gives the finished copy its name: from here on it is a backup. Then older ones make room. */
const finishBackup = (dir: string, { opened, to, folder, source, begun }: Job): Pick<Ended, 'name' | 'removed'> => {
  const seal = sealOf(opened.database.read)
  try {
    const { vault, entries, root, bytes } = source
    writeWhole(manifestPath(to), sealedManifest(seal, { vault, at: begun.toISOString(), entries, root, bytes }))
    const name = nameFor(folder, wallClock(begun))
    renameWhole(to, join(folder, name))
    let removed = 0
    quietly(() => {
      // Nobody needs what a restore set aside once what took its place lies on another medium
      removeSetAside(dir)
      removed = removeOlder(folder, vault, seal, settingsOf(opened.database).backupGenerations, name)
    })
    return { name, removed }
  } finally {
    seal.fill(0)
  }
}

export const openJobs = ({ dir, clock, inOrder, busy }: Means): Jobs => {
  let job: Job | null = null
  let gone: Promise<void> = Promise.resolve()

  const ended = (mine: Job, found: Found): Ended => {
    refuseBroken(found, mine.source)
    const { entries, root, bytes } = mine.source
    const named = mine.kind === 'backup' ? finishBackup(dir, mine) : { name: basename(mine.folder), removed: 0 }
    return { ...nothingEnded(mine), ...named, outcome: 'good', entries, root, bytes }
  }

  /** Ends the job in the order of the calls, and records how. */
  const end = async (mine: Job, found: Found | null, caught: unknown): Promise<Delivery> => {
    await mine.copying.stop()
    job = null
    if (mine.abandoned) mine.source.close()
    else closeWith(mine.opened, mine.source)
    try {
      if (mine.abandoned) return LOCKED
      if (mine.cancelled || !found) {
        const why = mine.cancelled ? '本人停止' : refusalFrom(caught).message
        recordEnd(mine.opened, clock, { ...nothingEnded(mine), outcome: mine.cancelled ? 'cancelled' : 'failed', why })
        return mine.cancelled ? { ok: true, how: 'cancelled' } : { ok: false, message: why }
      }
      return finish(mine, found)
    } finally {
      quietly(() => removeBackup(mine.to))
    }
  }
  const finish = (mine: Job, found: Found): Delivery => {
    try {
      recordEnd(mine.opened, clock, ended(mine, found))
      return { ok: true, how: 'saved' }
    } catch (error) {
      const { message } = refusalFrom(error)
      quietly(() => recordEnd(mine.opened, clock, { ...nothingEnded(mine), outcome: 'failed', why: message }))
      return { ok: false, message }
    }
  }

  const begin = (opened: Opened, ticket: string, folder: string) => {
    const grant = opened.tickets.redeem(ticket)
    if (!grant || !isKind(grant.kind)) return refuse('session.ticket', '这张单据已失效。请回到备份页，重新开始。')
    if (job) return refuse('state.conflict', '已有一项备份或演练在进行。请等它结束，或先停止它。')
    if (busy()) return refuse('state.conflict', '正在整库导出，不能备份或演练。请等它结束，或请保密员先停止它。')
    opened.tickets.finish(ticket)
    const { kind } = grant
    const source = kind === 'backup' ? standing(dir, opened) : toTry(opened, folder)
    try {
      const to = kind === 'backup' ? beginOn(folder, dir, opened.vault, source.bytes) : freshFolder(join(dir, 'drill'))
      const progress: Progress = { stage: 'copy', done: 0, total: source.bytes }
      const begun = clock.now()
      const { entries: _entries, root: _root, letGo, close: _close, ...order } = source
      const tell = (next: Progress) => void Object.assign(progress, next)
      const copying = startCopying({ ...order, to }, opened.dataKey, tell, letGo)
      const sameDisk = onSameDisk(folder, dir)
      const mine: Job = { kind, opened, begun, folder, to, source, progress, sameDisk, copying, cancelled: false, abandoned: false }
      job = mine
      const over = copying.done.then(
        (found) => inOrder(() => end(mine, found, null)),
        (error: unknown) => inOrder(() => end(mine, null, error)),
      )
      gone = over.then(
        () => undefined,
        () => undefined,
      )
      return { ended: over }
    } catch (error) {
      source.letGo()
      closeWith(opened, source)
      throw error
    }
  }

  return {
    begin,
    running: () => job !== null,
    progress: () => job && { kind: job.kind, ...job.progress, sameDisk: job.sameDisk },
    cancel: () => {
      if (!job) return
      job.cancelled = true
      void job.copying.stop()
    },
    abandon: () => {
      if (!job || job.abandoned) return
      const mine = job
      mine.abandoned = true
      void mine.copying.stop()
      quietly(() => recordEnd(mine.opened, clock, { ...nothingEnded(mine), why: '登录已结束' }))
    },
    gone: () => gone,
  }
}
