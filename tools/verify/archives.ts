import type Database from 'better-sqlite3'
import { checkStep, type Signed } from './said-by.ts'

const ARCHIVE = `SELECT 'archive ' || w.id || '（' || w.number || '）' AS place FROM archive w`
/** The entry of an act about this export alone. */
const entryOf = (call: string) => `SELECT 1 FROM audit_entry a WHERE a.call = '${call}' AND a.outcome = 'done' AND a.object = w.number`

/** What must always be true of exports of the whole; each query gives the rows that break it (F1(5)a, 审计). */
export const archiveInvariants: readonly { what: string; why: string; sql: string }[] = [
  {
    what: '整库导出',
    why: '整库导出没有审计记录',
    sql: `${ARCHIVE} WHERE NOT EXISTS (${entryOf('archive.begin')}) OR (w.outcome = 'good' AND NOT EXISTS (${entryOf('shell.archive')}))
      OR (w.outcome <> 'good' AND NOT EXISTS (${entryOf('shell.archiveUndone')}))`,
  },
  {
    what: '整库导出',
    why: '审计记录里的整库导出没有登记',
    sql: `SELECT '第 ' || a.seq || ' 条（' || a.object || '）' AS place FROM audit_entry a WHERE a.call = 'archive.begin' AND a.outcome = 'done'
      AND NOT EXISTS (SELECT 1 FROM archive w WHERE w.number = a.object)`,
  },
  {
    what: '整库导出',
    why: '所记的记录条数多于现有的记录',
    sql: `${ARCHIVE} WHERE w.size > (SELECT count(*) FROM audit_entry)`,
  },
]

type Archive = { id: number; number: string; by_person: number; approved_by: number; approve_signature: number }

/** A leader who is not who exports signed for each, and no such signature has lost its row (F1(5)a). */
export const checkArchives = (database: Database.Database, means: Signed): void => {
  const stoodOn = new Set<number>()
  for (const row of database.prepare('SELECT * FROM archive ORDER BY id').all() as Archive[]) {
    stoodOn.add(row.approve_signature)
    checkStep(means, `archive ${row.id}（${row.number}）`, {
      step: '批准整库导出',
      signature: row.approve_signature,
      said: { archive: row.number, asking: row.by_person },
      by: row.approved_by,
      duty: ['deputyLeader'],
      never: [row.by_person],
      neverSaid: '批准了本人的整库导出',
    })
  }
  for (const [id, { record }] of means.held)
    if (record.archive !== undefined && !stoodOn.has(id)) means.findings.breaks('签名', `signature ${id}`, '没有一行以它为据，所据的一行被去掉了')
}
