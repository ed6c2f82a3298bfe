import { call } from '../app/client.ts'
import { Preview } from './preview.tsx'
import { stockTakingForm } from './stock-taking.tsx'

type Props = { id: number; onClose: () => void }

/** The 清点表 of a 清点, on its pages. Opening it is a recorded print. */
const StockTakingPaper = ({ id, onClose }: Props) => (
  <Preview
    name="清点表"
    ask={() => call('paper.stockTaking', { stockTaking: id })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={stockTakingForm}
    onClose={onClose}
  />
)

export default StockTakingPaper
