import type { HandoverRow } from '../../../contract/handover-views.ts'
import type { Output } from '../../../contract/index.ts'
import { handoverStateLabel } from '../../../contract/terms.ts'
import { go, To } from '../../app/routes.tsx'
import { Line, LineAct, Part } from './line.tsx'

/** What a list waits for, by its state: the act of its line. */
const next: Partial<Record<HandoverRow['state'], { act: string; label: string }>> = {
  listed: { act: 'check', label: '逐件核对' },
  checked: { act: 'supervise', label: '监交签字' },
  supervised: { act: 'complete', label: '移交完成' },
}

/** 离岗移交 that waits for this person (F1(8)). */
export const HandoversWaiting = ({ home }: { home: Output<'today.home'> }) => (
  <Part title="待我办理：离岗移交" rows={home.handovers}>
    {(row) => (
      <Line
        key={row.id}
        what={
          <To desk="handover" id={row.id}>
            <span className="figures">{row.number}</span>
          </To>
        }
        who={row.person.name}
        facts={
          <>
            <span>{row.reason}</span>
            <span>
              已核对 {row.found} / {row.items} 份
            </span>
            <span className="quiet">{handoverStateLabel[row.state]}</span>
          </>
        }
      >
        <LineAct run={() => go('handover', row.id, next[row.state]?.act)}>{next[row.state]?.label}</LineAct>
      </Line>
    )}
  </Part>
)
