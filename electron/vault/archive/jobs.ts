import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Delivery } from '../../../contract/bridge.ts'
import type { Output } from '../../../contract/index.ts'
import { type Clock, wallClock } from '../door/clock.ts'
import { refusalFrom } from '../door/door.ts'
import { type Opened, quietly } from '../door/opened.ts'
import { refuse } from '../door/refuse.ts'
import { databasePath } from '../storage/database.ts'
import { type Errand, startErrand } from '../storage/errand.ts'
import { threadFile } from '../storage/thread-file.ts'
import { renameWhole } from '../storage/files.ts'
import { isFolder, makeFolder, nameOn, refuseUnfit, removeFolder } from '../storage/medium.ts'
import { isOurs } from './format.ts'
import { type Approved, type Ended, recordEnd } from './record.ts'
import type { Order, Progress, Written } from './writing.ts'

/** The one export of the whole that may be under way, outside the order of the calls: acts go on during it. */
export type Archives = {
  /** Keeps what a ticket is for. */
  order(ticket: string, approved: Approved): void
  /** Begins what the ticket was given for, in the folder that the person chose. Resolves with its end. */
  begin(opened: Opened, ticket: string, folder: string): { ended: Promise<Delivery> }
  progress(): Output<'archive.progress'>['running']
  running(): boolean
  /** Stops it; nothing of it stays. */
  cancel(): void
  /** The session ends: it is stopped and on record before the vault closes, and every ticket goes with it. */
  abandon(): void
  /** Resolves when nothing of it is left, neither thread nor folder. */
  gone(): Promise<void>
}

type Job = {
  approved: Approved
  opened: Opened
  begun: Date
  folder: string
  to: string
  progress: Progress
  writing: Errand<Written>
  cancelled: boolean
  abandoned: boolean
}

type Means = { dir: string; clock: Clock; inOrder<T>(step: () => Promise<T>): Promise<T> /** Whether a backup is under way. */; busy(): boolean }

const LOCKED: Delivery = { ok: false, message: '已锁定，没有导出完。请重新登录后再导出。' }
/** What was written before a medium was pulled out is not encrypted, and nobody can remove it now. */
const LEFT_BEHIND =
  '介质上可能留有没有导出完的隐藏文件夹（.密卷整库-未完成），内容不加密：请照样按密级保管该介质；再导出一次到同一位置会清除它，也可以手工删除。'

const thread = threadFile(import.meta.dirname, 'archive-worker.mjs')

/** Where an export is written before it is whole: hidden, and by its name nothing that could be taken for one. */
const unfinishedIn = (folder: string, vault: string): string => join(folder, `.密卷整库-未完成-${vault.slice(0, 8)}`)

const oursIn = (folder: string): string[] => (isFolder(folder) ? readdirSync(folder).filter(isOurs) : [])
const removeArchive = (folder: string): void => removeFolder(folder, oursIn(folder))

/** The hidden folder for a new export; what an interrupted one left there is removed. Refused where none should lie, or has no room for what the database holds. */
const beginIn = (folder: string, dir: string, vault: string): string => {
  refuseUnfit(folder, dir, statSync(databasePath(dir)).size, '导出')
  const to = unfinishedIn(folder, vault)
  return makeFolder(to, oursIn(to))
}

/** Gives what is whole its name, and records it; what cannot be recorded does not stay. */
const finish = ({ opened, approved, folder, to, begun }: Job, clock: Clock, written: Written) => {
  const name = nameOn(folder, '密卷整库', wallClock(begun))
  renameWhole(to, join(folder, name))
  try {
    recordEnd(opened, clock, approved, { name, written })
  } catch (error) {
    quietly(() => removeArchive(join(folder, name)))
    throw error
  }
}

export const openArchives = ({ dir, clock, inOrder, busy }: Means): Archives => {
  const orders = new Map<string, Approved>()
  let job: Job | null = null
  let gone: Promise<void> = Promise.resolve()

  const undone = ({ opened, approved }: Job, ended: Exclude<Ended, { written: Written }>) => recordEnd(opened, clock, approved, ended)

  /** Ends the job in the order of the calls, and records how. */
  const end = async (mine: Job, written: Written | null, caught: unknown): Promise<Delivery> => {
    await mine.writing.stop()
    job = null
    try {
      if (mine.abandoned) return LOCKED
      if (mine.cancelled) {
        undone(mine, { outcome: 'cancelled', why: '本人停止' })
        return { ok: true, how: 'cancelled' }
      }
      if (!written) throw caught
      finish(mine, clock, written)
      return { ok: true, how: 'saved' }
    } catch (error) {
      quietly(() => removeArchive(mine.to))
      const { message: why } = refusalFrom(error)
      const message = isFolder(mine.folder) && !isFolder(mine.to) ? why : `${why}${LEFT_BEHIND}`
      quietly(() => undone(mine, { outcome: 'failed', why: message }))
      return { ok: false, message }
    } finally {
      quietly(() => removeArchive(mine.to))
    }
  }

  const start = (opened: Opened, approved: Approved, folder: string): Job => {
    const { vault } = opened
    const to = beginIn(folder, dir, vault)
    const begun = clock.now()
    const progress: Progress = { stage: 'write', done: 0, total: 0 }
    const { number, by, approvedBy } = approved
    const order: Order = { path: databasePath(dir), vault, to, at: begun.toISOString(), number, by, approvedBy }
    const tell = (next: Progress) => void Object.assign(progress, next)
    const writing = startErrand<Order, Progress, Written>(thread, order, opened.dataKey, tell, () => undefined)
    return { approved, opened, begun, folder, to, progress, writing, cancelled: false, abandoned: false }
  }

  const begin = (opened: Opened, ticket: string, folder: string) => {
    const approved = orders.get(ticket)
    if (!approved) return refuse('session.ticket', '这张单据已失效。请回到整库导出页，重新开始。')
    if (job || busy()) return refuse('state.conflict', '已有一项整库导出或备份在进行。请等它结束，或先停止它。')
    opened.tickets.finish(ticket)
    orders.delete(ticket)
    let mine: Job
    try {
      mine = start(opened, approved, folder)
    } catch (error) {
      recordEnd(opened, clock, approved, { outcome: 'failed', why: refusalFrom(error).message })
      throw error
    }
    job = mine
    const over = mine.writing.done.then(
      (written) => inOrder(() => end(mine, written, null)),
      (error: unknown) => inOrder(() => end(mine, null, error)),
    )
    gone = over.then(
      () => undefined,
      () => undefined,
    )
    return { ended: over }
  }

  return {
    order: (ticket, approved) => void orders.set(ticket, approved),
    begin,
    running: () => job !== null,
    progress: () => job && { number: job.approved.number, ...job.progress },
    cancel: () => {
      if (!job) return
      job.cancelled = true
      void job.writing.stop()
    },
    abandon: () => {
      orders.clear()
      if (!job || job.abandoned) return
      const mine = job
      mine.abandoned = true
      void mine.writing.stop()
      quietly(() => undone(mine, { outcome: 'cancelled', why: '登录已结束' }))
    },
    gone: () => gone,
  }
}
