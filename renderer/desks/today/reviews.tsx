import type { Output } from '../../../contract/index.ts'
import type { ReviewState } from '../../../contract/terms.ts'
import { reviewStateLabel } from '../../../contract/terms.ts'
import { LevelMark } from '../../components/level-mark.tsx'
import { go, To } from '../../app/routes.tsx'
import { Line, LineAct, Part } from './line.tsx'

/** What a case waits for, by its state: the act of its line. */
const next: Partial<Record<ReviewState, { act: string; label: string }>> = {
  drafted: { act: 'opine', label: '提意见' },
  pending: { act: 'opine', label: '提意见' },
  opined: { act: 'examine', label: '审核' },
  examined: { act: 'decide', label: '确定' },
  answered: { act: 'decide', label: '确定' },
  open: { act: 'release', label: '发布登记' },
  toChange: { act: 'revise', label: '更换文本' },
  toDeclassify: { act: 'revise', label: '更换文本' },
  toRefer: { act: 'refer', label: '报请' },
  referred: { act: 'refer', label: '登记批复' },
}

/** 保密审查 that waits for this person (B7). */
export const ReviewsWaiting = ({ home }: { home: Output<'today.home'> }) => (
  <Part title="待我办理：保密审查" rows={home.reviews}>
    {(row) => (
      <Line
        key={row.id}
        what={
          <To desk="review" id={row.id}>
            <span className="figures">{row.number}</span>
          </To>
        }
        who={row.handler.name}
        facts={
          <>
            {row.level !== 'internal' && <LevelMark level={row.level} mark={row.mark} />}
            <span>{row.title}</span>
            <span className="quiet">
              {row.department}　第{row.version}版　{reviewStateLabel[row.state]}
            </span>
            {row.idleDays !== null && row.idleDays > 0 && <span className="waits">已停 {row.idleDays} 个工作日</span>}
          </>
        }
      >
        <LineAct run={() => go('review', row.id, next[row.state]?.act)}>{next[row.state]?.label}</LineAct>
      </Line>
    )}
  </Part>
)
