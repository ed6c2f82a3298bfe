import { Tabs } from 'antd'
import { go, useRoute } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { Checkpoints } from './checkpoints.tsx'
import { Entries, UsersEntries } from './entries.tsx'
import { Report } from './report.tsx'
import { Summary } from './summary.tsx'
import { Verify } from './verify.tsx'
import './audit.css'

const tabs = [
  { key: 'entries', label: '记录' },
  { key: 'verify', label: '校验' },
  { key: 'checkpoints', label: '检查点' },
  { key: 'report', label: '审计报告' },
]

/** Desk 审计: 安全审计员 reads everything and proves it; 安全保密管理员 reads the users' acts. */
const AuditDesk = () => {
  const may = useMay()
  const { sub } = useRoute()
  if (!may('audit.list')) return <div className="desk-parts audit">{may('audit.users') && <UsersEntries />}</div>
  const tab = tabs.find((one) => one.key === sub)?.key ?? 'entries'
  return (
    <div className="desk-parts audit">
      <Summary />
      <Tabs size="small" activeKey={tab} items={tabs} onChange={(key) => go('audit', null, key)} />
      {tab === 'entries' && <Entries />}
      {tab === 'verify' && <Verify />}
      {tab === 'checkpoints' && <Checkpoints />}
      {tab === 'report' && <Report />}
    </div>
  )
}

export default AuditDesk
