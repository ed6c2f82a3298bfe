import { call } from '../app/client.ts'
import { caseFileForm } from './case-file.tsx'
import { Preview } from './preview.tsx'

type Props = { id: number; onClose: () => void }

/** The 案卷 of an application, on its pages. Opening it is a recorded print. */
const CaseFilePaper = ({ id, onClose }: Props) => (
  <Preview
    name="案卷"
    ask={() => call('paper.caseFile', { disclosure: id })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={caseFileForm}
    onClose={onClose}
  />
)

export default CaseFilePaper
