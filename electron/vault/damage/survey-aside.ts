import { existsSync, statSync } from 'node:fs'
import type { Survey } from '../../../contract/setup.ts'
import type { Tell } from '../backup/copy.ts'
import { faultOf } from '../door/fault.ts'
import { Refused } from '../door/refuse.ts'
import { databasePath } from '../storage/database.ts'
import { openRuin } from '../storage/looking.ts'
import { copyWhatIsLeft } from './copy-what-is-left.ts'
import { surveyOf } from './survey.ts'

/** A database that may be damaged, to be looked through. */
export type Ruin = {
  vault: string
  /** Where it lies, with its log file beside it. */
  path: string
  /** An empty folder. */
  aside: string
  /** The entries that 末条登记 speaks of; null without one. */
  lastLine: number | null
}

/**
 * Looks a copy through: SQLite would fold the log file into the damaged database, and repair is not for looking. What goes wrong is told as of the disk
 * that the data lie on, since no medium is here.
 */
export const surveyAside = (ruin: Ruin, dataKey: Uint8Array, tell: Tell): Survey => {
  try {
    return surveyCopy(ruin, dataKey, tell)
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(faultOf(error))
  }
}

const surveyCopy = ({ vault, path, aside, lastLine }: Ruin, dataKey: Uint8Array, tell: Tell): Survey => {
  const { size } = statSync(path)
  const copy = databasePath(aside)
  copyWhatIsLeft(path, copy, (done) => tell('copy', done, size))
  if (existsSync(`${path}-wal`)) copyWhatIsLeft(`${path}-wal`, `${copy}-wal`)
  const ruin = openRuin(copy, dataKey, vault)
  try {
    return surveyOf(ruin?.read ?? null, size, lastLine, tell)
  } finally {
    ruin?.close()
  }
}
