/** The acts of the two desks that make things public, by keyboard: 保密审查 and 依申请公开. */
import { byKey, cursorIn, picked, typed } from './acts.ts'
import type { Hand } from './hand.ts'

/** The seven items of the checklist of a review, by the figure of each answer. */
export const checked = async (hand: Hand, ...figures: readonly number[]): Promise<void> => {
  const items = ['stateSecret', 'tradeSecret', 'privacy', 'nationalSecurity', 'publicSafety', 'economicSecurity', 'socialStability']
  for (const [place, item] of items.entries()) await picked(hand, `checklist.${item}`, figures[place] ?? 2)
}

/** What a 科室 files to be made public, from 保密审查: F7 … F9. */
export const fileReview = async (
  hand: Hand,
  { unit, title, symbol, audience }: Record<'unit' | 'title' | 'symbol' | 'audience', string>,
): Promise<void> => {
  await byKey(hand, 'F7')
  await picked(hand, 'carrier', 1)
  await typed(hand, '拟公开单位', unit)
  await typed(hand, '信息名称', title)
  await cursorIn(hand, '文号')
  await hand.whole(symbol)
  await typed(hand, '内容摘要', '接种的时间、地点和对象')
  await picked(hand, 'attribute', 1)
  await cursorIn(hand, '文本日期')
  await hand.whole('20260310')
  await typed(hand, '页数', '2')
  await cursorIn(hand, '拟公开方式')
  await hand.type('网站、公开栏、')
  await hand.press('Enter')
  await cursorIn(hand, '拟公开时间')
  await hand.whole('20260320')
  await typed(hand, '公开范围', audience)
}

/** What an application says, as the clerk reads it off the form. */
export type Application = { name: string; identity: string; telephone: string; address: string; content: string; day: string }

/** 收到申请 by a person who hands it in: F7 … F9. */
export const receiveApplication = async (hand: Hand, { name, identity, telephone, address, content, day }: Application): Promise<void> => {
  await byKey(hand, 'F7')
  await picked(hand, 'channel', 1)
  await cursorIn(hand, '提交日期')
  await hand.whole(day)
  await picked(hand, 'applicant.kind', 1)
  await typed(hand, '姓名', name)
  await typed(hand, '代理人', '')
  await picked(hand, 'applicant.evidence', 1)
  await typed(hand, '证件号码', identity)
  await typed(hand, '联系电话', telephone)
  await typed(hand, '通信地址', address)
  await typed(hand, '电子邮箱', '')
  await typed(hand, '所需信息', content)
  await picked(hand, 'providedAs', 1)
  await picked(hand, 'obtainedBy', 1)
}
