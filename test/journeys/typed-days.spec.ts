import { expect, test } from '@playwright/test'
import { cursorIn, toDesk } from '../../tools/demo/acts.ts'
import type { Office } from '../support/office.ts'
import { openScreen, type Screen } from '../support/screen.ts'

let screen: Screen
test.afterEach(() => screen.close())

const kindOf = (month: number, day: number) =>
  screen.page
    .locator('.month', { has: screen.page.getByRole('heading', { name: `${month}月`, exact: true }) })
    .getByText(String(day), { exact: true })
    .getAttribute('title')

test('日历 a new year is entered as the notice has it: whole holidays, weekends and all, and is drawn so', async () => {
  screen = await openScreen()
  const { hand, page } = screen
  await screen.as('钱安')
  await toDesk(hand, '本单位')
  await page.getByRole('tab', { name: '工作日历' }).click()
  await page.getByRole('button', { name: '录入2027年' }).click()
  await cursorIn(hand, '来源')
  await expect(page.getByLabel('放假')).toHaveValue('')
  await expect(page.getByLabel('年份')).toHaveValue('2027')
  await hand.type('国务院办公厅关于2027年部分节假日安排的通知')
  await hand.press('Enter')
  await cursorIn(hand, '放假')
  await hand.type('0101-0103 2月6日至12日')
  await expect(page.getByText('1月1日至3日、2月6日至12日')).toBeVisible()
  await hand.press('Enter')
  await cursorIn(hand, '周末上班')
  await hand.type('0205')
  await hand.press('F9')
  await expect(page.getByText('2月5日是星期五，不是周末')).toBeVisible()
  await page.getByLabel('周末上班').fill('0220')
  await hand.press('F9')
  await page.getByText('2027年', { exact: true }).click()
  for (const [month, day] of [
    [1, 1],
    [1, 2],
    [1, 3],
    [2, 6],
    [2, 12],
  ] as const)
    expect(await kindOf(month, day)).toContain('放假')
  expect(await kindOf(1, 9)).toContain('周末')
  expect(await kindOf(2, 20)).toContain('上班')
})

test('日历 what is no day is named, and a loaded year is changed from its own days', async () => {
  screen = await openScreen()
  const { hand, page } = screen
  await screen.as('钱安')
  await toDesk(hand, '本单位')
  await page.getByRole('tab', { name: '工作日历' }).click()
  await page.getByRole('button', { name: '更改2026年' }).click()
  await expect(page.getByLabel('放假')).toHaveValue(/0215-0223/)
  await page.getByLabel('放假').fill('0101 0231 元旦')
  await hand.press('F9')
  await expect(page.getByText('没有“0231”这一天')).toBeVisible()
})

test('F1(4)b 1730 is 17:30; what is no hour is told by its sample', async () => {
  screen = await openScreen()
  const { hand, page } = screen
  await screen.as('钱安')
  await toDesk(hand, '本单位')
  await hand.press('F4')
  const hour = page.getByLabel('当日退回')
  await hour.fill('2599')
  await hand.press('F9')
  await expect(page.getByText('请按 17:30 的样式填写')).toBeVisible()
  await expect(hour).toBeFocused()
  await hour.fill('1745')
  await hand.press('F9')
  await expect(page.getByText('17:45（F1(4)b）')).toBeVisible()
})

test('审计 the days of the filter are typed as figures, and what is no day is told', async () => {
  screen = await openScreen({ at: '2026-03-10T09:05:00+08:00' })
  const { hand, page } = screen
  await screen.as('冯审')
  await toDesk(hand, '审计')
  await expect(page.locator('.list .list-row').first()).toBeVisible()
  await page.getByLabel('自', { exact: true }).fill('20260311')
  await expect(page.getByLabel('自', { exact: true })).toHaveValue('2026-03-11')
  await expect(page.getByText('没有符合条件的记录')).toBeVisible()
  await page.getByLabel('自', { exact: true }).fill('0310')
  await hand.press('Enter')
  await expect(page.getByLabel('自', { exact: true })).toHaveValue('2026-03-10')
  await expect(page.locator('.list .list-row').first()).toBeVisible()
  await page.getByLabel('至', { exact: true }).fill('20260230')
  await hand.press('Enter')
  await expect(page.getByText('没有这一天')).toBeVisible()
  await page.getByLabel('至', { exact: true }).fill('')
  await hand.press('Enter')
  await expect(page.getByText('没有这一天')).toHaveCount(0)
})

test('实施条例34 why a person’s roles were changed, and by whom, stands in their record', async () => {
  screen = await openScreen({
    before: async (office: Office) => {
      await office.as('钱安')
      await office.signed('郑系', 'people.setRoles', { person: office.id('陈科'), roles: ['section', 'reader'], reason: '协办文件需要阅文' })
    },
  })
  const { hand, page } = screen
  await screen.as('钱安')
  await toDesk(hand, '人员')
  await page.getByText('陈科').click()
  const pane = page.locator('.record')
  await expect(pane.getByRole('heading', { name: '经过' })).toBeVisible()
  await expect(pane.locator('.history')).toContainText('调整角色')
  await expect(pane.locator('.history')).toContainText('经办科室　→　阅文人、经办科室')
  await expect(pane.locator('.history')).toContainText('协办文件需要阅文')
  await expect(pane.locator('.history')).toContainText('钱安')
  await page.getByText('周阅').click()
  await expect(pane).toContainText('角色和账户还没有变动过')
})
