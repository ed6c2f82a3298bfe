/** TanStack's table and its virtual rows, over rows in memory. */
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { createRoot } from 'react-dom/client'
import { COLUMNS, type Paper, papers } from './papers.ts'

const ROW = 37
const rows = papers()
const features = tableFeatures({})
const column = createColumnHelper<typeof features, Paper>()
const columns = column.columns(COLUMNS.map(({ key, title }) => column.accessor((paper) => String(paper[key]), { id: key, header: title })))
const template = COLUMNS.map(({ width }) => `${width}px`).join(' ')

const Register = () => {
  const box = useRef<HTMLDivElement>(null)
  const table = useTable({ features, columns, data: rows })
  const all = table.getRowModel().rows
  const virtual = useVirtualizer({ count: all.length, getScrollElement: () => box.current, estimateSize: () => ROW, overscan: 6 })
  return (
    <div ref={box} className="box">
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <div key={index} className="row" style={{ transform: `translateY(${start}px)`, gridTemplateColumns: template }}>
            {all[index]?.getAllCells().map((cell) => (
              <div key={cell.id} className="cell">
                {String(cell.getValue())}
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}

createRoot(document.getElementById('table') as HTMLElement).render(<Register />)
