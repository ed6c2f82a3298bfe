import { lazy, Suspense } from 'react'
import type { Input } from '../../../contract/index.ts'
import type { LoanView } from '../../../contract/lending-views.ts'

const LoanPaper = lazy(() => import('../../paper/loan-preview.tsx'))
const LentPaper = lazy(() => import('../../paper/lent-preview.tsx'))

/** F8 打印审批单. Opening the page is a recorded print. */
export const PrintLoan = ({ of: loan, onClose }: { of: LoanView; onClose: () => void }) => (
  <Suspense fallback={null}>
    <LoanPaper id={loan.id} onClose={onClose} />
  </Suspense>
)

/** F8 打印在外清单: everything that is out at this moment, what of it is late, or what one person holds. */
export const PrintLent = ({ of = {}, onClose }: { of?: Input<'paper.lent'>; onClose: () => void }) => (
  <Suspense fallback={null}>
    <LentPaper of={of} onClose={onClose} />
  </Suspense>
)
