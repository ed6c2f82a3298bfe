import type { Output } from '../../../contract/index.ts'
import { mediumKindLabel, mediumOverdueLabel, mediumUseStateLabel } from '../../../contract/terms.ts'
import { go, To } from '../../app/routes.tsx'
import { useSession } from '../../app/session.tsx'
import { When } from '../../components/when.tsx'
import { Line, LineAct, Part } from './line.tsx'

type Props = { home: Output<'today.home'> }

/** 携带外出 that waits for this person: a decision; for an officer also to be handed out (F1(4)d). */
export const MediaWaiting = ({ home }: Props) => {
  const { roles } = useSession()
  const decides = roles.includes('deputyLeader')
  return (
    <Part title="待我办理：携带外出" rows={home.mediaUses}>
      {(use) => (
        <Line
          key={use.id}
          what={
            <To desk="media" id={use.medium.id}>
              <span className="figures">{use.medium.number}</span>
            </To>
          }
          who={use.person.name}
          facts={
            <>
              <span>
                {mediumKindLabel[use.medium.kind]}　去{use.place}
              </span>
              <span>应还 {use.until}</span>
              <span className="quiet">{mediumUseStateLabel[use.state]}</span>
            </>
          }
        >
          {use.state === 'approved' && <LineAct run={() => go('media', use.medium.id, 'give')}>领用登记</LineAct>}
          {use.state === 'requested' && decides && <LineAct run={() => go('media', use.medium.id, 'decideOutside')}>审批</LineAct>}
        </Line>
      )}
    </Part>
  )
}

/** Carriers in somebody’s hands, until they give them back (F2(2)). */
export const MediaOut = ({ home }: Props) => {
  const { person, roles } = useSession()
  const takes = roles.includes('officer')
  const own = home.mediaOut.length > 0 && home.mediaOut.every(({ holder }) => holder?.id === person.id)
  return (
    <Part title={own ? '我领用的载体' : '领用在外的载体'} rows={home.mediaOut}>
      {(row) => (
        <Line
          key={row.id}
          late={row.overdueDays > 0}
          what={<span className="figures">{row.number}</span>}
          who={<strong>{row.holder?.name}</strong>}
          facts={
            <>
              <span>
                {mediumKindLabel[row.kind]}　{row.ownNumber}
              </span>
              <span className="quiet">
                领用 <When at={row.since} day={home.day} />
              </span>
              <span className={row.overdueDays > 0 ? 'overdue' : 'quiet'}>
                应还 {row.due}
                {row.overdueDays > 0 && `　${mediumOverdueLabel} ${row.overdueDays} 天`}
              </span>
              {own && <span>用后请当面退还保密员</span>}
            </>
          }
        >
          {takes && row.holder?.id !== person.id && <LineAct run={() => go('media', row.id, 'takeBack')}>收回</LineAct>}
        </Line>
      )}
    </Part>
  )
}
