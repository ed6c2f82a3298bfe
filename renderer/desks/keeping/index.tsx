import { Tabs } from 'antd'
import { go, useRoute } from '../../app/routes.tsx'
import { BoxPane } from './box-pane.tsx'
import { Boxes } from './boxes.tsx'
import { Begin } from './begin.tsx'
import { Kept } from './kept.tsx'
import { StockPane } from './stock-pane.tsx'
import { StockTakings } from './stock-takings.tsx'
import './keeping.css'

const tabs = [
  { key: 'boxes', label: '保密箱' },
  { key: 'kept', label: '在库的份' },
  { key: 'stock', label: '清点' },
]
const toBoxes = () => go('keeping')
const toStock = () => go('keeping', null, 'stock')
const open = (key: string) => (key === 'boxes' ? toBoxes() : go('keeping', null, key))

const BoxesTab = ({ id }: { id: number | null }) => (
  <div className="desk-split">
    <Boxes id={id} />
    {id !== null && <BoxPane key={id} id={id} onClose={toBoxes} />}
  </div>
)

const StockTab = ({ id, beginning }: { id: number | null; beginning: boolean }) => (
  <div className="desk-split">
    <StockTakings id={id} keyed={id === null && !beginning} />
    {id !== null && <StockPane key={id} id={id} onClose={toStock} />}
    {beginning && <Begin onClose={toStock} />}
  </div>
)

/**
 * Desk 归档清点: in which box what lies and who keeps it, what is archived, and whether all of it is there (F1(6)). `keeping/12` is 清点 12;
 * `box-3` opens a box, `loose` the list of what is 办结未入箱, `new` begins a 清点.
 */
const KeepingDesk = ({ id }: { id: number | null }) => {
  const { sub } = useRoute()
  const box = id === null ? /^box-(\d+)$/.exec(sub ?? '') : null
  const stock = id !== null || sub === 'stock' || sub === 'new'
  const kept = id === null && (sub === 'kept' || sub === 'loose')
  return (
    <div className="desk-parts">
      <Tabs size="small" activeKey={stock ? 'stock' : kept ? 'kept' : 'boxes'} items={tabs} onChange={open} />
      {stock && <StockTab id={id} beginning={id === null && sub === 'new'} />}
      {kept && <Kept key={sub} loose={sub === 'loose'} />}
      {!stock && !kept && <BoxesTab id={box ? Number(box[1]) : null} />}
    </div>
  )
}

export default KeepingDesk
