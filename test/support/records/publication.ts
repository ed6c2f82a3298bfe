import type { Input, Output } from '../../../contract/index.ts'
import type { ReviewOutcome } from '../../../contract/terms.ts'
import type { Office } from '../office.ts'
import { be, fresh } from './acting.ts'
import { reviewDecided } from './review.ts'

type Entry = Partial<Input<'publication.enter'>>
type Listed = { publication: number; number: string }

/** What an entry says, to be made public on the site and the board. */
export const entry = (over: Entry = {}): Input<'publication.enter'> => ({
  class: 'other',
  title: fresh('示范中心接种安排的公告之'),
  madeOn: '2026-03-10',
  channels: ['site', 'board'],
  ...over,
})

/** 陈科 lists it. */
export const publicationListed = async (office: Office, over: Entry = {}): Promise<Listed> => {
  await be(office, '陈科')
  const { id: publication, number } = await office.ok('publication.enter', entry(over))
  return { publication, number }
}

/** A text without attribute, so that every outcome fits it. */
export const plainText = { carrier: 'other', attribute: undefined } as const

/** With a review that was decided so. */
export const publicationReviewed = async (office: Office, outcome: ReviewOutcome = 'open', over: Entry = {}, madeOn = '2026-03-10') => {
  const { review } = await reviewDecided(office, outcome, { ...plainText, madeOn })
  return { ...(await publicationListed(office, { ...over, review })), review }
}

/** 发布登记 of its review by 陈科. */
export const releaseOf = async (office: Office, review: number, over: Partial<Input<'review.release'>> = {}) => {
  await be(office, '陈科')
  await office.ok('review.release', { review, version: 1, channel: 'site', where: '本单位网站“公告”栏', releasedOn: '2026-03-10', ...over })
}

/** Made public on the site. */
export const publicationPublished = async (office: Office, over: Entry = {}) => {
  const ready = await publicationReviewed(office, 'open', over)
  await releaseOf(office, ready.review)
  return ready
}

/** On the site for a year and more: made public while the clock stood a year ago, which is where it comes back from. */
export const publicationYearOld = async (office: Office, over: Entry = {}) => {
  const now = office.clock.now().toISOString()
  const day = '2025-03-03'
  await office.later(`${day}T09:00:00+08:00`, '陈科')
  const old = await publicationReviewed(office, 'open', { madeOn: day, ...over }, day)
  await releaseOf(office, old.review, { releasedOn: day })
  await office.later(now, '陈科')
  return old
}

type Ending = Input<'publication.end'>['ending']
export const endings = {
  takenDown: { kind: 'takenDown', on: '2026-03-10', words: '综合办公室查阅' },
  withdrawn: { kind: 'withdrawn', on: '2026-03-10', cause: 'mistaken', words: '时间有误' },
  withheld: { kind: 'withheld', words: '审查确定不予公开' },
  cancelled: { kind: 'cancelled', words: '重复列入' },
} as const satisfies Record<Ending['kind'], Ending>

/** Ended so by 陈科. */
export const publicationEnded = async (office: Office, how: Ending['kind']): Promise<Listed & { review?: number }> => {
  const begun = {
    takenDown: () => publicationYearOld(office),
    withdrawn: () => publicationPublished(office),
    withheld: () => publicationReviewed(office, 'withheld'),
    cancelled: () => publicationListed(office),
  }
  const listed = await begun[how]()
  await be(office, '陈科')
  await office.ok('publication.end', { publication: listed.publication, ending: endings[how] })
  return listed
}

export const publicationOf = (office: Office, publication: number): Promise<Output<'publication.get'>> =>
  office.ok('publication.get', { publication })
