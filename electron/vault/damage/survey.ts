import type { Survey } from '../../../contract/setup.ts'
import { numberWord } from '../../../contract/terms.ts'
import { entryHash, type EntryText } from '../audit/append.ts'
import { trackedTables } from '../audit/row-verification.ts'
import { lives } from '../door/lives.ts'
import type { Read } from '../door/unit.ts'
import { isUnreadable } from '../storage/connecting.ts'
import type { Tell } from '../backup/copy.ts'
import { type IdSet, idSet } from './id-set.ts'

/** What a read gives; null where its page cannot be read. */
const salvaged = <T>(step: () => T): T | null => {
  try {
    return step()
  } catch (error) {
    if (isUnreadable(error)) return null
    throw error
  }
}

type Entry = EntryText & { prev: string; hash: string }
/** What the readable record says: nothing that grows with it but a bit a row, and the numbers of documents. */
type Found = {
  entries: Survey['entries']
  /** The rows that it made, by table. */
  made: Map<string, IdSet>
  /** The numbers that its entries say were given to documents. */
  given: Set<string>
  /** Readable entries since the last backup, the acts among them, and the numbers that these were about. */
  after: number
  acts: number
  since: Set<string>
}

const ENTRY = `SELECT seq, at, boot, actor, role, call, object, outcome, detail, changes, lower(hex(prev)) AS prev, lower(hex(hash)) AS hash
  FROM audit_entry WHERE seq = ?`

const NUMBER = /^(\S+)〔\d{4}〕\d{4,}$/
const SERIES = ['classified', 'internal', 'compiled', 'backfill', 'backfillInternal'] as const
const OF_DOCUMENTS: readonly string[] = SERIES.map((series) => numberWord[series])
/** What was printed and what left as a file stands on no paper register: nothing of it is entered again. */
const NOT_ENTERED: readonly string[] = [numberWord.print, numberWord.export, numberWord.archive]
const wordOf = (text: string): string => NUMBER.exec(text)?.[1] ?? ''

/** Takes down what one readable entry says. */
const takeDown = (found: Found, { seq, outcome, object, changes }: Entry, from: number): void => {
  found.entries.read += 1
  const words = object.split(' ')
  if (seq >= from) found.after += 1
  if (seq >= from && outcome === 'done' && changes !== '[]') {
    found.acts += 1
    for (const word of words) if (wordOf(word) !== '' && !NOT_ENTERED.includes(wordOf(word))) found.since.add(word)
  }
  for (const [table, id, before] of JSON.parse(changes) as [string, number, string | null, string][]) {
    if (before !== null) continue
    const rows = found.made.get(table) ?? idSet()
    found.made.set(table, rows)
    rows.add(id)
    if (table === 'document') for (const word of words) if (OF_DOCUMENTS.includes(wordOf(word))) found.given.add(word)
  }
}

/** After so many entries or rows it is told how far it is. */
const TOLD_EACH = 1_000

/** The record entry by entry, each from its own place: a page that cannot be read hides those that stand on it and no others. */
const entriesIn = (read: Read, expected: number | null, from: number, tell: Tell): Found => {
  const found: Found = { entries: { expected, read: 0, whole: 0 }, made: new Map(), given: new Set(), after: 0, acts: 0, since: new Set() }
  const end = expected ?? salvaged(() => read.get<{ n: number | null }>('SELECT max(seq) + 1 AS n FROM audit_entry')?.n ?? 0) ?? 0
  let head: string | null = '0'.repeat(64)
  for (let seq = 0; seq < end; seq += 1) {
    if (seq % TOLD_EACH === 0) tell('verify', seq, end)
    const entry = salvaged(() => read.get<Entry>(ENTRY, seq))
    const holds: boolean = entry !== null && entry !== undefined && entryHash(entry, entry.prev) === entry.hash
    head = holds && head !== null && entry?.prev === head ? entry.hash : null
    if (head !== null) found.entries.whole = seq + 1
    if (entry && holds) takeDown(found, entry, from)
  }
  return found
}

const labels = new Map(lives.map(({ table, label }) => [table, label]))
const more: Readonly<Record<string, string>> = { person: '人员', signature: '签名', checkpoint: '检查点', backup: '备份记录' }
const REST = '其他'
const labelOf = (table: string): string => labels.get(table) ?? more[table] ?? REST

const isIntact = (read: Read, table: string): boolean =>
  salvaged(() => read.all<{ integrity_check: string }>('SELECT integrity_check FROM pragma_integrity_check(?)', table))?.[0]?.integrity_check === 'ok'

/** Every kind of record, row by row. */
const kindsIn = (read: Read, { made }: Found, tell: Tell): Survey['kinds'] => {
  const kinds = new Map<string, Survey['kinds'][number]>()
  const total = [...made.values()].reduce((sum, ids) => sum + ids.size(), 0)
  let done = 0
  for (const table of ['audit_entry', ...trackedTables(read)]) {
    const label = table === 'audit_entry' ? '审计记录' : labelOf(table)
    const kind = kinds.get(label) ?? { label, expected: 0, read: 0, intact: true }
    const ids = made.get(table)
    kind.expected += ids?.size() ?? 0
    for (const id of ids?.each() ?? []) {
      if (done % TOLD_EACH === 0) tell('check', done, total)
      done += 1
      if (salvaged(() => read.get(`SELECT * FROM ${table} WHERE id = ?`, id))) kind.read += 1
    }
    kind.intact &&= isIntact(read, table)
    kinds.set(label, kind)
  }
  const { [REST]: rest, ...named } = Object.fromEntries(kinds)
  return [...Object.values(named), ...(rest ? [rest] : [])]
}

/** So many numbers are listed; how many there are is told. */
const LISTED = 500
/** The numbers that were given to documents: by the counters, which know how far they got, and by the record. */
const numbersGiven = (read: Read, { made, given }: Found): Set<string> => {
  for (const id of made.get('counter')?.each() ?? []) {
    const row = salvaged(() => read.get<{ series: string; year: number; last: number }>('SELECT series, year, last FROM counter WHERE id = ?', id))
    const series = SERIES.find((each) => each === row?.series)
    if (row && series) for (let n = 1; n <= row.last; n += 1) given.add(`${numberWord[series]}〔${row.year}〕${String(n).padStart(4, '0')}`)
  }
  return given
}

/** Documents whose row cannot be read. One that a number was given to in an entry that cannot be read either is found by its counter. */
const documentsLost = (read: Read, found: Found): Survey['documents'] => {
  const lost = numbersGiven(read, found)
  const ids = idSet()
  for (const id of found.made.get('document')?.each() ?? []) ids.add(id)
  const highest = salvaged(() => read.get<{ n: number | null }>('SELECT max(id) AS n FROM document')?.n ?? 0) ?? 0
  for (let id = 1; id <= highest; id += 1) ids.add(id)
  for (const id of ids.each()) {
    const row = salvaged(() => read.get<{ number: string }>('SELECT * FROM document WHERE id = ?', id))
    if (row) lost.delete(row.number)
  }
  return { lost: lost.size, numbers: [...lost].sort().slice(0, LISTED) }
}

type Backup = { at: string; name: string; size: number }
const lastBackupIn = (read: Read): Backup | null =>
  salvaged(() =>
    read.get<Backup>("SELECT at, name, size FROM backup INDEXED BY backup_good WHERE kind = 'backup' AND outcome = 'good' ORDER BY id DESC LIMIT 1"),
  ) ?? null

const lastCheckIn = (read: Read): string | null => {
  const kept = read.get("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'file_check'")
  const row =
    kept === undefined ? null : salvaged(() => read.get<{ at: string }>("SELECT at FROM file_check WHERE outcome = 'whole' ORDER BY id DESC LIMIT 1"))
  return row?.at ?? null
}

/** What is not in the backup: acts that were done since, by the numbers that they were about. */
const since = ({ at, name, size }: Backup, { entries, after, acts, since }: Found): NonNullable<Survey['backup']> => ({
  at,
  name,
  entries: size,
  after: Math.max(0, (entries.expected ?? size + after) - size),
  acts,
  about: since.size,
  numbers: [...since].slice(0, LISTED),
})

/** The entries that there should be, by the head of the record or, where that cannot be read, by 末条登记 beside it. */
const expectedIn = (read: Read, lastLine: number | null): number | null =>
  salvaged(() => read.get<{ size: number }>('SELECT size FROM audit_head WHERE id = 1'))?.size ?? lastLine

/** Looks through what is left of a database; null in place of it: its catalogue is gone, and with it everything. */
export const surveyOf = (read: Read | null, bytes: number, lastLine: number | null, tell: Tell): Survey => {
  if (!read) {
    const nothing = { expected: lastLine, read: 0, whole: 0 }
    return { opens: false, bytes, entries: nothing, kinds: [], documents: { lost: 0, numbers: [] }, checkedAt: null, backup: null }
  }
  const backup = lastBackupIn(read)
  const found = entriesIn(read, expectedIn(read, lastLine), backup?.size ?? Number.POSITIVE_INFINITY, tell)
  return {
    opens: true,
    bytes,
    entries: found.entries,
    kinds: kindsIn(read, found, tell).map((kind) =>
      kind.label === '审计记录' ? { ...kind, expected: found.entries.expected ?? found.entries.read, read: found.entries.read } : kind,
    ),
    documents: documentsLost(read, found),
    checkedAt: lastCheckIn(read),
    backup: backup && since(backup, found),
  }
}
