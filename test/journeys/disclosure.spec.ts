import { expect, test } from '@playwright/test'
import { chosen, cursorIn, lock, picked, toDesk, typed } from '../../tools/demo/acts.ts'
import { checked, receiveApplication } from '../../tools/demo/openness-acts.ts'
import { nothingSerious } from '../support/axe.ts'
import { handsOn, openScreen, type Screen } from '../support/screen.ts'

// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(240_000)

const NUMBER = '申请〔2026〕0001'
const LONG = `${'青禾示范居民委员会第一小区'.repeat(15)}张示范`

let screen: Screen
test.beforeEach(async () => {
  screen = await openScreen()
})
test.afterEach(() => screen.close())
const { begin, pane, dialog } = handsOn(() => screen)

const state = (word: string) => expect(screen.page.locator('.record-state')).toHaveText(word)

/** The chair at the screen changes hands, and whoever sits down opens the application from 今日 or from the desk. */
const takesOver = async (name: string) => {
  await lock(screen.hand)
  await screen.as(name)
}
const openIt = async () => {
  const { hand, page } = screen
  await toDesk(hand, '依申请公开')
  await page.locator('.list').focus()
  await hand.press('ArrowDown')
  await hand.press('Enter')
  await expect(page.getByRole('heading', { name: NUMBER })).toBeVisible()
}

const act = async (name: string) => {
  await screen.page.locator('.record').getByRole('button', { name, exact: true }).focus()
  await screen.hand.press('Enter')
}

/** 陈科 files the text for the first item and says what it is. */
const filedForReview = async () => {
  const { hand, page } = screen
  await begin('F2', page.getByRole('heading', { name: '提交审查' }))
  await picked(hand, 'carrier', 2)
  await typed(hand, '信息名称', '示范中心门诊调整论证材料')
  await typed(hand, '文号', '')
  await cursorIn(hand, '文本日期')
  await hand.whole('20260310')
  await typed(hand, '页数', '3')
  await nothingSerious(screen)
  await hand.press('F9')
  await state('草稿')
  await expect(pane()).toContainText(`${NUMBER}　事项1`)
  await begin('F4')
  await checked(hand)
  await picked(hand, 'proposal', 2)
  await chosen(hand, '依据', '第27条')
  await hand.press('Enter')
  await typed(hand, '理由', '不属于主动公开的范围，可以向申请人提供')
  await state('待小组审核')
}

/** From 今日, the case that waits. */
const reviewSigned = async (name: string, button: string, field: string, figure: number, comesTo: string) => {
  const { hand, page } = screen
  await takesOver(name)
  await page.locator('.today-line', { hasText: '审查〔2026〕0001' }).getByRole('button', { name: button, exact: true }).focus()
  await hand.press('Enter')
  await picked(hand, field, figure)
  await hand.press('F9')
  await state(comesTo)
}

test('A4(1)4 an application by keyboard: received, split in two, reviewed, asked about, extended, answered, delivered, filed', async () => {
  const { hand, page } = screen
  await screen.as('韩综')
  await toDesk(hand, '依申请公开')
  await expect(page.getByText('收到申请按 F7 登记')).toBeVisible()
  await receiveApplication(hand, {
    ...{ name: LONG, identity: 'QH-0000-0001', telephone: '000-0000', address: '青禾市示范路1号' },
    ...{ content: '一、示范中心门诊调整的论证材料\n二、2025年接种点名录', day: '20260310' },
  })
  await nothingSerious(screen)
  await hand.press('F9')
  await state('收到')
  await expect(pane().getByTitle(LONG).first()).toBeVisible()
  await begin('F4', page.getByRole('heading', { name: '登记　申请' }))
  await cursorIn(hand, '承办人')
  await hand.press('Shift+Tab')
  await hand.press('Control+A')
  await typed(hand, '内容', '示范中心门诊调整的论证材料')
  await chosen(hand, '承办人', '陈科')
  await hand.press('F7')
  await typed(hand, '内容', '2025年接种点名录')
  await chosen(hand, '承办人', '陈科')
  await nothingSerious(screen)
  await hand.press('F9')
  await state('已登记')

  await takesOver('陈科')
  await openIt()
  await filedForReview()
  await reviewSigned('孙审', '审核', 'agree', 1, '待组长确定')
  await takesOver('赵组')
  await page.locator('.today-line', { hasText: '审查〔2026〕0001' }).getByRole('button', { name: '确定', exact: true }).focus()
  await hand.press('Enter')
  await picked(hand, 'outcome', 2)
  await typed(hand, '理由', '同意')
  await state('依申请公开')

  await takesOver('陈科')
  await openIt()
  await begin('F7')
  await picked(hand, 'whom', 1)
  await typed(hand, '名称', '青禾示范建筑公司')
  await typed(hand, '征求什么', '论证材料第三页的报价，是否同意公开')
  await cursorIn(hand, '发出日期')
  await hand.type('20260310')
  await hand.press('F9')
  await expect(pane()).toContainText('征求第三方意见')
  await begin('F7')
  await picked(hand, 'answer', 1)
  await cursorIn(hand, '收到日期')
  await hand.type('20260310')
  await hand.press('F9')
  await expect(pane()).toContainText('同意公开　2026-03-10')
  await begin('F6')
  await typed(hand, '延长', '20')
  await typed(hand, '理由', '论证材料需要向原经办单位核对')
  await expect(pane()).toContainText('等待领导批准')

  await takesOver('王管')
  await openIt()
  await begin('F6')
  await picked(hand, 'agree', 1)
  await nothingSerious(screen)
  await hand.press('F9')
  await expect(pane()).toContainText('延期答复告知书')

  await takesOver('陈科')
  await openIt()
  await begin('F4')
  await picked(hand, 'row', 1)
  await picked(hand, 'kinds.open', 2)
  await expect(dialog()).toContainText('保密审查：审查〔2026〕0001')
  await typed(hand, '提供什么', '示范中心门诊调整论证材料，3页')
  await nothingSerious(screen)
  await hand.press('F9')
  await expect(pane()).toContainText('等待组长批准')
  await hand.press('2')
  await begin('F4')
  await picked(hand, 'row', 1)
  await picked(hand, 'kinds.open', 1)
  await typed(hand, '方式和途径', '本单位网站“公开目录”栏')
  await hand.press('F9')
  await expect(pane().getByText('等待组长批准')).toHaveCount(2)

  await takesOver('赵组')
  await openIt()
  for (const item of ['1', '2']) {
    await hand.press(item)
    await begin('F6')
    await picked(hand, 'agree', 1)
    await nothingSerious(screen)
    await hand.press('F9')
    await expect(dialog()).toHaveCount(0)
  }
  await state('已答复')
  await nothingSerious(screen)

  await takesOver('韩综')
  await openIt()
  for (const letter of ['公开函〔2026〕0003', '公开函〔2026〕0004']) {
    await begin('F9')
    await chosen(hand, '函件', letter)
    await hand.press('Enter')
    await picked(hand, 'how', 1)
    await cursorIn(hand, '送达日期')
    await hand.whole('20260310')
    await hand.type('本人签收')
    await hand.press('F9')
    await expect(dialog()).toHaveCount(0)
  }
  await state('已送达')
  await act('归档')
  await typed(hand, '归入卷号', '2026-信息公开-2卷')
  await state('归档')
})
