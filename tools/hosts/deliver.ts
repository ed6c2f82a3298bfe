import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, fsyncSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Delivery } from '../../contract/bridge.ts'
import type { VaultProcess } from './vault-process.ts'

/** Asks where a file may go: a path, or null when the person thought better of it. */
export type Ask = (fileName: string) => Promise<string | null>

const spent: Delivery = { ok: false, message: '这张打印单据已失效。请回到记录，重新生成后再保存或打印。' }
const failed = (what: string): Delivery => ({ ok: false, message: `${what}没有完成。请检查保存位置是否可写、空间是否足够，然后重新生成再试。` })

/** Saves into one folder without asking; a name that is taken gets a number behind it. */
export const intoFolder =
  (folder: string): Ask =>
  async (fileName) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const safe = basename(fileName.replaceAll('\\', '/'))
    const extension = extname(safe)
    const stem = safe.slice(0, safe.length - extension.length)
    for (let turn = 1; ; turn++) {
      const path = join(folder, turn === 1 ? safe : `${stem}（${turn}）${extension}`)
      if (!existsSync(path)) return path
    }
  }

const writeNew = (path: string, body: Uint8Array): void => {
  const file = openSync(path, 'wx', 0o600)
  try {
    writeSync(file, body)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

const sheetOf = (page: Page): Promise<Uint8Array> => page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true })

const hasPrinter = (): boolean =>
  spawnSync('lpstat', ['-d'], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } }).stdout?.includes('destination:') ?? false

const print = async (page: Page): Promise<boolean> => {
  const folder = mkdtempSync(join(tmpdir(), 'mijuan-print-'))
  try {
    const path = join(folder, 'sheet.pdf')
    writeNew(path, await sheetOf(page))
    return spawnSync('lp', ['-s', '--', path]).status === 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Carries out what a ticket allows: the vault's record of the grant stands before anything is written, the outcome is told to it after. */
export const delivering = (vault: VaultProcess, ask: Ask) => {
  const end = async (ticket: string, how: 'saved' | 'printed' | 'cancelled'): Promise<Delivery> => {
    await vault.delivered(ticket, how)
    return { ok: true, how }
  }
  const save = async (page: Page, ticket: string, kind: 'paper' | 'text'): Promise<Delivery> => {
    const granted = await vault.redeem(ticket)
    if (granted?.kind !== kind) return spent
    const path = await ask(granted.fileName)
    if (path === null) return end(ticket, 'cancelled')
    try {
      writeNew(path, kind === 'text' ? Buffer.from(granted.text ?? '', 'utf8') : await sheetOf(page))
    } catch {
      await end(ticket, 'cancelled')
      return failed('保存')
    }
    return end(ticket, 'saved')
  }
  return {
    savePaper: (page: Page, ticket: string) => save(page, ticket, 'paper'),
    saveText: (page: Page, ticket: string) => save(page, ticket, 'text'),
    printPaper: async (page: Page, ticket: string): Promise<Delivery> => {
      if (!hasPrinter()) return { ok: false, message: '本机没有可用的打印机。请由系统管理员接好并设为默认打印机，或先保存为 PDF。' }
      if ((await vault.redeem(ticket))?.kind !== 'paper') return spent
      if (await print(page)) return end(ticket, 'printed')
      await end(ticket, 'cancelled')
      return failed('打印')
    },
  }
}
