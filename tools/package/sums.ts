import { createHash } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Lists artefacts with their SHA-256 in `SHA256SUMS` beside them, in the form that `sha256sum -c` checks. Gives how many. */
export const writeSums = (folder: string, artefacts: readonly string[]): number => {
  const files = [...new Set(artefacts)].filter((path) => statSync(path).isFile()).sort()
  const lines = files.map((path) => `${createHash('sha256').update(readFileSync(path)).digest('hex')}  ${relative(folder, path)}\n`)
  writeFileSync(join(folder, 'SHA256SUMS'), lines.join(''))
  return files.length
}
