import { Descriptions } from 'antd'
import type { ReactNode } from 'react'
import type { ReviewView } from '../../../contract/review-views.ts'
import { attributeLabel, carrierLabel, reviewStateLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { To } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { Deadline } from '../../components/deadline.tsx'
import { History } from '../../components/history.tsx'
import { LevelMark } from '../../components/level-mark.tsx'
import { OpeningPane, RecordPane } from '../../components/record-pane.tsx'
import { When } from '../../components/when.tsx'
import { textOf, wayInWords } from './about.tsx'
import { ReviewActs } from './acts.tsx'
import { Checked, Consults, Referrals, Releases, Steps, Versions } from './said.tsx'

type Of = { of: ReviewView }

const line = (label: string, children: ReactNode) => (children ? [{ key: label, label, children }] : [])

/** The document that it comes from: by its number alone to whom it is not in scope (F1(4)a). */
const Source = ({ of: { document } }: Of) => {
  const opens = useMay()('documents.get')
  if (document === null) return null
  return (
    <>
      {opens && document.title !== null ? (
        <To desk="documents" id={document.id}>
          {document.number}
        </To>
      ) : (
        document.number
      )}
      {`　${document.mark}`}
      {document.title && `　${document.title}`}
    </>
  )
}

/** The item of an application that it is to answer (G三.2). */
const Answers = ({ of: { item } }: Of) => {
  const opens = useMay()('disclosure.get')
  if (item === null) return null
  return (
    <>
      {opens ? (
        <To desk="disclosure" id={item.disclosure}>
          {item.number}
        </To>
      ) : (
        item.number
      )}
      {`　事项${item.ordinal}`}
    </>
  )
}

/** How long it has lain still, and by when what is not certain is to be referred. */
const clocksOf = ({ idleDays, referClock }: ReviewView) => [
  ...line('已停', idleDays !== null && idleDays > 0 && `${idleDays} 个工作日`),
  ...line('报请期限', referClock && <Deadline of={referClock} />),
]

const Head = ({ of: review }: Of) => {
  const text = textOf(review)
  const { carrier, attribute, unit, department, handler } = review
  return (
    <Descriptions
      column={1}
      size="small"
      bordered
      styles={{ label: { width: 118 } }}
      items={[
        ...line('密级', <LevelMark level={review.level} mark={review.mark} />),
        ...line('信息名称', text.title),
        ...line('文号', text.symbol),
        ...line('内容摘要', text.summary),
        ...line('载体形式', `${carrierLabel[carrier]}${attribute ? `　${attributeLabel[attribute]}` : ''}`),
        ...line('现行文本', `第${text.version}版　${text.madeOn}　${text.pages} 页`),
        ...line('文本', text.text && `录入本机，涂黑、删除 ${text.text.deletions} 处`),
        ...line(text.text ? '文本校验值' : '文件校验码', text.digest && <span className="review-digest">{text.digest}</span>),
        ...line('公开文本校验值', text.text && <span className="review-digest">{text.text.released}</span>),
        ...line('拟公开', wayInWords(text)),
        ...line('拟公开单位', unit),
        ...line('承办', `${handler.name}（${department}）　提交 ${review.enteredBy}`),
        ...line('答复申请', review.item && <Answers of={review} />),
        ...line('来源文件', review.document && <Source of={review} />),
        ...line('档案', text.transferred && '已移交档案馆（B15）'),
        ...line(
          '解密文件',
          text.declassification && `${text.declassification.issuer}　${text.declassification.symbol}　${text.declassification.date}`,
        ),
        ...line(
          '现状',
          <>
            {reviewStateLabel[review.state]}　自 <When at={review.since} />
          </>,
        ),
        ...clocksOf(review),
      ]}
    />
  )
}

/** One case beside the others: the text, the checklist, who signed which step, whoever was asked, and what may be done next. */
export const ReviewPane = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const got = useQueryOf('review.get', { review: id })
  const review = got.data
  if (!review) return <OpeningPane title="保密审查" refusal={got.error} onClose={onClose} />
  return (
    <RecordPane title={review.number} state={reviewStateLabel[review.state]} acts={<ReviewActs key={review.id} of={review} />} onClose={onClose}>
      <Head of={review} />
      <Checked of={review} />
      <Steps of={review} />
      <Consults of={review} />
      <Referrals of={review} />
      <Releases of={review} />
      <Versions of={review} />
      <h3>经过</h3>
      <History lines={review.history} />
    </RecordPane>
  )
}
