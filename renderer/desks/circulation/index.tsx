import { Tabs } from 'antd'
import { useQueryOf } from '../../app/client.ts'
import { go, useRoute } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { Mine } from './mine.tsx'
import { NewSheet } from './new-sheet.tsx'
import { Overdue } from './overdue.tsx'
import { SheetPane } from './sheet-pane.tsx'
import { Sheets } from './sheets.tsx'
import { Widenings } from './widenings.tsx'
import './circulation.css'

type Tab = 'sheets' | 'overdue' | 'widenings' | 'mine'

/** Desk 传阅: the folders, who has them, what is late; shown by role. */
const CirculationDesk = ({ id }: { id: number | null }) => {
  const may = useMay()
  const { sub } = useRoute()
  const mine = useQueryOf('circulation.mine', {})
  const held = mine.data?.rows.length ?? 0
  const tabs: { key: Tab; label: string }[] = [
    ...(may('circulation.list') ? [{ key: 'sheets' as const, label: '传阅单' }] : []),
    ...(may('circulation.overdue') ? [{ key: 'overdue' as const, label: '当日未退清单' }] : []),
    ...(may('circulation.widenings') ? [{ key: 'widenings' as const, label: '扩大知悉范围' }] : []),
    { key: 'mine' as const, label: held ? `我手中的传阅夹（${held}）` : '我手中的传阅夹' },
  ]
  const begun = /^new(?:-(\d+))?$/.exec(sub ?? '')
  if (begun && may('circulation.draft'))
    return (
      <NewSheet
        key={sub}
        document={begun[1] ? Number(begun[1]) : null}
        onMade={(sheet) => go('circulation', sheet)}
        onClose={() => go('circulation')}
      />
    )
  // A sheet opens in the list of them, or by itself for whoever has no list: a 科室 or a reader whose folder it is.
  const home = may('circulation.list') ? 'sheets' : id === null ? tabs[0]?.key : 'mine'
  const tab = tabs.find((one) => id === null && one.key === sub)?.key ?? home
  return (
    <div className="desk-parts">
      <Tabs size="small" activeKey={tab} items={tabs} onChange={(key) => go('circulation', null, key)} />
      {tab === 'sheets' && <Sheets id={id} />}
      {tab === 'overdue' && <Overdue />}
      {tab === 'widenings' && <Widenings />}
      {tab === 'mine' && (id === null ? <Mine /> : <SheetPane id={id} onClose={() => go('circulation')} />)}
    </div>
  )
}

export default CirculationDesk
