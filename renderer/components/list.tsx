// biome-ignore-all lint/a11y/useSemanticElements: the rows of a table cannot stand at their places while those between are left out
// biome-ignore-all lint/a11y/useFocusableInteractive: the keys stand on the grid and move through its rows
/**
 * A list that fills the height, of which only what is in sight is drawn: `<List pages={usePagesOf('breaches.list', filter)} columns={…} rowKey={(row) => row.id}
 * selected={id} onOpen={(row) => go('breaches', row.id)} empty="没有…" />`. With `usePagesOf` it reads on as it is scrolled, with `useJumpsOf` it is read at any
 * place. Arrow keys, 上页 下页, Home and End move, Enter opens. Give one column no width: it takes the rest. Where there is no room for all, whole columns
 * go, in the order of their `drop`: what is shown is shown in full.
 */
import { type KeyboardEvent, memo, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { Empty } from './empty.tsx'
import { fitted, type ListColumn } from './list-columns.ts'
import { heightOf, type Place, placeAt, START, scrolledTo } from './long-scroll.ts'
import { RefusalNote } from './refusal.tsx'

export type { ListColumn } from './list-columns.ts'

/** Rows that are read one page after the other. */
type Pages<R> = {
  rows: readonly R[]
  isPending: boolean
  /** Still the rows of the filter before. */
  isPlaceholderData: boolean
  isFetchingNextPage: boolean
  hasNextPage: boolean
  error: unknown
  fetchNextPage: () => unknown
}

/** Rows that are read where they are looked at. */
type Jumps<R> = {
  total: number
  /** The filter: with another one the list begins at its top. */
  of: string
  isPending: boolean
  isPlaceholderData: boolean
  error: unknown
  rowAt: (index: number) => R | undefined
  find: (is: (row: R) => boolean) => number
  see: (from: number, to: number) => void
}

type Props<R> = {
  pages: Pages<R> | Jumps<R>
  columns: readonly ListColumn<R>[]
  rowKey: (row: R) => number
  selected?: number | null
  onOpen?: (row: R) => void
  empty: ReactNode
}

/** Pixels, as list.css has them. */
const ROW = 37
const HEAD = 37
/** Rows drawn beyond what is in sight, above and below. */
const BESIDE = 6
/** So near to the end of what is read the next page is asked for. */
const NEAR_END = 15

const useSize = () => {
  const box = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  useEffect(() => {
    if (!box.current) return
    const observer = new ResizeObserver(([entry]) => entry && setSize({ width: entry.contentRect.width, height: entry.contentRect.height }))
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  return { box, size }
}

/** Both kinds of pages, looked at alike. */
const looked = <R,>(pages: Pages<R> | Jumps<R>): Jumps<R> => {
  if ('rowAt' in pages) return pages
  const { rows } = pages
  return {
    ...pages,
    total: rows.length,
    of: '',
    rowAt: (index) => rows[index],
    find: (is) => rows.findIndex(is),
    see: (_, to) => {
      if (to >= rows.length - NEAR_END && pages.hasNextPage && !pages.isFetchingNextPage) pages.fetchNextPage()
    },
  }
}

type LineProps<R> = { row: R | undefined; index: number; y: number; look: string; template: string; columns: readonly ListColumn<R>[] }

const shownText = (content: ReactNode) => (typeof content === 'string' || typeof content === 'number' ? String(content) : undefined)

/** One row; one that is still being read has its place and says so. */
const Line = <R,>({ row, index, y, look, template, columns }: LineProps<R>) => (
  <div
    className={`list-row ${look}`}
    role="row"
    aria-rowindex={index + 2}
    aria-busy={row === undefined || undefined}
    data-index={index}
    style={{ transform: `translateY(${y}px)`, gridTemplateColumns: template }}
  >
    {columns.map(({ key, align, render }, place) => {
      if (row === undefined)
        return (
          <div key={key} className="list-cell quiet" role="gridcell">
            {place === 0 && '正在读取…'}
          </div>
        )
      const content = render(row)
      return (
        <div key={key} className="list-cell" role="gridcell" style={align && { textAlign: align }} title={shownText(content)}>
          {content}
        </div>
      )
    })}
  </div>
)
const SameLine = memo(Line) as typeof Line

/** Where the keys stand: the row, and its place for when it is not at hand. */
type At = { key: number | null; index: number }

export const List = <R extends object>({ pages, columns, rowKey, selected = null, onOpen, empty }: Props<R>) => {
  const { box, size } = useSize()
  const rows = looked(pages)
  const [at, setAt] = useState<At | null>(null)
  const [place, setPlace] = useState<Place>(START)
  const { total, of, see } = rows
  const span = { whole: total * ROW, view: Math.max(0, Math.floor(size.height) - HEAD) }
  const room = Math.floor(size.width)
  const { shown, template, least } = useMemo(() => fitted(columns, room), [columns, room])

  const indexOf = ({ key, index }: At) => {
    const found = key === null ? -1 : rows.find((row) => rowKey(row) === key)
    return found >= 0 ? found : index
  }
  const current = at && indexOf(at)
  /** The row is known as soon as it has been read. */
  const keyAt = (index: number) => {
    const row = rows.rowAt(index)
    return row === undefined ? null : rowKey(row)
  }
  const key = at?.key ?? (current === null ? null : keyAt(current))

  const isLooking = span.view > 0 && total > 0 && !rows.error
  /** Pixels above the window; a list that became shorter is at its end. */
  const topOf = (at: Place) => Math.min(at.top, Math.max(0, span.whole - span.view))
  /** The rows that are drawn at a place: from the first on, before the second. */
  const drawnAt = (at: Place) => {
    const top = topOf(at)
    return { from: Math.max(0, Math.floor(top / ROW) - BESIDE), to: Math.min(total, Math.ceil((top + span.view) / ROW) + BESIDE) }
  }
  const goTo = (next: Place) => {
    setPlace(next)
    // What will be looked at is asked for at once, not only after its empty rows have been painted.
    const { from, to } = drawnAt(next)
    if (isLooking) see(from, to - 1)
    if (box.current && box.current.scrollTop !== next.scroll) box.current.scrollTop = next.scroll
  }
  // Another record was opened, from wherever: the arrows go on from it.
  useEffect(() => {
    if (selected !== null) setAt((before) => (before?.key === selected ? before : { key: selected, index: before?.index ?? 0 }))
  }, [selected])
  // Another filter: its list begins at the top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the filter is the reason, not what is read
  useEffect(() => {
    setAt((before) => (before?.key === selected ? before : null))
    goTo(START)
  }, [of])

  const { from, to } = drawnAt(place)
  useEffect(() => {
    if (isLooking) see(from, to - 1)
  })

  const move = (wanted: number) => {
    const index = Math.max(0, Math.min(total - 1, wanted))
    if (total === 0) return
    setAt({ key: keyAt(index), index })
    const [top, above, below] = [topOf(place), index * ROW, (index + 1) * ROW - span.view]
    if (top > above || top < below) goTo(placeAt(span, top > above ? above : below))
    see(index, index)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const page = Math.max(1, Math.floor(span.view / ROW) - 1)
    const now = current ?? -1
    const row = current === null ? undefined : rows.rowAt(current)
    if (event.key === 'ArrowDown') move(now + 1)
    else if (event.key === 'ArrowUp') move(now - 1)
    else if (event.key === 'PageDown') move(Math.max(0, now) + page)
    else if (event.key === 'PageUp') move(now - page)
    else if (event.key === 'Home') move(0)
    else if (event.key === 'End') move(total - 1)
    else if (event.key === 'Enter' && row && onOpen) onOpen(row)
    else return
    event.preventDefault()
  }
  const looks = (row: R | undefined, index: number) => {
    const own = row && rowKey(row)
    const here = key === null ? index === current : own === key
    return `${own !== undefined && own === selected ? 'row-open' : ''} ${here ? 'row-at' : ''}`
  }
  const offset = place.scroll - place.top
  const drawn = Array.from({ length: isLooking ? to - from : 0 }, (_, nth) => from + nth)
  /** A row that went out of sight at one end comes in at the other: its boxes are filled anew, not made anew. */
  const lines = Math.ceil(span.view / ROW) + 2 * BESIDE + 2
  return (
    <div
      className={rows.isPlaceholderData ? 'list list-former' : 'list'}
      ref={box}
      role="grid"
      tabIndex={0}
      aria-rowcount={total + 1}
      onKeyDown={keys}
      onScroll={({ currentTarget }) => {
        if (currentTarget.scrollTop !== place.scroll) goTo(scrolledTo(span, place, currentTarget.scrollTop))
      }}
      onClick={({ target }) => {
        const line = target instanceof Element ? target.closest<HTMLElement>('.list-row') : null
        if (!line) return
        const index = Number(line.dataset.index)
        const row = rows.rowAt(index)
        setAt({ key: row === undefined ? null : rowKey(row), index })
        if (row) onOpen?.(row)
      }}
    >
      {rows.error ? <RefusalNote of={rows.error} /> : null}
      {size.height > 0 && !rows.error && (
        <>
          <div className="list-head" role="row" style={{ gridTemplateColumns: template, minWidth: least }}>
            {shown.map(({ key: column, title, align }) => (
              <div key={column} className="list-cell" role="columnheader" style={align && { textAlign: align }}>
                {title}
              </div>
            ))}
          </div>
          <div className="list-body" style={{ height: heightOf(span), minWidth: least }}>
            {drawn.map((index) => {
              const row = rows.rowAt(index)
              return (
                <SameLine
                  key={index % lines}
                  row={row}
                  index={index}
                  y={index * ROW + offset}
                  look={looks(row, index)}
                  template={template}
                  columns={shown}
                />
              )
            })}
          </div>
          {total === 0 && (
            <div className="list-empty">{rows.isPending ? '正在读取…' : typeof empty === 'string' ? <Empty says={empty} /> : empty}</div>
          )}
        </>
      )}
    </div>
  )
}
