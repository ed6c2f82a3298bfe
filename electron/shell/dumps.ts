import { writeFileSync } from 'node:fs'
import type { BrowserWindow } from 'electron'

/** Linux: a core dump of this process holds nothing of its memory (checklist 27). One that forbids it to be looked into at all dumps no core either. */
const keepOut = (pid: number | 'self'): void => {
  if (process.platform !== 'linux') return
  try {
    writeFileSync(`/proc/${pid}/coredump_filter`, '0')
  } catch {
    // Not to be looked into, or gone already.
  }
}

/** The shell's own process, through which every answer to the page goes. The vault's process does the same for itself. */
export const keepShellOutOfDumps = (): void => keepOut('self')

/** The page's process, once it is loaded and before it has read anything; each load may have given it a new one. */
export const keepPageOutOfDumps = ({ webContents: page }: BrowserWindow): void =>
  void page.on('did-finish-load', () => keepOut(page.getOSProcessId()))
