import { randomInt } from 'node:crypto'

/** Rows whose digests are kept side by side. */
const PAGE = 1_024
/** Of a digest's 43 characters as many are kept as two words of five hold: 60 bits. */
const WORDS = 2
const IN_A_WORD = 5
const LENGTH = 43
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** In the first word of a row: the record knows it, and: it was read since the record last changed it. */
const KNOWN = 1 << 30
const READ = 1 << 31

const sixBits = Uint8Array.from({ length: 128 }, (_, code) => Math.max(0, ALPHABET.indexOf(String.fromCharCode(code))))

/** Which characters of a digest are kept. Nobody knows before a verification which ones it will look at. */
const drawn = (): Uint8Array => {
  const places = Array.from({ length: LENGTH }, (_, place) => place)
  for (let at = 0; at < WORDS * IN_A_WORD; at += 1) {
    const other = randomInt(at, LENGTH)
    ;[places[at], places[other]] = [places[other] as number, places[at] as number]
  }
  return Uint8Array.from(places.slice(0, WORDS * IN_A_WORD))
}

/** What the record last said of the rows of one table. */
export type TableDigests = {
  /** Whether the record last gave a row this digest; `null`: whether it never gave it one. */
  is(id: number, digest: string | null): boolean
  /** The record gives a row a digest: as the row stands now it has not been read. */
  set(id: number, digest: string): void
  /** The row was read and is as the record says. */
  read(id: number): void
  /** The rows that the record knows and that were not read since. */
  unread(): Iterable<number>
}

/**
 * The digests that the record last gave the rows of a table, in eight bytes a row: a verification of thirty years stays within the memory
 * of a modest computer. Ten characters of each, drawn anew for every verification, stand for the whole: another row agrees in them with a
 * chance of 2^-60, and who would make one that does cannot know in which ten.
 */
const tableDigests = (places: Uint8Array): TableDigests => {
  const pages = new Map<number, Int32Array>()
  let unread = 0
  const word = (digest: string, nth: number): number => {
    let bits = 0
    for (let at = nth * IN_A_WORD; at < (nth + 1) * IN_A_WORD; at += 1)
      bits = (bits << 6) | (sixBits[digest.charCodeAt(places[at] as number) & 0x7f] as number)
    return bits
  }
  const nthPage = (id: number) => Math.floor(id / PAGE)
  /** Where in its page a row begins. */
  const placeOf = (id: number) => (id - nthPage(id) * PAGE) * WORDS
  const isUnread = (first: number) => (first & (KNOWN | READ)) === KNOWN
  return {
    is: (id, digest) => {
      const page = pages.get(nthPage(id))
      const at = placeOf(id)
      const first = page?.[at] ?? 0
      const isKnown = (first & KNOWN) !== 0
      if (digest === null || !page || !isKnown) return digest === null && !isKnown
      if ((first & ~(KNOWN | READ)) !== word(digest, 0)) return false
      for (let nth = 1; nth < WORDS; nth += 1) if (page[at + nth] !== word(digest, nth)) return false
      return true
    },
    set: (id, digest) => {
      const page = pages.get(nthPage(id)) ?? new Int32Array(PAGE * WORDS)
      const at = placeOf(id)
      pages.set(nthPage(id), page)
      if (!isUnread(page[at] as number)) unread += 1
      page[at] = word(digest, 0) | KNOWN
      for (let nth = 1; nth < WORDS; nth += 1) page[at + nth] = word(digest, nth)
    },
    read: (id) => {
      const page = pages.get(nthPage(id))
      const first = page?.[placeOf(id)] ?? 0
      if (!page || !isUnread(first)) return
      page[placeOf(id)] = first | READ
      unread -= 1
    },
    *unread() {
      if (unread === 0) return
      for (const [nth, page] of pages) for (let at = 0; at < page.length; at += WORDS) if (isUnread(page[at] as number)) yield nth * PAGE + at / WORDS
    },
  }
}

/** The digests of every table, in the order in which the record first names them. */
export type KnownDigests = { of(table: string): TableDigests; tables(): IterableIterator<[string, TableDigests]> }

export const knownDigests = (): KnownDigests => {
  const places = drawn()
  const known = new Map<string, TableDigests>()
  return {
    of: (table) => {
      const digests = known.get(table) ?? tableDigests(places)
      known.set(table, digests)
      return digests
    },
    tables: () => known.entries(),
  }
}
