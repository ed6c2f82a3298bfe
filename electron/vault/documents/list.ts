import type { DocumentRow } from '../../../contract/documents-views.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import { RETURN_DAYS } from '../../../contract/terms.ts'
import { daysAfter } from '../door/clock.ts'
import type { Query, Read } from '../door/unit.ts'
import { refuseNoImport } from '../importing/batches.ts'
import { all, type Condition, EVERY } from '../storage/conditions.ts'
import { counted } from '../storage/counted.ts'
import { nextOf } from '../storage/paging.ts'
import { expiring, expiryOn } from './expiry.ts'
import { matching } from './matching.ts'
import { toReturn } from './returning.ts'

/** One line of the register. */
export const ROW = `SELECT document.id, document.number, document.register, envelope.received_at AS receivedAt, p.sender, p.symbol, p.title, p.level, p.mark,
  p.urgency, document.state, document.copies, document.out, p.declassified, p.expires_on AS expiresOn
  FROM document JOIN particulars AS p ON p.id = document.current LEFT JOIN envelope ON envelope.id = document.envelope`

/** A row as it is read, before its period is judged. */
export type Judged = Omit<DocumentRow, 'expiry'> & { declassified: number }

/** An officer keeps the whole register; a leader reads their own scope of it (domain 4). */
export const readsAll = ({ asking }: Query) => asking.roles.includes('officer')

type Filter = Partial<Omit<Parsed<'documents.list'>, 'after' | 'skip' | 'limit'>>
type Page = Pick<Parsed<'documents.list'>, 'after' | 'skip' | 'limit'>

/** Where the ids of a list come from, newest first: the register by one of its indexes, or the search index. */
type Source = { from: string; id: string } & Condition

/** What the register itself is asked: each filter as a condition. */
const conditions = (query: Query, { register, year, level, state, out, expiry, toReturn: returns, import: batch }: Filter): Condition[] => {
  const parts: Condition[] = []
  const add = (sql: string, ...params: Condition['params']) => parts.push({ sql, params })
  if (!readsAll(query)) add('document.id IN (SELECT document FROM in_scope WHERE person = ?)', query.asking.person.id)
  // Of a year the register is read by the year: an old one is not reached past all that came after it
  if (register) add(`${year === undefined ? '' : '+'}document.register = ?`, register)
  if (year !== undefined) add('document.year = ?', year)
  if (level) add('document.level = ?', level)
  if (state) add('document.state = ?', state)
  if (out) add('document.out > 0')
  if (batch !== undefined) {
    refuseNoImport(query.read, batch)
    add('document.id IN (SELECT document FROM import_document WHERE import = ?)', batch)
  }
  if (expiry) {
    const ending = expiring(expiry, query.wall.slice(0, 10))
    add(`document.id IN (${ending.sql})`, ...ending.params)
  }
  if (returns) {
    const due = toReturn('', daysAfter(query.wall.slice(0, 10), Math.max(...RETURN_DAYS)))
    add(`document.id IN (${due.sql})`, ...due.params)
  }
  return parts
}

/** No index answers two of these at once but the narrow copy of the table, which has them all; register and year have one for both. */
const tableFor = ({ register, year, level, state, out }: Filter): string => {
  const asked = [register ?? year, level, state].filter((one) => one !== undefined)
  return asked.length > 1 && !out ? 'document INDEXED BY document_narrow' : 'document'
}

/** Asked for the end of periods alone: their own list has just those. */
const isEndingAlone = ({ expiry, ...others }: Filter) =>
  (expiry === 'past' || expiry === 'soon') && Object.values(others).every((value) => value === undefined || value === false)

/** A filter as the source of its ids. A text of any length is asked of the search index, which gives the newest first by itself. */
const sourceOf = (query: Query, filter: Filter): Source => {
  const parts = conditions(query, filter)
  const register = (more: readonly Condition[]): Source => ({ from: tableFor(filter), id: 'document.id', ...all([...parts, ...more]) })
  if (filter.expiry !== undefined && readsAll(query) && isEndingAlone(filter)) {
    const { sql, params } = expiring(filter.expiry, query.wall.slice(0, 10))
    return { from: `(${sql})`, id: 'id', sql: EVERY, params }
  }
  if (filter.text === undefined) return register([])
  const meant = matching(query.read, filter.text)
  if (!meant) return { from: 'document', id: 'document.id', sql: '0', params: [] }
  if (meant.phrase === undefined) return register([{ sql: `document.id IN (${meant.sql})`, params: meant.params }])
  const hit: Condition = { sql: 'search MATCH ?', params: [meant.phrase] }
  const { from, sql, params } = register([])
  // The plus: the set is made once, and each hit asked whether it is in it. Without it each row of the register would be searched for by itself.
  const chosen = parts.length > 0 ? [{ sql: `+search.rowid IN (SELECT document.id FROM ${from} WHERE ${sql})`, params }] : []
  return { from: 'search', id: 'search.rowid', ...all([hit, ...chosen]) }
}

/** Whether it is the register without any filter. */
const isWhole = ({ from, sql }: Source) => from === 'document' && sql === EVERY

/** How many there are. Nothing is ever taken out of the register, so its last id counts it. */
const countOf = (read: Read, source: Source): number => {
  const { from, sql, params } = source
  if (isWhole(source)) return read.get<{ last: number | null }>('SELECT max(id) AS last FROM document')?.last ?? 0
  return counted(read, `SELECT count(*) AS n FROM ${from} WHERE ${sql}`, ...params)
}

/** Ids from a place on. To pass over many takes time, so the last ones are come at from the other end. */
const idsFrom = (read: Read, { from, id, sql, params }: Source, { after, skip, limit }: Page, total: number): number[] => {
  const ids = (condition: string, order: 'ASC' | 'DESC', ...more: number[]) =>
    read
      .all<{ id: number }>(
        `SELECT ${id} AS id FROM ${from} WHERE ${sql} AND ${id} ${condition} ORDER BY ${id} ${order} LIMIT ? OFFSET ?`,
        ...params,
        ...more,
      )
      .map((row) => row.id)
  const left = Math.max(0, Math.min(limit, total - skip))
  if (after === undefined && skip > total / 2) return ids('> ?', 'ASC', 0, left, total - skip - left).reverse()
  return ids('< ?', 'DESC', after ?? Number.MAX_SAFE_INTEGER, limit, skip)
}

/** The page, and how many there are in all: counted only where the page itself does not tell. */
const pageOf = (read: Read, source: Source, page: Page): { ids: number[]; total: number } => {
  const { after, skip, limit } = page
  if (after === undefined && skip === 0) {
    const ids = idsFrom(read, source, page, Number.POSITIVE_INFINITY)
    return { ids, total: ids.length < limit ? ids.length : countOf(read, source) }
  }
  const total = countOf(read, source)
  // In the register without a filter a place is an id.
  const place = isWhole(source) ? { limit, skip: 0, after: Math.min(after ?? total + 1, total + 1) - skip } : page
  return { ids: idsFrom(read, source, place, total), total }
}

/** The register, newest first, a page at a time, from any place in it. */
export const list = (query: Query, { after, skip, limit, ...filter }: Parsed<'documents.list'>): Output<'documents.list'> => {
  const { ids, total } = pageOf(query.read, sourceOf(query, filter), { after, skip, limit })
  const rows = query.read.all<Judged>(`${ROW} WHERE document.id IN (SELECT value FROM json_each(?)) ORDER BY document.id DESC`, JSON.stringify(ids))
  const today = query.wall.slice(0, 10)
  const judged = rows.map(({ declassified, ...row }) => ({ ...row, expiry: expiryOn({ ...row, declassified }, today) }))
  return { rows: judged, next: nextOf(rows, limit), total }
}
