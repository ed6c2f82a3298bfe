import { useRoute, go } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { Empty } from '../../components/empty.tsx'
import { BatchPane } from './batch-pane.tsx'
import { Batches } from './batches.tsx'
import { Guide } from './guide.tsx'
import './importing.css'

/** Desk 旧账导入: the imports that were made, and the steps of a new one (`importing/new`). `importing/3` opens import 3 with its documents. */
const ImportingDesk = ({ id }: { id: number | null }) => {
  const may = useMay()
  const { sub } = useRoute()
  if (!may('importing.list')) return <Empty says="旧账由保密员导入。" />
  if (sub === 'new') return <Guide onClose={() => go('importing')} />
  return (
    <div className="desk-split">
      <Batches id={id} />
      {id !== null && <BatchPane key={id} id={id} onClose={() => go('importing')} />}
    </div>
  )
}

export default ImportingDesk
