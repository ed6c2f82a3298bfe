/**
 * A list that fills the height and reads on as it is scrolled: `<List pages={usePagesOf('documents.list', filter)} columns={…} rowKey={(row) => row.id}
 * selected={id} onOpen={(row) => go('documents', row.id)} empty="没有…" />`. Arrow keys move, Enter opens. Give one column no width: it takes the rest.
 * Where there is no room for all, whole columns go, in the order of their `drop`: what is shown is shown in full.
 */
import { Table, type TableColumnsType } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { Empty } from './empty.tsx'
import { RefusalNote } from './refusal.tsx'

export type ListColumn<R> = {
  key: string
  title: ReactNode
  width?: number
  /** The least of the column that takes the rest. */
  least?: number
  align?: 'left' | 'right' | 'center'
  /** In which turn it goes where room is short; left out, it stays. */
  drop?: number
  render: (row: R) => ReactNode
}

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

type Props<R> = {
  pages: Pages<R>
  columns: readonly ListColumn<R>[]
  rowKey: (row: R) => number
  selected?: number | null
  onOpen?: (row: R) => void
  empty: ReactNode
}

/** Least width of the column that takes the rest, unless it says so itself. */
const REST = 150
const HEAD = 40

const useHeight = () => {
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

const sum = <R,>(columns: readonly ListColumn<R>[]) => columns.reduce((total, { width, least = REST }) => total + (width ?? least), 0)

/** The columns that there is room for. */
const fitted = <R,>(columns: readonly ListColumn<R>[], room: number) => {
  let shown = columns
  for (const { key } of columns.filter(({ drop }) => drop !== undefined).toSorted((one, other) => Number(one.drop) - Number(other.drop)))
    if (sum(shown) > room) shown = shown.filter((column) => column.key !== key)
  const cells: TableColumnsType<R> = shown.map(({ key, title, width, align, render }) => ({
    key,
    title,
    ...(width ? { width } : {}),
    ...(align ? { align } : {}),
    ellipsis: true,
    render: (_, row: R) => render(row),
  }))
  return { cells, least: sum(shown) }
}

export const List = <R extends object>({ pages, columns, rowKey, selected = null, onOpen, empty }: Props<R>) => {
  const { box, size } = useHeight()
  const [at, setAt] = useState<number | null>(null)
  // Another record was opened, from wherever: the arrows go on from it.
  useEffect(() => {
    if (selected !== null) setAt(selected)
  }, [selected])
  const table = useRef<{ scrollTo: (to: { index: number }) => void }>(null)
  const { rows } = pages
  const shown = at ?? selected
  const place = rows.findIndex((row) => rowKey(row) === shown)
  const room = Math.floor(size.width)
  const { cells, least } = useMemo(() => fitted(columns, room), [columns, room])
  const readOn = () => {
    if (pages.hasNextPage && !pages.isFetchingNextPage) pages.fetchNextPage()
  }
  const move = (to: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))]
    if (!row) return
    setAt(rowKey(row))
    table.current?.scrollTo({ index: rows.indexOf(row) })
    if (to >= rows.length - 5) readOn()
  }
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const row = rows[place]
    if (event.key === 'ArrowDown') move(place + 1)
    else if (event.key === 'ArrowUp') move(place - 1)
    else if (event.key === 'Enter' && row && onOpen) onOpen(row)
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows inside are moved through with the arrow keys
    // biome-ignore lint/a11y/noNoninteractiveTabindex: as above
    <div className={pages.isPlaceholderData ? 'list list-former' : 'list'} ref={box} tabIndex={0} onKeyDown={keys}>
      {pages.error ? <RefusalNote of={pages.error} /> : null}
      {size.height > 0 && !pages.error && (
        <Table<R>
          ref={table as never}
          virtual
          size="small"
          pagination={false}
          columns={cells}
          dataSource={rows as R[]}
          rowKey={rowKey}
          scroll={{ x: Math.max(least, room), y: Math.floor(size.height) - HEAD }}
          locale={{ emptyText: pages.isPending ? '正在读取…' : typeof empty === 'string' ? <Empty says={empty} /> : empty }}
          rowClassName={(row) => `${rowKey(row) === selected ? 'row-open' : ''} ${rowKey(row) === at ? 'row-at' : ''}`}
          onRow={(row) => ({
            onClick: () => {
              setAt(rowKey(row))
              onOpen?.(row)
            },
          })}
          onScroll={(event) => {
            const { scrollHeight, scrollTop, clientHeight } = event.currentTarget as HTMLElement
            if (scrollHeight - scrollTop - clientHeight < 600) readOn()
          }}
        />
      )}
    </div>
  )
}
