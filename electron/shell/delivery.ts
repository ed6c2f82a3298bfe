import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import type { Delivery } from '../../contract/bridge.ts'
import type { VaultClient } from './vault-client.ts'

/** What a host can do with paper. `ask` proposes a file name and gives the path the person chose, or null. */
export type Means = {
  ask(fileName: string): Promise<string | null>
  pdf(): Promise<Uint8Array>
  hasPrinter(): Promise<boolean>
  print(): Promise<'printed' | 'cancelled' | 'failed'>
}

const SPENT: Delivery = { ok: false, message: '这张打印单据已失效。请回到记录，重新生成后再保存或打印。' }
const NO_PRINTER: Delivery = { ok: false, message: '本机没有可用的打印机。请由系统管理员接好并设为默认打印机，或先保存为 PDF。' }
const failed = (what: string): Delivery => ({
  ok: false,
  message: `${what}没有完成。请检查保存位置是否可写、空间是否足够，或打印机是否就绪，然后重新生成再试。`,
})

/** Writes a new file for its owner alone. `over`: the person was asked by the system's dialog and agreed to replace. */
export const writeFile = (path: string, body: Uint8Array, over = false): void => {
  const file = openSync(path, over ? 'w' : 'wx', 0o600)
  try {
    writeSync(file, body)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Carries out what a ticket allows: the vault's record of the grant stands before anything is written, the outcome is told to it after. */
export const delivering = (vault: VaultClient, means: Means, over = false) => {
  const end = async (ticket: string, how: 'saved' | 'printed' | 'cancelled'): Promise<Delivery> => {
    await vault.delivered(ticket, how)
    return { ok: true, how }
  }
  const save = async (ticket: string, kind: 'paper' | 'text'): Promise<Delivery> => {
    const granted = await vault.redeem(ticket)
    if (granted?.kind !== kind) return SPENT
    // The sheet is on the page now; it need not be when the person has chosen a place.
    const body = kind === 'text' ? Buffer.from(granted.text ?? '', 'utf8') : await means.pdf()
    const path = await means.ask(granted.fileName)
    if (path === null) return end(ticket, 'cancelled')
    try {
      writeFile(path, body, over)
    } catch {
      await end(ticket, 'cancelled')
      return failed('保存')
    }
    return end(ticket, 'saved')
  }
  return {
    savePaper: (ticket: string) => save(ticket, 'paper'),
    saveText: (ticket: string) => save(ticket, 'text'),
    printPaper: async (ticket: string): Promise<Delivery> => {
      if (!(await means.hasPrinter())) return NO_PRINTER
      if ((await vault.redeem(ticket))?.kind !== 'paper') return SPENT
      const how = await means.print()
      await end(ticket, how === 'printed' ? 'printed' : 'cancelled')
      return how === 'failed' ? failed('打印') : { ok: true, how }
    },
  }
}

export type Delivering = ReturnType<typeof delivering>
export const DELIVERIES = ['savePaper', 'saveText', 'printPaper'] as const
