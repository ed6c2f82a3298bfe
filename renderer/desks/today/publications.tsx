import type { Output } from '../../../contract/index.ts'
import type { PublicationRow } from '../../../contract/publication-views.ts'
import { type PublicationStanding, publicationClassLabel, publicationStandingLabel } from '../../../contract/terms.ts'
import { go, To } from '../../app/routes.tsx'
import { Line, LineAct, Part } from './line.tsx'

/** What an entry waits for, by how it stands: the act of its line. */
const next: Partial<Record<PublicationStanding, { act: string; label: string }>> = {
  toReview: { act: 'link', label: '关联审查' },
  ready: { act: 'release', label: '发布登记' },
  refused: { act: 'end', label: '办结' },
  toTakeDown: { act: 'end', label: '登记下网' },
}

const dayOf = ({ standing, publishBy, overdueDays, takeDownBy }: PublicationRow) => {
  if (standing === 'toTakeDown') return <span className="waits">网上留存到 {takeDownBy}</span>
  if (publishBy === null) return null
  return overdueDays > 0 ? (
    <span className="waits">
      公开期限 {publishBy}，逾期 {overdueDays} 天
    </span>
  ) : (
    <span className="quiet">公开期限 {publishBy}</span>
  )
}

/** 主动公开 that waits for this person (A三). */
export const PublicationsWaiting = ({ home }: { home: Output<'today.home'> }) => (
  <Part title="待我办理：主动公开" rows={home.publications}>
    {(row) => (
      <Line
        key={row.id}
        what={
          <To desk="publication" id={row.id}>
            <span className="figures">{row.number}</span>
          </To>
        }
        who={row.department}
        facts={
          <>
            <span>{row.title}</span>
            <span className="quiet">
              {publicationClassLabel[row.class]}　{publicationStandingLabel[row.standing]}
            </span>
            {dayOf(row)}
          </>
        }
      >
        <LineAct run={() => go('publication', row.id, next[row.standing]?.act)}>{next[row.standing]?.label}</LineAct>
      </Line>
    )}
  </Part>
)
