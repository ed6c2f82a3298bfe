import type { Output } from '../../../contract/index.ts'
import type { ReproductionRow } from '../../../contract/reproduction-views.ts'
import {
  expiredLabel,
  holdingKindLabel,
  loanOverdueLabel,
  loanStateLabel,
  reproductionKindLabel,
  reproductionStateLabel,
} from '../../../contract/terms.ts'
import { go, To } from '../../app/routes.tsx'
import { useSession } from '../../app/session.tsx'
import { When } from '../../components/when.tsx'
import { sourceInShort } from '../reproduction/sources.tsx'
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
            <span className="figures">{sourceInShort(row)}</span>
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

/** Loans that wait for this person (F1(7)b). */
export const LoansWaiting = ({ home }: Props) => (
  <Part title="待我办理：借用" rows={home.lending}>
    {(row) => (
      <Line
        key={row.id}
        what={
          <To desk="lending" id={row.id}>
            <span className="figures">{row.number}</span>
          </To>
        }
        who={row.borrower.name}
        facts={
          <>
            <span className="figures">{row.copy.number}</span>
            <span>借到 {row.due}</span>
            <span className="quiet">{loanStateLabel[row.state]}</span>
          </>
        }
      >
        <LineAct run={() => go('lending', row.id, row.state === 'requested' ? 'decide' : 'lend')}>
          {row.state === 'requested' ? '审批' : '借出'}
        </LineAct>
      </Line>
    )}
  </Part>
)

type LentRow = Home['lent'][number]

/** Where what is out is taken back: the request it was issued under, the loan, the visit. */
const takesBack = ({ under: { kind, id } }: LentRow) => {
  if (kind === 'reproduction') go('reproduction', id, 'takeBack')
  else if (kind === 'loan') go('lending', id, 'takeBack')
  else go('lending', null, `leave-${id}`)
}

/** 借出在外: what lies with whom against a signature, until they give it back (F1(5)d, F1(7)). */
export const Lent = ({ home }: Props) => {
  const { person } = useSession()
  const own = home.lent.length > 0 && home.lent.every(({ holder }) => holder.id === person.id)
  return (
    <Part title={own ? '我手中的借出件' : '借出在外'} rows={home.lent}>
      {(row) => (
        <Line
          key={row.copy.id}
          late={row.overdueDays > 0}
          what={<span className="figures">{row.copy.number}</span>}
          who={<strong>{row.holder.name}</strong>}
          facts={
            <>
              <span>
                {holdingKindLabel[row.under.kind]}　<span className="figures">{row.under.number}</span>
              </span>
              <span className="quiet">
                领取 <When at={row.since} day={home.day} />
              </span>
              {row.due && (
                <span className={row.overdueDays > 0 ? 'overdue' : 'quiet'}>
                  应还 {row.due}
                  {row.overdueDays > 0 && `　${loanOverdueLabel} ${row.overdueDays} 天`}
                </span>
              )}
              {own && <span>用后请当面退还保密员</span>}
            </>
          }
        >
          {!own && <LineAct run={() => takesBack(row)}>收回</LineAct>}
        </Line>
      )}
    </Part>
  )
}
