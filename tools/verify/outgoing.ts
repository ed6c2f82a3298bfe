import type Database from 'better-sqlite3'
import { checkStep, type Signed } from './said-by.ts'

const OUTGOING = `SELECT 'outgoing ' || o.id || '（' || o.number || '）' AS place FROM outgoing o`
const rank = (level: string) => `CASE ${level} WHEN 'topSecret' THEN 3 WHEN 'confidential' THEN 2 WHEN 'secret' THEN 1 ELSE 0 END`

/** What must always be true of what goes out; each query gives the rows that break it (F1(3)b). */
export const outgoingInvariants: readonly { what: string; why: string; sql: string }[] = [
  {
    what: '密件发文',
    why: '状态与签名不一致：批准须有审批，发出须有发出签名和方式，回执须有登记签名（F1(3)b）',
    sql: `${OUTGOING} WHERE (o.signature IS NULL) <> (o.decided_by IS NULL) OR (o.state IN ('approved','rejected','sent','receipted') AND o.signature IS NULL)
      OR (o.state = 'drafted' AND o.signature IS NOT NULL) OR (o.state IN ('sent','receipted')) <> (o.send_signature IS NOT NULL)
      OR (o.send_signature IS NULL) <> (o.sent_at IS NULL) OR (o.send_signature IS NULL) <> (o.route IS NULL)
      OR (o.state = 'receipted') <> (o.receipt_signature IS NOT NULL) OR (o.receipt_signature IS NULL) <> (o.received_on IS NULL)
      OR (o.state = 'cancelled') <> (o.void_reason IS NOT NULL) OR (o.state IN ('receipted','cancelled')) <> (o.closed_at IS NOT NULL)`,
  },
  {
    what: '密件发文',
    why: '密级低于来文历来的密级（F1(3)b 同等密级）',
    sql: `${OUTGOING} WHERE NOT EXISTS (SELECT 1 FROM particulars p WHERE p.document = o.document
      AND (p.declassified = 1 OR ${rank('p.level')} <= ${rank('o.level')}))`,
  },
  {
    what: '密件发文',
    why: '专人送达没有递送人，或绝密件少于两人（实施条例27）',
    sql: `${OUTGOING} WHERE o.route = 'person' AND (SELECT count(DISTINCT value) FROM json_each(o.carriers)) < CASE o.level WHEN 'topSecret' THEN 2 ELSE 1 END`,
  },
]

type Outgoing = {
  id: number
  number: string
  documentNumber: string
  mark: string
  addressee: string
  copies: number
  maker: number
  entered_by: number
  state: string
  decided_by: number | null
  opinion: string | null
  signature: number | null
  route: string | null
  carriers: string | null
  waybill: string | null
  sent_at: string | null
  sent_by: number | null
  send_signature: number | null
  receipt: string | null
  received_on: string | null
  receipt_by: number | null
  receipt_signature: number | null
}

/** What goes out says what was signed: approved by a 分管领导 who neither made it nor keyed it in, sent and receipted by a 保密员 (F1(3)b). */
export const checkOutgoing = (database: Database.Database, means: Signed): void => {
  const stoodOn = new Set<number | null>()
  const rows = database.prepare('SELECT o.*, d.number AS documentNumber FROM outgoing o LEFT JOIN document d ON d.id = o.document ORDER BY o.id')
  for (const row of rows.all() as Outgoing[]) {
    const where = `outgoing ${row.id}（${row.number}）`
    const { number: outgoing, documentNumber: document, mark, addressee, copies, maker } = row
    const facts = { outgoing, document, mark, addressee, copies, maker }
    const sent = { route: row.route, carriers: JSON.parse(row.carriers ?? '[]') as number[], waybill: row.waybill, sentAt: row.sent_at }
    const none = { never: [], neverSaid: '' }
    const steps = [
      {
        step: '审批',
        signature: row.signature,
        said: { ...facts, decision: row.state === 'rejected' ? 'rejected' : 'approved', opinion: row.opinion },
        by: row.decided_by,
        duty: ['deputyLeader'],
        never: [row.maker, row.entered_by],
        neverSaid: '是承办人或代录人',
      },
      { step: '发出', signature: row.send_signature, said: { ...facts, ...sent }, by: row.sent_by, duty: ['officer'], ...none },
      {
        step: '回执',
        signature: row.receipt_signature,
        said: { ...facts, receipt: row.receipt, receivedOn: row.received_on },
        by: row.receipt_by,
        duty: ['officer'],
        ...none,
      },
    ]
    for (const step of steps) {
      checkStep(means, where, step)
      stoodOn.add(step.signature)
    }
  }
  for (const [id, { purpose }] of means.held)
    if (purpose.startsWith('outgoing.') && !stoodOn.has(id)) means.findings.breaks('签名', `signature ${id}`, '没有一行以它为据，所据的一行被去掉了')
}
