import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where what is prepared once in a run of the tests is kept: `MIJUAN_TEST_RUN` names the run. Never that of an earlier run, which may have had another schema. */
export const folderOfRun = (): string => join(tmpdir(), `mijuan-test-${process.env.MIJUAN_TEST_RUN ?? process.ppid}`)

/** Global set-up of Vitest and of Playwright: a run that was not given a name takes one, and its folder goes with it. */
export default () => {
  if (process.env.MIJUAN_TEST_RUN) return
  process.env.MIJUAN_TEST_RUN = randomUUID()
  return () => rmSync(folderOfRun(), { recursive: true, force: true })
}
