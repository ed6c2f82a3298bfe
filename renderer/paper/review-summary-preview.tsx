import { call } from '../app/client.ts'
import { Preview } from './preview.tsx'
import { reviewSummaryForm } from './review-summary.tsx'

type Props = { year: number; month: number; onClose: () => void }

/** The 保密审查汇总表 of a month, on its pages. Opening it is a recorded print. */
const ReviewSummaryPaper = ({ year, month, onClose }: Props) => (
  <Preview
    name={`审查汇总表 ${year} 年 ${month} 月`}
    ask={() => call('paper.reviewSummary', { year, month })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={reviewSummaryForm}
    onClose={onClose}
  />
)

export default ReviewSummaryPaper
