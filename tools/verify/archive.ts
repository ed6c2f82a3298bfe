import type Database from 'better-sqlite3'
import { loadArchive, type Manifest, readManifest } from './archive-files.ts'
import { beginVerdict, CannotOpen, type Findings, type Verdict } from './report.ts'
import { emptyDatabase } from './vault.ts'
import { checkAll, readOutside } from './verify.ts'

/** The manifest says what the record in the files says. */
const checkManifest = ({ entries, root, head }: Manifest, found: Verdict['head'], findings: Findings) => {
  if (!found) return
  const breaks = (why: string) => findings.breaks('总目', 'manifest.json', why)
  if (entries !== found.size) breaks(`列审计记录 ${entries} 条，实有 ${found.size} 条`)
  else if (root !== found.root) breaks('所列的根与记录的不同')
  else if (head !== found.head) breaks('所列的末条摘要与记录的不同')
}

const LEVELS = ['internal', 'secret', 'confidential', 'topSecret']

/** The folder bears the highest level that any row names: whoever keeps it goes by that. */
const checkLevel = (database: Database.Database, { level }: Manifest, findings: Findings) => {
  const tables = database
    .prepare(
      "SELECT t.name FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c WHERE t.type = 'table' AND c.name = 'level' AND t.name <> 'office'",
    )
    .pluck()
    .all() as string[]
  const named = tables.flatMap((table) => database.prepare(`SELECT DISTINCT level FROM "${table}"`).pluck().all() as (string | null)[])
  const highest = LEVELS.findLast((one) => named.includes(one)) ?? 'internal'
  if (level !== highest) findings.breaks('总目', 'manifest.json', '所列的密级不是各行中的最高密级')
}

/**
 * Checks an export of the whole, without any password: each file against its sum, then all that is checked of a vault, on the lines themselves,
 * and the manifest. `checkpoint`: one that is kept outside.
 */
export const verifyArchive = ({ dir, checkpoint }: { dir: string; checkpoint?: string }): Verdict => {
  const { verdict, findings } = beginVerdict()
  try {
    const outside = readOutside(checkpoint)
    const manifest = readManifest(dir)
    verdict.vault = manifest.vault
    const { database, remove } = emptyDatabase()
    try {
      loadArchive(database, dir, manifest, findings)
      const of = database.prepare('SELECT vault, unit FROM office WHERE id = 1').get() as { vault: string; unit: string } | undefined
      if (of?.vault !== manifest.vault || of.unit !== manifest.unit) findings.breaks('总目', 'manifest.json', '所列的库号、单位与 office 的不同')
      verdict.head = checkAll(database, { vault: manifest.vault, folder: null }, outside, findings)
      checkManifest(manifest, verdict.head, findings)
      checkLevel(database, manifest, findings)
    } finally {
      remove()
    }
    verdict.ok = verdict.broken.length === 0
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error
    verdict.unopened = error.unopened
  }
  return verdict
}
