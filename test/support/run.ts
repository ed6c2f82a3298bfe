import { existsSync, mkdirSync, mkdtempSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** Where what is prepared once in a run of the tests is kept: `MIJUAN_TEST_RUN` names the run. Never that of an earlier run, which may have had another schema. */
export const folderOfRun = (): string => join(tmpdir(), `mijuan-test-${process.env.MIJUAN_TEST_RUN ?? process.ppid}`)

/** Whether this process is the first to set about it. */
const isFirst = (mark: string): boolean => {
  try {
    mkdirSync(mark)
    return true
  } catch {
    return false
  }
}

/**
 * A folder that is made once in a run of the tests: its place, there from the moment that it is whole. `make` fills the folder it is given. The first
 * process to ask makes it; one that died at it is waited for so long in vain, and then another does.
 */
export const onceInRun = async (name: string, patienceMs: number, make: (folder: string) => Promise<void>): Promise<string> => {
  const root = folderOfRun()
  const place = join(root, name)
  if (existsSync(place)) return place
  mkdirSync(root, { recursive: true, mode: 0o700 })
  const until = performance.now() + patienceMs
  if (!isFirst(`${place}.begun`))
    while (performance.now() < until) {
      if (existsSync(place)) return place
      await setTimeout(50)
    }
  const making = mkdtempSync(join(root, 'making-'))
  await make(making)
  try {
    renameSync(making, place)
  } catch (error) {
    // Another process was first: what it made is as good.
    if (!existsSync(place)) throw error
  }
  return place
}
