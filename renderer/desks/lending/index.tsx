import { Tabs } from 'antd'
import { go, useRoute } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { Admit } from './admit.tsx'
import { AskLoan } from './ask-loan.tsx'
import { Lent } from './lent.tsx'
import { LoanPane } from './loan-pane.tsx'
import { Loans } from './loans.tsx'
import { VisitPane } from './visit-pane.tsx'
import { Visits } from './visits.tsx'
import './lending.css'

const tabs = [
  { key: 'loans', label: '借用' },
  { key: 'visits', label: '查阅登记' },
  { key: 'lent', label: '在外清单' },
]
const toLoans = () => go('lending')
const toTab = (key: string) => (key === 'loans' ? toLoans() : go('lending', null, key))
const toVisits = () => go('lending', null, 'visits')
const toVisit = (visit: number) => go('lending', null, `visit-${visit}`)

const LoansTab = ({ id }: { id: number | null }) => (
  <div className="desk-split">
    <Loans id={id} />
    {id !== null && <LoanPane key={id} id={id} onClose={toLoans} />}
  </div>
)

const VisitsTab = ({ id, leaving }: { id: number | null; leaving: boolean }) => (
  <div className="desk-split">
    <Visits id={id} />
    {id !== null && <VisitPane key={id} id={id} leaving={leaving} onClose={toVisits} onLeft={() => toVisit(id)} />}
  </div>
)

/**
 * Desk 查阅借用: who borrowed what until when, who reads what in the reading room, and all that is out. `new-7` asks to borrow copy 7; `visit-3` opens a
 * visit of the register, `leave-3` begins its 查阅归还; `lent-5` shows what person 5 holds.
 */
const LendingDesk = ({ id }: { id: number | null }) => {
  const may = useMay()
  const { sub } = useRoute()
  const begun = id === null ? /^new(?:-(\d+))?$/.exec(sub ?? '') : null
  if (begun && may('lending.request'))
    return <AskLoan key={sub} copy={begun[1] ? Number(begun[1]) : null} onAsked={(loan) => go('lending', loan)} onClose={toLoans} />
  if (!may('lending.visits')) return <LoansTab id={id} />
  if (id === null && sub === 'admit') return <Admit onAdmitted={toVisit} onClose={toVisits} />
  const visit = id === null ? /^(visit|leave)-(\d+)$/.exec(sub ?? '') : null
  const reading = id === null && (visit !== null || sub === 'visits')
  const lent = id === null ? /^lent(?:-(\d+))?$/.exec(sub ?? '') : null
  return (
    <div className="desk-parts">
      <Tabs size="small" activeKey={lent ? 'lent' : reading ? 'visits' : 'loans'} items={tabs} onChange={toTab} />
      {lent && <Lent key={sub} of={lent[1] ? Number(lent[1]) : undefined} />}
      {reading && <VisitsTab id={visit ? Number(visit[2]) : null} leaving={visit?.[1] === 'leave'} />}
      {!lent && !reading && <LoansTab id={id} />}
    </div>
  )
}

export default LendingDesk
