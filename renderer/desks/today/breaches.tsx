import type { Output } from '../../../contract/index.ts'
import { breachKindLabel, breachStateLabel } from '../../../contract/terms.ts'
import { go, To } from '../../app/routes.tsx'
import { Hours } from '../breaches/hours.tsx'
import { Line, LineAct, Part } from './line.tsx'

type Row = Output<'today.home'>['breaches'][number]

/** What a case waits for. */
const nextOf = ({ handler, state }: Row): readonly [act: string, label: string] => {
  if (handler === null) return ['takeOn', '受理']
  if (state === 'registered') return ['notify', '上报']
  return state === 'notified' ? ['measure', '登记处置'] : ['close', '提请结案']
}

/** 泄密24h: cases that are not reported yet, with the hours left or past, and those that this person handles (实施条例61). */
export const BreachesWaiting = ({ home }: { home: Output<'today.home'> }) => (
  <Part title="违规遗失" rows={home.breaches} late={home.breaches.some(({ hoursLeft }) => hoursLeft !== null && hoursLeft < 0)}>
    {(row) => {
      const [act, label] = nextOf(row)
      return (
        <Line
          key={row.id}
          late={row.hoursLeft !== null && row.hoursLeft < 0}
          what={
            <To desk="breaches" id={row.id}>
              <span className="figures">{row.number}</span>
            </To>
          }
          who={row.handler?.name ?? '待受理'}
          facts={
            <>
              <span>{breachKindLabel[row.kind]}</span>
              <Hours left={row.hoursLeft} />
              <span className="quiet">{breachStateLabel[row.state]}</span>
            </>
          }
        >
          <LineAct run={() => go('breaches', row.id, act)}>{label}</LineAct>
        </Line>
      )
    }}
  </Part>
)
