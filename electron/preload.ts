/** The page's only reach: named functions, no ipcRenderer, no event object (checklist 20). Bundled into one file for the sandbox. */
import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../contract/bridge.ts'

let toldActive = 0

const bridge: Bridge = {
  call: (name, input, options) => ipcRenderer.invoke('mijuan:call', String(name), input ?? {}, options?.background === true),
  savePaper: (ticket) => ipcRenderer.invoke('mijuan:deliver', 'savePaper', String(ticket)),
  printPaper: (ticket, printer) =>
    ipcRenderer.invoke('mijuan:deliver', 'printPaper', String(ticket), printer === undefined ? undefined : String(printer)),
  printers: () => ipcRenderer.invoke('mijuan:printers'),
  saveText: (ticket) => ipcRenderer.invoke('mijuan:deliver', 'saveText', String(ticket)),
  saveFile: (ticket) => ipcRenderer.invoke('mijuan:deliver', 'saveFile', String(ticket)),
  saveBackup: (ticket) => ipcRenderer.invoke('mijuan:deliver', 'saveBackup', String(ticket)),
  tryBackup: (ticket) => ipcRenderer.invoke('mijuan:deliver', 'tryBackup', String(ticket)),
  saveArchive: (ticket) => ipcRenderer.invoke('mijuan:deliver', 'saveArchive', String(ticket)),
  chooseBackup: () => ipcRenderer.invoke('mijuan:choose'),
  chooseCalendar: () => ipcRenderer.invoke('mijuan:calendar'),
  chooseLedger: () => ipcRenderer.invoke('mijuan:ledger'),
  copied: (text) => void ipcRenderer.invoke('mijuan:copied', String(text)),
  marked: () => void ipcRenderer.invoke('mijuan:marked'),
  active: () => {
    if (Date.now() - toldActive < 10_000) return
    toldActive = Date.now()
    void ipcRenderer.invoke('mijuan:active')
  },
  onLocked: (listener) => {
    void ipcRenderer.invoke('mijuan:locked-by').then((reason: '' | 'left' | 'locked' | 'idle') => {
      if (reason !== '') listener(reason)
    })
  },
  host: 'electron',
}

contextBridge.exposeInMainWorld('mijuan', bridge)
