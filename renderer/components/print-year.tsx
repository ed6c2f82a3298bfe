import { InputNumber } from 'antd'
import { type ReactNode, Suspense, useState } from 'react'
import { useSession } from '../app/session.tsx'
import { ActDialog } from './act-dialog.tsx'

type Props = { title: string; pages: (year: number) => ReactNode; onClose: () => void }

/** Prints the book of a year: which; then its pages as they will be printed. Opening the pages is a recorded print. */
export const PrintYear = ({ title, pages, onClose }: Props) => {
  const { now } = useSession()
  const [year, setYear] = useState(Number(now.slice(0, 4)))
  const [shown, setShown] = useState(false)
  if (shown) return <Suspense fallback={null}>{pages(year)}</Suspense>
  return (
    <ActDialog title={title} rule="每次打印都有编号并记入审计" ok="预览" onOk={() => setShown(true)} onClose={onClose}>
      <div className="print-choice">
        <label>
          年度 <InputNumber min={1949} max={2200} precision={0} value={year} onChange={(value) => setYear(value ?? year)} /> 年
        </label>
      </div>
    </ActDialog>
  )
}
