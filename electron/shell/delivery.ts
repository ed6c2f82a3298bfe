import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { Chosen, ChosenCalendar, ChosenLedger, Delivery, Redeemed } from '../../contract/bridge.ts'
import type { FolderErrand } from '../../contract/terms.ts'
import type { VaultClient } from './vault-client.ts'

/** What is opened as a file. */
export type FileKind = 'calendar' | 'ledger'

/**
 * What a host can do with paper and folders. `ask` proposes a file name and gives the path the person chose, or null; `askFolder` a folder to
 * write a backup or the whole record into, or that of a backup; `askFile` the file of a calendar, or of an old ledger.
 */
export type Means = {
  ask(fileName: string): Promise<string | null>
  askFolder(what: FolderErrand): Promise<string | null>
  askFile(what: FileKind): Promise<string | null>
  pdf(): Promise<Uint8Array>
  /** The printers that this computer knows. */
  printers(): Promise<readonly string[]>
  /** Prints the sheet once on this printer; null: on one that the person chooses or the system's own. */
  print(printer: string | null): Promise<'printed' | 'cancelled' | 'failed'>
}

const SPENT: Delivery = { ok: false, message: '这张打印单据已失效。请回到记录，重新生成后再保存或打印。' }
const STALE: Delivery = { ok: false, message: '这张单据已失效。请回到原来的页面，重新开始。' }
const UNMADE: Delivery = { ok: false, message: '导出文件没有生成，没有保存。请回到清单，重新导出。' }
const LOCKED: Delivery = { ok: false, message: '已锁定，没有保存。请重新登录，回到记录重新生成后再保存。' }
const NO_PRINTER: Delivery = { ok: false, message: '本机没有可用的打印机。请由系统管理员接好并设为默认打印机，或先保存为 PDF。' }
const NONE_LISTED: Delivery = {
  ok: false,
  message: '还没有指定可用的打印机，不能打印。请安全保密管理员在“本单位”的“设置”中选定后再打印。',
}
const notListed = (printer: string): Delivery => ({
  ok: false,
  message: `“${printer}”不在本单位可用打印机之列，没有打印。请另选一台，或请安全保密管理员在“本单位”的“设置”中列入。`,
})
const notHere = (listed: readonly string[]): Delivery => ({
  ok: false,
  message: `可用的打印机（${listed.join('、')}）都没有接在本机上。请由系统管理员接好，或请安全保密管理员在“本单位”的“设置”中另行选定。`,
})
const failed = (what: string): Delivery => ({
  ok: false,
  message: `${what}没有完成。请检查保存位置是否可写、空间是否足够，或打印机是否就绪，然后重新生成再试。`,
})

/** What a full disk cut short is taken away again. */
const writeNew = (path: string, body: Uint8Array): void => {
  const file = openSync(path, 'wx', 0o600)
  try {
    writeFileSync(file, body)
    fsyncSync(file)
  } catch (error) {
    closeSync(file)
    rmSync(path, { force: true })
    throw error
  }
  closeSync(file)
}

/**
 * Writes a file for its owner alone, whole or not at all. `over`: the person was asked by the system's dialog and agreed to replace; the file
 * that was there stays until the new one is whole.
 */
export const writeFile = (path: string, body: Uint8Array, over = false): void => {
  const next = over ? `${path}.${randomUUID()}` : path
  writeNew(next, body)
  if (!over) return
  try {
    renameSync(next, path)
  } catch (error) {
    rmSync(next, { force: true })
    throw error
  }
}

/**
 * Where a sheet may go: to a printer that the vault lists and this computer knows, the wanted one or the first of them; else why not. Null: the
 * vault is only being made, so that there is no list yet, and the person chooses.
 */
const printerFor = (listed: readonly string[] | undefined, known: readonly string[], wanted: string | undefined): string | null | Delivery => {
  if (listed === undefined) return null
  if (listed.length === 0) return NONE_LISTED
  if (wanted !== undefined && !listed.includes(wanted)) return notListed(wanted)
  return (wanted === undefined ? listed : [wanted]).find((printer) => known.includes(printer)) ?? notHere(wanted === undefined ? listed : [wanted])
}

/**
 * Carries out what a ticket allows: the vault's record of the grant stands before anything is written, the outcome is told to it after. A vault
 * that locks while the person still looks for a place takes the grant with it.
 */
export const delivering = (vault: VaultClient, means: Means, over = false) => {
  let locks = 0
  vault.onLocked(() => {
    locks += 1
  })
  const end = async (ticket: string, how: 'saved' | 'printed' | 'cancelled', printer?: string): Promise<Delivery> => {
    await vault.delivered(ticket, how, printer)
    return { ok: true, how }
  }
  /** The sheet is on the page now; it need not be when the person has chosen a place. */
  const bodyOf = async ({ kind, text, bytes }: Redeemed): Promise<Uint8Array> =>
    kind === 'text' ? Buffer.from(text ?? '', 'utf8') : kind === 'file' ? Buffer.from(bytes ?? '', 'base64') : await means.pdf()
  const save = async (ticket: string, kind: 'paper' | 'text' | 'file'): Promise<Delivery> => {
    const before = locks
    const granted = await vault.redeem(ticket)
    if (granted?.kind !== kind) return kind === 'file' ? UNMADE : SPENT
    const body = await bodyOf(granted)
    const path = await means.ask(granted.fileName)
    if (locks !== before) return LOCKED
    if (path === null) return end(ticket, 'cancelled')
    try {
      writeFile(path, body, over)
    } catch {
      await end(ticket, 'cancelled')
      return failed('保存')
    }
    return end(ticket, 'saved')
  }
  const inFolder = async (ticket: string, kind: FolderErrand): Promise<Delivery> => {
    const before = locks
    if ((await vault.redeem(ticket))?.kind !== kind) return STALE
    const folder = await means.askFolder(kind)
    if (locks !== before) return LOCKED
    return folder === null ? end(ticket, 'cancelled') : vault.carryOut(ticket, folder)
  }
  return {
    /** Asks for the folder of a backup that is to be restored, while nobody is signed in. */
    chooseBackup: async (): Promise<Chosen> => {
      const folder = await means.askFolder('drill')
      return folder === null ? { ok: true, backup: null } : vault.choose(folder)
    },
    /** Asks for the file of a year's calendar. The vault that locked meanwhile refuses it. */
    chooseCalendar: async (): Promise<ChosenCalendar> => {
      const path = await means.askFile('calendar')
      return path === null ? { ok: true, calendar: null } : vault.calendar(path)
    },
    /** Asks for the file of an old ledger. The vault that locked meanwhile refuses it. */
    chooseLedger: async (): Promise<ChosenLedger> => {
      const path = await means.askFile('ledger')
      return path === null ? { ok: true, file: null } : vault.ledger(path)
    },
    saveBackup: (ticket: string) => inFolder(ticket, 'backup'),
    tryBackup: (ticket: string) => inFolder(ticket, 'drill'),
    saveArchive: (ticket: string) => inFolder(ticket, 'archive'),
    savePaper: (ticket: string) => save(ticket, 'paper'),
    saveText: (ticket: string) => save(ticket, 'text'),
    saveFile: (ticket: string) => save(ticket, 'file'),
    printPaper: async (ticket: string, wanted?: string): Promise<Delivery> => {
      const known = await means.printers()
      if (known.length === 0) return NO_PRINTER
      const granted = await vault.redeem(ticket)
      if (granted?.kind !== 'paper' && granted?.kind !== 'sealed') return SPENT
      const printer = printerFor(granted.printers, known, wanted)
      if (printer !== null && typeof printer !== 'string') return printer
      const how = await means.print(printer)
      await end(ticket, how === 'printed' ? 'printed' : 'cancelled', printer ?? undefined)
      return how === 'failed' ? failed('打印') : { ok: true, how }
    },
  }
}

export type Delivering = ReturnType<typeof delivering>
export const DELIVERIES = ['savePaper', 'saveText', 'saveFile', 'printPaper', 'saveBackup', 'tryBackup', 'saveArchive'] as const
