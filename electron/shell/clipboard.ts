import { type Clipboard, clipboard } from 'electron'

/** How long a number that was copied may lie in the clipboard. */
export const COPIED_MS = 60_000
let later: NodeJS.Timeout | undefined

const empty = (each: Clipboard): void => {
  try {
    each.clear()
  } catch {
    // A desktop without this clipboard keeps nothing in it; what goes on locking must not stop here.
  }
}

/** Linux: what is only marked can be put into another program by the middle button (the primary selection). */
export const emptyMarked = (): void => {
  if (process.platform === 'linux') empty(clipboard.selection)
}

/** Empties both clipboards, so that nothing copied outlives the session (checklist 48). */
export const emptyClipboard = (): void => {
  clearTimeout(later)
  empty(clipboard)
  emptyMarked()
}

/** The page has put `text` into the clipboard: a minute later it is taken out again. What another program has copied since stays; what cannot be read does not. */
export const emptyCopiedLater = (text: string): void => {
  clearTimeout(later)
  later = setTimeout(() => {
    clipboard.readText().then(
      (held) => held === text && empty(clipboard),
      () => empty(clipboard),
    )
  }, COPIED_MS)
  later.unref()
}
