import { existsSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** Room that the copies of the tests never need at one time. */
const ENOUGH = 2 * 1024 ** 3

const roomy = (folder: string): boolean => {
  if (!existsSync(folder)) return false
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize >= ENOUGH
}

/** Where the tests' vaults lie: in memory where the system has room for it. What a power cut leaves of them is for test/crash, whose vaults lie on the disk. */
export const scratch = roomy('/dev/shm') ? '/dev/shm' : tmpdir()
