import { reviewCopyLabel, type ReviewCopy } from '../../contract/terms.ts'
import { call } from '../app/client.ts'
import { Preview } from './preview.tsx'
import { reviewTextForm } from './review-text.tsx'

type Props = { id: number; version: number; copy: ReviewCopy; onClose: () => void }

/** A text that is kept in the vault, on its pages: marked for those who sign, or as it is given out. Opening it is a recorded print. */
const ReviewTextSheet = ({ id, version, copy, onClose }: Props) => (
  <Preview
    name={reviewCopyLabel[copy]}
    ask={() => call('paper.reviewText', { review: id, version, copy })}
    ticketOf={({ frame }) => frame.ticket}
    textOf={({ file }) => file?.ticket ?? null}
    formOf={reviewTextForm}
    onClose={onClose}
  />
)

export default ReviewTextSheet
