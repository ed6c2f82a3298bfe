import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Redeemed } from '../../contract/bridge.ts'
import type { Refusal, Reply } from '../../contract/refusal.ts'

export type LockReason = 'left' | 'locked' | 'idle'

/** The shell's end of a vault that runs in a process of its own. */
export type VaultProcess = {
  call(name: string, input: unknown, options?: { background?: boolean }): Promise<Reply>
  redeem(ticket: string): Promise<Redeemed | null>
  delivered(ticket: string, how: 'saved' | 'printed' | 'cancelled'): Promise<void>
  lock(reason: 'locked' | 'idle'): Promise<void>
  active(): Promise<void>
  /** Sets the vault's clock, for tests and the demo. */
  clock(iso: string): Promise<void>
  onLocked(listener: (reason: LockReason) => void): void
  /** The process id, for crash tests. */
  readonly pid: number | undefined
  close(): Promise<void>
}

type Answer = { id: number; ok?: boolean; output?: unknown; refused?: Refusal; redeemed?: Redeemed | null }
type Message = Answer | { event: 'ready' } | { event: 'locked'; reason: LockReason }

export type VaultOptions = { dir: string; clock?: string | undefined; argon?: 'floor' | undefined }

const gone = '保密库进程已停止。请关闭程序后重新打开；已完成的操作都已保存。'

/** Starts a vault process on `dir` and resolves when it is ready to be called. */
export const startVault = async ({ dir, clock, argon }: VaultOptions): Promise<VaultProcess> => {
  const args = ['--data', dir, ...(clock ? ['--clock', clock] : []), ...(argon ? ['--argon', argon] : [])]
  const child = fork(join(import.meta.dirname, 'vault-child.ts'), args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] })
  const waiting = new Map<number, (answer: Answer | null) => void>()
  const listeners: ((reason: LockReason) => void)[] = []
  let next = 1
  const exited = new Promise<void>((done) => child.once('exit', () => done()))
  const ready = new Promise<void>((yes, no) => {
    child.once('exit', () => no(new Error('the vault process ended before it was ready')))
    child.on('message', (message: Message) => {
      if ('id' in message) {
        waiting.get(message.id)?.(message)
        waiting.delete(message.id)
      } else if (message.event === 'ready') yes()
      else for (const listener of listeners) listener(message.reason)
    })
  })
  child.once('exit', () => {
    for (const settle of waiting.values()) settle(null)
    waiting.clear()
  })
  const ask = (message: object): Promise<Answer | null> =>
    new Promise((settle) => {
      if (!child.connected) return settle(null)
      const id = next++
      waiting.set(id, settle)
      child.send({ id, ...message })
    })
  await ready
  return {
    call: async (name, input, options) => {
      const answer = await ask({ call: name, input, background: options?.background === true })
      if (answer?.ok === true) return { ok: true, output: answer.output }
      return { ok: false, refused: answer?.refused ?? { code: 'fault', message: gone } }
    },
    redeem: async (ticket) => (await ask({ shell: 'redeem', ticket }))?.redeemed ?? null,
    delivered: async (ticket, how) => void (await ask({ shell: 'delivered', ticket, how })),
    lock: async (reason) => void (await ask({ shell: 'lock', reason })),
    active: async () => void (await ask({ shell: 'active' })),
    clock: async (iso) => {
      if ((await ask({ clock: iso }))?.ok === false) throw new RangeError(`not an instant: ${iso}`)
    },
    onLocked: (listener) => void listeners.push(listener),
    pid: child.pid,
    close: async () => {
      if (child.connected) child.disconnect()
      await exited
    },
  }
}
