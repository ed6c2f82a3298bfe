import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { refuse } from '../door/refuse.ts'

/** Makes durable which files a folder holds. */
export const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

/** Where a file lies until it is whole. */
export const nextOf = (path: string): string => `${path}.new`

/** Writes a file so that after a power cut it is either the old one or the new one, never half of each. */
export const writeWhole = (path: string, text: string): void => {
  const next = nextOf(path)
  try {
    const descriptor = openSync(next, 'w', 0o600)
    try {
      writeAll(descriptor, Buffer.from(text))
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameWhole(next, path)
  } catch (error) {
    rmSync(next, { force: true })
    throw error
  }
}

/** One write may take less than it was given, on a disk that is nearly full. */
const writeAll = (descriptor: number, bytes: Uint8Array): void => {
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written)
}

/** Where a file lies while the one that replaces it is not yet for good. */
export const earlierOf = (path: string): string => `${path}.before`

/**
 * Writes a file whole as part of something larger. `undo` puts the file before it back, and needs no room on the disk for that;
 * `keep` lets it go.
 */
export const replaceWhole = (path: string, text: string): { undo(): void; keep(): void } => {
  const earlier = earlierOf(path)
  try {
    copyFileSync(path, earlier)
    writeWhole(path, text)
  } catch (error) {
    rmSync(earlier, { force: true })
    throw error
  }
  return { undo: () => renameWhole(earlier, path), keep: () => rmSync(earlier, { force: true }) }
}

/** Moves a finished file into place, durably. */
export const renameWhole = (from: string, to: string): void => {
  renameSync(from, to)
  syncFolder(dirname(to))
}

/** Refuses a folder or file that the group or others may read or write (checklist 41). Windows keeps rights elsewhere. */
export const refuseIfShared = (path: string): void => {
  if (process.platform === 'win32') return
  if ((statSync(path).mode & 0o077) !== 0)
    refuse('vault.unsafe', '数据文件夹允许其他系统用户访问，已拒绝打开。请系统管理员把它的权限改为仅本用户可用（0700/0600）。')
}
