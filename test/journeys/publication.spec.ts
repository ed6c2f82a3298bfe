import { expect, test } from '@playwright/test'
import { cursorIn, lock, picked, toDesk, typed } from '../../tools/demo/acts.ts'
import { nothingSerious } from '../support/axe.ts'
import type { Office } from '../support/office.ts'
import { holds, pagesShown, savedPages } from '../support/pages.ts'
import { publicationReviewed, publicationYearOld, reviewDecided } from '../support/records.ts'
import { handsOn, openScreen, type Screen } from '../support/screen.ts'

// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(180_000)

let screen: Screen
test.afterEach(() => screen.close())
const { begin, pane, dialog } = handsOn(() => screen)

/** A text that may be public, one that is refused, one that is due to leave the 网站. */
const underWay = async (office: Office) => {
  await reviewDecided(office, 'open', { title: '关于示范中心门诊调整的公告' })
  await publicationReviewed(office, 'withheld')
  await publicationYearOld(office)
}

const state = (word: string) => expect(screen.page.locator('.record-state')).toHaveText(word)
/** Of a list, by a part of its name. */
const chosen = async (label: string, part: string) => {
  const { hand, page } = screen
  await cursorIn(hand, label)
  await hand.type(part)
  await page.locator('.ant-select-item-option-active', { hasText: part }).waitFor()
  await hand.press('Enter')
  await expect(page.locator('.ant-select-item-option-active')).toHaveCount(0)
}
const fromToday = async (says: string, act: string) => {
  await screen.page.locator('.today-line', { hasText: says }).getByRole('button', { name: act, exact: true }).focus()
  await screen.hand.press('Enter')
}

test('A3(1) 公开目录 by keyboard: listed, made public by its review, taken down after its year, refused, withdrawn, on paper', async () => {
  screen = await openScreen({ from: underWay })
  const { hand, page } = screen
  await screen.as('陈科')
  await nothingSerious(screen)
  await toDesk(hand, '主动公开')
  await hand.press('F7')
  await typed(hand, '信息名称', '示范中心门诊调整公告')
  await chosen('目录类别', '公告')
  await hand.press('Enter')
  await cursorIn(hand, '产生日期')
  await hand.whole('20260309')
  await cursorIn(hand, '公开方式')
  await hand.type('网站、公开栏、')
  await hand.press('Enter')
  await chosen('保密审查', '门诊')
  await nothingSerious(screen)
  await hand.press('F9')
  await state('可发布')
  await expect(pane()).toContainText('2026-04-07')
  await nothingSerious(screen)
  // 发布登记 is that of its review
  await begin('F9')
  await picked(hand, 'channel', 1)
  await typed(hand, '何处', '本单位网站“公告”栏')
  await cursorIn(hand, '发布日期')
  await hand.type('20260310')
  await hand.press('F9')
  await state('已公开')
  await expect(pane()).toContainText('到 2027-03-10，满1年下网')
  // What was found secret is withdrawn, and whom to tell stands there
  await begin('F4')
  await picked(hand, 'ending.cause', 1)
  await cursorIn(hand, '撤回日期')
  await hand.whole('20260310')
  await cursorIn(hand, '撤回理由')
  await hand.type('附件涉密')
  await expect(dialog()).toContainText('二十四小时内上报')
  await nothingSerious(screen)
  await hand.press('F9')
  await state('已撤回')
  // From 今日: off the 网站, then not made public
  await toDesk(hand, '今日')
  await fromToday('待下网', '登记下网')
  await picked(hand, 'ending.kind', 1)
  await cursorIn(hand, '下网日期')
  await hand.whole('20260310')
  await cursorIn(hand, '查阅地点')
  await hand.type('综合办公室查阅')
  await hand.press('F9')
  await state('已下网')
  await toDesk(hand, '今日')
  await fromToday('审查不公开', '办结')
  await picked(hand, 'ending.kind', 1)
  await cursorIn(hand, '不公开的理由')
  await hand.type('属于国家秘密')
  await hand.press('F9')
  await state('不予公开')
  // 公开办 sees all and prints the year
  await lock(hand)
  await screen.as('韩综')
  await toDesk(hand, '主动公开')
  await expect(page.locator('.list .list-row')).toHaveCount(3)
  await nothingSerious(screen)
  await hand.press('F8')
  await hand.press('F9')
  const pages = await pagesShown(screen)
  // What was answered to be a state secret marks the book that names it
  await holds(pages, '秘密', '公开-01')
  await expect(pages.first()).toContainText('示范中心门诊调整公告')
  await expect(pages.first()).toContainText('已撤回')
  expect(await savedPages(screen)).toBe(1)
})
