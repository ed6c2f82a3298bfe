import { InputNumber } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { type Level, LEVELS, levelLabel } from '../../../contract/terms.ts'
import { useSession } from '../../app/session.tsx'
import { ActDialog } from '../../components/act-dialog.tsx'
import { ChooseBox } from '../../components/choose-box.tsx'
import { ExportList } from '../../components/export-list.tsx'

const CopyLedgerPaper = lazy(() => import('../../paper/copy-ledger-preview.tsx'))

/** F8 打印台账: which year, all levels or one; then its pages as they will be printed. Opening the pages is a recorded print. */
export const PrintLedger = ({ onClose }: { onClose: () => void }) => {
  const { now } = useSession()
  const [year, setYear] = useState(Number(now.slice(0, 4)))
  const [level, setLevel] = useState<Level | undefined>()
  const [shown, setShown] = useState(false)
  if (shown)
    return (
      <Suspense fallback={null}>
        <CopyLedgerPaper year={year} {...(level ? { level } : {})} onClose={onClose} />
      </Suspense>
    )
  return (
    <ActDialog title="打印复制件台账" rule="每次打印都有编号并记入审计" ok="预览" onOk={() => setShown(true)} onClose={onClose}>
      <div className="print-choice">
        <label>
          年度 <InputNumber min={1949} max={2200} precision={0} value={year} onChange={(value) => setYear(value ?? year)} /> 年
        </label>
        <ChooseBox
          optional
          aria-label="密级"
          className="filter"
          placeholder="全部密级"
          allowClear
          value={level}
          onChange={setLevel}
          options={LEVELS.map((value) => ({ value, label: levelLabel[value] }))}
        />
        <ExportList list="copyLedger" filter={{ year, ...(level ? { level } : {}) }} />
      </div>
    </ActDialog>
  )
}
