import type Database from 'better-sqlite3'
import { checkStep, type Signed } from './said-by.ts'

const EXPORT = `SELECT 'export ' || e.id || '（' || e.number || '）' AS place FROM export e`
/** The entry of an act about this export alone. */
const entryOf = (call: string) => `SELECT 1 FROM audit_entry a WHERE a.call = '${call}' AND a.outcome = 'done' AND a.object = e.number`

/** What must always be true of exports; each query gives the rows that break it (F1(5)b, 审计). */
export const exportInvariants: readonly { what: string; why: string; sql: string }[] = [
  {
    what: '导出',
    why: '超过免批行数的导出没有分管领导批准（F1(5)a）',
    sql: `${EXPORT} WHERE (e.rows > e.free AND e.approve_signature IS NULL) OR (e.approved_by IS NULL) <> (e.approve_signature IS NULL)`,
  },
  {
    what: '导出',
    why: '导出或生成文件没有审计记录',
    sql: `${EXPORT} WHERE NOT EXISTS (${entryOf('export.list')}) OR (e.made_at IS NOT NULL AND NOT EXISTS (${entryOf('shell.exported')}))`,
  },
  {
    what: '导出',
    why: '审计记录里的导出在导出登记簿上没有',
    sql: `SELECT '第 ' || a.seq || ' 条（' || a.object || '）' AS place FROM audit_entry a WHERE a.call = 'export.list' AND a.outcome = 'done'
      AND NOT EXISTS (SELECT 1 FROM export e WHERE e.number = a.object)`,
  },
]

type Export = {
  id: number
  number: string
  list: string
  filter: string
  by_person: number
  approved_by: number | null
  approve_signature: number | null
}

/** A leader who is not who exports signed for this very list and filter, and no such signature has lost its row (F1(5)a). */
export const checkExports = (database: Database.Database, means: Signed): void => {
  const stoodOn = new Set<number | null>()
  for (const row of database.prepare('SELECT * FROM export ORDER BY id').all() as Export[]) {
    stoodOn.add(row.approve_signature)
    checkStep(means, `export ${row.id}（${row.number}）`, {
      step: '批准导出',
      signature: row.approve_signature,
      said: { export: row.number, list: row.list, filter: JSON.parse(row.filter), asking: row.by_person },
      by: row.approved_by,
      duty: ['deputyLeader'],
      never: [row.by_person],
      neverSaid: '批准了本人的导出',
    })
  }
  for (const [id, { record }] of means.held)
    if (record.export !== undefined && !stoodOn.has(id)) means.findings.breaks('签名', `signature ${id}`, '没有一行以它为据，所据的一行被去掉了')
}
