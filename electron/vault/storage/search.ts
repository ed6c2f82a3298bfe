/** What is found by any part of its words, each kind in an index of its own: an id means one record in each. */
export const searchTable = {
  document: 'search',
  review: 'search_review',
  publication: 'search_publication',
  disclosure: 'search_disclosure',
} as const
export type Searched = keyof typeof searchTable

/** Between two fields, so that a phrase does not run from one into the next. */
const BORDER = 'zzqx'

/** Letters and digits of a text, one by one, in NFKC and lower case: 市发〔2026〕8号 → 市 发 2 0 2 6 8 号. */
export const splitForSearch = (text: string): string =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]/gu) ?? []
  ).join(' ')

/** Parts that were split before the act that indexes them. */
export type SplitParts = { split: string }
export type IndexPart = string | null | SplitParts

/** The text of a document in the index: its parts, each split, with borders between. */
export const indexText = (parts: readonly IndexPart[]): string =>
  parts
    .filter((part): part is string | SplitParts => part !== null && part !== '')
    .map((part) => (typeof part === 'string' ? splitForSearch(part) : part.split))
    .join(` ${BORDER} `)

/** The FTS5 question for any part of a text of one or more characters; null when nothing in it can be searched for. */
export const searchPhrase = (text: string): string | null => {
  const split = splitForSearch(text)
  return split === '' ? null : `"${split}"`
}

/** Records of a kind by any part of a typed text, as a condition on their id; none when nothing in it can be searched for. */
export const found = (of: Searched, text: string, column: string): { sql: string; params: string[] } => {
  const phrase = searchPhrase(text)
  const table = searchTable[of]
  return phrase === null ? { sql: '0', params: [] } : { sql: `${column} IN (SELECT rowid FROM ${table} WHERE ${table} MATCH ?)`, params: [phrase] }
}

/** A part of a short column as a LIKE pattern, its wildcards taken literally (ESCAPE '\\'); anything when there is none. */
export const containing = (text: string | undefined): string => (text === undefined ? '%' : `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`)
