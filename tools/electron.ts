/** Where Electron's binary is, if it is here or can be had. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const packageFolder = resolve(import.meta.dirname, '../node_modules/electron')
const tried = resolve(import.meta.dirname, '../node_modules/.electron-tried')

const executableName = (): string => {
  const told = join(packageFolder, 'path.txt')
  if (existsSync(told)) return readFileSync(told, 'utf8').trim()
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

/** The version of Electron that this project is built on. */
export const electronVersion = (): string => (JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }).version

/** The folder that holds Electron's binary: `ELECTRON_OVERRIDE_DIST_PATH` or the package's own `dist`; null when it is not here. */
export const electronFolder = (): string | null => {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(packageFolder, 'dist')
  return existsSync(join(folder, executableName())) ? folder : null
}

/** The path of Electron's binary, or null. */
export const electronBinary = (): string | null => {
  const folder = electronFolder()
  return folder === null ? null : join(folder, executableName())
}

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)

/** Why the real Electron cannot be tested here, or an empty text. */
export const whyNoElectron = (): string => {
  if (electronBinary() === null) return 'skipped: no Electron binary'
  if (process.getuid?.() === 0) return 'skipped: root (neither Electron’s sandbox nor 密卷 runs as root)'
  return hasDisplay ? '' : 'skipped: no display'
}

/**
 * Lets the package's own install script fetch the binary, once: where it could not be had, later starts do not wait for it again. Whoever names
 * a folder with `ELECTRON_OVERRIDE_DIST_PATH` means that folder.
 */
export const tryToGetElectron = (): string | null => {
  const present = electronBinary()
  if (present !== null || process.env.ELECTRON_OVERRIDE_DIST_PATH || existsSync(tried)) return present
  process.stderr.write('set-up: asking for the Electron binary\n')
  spawnSync(process.execPath, [join(packageFolder, 'install.js')], { stdio: 'ignore', timeout: 60_000 })
  if (electronBinary() === null) writeFileSync(tried, 'Electron’s binary could not be had when this was written; delete this file to try again.\n')
  return electronBinary()
}
