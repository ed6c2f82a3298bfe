/**
 * The screen's only way to data: typed calls through `window.mijuan`.
 *
 * - `call(name, input)` gives the output or throws a `RefusedError`.
 * - `useQueryOf(name, input, options?)` a query that is kept and refreshed; `useAct(name)` a mutation, after which everything is read again.
 * - `usePagesOf(name, input)` a list read page by page. One that says its `total` is read at any place: `useJumpsOf` (jumps.ts).
 */
import { QueryClient, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Bridge } from '../../contract/bridge.ts'
import type { Input, Output, ProcedureName } from '../../contract/index.ts'
import type { Refusal, Reply } from '../../contract/refusal.ts'
import { leave, passwordAged } from './signed-in.ts'

declare global {
  interface Window {
    mijuan: Bridge
  }
}

/** What the vault answered instead of an output. Show it with `<RefusalNote>`, or set it on the form by its `field`. */
export class RefusedError extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

/** The refusal in whatever was caught; a defect of ours becomes a `fault`. */
export const refusalOf = (caught: unknown): Refusal =>
  caught instanceof RefusedError ? caught.refusal : { code: 'fault', message: '程序出错，本次操作没有保存。请重试；仍不行请告知系统管理员。' }

/** One call through the door. Refused `session.locked`, the page goes back to sign-in and forgets everything. */
export const call = async <N extends ProcedureName>(name: N, input: Input<N>, background = false): Promise<Output<N>> => {
  const reply = (await window.mijuan.call(name, input, { background })) as Reply<Output<N>>
  if (reply.ok) return reply.output
  const { code, field } = reply.refused
  if (code === 'session.locked') forget()
  // With a field it is about whoever signs in place.
  if (code === 'session.mustChangePassword' && field === undefined) passwordAged()
  throw new RefusedError(reply.refused)
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: 2_000, gcTime: 60_000, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Drops all that was read and goes back to sign-in: no title stays in the page (锁定). */
export const forget = (reason: 'left' | 'locked' = 'locked'): void => {
  leave(reason)
  // The status of the vault holds nothing of anybody and is being waited for: it is asked again, not dropped.
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'setup.status' })
  queryClient.getMutationCache().clear()
  void queryClient.invalidateQueries({ queryKey: ['setup.status'] })
}

/** Whether an answer to this stands already: what is read again is read in the background. */
export const alreadyRead = (key: readonly unknown[]) => queryClient.getQueryState(key)?.data !== undefined

type QueryOptions = {
  /** False: not asked yet. */
  enabled?: boolean
  /** Asked again by itself every so many milliseconds; it does not put off the idle lock. */
  every?: number
  /** Keeps the former answer on the screen while a changed input is asked for. */
  keep?: boolean
}

/** Reads through the door. The answer is kept under its name and input; the second and later readings are background ones. */
export const useQueryOf = <N extends ProcedureName>(name: N, input: Input<N>, options: QueryOptions = {}) => {
  const key = [name, input] as const
  return useQuery<Output<N>, RefusedError>({
    queryKey: key,
    queryFn: () => call(name, input, alreadyRead(key)),
    enabled: options.enabled ?? true,
    refetchInterval: options.every ?? false,
    ...(options.keep ? { placeholderData: (before: Output<N> | undefined) => before as never } : {}),
  })
}

/** The procedures that answer page by page. */
export type Listed = {
  [N in ProcedureName]: Output<N> extends { rows: readonly unknown[]; next: number | null } ? N : never
}[ProcedureName]
export type RowOf<N extends Listed> = Output<N> extends { rows: readonly (infer R)[] } ? R : never

/** Reads a list page by page; `rows` are those read so far. A page without rows that has a next one is a search under way: it goes on by itself. */
export const usePagesOf = <N extends Listed>(name: N, input: Input<N>, enabled = true) => {
  const key = [name, 'pages', input] as const
  const pages = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => call(name, (pageParam === null ? input : { ...input, after: pageParam }) as Input<N>, alreadyRead(key)),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last as { next: number | null }).next,
    enabled,
    placeholderData: (before) => before,
  })
  const rows = (pages.data?.pages ?? []).flatMap((page) => (page as unknown as { rows: RowOf<N>[] }).rows)
  const goesOn = enabled && rows.length === 0 && pages.hasNextPage
  const { isFetching, error, fetchNextPage } = pages
  useEffect(() => {
    if (goesOn && !isFetching && !error) void fetchNextPage()
  }, [goesOn, isFetching, error, fetchNextPage])
  return { ...pages, isPending: pages.isPending || goesOn, rows, first: pages.data?.pages[0] as Output<N> | undefined }
}

/** Acts through the door. After a success everything on the screen is read again. */
export const useAct = <N extends ProcedureName>(name: N) =>
  useMutation<Output<N>, RefusedError, Input<N>>({
    mutationFn: (input) => call(name, input),
    onSuccess: () => queryClient.invalidateQueries(),
  })

/** Acts that have begun and are not on their way yet: a form first looks at what stands in its boxes. */
let beginning = 0

/** Begins an act that is not called at once: from here on it has begun. */
export const begin = async (act: () => Promise<void>): Promise<void> => {
  beginning += 1
  try {
    await act()
  } finally {
    beginning -= 1
  }
}

/** Whether an act has begun or is under way at this very moment: what was drawn last may not know it yet. Lasting work (lasting.ts) is none. */
export const isActing = (): boolean => beginning > 0 || queryClient.isMutating({ predicate: ({ meta }) => meta?.lasting !== true }) > 0
