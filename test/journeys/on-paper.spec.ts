import { expect, test } from '@playwright/test'
import { cursorIn, lineOf, lock, signInPlace, toDesk } from '../../tools/demo/acts.ts'
import { passwordOf } from '../support/office.ts'
import { askedBySection, drafted } from '../support/records.ts'
import { openScreen, type Screen } from '../support/screen.ts'

let screen: Screen
test.afterEach(() => screen.close())

test('F1(4)a a reader signed on the paper sheet: entered by keyboard, marked as such, and signed for by the reader since', async () => {
  screen = await openScreen({ before: async (office) => void (await drafted(office)) })
  const { hand, page } = screen
  await screen.as('李保')
  await hand.button('送阅')
  await hand.button('已在纸上签字')
  await cursorIn(hand, '纸上签字时间')
  await hand.type('0905')
  await hand.press('F9')
  await expect(page.locator('.leg').first()).toContainText('纸质签，李保补录')
  await expect(page.locator('.leg').first()).toContainText('待本人补签')
  await hand.press('F6')
  await hand.button('已在纸上签字')
  await cursorIn(hand, '纸上签字时间')
  await hand.type('0905')
  await hand.press('F9')
  await expect(page.locator('.leg').first()).toContainText('已阅签')
  await toDesk(hand, '今日')
  await expect(page.getByRole('heading', { name: '纸质签待本人补签（2）' })).toBeVisible()
  // One in place at the officer's screen, one in the reader's own session.
  await page.getByRole('button', { name: '补签' }).first().click()
  await signInPlace(hand, passwordOf('周阅'))
  await expect(page.getByRole('heading', { name: '纸质签待本人补签（1）' })).toBeVisible()
  await lock(hand)
  await screen.as('周阅')
  await page.getByRole('button', { name: '补签' }).click()
  await expect(page.getByRole('button', { name: '补签 Enter' })).toBeFocused()
  await hand.press('Enter')
  await expect(page.getByText('纸质签待本人补签')).toHaveCount(0)
  await lock(hand)
  await screen.as('李保')
  await lineOf(hand, '传阅〔2026〕0001').getByRole('link').first().click()
  await expect(page.locator('.leg').first()).toContainText('本人补签')
  await expect(page.locator('.leg').first()).not.toContainText('待本人补签')
})

test('F1(4)c a leader who decided on paper: entered by another than who asked, marked as such, and signed for by the leader since', async () => {
  screen = await openScreen({ before: async (office) => void (await askedBySection(office)) })
  const { hand, page } = screen
  await screen.as('李保')
  await toDesk(hand, '传阅')
  await page.getByRole('tab', { name: /扩大知悉范围/ }).click()
  await page.getByRole('button', { name: '补录纸质审批' }).click()
  await cursorIn(hand, '纸上签字时间')
  await hand.type('0905')
  await hand.press('Enter')
  await cursorIn(hand, '审批人')
  await hand.type('王管')
  await hand.press('Enter')
  await page.getByRole('radio', { name: '批准', exact: true }).check()
  await page.getByLabel('意见').fill('同意')
  await hand.press('F9')
  await expect(page.getByText('纸质签，李保补录')).toBeVisible()
  await expect(page.getByText('待本人补签')).toBeVisible()
  await lock(hand)
  await screen.as('王管')
  await expect(page.getByRole('heading', { name: '纸质签待本人补签（1）' })).toBeVisible()
  await page.getByRole('button', { name: '补签' }).click()
  await expect(page.getByText('由李保补录')).toBeVisible()
  await expect(page.getByRole('button', { name: '补签 Enter' })).toBeFocused()
  await hand.press('Enter')
  await expect(page.getByText('纸质签待本人补签')).toHaveCount(0)
})
