import type { DisposalRow } from '../../../contract/disposal-views.ts'
import type { Output } from '../../../contract/index.ts'
import { destructionStateLabel, disposalKindLabel, returnStateLabel } from '../../../contract/terms.ts'
import { useMay } from '../../app/session.tsx'
import { toBatch } from '../disposal/ways.ts'
import { Line, LineAct, Part } from './line.tsx'

/** What a list waits for, by its state: the act of its line. */
const nextOf = (row: DisposalRow, officer: boolean): { act: string; label: string } => {
  if (!officer) return { act: 'approve', label: '审批' }
  if (row.kind === 'return') return row.state === 'listed' ? { act: 'check', label: '清退核对' } : { act: 'handBack', label: '清退完成' }
  if (row.state === 'draft') return { act: 'count', label: '清点' }
  if (row.state === 'counted') return { act: 'count', label: '复核' }
  if (row.state === 'toApprove') return { act: 'approve', label: '审批' }
  return row.state === 'toSend' ? { act: 'send', label: '送销' } : { act: 'complete', label: '销毁完成' }
}

/** 清退、销毁 that waits for this person (实施条例27, 28). */
export const DisposalsWaiting = ({ home }: { home: Output<'today.home'> }) => {
  const officer = useMay()('disposal.propose')
  return (
    <Part title="待我办理：清退销毁" rows={home.disposals}>
      {(row) => {
        const { act, label } = nextOf(row, officer)
        return (
          <Line
            key={`${row.kind} ${row.id}`}
            what={<span className="figures">{row.number}</span>}
            who={disposalKindLabel[row.kind]}
            facts={
              <>
                <span>{row.kind === 'return' ? row.issuer : row.reason}</span>
                <span>
                  {row.items} 份{row.withheld > 0 && `（留用 ${row.withheld}）`}
                </span>
                <span className="quiet">{row.kind === 'return' ? returnStateLabel[row.state] : destructionStateLabel[row.state]}</span>
              </>
            }
          >
            <LineAct run={() => toBatch(row.kind, row.id, act)}>{label}</LineAct>
          </Line>
        )
      }}
    </Part>
  )
}
