import { utilityProcess } from 'electron'
import type { FromVault } from '../../contract/bridge.ts'
import { type VaultClient, vaultPort } from './vault-client.ts'

export type RunningVault = {
  client: VaultClient
  /** Called once if the vault's process ends before the app does. */
  onGone(listener: () => void): void
  /** Locks, so that the database closes in order, and ends the process. */
  end(): Promise<void>
}

/** Starts the vault as a utility process on a data folder. Nothing of this process's environment is handed on. */
export const startVault = (entry: string, folder: string, calendars: string): RunningVault => {
  const child = utilityProcess.fork(entry, ['--data', folder, '--calendars', calendars], {
    serviceName: '密卷保密库',
    env: {},
    execArgv: [],
    stdio: 'ignore',
  })
  const listeners: (() => void)[] = []
  let running = true
  const port = vaultPort((message) => {
    if (running) child.postMessage(message)
    return running
  })
  child.on('message', (message: FromVault) => port.receive(message))
  const exited = new Promise<void>((done) =>
    child.once('exit', () => {
      running = false
      port.gone()
      done()
    }),
  )
  exited.then(() => {
    for (const listener of listeners) listener()
  })
  return {
    client: port.client,
    onGone: (listener) => void listeners.push(listener),
    end: async () => {
      listeners.length = 0
      await port.client.lock('locked')
      child.kill()
      await exited
    },
  }
}
