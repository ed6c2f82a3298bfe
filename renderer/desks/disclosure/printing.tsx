import { lazy, Suspense } from 'react'
import type { DisclosureView } from '../../../contract/disclosure-views.ts'
import { useMay } from '../../app/session.tsx'
import type { Act } from '../../components/acts.tsx'
import { PrintYear } from '../../components/print-year.tsx'

const ApplicationPaper = lazy(() => import('../../paper/disclosure-preview.tsx'))
const CaseFilePaper = lazy(() => import('../../paper/case-file-preview.tsx'))
const LetterPaper = lazy(() => import('../../paper/letter-preview.tsx'))
const DisclosuresPaper = lazy(() => import('../../paper/disclosures-preview.tsx'))

/** What stands on the page to be printed: a paper of the application, or one of its letters. */
export type Printed = { call: string; letter: number | null }

/** 登记表 and 案卷 of an application, for whoever may print. */
export const usePapers = (): Act[] => {
  const may = useMay()
  const paper = (call: 'paper.disclosure' | 'paper.caseFile', label: string): Act[] => (may(call) ? [{ call, label, allowed: true, why: null }] : [])
  return [...paper('paper.disclosure', '打印登记表'), ...paper('paper.caseFile', '打印案卷')]
}

/** The pages as they will be printed. Opening them is a recorded print. */
export const Pages = ({ of: view, printed: { call, letter }, onClose }: { of: DisclosureView; printed: Printed; onClose: () => void }) => (
  <Suspense fallback={null}>
    {call === 'paper.disclosure' && <ApplicationPaper id={view.id} onClose={onClose} />}
    {call === 'paper.caseFile' && <CaseFilePaper id={view.id} onClose={onClose} />}
    {letter !== null && <LetterPaper id={letter} onClose={onClose} />}
  </Suspense>
)

/** F8 打印依申请公开台账 of a year. */
export const PrintLedger = ({ onClose }: { onClose: () => void }) => (
  <PrintYear title="打印依申请公开台账" pages={(year) => <DisclosuresPaper year={year} onClose={onClose} />} onClose={onClose} />
)
