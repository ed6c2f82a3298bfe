import type { Input } from '../../../contract/index.ts'
import type { Office } from '../office.ts'
import { be } from './acting.ts'
import { reviewDecided, reviewDrafted } from './review.ts'

type Drafting = Partial<Input<'review.draft'>>
type Redaction = NonNullable<Drafting['redactions']>[number]

/** The 安全保密管理员 allows texts in the vault, or no more. */
export const textsAllowed = async (office: Office, reviewTexts = true) => {
  await be(office, '钱安')
  await office.ok('office.changeSettings', { reviewTexts })
}

/** The passage that these words are, where they first stand. */
export const passage = (content: string, words: string, over: Partial<Redaction> = {}): Redaction => {
  const from = content.indexOf(words)
  return { from, to: from + words.length, how: 'blacken', reason: 'privacy', ...over }
}

/** A notice that names somebody, who is not to be named to the public. */
export const content = '关于接种安排的公告\n接种点：示范路一号。\n联系人：林示范，电话 555-0100。\n特此公告。'
export const redactions: Redaction[] = [passage(content, '林示范'), passage(content, '，电话 555-0100', { how: 'delete' })]
export const released = '关于接种安排的公告\n接种点：示范路一号。\n联系人：■■■。\n特此公告。'

/** 陈科 files a text whose words are kept in the vault. */
export const reviewTyped = async (office: Office, over: Drafting = {}) => {
  await textsAllowed(office)
  return reviewDrafted(office, { content, redactions, ...over })
}

/** And decided 可公开. */
export const typedDecided = async (office: Office, over: Drafting = {}) => {
  await textsAllowed(office)
  return reviewDecided(office, 'open', { content, redactions, ...over })
}
