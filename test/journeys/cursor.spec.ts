import { expect, test } from '@playwright/test'
import { cursorIn, lineOf, signInPlace, toDesk } from '../../tools/demo/acts.ts'
import { type Office, passwordOf } from '../support/office.ts'
import { openScreen, type Screen } from '../support/screen.ts'

let screen: Screen
test.afterEach(() => screen.close())

const drafted = (reader: string) => async (office: Office) => {
  await office.as('李保')
  const scope = [reader, '吴阅'].map(office.id)
  const { copies } = await office.ok('documents.register', office.incoming({ title: '关于春季示范检查的通知', scope }))
  return office.ok('circulation.draft', { folder: '夹03', copies: copies.map(({ id }) => id), readers: scope, confirm: true })
}
/** A 科室 whose person reads as well. */
const sectionReads = async (office: Office) => {
  await office.as('钱安')
  await office.signed('郑系', 'people.setRoles', { person: office.id('陈科'), roles: ['section', 'reader'], reason: '协办文件需要阅文' })
  await out('陈科')(office)
}
const out = (reader: string) => async (office: Office) => {
  const sheet = await drafted(reader)(office)
  await office.signed(reader, 'circulation.handOut', { leg: sheet.legs[0]?.id as number, place: '保密室' })
}
const draftedForZhou = drafted('周阅')
const outToZhou = out('周阅')

const button = (name: string | RegExp) => screen.page.getByRole('button', { name })

test('F1(2)c a 科室 that holds a folder signs it from 今日', async () => {
  screen = await openScreen({ from: sectionReads })
  const { hand, page } = screen
  await screen.as('陈科')
  await expect(page.getByText('我手中的传阅夹（1）')).toBeVisible()
  await hand.press('Enter')
  await cursorIn(hand, '意见')
  await hand.press('Enter')
  await expect(page.locator('.leg').first()).toContainText('阅签陈科')
  await toDesk(hand, '今日')
  await page.getByRole('link', { name: '夹03' }).click()
  await expect(page.getByRole('heading', { name: '传阅〔2026〕0001' })).toBeVisible()
})

test('F1(2)c the cursor comes back to the act when its dialog is left, and stands on the next act when it is done', async () => {
  screen = await openScreen({ from: draftedForZhou })
  const { hand, page } = screen
  await screen.as('李保')
  await page.getByRole('link', { name: '夹03' }).click()
  await button(/^送阅签收/).focus()
  await hand.press('Enter')
  await cursorIn(hand, '本人口令')
  await hand.press('Escape')
  await expect(button(/^送阅签收/)).toBeFocused()
  await hand.press('Enter')
  await signInPlace(hand, passwordOf('周阅'))
  await expect(button(/^阅签/)).toBeFocused()
  await hand.press('Enter')
  await signInPlace(hand, passwordOf('周阅'))
  await expect(button(/^收回/)).toBeFocused()
})

test('F1(4)a Esc in the search gives the cursor back to where it was', async () => {
  screen = await openScreen({ from: outToZhou })
  const { hand, page } = screen
  await screen.as('李保')
  await expect(lineOf(hand, '夹03').getByRole('button', { name: '阅签' })).toBeFocused()
  await hand.press('F3')
  await hand.type('春')
  await page.getByRole('option').first().waitFor()
  await hand.press('Escape')
  await expect(lineOf(hand, '夹03').getByRole('button', { name: '阅签' })).toBeFocused()
})

test('F1(1)b a level that was clicked leaves the cursor behind it in the box, and a box in error shows the cursor', async () => {
  screen = await openScreen()
  const { hand, page } = screen
  await screen.as('李保')
  await hand.press('F2')
  await page.getByRole('button', { name: '机密', exact: true }).click()
  await cursorIn(hand, '密级')
  await hand.type('5年')
  await expect(page.getByLabel('密级')).toHaveValue('机密★5年')
  await hand.press('F9')
  const box = page.getByLabel('信封编号')
  await expect(box).toBeFocused()
  await expect(page.locator('.field-wrong').first()).toBeVisible()
  expect(await box.evaluate((input) => getComputedStyle(input).boxShadow)).not.toMatch(/none|rgba\([^)]*, 0(\.0\d*)?\)/)
})

test('F1(1)b keys pressed at once after a desk’s own are taken by that desk', async () => {
  screen = await openScreen()
  const { hand, page } = screen
  await screen.as('李保')
  await hand.press('Alt+3')
  await hand.press('F4')
  await cursorIn(hand, '夹号')
  await hand.press('Escape')
  await hand.press('Alt+2')
  await hand.press('F6')
  await cursorIn(hand, '信封编号')
  await expect(page.getByRole('heading', { name: '签收信封' })).toBeVisible()
})

test('F1(4)a a desk that is opened by its key has the cursor in its list', async () => {
  screen = await openScreen({ from: draftedForZhou })
  const { hand, page } = screen
  await screen.as('李保')
  await toDesk(hand, '传阅')
  await expect(page.locator('.list')).toBeFocused()
  await hand.press('ArrowDown')
  await hand.press('Enter')
  await expect(page.getByRole('heading', { name: '传阅〔2026〕0001' })).toBeVisible()
})

test('F1(4)a a desk without a list has the cursor on its tab, and the arrows go from tab to tab', async () => {
  screen = await openScreen()
  const { hand, page } = screen
  await screen.as('钱安')
  await toDesk(hand, '本单位')
  const tab = (name: string) => page.getByRole('tab', { name })
  await expect(tab('设置')).toBeFocused()
  await hand.press('ArrowRight')
  await hand.press('Enter')
  await expect(tab('工作日历')).toHaveAttribute('aria-selected', 'true')
})

test('F1(2)c a reader’s desk has the cursor on the act of the folder in their hands', async () => {
  screen = await openScreen({ from: outToZhou })
  await screen.as('周阅')
  await toDesk(screen.hand, '传阅')
  await expect(button(/^阅签/)).toBeFocused()
})

test('审计 a day with nothing but a reminder has the cursor on what it leads to', async () => {
  screen = await openScreen()
  await screen.as('冯审')
  await expect(screen.page.getByText('还没有签发过检查点')).toBeVisible()
  await expect(screen.page.getByText('没有等您办理的事项')).toHaveCount(0)
  await expect(screen.page.getByRole('link', { name: '去办理' })).toBeFocused()
})

test('F1(2)d a key stands on a button only while it works', async () => {
  screen = await openScreen({ from: outToZhou })
  const { hand, page } = screen
  await screen.as('李保')
  await page.getByRole('link', { name: '夹03' }).click()
  await expect(button('阅签　周阅 F6')).toBeEnabled()
  await expect(page.getByRole('button', { name: '收回核对　周阅', exact: true })).toBeDisabled()
  await toDesk(hand, '收文登记')
  await hand.press('ArrowDown')
  await hand.press('Enter')
  await expect(button('更正 Ctrl+E')).toBeVisible()
  await hand.press('Control+e')
  await cursorIn(hand, '标题')
  await expect(page.getByRole('button', { name: '更正', exact: true })).toBeVisible()
  await expect(button('更正 F9')).toBeVisible()
})
