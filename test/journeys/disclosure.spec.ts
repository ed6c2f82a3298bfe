import { expect, test } from '@playwright/test'
import { checked, chosen, cursorIn, lock, picked, receiveApplication, toDesk, typed } from '../../tools/demo/acts.ts'
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

/** 陈科 files the text for the first item and says what it is; 孙审 and 赵组 sign. */
const reviewed = async () => {
  const { hand, page } = screen
  await begin('F2', page.getByRole('heading', { name: '提交审查' }))
  await expect(page.getByLabel('拟公开单位')).toHaveValue('青禾市疾控示范中心')
  await picked(hand, 'carrier', 2)
  await typed(hand, '信息名称', '示范中心门诊调整论证材料')
  await typed(hand, '文号', '')
  await cursorIn(hand, '文本日期')
  await hand.whole('20260310')
  await typed(hand, '页数', '3')
  await nothingSerious(screen)
  await hand.press('F9')
  await expect(pane()).toContainText(`${NUMBER}　事项1`)
  await begin('F4')
  await checked(hand)
  await picked(hand, 'proposal', 2)
  await typed(hand, '依据', '第27条')
  await typed(hand, '理由', '不属于主动公开的范围，可以向申请人提供')
}

test('A4(1)4 an application by keyboard: received, split in two, reviewed, asked about, extended, answered, delivered, filed', async () => {
  const { hand, page } = screen
  await screen.as('韩综')
  await toDesk(hand, '依申请公开')
  await expect(page.getByText('收到申请按 F7 登记')).toBeVisible()
  await nothingSerious(screen)
  await receiveApplication(hand, {
    ...{ name: LONG, identity: 'QH-0000-0001', telephone: '000-0000', address: '青禾市示范路1号' },
    ...{ content: '一、示范中心门诊调整的论证材料\n二、2025年接种点名录', day: '20260310' },
  })
  await nothingSerious(screen)
  await hand.press('F9')
  await state('收到')
  await reviewed()
})
