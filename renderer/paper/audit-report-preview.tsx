import { call } from '../app/client.ts'
import { auditReportForm } from './audit-report.tsx'
import { Preview } from './preview.tsx'

type Props = { year: number; quarter: number; onClose: () => void }

/** The 安全审计报告 of a quarter, on its pages. Opening it is a recorded print. */
const AuditReportPaper = ({ year, quarter, onClose }: Props) => (
  <Preview
    name="安全审计报告"
    ask={() => call('paper.auditReport', { year, quarter })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={auditReportForm}
    onClose={onClose}
  />
)

export default AuditReportPaper
