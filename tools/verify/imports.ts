import type Database from 'better-sqlite3'
import { canonicalJson, sha256 } from './canonical.ts'
import { checkStep, type Signed } from './said-by.ts'

const IMPORT = `SELECT 'import ' || i.id || '（' || i.number || '）' AS place FROM import i`
const DOCUMENT = `SELECT 'document ' || d.id || '（' || d.number || '）' AS place FROM document d LEFT JOIN import_document m ON m.document = d.id`

/** What must always be true of what was entered from old ledgers; each query gives the rows that break it (F1(1)b). */
export const importInvariants: readonly { what: string; why: string; sql: string }[] = [
  {
    what: '旧账导入',
    why: '文件数、份数与所登记的不一致，或没有审计记录',
    sql: `${IMPORT} WHERE i.documents <> (SELECT count(*) FROM import_document m WHERE m.import = i.id)
      OR i.copies <> (SELECT count(*) FROM import_document m JOIN copy c ON c.document = m.document AND c.kind = 'original' WHERE m.import = i.id)
      OR NOT EXISTS (SELECT 1 FROM audit_entry a WHERE a.call = 'importing.commit' AND a.outcome = 'done' AND a.object = i.number)`,
  },
  {
    what: '旧账导入',
    why: '所登记的行数与各文件所据的行不一致，或同一行登记了两次',
    sql: `${IMPORT} WHERE i.entered <> (SELECT count(DISTINCT n.value) FROM import_document m JOIN json_each(m.lines) n WHERE m.import = i.id)
      OR i.entered <> (SELECT count(*) FROM import_document m JOIN json_each(m.lines) n WHERE m.import = i.id)`,
  },
  {
    what: '文件',
    why: '补录的编号没有所据的旧账导入，或导入的文件没有补录的编号、不在该次导入的补封内（F1(1)b）',
    sql: `${DOCUMENT} LEFT JOIN import i ON i.id = m.import LEFT JOIN envelope e ON e.id = d.envelope
      WHERE (m.id IS NOT NULL) <> (d.number GLOB '[密内]补*') OR (m.id IS NOT NULL) <> coalesce(e.number GLOB '补封*', 0) OR e.envelope_no <> i.number`,
  },
]

type Import = {
  id: number
  number: string
  digest: string
  papers: string
  rows: number
  entered: number
  known: number
  gone: number
  faulty: number
  documents: number
  copies: number
  by_person: number
  signature: number
}
type Line = { number: string; mark: string; receivedAt: string; copies: string; copyNos: string }

const LINES = `SELECT d.number, p.mark, e.received_at AS receivedAt,
  (SELECT json_group_array(number) FROM (SELECT number FROM copy c WHERE c.document = d.id AND c.kind = 'original' ORDER BY id)) AS copies,
  (SELECT json_group_array(copy_no) FROM (SELECT copy_no FROM copy c WHERE c.document = d.id AND c.kind = 'original' AND copy_no IS NOT NULL ORDER BY id)) AS copyNos
  FROM import_document m JOIN document d ON d.id = m.document JOIN particulars p ON p.document = d.id AND p.version = 1 JOIN envelope e ON e.id = d.envelope
  WHERE m.import = ? ORDER BY d.id`

/** The papers of an import as they were signed: a line for each. */
const papersOf = (database: Database.Database, id: number): string => {
  const lines = (database.prepare(LINES).all(id) as Line[]).map(({ copies, copyNos, ...line }) =>
    canonicalJson({ ...line, copies: JSON.parse(copies), copyNos: JSON.parse(copyNos) }),
  )
  return sha256(Buffer.from(lines.join('\n'))).toString('hex')
}

/** A 保密员 signed for each import: for its source and its counts, and for every number, mark and day that it brought (F1(1)a, F1(1)b). */
export const checkImports = (database: Database.Database, means: Signed): void => {
  for (const row of database.prepare('SELECT * FROM import ORDER BY id').all() as Import[]) {
    const where = `import ${row.id}（${row.number}）`
    const { rows, entered, known, gone, faulty, documents, copies } = row
    if (papersOf(database, row.id) !== row.papers) means.findings.breaks('旧账导入', where, '所登记的编号、份号、密级或日期与所签的不同')
    checkStep(means, where, {
      step: '导入旧账',
      signature: row.signature,
      said: { import: row.number, source: row.digest, papers: row.papers, rows, entered, known, gone, faulty, documents, copies },
      by: row.by_person,
      duty: ['officer'],
      never: [],
      neverSaid: '',
    })
  }
}
