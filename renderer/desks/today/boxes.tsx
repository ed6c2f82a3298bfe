import type { Output } from '../../../contract/index.ts'
import { go, To } from '../../app/routes.tsx'
import { LevelMark } from '../../components/level-mark.tsx'
import { Line, LineAct, Part } from './line.tsx'

type Home = Output<'today.home'>

/** How many of what is 办结未入箱 stand here one by one; the rest is in the list of the desk. */
const SHOWN = 5

const Loose = ({ home: { keeping } }: { home: Home }) => (
  <Part title="办结未入箱" rows={keeping.loose.slice(0, SHOWN)}>
    {(row) => (
      <Line
        key={row.id}
        what={
          <To desk="documents" id={row.document.id}>
            <span className="figures">{row.number}</span>
          </To>
        }
        who={<LevelMark level={row.document.level} mark={row.document.mark} />}
        facts={
          <>
            <span>{row.document.title}</span>
            <span className="waits">办结 {row.looseDays} 天</span>
          </>
        }
      >
        <LineAct run={() => go('keeping', null, 'loose')}>入箱、归档</LineAct>
      </Line>
    )}
  </Part>
)

const Counting = ({ home: { keeping } }: { home: Home }) => (
  <Part title="清点中" rows={keeping.stockTakings}>
    {(row) => (
      <Line
        key={row.id}
        what={
          <To desk="keeping" id={row.id}>
            <span className="figures">{row.number}</span>
          </To>
        }
        who={row.begunBy}
        facts={
          <>
            <span>{row.reason}</span>
            <span>
              已点 {row.counted} / {row.expected} 份
            </span>
          </>
        }
      >
        <LineAct run={() => go('keeping', row.id, 'scan')}>接着点</LineAct>
      </Line>
    )}
  </Part>
)

const Short = ({ home: { keeping } }: { home: Home }) => (
  <Part title="清点短少待查" rows={keeping.missing}>
    {({ stockTaking, number }) => (
      <Line
        key={`${stockTaking.id} ${number}`}
        what={<span className="figures">{number}</span>}
        who={<span className="overdue">短少待查</span>}
        facts={
          <To desk="keeping" id={stockTaking.id}>
            <span className="figures">{stockTaking.number}</span>
          </To>
        }
      >
        <LineAct run={() => go('keeping', stockTaking.id, 'found')}>找回</LineAct>
      </Line>
    )}
  </Part>
)

/** 归档清点 that waits for the 保密员: what is missing, what is being counted, what is 办结 and lies in no box (F1(6)). */
export const BoxesWaiting = ({ home }: { home: Home }) => (
  <>
    <Short home={home} />
    <Counting home={home} />
    <Loose home={home} />
  </>
)
