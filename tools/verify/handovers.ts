import type Database from 'better-sqlite3'
import { checkStep, type Signed } from './said-by.ts'

const HANDOVER = `SELECT 'handover ' || h.id || '（' || h.number || '）' AS place FROM handover h`

/** What must always be true of lists of 离岗移交; each query gives the rows that break it (F1(8)). */
export const handoverInvariants: readonly { what: string; why: string; sql: string }[] = [
  {
    what: '移交',
    why: '状态与签名不一致：监交已签须有监交签名，完成须有移交、接收、监交三人签名（F1(8)）',
    sql: `${HANDOVER} WHERE (h.supervise_signature IS NULL) <> (h.supervised_by IS NULL)
      OR (h.state IN ('supervised','done') AND h.supervise_signature IS NULL) OR (h.state IN ('listed','checked') AND h.supervise_signature IS NOT NULL)
      OR (h.state = 'done') <> (h.give_signature IS NOT NULL) OR (h.state = 'done') <> (h.take_signature IS NOT NULL)
      OR (h.state = 'done') <> (h.received_by IS NOT NULL) OR (h.state IN ('done','cancelled')) <> (h.closed_at IS NOT NULL)
      OR (h.state = 'cancelled') <> (h.void_reason IS NOT NULL) OR (h.kept IS NOT NULL AND h.state <> 'done')`,
  },
  {
    what: '移交',
    why: '清单上还有没有核对的份，却已签字（F1(8)）',
    sql: `${HANDOVER} WHERE h.state IN ('checked','supervised','done') AND EXISTS (SELECT 1 FROM handover_item i WHERE i.handover = h.id AND i.found_at IS NULL)`,
  },
  {
    what: '移交',
    why: '同一人有两份未办完的清单（F1(8)）',
    sql: `${HANDOVER} WHERE h.state IN ('listed','checked','supervised') AND EXISTS (SELECT 1 FROM handover o WHERE o.person = h.person AND o.id < h.id
      AND o.state IN ('listed','checked','supervised'))`,
  },
]

type Handover = {
  id: number
  number: string
  person: number
  supervised_by: number | null
  supervise_signature: number | null
  received_by: number | null
  give_signature: number | null
  take_signature: number | null
  kept: number | null
}

/** Three people signed for the very numbers of the list: who leaves, who receives, and a leader who is neither (F1(8)). */
export const checkHandovers = (database: Database.Database, means: Signed): void => {
  const numbersOf = database
    .prepare('SELECT copy.number FROM handover_item i JOIN copy ON copy.id = i.copy WHERE i.handover = ? ORDER BY copy.id')
    .pluck()
  const stoodOn = new Set<number | null>()
  for (const row of database.prepare('SELECT * FROM handover ORDER BY id').all() as Handover[]) {
    const where = `handover ${row.id}（${row.number}）`
    const listed = { handover: row.number, leaving: row.person, numbers: numbersOf.all(row.id) as string[] }
    const steps = [
      {
        step: '监交',
        signature: row.supervise_signature,
        said: listed,
        by: row.supervised_by,
        duty: ['deputyLeader', 'officeHead'],
        never: [row.person, row.received_by],
      },
      { step: '移交', signature: row.give_signature, said: { ...listed, kept: row.kept }, by: row.person, duty: null, never: [] },
      {
        step: '接收',
        signature: row.take_signature,
        said: { ...listed, kept: row.kept },
        by: row.received_by,
        duty: ['officer'],
        never: [row.person],
      },
    ]
    for (const step of steps) {
      checkStep(means, where, { ...step, neverSaid: '兼作了移交、接收、监交中的另一方' })
      stoodOn.add(step.signature)
    }
  }
  for (const [id, { purpose }] of means.held)
    if (purpose.startsWith('handover.') && !stoodOn.has(id)) means.findings.breaks('签名', `signature ${id}`, '没有一行以它为据，所据的一行被去掉了')
}
