import { expect, test } from '@playwright/test'
import { cursorIn, handOut, lineOf, newSheet, signInPlace, signRead, takeBack, toDesk } from '../../tools/demo/acts.ts'
import { nothingSerious } from '../support/axe.ts'
import { type Office, passwordOf } from '../support/office.ts'
import { openScreen, type Screen, sum } from '../support/screen.ts'

let screen: Screen
test.afterEach(() => screen.close())

const numbers = ['密收〔2026〕0001', '密收〔2026〕0002', '密收〔2026〕0003']
const place = '保密室'

const three = async (office: Office) => {
  await office.as('李保')
  const copies = []
  for (const title of ['关于春季示范检查的通知', '示范项目专题会议纪要', '关于示范值班安排的函'])
    copies.push(...(await office.ok('documents.register', office.incoming({ title, scope: ['周阅', '吴阅', '王管'].map(office.id) }))).copies)
  return copies
}
const drafted = async (office: Office) => {
  const copies = await three(office)
  return office.ok('circulation.draft', { folder: '夹03', copies: copies.map(({ id }) => id), readers: ['周阅', '吴阅'].map(office.id) })
}
const out = async (office: Office) => {
  const sheet = await drafted(office)
  const leg = sheet.legs[0]?.id as number
  await office.signed('周阅', 'circulation.handOut', { leg, place })
  return { ...sheet, leg }
}
const signed = async (office: Office) => {
  const { leg } = await out(office)
  await office.signed('周阅', 'circulation.sign', { leg })
}

test('F1(2)b a folder is put together by keyboard: its copies by number, its readers in order', async () => {
  screen = await openScreen({ from: three })
  await screen.as('李保')
  await toDesk(screen.hand, '传阅')
  expect(await newSheet(screen.hand, { folder: '夹03', copies: numbers, readers: ['周阅', '吴阅'], proposal: '请阅。' })).toBe('传阅〔2026〕0001')
  await expect(screen.page.getByText('夹内 3 份')).toBeVisible()
  await nothingSerious(screen)
  await expect(screen.page.locator('.leg').first()).toContainText('周阅')
  await expect(screen.page.locator('.leg').nth(1)).toContainText('吴阅')
})

test('F1(4)a hand-out in at most four keys and clicks beside the reader’s signature; both signatures stand on the leg', async () => {
  screen = await openScreen({ from: drafted })
  await screen.as('李保')
  screen.hand.spent()
  await handOut(screen.hand, '夹03', passwordOf('周阅'))
  expect(sum(screen.hand.spent())).toBeLessThanOrEqual(4)
  const leg = screen.page.locator('.leg').first()
  await expect(leg).toContainText('送出李保')
  await expect(leg).toContainText('签收周阅')
  await expect(leg.locator('.signature-code')).toHaveCount(2)
})

test('F1(2)d 横传: while a leg is out, the next is not offered, and the clause stands beside it', async () => {
  screen = await openScreen({ from: out })
  await screen.as('李保')
  await screen.page.getByRole('link', { name: '夹03' }).click()
  await expect(screen.page.getByText('上一阅文人尚未退回，不得横传，请先收回核对（F1(2)d）')).toBeVisible()
  await expect(screen.page.getByRole('button', { name: /^送阅签收/ })).toBeDisabled()
})

test('F1(2)c a reader signs alone: not with another’s password, in place or in their own session', async () => {
  screen = await openScreen({ from: out })
  await screen.as('李保')
  await screen.hand.click(lineOf(screen.hand, '夹03').getByRole('button', { name: '阅签' }))
  await screen.page.getByLabel('意见').fill('已阅，请一科落实')
  await screen.page.getByLabel('本人口令').fill(passwordOf('吴阅'))
  await screen.hand.press('Enter')
  await expect(screen.page.getByRole('alert')).toContainText('周阅的口令不正确，再错4次')
  await nothingSerious(screen)
  await signInPlace(screen.hand, passwordOf('周阅'))
  await expect(screen.page.locator('.leg').first()).toContainText('意见：已阅，请一科落实')
})

test('F1(2)c return in at most three keys and clicks, number by number; the next reader may then come', async () => {
  screen = await openScreen({ from: signed })
  await screen.as('李保')
  screen.hand.spent()
  await takeBack(screen.hand, '夹03')
  expect(sum(screen.hand.spent())).toBeLessThanOrEqual(3)
  await expect(screen.page.locator('.leg').first()).toContainText('3 / 3 份')
  await expect(screen.page.getByRole('button', { name: /^送阅签收\s吴阅/ })).toBeEnabled()
})

test('F1(2)c a whole return by the keyboard alone: Enter on the line of 今日, F9, Enter', async () => {
  screen = await openScreen({ from: signed })
  await screen.as('李保')
  await expect(lineOf(screen.hand, '夹03').getByRole('button', { name: '收回' })).toBeFocused()
  screen.hand.spent()
  await screen.hand.press('Enter')
  await cursorIn(screen.hand, '扫描或输入编号')
  await screen.hand.press('F9')
  await screen.hand.press('Enter')
  expect(sum(screen.hand.spent())).toBeLessThanOrEqual(3)
  await expect(screen.page.locator('.leg').first()).toContainText('3 / 3 份')
})

test('F1(2)b short: what is missing is named, becomes an incident, blocks the sheet, and is settled when found', async () => {
  screen = await openScreen({ from: signed })
  await screen.as('李保')
  await screen.hand.click(lineOf(screen.hand, '夹03').getByRole('button', { name: '收回' }))
  const box = screen.page.getByLabel('扫描或输入编号')
  for (const number of ['0001', '密收[2026]0002']) {
    await box.fill(number)
    await screen.hand.press('Enter')
  }
  await expect(screen.page.getByText('已核 2 / 3 份')).toBeVisible()
  await screen.page.getByRole('button', { name: '收回 Enter' }).click()
  await expect(screen.page.getByRole('alert')).toContainText('缺 密收〔2026〕0003')
  await nothingSerious(screen)
  await screen.page.getByRole('button', { name: '缺 1 份，登记短少' }).click()
  for (const number of ['0001', '0002']) {
    await box.fill(number)
    await screen.hand.press('Enter')
  }
  await screen.page.getByLabel('情况说明').fill('周阅称夹在会议材料中，正在查找')
  await screen.page.getByRole('button', { name: '登记短少 Enter' }).click()
  await expect(screen.page.getByText('短少〔2026〕0001')).toBeVisible()
  await expect(screen.page.getByRole('button', { name: /^送阅签收/ })).toBeDisabled()
  await screen.page.getByRole('button', { name: /^短少查清/ }).click()
  await screen.hand.press('F9')
  await screen.page.getByLabel('查清情况').fill('当日找回，页数完整')
  await screen.page.getByRole('button', { name: '查清 Enter' }).click()
  await expect(screen.page.getByRole('button', { name: /^送阅签收\s吴阅/ })).toBeEnabled()
})

test('F1(4)b not back at its hour: red on 今日 and on the 当日未退清单, the next morning with its days, and no way to put it off', async () => {
  screen = await openScreen({ from: out, at: '2026-03-10T17:29:00+08:00' })
  await screen.as('李保')
  await expect(screen.page.getByText('在外（1）')).toBeVisible()
  await screen.later('2026-03-10T17:30:00+08:00')
  // What was read within the last two seconds is not asked for again.
  await screen.page.waitForTimeout(2_100)
  await toDesk(screen.hand, '传阅')
  await toDesk(screen.hand, '今日')
  await expect(screen.page.getByRole('heading', { name: '当日未退清单（1）' })).toBeVisible()
  await screen.hand.press('Control+l')
  await screen.later('2026-03-11T08:30:00+08:00')
  await screen.as('李保')
  await expect(lineOf(screen.hand, '夹03')).toContainText('逾时未退 1 天')
  await nothingSerious(screen)
  await toDesk(screen.hand, '传阅')
  await screen.page.getByRole('tab', { name: '当日未退清单' }).click()
  await expect(screen.page.locator('.short-list')).toContainText('逾时未退 1 天')
  await nothingSerious(screen)
  expect(await screen.page.getByRole('button', { name: /延期|展期|续/ }).count()).toBe(0)
})

test('F1(4)c a request with an empty box has the refusal and the cursor in that box', async () => {
  screen = await openScreen()
  await screen.as('李保')
  await toDesk(screen.hand, '传阅')
  await screen.page.getByRole('tab', { name: '扩大知悉范围' }).click()
  await screen.hand.press('F7')
  await cursorIn(screen.hand, '文件')
  await screen.hand.press('F9')
  await expect(screen.page.locator('.field-wrong', { hasText: '文件' })).toContainText('此项必填')
  await expect(screen.page.locator('.refusal')).toHaveCount(0)
})

test('F1(4)c the scope is widened by another’s approval, on the leader’s own screen', async () => {
  screen = await openScreen({
    before: async (office) => {
      await drafted(office)
      await office.ok('circulation.requestWidening', { document: 1, persons: [office.id('陈科')], reason: '协办科室需要阅知' })
    },
  })
  await screen.as('赵组')
  await screen.hand.button('审批')
  await screen.page.getByLabel('意见').fill('同意')
  await screen.hand.press('Enter')
  await expect(screen.page.getByRole('dialog')).toHaveCount(0)
  await toDesk(screen.hand, '传阅')
  await screen.page.getByRole('tab', { name: '扩大知悉范围' }).click()
  await expect(screen.page.getByRole('row', { name: /扩阅〔2026〕0001/ })).toContainText('批准')
})

test('F1(2)c a reader’s own screen shows the folder in their hands, nothing else, and they sign there', async () => {
  screen = await openScreen({ from: out })
  await screen.as('周阅')
  await expect(screen.page.getByText('我手中的传阅夹（1）')).toBeVisible()
  await expect(screen.page.getByRole('navigation')).not.toContainText('收文登记')
  await screen.hand.press('Enter')
  await screen.page.getByLabel('意见').waitFor()
  await screen.hand.press('Enter')
  await expect(screen.page.locator('.leg').first()).toContainText('阅签周阅')
})

test('F1(2)c the whole round: two readers, every act signed, then 办结', async () => {
  screen = await openScreen({ from: signed })
  await screen.as('李保')
  await takeBack(screen.hand, '夹03')
  await toDesk(screen.hand, '今日')
  await handOut(screen.hand, '夹03', passwordOf('吴阅'))
  await toDesk(screen.hand, '今日')
  await signRead(screen.hand, '夹03', passwordOf('吴阅'))
  await toDesk(screen.hand, '今日')
  await takeBack(screen.hand, '夹03')
  await toDesk(screen.hand, '今日')
  await screen.hand.click(lineOf(screen.hand, '夹03').getByRole('button', { name: '办结' }))
  await screen.hand.press('Enter')
  await expect(screen.page.locator('.record-head')).toContainText('办结')
  await expect(screen.page.locator('.leg .signature-code')).toHaveCount(8)
})

test('F1(2)b what is typed and not found says where to look instead, and an empty list that nothing fits', async () => {
  screen = await openScreen({ from: out })
  const { hand, page } = screen
  await screen.as('李保')
  await toDesk(hand, '收文登记')
  await page.getByLabel('查文件', { exact: true }).fill('无此标题')
  await expect(page.getByText('没有符合条件的文件，请放宽条件。')).toBeVisible()
  await toDesk(hand, '传阅')
  await page.getByLabel('查传阅单').fill('夹99')
  await expect(page.getByText('没有符合条件的传阅单，请放宽条件。')).toBeVisible()
  await hand.press('F4')
  await cursorIn(hand, '夹号')
  await page.getByLabel('加入份').fill('0001')
  await hand.press('Enter')
  await expect(page.getByText('箱内没有与“0001”相符的份；是否在别的夹内，请按 F3 查去向')).toBeVisible()
})
