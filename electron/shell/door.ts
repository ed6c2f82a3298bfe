import { type BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import { emptyClipboard, emptyCopiedLater, emptyMarked } from './clipboard.ts'
import { DELIVERIES, delivering } from './delivery.ts'
import { senderAllowed } from './gates.ts'
import { paperOf } from './paper.ts'
import { lockWithSystem } from './power.ts'
import type { VaultClient } from './vault-client.ts'

/** The names of the channels; the preload holds the other end. */
const CHANNELS = {
  call: 'mijuan:call',
  deliver: 'mijuan:deliver',
  choose: 'mijuan:choose',
  calendar: 'mijuan:calendar',
  ledger: 'mijuan:ledger',
  printers: 'mijuan:printers',
  copied: 'mijuan:copied',
  marked: 'mijuan:marked',
  active: 'mijuan:active',
  lockedBy: 'mijuan:locked-by',
} as const

const named = (printer: unknown): string | undefined => (printer === undefined ? undefined : String(printer))

/**
 * The page's channels to the vault. Each message is checked for its sender; on lock the clipboard is emptied and the page thrown away
 * (checklist 17, 39, 48, 53).
 */
export const openDoor = (window: BrowserWindow, vault: VaultClient): void => {
  const paper = paperOf(window)
  const deliver = delivering(vault, paper, true)
  let lockedBy = ''
  const serve = (channel: string, answer: (...values: unknown[]) => unknown) =>
    ipcMain.handle(channel, (event: IpcMainInvokeEvent, ...values: unknown[]) => {
      const frame = event.senderFrame
      const from = { sender: event.sender.id, isMainFrame: frame !== null && frame.parent === null, url: frame?.url ?? '' }
      if (!senderAllowed(from, window.webContents.id)) throw new Error('not the page')
      return answer(...values)
    })
  serve(CHANNELS.call, (name, input, background) => vault.call(String(name), input, { background: background === true }))
  serve(CHANNELS.deliver, (how, ticket, printer) => {
    const known = DELIVERIES.find((each) => each === how)
    if (!known) throw new Error('not a delivery')
    return known === 'printPaper' ? deliver[known](String(ticket), named(printer)) : deliver[known](String(ticket))
  })
  serve(CHANNELS.choose, () => deliver.chooseBackup())
  serve(CHANNELS.calendar, () => deliver.chooseCalendar())
  serve(CHANNELS.ledger, () => deliver.chooseLedger())
  serve(CHANNELS.printers, () => paper.printers())
  serve(CHANNELS.copied, (text) => emptyCopiedLater(String(text)))
  serve(CHANNELS.marked, () => emptyMarked())
  serve(CHANNELS.active, () => vault.active())
  serve(CHANNELS.lockedBy, () => {
    const reason = lockedBy
    lockedBy = ''
    return reason
  })
  vault.onLocked((reason) => {
    lockedBy = reason
    if (!window.isDestroyed()) window.webContents.reload()
    emptyClipboard()
  })
  window.once(
    'closed',
    lockWithSystem(() => void vault.lock('locked')),
  )
}
