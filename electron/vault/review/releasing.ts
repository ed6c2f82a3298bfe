import type { Output, Parsed } from '../../../contract/index.ts'
import { type Channel, channelLabel, type ReviewEnding, reviewStateLabel } from '../../../contract/terms.ts'
import { followReview } from '../disclosure/following.ts'
import { wallClock } from '../door/clock.ts'
import { stepOf } from '../door/lifecycle.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Work } from '../door/unit.ts'
import { followReleases, refuseAgain, whyNotAgain } from '../publication/released.ts'
import { reviewLifecycle } from './lifecycle.ts'
import { secretStill } from './outcomes.ts'
import {
  channelsOf,
  currentOf,
  lastOf,
  ownReview,
  refuseReplaced,
  type ReviewRecord,
  signStep,
  standing,
  type StepRecord,
  stepsOf,
} from './records.ts'

/** Whether this text was entered as made public by this way. */
export const wasReleased = (steps: readonly StepRecord[], version: number, channel: Channel): boolean =>
  steps.some((step) => step.act === 'release' && step.version === version && step.outcome === channel)

/** 先审查、后公开: made public is what was decided 可公开, this very text, by a way that was approved, from that day on (B1, B3, C六, 实施条例42). */
const refuseUnapproved = (work: Work, review: ReviewRecord, { channel, releasedOn }: Parsed<'review.release'>) => {
  const { number, state } = review
  const no = (message: string, field = 'review') => refuse('rule.forbids', message, { clause: 'B1', field })
  if (state !== 'open' && state !== 'released') no(`先审查、后公开：${number}现为“${reviewStateLabel[state]}”，现行文本没有确定为可公开，不得发布。`)
  const steps = stepsOf(work.read, review.id)
  const decided = lastOf(standing(steps, review.version), 'decide')
  const approved = channelsOf(currentOf(work.read, review))
  if (!approved.includes(channel))
    no(`审查的公开方式为${approved.map((one) => channelLabel[one]).join('、')}，不得以其他方式发布。需要增加的，请更换文本重新审查。`, 'channel')
  if (releasedOn > work.wall.slice(0, 10)) refuse('input.future', '发布日期不得晚于今天。', { clause: 'B1', field: 'releasedOn' })
  if (decided && releasedOn < wallClock(new Date(decided.at)).slice(0, 10))
    refuse('rule.forbids', '先审查、后公开：发布日期不得早于组长确定的日期。', { clause: 'B1', field: 'releasedOn' })
  if (wasReleased(steps, review.version, channel))
    no(`第${review.version}版已登记以${channelLabel[channel]}发布，每种公开方式登记一次。内容有变动的，请更换文本重新审查。`, 'channel')
  const secret = secretStill(work.read, review, steps)
  if (secret) refuse('rule.forbids', `${secret}不得发布，请重新审查。`, { clause: 'B10', field: 'review' })
}

/** What stands against every release of the text that stands, of a case that is decided 可公开; null when nothing does. */
export const whyNotReleased = (read: Read, review: ReviewRecord, steps: readonly StepRecord[]): string | null => {
  const secret = secretStill(read, review, steps)
  if (secret) return `${secret}不得发布（B10）。`
  const ways = channelsOf(currentOf(read, review))
  const again = ways.map((channel) => whyNotAgain(read, review, channel))
  if (again.length > 0 && again.every((one) => one !== null)) return again[0]?.message ?? null
  const left = ways.filter((channel) => !wasReleased(steps, review.version, channel))
  return review.state === 'released' && left.length === 0 ? '审查过的公开方式都已登记发布（B1）。' : null
}

/** 发布登记 of a version, once for each way by which it was made public. What stands in the 公开目录 stands there as public by it. */
export const release = (work: Work, input: Parsed<'review.release'>): Output<'review.release'> => {
  const review = ownReview(work, input.review)
  refuseReplaced(review, input.version)
  refuseAgain(work.read, review, input.channel)
  refuseUnapproved(work, review, input)
  const { channel, where, releasedOn } = input
  signStep(work, review, work.me(), 'release', { outcome: channel, words: where, facts: { releasedOn } })
  if (review.state === 'open') work.move(reviewLifecycle, review.id, 'released', { since: work.now.toISOString() })
  followReleases(work, review.id)
  return { id: review.id, state: 'released' }
}

/** What stands against an ending from where the case is, in the words of its rule. */
export const whyNotEnded = ({ number, state }: ReviewRecord, transferred: boolean, how: ReviewEnding): string | null => {
  if (how === 'byArchives' && !transferred) return '只有已移交档案馆的信息依档案规定办结。'
  if (stepOf(reviewLifecycle, state, how)) return null
  const is = `${number}现为“${reviewStateLabel[state]}”`
  if (how === 'filed') return `${is}：公开、依申请公开或者不予公开的确定以后才能归档，确定为可公开的先作发布登记。`
  return how === 'cancelled' ? `${is}，已经有结论，不能作废，请归档。` : `${is}，已经审查，不能依档案规定办结。`
}

/** 归档, 依档案规定 (B15), or 作废: the end of a case. */
export const close = (work: Work, { review: id, version, how, words }: Parsed<'review.close'>): Output<'review.close'> => {
  const review = ownReview(work, id)
  refuseReplaced(review, version)
  const why = whyNotEnded(review, currentOf(work.read, review).transferred === 1, how)
  if (why) refuse('rule.forbids', why, { clause: how === 'byArchives' ? 'B15' : 'B9', field: 'how' })
  signStep(work, review, work.me(), how, { words })
  work.move(reviewLifecycle, id, how, { since: work.now.toISOString() })
  followReview(work, review.item)
  return { id, state: how }
}
