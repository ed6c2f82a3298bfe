import type { BrowserWindow } from 'electron'
import type { Means } from './delivery.ts'
import { askWhereToSave } from './dialogs.ts'

/** Paper in Electron: the page as A4 PDF, kept in memory, or sent to the printer that the person chooses (checklist 49). */
export const paperOf = (window: BrowserWindow): Means => ({
  ask: askWhereToSave(window),
  pdf: () => window.webContents.printToPDF({ pageSize: 'A4', preferCSSPageSize: true, printBackground: true }),
  hasPrinter: async () => (await window.webContents.getPrintersAsync()).length > 0,
  print: () =>
    new Promise((ended) => {
      window.webContents.print({ silent: false, printBackground: true, pageSize: 'A4' }, (printed, reason) => {
        if (printed) ended('printed')
        else ended(/cancel/i.test(reason) ? 'cancelled' : 'failed')
      })
    }),
})
