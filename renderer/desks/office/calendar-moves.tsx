import { useDeferredValue } from 'react'
import type { CalendarChange, DeadlineMove, DeadlineMoves } from '../../../contract/deadlines.ts'
import type { CalendarYear } from '../../../contract/office.ts'
import { deadlineKindLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { type ShortColumn, ShortList } from '../../components/short-list.tsx'
import { Signed } from '../../components/signature.tsx'

const dueWord = (due: string | null) => due ?? '算不出'

const columns: ShortColumn<DeadlineMove>[] = [
  { title: '编号', render: ({ number }) => number },
  { title: '期限', width: 130, render: ({ kind }) => deadlineKindLabel[kind] },
  { title: '原到期日', width: 120, figures: true, render: ({ before }) => dueWord(before) },
  { title: '现到期日', width: 120, figures: true, render: ({ after }) => dueWord(after) },
]

/** `涉及12项在办期限，3项到期日变动`. */
export const movesInWords = ({ looked, moved }: DeadlineMoves): string =>
  looked === 0 ? '没有涉及在办的期限' : `涉及${looked}项在办期限，${moved === 0 ? '到期日都不变' : `${moved}项到期日变动`}`

/** The deadlines that a calendar moves, the first hundred of them. */
export const Moves = ({ of: { moved, moves } }: { of: DeadlineMoves }) =>
  moved > 0 && (
    <>
      <ShortList columns={columns} rows={moves} rowKey={({ number, kind }) => `${number} ${kind}`} />
      {moved > moves.length && <p className="quiet">另有{moved - moves.length}项，各在其事项中可查。</p>}
    </>
  )

/** What a calendar that is not saved yet would move; nothing while it is not whole. */
export const Would = ({ calendar }: { calendar: CalendarYear | null }) => {
  const trying = useDeferredValue(calendar)
  const { data, error } = useQueryOf('office.calendars', { trying: trying ?? undefined }, { enabled: trying !== null, keep: true })
  if (trying === null || error || !data?.would) return null
  return (
    <section className="calendar-would" role="status">
      <p>录入后重算：{movesInWords(data.would)}。</p>
      <Moves of={data.would} />
    </section>
  )
}

/** 更改记录: who loaded or changed which year, from what, and what moved. */
export const Changes = ({ of: changes }: { of: readonly CalendarChange[] }) =>
  changes.length > 0 && (
    <>
      <h3>更改记录</h3>
      <ul className="lines">
        {changes.map((change) => (
          <li key={`${change.signature.at} ${change.signature.code}`}>
            <Signed act={`${change.replaced ? '更改' : '录入'}${change.year}年`} mark={change.signature} />
            <div>
              {change.source}　<span className="quiet">{change.file ? <>文件校验码 {change.file.slice(0, 16)}…</> : '屏幕录入'}</span>
            </div>
            <div>{movesInWords(change)}</div>
            {change.moved > 0 && (
              <details>
                <summary>变动的期限</summary>
                <Moves of={change} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </>
  )
