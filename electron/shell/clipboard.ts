import { type Clipboard, clipboard } from 'electron'

const empty = (each: Clipboard): void => {
  try {
    each.clear()
  } catch {
    // A desktop without this clipboard keeps nothing in it; what goes on locking must not stop here.
  }
}

/** Empties the clipboard, on Linux also what is only marked (the primary selection), so that nothing copied outlives the session (checklist 48). */
export const emptyClipboard = (): void => {
  empty(clipboard)
  if (process.platform === 'linux') empty(clipboard.selection)
}
