import { expect, test } from '@playwright/test'
import { countersign, cursorIn, lock, picked, toDesk, typed } from '../../tools/demo/acts.ts'
import { checked, fileReview } from '../../tools/demo/openness-acts.ts'
import { nothingSerious } from '../support/axe.ts'
import { type Office, passwordOf } from '../support/office.ts'
import { boxOf, holds, pagesShown, savedPages } from '../support/pages.ts'
import { checklist, leadingTo, reviewDecided, reviewDrafted, reviewOpined } from '../support/records.ts'
import { handsOn, openScreen, type Screen } from '../support/screen.ts'

// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(180_000)

const APPLIED = '审查〔2026〕0001'
const REFUSED = '审查〔2026〕0002'
const CHANGED = '审查〔2026〕0003'
const REFERRED = '审查〔2026〕0004'
const ASKED = '审查〔2026〕0005'

/** A case on each path, where the hands of a journey take it up. */
const underWay = async (office: Office) => {
  await reviewOpined(office, leadingTo.onApplication.opinion, leadingTo.onApplication.drafting)
  await reviewDrafted(office, { attribute: 'withheld' })
  await reviewDecided(office, 'change')
  await reviewDecided(office, 'refer')
  await reviewOpined(office, { checklist: checklist({ privacy: 'yes' }) })
}

let screen: Screen
test.beforeEach(async () => {
  screen = await openScreen({ from: underWay })
})
test.afterEach(() => screen.close())
const { begin, pane, dialog } = handsOn(() => screen)

const state = (word: string) => expect(screen.page.locator('.record-state')).toHaveText(word)
const person = (name: string) => ({ name, password: passwordOf(name) })

/** The chair at the screen changes hands. */
const takesOver = async (name: string) => {
  await lock(screen.hand)
  await screen.as(name)
}

/** From 今日, by its line. */
const fromToday = async (number: string, act: string) => {
  await screen.page.locator('.today-line', { hasText: number }).getByRole('button', { name: act, exact: true }).focus()
  await screen.hand.press('Enter')
}

/** From the desk, found by its number. */
const open = async (number: string) => {
  const { hand, page } = screen
  await toDesk(hand, '保密审查')
  await page.getByLabel('查审查').focus()
  await hand.type(number)
  await expect(page.locator('.list .list-row')).toHaveCount(1)
  await page.locator('.list').focus()
  await hand.press('ArrowDown')
  await hand.press('Enter')
  await expect(page.getByRole('heading', { name: number })).toBeVisible()
}

const act = async (name: string) => {
  await screen.page.locator('.record').getByRole('button', { name, exact: true }).focus()
  await screen.hand.press('Enter')
}

/** 科室意见: seven times 否, 可公开, why. */
const opine = async (reason: string) => {
  const { hand } = screen
  await begin('F4')
  await checked(hand)
  await picked(hand, 'proposal', 1)
  await cursorIn(hand, '理由')
  await hand.type(reason)
  await hand.press('F9')
  await state('待小组审核')
}

/** At the officer's screen the 审查人员 and the 组长 sign one after the other. */
const decideInPlace = async (outcome: number, reason: string, comesTo: string) => {
  const { hand } = screen
  await begin('F6')
  await picked(hand, 'agree', 1)
  await hand.press('F9')
  await countersign(hand, person('孙审'))
  await state('待组长确定')
  await begin('F6')
  await picked(hand, 'outcome', outcome)
  await cursorIn(hand, '理由')
  await hand.type(reason)
  await hand.press('F9')
  await countersign(hand, person('赵组'))
  await state(comesTo)
}

/** 发布登记 from 今日, by the first way. */
const release = async (number: string) => {
  const { hand } = screen
  await fromToday(number, '发布登记')
  await picked(hand, 'channel', 1)
  await typed(hand, '何处', '本单位网站“公告”栏')
  await cursorIn(hand, '发布日期')
  await hand.type('20260310')
  await nothingSerious(screen)
  await hand.press('F9')
  await state('已发布')
}

const file = async () => {
  const { hand } = screen
  await act('审查归档或作废')
  await cursorIn(hand, '归入卷号')
  await hand.type('2026-信息公开-1卷')
  await hand.press('F9')
  await state('归档')
}

test('B1 publish: filed, gone through item by item, three persons, on paper, made public by an approved way, filed', async () => {
  const { hand, page } = screen
  await screen.as('陈科')
  await toDesk(hand, '保密审查')
  await fileReview(hand, { unit: '业务一科', title: '关于示范中心门诊调整的公告', symbol: '青疾控公〔2026〕7号', audience: '社会公众' })
  await nothingSerious(screen)
  await hand.press('F9')
  await state('草稿')
  const number = (await page.locator('.record-head h2').textContent()) ?? ''
  // An empty item is told where it is
  await begin('F4')
  await page.locator('input[name=proposal]').first().focus()
  await picked(hand, 'proposal', 1)
  await cursorIn(hand, '理由')
  await hand.type('不涉密，群众需要知晓')
  await hand.press('F9')
  await expect(dialog().locator('.field-error')).toContainText('“国家秘密”尚未填写')
  await nothingSerious(screen)
  await checked(hand)
  await hand.press('F9')
  await state('待小组审核')
  await takesOver('李保')
  await open(number)
  await decideInPlace(1, '同意', '可公开')
  await nothingSerious(screen)
  await begin('F8', page.locator('.paper-page').first())
  const pages = await pagesShown(screen)
  await holds(pages, '内部', '审查-01')
  await expect(boxOf(pages, '组长意见')).toContainText('☑ 可公开')
  await expect(boxOf(pages, '组长意见')).toContainText('赵组')
  await expect(boxOf(pages, '拟公开方式')).toContainText('☑ 网站　□ 报刊')
  expect(await savedPages(screen)).toBe(1)
  await takesOver('陈科')
  await release(number)
  await file()
})

test('B9 on application: examined and determined by those who are signed in, with the basis that was proposed', async () => {
  const { hand } = screen
  await screen.as('孙审')
  await nothingSerious(screen)
  await fromToday(APPLIED, '审核')
  await picked(hand, 'agree', 2)
  await hand.press('F9')
  await expect(dialog().locator('.field-error')).toContainText('请在“意见”中写明理由')
  await screen.page.locator('input[name=agree]').last().focus()
  await picked(hand, 'agree', 1)
  await hand.press('F9')
  await state('待组长确定')
  await takesOver('赵组')
  await fromToday(APPLIED, '确定')
  await picked(hand, 'outcome', 2)
  await expect(dialog()).toContainText('条例第27条')
  await cursorIn(hand, '理由')
  await hand.type('同意')
  await nothingSerious(screen)
  await hand.press('F9')
  await state('依申请公开')
  await takesOver('陈科')
  await open(APPLIED)
  await file()
})

test('B10 refuse: a state secret is not proposed to be public; not public on its basis, as the sheet says', async () => {
  const { hand, page } = screen
  await screen.as('陈科')
  await fromToday(REFUSED, '提意见')
  await picked(hand, 'checklist.stateSecret', 1)
  await typed(hand, '情况', '第一页第二段')
  await picked(hand, 'level', 1)
  for (const item of ['tradeSecret', 'privacy', 'nationalSecurity', 'publicSafety', 'economicSecurity', 'socialStability'])
    await picked(hand, `checklist.${item}`, 2)
  await picked(hand, 'proposal', 1)
  await cursorIn(hand, '理由')
  await hand.type('属于国家秘密')
  await hand.press('F9')
  await expect(dialog().locator('.field-error')).toContainText('国家秘密为“是”的不得公开')
  await picked(hand, 'proposal', 3)
  await cursorIn(hand, '依据')
  await hand.type('第14条')
  await page.locator('.ant-select-item-option', { hasText: '条例第14条' }).waitFor()
  await hand.press('Enter')
  await nothingSerious(screen)
  await hand.press('F9')
  await state('待小组审核')
  await takesOver('李保')
  await open(REFUSED)
  await decideInPlace(3, '属于国家秘密，不予公开', '不予公开')
  await expect(pane()).toContainText('依据：条例第14条')
  await begin('F8', page.locator('.paper-page').first())
  const pages = await pagesShown(screen)
  await holds(pages, '秘密', '审查-01')
  await expect(pages.locator('tr', { hasText: '依据理由' })).toContainText('条例第14条')
  await expect(pages.first()).toContainText('☑ 是　□ 否　□ 不确定拟定密级：秘密。第一页第二段')
})

test('C6(2) change then publish: the text is replaced, what was said on it is void and stays to be read, all three sign anew', async () => {
  const { hand } = screen
  await screen.as('陈科')
  await fromToday(CHANGED, '更换文本')
  await typed(hand, '改了什么', '删去联系电话')
  await cursorIn(hand, '内容摘要')
  await hand.press('Enter')
  await cursorIn(hand, '文本日期')
  await hand.whole('20260310')
  await hand.type('2')
  await nothingSerious(screen)
  await hand.press('F9')
  await state('待审')
  await expect(pane()).toContainText('第1版，已失效')
  await expect(pane()).toContainText('改动：删去联系电话')
  await opine('已删去联系电话')
  await takesOver('李保')
  await open(CHANGED)
  await decideInPlace(1, '同意', '可公开')
  await takesOver('陈科')
  await release(CHANGED)
})

test('B14 refer upward: not without both papers; the 送审函; nothing until the 批复, which is followed', async () => {
  const { hand } = screen
  await screen.as('陈科')
  await fromToday(REFERRED, '报请')
  await cursorIn(hand, '报请公文文号')
  await hand.whole('青疾控保〔2026〕3号')
  await typed(hand, '报送机关', '青禾市保密行政管理部门')
  await cursorIn(hand, '报请日期')
  await hand.whole('20260310')
  await hand.press('F9')
  await expect(dialog().locator('.field-error')).toContainText('缺说明不能确定原因的公文')
  await cursorIn(hand, '原因公文')
  await hand.type('青疾控保〔2026〕2号')
  await nothingSerious(screen)
  await hand.press('F9')
  await state('报请确定')
  await expect(pane()).toContainText('等待批复，其间不得公开（B13）')
  await act('打印送审函')
  const pages = await pagesShown(screen)
  await holds(pages, '秘密', '审查-03')
  await expect(pages.locator('tr', { hasText: '附件二' })).toContainText('☑ 青疾控保〔2026〕2号')
  await expect(pages.locator('tr', { hasText: '的事项' })).toContainText('国家秘密')
  await hand.press('Escape')
  await begin('F9')
  await cursorIn(hand, '批复文号')
  await hand.whole('青保复〔2026〕1号')
  await cursorIn(hand, '批复日期')
  await hand.whole('20260310')
  await picked(hand, 'conclusion', 1)
  await hand.press('F9')
  await state('已批复待确定')
  await takesOver('赵组')
  await fromToday(REFERRED, '确定')
  await expect(dialog()).toContainText('应按批复确定（B13）')
  await picked(hand, 'outcome', 1)
  await hand.press('F9')
  await state('可公开')
})

test('B4 somebody’s privacy: whoever has the right is asked, with the last day to answer; what they answer is entered', async () => {
  const { hand } = screen
  await screen.as('陈科')
  await open(ASKED)
  await begin('F7')
  await typed(hand, '权利人', '青禾示范公司')
  await cursorIn(hand, '函件文号')
  await hand.press('Enter')
  await cursorIn(hand, '发出日期')
  await hand.type('20260310')
  await hand.press('F9')
  await expect(pane()).toContainText('等待答复')
  await expect(pane()).toContainText('2026-03-31还有15个工作日')
  await begin('F7')
  await picked(hand, 'answer', 1)
  await cursorIn(hand, '答复日期')
  await hand.type('20260310')
  await nothingSerious(screen)
  await hand.press('F9')
  await expect(pane()).toContainText('同意公开　2026-03-10')
})
