import { Tabs } from 'antd'
import { useRoute } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { BatchPane } from './batch-pane.tsx'
import { Batches } from './batches.tsx'
import { Hold } from './holding.tsx'
import { Holds } from './holds.tsx'
import { Propose } from './proposing.tsx'
import { type Tab, toTab, wayOf } from './ways.ts'
import './disposal.css'

const tabs: { key: Tab; label: string }[] = [
  { key: 'return', label: '清退' },
  { key: 'destruction', label: '销毁' },
  { key: 'hold', label: '留用' },
]

/** Desk 清退销毁: what goes back to its issuer, what is destroyed, and what may do neither (实施条例27, 28). The address says which list, and which act is begun. */
const DisposalDesk = () => {
  const may = useMay()
  const { sub } = useRoute()
  const { tab, id, making } = wayOf(sub)
  const back = () => toTab(tab)
  if (making && tab === 'hold' && may('disposal.hold')) return <Hold onClose={back} />
  if (making && tab !== 'hold' && may('disposal.propose')) return <Propose key={tab} kind={tab} onClose={back} />
  return (
    <div className="desk-parts">
      <Tabs size="small" activeKey={tab} items={tabs} onChange={(key) => toTab(key as Tab)} />
      <div className="desk-split">
        {tab === 'hold' ? <Holds /> : <Batches key={tab} kind={tab} id={id} />}
        {tab !== 'hold' && id !== null && <BatchPane key={`${tab} ${id}`} kind={tab} id={id} onClose={back} />}
      </div>
    </div>
  )
}

export default DisposalDesk
