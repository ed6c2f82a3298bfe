import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { digestOf } from '../../tools/build.ts'

const root = join(import.meta.dirname, '../..')
const out = join(root, 'out')
const NATIVE = ['better-sqlite3', 'argon2']
const SOURCES = ['electron', 'contract', 'tools', 'test/support', 'package-lock.json']

/** Like the tests themselves they have the remembered Argon2id. */
const remembered = { argon2: join(root, 'test/support/remembered-argon2.ts') }
const bundles: Readonly<Record<string, { entry: string; alias?: Record<string, string> }>> = {
  'vault.mjs': { entry: 'tools/hosts/vault-child.ts', alias: remembered },
  'station.mjs': { entry: 'tools/hosts/open-station.ts', alias: remembered },
  'verify.mjs': { entry: 'tools/verify/main.ts', alias: remembered },
  'vault-worker.mjs': { entry: 'electron/vault/backup/worker.ts' },
  'archive-worker.mjs': { entry: 'electron/vault/archive/worker.ts' },
  'export-worker.mjs': { entry: 'electron/vault/exporting/worker.ts' },
  'import-worker.mjs': { entry: 'electron/vault/importing/worker.ts' },
}

/** Everything of an entry in one file, but what is native. `alias`: what stands in the place of a library. */
const bundle = (outDir: string, entry: string, file: string, alias: Record<string, string> = {}) =>
  build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias },
    ssr: { noExternal: true, external: NATIVE },
    build: {
      ssr: join(root, entry),
      outDir,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: { external: NATIVE, output: { format: 'es', entryFileNames: file, codeSplitting: false } },
    },
  })

/**
 * The programs of these sources, each as one file that starts in a fraction of the time: tests start them thousands of times. `vault.mjs` is a vault
 * process that is spoken to, `station.mjs` the station itself for one that speaks to itself, `verify.mjs` the standalone verifier; the threads lie beside them.
 * They are made anew when a source has changed, and told to the tests by `MIJUAN_PROGRAMS`.
 */
export const makePrograms = async (): Promise<void> => {
  const place = join(out, `programs-${digestOf(SOURCES).slice(0, 16)}`)
  if (!existsSync(place)) {
    mkdirSync(out, { recursive: true })
    for (const name of readdirSync(out)) if (name.startsWith('programs-')) rmSync(join(out, name), { recursive: true, force: true })
    const making = join(out, `making-programs-${process.pid}`)
    for (const [file, { entry, alias }] of Object.entries(bundles)) await bundle(making, entry, file, alias)
    cpSync(join(root, 'electron/vault/storage/migrations'), join(making, 'migrations'), { recursive: true })
    renameSync(making, place)
  }
  process.env.MIJUAN_PROGRAMS = place
}
