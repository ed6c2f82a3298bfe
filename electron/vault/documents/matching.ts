import { copyLabelled } from '../custody/labels.ts'
import type { Read, Value } from '../door/unit.ts'
import { searchPhrase } from '../storage/search.ts'
import { copyNamed } from './numbers.ts'

/**
 * Ids of documents as a subquery with one column `id`, and its parameters; with a copy when it is that one alone that is meant: its label was
 * scanned; with the phrase when the search index alone answers.
 */
export type Matching = { sql: string; params: Value[]; copy?: number; phrase?: string }

const BY_INDEX = 'SELECT rowid AS id FROM search WHERE search MATCH ?'
const BY_LABEL = 'SELECT document AS id FROM copy WHERE id = ?'
const BY_COPY = `SELECT copy.document AS id FROM search JOIN copy ON copy.document = search.rowid
  WHERE search MATCH ? AND substr(copy.number, -length(?)) = ?`

/**
 * The documents that a typed text means: any part of title, 文号, register number, 来文机关 or 份号, of one character or more;
 * or the number of one copy of several; or the scanned label of one copy, refused where the label is. Null when nothing in the text can be searched for.
 */
export const matching = (read: Read, text: string): Matching | null => {
  const labelled = copyLabelled(read, text, 'text')
  if (labelled) return { sql: BY_LABEL, params: [labelled.id], copy: labelled.id }
  const phrase = searchPhrase(text)
  if (phrase === null) return null
  const named = copyNamed(text)
  const register = named && searchPhrase(named.document)
  if (!named || !register) return { sql: BY_INDEX, params: [phrase], phrase }
  return { sql: `${BY_INDEX} UNION ${BY_COPY}`, params: [phrase, register, named.copy, named.copy] }
}

/** Up to so many documents found, their copies are looked up one by one; else the copies are gone through and each asked whether it is meant. */
const FEW = 500

/**
 * The copies that were meant, as a condition on `copy`: of the documents found, or the one whose label was scanned. `among`: a query of the only
 * documents that can be meant, where these are few.
 */
export const copiesMatching = (read: Read, { sql, params, copy, phrase }: Matching, among?: string): { sql: string; params: Value[] } => {
  if (copy !== undefined) return { sql: 'copy.id = ?', params: [copy] }
  const some = read.all<{ id: number }>(`SELECT id FROM (${sql}) LIMIT ?`, ...params, FEW + 1).map(({ id }) => id)
  if (some.length <= FEW) return { sql: 'copy.document IN (SELECT value FROM json_each(?))', params: [JSON.stringify(some)] }
  if (among !== undefined && phrase !== undefined) return { sql: `copy.document IN (${BY_INDEX} AND +rowid IN (${among}))`, params: [phrase] }
  return { sql: `+copy.document IN (${sql})`, params }
}
