import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { vi } from 'vitest'
import { app, begins, PROJECT, send, world, type WindowStandIn } from './electron-stand-in.ts'

let runs = 0
let folder = ''
let before: readonly NodeJS.UncaughtExceptionListener[] = []

/** Runs electron/main.ts from its first line, as a start of the program would, as user 1000 unless `user` says otherwise. */
export const startApp = async ({ args = [], user = 1000, effective = user }: { args?: string[]; user?: number; effective?: number } = {}) => {
  process.argv = ['electron', ...args]
  vi.spyOn(process, 'getuid').mockReturnValue(user)
  vi.spyOn(process, 'geteuid').mockReturnValue(effective)
  runs += 1
  await import(/* @vite-ignore */ `${join(PROJECT, 'electron/main.ts')}?run=${runs}`)
}

/** The one window, once the page has loaded. */
export const opened = (): Promise<WindowStandIn> =>
  vi.waitFor(() => {
    const [window] = world.windows
    if (!window || window.webContents.state.mainFrame.url === '') throw new Error('no window yet')
    return window
  })

/** Begins a test: nothing done yet, an empty folder for the user's data. */
export const beginShellTest = () => {
  begins()
  folder = mkdtempSync(join(tmpdir(), 'mijuan-shell-'))
  world.userData = folder
  before = process.listeners('uncaughtException')
}

/** Ends a test: no process and no file of it stays, and what its shell still does on that goes to its own world. */
export const endShellTest = async () => {
  for (const { process: vault } of world.forked) {
    if (vault.exitCode === null && vault.signalCode === null && vault.kill('SIGKILL')) await once(vault, 'exit')
  }
  await setImmediate()
  vi.restoreAllMocks()
  vi.useRealTimers()
  vi.unstubAllEnvs()
  for (const listener of process.listeners('uncaughtException')) if (!before.includes(listener)) process.off('uncaughtException', listener)
  app.removeAllListeners()
  begins()
  rmSync(folder, { recursive: true, force: true })
}

/** A message as the page sends it. */
export const fromPage = (window: WindowStandIn, channel: string, ...values: unknown[]): Promise<unknown> =>
  send(channel, { sender: window.webContents, senderFrame: window.webContents.state.mainFrame }, ...values)
