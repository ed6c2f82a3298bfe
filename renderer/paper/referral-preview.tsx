import { call } from '../app/client.ts'
import { Preview } from './preview.tsx'
import { referralForm } from './referral.tsx'

type Props = { id: number; onClose: () => void }

/** The 送审函 of a case, on its pages. Opening it is a recorded print. */
const ReferralPaper = ({ id, onClose }: Props) => (
  <Preview
    name="送审函"
    ask={() => call('paper.referral', { review: id })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={referralForm}
    onClose={onClose}
  />
)

export default ReferralPaper
