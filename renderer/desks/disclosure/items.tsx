import type { DisclosureConsult, DisclosureItem, DisclosureReply, DisclosureView } from '../../../contract/disclosure-views.ts'
import { askedLabel, consultAnswerLabel, itemStateLabel, reviewStateLabel } from '../../../contract/terms.ts'
import { To } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { Deadline } from '../../components/deadline.tsx'
import { LongText } from '../../components/long-text.tsx'
import { Signed } from '../../components/signature.tsx'
import { ReplyInWords } from './about.tsx'

/** The reviews of what this item asks for, each a jump to 保密审查 (G三.2). */
const Reviews = ({ of: { reviews } }: { of: DisclosureItem }) => {
  const opens = useMay()('review.get')
  return reviews.map(({ id, number, state, version }) => (
    <div key={id}>
      保密审查{' '}
      {opens ? (
        <To desk="review" id={id}>
          <span className="figures">{number}</span>
        </To>
      ) : (
        <span className="figures">{number}</span>
      )}
      {`　第${version}版　`}
      <strong>{reviewStateLabel[state]}</strong>
    </div>
  ))
}

const Asking = ({ of: one }: { of: DisclosureConsult }) => (
  <li>
    <div className="line-head">
      <strong>征求{askedLabel[one.whom]}意见</strong>
      <span>{one.to}</span>
      <span>{one.sentOn} 发出</span>
    </div>
    <div>{one.about}</div>
    {one.answer === null ? (
      <Deadline of={one.clock} />
    ) : (
      <div>
        {consultAnswerLabel[one.answer]}　{one.answeredOn}
        {one.words && `　${one.words}`}
      </div>
    )}
  </li>
)

const Extension = ({ of: { extension } }: { of: DisclosureItem }) =>
  extension && (
    <li>
      <div>
        申请延长 <strong>{extension.days} 个工作日</strong>：{extension.reason}
      </div>
      <Signed act="申请" mark={extension.requested} />
      {extension.approved === null ? (
        <div className="waits">等待领导批准</div>
      ) : (
        <Signed act={extension.approved ? '同意' : '不同意'} mark={extension.decided} />
      )}
    </li>
  )

const Drafted = ({ of: reply, last }: { of: DisclosureReply; last: boolean }) => (
  <li className={last && reply.approved !== false ? undefined : 'disclosure-void'}>
    <ReplyInWords of={reply} />
    {reply.review && (
      <div>
        依据审查 {reply.review.number}　第{reply.review.version}版
        {!reply.stands && <span className="waits">　审查已失效，这份答复不能送出，重新拟答复（B1）</span>}
      </div>
    )}
    <Signed act="拟稿" mark={reply.drafted} />
    {reply.approved === null ? (
      <div className="waits">等待组长批准</div>
    ) : (
      <>
        <Signed act={reply.approved ? '批准' : '退回'} mark={reply.decided} />
        {reply.opinion && <div>{reply.opinion}</div>}
      </>
    )}
  </li>
)

const Item = ({ of: item, several, content }: { of: DisclosureItem; several: boolean; content: boolean }) => (
  <section className="disclosure-item">
    <h3>
      {several ? `事项 ${item.ordinal}` : '办理'}　<span className="disclosure-item-state">{itemStateLabel[item.state]}</span>
    </h3>
    {content && <LongText label={`事项${item.ordinal}内容`}>{item.content}</LongText>}
    <div>
      承办 {item.handler.name}（{item.handler.department}）
    </div>
    <Deadline of={item.clock} />
    <Reviews of={item} />
    {(item.extension || item.consults.length > 0 || item.replies.length > 0) && (
      <ul className="lines">
        {item.consults.map((one) => (
          <Asking key={one.id} of={one} />
        ))}
        <Extension of={item} />
        {item.replies.map((reply, place) => (
          <Drafted key={reply.id} of={reply} last={place === item.replies.length - 1} />
        ))}
      </ul>
    )}
  </section>
)

/** Each thing that is asked for, with its own clock, reviews, askings, extension and replies (A四(一)4). */
export const Items = ({ of: { items, versions } }: { of: DisclosureView }) => {
  const several = items.length > 1
  return items.map((item) => <Item key={item.id} of={item} several={several} content={several || item.content !== versions.at(-1)?.content} />)
}
