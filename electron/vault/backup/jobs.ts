import { basename, join } from 'node:path'
import type { Delivery } from '../../../contract/bridge.ts'
import type { Output } from '../../../contract/index.ts'
import { BACKUP_KINDS, type BackupKind } from '../../../contract/terms.ts'
import { type Clock, wallClock } from '../door/clock.ts'
import { refusalFrom } from '../door/door.ts'
import { type Opened, quietly, settingsOf } from '../door/opened.ts'
import { refuse } from '../door/refuse.ts'
import { isSealedUnder } from '../storage/key-file.ts'
import { renameWhole, writeWhole } from '../storage/files.ts'
import { refuseWithoutRoom } from '../storage/medium.ts'
import { removeSetAside, setAsideIn } from '../storage/standing-in.ts'
import type { Found } from './copy.ts'
import { type Copying, type Progress, startCopying } from './copying.ts'
import { manifestPath, sealedManifest, sealOf } from './manifest.ts'
import { beginOn, freshFolder, nameFor, olderOn, onSameDisk, removeBackup } from './medium.ts'
import { type Ended, recordEnd } from './record.ts'
import { backupIn, closeWith, refuseBroken, type Source, standing } from './sources.ts'

/** The one backup or drill that may be under way, outside the order of the calls: acts go on during it. */
export type Jobs = {
  /** Begins what the ticket was given for, in the folder that the person chose. Resolves with its end. */
  begin(opened: Opened, ticket: string, folder: string): { ended: Promise<Delivery> }
  progress(): Output<'backup.progress'>['running']
  running(): boolean
  /** Whether the last good backup of this session lies on the disk that the data lie on. */
  endedOnSameDisk(): boolean
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
  inOrder<T>(step: () => Promise<T>): Promise<T>
  current(): Opened | null
  /** Whether the whole record is being exported. */
  busy(): boolean
}

const isKind = (kind: string): kind is BackupKind => BACKUP_KINDS.some((each) => each === kind)
const LOCKED: Delivery = { ok: false, message: '已锁定，没有做完，介质上不留半份。请重新登录后再做。' }

const nothingEnded = ({ kind, begun }: Pick<Job, 'kind' | 'begun'>): Ended => ({
  kind,
  begun,
  outcome: 'cancelled',
  name: null,
  entries: null,
  root: null,
  bytes: null,
  why: null,
  removed: 0,
  setAside: 0,
})

/** The folder that is tried must be this vault's, and under the data key of today. */
const toTry = (dir: string, opened: Opened, folder: string): Source => {
  const { source, file } = backupIn(folder)
  if (source.vault !== opened.vault) refuse('vault.medium', '所选的是另一个库的备份。请选择本库的备份。')
  if (!isSealedUnder(file, opened.dataKey))
    refuse(
      'vault.medium',
      '这份备份是更换数据密钥以前的，或者它的密钥文件被改过，不能用现在的密钥演练。请选更换以后的备份；恢复旧备份用备份当时的口令。',
    )
  refuseWithoutRoom(dir, source.bytes, '演练')
  return source
}

/** Gives the finished copy its name and records it: from here on it is a backup. What cannot be recorded is none. Then older ones make room. */
const finishBackup = (dir: string, clock: Clock, { kind, opened, to, folder, source, begun }: Job): void => {
  const seal = sealOf(opened.database.read)
  try {
    const { vault, entries, root, bytes } = source
    writeWhole(manifestPath(to), sealedManifest(seal, { vault, at: begun.toISOString(), entries, root, bytes }))
    const name = nameFor(folder, wallClock(begun))
    renameWhole(to, join(folder, name))
    const older = olderOn(folder, opened.database.read, vault, seal, settingsOf(opened.database).backupGenerations, name)
    try {
      const setAside = setAsideIn(dir).length
      recordEnd(opened, clock, { ...nothingEnded({ kind, begun }), name, outcome: 'good', entries, root, bytes, removed: older.length, setAside })
    } catch (error) {
      quietly(() => removeBackup(join(folder, name)))
      throw error
    }
    quietly(() => older.forEach(removeBackup))
    // Nobody needs what a restore set aside once what took its place lies on another medium
    quietly(() => removeSetAside(dir))
  } finally {
    seal.fill(0)
  }
}

export const openJobs = ({ dir, clock, inOrder, current, busy }: Means): Jobs => {
  let job: Job | null = null
  let last: Pick<Job, 'opened' | 'sameDisk'> | null = null
  let gone: Promise<void> = Promise.resolve()

  /** What was found whole is recorded as that. */
  const record = (mine: Job, found: Found): void => {
    refuseBroken(found, mine.source)
    const { entries, root, bytes } = mine.source
    if (mine.kind === 'backup') {
      finishBackup(dir, clock, mine)
      last = mine
    } else recordEnd(mine.opened, clock, { ...nothingEnded(mine), name: basename(mine.folder), outcome: 'good', entries, root, bytes })
  }

  /** Ends the job in the order of the calls, and records how. */
  const end = async (mine: Job, found: Found | null, caught: unknown): Promise<Delivery> => {
    await mine.copying.stop()
    job = null
    // Whoever sits there by now has the file open too: it stays open as long
    const seated = current()
    if (seated) closeWith(seated, mine.source)
    else mine.source.close()
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
      record(mine, found)
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
    const source = kind === 'backup' ? standing(dir, opened) : toTry(dir, opened, folder)
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
    endedOnSameDisk: () => last !== null && last.opened === current() && last.sameDisk,
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
