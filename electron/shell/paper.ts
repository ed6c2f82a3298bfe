import type { BrowserWindow } from 'electron'
import type { Means } from './delivery.ts'
import { askForFile, askForFolder, askWhereToSave } from './dialogs.ts'

// The sheet draws its own margins (renderer/paper/paper.css); Electron would add a centimetre.
const PDF = { pageSize: 'A4', preferCSSPageSize: true, printBackground: true, margins: { top: 0, bottom: 0, left: 0, right: 0 } } as const

const SHEET = { printBackground: true, pageSize: 'A4', margins: { marginType: 'none' } } as const

/** Paper in Electron: the page as A4 PDF, kept in memory, or sent to one printer, once (checklist 49). */
export const paperOf = (window: BrowserWindow): Means => ({
  ask: askWhereToSave(window),
  askFolder: askForFolder(window),
  askFile: askForFile(window),
  pdf: () => window.webContents.printToPDF(PDF),
  printers: async () => (await window.webContents.getPrintersAsync()).map(({ name }) => name),
  print: (printer) =>
    new Promise((ended) => {
      // Silent on a named printer, so that the system's dialog offers no other and no second copy.
      const where = printer === null ? { silent: false } : { silent: true, deviceName: printer, copies: 1 }
      window.webContents.print({ ...SHEET, ...where }, (printed, reason) => {
        if (printed) ended('printed')
        else ended(/cancel/i.test(reason) ? 'cancelled' : 'failed')
      })
    }),
})
