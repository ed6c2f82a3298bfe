import { parentPort, Worker, workerData } from 'node:worker_threads'
import type { Refusal } from '../../../contract/refusal.ts'
import { Refused } from '../door/refuse.ts'

/**
 * What a thread is given. The key lies in memory that both threads see, so that either can erase it. `stop` is set to 1 when the thread
 * is to end at its next step: ended from outside in the middle of SQLite's code, it would take the whole process with it.
 */
type Given<O> = { order: O; key: Uint8Array; stop: Int32Array }
type FromThread<P, F> = { progress: P } | { found: F } | { refused: Refusal } | { code: string }

/** One errand under way. `done` ends with what was found, or is refused with why it came to nothing; `stop` resolves when the thread is gone. */
export type Errand<F> = { done: Promise<F>; stop(): Promise<void> }

/** Why files could not be written or read, by the system's own code. */
const WHY: readonly (readonly [codes: RegExp, why: string])[] = [
  [/^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL)/, '空间不足。请腾出空间或换一个介质'],
  [/^(EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_PERM)/, '位置不可写。请检查介质是否写保护，或换一个文件夹'],
  [
    /^(EIO|ENOENT|ENODEV|ENXIO|ENOTDIR|ESTALE|EBADF|SQLITE_IOERR|SQLITE_CANTOPEN|SQLITE_NOTADB|SQLITE_CORRUPT)/,
    '介质被取出，或读写出错。请检查介质，换一个再试',
  ],
]

/** The refusal that tells why files on a medium could not be written or read. */
const refusedFor = (code: string): Refused => {
  const why = WHY.find(([codes]) => codes.test(code))?.[1] ?? '没有完成。请重试，仍然出错请换一个介质'
  return new Refused({ code: 'vault.medium', message: `${why}。` })
}

/** Has a thread carry out an order with the data key. `tell` hears how far it is; `erased` is called once the key is needed no more. */
export const startErrand = <O, P, F>(file: string, order: O, dataKey: Uint8Array, tell: (progress: P) => void, erased: () => void): Errand<F> => {
  const key = new Uint8Array(new SharedArrayBuffer(dataKey.length))
  key.set(dataKey)
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const worker = new Worker(file, { workerData: { order, key, stop } satisfies Given<O>, env: {}, execArgv: [] })
  const gone = new Promise<void>((left) => worker.once('exit', () => left()))
  const done = new Promise<F>((found, failed) => {
    worker.on('message', (message: FromThread<P, F>) => {
      if ('found' in message) found(message.found)
      else if ('refused' in message) failed(new Refused(message.refused))
      else if ('code' in message) failed(refusedFor(message.code))
      else tell(message.progress)
    })
    worker.once('error', failed)
    void gone.then(() => failed(refusedFor('gone')))
  })
  done.catch(() => undefined)
  const erase = () => {
    key.fill(0)
    erased()
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

const failureOf = (error: unknown): { refused: Refusal } | { code: string } => {
  if (error instanceof Refused) return { refused: error.refusal }
  return { code: error instanceof Error && 'code' in error ? String(error.code) : 'fault' }
}

/**
 * The thread's own side: carries out what it was started for. `goOn` tells how far it is and ends the errand there when it is to stop, so that
 * the files are closed by those who opened them. The key is used where it lies: a copy of it would outlive the thread when it is stopped.
 */
export const carryOutErrand = <O, P, F>(does: (order: O, key: Uint8Array, goOn: (progress: P) => void) => F): void => {
  const { order, key, stop } = workerData as Given<O>
  const isStopped = () => Atomics.load(stop, 0) !== 0
  const tell = (message: FromThread<P, F>) => {
    if (!isStopped()) parentPort?.postMessage(message)
  }
  try {
    tell({
      found: does(order, key, (progress) => {
        if (isStopped()) throw new Error('stopped')
        tell({ progress })
      }),
    })
  } catch (error) {
    tell(failureOf(error))
  }
}
