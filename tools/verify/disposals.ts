import type Database from 'better-sqlite3'
import { sha256 } from './canonical.ts'
import { checkStep, type Signed } from './said-by.ts'

const HOLD = `SELECT 'hold ' || h.id || '（' || c.number || '）' AS place FROM hold h JOIN copy c ON c.id = h.copy`
const COPY = `SELECT 'copy ' || c.id || '（' || c.number || '）' AS place FROM copy c`
const LIST = `SELECT 'return_list ' || l.id || '（' || l.number || '）' AS place FROM return_list l`
const MEDIUM = `SELECT 'medium ' || m.id || '（' || m.number || '）' AS place FROM medium m`
const BATCH = `SELECT 'destruction ' || d.id || '（' || d.number || '）' AS place FROM destruction d`
const OPEN = "('draft','counted','toApprove','toSend','sent')"

/** What must always be true of holds, lists of 清退 and batches of 销毁; each query gives the rows that break it (实施条例27, 28). */
export const disposalInvariants: readonly { what: string; why: string; sql: string }[] = [
  {
    what: '份',
    why: '已列销毁的份须在一份未办完的销毁清单上，且没有留用；清单上没有留用的份须已列销毁（实施条例28）',
    sql: `${COPY} WHERE (c.state = 'toDestroy') <> (SELECT count(*) FROM destruction_item i JOIN destruction d ON d.id = i.destruction
      WHERE i.copy = c.id AND i.withheld IS NULL AND d.state IN ${OPEN})`,
  },
  {
    what: '份',
    why: '已销毁的份须在一份完成的销毁清单上；完成的清单上没有留用、没有差额的份须已销毁（实施条例28）',
    sql: `${COPY} WHERE (c.state = 'destroyed') <> (SELECT count(*) FROM destruction_item i JOIN destruction d ON d.id = i.destruction
      WHERE i.copy = c.id AND i.withheld IS NULL AND i.kept IS NULL AND d.state = 'done')`,
  },
  {
    what: '份',
    why: '已清退的份须在一份完成的清退清单上；完成的清单上核对了、没有留用和取出的份须已清退（实施条例27）',
    sql: `${COPY} WHERE (c.state = 'returned') <> (SELECT count(*) FROM return_item i JOIN return_list l ON l.id = i.return_list
      WHERE i.copy = c.id AND i.withheld IS NULL AND i.withdrawn IS NULL AND i.found_at IS NOT NULL AND l.state = 'done')`,
  },
  {
    what: '载体',
    why: '已列销毁的载体须在一份未办完的销毁清单上，已销毁的须在一份完成的清单上、没有差额（实施条例28）',
    sql: `${MEDIUM} WHERE (m.state = 'toDestroy') <> (SELECT count(*) FROM destruction_item i JOIN destruction d ON d.id = i.destruction
        WHERE i.medium = m.id AND d.state IN ${OPEN})
      OR (m.state = 'destroyed') <> (SELECT count(*) FROM destruction_item i JOIN destruction d ON d.id = i.destruction
        WHERE i.medium = m.id AND i.kept IS NULL AND d.state = 'done')`,
  },
  {
    what: '留用',
    why: '留用期间的份已列销毁，或留用、案件期间的份在未办完的清退清单上（实施条例28）',
    sql: `${HOLD} WHERE h.lifted_at IS NULL AND (c.state = 'toDestroy' OR (h.kind <> 'mustReturn' AND EXISTS (SELECT 1 FROM return_item i
      JOIN return_list l ON l.id = i.return_list WHERE i.copy = c.id AND i.withheld IS NULL AND i.withdrawn IS NULL AND l.state IN ('listed','approved'))))`,
  },
  {
    what: '清退',
    why: '状态与签名不一致：批准须有审批，完成须有清退人签名和接收人，并且没有未说明的差额（实施条例27）',
    sql: `${LIST} WHERE (l.state IN ('approved','done','rejected') AND l.signature IS NULL) OR (l.state = 'listed' AND l.signature IS NOT NULL)
      OR (l.state = 'done') <> (l.hand_signature IS NOT NULL) OR (l.state IN ('done','rejected','cancelled')) <> (l.closed_at IS NOT NULL)
      OR (l.state = 'cancelled') <> (l.void_reason IS NOT NULL) OR NOT EXISTS (SELECT 1 FROM return_item i WHERE i.return_list = l.id)
      OR (l.state IN ('approved','done') AND EXISTS (SELECT 1 FROM return_item i WHERE i.return_list = l.id AND i.found_at IS NULL
        AND i.withheld IS NULL AND i.withdrawn IS NULL))`,
  },
  {
    what: '清退',
    why: '清单上留用的份没有它所依据的留用，或不是这一份的（实施条例27）',
    sql: `${LIST} JOIN return_item i ON i.return_list = l.id LEFT JOIN hold h ON h.id = i.hold
      WHERE i.withheld IS NOT NULL AND (h.id IS NULL OR h.copy <> i.copy OR h.kind = 'mustReturn')`,
  },
  {
    what: '销毁',
    why: '状态与签名不一致：清点、复核、审批、送销、监销须依次办理，不批准、作废的不得送销完成（实施条例28）',
    sql: `${BATCH} WHERE (d.state IN ('counted','toApprove','toSend','sent','done','rejected') AND d.count_signature IS NULL)
      OR (d.state = 'draft' AND d.count_signature IS NOT NULL) OR (d.state IN ('toApprove','toSend','sent','done','rejected') AND d.recount_signature IS NULL)
      OR (d.state IN ('draft','counted') AND d.recount_signature IS NOT NULL) OR (d.state IN ('toSend','sent','done','rejected') AND d.signature IS NULL)
      OR (d.state IN ('draft','counted','toApprove') AND d.signature IS NOT NULL) OR (d.state IN ('sent','done') AND d.sent_at IS NULL)
      OR (d.state IN ('draft','counted','toApprove','toSend','rejected') AND d.sent_at IS NOT NULL)
      OR (d.state = 'done') <> (d.complete_signature IS NOT NULL) OR (d.state IN ('done','rejected','cancelled')) <> (d.closed_at IS NOT NULL)
      OR (d.state = 'cancelled') <> (d.void_reason IS NOT NULL) OR NOT EXISTS (SELECT 1 FROM destruction_item i WHERE i.destruction = d.id)
      OR (d.site_kind = 'unit' AND (json_array_length(d.escorts) < 2 OR (d.state = 'done' AND d.receipt IS NULL)))`,
  },
  {
    what: '销毁',
    why: '完成的销毁少于两名监销人，或没有完成的有监销签名（实施条例28）',
    sql: `${BATCH} WHERE CASE d.state WHEN 'done' THEN (SELECT count(*) FROM destruction_witness w WHERE w.destruction = d.id) < 2
      ELSE EXISTS (SELECT 1 FROM destruction_witness w WHERE w.destruction = d.id) END`,
  },
  {
    what: '销毁',
    why: '清点以后还有没有页数的份，或留用的份没有它所依据的留用（实施条例28）',
    sql: `${BATCH} JOIN destruction_item i ON i.destruction = d.id LEFT JOIN hold h ON h.id = i.hold
      WHERE (d.count_signature IS NOT NULL AND i.withheld IS NULL AND i.copy IS NOT NULL AND i.pages IS NULL) OR (i.kept IS NOT NULL AND d.state <> 'done')
      OR (i.hold IS NOT NULL AND (h.id IS NULL OR h.copy <> i.copy))`,
  },
]

const digestOf = (words: string) => sha256(Buffer.from(words)).toString('base64')

type Hold = {
  id: number
  number: string
  kind: string
  reason: string
  by_person: number
  signature: number
  lifted_by: number | null
  lift_reason: string | null
  lift_signature: number | null
}

/** Holds are set and lifted by 保密员, for the reason that stands on them. */
const checkHolds = (database: Database.Database, means: Signed): (number | null)[] => {
  const rows = database.prepare('SELECT h.*, c.number FROM hold h JOIN copy c ON c.id = h.copy ORDER BY h.id').all() as Hold[]
  return rows.flatMap((row) => {
    const where = `hold ${row.id}（${row.number}）`
    const step = { duty: ['officer'], never: [], neverSaid: '' }
    const facts = { copy: row.number, kind: row.kind }
    checkStep(means, where, { ...step, step: '留用', signature: row.signature, said: { ...facts, reason: digestOf(row.reason) }, by: row.by_person })
    const lifted = { ...facts, reason: row.lift_reason === null ? null : digestOf(row.lift_reason) }
    checkStep(means, where, { ...step, step: '解除留用', signature: row.lift_signature, said: lifted, by: row.lifted_by })
    return [row.signature, row.lift_signature]
  })
}

type Item = { number: string; withheld: string | null; holdSignature: number | null }
/** Whether a hold kept the copy back when a signature was made: at the listing, or by a hold that was signed before it. */
const wasWithheld = ({ withheld, holdSignature }: Item, signature: number | null) =>
  withheld !== null && (holdSignature === null || holdSignature < (signature ?? 0))

type List = {
  id: number
  number: string
  issuer: string
  state: string
  begun_by: number
  decided_by: number | null
  opinion: string | null
  signature: number | null
  receiver: string | null
  receiver_unit: string | null
  receipt: string | null
  handed_on: string | null
  hand_signature: number | null
}
type ReturnItem = Item & { found_at: string | null; withdrawn: string | null }

/** 清退: approved by a 分管领导 who did not make the list, handed over by a 保密员 who did not approve it, of the very numbers. */
const checkReturns = (database: Database.Database, means: Signed): (number | null)[] => {
  const itemsOf = database.prepare(
    `SELECT c.number, i.found_at, i.withdrawn, i.withheld, h.signature AS holdSignature FROM return_item i JOIN copy c ON c.id = i.copy
     LEFT JOIN hold h ON h.id = i.hold WHERE i.return_list = ? ORDER BY c.id`,
  )
  return (database.prepare('SELECT * FROM return_list ORDER BY id').all() as List[]).flatMap((row) => {
    const where = `return_list ${row.id}（${row.number}）`
    const items = itemsOf.all(row.id) as ReturnItem[]
    const found = items.filter(({ found_at }) => found_at !== null)
    const facts = { return: row.number, issuer: row.issuer }
    checkStep(means, where, {
      step: '审批',
      signature: row.signature,
      said: {
        ...facts,
        numbers: found.filter((item) => !wasWithheld(item, row.signature)).map(({ number }) => number),
        decision: row.state === 'rejected' ? 'rejected' : 'approved',
        opinion: row.opinion,
      },
      by: row.decided_by,
      duty: ['deputyLeader'],
      never: [row.begun_by],
      neverSaid: '拟制了这份清单',
    })
    const gone = found.filter(({ withheld, withdrawn }) => withheld === null && withdrawn === null).map(({ number }) => number)
    checkStep(means, where, {
      step: '清退',
      signature: row.hand_signature,
      said: { ...facts, numbers: gone, receiver: row.receiver, unit: row.receiver_unit, receipt: row.receipt, on: row.handed_on },
      by: null,
      duty: ['officer'],
      never: [row.decided_by],
      neverSaid: '批准了这份清单',
    })
    return [row.signature, row.hand_signature]
  })
}

type Batch = {
  id: number
  number: string
  state: string
  begun_by: number
  count_signature: number | null
  recount_by: number | null
  recount_signature: number | null
  decided_by: number | null
  opinion: string | null
  signature: number | null
  method: string | null
  site_kind: string | null
  site: string | null
  escorts: string | null
  destroyer: string | null
  destroyed_at: string | null
  place: string | null
  receipt: string | null
  completed_by: number | null
  complete_signature: number | null
}
type DestructionItem = Item & { pages: number | null; kept: string | null }
type Witness = { person: number; signature: number }

const numbersOf = (items: readonly Item[]) => items.map(({ number }) => number)

/** 清点, 复核, 审批: three people, of what no hold kept back then. */
const checkApproval = (means: Signed, row: Batch, where: string, items: readonly DestructionItem[]) => {
  const facts = { destruction: row.number }
  const standing = (signature: number | null) => items.filter((item) => !wasWithheld(item, signature))
  const counted = (signature: number | null) => ({
    ...facts,
    numbers: numbersOf(standing(signature)),
    pages: standing(signature).map(({ pages }) => pages),
  })
  checkStep(means, where, {
    step: '清点',
    signature: row.count_signature,
    said: counted(row.count_signature),
    by: row.begun_by,
    duty: ['officer'],
    never: [],
    neverSaid: '',
  })
  checkStep(means, where, {
    step: '复核',
    signature: row.recount_signature,
    said: counted(row.recount_signature),
    by: row.recount_by,
    duty: null,
    never: [row.begun_by],
    neverSaid: '就是清点人',
  })
  checkStep(means, where, {
    step: '审批',
    signature: row.signature,
    said: {
      ...facts,
      numbers: numbersOf(standing(row.signature)),
      decision: row.state === 'rejected' ? 'rejected' : 'approved',
      opinion: row.opinion,
    },
    by: row.decided_by,
    duty: ['deputyLeader'],
    never: [row.begun_by, row.recount_by],
    neverSaid: '拟制或复核了这份清单',
  })
}

/** 监销: every witness signed for the very numbers, none of them the 经办人, the 批准人 or another witness. */
const checkCompletion = (means: Signed, row: Batch, where: string, items: readonly DestructionItem[], witnesses: readonly Witness[]) => {
  const said = {
    destruction: row.number,
    numbers: numbersOf(items.filter(({ withheld, kept }) => withheld === null && kept === null)),
    kept: numbersOf(items.filter(({ kept }) => kept !== null)),
    reasons: digestOf(items.flatMap(({ kept }) => kept ?? []).join('\n')),
    method: row.method,
    site: `${row.site_kind} ${row.site}`,
    escorts: row.escorts,
    destroyer: row.destroyer,
    destroyedAt: row.destroyed_at,
    place: row.place,
    receipt: row.receipt,
  }
  for (const { person, signature } of witnesses) {
    const others = witnesses.filter((other) => other.signature !== signature).map((other) => other.person)
    const never = [row.begun_by, row.decided_by, row.completed_by, ...others]
    checkStep(means, where, { step: '监销', signature, said, by: person, duty: null, never, neverSaid: '是经办人、批准人或另一名监销人' })
  }
  const complete = { step: '经办', signature: row.complete_signature, said, by: row.completed_by, duty: ['officer'] }
  checkStep(means, where, { ...complete, never: [row.decided_by], neverSaid: '批准了这份清单' })
}

const checkDestructions = (database: Database.Database, means: Signed): (number | null)[] => {
  const itemsOf = database.prepare(
    `SELECT coalesce(c.number, m.number) AS number, i.pages, i.kept, i.withheld, h.signature AS holdSignature FROM destruction_item i
     LEFT JOIN copy c ON c.id = i.copy LEFT JOIN medium m ON m.id = i.medium LEFT JOIN hold h ON h.id = i.hold WHERE i.destruction = ? ORDER BY i.id`,
  )
  const witnessesOf = database.prepare('SELECT person, signature FROM destruction_witness WHERE destruction = ? ORDER BY id')
  return (database.prepare('SELECT * FROM destruction ORDER BY id').all() as Batch[]).flatMap((row) => {
    const where = `destruction ${row.id}（${row.number}）`
    const items = itemsOf.all(row.id) as DestructionItem[]
    const witnesses = witnessesOf.all(row.id) as Witness[]
    checkApproval(means, row, where, items)
    checkCompletion(means, row, where, items, witnesses)
    const own = [row.count_signature, row.recount_signature, row.signature, row.complete_signature]
    return [...own, ...witnesses.map(({ signature }) => signature)]
  })
}

/** What ends a copy's life was signed for by whom it must, of the very numbers; and nothing that was signed for is gone (实施条例27, 28). */
export const checkDisposals = (database: Database.Database, means: Signed): void => {
  const stoodOn = new Set([...checkHolds(database, means), ...checkReturns(database, means), ...checkDestructions(database, means)])
  for (const [id, { purpose }] of means.held)
    if (/^(hold|return|destruction)\./.test(purpose) && !stoodOn.has(id))
      means.findings.breaks('签名', `signature ${id}`, '没有一行以它为据，所据的一行被去掉了')
}
