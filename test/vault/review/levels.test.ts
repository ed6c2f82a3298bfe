import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'
import {
  be,
  checklist,
  opinion,
  reviewAnswered,
  reviewDecided,
  reviewDrafted,
  reviewOf,
  reviewOpined,
  reviewReferred,
  text,
} from '../../support/records.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const withheld = { proposal: 'withheld' as const, reason: '属于国家秘密', basis: ['unit1' as const] }
/** What the checklist says of 国家秘密, the other items 否. */
const secret = (answer: 'yes' | 'no' | 'unsure', level?: 'secret' | 'confidential' | 'topSecret') => ({
  ...checklist(),
  stateSecret: { answer, ...(answer !== 'no' && { note: '第一页' }), ...(level && { level }) },
})
/** The mark in the list, on the 保密审查表 and of the case itself: one and the same. */
const markOf = async (review: number, number: string) => {
  await be(office, '陈科')
  const row = (await office.ok('review.list', { text: number })).rows[0]?.mark
  expect((await reviewOf(office, review)).mark).toBe(row)
  expect((await office.ok('paper.review', { review })).frame.mark).toBe(row)
  return row
}

it('实施条例25 国家秘密 是 or 不确定 says its 拟定密级 at once; 否 has none', async () => {
  const { review, number } = await reviewDrafted(office, { attribute: 'withheld' })
  expect(await markOf(review, number)).toBe('内部')
  const field = 'checklist.stateSecret.level'
  const opine = { review, version: 1, ...withheld }
  expect(await office.no('review.opine', { ...opine, checklist: secret('yes') })).toMatchObject({
    code: 'input.missing',
    clause: '实施条例25',
    field,
  })
  expect(await office.no('review.opine', { ...opine, checklist: secret('unsure') })).toMatchObject({ code: 'input.missing', field })
  expect(await office.no('review.opine', { ...opine, checklist: secret('no', 'secret') })).toMatchObject({ code: 'input.unknownField', field })
  await office.ok('review.opine', { ...opine, checklist: secret('yes', 'confidential') })
  expect(await markOf(review, number)).toBe('机密')
  expect((await reviewOf(office, review)).steps[0]?.checklist?.[0]).toMatchObject({ item: 'stateSecret', level: 'confidential' })
})

it('保密法31 × above 本机密级: the case is given up here and reviewed on a machine of that level', async () => {
  const { review } = await reviewDrafted(office, { attribute: 'withheld' })
  expect(await office.no('review.opine', { review, version: 1, ...withheld, checklist: secret('yes', 'topSecret') })).toMatchObject({
    code: 'rule.forbids',
    clause: '保密法31',
    field: 'checklist.stateSecret.level',
    message: expect.stringContaining('请将本件作废，在相应密级的设备上审查'),
  })
})

it('B10 what was found a state secret bears its mark on every later text, until its 解密 document is entered', async () => {
  const { review, number } = await reviewDecided(office, 'declassify')
  expect(await markOf(review, number)).toBe('秘密')
  await office.ok('review.revise', { review, version: 1, ...text(), changes: '删去', declassification: declassified })
  expect(await markOf(review, number)).toBe('内部')
  const other = await reviewOpined(office, { ...withheld, checklist: secret('yes', 'confidential') }, { attribute: 'withheld' })
  await office.ok('review.revise', { review: other.review, version: 1, ...text(), changes: '删去' })
  await office.ok('review.opine', { review: other.review, version: 2, ...opinion({ proposal: 'change' }) })
  expect(await markOf(other.review, other.number)).toBe('机密')
})
const declassified = { issuer: '青禾市人民政府办公室', symbol: '青政办解〔2026〕1号', date: '2026-03-09' }

it('实施条例25 不确定 bears the level 先行拟定 until the 批复 says that it may be public, or the next text is answered 否', async () => {
  const referred = await reviewReferred(office)
  expect(await markOf(referred.review, referred.number)).toBe('秘密')
  const answered = await reviewAnswered(office, 'open')
  expect(await markOf(answered.review, answered.number)).toBe('内部')
  const kept = await reviewAnswered(office, 'withheld')
  expect(await markOf(kept.review, kept.number)).toBe('秘密')
  const opined = await reviewOpined(office, { proposal: 'refer', reason: '不能确定', checklist: secret('unsure', 'secret') })
  await office.ok('review.revise', { review: opined.review, version: 1, ...text(), changes: '删去' })
  expect(await markOf(opined.review, opined.number)).toBe('秘密')
  await office.ok('review.opine', { review: opined.review, version: 2, ...opinion() })
  expect(await markOf(opined.review, opined.number)).toBe('内部')
})

it('B9 汇总表 and 送审函 bear the highest 拟定密级 of what stands on them', async () => {
  const { review } = await reviewReferred(office)
  await be(office, '陈科')
  expect((await office.ok('paper.referral', { review })).frame.mark).toBe('秘密')
  expect((await office.ok('paper.reviewSummary', { year: 2026, month: 3 })).frame.mark).toBe('秘密')
})
