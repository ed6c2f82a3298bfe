import { call } from '../app/client.ts'
import { expiryForm } from './expiry.tsx'
import { Preview } from './preview.tsx'

type Props = { year: number; onClose: () => void }

/** The 期满/解密清单 of a year, on its pages. Opening it is a recorded print. */
const ExpiryPaper = ({ year, onClose }: Props) => (
  <Preview
    name={`期满解密清单 ${year} 年`}
    ask={() => call('paper.expiry', { year })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={expiryForm}
    onClose={onClose}
  />
)

export default ExpiryPaper
