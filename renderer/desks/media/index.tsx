import { Media } from './media.tsx'

/** Desk 载体设备: which computers, disks and printers may hold state secrets, and in whose charge and hands they are (F2). */
const MediaDesk = ({ id }: { id: number | null }) => (
  <div className="desk-split">
    <Media id={id} />
  </div>
)

export default MediaDesk
