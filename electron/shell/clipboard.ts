import { clipboard } from 'electron'

/** Empties the clipboard, on Linux also what is only marked (X11's primary selection), so that nothing copied outlives the session (checklist 48). */
export const emptyClipboard = (): void => {
  clipboard.clear()
  if (process.platform === 'linux') clipboard.selection.clear()
}
