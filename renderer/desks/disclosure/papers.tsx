import { lazy, Suspense, useState } from 'react'
import { useMay, useSession } from '../../app/session.tsx'
import type { Act } from '../../components/acts.tsx'
import { ActDialog } from '../../components/act-dialog.tsx'
import { ChooseBox } from '../../components/choose-box.tsx'

const DisclosurePaper = lazy(() => import('../../paper/disclosure-preview.tsx'))
const CaseFilePaper = lazy(() => import('../../paper/case-file-preview.tsx'))
const LetterPaper = lazy(() => import('../../paper/letter-preview.tsx'))
const DisclosuresPaper = lazy(() => import('../../paper/disclosures-preview.tsx'))

const printed = (call: string, label: string): Act => ({ call, label, allowed: true, why: null })

/** What this person may print of an application. */
export const usePapers = (): Act[] => {
  const may = useMay()
  return [
    ...(may('paper.disclosure') ? [printed('paper.disclosure', '打印申请登记表')] : []),
    ...(may('paper.caseFile') ? [printed('paper.caseFile', '打印案卷')] : []),
  ]
}

/** One of them, on its pages; `letter`: that letter instead. */
export const Paper = ({ call, id, onClose }: { call: string; id: number; onClose: () => void }) => (
  <Suspense fallback={null}>
    {call === 'paper.disclosure' && <DisclosurePaper id={id} onClose={onClose} />}
    {call === 'paper.caseFile' && <CaseFilePaper id={id} onClose={onClose} />}
    {call === 'paper.letter' && <LetterPaper id={id} onClose={onClose} />}
  </Suspense>
)

const BACK = 10

/** F8 打印依申请公开台账 of a year: which; then its pages as they will be printed. */
export const PrintLedger = ({ onClose }: { onClose: () => void }) => {
  const present = Number(useSession().now.slice(0, 4))
  const [year, setYear] = useState(present)
  const [shown, setShown] = useState(false)
  if (shown)
    return (
      <Suspense fallback={null}>
        <DisclosuresPaper year={year} onClose={onClose} />
      </Suspense>
    )
  return (
    <ActDialog title="打印依申请公开台账" rule="每次打印都有编号并记入审计" ok="预览" onOk={() => setShown(true)} onClose={onClose}>
      <div className="print-choice">
        <ChooseBox
          prefix="年度"
          aria-label="年度"
          className="filter-wide"
          value={year}
          onChange={setYear}
          options={Array.from({ length: BACK }, (_, back) => ({ value: present - back, label: `${present - back}年` }))}
        />
      </div>
    </ActDialog>
  )
}
