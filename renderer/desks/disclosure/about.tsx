import type { ApplicationVersion, DisclosureItem, DisclosureReply, DisclosureView } from '../../../contract/disclosure-views.ts'
import { applicantKindLabel, replyRule, reportRowLabel, reviewStateLabel } from '../../../contract/terms.ts'
import { Cut, LongText } from '../../components/long-text.tsx'

/** The application as it stands. */
export const applicationOf = ({ versions }: DisclosureView): ApplicationVersion => versions.at(-1) as ApplicationVersion

/** What an item is called: by its number where there are several. */
export const itemName = ({ items }: DisclosureView, { ordinal }: Pick<DisclosureItem, 'ordinal'>): string =>
  items.length > 1 ? `事项${ordinal}` : '申请事项'

/** The draft that stands, if any. */
export const replyOf = ({ replies }: DisclosureItem): DisclosureReply | undefined => replies.at(-1)

/** An article as the letter cites it. */
export const articleOf = (kind: DisclosureReply['kind']): string => `条例${replyRule[kind].article}`

export const reviewInWords = ({ number, version, state }: DisclosureItem['reviews'][number]): string =>
  `${number}　第${version}版　${reviewStateLabel[state]}`

/** Title of a small form: the act, the number, and which item where there are several. */
export const titleOf = (act: string, view: DisclosureView, item?: DisclosureItem | null): string =>
  `${act}　${view.number}${item && view.items.length > 1 ? `　事项${item.ordinal}` : ''}`

/** A name as a record shows it, however long: two lines of it, whole when pointed at. */
export const Name = ({ of: name, before }: { of: string; before?: string }) => (
  <span className="disclosure-name" title={name}>
    {before && `${before}　`}
    {name}
  </span>
)

/** What is to be signed for, as whoever signs reads it: who asked, and for what. */
export const About = ({ of: view, item }: { of: DisclosureView; item?: DisclosureItem | null }) => {
  const application = applicationOf(view)
  return (
    <div className="disclosure-about">
      <p className="disclosure-one-line">
        {applicantKindLabel[application.kind]}　<Cut of={application.name} />
      </p>
      <LongText label="申请内容">{item?.content ?? application.content}</LongText>
    </div>
  )
}

/** Told where it is found, and not handed over. */
export const isElsewhere = (kind: DisclosureReply['kind']): boolean => kind === 'alreadyPublic' || kind === 'publications'

/** A drafted reply in words: kind, article, what is given, why. */
export const ReplyInWords = ({ of: reply }: { of: Pick<DisclosureReply, 'kind' | 'given' | 'organ' | 'reason'> }) => (
  <div className="disclosure-reply">
    <p>
      <strong>{replyRule[reply.kind].label}</strong>
      <span className="quiet">{`　${articleOf(reply.kind)}　年报：${reportRowLabel[replyRule[reply.kind].row]}`}</span>
    </p>
    {reply.given && (
      <p>
        {isElsewhere(reply.kind) ? '方式和途径' : '提供'}：{reply.given}
      </p>
    )}
    {reply.organ && <p>所属机关：{reply.organ}</p>}
    {reply.reason && <LongText label="理由">{`理由：${reply.reason}`}</LongText>}
    {replyRule[reply.kind].reconsider && <p className="quiet">不服的应当先申请行政复议（行政复议法第二十三条），答复书写明。</p>}
  </div>
)
