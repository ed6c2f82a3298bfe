import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { bundle, digestOf } from '../../tools/build.ts'

const root = join(import.meta.dirname, '../..')
const out = join(root, 'out')
const SOURCES = ['electron', 'contract', 'tools', 'test/support', 'package-lock.json']

/** For what is killed hundreds of times: like the tests themselves it has the remembered Argon2id. Everything else has the library. */
const remembered = { argon2: join(root, 'test/support/remembered-argon2.ts') }
const bundles: Readonly<Record<string, { entry: string; alias?: Record<string, string> }>> = {
  'vault.mjs': { entry: 'tools/hosts/vault-child.ts' },
  'killed-vault.mjs': { entry: 'tools/hosts/vault-child.ts', alias: remembered },
  'station.mjs': { entry: 'tools/hosts/open-station.ts', alias: remembered },
  'verify.mjs': { entry: 'tools/verify/main.ts' },
  'vault-worker.mjs': { entry: 'electron/vault/backup/worker.ts' },
  'archive-worker.mjs': { entry: 'electron/vault/archive/worker.ts' },
  'export-worker.mjs': { entry: 'electron/vault/exporting/worker.ts' },
  'import-worker.mjs': { entry: 'electron/vault/importing/worker.ts' },
}

const DAY_MS = 86_400_000
/** Programs of other sources that no run can be using any more. */
const isOld = (name: string): boolean => name.startsWith('programs-') && statSync(join(out, name)).mtimeMs < Date.now() - DAY_MS

/**
 * The programs of these sources, each as one file that starts in a fraction of the time: tests start them thousands of times. `vault.mjs` is a vault
 * process that is spoken to, `killed-vault.mjs` one that is killed, `station.mjs` the station itself for one that speaks to itself and is killed, `verify.mjs` the
 * standalone verifier; the threads lie beside them.
 * They are made anew when a source has changed, and told to the tests by `MIJUAN_PROGRAMS`.
 */
export const makePrograms = async (): Promise<void> => {
  const place = join(out, `programs-${digestOf(SOURCES).slice(0, 16)}`)
  if (!existsSync(place)) {
    mkdirSync(out, { recursive: true })
    for (const name of readdirSync(out).filter(isOld)) rmSync(join(out, name), { recursive: true, force: true })
    const making = join(out, `making-programs-${process.pid}`)
    for (const [file, { entry, alias = {} }] of Object.entries(bundles)) await build({ ...bundle(making, entry, file, 'es'), resolve: { alias } })
    cpSync(join(root, 'electron/vault/storage/migrations'), join(making, 'migrations'), { recursive: true })
    renameSync(making, place)
  }
  process.env.MIJUAN_PROGRAMS = place
}
