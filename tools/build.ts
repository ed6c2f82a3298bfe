/** Builds what runs in the windows: the screen, and the three bundles of the Electron app. Does nothing when no source changed. */
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { build as vite, type InlineConfig } from 'vite'

const root = resolve(import.meta.dirname, '..')
const out = join(root, 'out')
export const screenFolder = join(out, 'screen')

const SCREEN_SOURCES = ['renderer', 'contract', 'vite.config.ts', 'package-lock.json']
const APP_SOURCES = ['electron', 'contract', 'tools/build.ts', 'package-lock.json']

const filesOf = (path: string): string[] => {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** One digest over all files of these sources, by their place in the project. */
export const digestOf = (sources: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => filesOf(join(root, source)))) {
    hash.update(relative(root, file).split(sep).join('/')).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/** Runs `make` for those who will use what it makes, whatever runs it: under a test runner React would come with what its own developers need, and slow. */
const forUse = async (make: () => Promise<void>): Promise<void> => {
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  try {
    await make()
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = NODE_ENV
  }
}

/** Runs `make` unless the stamp says these very sources were built already. Gives whether it ran. */
const whenChanged = async (name: string, sources: readonly string[], product: string, make: () => Promise<void>): Promise<boolean> => {
  const stamp = join(out, `.${name}-stamp`)
  const digest = digestOf(sources)
  if (existsSync(product) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return false
  mkdirSync(out, { recursive: true })
  await forUse(make)
  writeFileSync(stamp, digest)
  return true
}

const replaceFolder = (fresh: string, place: string) => {
  const old = `${fresh}-old`
  if (existsSync(place)) renameSync(place, old)
  renameSync(fresh, place)
  rmSync(old, { recursive: true, force: true })
}

/** Builds the screen into out/screen, in a folder beside it first so that nobody meets half a build. */
export const buildScreen = (): Promise<boolean> =>
  whenChanged('screen', SCREEN_SOURCES, join(screenFolder, 'index.html'), async () => {
    const fresh = join(out, `screen-${process.pid}`)
    await vite({
      configFile: join(root, 'vite.config.ts'),
      root: join(root, 'renderer'),
      logLevel: 'warn',
      // The licences of what is bundled go with it.
      build: { outDir: fresh, emptyOutDir: true, license: { fileName: 'licences.txt' } },
    })
    replaceFolder(fresh, screenFolder)
  })

const NATIVE = ['electron', 'better-sqlite3', 'argon2']

/** Everything of an entry in one file, but what is native. `licences`: the file that the licences of what is bundled go into. */
export const bundle = (outDir: string, entry: string, file: string, format: 'cjs' | 'es', licences?: string): InlineConfig => ({
  configFile: false,
  root,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true, external: NATIVE },
  build: {
    ssr: join(root, entry),
    outDir,
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    ...(licences ? { license: { fileName: licences } } : {}),
    // Without a word of where each part lay: the same sources give the same bytes at any place.
    rolldownOptions: { external: NATIVE, experimental: { attachDebugInfo: 'none' }, output: { format, entryFileNames: file, codeSplitting: false } },
  },
})

/** Bundles the shell, its preload (one file: the sandbox allows no require) and the vault, beside their place first. Native modules stay outside. */
export const buildApp = (): Promise<boolean> =>
  whenChanged('app', APP_SOURCES, join(out, 'main.cjs'), async () => {
    const fresh = join(out, `app-${process.pid}`)
    await vite(bundle(fresh, 'electron/main.ts', 'main.cjs', 'cjs'))
    await vite(bundle(fresh, 'electron/preload.ts', 'preload.cjs', 'cjs'))
    await vite(bundle(fresh, 'electron/vault/electron.ts', 'vault.mjs', 'es', 'vault-licences.txt'))
    await vite(bundle(fresh, 'electron/vault/backup/worker.ts', 'vault-worker.mjs', 'es'))
    await vite(bundle(fresh, 'electron/vault/archive/worker.ts', 'archive-worker.mjs', 'es'))
    await vite(bundle(fresh, 'electron/vault/exporting/worker.ts', 'export-worker.mjs', 'es', 'export-licences.txt'))
    await vite(bundle(fresh, 'electron/vault/importing/worker.ts', 'import-worker.mjs', 'es', 'import-licences.txt'))
    cpSync(join(root, 'electron/vault/storage/migrations'), join(fresh, 'migrations'), { recursive: true })
    replaceFolder(join(fresh, 'migrations'), join(out, 'migrations'))
    for (const file of [
      'main.cjs',
      'preload.cjs',
      'vault.mjs',
      'vault-licences.txt',
      'vault-worker.mjs',
      'archive-worker.mjs',
      'export-worker.mjs',
      'export-licences.txt',
      'import-worker.mjs',
      'import-licences.txt',
    ])
      renameSync(join(fresh, file), join(out, file))
    rmSync(fresh, { recursive: true })
  })

if (import.meta.main) {
  const started = performance.now()
  const screen = await buildScreen()
  const app = existsSync(join(root, 'electron/main.ts')) && (await buildApp())
  const said = (ran: boolean) => (ran ? 'built' : 'unchanged')
  console.log(`screen ${said(screen)}, app ${said(app)} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}
