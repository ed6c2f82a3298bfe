import { closeSync, fsyncSync, openSync, renameSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { refuse } from '../door/refuse.ts'

const syncFolder = (folder: string) => {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

/** Writes a file so that after a power cut it is either the old one or the new one, never half of each. */
export const writeWhole = (path: string, text: string): void => {
  const next = `${path}.new`
  const descriptor = openSync(next, 'w', 0o600)
  try {
    writeSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameWhole(next, path)
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
