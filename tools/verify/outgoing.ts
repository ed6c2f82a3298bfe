import type Database from 'better-sqlite3'
import { sha256 } from './canonical.ts'
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
  document: number
  documentNumber: string
  title: string
  symbol: string | null
  level: string
  mark: string
  made_on: string
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

/** Words stand in what was signed as their digest alone. */
const digestOf = (words: string) => sha256(Buffer.from(words)).toString('base64')

const LEVELS = ['internal', 'secret', 'confidential', 'topSecret']
type Version = { id: number; level: string; declassified: number }

/** 同等密级 as the parent was registered when this was signed, by the order of the record (F1(3)b). */
const isBelowParent = ({ orders }: Signed, parent: readonly Version[], level: string, signature: number | null): boolean => {
  const signed = orders.signature.get(signature ?? 0)?.made ?? 0
  const then = parent.filter(({ id }) => (orders.particulars.get(id)?.made ?? 0) < signed).at(-1)
  return then !== undefined && then.declassified === 0 && LEVELS.indexOf(level) < LEVELS.indexOf(then.level)
}

/** What goes out says what was signed: approved by a 分管领导 who neither made it nor keyed it in, sent and receipted by a 保密员 (F1(3)b). */
export const checkOutgoing = (database: Database.Database, means: Signed): void => {
  const stoodOn = new Set<number | null>()
  const rows = database.prepare('SELECT o.*, d.number AS documentNumber FROM outgoing o LEFT JOIN document d ON d.id = o.document ORDER BY o.id')
  const versionsOf = database.prepare('SELECT id, level, declassified FROM particulars WHERE document = ? ORDER BY version')
  for (const row of rows.all() as Outgoing[]) {
    const where = `outgoing ${row.id}（${row.number}）`
    const { number: outgoing, documentNumber: document, symbol, level, mark, made_on: madeOn, addressee, copies, maker } = row
    const facts = { outgoing, document, what: digestOf(row.title), symbol, level, mark, madeOn, addressee, copies, maker }
    const sent = { route: row.route, carriers: JSON.parse(row.carriers ?? '[]') as number[], waybill: row.waybill, sentAt: row.sent_at }
    const parent = versionsOf.all(row.document) as Version[]
    const none = { never: [], neverSaid: '' }
    const steps = [
      {
        step: '审批',
        signature: row.signature,
        said: {
          ...facts,
          decision: row.state === 'rejected' ? 'rejected' : 'approved',
          opinion: row.opinion === null ? null : digestOf(row.opinion),
        },
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
      const goes = step.step === '审批' ? row.state !== 'rejected' : step.step === '发出'
      if (goes && isBelowParent(means, parent, level, step.signature))
        means.findings.breaks('密件发文', where, `${step.step}时密级低于来文当时的密级（F1(3)b 同等密级）`)
      stoodOn.add(step.signature)
    }
  }
  for (const [id, { purpose }] of means.held)
    if (purpose.startsWith('outgoing.') && !stoodOn.has(id)) means.findings.breaks('签名', `signature ${id}`, '没有一行以它为据，所据的一行被去掉了')
}
