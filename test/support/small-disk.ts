import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own, as small as it is said to be, that can be filled up and cleared; null where the system lets nobody mount one. */
export type SmallDisk = {
  /** The vault's folder on it. */
  dir: string
  free(): number
  /** Fills the disk but for so many bytes. */
  fill(leaving?: number): void
  clear(): void
  remove(): void
}

const run = (command: string, ...args: string[]) => spawnSync(command, args).status === 0

/** A small disk with a copy of a vault on it. */
export const smallDisk = (vault: string | null, kib: number): SmallDisk | null => {
  const root = mkdtempSync(join(tmpdir(), 'mijuan-disk-'))
  if (process.platform !== 'linux' || !run('mount', '-t', 'tmpfs', '-o', `size=${kib}k,mode=0700`, 'tmpfs', root)) {
    rmSync(root, { recursive: true })
    return null
  }
  const dir = join(root, 'vault')
  if (vault === null) mkdirSync(dir, { mode: 0o700 })
  else cpSync(vault, dir, { recursive: true })
  const ballast = join(root, 'ballast')
  const free = () => {
    const { bavail, bsize } = statfsSync(root)
    return bavail * bsize
  }
  return {
    dir,
    free,
    fill: (leaving = 0) => writeFileSync(ballast, Buffer.alloc(Math.max(0, free() - leaving))),
    clear: () => rmSync(ballast, { force: true }),
    remove: () => {
      run('umount', '-l', root)
      rmSync(root, { recursive: true, force: true })
    },
  }
}
