import type Database from 'better-sqlite3'
import { checkStep, type Signed } from './said-by.ts'

const PRINT = `SELECT 'list_print ' || l.id || '（' || p.number || '）' AS place FROM list_print l JOIN print p ON p.id = l.print`

/** What must always be true of lists on paper; each query gives the rows that break it (F1(5)a, 审计). */
export const listPrintInvariants: readonly { what: string; why: string; sql: string }[] = [
  {
    what: '打印清单',
    why: '超过免批行数的打印没有分管领导批准（F1(5)a）',
    sql: `${PRINT} WHERE (l.rows > l.free AND l.approve_signature IS NULL) OR (l.approved_by IS NULL) <> (l.approve_signature IS NULL)`,
  },
  {
    what: '打印清单',
    why: '打印登记里的清单没有登记条件和行数',
    sql: `SELECT 'print ' || p.id || '（' || p.number || '）' AS place FROM print p WHERE (p.form = 'list') <> EXISTS (SELECT 1 FROM list_print l WHERE l.print = p.id)`,
  },
]

type ListPrint = {
  id: number
  number: string
  list: string
  filter: string
  by_person: number
  approved_by: number | null
  approve_signature: number | null
}

/** A leader who is not who prints signed for this very list and filter, and no such signature has lost its row (F1(5)a). */
export const checkListPrints = (database: Database.Database, means: Signed): void => {
  const stoodOn = new Set<number | null>()
  for (const row of database
    .prepare('SELECT l.*, p.number, p.by_person FROM list_print l JOIN print p ON p.id = l.print ORDER BY l.id')
    .all() as ListPrint[]) {
    stoodOn.add(row.approve_signature)
    checkStep(means, `list_print ${row.id}（${row.number}）`, {
      step: '批准打印清单',
      signature: row.approve_signature,
      said: { print: row.number, list: row.list, filter: JSON.parse(row.filter), asking: row.by_person },
      by: row.approved_by,
      duty: ['deputyLeader'],
      never: [row.by_person],
      neverSaid: '批准了本人的打印',
    })
  }
  for (const [id, { record }] of means.held)
    if (record.print !== undefined && !stoodOn.has(id)) means.findings.breaks('签名', `signature ${id}`, '没有一行以它为据，所据的一行被去掉了')
}
