import { setTimeout } from 'node:timers/promises'
import { utilityProcess } from 'electron'
import type { FromVault } from '../../contract/bridge.ts'
import { type VaultClient, vaultPort } from './vault-client.ts'

export type RunningVault = {
  client: VaultClient
  /** Resolves when the vault's process has ended, whoever ended it. */
  ended: Promise<void>
  /** Locks, so that the database closes in order, and ends the process; a vault that does not answer is ended as it is: what it answered is saved. */
  end(): Promise<void>
}

const PATIENCE_MS = 10_000

/** Not empty, since an empty environment may count as none given. Windows needs its own folder for random numbers. */
const bareEnvironment = (): Record<string, string> =>
  process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot ?? 'C:\\Windows' } : { LANG: 'C.UTF-8' }

/** Starts the vault as a utility process on a data folder. Nothing of this process's environment is handed on. */
export const startVault = (entry: string, folder: string, calendars: string): RunningVault => {
  const child = utilityProcess.fork(entry, ['--data', folder, '--calendars', calendars], {
    serviceName: 'mijuan-vault',
    env: bareEnvironment(),
    execArgv: [],
    stdio: 'ignore',
  })
  let running = true
  const port = vaultPort((message) => {
    if (running) child.postMessage(message)
    return running
  })
  child.on('message', (message: FromVault) => port.receive(message))
  const ended = new Promise<void>((done) =>
    child.once('exit', () => {
      running = false
      port.gone()
      done()
    }),
  )
  return {
    client: port.client,
    ended,
    end: async () => {
      await Promise.race([port.client.lock('locked'), setTimeout(PATIENCE_MS, undefined, { ref: false })])
      child.kill()
      await ended
    },
  }
}
