import { Button, Checkbox, Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { ReviewText, ReviewView } from '../../../contract/review-views.ts'
import { type ReviewCopy, redactionReasonLabel, redactionWayLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { useMay } from '../../app/session.tsx'
import { useKeys } from '../../components/keys.ts'
import { OpeningPane, RecordPane } from '../../components/record-pane.tsx'
import { RefusalNote } from '../../components/refusal.tsx'
import { stepOf } from './about.tsx'
import { wordsInShort } from './mark-list.tsx'
import { type Side, SideBySide } from './side-by-side.tsx'

const TextSheet = lazy(() => import('../../paper/review-text-preview.tsx'))

/** A version as one side shows it: with its deletions marked, or as it is given out. */
type Shown = { version: number; released: boolean }
const codeOf = ({ version, released }: Shown) => `${version}${released ? ':released' : ''}`
const nameOf = ({ version, released }: Shown) => `第${version}版${released ? '公开文本' : '文本'}`
const shownBy = (code: string): Shown => ({ version: Number.parseInt(code, 10), released: code.endsWith(':released') })

const sideOf = ({ content, deletions, released }: ReviewText, shown: Shown): Side =>
  shown.released ? { words: released, marks: [] } : { words: content, marks: deletions }

/** The deletions of a text, as they are signed for. */
const Deletions = ({ of: { content, deletions }, version }: { of: ReviewText; version: number }) => (
  <>
    <h3>第{version}版的涂黑、删除</h3>
    {deletions.length === 0 ? (
      <p className="quiet">没有，全文公开。</p>
    ) : (
      <table className="short-list review-marks">
        <tbody>
          {deletions.map(({ from, to, how, reason, left }, place) => (
            <tr key={from}>
              <td>{place + 1}</td>
              <td>{redactionWayLabel[how]}</td>
              <td>{wordsInShort(content.slice(from, to))}</td>
              <td>{redactionReasonLabel[reason]}</td>
              <td className={left > 0 ? 'waits' : 'quiet'}>{left > 0 ? `同样的文字另有 ${left} 处没有处理` : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </>
)

/** What the page begins with: the version that stands beside the one before, and where there is none beside itself as it is given out. */
const beginning = (kept: readonly number[]): readonly [Shown, Shown] => {
  const last = kept.at(-1) as number
  const before = kept.at(-2)
  return before === undefined
    ? [
        { version: last, released: false },
        { version: last, released: true },
      ]
    : [
        { version: before, released: false },
        { version: last, released: false },
      ]
}

const Choose = ({ label, kept, shown, onChoose }: { label: string; kept: readonly number[]; shown: Shown; onChoose: (shown: Shown) => void }) => (
  <Select
    aria-label={label}
    className="review-choose-side"
    value={codeOf(shown)}
    onChange={(code: string) => onChoose(shownBy(code))}
    options={kept
      .flatMap((version) => [
        { version, released: false },
        { version, released: true },
      ])
      .map((each) => ({ value: codeOf(each), label: nameOf(each) }))}
  />
)

/** Whether the text that stands is decided for the public, so that it may be given out (B1). */
const isDecided = (review: ReviewView) => {
  const outcome = review.state === 'cancelled' ? null : stepOf(review, 'decide')?.outcome
  return outcome === 'open' || outcome === 'onApplication'
}

const Page = ({ of: review, kept, onClose }: { of: ReviewView; kept: readonly number[]; onClose: () => void }) => {
  const [[left, right], setSides] = useState(() => beginning(kept))
  const [changesOnly, setChangesOnly] = useState(false)
  const [printing, setPrinting] = useState<ReviewCopy | null>(null)
  const a = useQueryOf('review.text', { review: review.id, version: left.version }, { keep: true })
  const b = useQueryOf('review.text', { review: review.id, version: right.version }, { keep: true })
  const may = useMay()('paper.reviewText')
  const decided = may && isDecided(review) && kept.at(-1) === review.version
  const printMarked = () => setPrinting('marked')
  const printReleased = () => setPrinting('released')
  useKeys([...(may ? [['F8', printMarked] as const] : []), ...(decided ? [['F9', printReleased] as const] : [])], printing === null)
  const version = printing === 'released' ? review.version : right.version
  return (
    <RecordPane title={`审查文本　${review.number}`} full onClose={onClose}>
      <div className="review-text-bar">
        <Choose label="左边" kept={kept} shown={left} onChoose={(shown) => setSides([shown, right])} />
        <Choose label="右边" kept={kept} shown={right} onChoose={(shown) => setSides([left, shown])} />
        <Checkbox checked={changesOnly} onChange={({ target }) => setChangesOnly(target.checked)}>
          只看不同之处
        </Checkbox>
        {may && (
          <Button type={decided ? 'default' : 'primary'} onClick={printMarked}>
            打印审查用文本 F8
          </Button>
        )}
        {decided ? (
          <Button type="primary" onClick={printReleased}>
            打印公开文本 F9
          </Button>
        ) : (
          <span className="quiet">确定为可以公开以后，才能打印公开文本（B1）</span>
        )}
      </div>
      {(a.error ?? b.error) && <RefusalNote of={a.error ?? b.error} />}
      {a.data && b.data && (
        <>
          <SideBySide
            key={`${codeOf(left)} ${codeOf(right)} ${changesOnly}`}
            left={sideOf(a.data, left)}
            right={sideOf(b.data, right)}
            names={[nameOf(left), nameOf(right)]}
            changesOnly={changesOnly}
          />
          <Deletions of={b.data} version={b.data.version} />
          <p className="quiet">
            文本校验值 <span className="review-digest">{b.data.digest}</span>
            <br />
            公开文本校验值 <span className="review-digest">{b.data.releasedDigest}</span>
          </p>
        </>
      )}
      {printing && (
        <Suspense fallback={null}>
          <TextSheet id={review.id} version={version} copy={printing} onClose={() => setPrinting(null)} />
        </Suspense>
      )}
    </RecordPane>
  )
}

/** 审查文本: the texts of a case that are kept in the vault, any two beside each other, with what is not given out of them (C6(2), B10). */
export const TextPage = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const got = useQueryOf('review.get', { review: id })
  const kept = got.data?.versions.flatMap(({ version, text }) => (text === null ? [] : version)) ?? []
  if (!got.data || kept.length === 0) return <OpeningPane title="审查文本" refusal={got.error} onClose={onClose} />
  return <Page of={got.data} kept={kept} onClose={onClose} />
}
