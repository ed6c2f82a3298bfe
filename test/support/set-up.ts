import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { makePrograms } from './make-programs.ts'
import { folderOfRun } from './run.ts'

/** Global set-up of Vitest and of Playwright: the programs are made; a run that was not given a name takes one, and its folder goes with it. */
export default async () => {
  await makePrograms()
  if (process.env.MIJUAN_TEST_RUN) return
  process.env.MIJUAN_TEST_RUN = randomUUID()
  return () => rmSync(folderOfRun(), { recursive: true, force: true })
}
