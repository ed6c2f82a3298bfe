import { Tabs } from 'antd'
import { go, useRoute } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { Scroll } from '../../components/scroll.tsx'
import { Account } from './account.tsx'
import { Archive } from './archive.tsx'
import { Backup } from './backup.tsx'
import { Calendars } from './calendars.tsx'
import { CountDays } from './count-days.tsx'
import { Forms } from './forms.tsx'
import { Keys } from './keys.tsx'
import { Settings } from './settings.tsx'
import { Training } from './training.tsx'
import './office.css'

const tabs = [
  { key: 'settings', label: '设置' },
  { key: 'calendars', label: '工作日历' },
  { key: 'count', label: '计算期限' },
  { key: 'forms', label: '表单' },
  { key: 'training', label: '培训' },
  { key: 'me', label: '本人口令' },
  { key: 'keys', label: '密钥' },
  { key: 'backup', label: '备份' },
  { key: 'archive', label: '整库导出' },
]

/** Desk 本单位: settings, working-day calendars, deadlines with their arithmetic, one's own password, the data key, backups, exports of the whole. */
const OfficeDesk = () => {
  const { sub } = useRoute()
  const may = useMay()
  const shown: Record<string, boolean> = {
    forms: may('office.setTemplate'),
    keys: may('keys.renew'),
    backup: may('backup.list'),
    archive: may('archive.list'),
    training: may('office.trainings'),
  }
  const items = tabs.filter(({ key }) => shown[key] ?? true)
  const tab = items.find((one) => one.key === sub)?.key ?? 'settings'
  return (
    <div className="desk-parts">
      <Tabs size="small" activeKey={tab} items={items} onChange={(key) => go('office', null, key)} />
      <Scroll className="office-page">
        {tab === 'settings' && <Settings />}
        {tab === 'forms' && <Forms />}
        {tab === 'calendars' && <Calendars />}
        {tab === 'count' && <CountDays />}
        {tab === 'training' && <Training />}
        {tab === 'me' && <Account />}
        {tab === 'keys' && <Keys />}
        {tab === 'backup' && <Backup />}
        {tab === 'archive' && <Archive />}
      </Scroll>
    </div>
  )
}

export default OfficeDesk
