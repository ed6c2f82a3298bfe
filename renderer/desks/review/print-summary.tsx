import { lazy, Suspense, useState } from 'react'
import { useSession } from '../../app/session.tsx'
import { ActDialog } from '../../components/act-dialog.tsx'
import { ChooseBox } from '../../components/choose-box.tsx'
import { ExportList } from '../../components/export-list.tsx'

const ReviewSummaryPaper = lazy(() => import('../../paper/review-summary-preview.tsx'))

const BACK = 24

/** The months that have begun, the present one first, as the year times twelve and the month. */
const monthsUntil = (day: string): number[] => {
  const last = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  return Array.from({ length: BACK }, (_, back) => last - back)
}
const yearOf = (month: number) => Math.floor(month / 12)
const monthOf = (month: number) => (month % 12) + 1

/** F8 打印审查汇总表 of a month: which; then its pages as they will be printed. */
export const PrintSummary = ({ onClose }: { onClose: () => void }) => {
  const months = monthsUntil(useSession().now)
  const [chosen, setChosen] = useState(months[0] as number)
  const [shown, setShown] = useState(false)
  if (shown)
    return (
      <Suspense fallback={null}>
        <ReviewSummaryPaper year={yearOf(chosen)} month={monthOf(chosen)} onClose={onClose} />
      </Suspense>
    )
  return (
    <ActDialog title="打印审查汇总表" rule="每次打印都有编号并记入审计" ok="预览" onOk={() => setShown(true)} onClose={onClose}>
      <div className="print-choice">
        <ChooseBox
          prefix="月份"
          aria-label="月份"
          className="filter-wide"
          value={chosen}
          onChange={setChosen}
          options={months.map((value) => ({ value, label: `${yearOf(value)}年${monthOf(value)}月` }))}
        />
        <ExportList list="reviewSummary" filter={{ year: yearOf(chosen), month: monthOf(chosen) }} />
      </div>
    </ActDialog>
  )
}
