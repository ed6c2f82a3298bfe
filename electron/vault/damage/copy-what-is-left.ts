import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs'

/** A page of the database: as much is lost with one bad sector, and no more. */
const PAGE = 4096
const AT_ONCE = 64 * PAGE

/** Pieces after which it is told how far it is. */
const TOLD_EACH = 16

type Read = typeof readSync

/**
 * Copies a file of which the disk may not give every part: what cannot be read is left as zeros, page by page, for SQLite to find each as a broken page.
 * `tell` hears how many bytes are behind; `read` stands in for the disk in tests. Gives how many pages could not be read.
 */
export const copyWhatIsLeft = (from: string, to: string, tell: (done: number) => void = () => undefined, read: Read = readSync): number => {
  const source = openSync(from, 'r')
  const copy = openSync(to, 'wx', 0o600)
  const room = Buffer.alloc(AT_ONCE)
  let lost = 0
  /** One piece, whole or not at all. */
  const piece = (at: number, bytes: number): boolean => {
    try {
      return read(source, room, 0, bytes, at) === bytes
    } catch {
      return false
    }
  }
  try {
    const { size } = fstatSync(source)
    for (let at = 0; at < size; at += AT_ONCE) {
      const whole = Math.min(AT_ONCE, size - at)
      if (at % (TOLD_EACH * AT_ONCE) === 0) tell(at)
      if (piece(at, whole)) {
        writeSync(copy, room, 0, whole, at)
        continue
      }
      for (let page = at; page < at + whole; page += PAGE) {
        const bytes = Math.min(PAGE, at + whole - page)
        if (!piece(page, bytes)) {
          room.fill(0, 0, bytes)
          lost += 1
        }
        writeSync(copy, room, 0, bytes, page)
      }
    }
    return lost
  } finally {
    closeSync(copy)
    closeSync(source)
  }
}
