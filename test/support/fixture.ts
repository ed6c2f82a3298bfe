import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { scratch } from './scratch.ts'

const folder = join(import.meta.dirname, '../fixtures')

/** The released versions whose data are kept (test/fixtures/make.ts). */
export const fixtures: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

/** A copy of a released version's data, in a folder of its own that goes with it. */
export const fixtureOf = (version: string, under = scratch) => {
  const root = mkdtempSync(join(under, 'mijuan-fixture-'))
  const dir = join(root, 'vault')
  mkdirSync(dir, { mode: 0o700 })
  for (const name of readdirSync(join(folder, version)).filter((each) => each !== 'README.md')) {
    copyFileSync(join(folder, version, name), join(dir, name))
    chmodSync(join(dir, name), 0o600)
  }
  return { dir, root, remove: () => rmSync(root, { recursive: true, force: true }) }
}
