import { lazy } from 'react'
import { PrintYear } from '../../components/print-year.tsx'

const OutgoingPaper = lazy(() => import('../../paper/outgoing-preview.tsx'))

/** F8 打印发文登记簿 of a year. */
export const PrintOutgoing = ({ onClose }: { onClose: () => void }) => (
  <PrintYear title="打印密件发文登记簿" pages={(year) => <OutgoingPaper year={year} onClose={onClose} />} onClose={onClose} />
)
