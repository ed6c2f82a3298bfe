/** A short table that the page scrolls: `<ShortList columns={…} rows={rows} rowKey={(row) => row.id} empty="没有申请" />`. Long ones are a `List`. */
import type { ReactNode } from 'react'
import { Empty } from './empty.tsx'

export type ShortColumn<R> = { title: string; width?: number; figures?: boolean; render: (row: R) => ReactNode }

type Props<R> = { columns: readonly ShortColumn<R>[]; rows: readonly R[]; rowKey: (row: R) => number | string; empty?: ReactNode }

export const ShortList = <R,>({ columns, rows, rowKey, empty }: Props<R>) => (
  <table className="short-list">
    <thead>
      <tr>
        {columns.map(({ title, width }) => (
          <th key={title} style={width ? { width } : undefined}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={rowKey(row)}>
          {columns.map(({ title, figures, render }) => (
            <td key={title} className={figures ? 'figures' : undefined}>
              {render(row)}
            </td>
          ))}
        </tr>
      ))}
      {rows.length === 0 && (
        <tr>
          <td colSpan={columns.length}>
            <Empty says={empty ?? '没有记录'} />
          </td>
        </tr>
      )}
    </tbody>
  </table>
)
