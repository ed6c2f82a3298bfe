import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Refusal } from '../../../contract/refusal.ts'
import type { BackupStage } from '../../../contract/terms.ts'
import { Refused } from '../door/refuse.ts'
import type { Found, Look, Order } from './copy.ts'

/**
 * What the thread is given. The key lies in memory that both threads see, so that either can erase it. `stop` is set to 1 when the thread
 * is to end at its next step: ended from outside in the middle of SQLite's code, it would take the whole process with it.
 */
export type Errand = { task: Task; key: Uint8Array; stop: Int32Array }
/** To copy a vault and look the copy through, or to look an open one through where it lies. */
export type Task = { copy: Order } | { look: Look }
export type Progress = { stage: BackupStage; done: number; total: number }
export type FromWorker = Progress | { found: Found } | { refused: Refusal } | { code: string }

/** One copying under way. `done` ends with what was found, or is refused with why it came to nothing; `stop` resolves when the thread is gone. */
export type Copying = { done: Promise<Found>; stop(): Promise<void> }

/** The thread's own file: beside this one as it is written, beside the vault's as it is bundled. */
const entry = ['worker.ts', 'vault-worker.mjs'].map((name) => join(import.meta.dirname, name)).find(existsSync)

/** Why files could not be written or read, by the system's own code. */
const WHY: readonly (readonly [codes: RegExp, why: string])[] = [
  [/^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL)/, '空间不足。请腾出空间或换一个介质'],
  [/^(EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_PERM)/, '位置不可写。请检查介质是否写保护，或换一个文件夹'],
  [
    /^(EIO|ENOENT|ENODEV|ENXIO|ENOTDIR|ESTALE|EBADF|SQLITE_IOERR|SQLITE_CANTOPEN|SQLITE_NOTADB|SQLITE_CORRUPT)/,
    '介质被取出，或读写出错。请检查介质，换一个再试',
  ],
]

/** The refusal that tells why files of a backup could not be written or read. */
const refusedFor = (code: string): Refused => {
  const why = WHY.find(([codes]) => codes.test(code))?.[1] ?? '没有完成。请重试，仍然出错请换一个介质'
  return new Refused({ code: 'vault.medium', message: `${why}。` })
}

/** Has a thread copy a vault and look the copy through. `copied` is called once nothing more is read from what is copied. */
export const startCopying = (order: Order, dataKey: Uint8Array, tell: (progress: Progress) => void, copied: () => void): Copying =>
  start({ copy: order }, dataKey, tell, copied)

/** Has a thread look the open database through. */
export const startLooking = (look: Look, dataKey: Uint8Array, tell: (progress: Progress) => void): Copying =>
  start({ look }, dataKey, tell, () => undefined)

const start = (task: Task, dataKey: Uint8Array, tell: (progress: Progress) => void, copied: () => void): Copying => {
  const key = new Uint8Array(new SharedArrayBuffer(dataKey.length))
  key.set(dataKey)
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const worker = new Worker(entry ?? '', { workerData: { task, key, stop } satisfies Errand, env: {}, execArgv: [] })
  const gone = new Promise<void>((left) => worker.once('exit', () => left()))
  const done = new Promise<Found>((found, failed) => {
    worker.on('message', (message: FromWorker) => {
      if ('found' in message) found(message.found)
      else if ('refused' in message) failed(new Refused(message.refused))
      else if ('code' in message) failed(refusedFor(message.code))
      else {
        if (message.stage !== 'copy') copied()
        tell(message)
      }
    })
    worker.once('error', failed)
    void gone.then(() => failed(refusedFor('gone')))
  })
  done.catch(() => undefined)
  const erase = () => {
    key.fill(0)
    copied()
  }
  void gone.then(erase)
  return {
    done,
    stop: async () => {
      Atomics.store(stop, 0, 1)
      erase()
      await gone
    },
  }
}
