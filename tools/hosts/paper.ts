import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { type FileKind, type Means, writeFile } from '../../electron/shell/delivery.ts'

/** Saves into one folder without asking; a name that is taken gets a number behind it. */
export const intoFolder =
  (folder: string): Means['ask'] =>
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

/** What was put into a folder last; null: nothing lies there. */
const newestOf = (folder: string): string | null => {
  const newest = readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort((a, b) => statSync(join(folder, a)).mtimeMs - statSync(join(folder, b)).mtimeMs)
    .at(-1)
  return newest === undefined ? null : join(folder, newest)
}

/** The folder of backups for a host without dialogs: backups and exports of the whole are written into it, and the newest backup in it is the one that is tried. */
export const backupsIn =
  (folder: string): Means['askFolder'] =>
  async (what) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return what === 'drill' ? newestOf(folder) : folder
  }

/** The folders of calendars and of old ledgers for a host without dialogs: the newest file in it is the one that is read. */
export const newestIn =
  (folders: Record<FileKind, string>): Means['askFile'] =>
  async (what) => {
    const folder = folders[what]
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return newestOf(folder)
  }

/** The printers that take jobs, by name. Asked so, CUPS looks at its own list and not around the network. */
const printers = (): string[] => {
  const { stdout } = spawnSync('lpstat', ['-a'], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } })
  return (stdout ?? '')
    .split('\n')
    .flatMap((line) => line.split(' ', 1))
    .filter((name) => name !== '')
}

/** Paper on the browser host: the page as A4 PDF by Chromium, printed once by the system's `lp`. */
export const paperOf = (page: Page, { ask, askFolder, askFile }: Pick<Means, 'ask' | 'askFolder' | 'askFile'>): Means => {
  const pdf = () => page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true })
  const print = async (printer: string | null) => {
    const folder = mkdtempSync(join(tmpdir(), 'mijuan-print-'))
    try {
      const path = join(folder, 'sheet.pdf')
      writeFile(path, await pdf())
      return spawnSync('lp', ['-s', '-n', '1', ...(printer === null ? [] : ['-d', printer]), '--', path]).status === 0 ? 'printed' : 'failed'
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return { ask, askFolder, askFile, pdf, print, printers: async () => printers() }
}
