import type { DestructionView, DisposalCopy, DisposalView } from '../../../contract/disposal-views.ts'
import { copyStateLabel, mediumKindLabel, mediumStateLabel } from '../../../contract/terms.ts'
import { To } from '../../app/routes.tsx'
import { CopyLine, Tick } from '../../components/copy-line.tsx'
import { LevelMark } from '../../components/level-mark.tsx'

/** What is to be told of a line: why it does not go, or how many pages it has. */
type Told = { done: boolean; against: string | null; pages: number | null }

const toldOf = (item: DisposalView['list'][number]): Told =>
  'foundAt' in item
    ? {
        done: item.foundAt !== null && item.withheld === null && item.withdrawn === null,
        against: item.withheld ?? (item.withdrawn && `取出：${item.withdrawn}`),
        pages: null,
      }
    : { done: item.pages !== null && item.withheld === null, against: item.withheld ?? (item.kept && `差额：${item.kept}`), pages: item.pages }

/** One copy: whether it was counted, where it is now, why it stays. */
const ItemLine = ({ of: copy, told: { done, against, pages } }: { of: DisposalCopy; told: Told }) => (
  <CopyLine
    of={copy}
    tick={<Tick done={done} against={against !== null} />}
    state={
      <>
        <span className="quiet">{copyStateLabel[copy.state]}</span>
        {pages !== null && <span className="quiet">{pages} 页</span>}
      </>
    }
  >
    {against && <div className="waits">{against}</div>}
  </CopyLine>
)

const MediumLine = ({ of: { medium, number, ownNumber, kind, level, state, kept } }: { of: DestructionView['media'][number] }) => (
  <li className="line-ticked">
    <div className="line-head">
      <To desk="media" id={medium}>
        <span className="figures unbroken">{number}</span>
      </To>
      <span className="quiet">
        {mediumKindLabel[kind]}　{ownNumber}
      </span>
      <LevelMark level={level} />
      <span className="quiet">{mediumStateLabel[state]}</span>
    </div>
    {kept && <div className="waits">差额：{kept}</div>}
  </li>
)

const headOf = (batch: DisposalView) => {
  const all = `共 ${batch.items} 份${batch.withheld > 0 ? `，留用 ${batch.withheld} 份` : ''}`
  return batch.kind === 'return' ? `清单　${all}，已核对 ${batch.found} 份` : `清单　${all}`
}

/** 清单: every copy on it, and every carrier, with what became of it. */
export const Items = ({ of: batch }: { of: DisposalView }) => (
  <>
    <h3>{headOf(batch)}</h3>
    <ol className="lines">
      {batch.list.map((item) => (
        <ItemLine key={item.copy} of={item} told={toldOf(item)} />
      ))}
      {batch.kind === 'destruction' && batch.media.map((item) => <MediumLine key={item.number} of={item} />)}
    </ol>
  </>
)
