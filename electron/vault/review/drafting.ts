import type { Output, Parsed } from '../../../contract/index.ts'
import { documentById } from '../documents/document.ts'
import { plainSymbol } from '../documents/numbers.ts'
import { isInScope, refuseStranger } from '../documents/scope.ts'
import { followReview, itemToReview } from '../disclosure/following.ts'
import { refuse } from '../door/refuse.ts'
import type { Row, Work } from '../door/unit.ts'
import { BEFORE_OPINION, reviewLifecycle, VOIDED_BY_CHANGE } from './lifecycle.ts'
import { currentOf, ownReview, refuseReplaced, type ReviewRecord, type VersionRecord } from './records.ts'
import { signedOf } from './texts.ts'

type Text = Omit<Parsed<'review.draft'>, 'carrier' | 'unit' | 'handler' | 'document' | 'item'>

/** What is to be made public says how, when and to whom; 不予公开, 依申请公开 and what is to answer an application need not. */
const refuseBadWay = ({ attribute, channels, channelNote, plannedOn, audience }: Text, toAnswer: boolean) => {
  const missing = (message: string, field: string) => refuse('input.missing', message, { clause: 'B9', field })
  if (new Set(channels).size < channels.length) refuse('input.duplicate', '公开方式有重复，请核对。', { clause: 'B9', field: 'channels' })
  if (channels.includes('elsewhere') && !channelNote) missing('公开方式选“其他”的，请写明是什么方式。', 'channelNote')
  if (!channels.includes('elsewhere') && channelNote)
    refuse('input.unknownField', '只有公开方式为“其他”的填写说明。', { clause: 'B9', field: 'channelNote' })
  if (toAnswer || (attribute !== undefined && attribute !== 'proactive')) return
  if (channels.length === 0) missing('拟公开的，请选择公开方式。', 'channels')
  if (plannedOn === undefined) missing('拟公开的，请填写拟公开时间。', 'plannedOn')
  if (audience === undefined) missing('拟公开的，请填写公开范围。', 'audience')
}

/** What every version must say: 标题 with 文号 or 内容摘要 (B9), of a 公文 its attribute (B8). */
const refuseBadText = (work: Work, { carrier, item }: Pick<ReviewRecord, 'carrier' | 'item'>, text: Text) => {
  const { symbol, summary, attribute, madeOn } = text
  if (symbol === undefined && summary === undefined)
    refuse('input.missing', '请填写文号；没有文号的，填写内容摘要。', { clause: 'B9', field: 'summary' })
  if (carrier === 'official' && attribute === undefined)
    refuse('input.missing', '公文应同步审查公开属性：请选择主动公开、依申请公开或者不予公开。', { clause: 'B8', field: 'attribute' })
  if (carrier === 'other' && attribute !== undefined) refuse('input.unknownField', '只有公文填写公开属性。', { clause: 'B8', field: 'attribute' })
  if (madeOn > work.wall.slice(0, 10)) refuse('input.future', '文本日期不得晚于今天。', { clause: 'B9', field: 'madeOn' })
  refuseBadWay(text, item !== null)
}

type Kept = { review: number; version: number; changes: string | null; declassification: string | null } & ReturnType<typeof signedOf>

const insertVersion = (work: Work, text: Text, kept: Kept): void => {
  const columns: Row = {
    ...kept,
    by_person: work.asking.person.id,
    at: work.now.toISOString(),
    title: text.title,
    symbol: text.symbol === undefined ? null : plainSymbol(text.symbol),
    summary: text.summary ?? null,
    attribute: text.attribute ?? null,
    made_on: text.madeOn,
    pages: text.pages,
    channels: JSON.stringify(text.channels),
    channel_note: text.channelNote ?? null,
    planned_on: text.plannedOn ?? null,
    audience: text.audience ?? null,
    transferred: text.transferred ? 1 : 0,
  }
  work.insert('review_version', columns)
  if (text.content !== undefined) work.insert('review_text', { review: kept.review, version: kept.version, content: text.content })
}

/** By what a case is found: its number, and the title, 文号 and 拟公开单位 as they stand. */
const indexCase = (work: Work, { id, number, unit }: Pick<ReviewRecord, 'id' | 'number' | 'unit'>, { title, symbol }: Text) =>
  work.index('review', id, [number, title, symbol ?? null, unit])

/** 承办人: somebody of the same department, which sees the case and gives the 科室意见 on it (B7 相关业务科室). */
export const handlerOf = (work: Work, named: number | undefined, field = 'handler'): number => {
  const me = work.asking.person
  if (named === undefined || named === me.id) return me.id
  refuseStranger(work.read, named, field)
  if (work.read.get<{ department: string }>('SELECT department FROM person WHERE id = ?', named)?.department !== me.department)
    refuse('rule.forbids', `承办人应是${me.department}的人员。其他科室的信息由该科室提交审查。`, { clause: 'B7', field })
  return named
}

/** The document that it comes from: one that the person may know of (F1(4)a). */
const documentOf = (work: Work, named: number | undefined) => {
  if (named === undefined) return null
  const document = documentById(work.read, named)
  if (!isInScope(work.read, document.id, work.asking.person.id))
    return refuse('input.unknownRecord', '没有这份文件，请从本人知悉范围内的文件中选择。', { clause: 'F1(4)a', field: 'document' })
  return document
}

/** 提交审查: the case with version 1 of its text. */
export const draft = (work: Work, input: Parsed<'review.draft'>): Output<'review.draft'> => {
  const { carrier, unit, handler: named, document: from, item: asked, ...text } = input
  const document = documentOf(work, from)
  if (document) work.about(document.number)
  const handler = handlerOf(work, named)
  const item = asked === undefined ? null : itemToReview(work, asked).id
  refuseBadText(work, { carrier, item }, text)
  const signed = signedOf(work, { document: document?.id ?? null, declassification: null }, text)
  const number = work.number('review')
  const at = work.now.toISOString()
  const { id: me, department } = work.asking.person
  const head = { number, carrier, unit, department, handler, handling: handler, document: document?.id ?? null, item, entered_by: me, entered_at: at }
  const id = work.insert('review', { ...head, state: 'drafted', version: 1, since: at })
  insertVersion(work, text, { review: id, version: 1, changes: null, declassification: null, ...signed })
  indexCase(work, { id, number, unit }, text)
  work.about(number)
  followReview(work, item)
  return { id, number, version: 1 }
}

const isAmong = (states: readonly ReviewRecord['state'][], state: ReviewRecord['state']): boolean => states.includes(state)

/** 解密 once recorded goes on with the text; where the 组长 asked for it, it must be there (B10). */
const declassificationOf = (work: Work, review: ReviewRecord, before: VersionRecord, given: Parsed<'review.revise'>['declassification']) => {
  const field = 'declassification'
  if (given && given.date > work.wall.slice(0, 10)) refuse('input.future', '解密日期不得晚于今天。', { clause: 'B10', field: `${field}.date` })
  if (given) return JSON.stringify(given)
  if (review.state === 'toDeclassify' && before.declassification === null)
    refuse('input.missing', '应经法定程序解密并删除涉密内容后公开：请填写解密文件的机关、文号和日期。', { clause: 'B10', field })
  return before.declassification
}

/** 更换文本: the version before and all that was said on it is void (C六: 变动要重新审批). */
export const revise = (work: Work, input: Parsed<'review.revise'>): Output<'review.revise'> => {
  const { review: id, version: seen, changes, declassification, ...text } = input
  const review = ownReview(work, id)
  refuseReplaced(review, seen)
  if (review.state === 'referred' || review.state === 'answered')
    refuse('rule.forbids', `${review.number}已经报请确定，登记批复并由组长按批复确定以后才能更换文本。`, { clause: 'B13', field: 'review' })
  if (!isAmong([...BEFORE_OPINION, ...VOIDED_BY_CHANGE], review.state))
    refuse('state.forbids', `${review.number}已经办结，不能更换文本。再要公开的，请重新提交审查。`, { clause: 'C6(2)', field: 'review' })
  refuseBadText(work, review, text)
  const before = currentOf(work.read, review)
  const version = review.version + 1
  const declassified = declassificationOf(work, review, before, declassification)
  const signed = signedOf(work, { document: review.document, declassification: declassified, review }, text)
  insertVersion(work, text, { review: id, version, changes, declassification: declassified, ...signed })
  indexCase(work, review, text)
  const stands = { version, since: work.now.toISOString() }
  if (isAmong(BEFORE_OPINION, review.state)) work.change('review', id, stands)
  else work.move(reviewLifecycle, id, 'pending', stands)
  followReview(work, review.item)
  return { id, state: isAmong(BEFORE_OPINION, review.state) ? review.state : 'pending', version }
}
