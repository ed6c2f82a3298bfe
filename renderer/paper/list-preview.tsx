import type { ListPaper as Paper } from '../../contract/paper.ts'
import { exportLabel } from '../../contract/terms.ts'
import { listForm } from './list.tsx'
import { Preview } from './preview.tsx'

/** A list that was asked for, on its pages: the print is recorded by then. */
const ListPaper = ({ paper, onClose }: { paper: Paper; onClose: () => void }) => (
  <Preview
    name={`打印清单　${exportLabel[paper.list]}`}
    ask={() => Promise.resolve(paper)}
    ticketOf={({ frame }) => frame.ticket}
    formOf={listForm}
    onClose={onClose}
  />
)

export default ListPaper
