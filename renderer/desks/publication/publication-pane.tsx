import { Descriptions } from 'antd'
import type { ReactNode } from 'react'
import type { PublicationView } from '../../../contract/publication-views.ts'
import {
  channelLabel,
  publicationClassLabel,
  publicationEndingLabel,
  publicationStandingLabel,
  reviewStateLabel,
  withdrawalCauseLabel,
} from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { To } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { Deadline } from '../../components/deadline.tsx'
import { History } from '../../components/history.tsx'
import { LevelMark } from '../../components/level-mark.tsx'
import { OpeningPane, RecordPane } from '../../components/record-pane.tsx'
import { Signed } from '../../components/signature.tsx'
import { When } from '../../components/when.tsx'
import { waysInWords } from './about.ts'
import { PublicationActs } from './acts.tsx'

type Of = { of: PublicationView }
const line = (label: string, children: ReactNode) => (children ? [{ key: label, label, children }] : [])

/** The review that decides on it, and what it says of the text that stands. */
const Review = ({ of: { review } }: Of) => {
  const opens = useMay()('review.get')
  if (review === null) return <span className="waits">还没有关联：先审查、后公开（B1）</span>
  return (
    <>
      {opens ? (
        <To desk="review" id={review.id}>
          {review.number}
        </To>
      ) : (
        review.number
      )}
      {`　第${review.version}版　${reviewStateLabel[review.state]}`}
    </>
  )
}

const Head = ({ of: entry }: Of) => (
  <Descriptions
    column={1}
    size="small"
    bordered
    styles={{ label: { width: 118 } }}
    items={[
      ...line('信息名称', entry.title),
      ...line('密级', entry.level !== 'internal' && <LevelMark level={entry.level} mark={entry.mark} />),
      ...line('目录类别', publicationClassLabel[entry.class]),
      ...line('产生日期', entry.madeOn),
      ...line('责任科室', `${entry.department}　列入 ${entry.enteredBy}`),
      ...line('公开方式', waysInWords(entry)),
      ...line('保密审查', <Review of={entry} />),
      ...line('公开期限', entry.deadline && <Deadline of={entry.deadline} />),
      ...line('公开日期', entry.publishedOn),
      ...line('网上留存', entry.takeDownBy && `到 ${entry.takeDownBy}，满1年下网（A三）`),
      ...line('列入时间', <When at={entry.enteredAt} />),
    ]}
  />
)

/** Every 发布登记, oldest first. */
const Releases = ({ of: { releases } }: Of) =>
  releases.length > 0 && (
    <>
      <h3>发布</h3>
      <ul className="lines">
        {releases.map((one) => (
          <li key={one.signature.code}>
            {one.releasedOn}　{channelLabel[one.channel]}　{one.where}　<span className="quiet">第{one.version}版</span>
          </li>
        ))}
      </ul>
    </>
  )

/** Every signed ending, oldest first. */
const Endings = ({ of: { steps } }: Of) =>
  steps.length > 0 && (
    <>
      <h3>办结</h3>
      <ol className="lines">
        {steps.map((step) => (
          <li key={step.id}>
            <Signed act={publicationEndingLabel[step.act]} mark={step.signature} />
            <div>
              {step.on && `${step.on}　`}
              {step.cause && <strong>{withdrawalCauseLabel[step.cause]}　</strong>}
              {step.words}
              {step.version !== null && <span className="quiet">　第{step.version}版</span>}
            </div>
          </li>
        ))}
      </ol>
    </>
  )

/** One entry beside the others: what it is, what its review says, when it was made public, and what may be done next. */
export const PublicationPane = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const got = useQueryOf('publication.get', { publication: id })
  const entry = got.data
  if (!entry) return <OpeningPane title="主动公开" refusal={got.error} onClose={onClose} />
  return (
    <RecordPane
      title={entry.number}
      state={publicationStandingLabel[entry.standing]}
      acts={<PublicationActs key={entry.id} of={entry} />}
      onClose={onClose}
    >
      <Head of={entry} />
      <Releases of={entry} />
      <Endings of={entry} />
      <h3>经过</h3>
      <History lines={entry.history} />
    </RecordPane>
  )
}
