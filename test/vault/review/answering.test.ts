import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'
import {
  be,
  disclosureInReview,
  disclosureOf,
  disclosureRegistered,
  leadingTo,
  opinion,
  reviewDecided,
  reviewExamined,
  reviewOf,
  reviewThrough,
  text,
} from '../../support/records.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

it('G3.2 初审 → 保密审查小组 → 反馈: the 科室 puts its item under review, and what was decided is seen at the application', async () => {
  const { disclosure, review } = await disclosureInReview(office)
  const itemOf = async () => (await disclosureOf(office, disclosure)).items[0]
  expect(await itemOf()).toMatchObject({ state: 'inReview', reviews: [{ id: review, state: 'drafted' }] })
  await reviewThrough(office, review)
  await be(office, '陈科')
  expect(await itemOf()).toMatchObject({ state: 'inHand', reviews: [{ id: review, state: 'onApplication' }] })
  // Nobody else's item, and none that is no item
  const other = await disclosureRegistered(office)
  await be(office, '陈科')
  expect(
    await office.no('review.draft', { carrier: 'other', unit: '业务一科', ...text({ attribute: undefined }), item: other.item + 999 }),
  ).toMatchObject({
    clause: 'G3.2',
    field: 'item',
  })
})

it('G3.3 公开、不公开、修改后公开: published only as decided; refused only with 依据 and 理由; changed only through another review', async () => {
  const { review: open } = await reviewDecided(office)
  await be(office, '陈科')
  await office.ok('review.release', { review: open, version: 1, channel: 'site', where: '网站', releasedOn: '2026-03-10' })
  const { review: withheld } = await reviewExamined(office, leadingTo.withheld.opinion, leadingTo.withheld.drafting)
  await be(office, '赵组')
  const refuses = { review: withheld, version: 1, outcome: 'withheld' } as const
  expect(await office.no('review.decide', { ...refuses, basis: ['law14'] })).toMatchObject({ code: 'input.missing', field: 'reason' })
  expect(await office.no('review.decide', { ...refuses, reason: '国家秘密' })).toMatchObject({ code: 'input.missing', field: 'basis' })
  await office.ok('review.decide', { ...refuses, reason: '国家秘密', basis: ['law14'] })
  const { review: changed } = await reviewDecided(office, 'change')
  await be(office, '陈科')
  await office.ok('review.revise', { review: changed, version: 1, ...text(), changes: '删去联系电话' })
  const release = { review: changed, version: 2, channel: 'site', where: '网站', releasedOn: '2026-03-10' } as const
  expect(await office.no('review.release', release)).toMatchObject({ clause: 'B1' })
  await office.ok('review.opine', { review: changed, version: 2, ...opinion() })
  await be(office, '李保')
  await office.signed('孙审', 'review.examine', { review: changed, version: 2, agree: true })
  await office.signed('赵组', 'review.decide', { review: changed, version: 2, outcome: 'open' })
  await be(office, '陈科')
  await office.ok('review.release', release)
  expect((await reviewOf(office, changed)).state).toBe('released')
})
