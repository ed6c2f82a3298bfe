import { go, useRoute } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { Begin } from './begin.tsx'
import { HandoverPane } from './handover-pane.tsx'
import { Handovers } from './handovers.tsx'
import './handover.css'

const back = () => go('handover')

/** Desk 离岗移交: what somebody who leaves gives up, piece by piece, under three signatures (F1(8)). `new` begins a list. */
const HandoverDesk = ({ id }: { id: number | null }) => {
  const may = useMay()
  const { sub } = useRoute()
  return (
    <div className="desk-split">
      <Handovers id={id} />
      {id !== null && <HandoverPane key={id} id={id} onClose={back} />}
      {id === null && sub === 'new' && may('handover.begin') && <Begin onClose={back} />}
    </div>
  )
}

export default HandoverDesk
