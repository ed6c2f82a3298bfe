import { go, useRoute } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { Media } from './media.tsx'
import { MediumPane } from './medium-pane.tsx'
import { Register } from './register.tsx'
import './media.css'

const back = () => go('media')

/** Desk 载体设备: which computers, disks and printers may hold state secrets, in whose charge and hands they are (F2). `new` enters one. */
const MediaDesk = ({ id }: { id: number | null }) => {
  const may = useMay()
  const { sub } = useRoute()
  if (id === null && sub === 'new' && may('media.register')) return <Register onClose={back} />
  return (
    <div className="desk-split">
      <Media id={id} />
      {id !== null && <MediumPane key={id} id={id} onClose={back} />}
    </div>
  )
}

export default MediaDesk
