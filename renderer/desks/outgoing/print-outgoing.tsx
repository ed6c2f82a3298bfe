import { InputNumber } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useSession } from '../../app/session.tsx'
import { ActDialog } from '../../components/act-dialog.tsx'

const OutgoingPaper = lazy(() => import('../../paper/outgoing-preview.tsx'))

/** F8 打印发文登记簿: which year; then its pages as they will be printed. Opening the pages is a recorded print. */
export const PrintOutgoing = ({ onClose }: { onClose: () => void }) => {
  const { now } = useSession()
  const [year, setYear] = useState(Number(now.slice(0, 4)))
  const [shown, setShown] = useState(false)
  if (shown)
    return (
      <Suspense fallback={null}>
        <OutgoingPaper year={year} onClose={onClose} />
      </Suspense>
    )
  return (
    <ActDialog title="打印密件发文登记簿" rule="每次打印都有编号并记入审计" ok="预览" onOk={() => setShown(true)} onClose={onClose}>
      <div className="print-choice">
        <label>
          年度 <InputNumber min={2000} max={2200} precision={0} value={year} onChange={(value) => setYear(value ?? year)} /> 年
        </label>
      </div>
    </ActDialog>
  )
}
