import type { PublicationClass } from '../../contract/terms.ts'
import { call } from '../app/client.ts'
import { Preview } from './preview.tsx'
import { publicationsForm } from './publications.tsx'

type Props = { year: number; heading: PublicationClass | null; onlyPublic: boolean; onClose: () => void }

/** The 公开目录 of a year, on its pages. Opening it is a recorded print. */
const PublicationsPaper = ({ year, heading, onlyPublic, onClose }: Props) => (
  <Preview
    name={`公开目录 ${year} 年`}
    ask={() => call('paper.publications', { year, onlyPublic, ...(heading === null ? {} : { class: heading }) })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={publicationsForm}
    onClose={onClose}
  />
)

export default PublicationsPaper
