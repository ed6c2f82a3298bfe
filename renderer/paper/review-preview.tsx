import { call } from '../app/client.ts'
import { Preview } from './preview.tsx'
import { reviewForm } from './review.tsx'

type Props = { id: number; onClose: () => void }

/** The 保密审查表 of a case, on its pages. Opening it is a recorded print. */
const ReviewPaper = ({ id, onClose }: Props) => (
  <Preview
    name="保密审查表"
    ask={() => call('paper.review', { review: id })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={reviewForm}
    onClose={onClose}
  />
)

export default ReviewPaper
