/**
 * A list that says how many rows it has, read where it is looked at: `const pages = useJumpsOf('documents.list', filter)`. Its pages come by their
 * place, not one after the other, so that its end is as near as its beginning; those out of sight are soon let go.
 */
import { useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { Input, Output } from '../../contract/index.ts'
import { alreadyRead, call, type Listed, queryClient, type RefusedError, type RowOf } from './client.ts'

/** The procedures whose pages can be read from any place. */
export type Jumped = {
  [N in Listed]: Output<N> extends { total: number | null } ? (Input<N> extends { skip?: number | undefined } ? N : never) : never
}[Listed]

export const PAGE_ROWS = 100
/** Rows read beyond what is in sight, so that a slow wheel never meets an empty row. */
const AHEAD = 40
/** Milliseconds that a page is kept out of sight: all of a long list scrolled through would fill the memory. */
const KEPT_MS = 5_000

/** The pages on which these rows are, and so many above and below them. The first page is always at hand. */
const pagesOf = (from: number, to: number, beside: number): number[] => {
  const [first, last] = [Math.max(0, from - beside), to + beside].map((row) => Math.floor(row / PAGE_ROWS)) as [number, number]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((page) => page > 0)
}

const pageOf = <N extends Jumped>(name: N, input: Input<N>, page: number) => {
  const queryKey = [name, 'jumps', input, page] as const
  const asked = { ...input, skip: page * PAGE_ROWS, limit: PAGE_ROWS } as Input<N>
  return { queryKey, queryFn: () => call(name, asked, alreadyRead(queryKey)) }
}

type Rows<N extends Jumped> = { rows: RowOf<N>[]; total: number | null }

/** The first page is always at hand: it tells how many there are. `see` says which rows are looked at; `find` looks among those at hand. */
export const useJumpsOf = <N extends Jumped>(name: N, input: Input<N>) => {
  const [seen, setSeen] = useState<readonly number[]>([])
  const head = useQuery<Output<N>, RefusedError>({ ...pageOf(name, input, 0), placeholderData: (before) => before as never })
  const first = head.data as (Output<N> & Rows<N>) | undefined
  const total = first?.total ?? 0
  // The pages of the filter before are none of this one.
  const wanted = head.isPlaceholderData ? [] : seen.filter((page) => page * PAGE_ROWS < total)
  const others = useQueries({ queries: wanted.map((page) => ({ ...pageOf(name, input, page), gcTime: KEPT_MS })) })
  const pages = new Map<number, readonly RowOf<N>[]>()
  if (first) pages.set(0, first.rows)
  for (const [index, page] of wanted.entries()) {
    const read = others[index]?.data as Rows<N> | undefined
    if (read) pages.set(page, read.rows)
  }
  const of = useMemo(() => JSON.stringify(input), [input])
  const asking = useRef<(page: number) => void>(() => undefined)
  asking.current = (page) => {
    const query = { ...pageOf(name, input, page), gcTime: KEPT_MS }
    const isThere = page * PAGE_ROWS < total && !head.isPlaceholderData
    if (isThere && queryClient.getQueryState(query.queryKey) === undefined) void queryClient.prefetchQuery(query)
  }
  const see = useCallback((from: number, to: number) => {
    // Pages that are looked at are asked for before those beside them, and before anything is drawn.
    for (const page of pagesOf(from, to, 0)) asking.current(page)
    const next = pagesOf(from, to, AHEAD)
    setSeen((before) => (next.join() === before.join() ? before : next))
  }, [])
  return {
    first: first as Output<N> | undefined,
    total,
    of,
    isPending: head.isPending,
    isPlaceholderData: head.isPlaceholderData,
    error: head.error ?? others.find(({ error }) => error)?.error ?? null,
    see,
    rowAt: (index: number): RowOf<N> | undefined => pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS],
    find: (is: (row: RowOf<N>) => boolean): number => {
      for (const [page, rows] of pages) {
        const place = rows.findIndex(is)
        if (place >= 0) return page * PAGE_ROWS + place
      }
      return -1
    },
  }
}
