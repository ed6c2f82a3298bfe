import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './configuration.ts'

/**
 * Writes what the program is made of, as CycloneDX: every package of package-lock.json with its version, licence and hash, those that only build
 * and test it marked as such. npm reads the lock file alone; nothing is asked of the network. Gives how many packages are listed.
 */
export const writeSbom = (folder: string): number => {
  const order = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--offline']
  const npm = process.env.npm_execpath
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const
  const { status, stdout, stderr } = npm ? spawnSync(process.execPath, [npm, ...order], options) : spawnSync('npm', order, options)
  if (status !== 0) throw new Error(`npm sbom: ${stderr ?? ''}`)
  writeFileSync(join(folder, 'sbom.cdx.json'), stdout)
  return (JSON.parse(stdout) as { components: unknown[] }).components.length
}
