import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import type Database from 'better-sqlite3'
import { canonicalJson } from './canonical.ts'
import type { Findings } from './report.ts'
import type { Orders } from './rows.ts'

type PersonKey = { id: number; person: number; public_key: string }
type Signature = { id: number; person_key: number; purpose: string; record: string; at: string; bytes: string }
/** A signature that holds: who signed what, for the rows that point at it. */
export type Held = { person: number; purpose: string; at: string; record: Record<string, unknown> }

/** SubjectPublicKeyInfo of a raw Ed25519 key. */
const spki = Buffer.from('302a300506032b6570032100', 'hex')
/** The Ed25519 key of 32 raw bytes in base64. */
export const publicKeyOf = (raw: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([spki, Buffer.from(raw, 'base64')]), format: 'der', type: 'spki' })

const parsed = (text: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** Made before the key was, or after it was retired, by the order of the record: the clock may have been set back between. */
const outOfTime = (signature: Signature, { signature: signed, person_key: keys }: Orders): boolean => {
  const at = signed.get(signature.id)?.made
  const key = keys.get(signature.person_key)
  return at !== undefined && key !== undefined && (at < key.made || (key.changed !== null && at > key.changed))
}

const faultOf = (signature: Signature, key: PersonKey | undefined, record: Record<string, unknown> | null, vault: string, orders: Orders) => {
  if (!key) return '所用的密钥没有登记'
  if (!record || canonicalJson(record) !== signature.record) return '所签内容不是规范文本'
  if (record.vault !== vault) return '所签内容属于另一个库'
  if (record.person !== key.person) return '所签内容的签名人与密钥的主人不同'
  if (record.purpose !== signature.purpose) return '所签内容的用途与登记的用途不同'
  if (record.at !== signature.at) return '所签内容的时间与登记的时间不同'
  if (outOfTime(signature, orders)) return '签名不在密钥的有效期内'
  return null
}

/** Every signature is checked again, against the public key that was its signer's at the time. */
export const checkSignatures = (database: Database.Database, vault: string, orders: Orders, findings: Findings) => {
  const keys = new Map((database.prepare('SELECT id, person, public_key FROM person_key').all() as PersonKey[]).map((key) => [key.id, key]))
  const made = new Map<number, KeyObject>()
  const held = new Map<number, Held>()
  const read = database.prepare('SELECT id, person_key, purpose, record, at, bytes FROM signature ORDER BY id')
  for (const signature of read.iterate() as IterableIterator<Signature>) {
    findings.checked.signatures += 1
    const key = keys.get(signature.person_key)
    const record = parsed(signature.record)
    const fault = faultOf(signature, key, record, vault, orders)
    if (fault) findings.breaks('签名', `signature ${signature.id}`, fault)
    if (!key || !record) continue
    const publicKey = made.get(key.id) ?? publicKeyOf(key.public_key)
    made.set(key.id, publicKey)
    if (!verify(null, Buffer.from(signature.record), publicKey, Buffer.from(signature.bytes, 'base64'))) {
      findings.breaks('签名', `signature ${signature.id}`, '签名与所签内容不符')
    }
    held.set(signature.id, { person: key.person, purpose: signature.purpose, at: signature.at, record })
  }
  return held
}

type Pointer = { table: string; column: string; purpose: string; names: string; by: string | null; onPaper?: string; where?: string; label?: string }
const legLabel = (leg: string) => `(SELECT sheet.number || ' 第' || ord || '位' FROM leg JOIN sheet ON sheet.id = leg.sheet WHERE leg.id = ${leg})`
/** What copies are given into somebody's hands under, each a table and a column of `holding`. */
const grounds = ['reproduction', 'loan', 'visit'] as const
/** What beside a leg may have been signed on paper, each a table and a column of `paper_signing`. */
const onPaper = ['widening', 'reproduction', 'loan', 'visit', 'return_list', 'destruction', 'outgoing', 'medium_use'] as const
const labels: Record<string, string> = {
  leg: legLabel('leg.id'),
  paper_signing: `coalesce(${legLabel('paper_signing.leg')}, ${onPaper.map((table) => `(SELECT number FROM ${table} WHERE id = paper_signing.${table})`)})`,
  holding: `coalesce(${grounds.map((table) => `(SELECT number FROM ${table} WHERE id = holding.${table})`)})`,
  review_step: '(SELECT number FROM review WHERE id = review_step.review)',
  disclosure_step: '(SELECT number FROM disclosure WHERE id = disclosure_step.disclosure)',
  disclosure_letter: '(SELECT number FROM disclosure WHERE id = disclosure_letter.disclosure)',
  publication_step: '(SELECT number FROM publication WHERE id = publication_step.publication)',
  breach_step: '(SELECT number FROM breach WHERE id = breach_step.breach)',
  hold: '(SELECT number FROM copy WHERE id = hold.copy)',
  destruction_witness: '(SELECT number FROM destruction WHERE id = destruction_witness.destruction)',
  medium_particulars: '(SELECT number FROM medium WHERE id = medium_particulars.medium)',
  medium_maintenance: '(SELECT number FROM medium WHERE id = medium_maintenance.medium)',
  medium_ending: '(SELECT number FROM medium WHERE id = medium_ending.medium)',
  list_print: '(SELECT number FROM print WHERE id = list_print.print)',
  person_change: 'person_change.person',
  group_term: 'group_term.person',
  restoration: 'restoration.root',
  acknowledgement: 'acknowledgement.size',
  day_close: 'day_close.day',
  year_close: 'year_close.year',
  recovery_set: 'public_key',
  stock_item: '(SELECT number FROM stock_taking WHERE id = stock_item.stock_taking)',
}
/** What was entered from an old ledger stands on the one signature of its import. */
const IMPORTED = 'EXISTS (SELECT 1 FROM import_document m WHERE m.document = document.id)'

/**
 * Which row points at a signature for what; `names` is the key under which the record names the row, `by` the column of its only possible signer.
 * `where`: of which rows of the table this is so. `label`: what is named instead of the row's own number. `onPaper`: the step may have been signed on paper instead; then it is the entry of the officer who wrote that down, under a purpose of its own.
 */
const pointers: readonly Pointer[] = [
  { table: 'leg', column: 'give_signature', purpose: 'handOut.give', names: 'leg', by: 'handed_out_by' },
  { table: 'leg', column: 'take_signature', purpose: 'handOut.take', names: 'leg', by: 'reader', onPaper: 'take' },
  { table: 'leg', column: 'read_signature', purpose: 'read', names: 'leg', by: 'reader', onPaper: 'read' },
  { table: 'leg', column: 'return_signature', purpose: 'return', names: 'leg', by: null },
  {
    table: 'paper_signing',
    column: 'confirm_signature',
    purpose: 'paper.confirm',
    names: 'signing',
    by: 'person',
  },
  { table: 'widening', column: 'signature', purpose: 'approval', names: 'widening', by: 'decided_by', onPaper: 'approval' },
  { table: 'reproduction', column: 'section_signature', purpose: 'section.opinion', names: 'reproduction', by: 'section_by', onPaper: 'opinion' },
  { table: 'reproduction', column: 'signature', purpose: 'approval', names: 'reproduction', by: 'decided_by', onPaper: 'approval' },
  { table: 'reproduction', column: 'make_signature', purpose: 'make', names: 'reproduction', by: null },
  { table: 'loan', column: 'signature', purpose: 'approval', names: 'loan', by: 'decided_by', onPaper: 'approval' },
  ...grounds.flatMap((names): Pointer[] => {
    const hand = { table: 'holding', names, where: `holding.${names} IS NOT NULL` }
    return [
      { ...hand, column: 'give_signature', purpose: 'issue.give', by: 'given_by' },
      { ...hand, column: 'take_signature', purpose: 'issue.take', by: 'person', onPaper: 'issue' },
      { ...hand, column: 'give_back_signature', purpose: 'giveBack', by: 'person', onPaper: 'giveBack' },
      { ...hand, column: 'take_back_signature', purpose: 'takeBack', by: null },
    ]
  }),
  { table: 'handover', column: 'supervise_signature', purpose: 'handover.supervise', names: 'handover', by: 'supervised_by' },
  { table: 'handover', column: 'give_signature', purpose: 'handover.give', names: 'handover', by: 'person' },
  { table: 'handover', column: 'take_signature', purpose: 'handover.take', names: 'handover', by: 'received_by' },
  { table: 'outgoing', column: 'signature', purpose: 'approval', names: 'outgoing', by: 'decided_by', onPaper: 'approval' },
  { table: 'outgoing', column: 'send_signature', purpose: 'outgoing.send', names: 'outgoing', by: 'sent_by' },
  { table: 'outgoing', column: 'receipt_signature', purpose: 'outgoing.receipt', names: 'outgoing', by: 'receipt_by' },
  ...['opinion', 'examine', 'decide'].map((act): Pointer => {
    return { table: 'review_step', column: 'signature', purpose: `review.${act}`, names: 'review', by: 'by_person', where: `act = '${act}'` }
  }),
  {
    table: 'review_step',
    column: 'signature',
    purpose: 'review.act',
    names: 'review',
    by: 'by_person',
    where: "act NOT IN ('opinion','examine','decide')",
  },
  ...(
    [
      ['disclosure.reply', "act = 'reply'"],
      ['disclosure.approval', "act IN ('approve','giveBack')"],
      ['disclosure.act', "act NOT IN ('reply','approve','giveBack')"],
    ] as const
  ).map(([purpose, where]): Pointer => ({ table: 'disclosure_step', column: 'signature', purpose, names: 'disclosure', by: 'by_person', where })),
  ...(
    [
      ['disclosure.approval', "kind = 'reply'"],
      ['disclosure.act', "kind <> 'reply'"],
    ] as const
  ).map(([purpose, where]): Pointer => ({ table: 'disclosure_letter', column: 'signature', purpose, names: 'disclosure', by: null, where })),
  { table: 'publication_step', column: 'signature', purpose: 'publication.act', names: 'publication', by: 'by_person' },
  { table: 'evaluation', column: 'signature', purpose: 'evaluation.record', names: 'evaluation', by: 'by_person' },
  { table: 'archiving', column: 'give_signature', purpose: 'archive.give', names: 'archiving', by: 'by_person' },
  { table: 'archiving', column: 'take_signature', purpose: 'archive.take', names: 'archiving', by: 'received_by' },
  { table: 'stock_taking', column: 'count_signature', purpose: 'stock.count', names: 'stockTaking', by: 'counted_by' },
  { table: 'stock_taking', column: 'supervise_signature', purpose: 'stock.supervise', names: 'stockTaking', by: 'supervised_by' },
  { table: 'stock_item', column: 'settle_signature', purpose: 'stock.found', names: 'stockTaking', by: null },
  {
    table: 'breach_step',
    column: 'signature',
    purpose: 'breach.act',
    names: 'breach',
    by: null,
    where: "act NOT IN ('exempt','closed','unfounded')",
  },
  { table: 'breach_step', column: 'signature', purpose: 'breach.decide', names: 'breach', by: null, where: "act IN ('exempt','closed','unfounded')" },
  { table: 'hold', column: 'signature', purpose: 'hold.set', names: 'copy', by: 'by_person' },
  { table: 'hold', column: 'lift_signature', purpose: 'hold.lift', names: 'copy', by: 'lifted_by' },
  { table: 'return_list', column: 'signature', purpose: 'return.approve', names: 'return', by: 'decided_by', onPaper: 'approval' },
  { table: 'return_list', column: 'hand_signature', purpose: 'return.hand', names: 'return', by: null },
  { table: 'destruction', column: 'count_signature', purpose: 'destruction.count', names: 'destruction', by: 'begun_by' },
  { table: 'destruction', column: 'recount_signature', purpose: 'destruction.recount', names: 'destruction', by: 'recount_by' },
  { table: 'destruction', column: 'signature', purpose: 'destruction.approve', names: 'destruction', by: 'decided_by', onPaper: 'approval' },
  { table: 'destruction_witness', column: 'signature', purpose: 'destruction.witness', names: 'destruction', by: 'person' },
  { table: 'destruction', column: 'complete_signature', purpose: 'destruction.complete', names: 'destruction', by: 'completed_by' },
  { table: 'export', column: 'approve_signature', purpose: 'approval', names: 'export', by: 'approved_by' },
  { table: 'list_print', column: 'approve_signature', purpose: 'approval', names: 'print', by: 'approved_by' },
  { table: 'archive', column: 'approve_signature', purpose: 'approval', names: 'archive', by: 'approved_by' },
  ...(['expiry', 'year'] as const).flatMap((what): Pointer[] => [
    { table: `${what}_review`, column: 'signature', purpose: `${what}.review`, names: 'review', by: 'by_person' },
    { table: `${what}_review`, column: 'approve_signature', purpose: `${what}.approve`, names: 'review', by: 'approved_by' },
  ]),
  { table: 'medium', column: 'register_signature', purpose: 'medium.register', names: 'medium', by: 'registered_by' },
  { table: 'medium_particulars', column: 'signature', purpose: 'medium.register', names: 'medium', by: 'by_person', where: 'version = 1' },
  { table: 'medium_particulars', column: 'signature', purpose: 'medium.change', names: 'medium', by: 'by_person', where: 'version > 1' },
  { table: 'medium_use', column: 'signature', purpose: 'medium.approval', names: 'use', by: 'decided_by', onPaper: 'approval' },
  { table: 'medium_use', column: 'give_signature', purpose: 'medium.give', names: 'use', by: 'given_by' },
  { table: 'medium_use', column: 'take_signature', purpose: 'medium.take', names: 'use', by: 'person' },
  { table: 'medium_use', column: 'give_back_signature', purpose: 'medium.giveBack', names: 'use', by: 'person' },
  { table: 'medium_use', column: 'take_back_signature', purpose: 'medium.takeBack', names: 'use', by: null },
  { table: 'medium_repair', column: 'out_signature', purpose: 'medium.repair', names: 'repair', by: null },
  { table: 'medium_repair', column: 'back_signature', purpose: 'medium.repaired', names: 'repair', by: null },
  { table: 'medium_maintenance', column: 'signature', purpose: 'medium.maintain', names: 'medium', by: 'by_person' },
  { table: 'medium_ending', column: 'signature', purpose: 'medium.retire', names: 'medium', by: 'by_person', where: "became = 'retired'" },
  { table: 'medium_ending', column: 'signature', purpose: 'medium.lose', names: 'medium', by: 'by_person', where: "became = 'lost'" },
  { table: 'envelope', column: 'receive_signature', purpose: 'receive', names: 'envelope', by: 'received_by', where: "number NOT GLOB '补封*'" },
  {
    table: 'envelope',
    column: 'receive_signature',
    purpose: 'import',
    names: 'import',
    by: 'received_by',
    where: "number GLOB '补封*'",
    label: 'envelope_no',
  },
  { table: 'envelope', column: 'open_signature', purpose: 'open', names: 'envelope', by: 'opened_by' },
  { table: 'envelope', column: 'turn_over_signature', purpose: 'turnOver', names: 'envelope', by: 'personal_for' },
  ...Object.entries({ roles: 'people.setRoles', identity: 'people.correctIdentity' }).flatMap(([what, act]): Pointer[] => [
    { table: 'person_change', column: 'set_signature', purpose: `${what}.set`, names: 'subject', by: 'by_person', where: `act = '${act}'` },
    { table: 'person_change', column: 'agree_signature', purpose: `${what}.agree`, names: 'subject', by: null, where: `act = '${act}'` },
  ]),
  { table: 'group_term', column: 'signature', purpose: 'group.set', names: 'subject', by: 'by_person' },
  { table: 'group_term', column: 'end_signature', purpose: 'group.end', names: 'subject', by: 'ended_by' },
  { table: 'training', column: 'signature', purpose: 'training', names: 'training', by: 'by_person' },
  { table: 'recovery_set', column: 'set_signature', purpose: 'sheets.set', names: 'publicKey', by: 'by_person' },
  { table: 'recovery_set', column: 'agree_signature', purpose: 'sheets.agree', names: 'publicKey', by: null },
  { table: 'restoration', column: 'set_signature', purpose: 'restore.set', names: 'root', by: 'by_person' },
  { table: 'restoration', column: 'agree_signature', purpose: 'restore.agree', names: 'root', by: 'agreed_by' },
  { table: 'acknowledgement', column: 'signature', purpose: 'putBack', names: 'size', by: 'by_person' },
  { table: 'day_close', column: 'signature', purpose: 'closeDay', names: 'day', by: 'by_person' },
  { table: 'document', column: 'register_signature', purpose: 'register', names: 'document', by: 'registered_by', where: `NOT ${IMPORTED}` },
  {
    table: 'document',
    column: 'register_signature',
    purpose: 'import',
    names: 'import',
    by: 'registered_by',
    where: IMPORTED,
    label: '(SELECT i.number FROM import_document m JOIN import i ON i.id = m.import WHERE m.document = document.id)',
  },
  { table: 'import', column: 'signature', purpose: 'import', names: 'import', by: 'by_person' },
  { table: 'year_close', column: 'signature', purpose: 'yearEnd.close', names: 'year', by: 'by_person' },
  { table: 'year_close', column: 'approve_signature', purpose: 'yearEnd.approve', names: 'year', by: 'approved_by' },
]

/** A row that stands on a signature stands on one that exists, fits its purpose, names this row and was set by the right person. */
export const checkPointers = (database: Database.Database, held: ReadonlyMap<number, Held>, findings: Findings) => {
  for (const { table, column, purpose: own, names, by, onPaper: step, where: which = 'TRUE', label } of pointers) {
    const about = table === 'holding' ? `${names} = holding.${names}` : `${table} = ${table}.id`
    const officer = step
      ? `(SELECT p.entered_by FROM paper_signing p WHERE p.entry_signature = ${table}.${column} AND p.${about} AND step = '${step}')`
      : 'NULL'
    const read = database.prepare(
      `SELECT id, ${label ?? labels[table] ?? 'number'} number, ${column} signature, coalesce(${officer}, ${by ?? 'NULL'}) signer, ${officer} officer
       FROM ${table} WHERE ${column} IS NOT NULL AND ${which} ORDER BY id`,
    )
    for (const row of read.iterate() as IterableIterator<{
      id: number
      number: string
      signature: number
      signer: number | null
      officer: number | null
    }>) {
      const purpose = row.officer === null ? own : `paper.${step}`
      const where = `${table} ${row.id}（${row.number}）`
      const signature = held.get(row.signature)
      const named = signature?.record[names]
      if (!signature) findings.breaks('签名', where, `所指的签名 signature ${row.signature} 不存在或不成立`)
      else if (signature.purpose !== purpose) findings.breaks('签名', where, `signature ${row.signature} 的用途不是 ${purpose}`)
      else if (named !== row.id && named !== row.number) findings.breaks('签名', where, `signature ${row.signature} 签的不是这一行`)
      else if (by && signature.person !== row.signer) findings.breaks('签名', where, `signature ${row.signature} 不是本人所签`)
    }
  }
}
