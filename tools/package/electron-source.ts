import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { electronFolder, electronVersion, tryToGetElectron } from '../electron.ts'
import { type Arch, type Order, type Platform, root } from './configuration.ts'

const ELF: Record<number, Arch> = { 62: 'x64', 183: 'arm64' }
const PE: Record<number, Arch> = { 34404: 'x64', 43620: 'arm64' }

/** For which system and processor a program was made, told from its first bytes; null for what is neither Linux nor Windows. */
export const madeFor = (program: string): { platform: Platform; arch: Arch } | null => {
  const head = Buffer.alloc(4096)
  const file = openSync(program, 'r')
  readSync(file, head, 0, head.length, 0)
  closeSync(file)
  if (head.toString('latin1', 0, 4) === '\x7fELF') {
    const arch = ELF[head.readUInt16LE(18)]
    return arch ? { platform: 'linux', arch } : null
  }
  if (head.toString('latin1', 0, 2) !== 'MZ') return null
  const at = head.readUInt32LE(60)
  const arch = at + 6 <= head.length && head.toString('latin1', at, at + 4) === 'PE\0\0' ? PE[head.readUInt16LE(at + 4)] : undefined
  return arch ? { platform: 'win32', arch } : null
}

/** The name of Electron's own archive for a system. */
export const archiveName = ({ platform, arch }: Pick<Order, 'platform' | 'arch'>): string => `electron-v${electronVersion()}-${platform}-${arch}.zip`

/** An archive is used only when it is the one that Electron's makers published: their package lists the digests. */
const checkedArchive = (path: string, name: string): string => {
  const published = JSON.parse(readFileSync(join(root, 'node_modules/electron/checksums.json'), 'utf8')) as Record<string, string>
  if (createHash('sha256').update(readFileSync(path)).digest('hex') !== published[name])
    throw new Error(`${name} is not the archive that was published`)
  return path
}

/**
 * Where the Electron for an order is: an archive in the folder that `ELECTRON_OVERRIDE_DIST_PATH` names, or an unpacked Electron (there, or in the
 * electron package) that was made for that system and processor. Null when it is not here. Throws on an archive that was altered.
 */
export const electronFor = (order: Order): string | null => {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const archive = named ? join(named, archiveName(order)) : null
  if (archive !== null && existsSync(archive)) return checkedArchive(archive, archiveName(order))
  const binary = tryToGetElectron()
  const made = binary === null ? null : madeFor(binary)
  return made?.platform === order.platform && made.arch === order.arch ? electronFolder() : null
}
