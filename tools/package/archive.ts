import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { listPackage } from '@electron/asar'

/** What the bundles load from outside themselves, and what those load in turn. A package collector that overlooks one would ship a vault that cannot start. */
const LOADED = ['argon2/argon2.cjs', '@phc/format/index.js', 'node-gyp-build/index.js', 'better-sqlite3/lib/index.js']

/** The paths inside an archive, as `/out/main.cjs`. */
export const archivePaths = (archive: string): string[] => listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'))

/** What is wrong with a packed archive: a module that is missing, native builds that are not one each or do not lie outside it. */
export const archiveProblems = (paths: readonly string[], outside: (path: string) => boolean): string[] => {
  const missing = LOADED.map((file) => `/node_modules/${file}`).filter((path) => !paths.includes(path))
  const native = paths.filter((path) => path.endsWith('.node'))
  const counted = ['argon2', 'better-sqlite3'].filter((name) => native.filter((path) => path.startsWith(`/node_modules/${name}/`)).length !== 1)
  return [
    ...missing.map((path) => `${path} is missing`),
    ...counted.map((name) => `${name} has not one native build`),
    ...native.filter((path) => !outside(path)).map((path) => `${path} is not outside the archive`),
  ]
}

/** Holds the archive of a packed folder against what the vault needs. */
export const packedProblems = (resources: string): string[] => {
  const archive = join(resources, 'app.asar')
  return archiveProblems(archivePaths(archive), (path) => existsSync(join(`${archive}.unpacked`, path)))
}
