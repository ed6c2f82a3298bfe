import type { Value } from '../door/unit.ts'
import { searchPhrase } from '../storage/search.ts'
import { copyNamed } from './numbers.ts'

/** Ids of documents as a subquery with one column `id`, and its parameters. */
export type Matching = { sql: string; params: Value[] }

const BY_INDEX = 'SELECT rowid AS id FROM search WHERE search MATCH ?'
const BY_COPY = `SELECT copy.document AS id FROM search JOIN copy ON copy.document = search.rowid
  WHERE search MATCH ? AND substr(copy.number, -length(?)) = ?`

/**
 * The documents that a typed text means: any part of title, 文号, register number, 来文机关 or 份号, of one character or more;
 * or the number of one copy of several. Null when nothing in the text can be searched for.
 */
export const matching = (text: string): Matching | null => {
  const phrase = searchPhrase(text)
  if (phrase === null) return null
  const named = copyNamed(text)
  const register = named && searchPhrase(named.document)
  if (!named || !register) return { sql: BY_INDEX, params: [phrase] }
  return { sql: `${BY_INDEX} UNION ${BY_COPY}`, params: [phrase, register, named.copy, named.copy] }
}
