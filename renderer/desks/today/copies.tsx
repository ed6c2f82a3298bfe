import type { Output } from '../../../contract/index.ts'
import type { ReproductionRow } from '../../../contract/reproduction-views.ts'
import { expiredLabel, reproductionKindLabel, reproductionStateLabel } from '../../../contract/terms.ts'
import { go, To } from '../../app/routes.tsx'
import { useSession } from '../../app/session.tsx'
import { When } from '../../components/when.tsx'
import { Line, LineAct, Part } from './line.tsx'

type Home = Output<'today.home'>
type Props = { home: Home }

const Asked = ({ id, number }: { id: number; number: string }) => (
  <To desk="reproduction" id={id}>
    <span className="figures">{number}</span>
  </To>
)

/** What a request waits for, by its state: the act of its line. */
const next: Partial<Record<ReproductionRow['state'], { act: string; label: string }>> = {
  toSection: { act: 'opine', label: '签意见' },
  toLeader: { act: 'decide', label: '审批' },
  approved: { act: 'make', label: '复制登记' },
  made: { act: 'issue', label: '发放' },
}

/** Requests to copy that wait for this person (F1(5)a). */
export const CopiesWaiting = ({ home }: Props) => (
  <Part title="待我办理：复制申请" rows={home.copying}>
    {(row) => (
      <Line
        key={row.id}
        late={row.expired}
        what={<Asked id={row.id} number={row.number} />}
        who={row.applicant.name}
        facts={
          <>
            <span className="figures">{row.source.number}</span>
            <span>
              {reproductionKindLabel[row.kind]} {row.approved ?? row.asked} 份
            </span>
            <span className={row.expired ? 'overdue' : 'quiet'}>{row.expired ? expiredLabel : reproductionStateLabel[row.state]}</span>
          </>
        }
      >
        {!row.expired && <LineAct run={() => go('reproduction', row.id, next[row.state]?.act)}>{next[row.state]?.label}</LineAct>}
      </Line>
    )}
  </Part>
)

/** 借出在外: what lies with whom against a signature, until they give it back (F1(5)d). */
export const Lent = ({ home }: Props) => {
  const { person } = useSession()
  const own = home.lent.length > 0 && home.lent.every(({ holder }) => holder.id === person.id)
  return (
    <Part title={own ? '我手中的复制件' : '借出在外'} rows={home.lent}>
      {(row) => (
        <Line
          key={row.copy.id}
          what={<span className="figures">{row.copy.number}</span>}
          who={<strong>{row.holder.name}</strong>}
          facts={
            <>
              <span className="quiet">
                领取 <When at={row.since} day={home.day} />
              </span>
              {own ? <span>用后请当面退还保密员</span> : <Asked id={row.reproduction.id} number={row.reproduction.number} />}
            </>
          }
        >
          {!own && <LineAct run={() => go('reproduction', row.reproduction.id, 'takeBack')}>收回</LineAct>}
        </Line>
      )}
    </Part>
  )
}
