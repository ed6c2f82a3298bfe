import type { ReactNode } from 'react'

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

/** Least width of the column that takes the rest, unless it says so itself. */
const REST = 150

const sum = <R>(columns: readonly ListColumn<R>[]) => columns.reduce((total, { width, least = REST }) => total + (width ?? least), 0)

/** The columns that there is room for, as a grid's template, and the least width they need. */
export const fitted = <R>(columns: readonly ListColumn<R>[], room: number) => {
  let shown = columns
  for (const { key } of columns.filter(({ drop }) => drop !== undefined).toSorted((one, other) => Number(one.drop) - Number(other.drop)))
    if (sum(shown) > room) shown = shown.filter((column) => column.key !== key)
  const template = shown.map(({ width, least = REST }) => (width ? `${width}px` : `minmax(${least}px, 1fr)`)).join(' ')
  return { shown, template, least: sum(shown) }
}
