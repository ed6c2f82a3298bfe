import { go, useRoute } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { Enter } from './entering.tsx'
import { PublicationPane } from './publication-pane.tsx'
import { Publications } from './publications.tsx'

const back = () => go('publication')

/** Desk 主动公开: the 公开目录, and how far each entry has come (A三). `new` lists a text. */
const PublicationDesk = ({ id }: { id: number | null }) => {
  const may = useMay()
  const { sub } = useRoute()
  if (id === null && sub === 'new' && may('publication.enter')) return <Enter onClose={back} />
  return (
    <div className="desk-split">
      <Publications id={id} />
      {id !== null && <PublicationPane key={id} id={id} onClose={back} />}
    </div>
  )
}

export default PublicationDesk
