import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { FromVault } from '../../contract/bridge.ts'
import { type VaultClient, vaultPort } from '../../electron/shell/vault-client.ts'

/** A vault that runs in a Node process of its own, and what only tests and the demo may do with it. */
export type VaultProcess = VaultClient & {
  /** Sets the vault's clock. */
  clock(iso: string): Promise<void>
  /** The process id, for crash tests. */
  readonly pid: number | undefined
  close(): Promise<void>
}

export type VaultOptions = {
  dir: string
  clock?: string | undefined
  argon?: 'floor' | undefined
  /** Another file to run in the place of the sources. */
  program?: string | undefined
}

/** V8 lets the youngest objects have 16 MiB and more before it looks what is left of them; the vault is as quick with less. */
const V8_FLAGS = ['--max-semi-space-size=8']

/** Starts a vault process on `dir` and resolves when it is ready to be called. */
export const startVault = async ({
  dir,
  clock,
  argon,
  program = join(import.meta.dirname, 'vault-child.ts'),
}: VaultOptions): Promise<VaultProcess> => {
  const args = ['--data', dir, ...(clock ? ['--clock', clock] : []), ...(argon ? ['--argon', argon] : [])]
  const child = fork(program, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: V8_FLAGS })
  const port = vaultPort((message) => {
    if (child.connected) child.send(message)
    return child.connected
  })
  const exited = new Promise<void>((done) => child.once('exit', () => done()))
  await new Promise<void>((ready, failed) => {
    child.once('exit', () => failed(new Error('the vault process ended before it was ready')))
    child.on('message', (message: FromVault | { event: 'ready' }) => {
      if ('event' in message && message.event === 'ready') ready()
      else port.receive(message as FromVault)
    })
  })
  // What it had answered is read first, even if it is dead by then
  child.once('disconnect', port.gone)
  return {
    ...port.client,
    clock: async (iso) => {
      const answer = await port.ask({ clock: iso })
      if (answer === null || !('done' in answer)) throw new RangeError(`not an instant: ${iso}`)
    },
    pid: child.pid,
    close: async () => {
      if (child.connected) child.disconnect()
      await exited
    },
  }
}
