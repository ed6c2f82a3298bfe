import type { Output, Parsed } from '../../../contract/index.ts'
import { attributeLabel } from '../../../contract/terms.ts'
import { runDeadline } from '../calendar/deadlines.ts'
import { refuse } from '../door/refuse.ts'
import type { Work } from '../door/unit.ts'
import { currentOf, isOwnSection, reviewById } from '../review/records.ts'
import { isOwnEntry, publicationById, publicationOf, type PublicationRecord } from './records.ts'
import { followReleases } from './released.ts'

/** 公开形式 (A三(二)): each way once, 其他 with which. */
const refuseBadWays = ({ channels, channelNote }: Parsed<'publication.enter'>) => {
  if (new Set(channels).size < channels.length) refuse('input.duplicate', '公开方式有重复，请核对。', { clause: 'A3(2)', field: 'channels' })
  if (channels.includes('elsewhere') && !channelNote)
    refuse('input.missing', '公开方式选“其他”的，请写明是什么方式。', { clause: 'A3(2)', field: 'channelNote' })
  if (!channels.includes('elsewhere') && channelNote)
    refuse('input.unknownField', '只有公开方式为“其他”的填写说明。', { clause: 'A3(2)', field: 'channelNote' })
}

/** The review of an entry: of the same 科室, alive, for nothing else in the catalogue, and of a 公文 one that is to be made public (A二, B3, B8). */
const refuseBadReview = (work: Work, id: number, entry?: PublicationRecord) => {
  const review = reviewById(work, id)
  work.about(review.number)
  const no = (message: string, clause: 'B3' | 'A2' | 'A3(1)') => refuse('rule.forbids', message, { clause, field: 'review' })
  if (!isOwnSection(work, review)) no(`${review.number}是${review.department}的审查。谁公开、谁审查：请关联本科室的审查。`, 'B3')
  if (review.state === 'cancelled') no(`${review.number}已作废，请重新提交审查后关联。`, 'A3(1)')
  const { attribute } = currentOf(work.read, review)
  if (attribute !== null && attribute !== 'proactive') no(`${review.number}的公文属性为“${attributeLabel[attribute]}”，不列入主动公开目录。`, 'A2')
  const other = publicationOf(work.read, id)
  if (other && other.id !== entry?.id) no(`${review.number}已由${other.number}关联，一件审查只对应目录中的一条。`, 'A3(1)')
}

const standsNow = (work: Work, id: number): Output<'publication.enter'> => {
  const { number, state } = publicationById(work, id)
  return { id, number, state }
}

/** 列入公开目录, under one of the headings of 条例20. What its review has made public already stands there as public at once. */
export const enter = (work: Work, input: Parsed<'publication.enter'>): Output<'publication.enter'> => {
  const { class: heading, title, madeOn, channels, channelNote, review } = input
  refuseBadWays(input)
  if (madeOn > work.wall.slice(0, 10)) refuse('input.future', '产生日期不得晚于今天。', { clause: 'A3(3)', field: 'madeOn' })
  if (review !== undefined) refuseBadReview(work, review)
  const number = work.number('publication')
  const { id: me, department } = work.asking.person
  const of = { number, year: Number(work.wall.slice(0, 4)), class: heading, title, made_on: madeOn, department }
  const by = { channels: JSON.stringify(channels), channel_note: channelNote ?? null, review: review ?? null }
  const at = work.now.toISOString()
  const open = { state: 'listed', published_on: null, take_down_by: null }
  const id = work.insert('publication', { ...of, ...by, entered_by: me, entered_at: at, ...open })
  runDeadline(work, { of: 'publication', record: id, number, kind: 'publish', from: madeOn, days: work.settings.disclosureDays.publish })
  work.index('publication', id, [number, title, department])
  work.about(number)
  if (review !== undefined) followReleases(work, review)
  return standsNow(work, id)
}

/** 关联保密审查: until something of it is public, another review may take the place of the one before. */
export const link = (work: Work, { publication: id, review }: Parsed<'publication.link'>): Output<'publication.link'> => {
  const entry = publicationById(work, id)
  work.about(entry.number)
  if (!isOwnEntry(work, entry)) refuse('rule.forbids', `${entry.number}由责任科室${entry.department}办理。`, { clause: 'B3', field: 'publication' })
  if (entry.state !== 'listed')
    refuse('rule.forbids', `${entry.number}已经公开或者办结，不能改关联的审查。另有文本要公开的，请另列一条。`, {
      clause: 'B1',
      field: 'publication',
    })
  refuseBadReview(work, review, entry)
  work.change('publication', id, { review })
  followReleases(work, review)
  return standsNow(work, id)
}
