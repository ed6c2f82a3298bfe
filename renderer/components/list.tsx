/**
 * A list that fills the height and reads on as it is scrolled: `<List pages={usePagesOf('documents.list', filter)} columns={…} rowKey={(row) => row.id}
 * selected={id} onOpen={(row) => go('documents', row.id)} empty="没有…" />`. Arrow keys move, Enter opens. Give one column no width: it takes the rest.
 * Columns marked `wide` are shown only while there is room for all.
 */
import { Table, type TableColumnsType } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { Empty } from './empty.tsx'
import { RefusalNote } from './refusal.tsx'

export type ListColumn<R> = {
  key: string
  title: ReactNode
  width?: number
  align?: 'left' | 'right' | 'center'
  wide?: boolean
  render: (row: R) => ReactNode
}

type Pages<R> = {
  rows: readonly R[]
  isPending: boolean
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

/** Least width of the column that takes the rest. */
const REST = 180
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

/** The columns that there is room for. Beside an open record they are narrowed, to three quarters at most, before the list is scrolled sideways. */
const fitted = <R,>(columns: readonly ListColumn<R>[], room: number) => {
  const sum = (some: readonly ListColumn<R>[]) => some.reduce((total, { width }) => total + (width ?? REST), 0)
  const shown = sum(columns) <= room ? columns : columns.filter(({ wide }) => !wide)
  const scale = Math.min(1, Math.max(0.75, room / sum(shown)))
  const cells: TableColumnsType<R> = shown.map(({ key, title, width, align, render }) => ({
    key,
    title,
    ...(width ? { width: Math.floor(width * scale) } : {}),
    ...(align ? { align } : {}),
    ellipsis: true,
    render: (_, row: R) => render(row),
  }))
  return { cells, least: Math.floor(sum(shown) * scale) }
}

export const List = <R extends object>({ pages, columns, rowKey, selected = null, onOpen, empty }: Props<R>) => {
  const { box, size } = useHeight()
  const [at, setAt] = useState<number | null>(null)
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
    <div className="list" ref={box} tabIndex={0} onKeyDown={keys}>
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
          rowClassName={(row) => (rowKey(row) === selected ? 'row-open' : rowKey(row) === at ? 'row-at' : '')}
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
