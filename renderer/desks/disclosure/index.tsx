import { Tabs } from 'antd'
import { go, useRoute } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { ApplicationPane } from './application-pane.tsx'
import { Applications } from './applications.tsx'
import { Evaluate } from './evaluating.tsx'
import { Heard } from './heard.tsx'
import { Hear } from './hearing.tsx'
import { Receive } from './receive.tsx'
import { Register } from './registering.tsx'
import { Report } from './report.tsx'
import { readReport } from './report-period.ts'
import { Supplement } from './supplementing.tsx'
import './disclosure.css'

const tabs = [
  { key: 'applications', label: '申请' },
  { key: 'heard', label: '咨询反馈' },
  { key: 'report', label: '年报评估' },
]
const toApplications = () => go('disclosure')
const toHeard = () => go('disclosure', null, 'heard')
const toTab = (key: string) => (key === 'applications' ? toApplications() : go('disclosure', null, key))

/** Pages that take the whole desk: `new`, `hear`, and of an application `12/supplement`, `12/register`, `12/hear`. */
const Page = ({ id, sub }: { id: number | null; sub: string | null }) => {
  const may = useMay()
  if (id === null) {
    if (sub === 'new' && may('disclosure.receive')) return <Receive onClose={toApplications} />
    if (sub === 'hear' && may('disclosure.hear')) return <Hear onClose={toHeard} />
    return null
  }
  const back = () => go('disclosure', id)
  if (sub === 'supplement' && may('disclosure.supplement')) return <Supplement key={id} id={id} onClose={back} />
  if (sub === 'register' && may('disclosure.register')) return <Register key={id} id={id} onClose={back} />
  if (sub === 'hear' && may('disclosure.hear')) return <Hear key={id} start={{ disclosure: id }} onClose={back} />
  return null
}
const isPage = (id: number | null, sub: string | null) =>
  sub !== null && (id === null ? ['new', 'hear'] : ['supplement', 'register', 'hear']).includes(sub)

/** Desk 依申请公开: who applied for what, how far each item has come and by when it is to be answered (A四, G). `heard-3` opens what was heard, `report-2025` a year’s report, `report-2025-2-new` the form of a half. */
const DisclosureDesk = ({ id }: { id: number | null }) => {
  const { sub } = useRoute()
  const may = useMay()
  if (isPage(id, sub)) return <Page id={id} sub={sub} />
  const report = id === null ? readReport(sub) : undefined
  if (report?.form && report.period && may('disclosure.evaluate')) return <Evaluate key={sub} period={report.period} />
  const heard = id === null ? /^heard(?:-(\d+))?$/.exec(sub ?? '') : null
  return (
    <div className="desk-parts">
      <Tabs size="small" activeKey={report ? 'report' : heard ? 'heard' : 'applications'} items={tabs} onChange={toTab} />
      {report ? (
        <Report of={report.period} />
      ) : heard ? (
        <Heard id={heard[1] ? Number(heard[1]) : null} />
      ) : (
        <div className="desk-split">
          <Applications id={id} />
          {id !== null && <ApplicationPane key={id} id={id} onClose={toApplications} />}
        </div>
      )}
    </div>
  )
}

export default DisclosureDesk
