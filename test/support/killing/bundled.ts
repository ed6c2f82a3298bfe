import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '../../..')
const NATIVE = ['better-sqlite3', 'argon2']

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
 * The vault of these sources as one file that starts in a fraction of the time, for tests that start it hundreds of times: `vault.mjs`, a process that is
 * spoken to, and `station.mjs`, the station itself, for one that speaks to itself. Like the tests themselves it has the remembered Argon2id.
 * `remove` takes its folder away.
 */
export const bundledVault = async (): Promise<{ program: string; station: string; remove(): void }> => {
  const folder = join(root, 'out', `killed-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  const remembered = { argon2: join(root, 'test/support/remembered-argon2.ts') }
  await bundle(folder, 'tools/hosts/vault-child.ts', 'vault.mjs', remembered)
  await bundle(folder, 'tools/hosts/open-station.ts', 'station.mjs', remembered)
  await bundle(folder, 'electron/vault/backup/worker.ts', 'vault-worker.mjs')
  await bundle(folder, 'electron/vault/archive/worker.ts', 'archive-worker.mjs')
  await bundle(folder, 'electron/vault/exporting/worker.ts', 'export-worker.mjs')
  await bundle(folder, 'electron/vault/importing/worker.ts', 'import-worker.mjs')
  cpSync(join(root, 'electron/vault/storage/migrations'), join(folder, 'migrations'), { recursive: true })
  return { program: join(folder, 'vault.mjs'), station: join(folder, 'station.mjs'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}
