import type { BrowserWindow } from 'electron'
import type { Means } from './delivery.ts'
import { askWhereToSave } from './dialogs.ts'

// The sheet draws its own margins (renderer/paper/paper.css); Electron would add a centimetre.
const PDF = { pageSize: 'A4', preferCSSPageSize: true, printBackground: true, margins: { top: 0, bottom: 0, left: 0, right: 0 } } as const

/** Paper in Electron: the page as A4 PDF, kept in memory, or sent to the printer that the person chooses (checklist 49). */
export const paperOf = (window: BrowserWindow): Means => ({
  ask: askWhereToSave(window),
  pdf: () => window.webContents.printToPDF(PDF),
  hasPrinter: async () => (await window.webContents.getPrintersAsync()).length > 0,
  print: () =>
    new Promise((ended) => {
      window.webContents.print({ silent: false, printBackground: true, pageSize: 'A4', margins: { marginType: 'none' } }, (printed, reason) => {
        if (printed) ended('printed')
        else ended(/cancel/i.test(reason) ? 'cancelled' : 'failed')
      })
    }),
})
