import { lazy } from 'react'
import { PrintYear } from '../../components/print-year.tsx'

const VisitsPaper = lazy(() => import('../../paper/visits-preview.tsx'))

/** F8 打印登记簿 of a year. */
export const PrintVisits = ({ onClose }: { onClose: () => void }) => (
  <PrintYear title="打印查阅登记簿" pages={(year) => <VisitsPaper year={year} onClose={onClose} />} onClose={onClose} />
)
