import { Button, InputNumber } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { ExpiryLine, YearReviewView } from '../../../contract/documents-views.ts'
import { expiryLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { go, To } from '../../app/routes.tsx'
import { useSession } from '../../app/session.tsx'
import { ExportList } from '../../components/export-list.tsx'
import { useKeys } from '../../components/keys.ts'
import { LevelMark } from '../../components/level-mark.tsx'
import { RecordPane } from '../../components/record-pane.tsx'
import { RefusalNote } from '../../components/refusal.tsx'
import { type ShortColumn, ShortList } from '../../components/short-list.tsx'
import { When } from '../../components/when.tsx'

const ExpiryPaper = lazy(() => import('../../paper/expiry-preview.tsx'))

const columns: ShortColumn<ExpiryLine>[] = [
  {
    title: '编号',
    width: 158,
    figures: true,
    render: ({ id, number }) => (
      <To desk="documents" id={id}>
        {number}
      </To>
    ),
  },
  {
    title: '密级★期限',
    width: 190,
    render: ({ level, mark, expiry }) => <LevelMark level={expiry === 'declassified' ? 'internal' : level} mark={mark} />,
  },
  {
    title: '标题、来文机关',
    render: ({ title, sender }) => (
      <>
        {title}
        <div className="quiet">{sender}</div>
      </>
    ),
  },
  { title: '期限至', width: 110, figures: true, render: ({ expiresOn }) => expiresOn ?? '—' },
  {
    title: '状态',
    width: 110,
    render: ({ expiry }) => expiry && <span className={expiry === 'past' ? 'waits' : undefined}>{expiryLabel[expiry]}</span>,
  },
  { title: '审核、通知情况', width: 300, render: ({ outcome }) => outcome },
]

/** Who reviewed the year, when, and what does not stay as it is. */
const Reviewed = ({ of: { number, at, documents, exceptions, reviewed, approved } }: { of: YearReviewView }) => (
  <p>
    <strong className="figures">{number}</strong>
    {'　'}
    <When at={at} />
    {`　在管国家秘密 ${documents} 件，维持 ${documents - exceptions.length} 件，建议解密、变更 ${exceptions.length} 件　审核 ${reviewed.by}　审批 ${approved.by}`}
  </p>
)

/** F4 期限审核: what ends in a year, what came of it, and its 年度审核 (保密法24). */
export const Periods = ({ onClose }: { onClose: () => void }) => {
  const { now } = useSession()
  const [year, setYear] = useState(Number(now.slice(0, 4)))
  const [printing, setPrinting] = useState(false)
  const { data, error } = useQueryOf('documents.expiryList', { year }, { keep: true })
  const review = () => go('documents', null, 'year-review')
  const print = () => setPrinting(true)
  useKeys({ F7: review, F8: print }, !printing)
  return (
    <RecordPane
      title="期限审核"
      full
      acts={
        <div className="acts-row">
          <label>
            年度 <InputNumber aria-label="年度" min={1949} max={2200} precision={0} value={year} onChange={(value) => setYear(value ?? year)} /> 年
          </label>
          <Button type="primary" onClick={review}>
            年度审核 F7
          </Button>
          <Button onClick={print}>打印期满解密清单 F8</Button>
          <ExportList list="expiring" filter={{ year }} keyed />
        </div>
      }
      {...(printing ? {} : { onClose })}
    >
      {error && <RefusalNote of={error} />}
      {data && (
        <>
          {data.reviews.map((each) => (
            <Reviewed key={each.id} of={each} />
          ))}
          {data.reviews.length === 0 && (
            <p className="quiet">
              {data.year} 年度还没有年度审核；现在管国家秘密 {data.covered} 件。
            </p>
          )}
          {data.beyond > 0 && (
            <p className="quiet">
              届满最早的 {data.lines.length} 件列在下面，另有 {data.beyond} 件没有列出：审核了这些，其余的接着列出；全部可导出Excel。
            </p>
          )}
          <ShortList columns={columns} rows={data.lines} rowKey={({ id }) => id} empty={`${data.year} 年底以前没有届满、解密的文件`} />
        </>
      )}
      {printing && (
        <Suspense fallback={null}>
          <ExpiryPaper year={year} onClose={() => setPrinting(false)} />
        </Suspense>
      )}
    </RecordPane>
  )
}
