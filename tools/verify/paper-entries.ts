import type Database from 'better-sqlite3'
import { sha256 } from './canonical.ts'
import { hadDuty, isOneOf, type Signed } from './said-by.ts'

/** What else is entered from paper, each with the columns of those whose own matter it is. */
const RECORDS = {
  loan: ['borrower', 'entered_by'],
  visit: [],
  return_list: ['begun_by'],
  destruction: ['begun_by', 'recount_by'],
  outgoing: ['maker', 'entered_by'],
  medium_use: ['person', 'entered_by'],
} as const

type Entry = {
  id: number
  number: string
  step: string
  person: number
  signed_at: string
  entered_by: number
  entry_signature: number
  reason: string
  kept: string
  /** What the record stands on at this step, and whose it says that it is. */
  stands: number | null
  whose: number | null
  own: string
}

/** The signature of the record, or of the hand that took its copies or gave them back. */
const standsOn = (table: keyof typeof RECORDS): { stands: string; whose: string } => {
  const held = (column: string) => `(SELECT max(h.${column}) FROM holding h WHERE h.${table} = r.id)`
  if (table !== 'loan' && table !== 'visit') return { stands: 'r.signature', whose: 'r.decided_by' }
  const decided = table === 'loan' ? { signature: 'r.signature', by: 'r.decided_by' } : { signature: 'NULL', by: 'NULL' }
  return {
    stands: `CASE p.step WHEN 'approval' THEN ${decided.signature} WHEN 'issue' THEN ${held('take_signature')} ELSE ${held('give_back_signature')} END`,
    whose: `CASE p.step WHEN 'approval' THEN ${decided.by} ELSE ${held('person')} END`,
  }
}

const digestOf = (words: string) => sha256(Buffer.from(words)).toString('base64')
const instantOf = (wall: unknown) => (typeof wall === 'string' ? new Date(`${wall}:00+08:00`).toISOString() : null)

const checkEntry = (means: Signed, where: string, entry: Entry): void => {
  const breaks = (why: string) => means.findings.breaks('纸质签补录', where, why)
  const signed = means.held.get(entry.entry_signature)
  if (!signed) return
  if (entry.stands !== entry.entry_signature) breaks('不是该记录所依据的签名')
  const paper = signed.record.paper as { reason?: unknown; kept?: unknown } | undefined
  if (signed.record.signer !== entry.person || entry.whose !== entry.person || signed.person !== entry.entered_by) breaks('签字人、补录人不符')
  if (instantOf(signed.record.signedAt) !== entry.signed_at || paper?.reason !== digestOf(entry.reason) || paper.kept !== digestOf(entry.kept))
    breaks('纸上的时间、补录原因、存放处与所签的不同')
  if (entry.signed_at > signed.at) breaks('纸上的时间晚于补录')
  if (!hadDuty(means, signed.person, entry.entry_signature, ['officer'])) breaks('补录人当时不是保密员')
  const own = entry.step === 'approval' ? (JSON.parse(entry.own) as (number | null)[]) : []
  if (isOneOf(means, signed.person, entry.entry_signature, [entry.person, ...own])) breaks('补录的是本人的签字，或本人申请、拟制、代录事项的审批')
}

/** What was entered from paper stands under the record that it is about, as it was signed, by a 保密员 whose own matter it was not (F1(2)c). */
export const checkPaperEntries = (database: Database.Database, means: Signed): void => {
  for (const table of Object.keys(RECORDS) as (keyof typeof RECORDS)[]) {
    const { stands, whose } = standsOn(table)
    const own = `json_array(${RECORDS[table].map((column) => `r.${column}`)})`
    const read = database.prepare(
      `SELECT p.id, r.number, p.step, p.person, p.signed_at, p.entered_by, p.entry_signature, p.reason, p.kept, ${stands} AS stands, ${whose} AS whose, ${own} AS own
       FROM paper_signing p JOIN ${table} r ON r.id = p.${table} ORDER BY p.id`,
    )
    for (const entry of read.all() as Entry[]) checkEntry(means, `paper_signing ${entry.id}（${entry.number}）`, entry)
  }
}
