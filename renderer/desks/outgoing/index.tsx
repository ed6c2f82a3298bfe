import { go, useRoute } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { Draft } from './draft.tsx'
import { OutgoingPane } from './outgoing-pane.tsx'
import { OutgoingList } from './outgoing-list.tsx'

const back = () => go('outgoing')

/** Desk 上报答复: what classified paper went out, to whom, by whom, and whether it was received (F1(3)b). `new-7` begins a reply to document 7. */
const OutgoingDesk = ({ id }: { id: number | null }) => {
  const may = useMay()
  const { sub } = useRoute()
  const begun = id === null ? /^new(?:-(\d+))?$/.exec(sub ?? '') : null
  if (begun && may('outgoing.draft')) return <Draft key={sub} document={begun[1] ? Number(begun[1]) : null} onClose={back} />
  return (
    <div className="desk-split">
      <OutgoingList id={id} />
      {id !== null && <OutgoingPane key={id} id={id} onClose={back} />}
    </div>
  )
}

export default OutgoingDesk
