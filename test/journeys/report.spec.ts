import { expect, test } from '@playwright/test'
import { toDesk, typed } from '../../tools/demo/acts.ts'
import { lay, planned, seeded } from '../support/applications.ts'
import { nothingSerious } from '../support/axe.ts'
import { within } from '../support/deadlines.ts'
import { holds, pagesShown } from '../support/pages.ts'
import { openScreen, type Screen } from '../support/screen.ts'

// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(240_000)

let screen: Screen
test.afterEach(() => screen.close())

/** A year of applications. */
const aYear = async (office: Screen['office']) => {
  await within(office, (work) => {
    const random = seeded(2025)
    return Array.from({ length: 60 }, () => lay(work, planned(random, [2025])))
  })
}

test('条例49, 条例50, G3.4 年报评估 by keyboard: the table with its checks and charts, a year reported, a half evaluated, both on paper', async () => {
  screen = await openScreen({ before: aYear })
  const { hand, page } = screen
  page.setDefaultTimeout(30_000)
  await screen.as('韩综')
  await toDesk(hand, '依申请公开')
  await page.getByRole('tab', { name: '申请', exact: true }).focus()
  await hand.press('ArrowRight')
  await hand.press('ArrowRight')
  await hand.press('Enter')
  const table = page.getByRole('table', { name: '收到和处理政府信息公开申请情况' })
  await expect(table).toBeVisible()
  const received = table.getByRole('row', { name: /一、本年新收/ }).getByRole('cell')
  const total = Number(await received.last().textContent())
  expect(total).toBeGreaterThan(60)
  await expect(page.getByLabel('勾稽关系').getByText('成立', { exact: true })).toHaveCount(4)
  await expect(page.getByText('还没有登记年报')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('report-top.png') })
  // A chart says its figures to whoever does not see it, and shows them as a table
  await expect(page.getByRole('img', { name: /^逐月收到和办结。1月：收到\d+件，办结\d+件；/ })).toBeVisible()
  await page.getByText('看数字').first().focus()
  await hand.press('Enter')
  await expect(page.getByRole('table', { name: '逐月收到和办结' })).toBeVisible()
  await nothingSerious(screen)
  await page.screenshot({ path: test.info().outputPath('report.png') })

  // The year: what is 0 stands there, what a check hangs on is typed
  await hand.press('F7')
  await typed(hand, '总体情况', '全年公开工作平稳')
  for (const figure of ['0', '6']) await typed(hand, '现行有效件数', figure)
  for (const figure of ['2', '0', '0']) await typed(hand, '总计', figure)
  await typed(hand, '存在问题', '个别答复逾期')
  await typed(hand, '改进措施', '到期前五天提醒')
  await nothingSerious(screen)
  await page.screenshot({ path: test.info().outputPath('form.png') })
  await hand.press('F9')
  await expect(page.getByText('各项结果之和是0，总计填的是2')).toBeVisible()
  await page.getByLabel('结果维持').first().focus()
  await hand.type('2')
  await hand.press('F9')
  await expect(page.getByText('年报〔2026〕0001')).toBeVisible()
  await hand.press('F8')
  const pages = await pagesShown(screen)
  await holds(pages, '内部', '年报-01')
  await expect(pages.first()).toContainText('全年公开工作平稳')
  await expect(pages.getByRole('row', { name: /一、本年新收/ }).first()).toContainText(String(total))
  await pages.first().screenshot({ path: test.info().outputPath('paper-1.png') })
  await pages.nth(1).screenshot({ path: test.info().outputPath('paper-2.png') })
  await hand.press('Escape')

  // The second half of the same year
  await page.getByLabel('期间').focus()
  await hand.press('ArrowDown')
  await hand.press('ArrowDown')
  await hand.press('Enter')
  await expect(page.getByText('还没有登记评估')).toBeVisible()
  await hand.press('F7')
  for (const [label, text] of [
    ['公开效果', '答复及时'],
    ['存在问题', '部分答复用时较长'],
    ['改进措施', '分办当天完成'],
  ] as const)
    await typed(hand, label, text)
  await hand.press('F9')
  await expect(page.getByText('评估〔2026〕0001')).toBeVisible()
  await hand.press('F8')
  const half = await pagesShown(screen)
  await holds(half, '内部', '评估-01')
  await expect(half.first()).toContainText('答复及时')
  await half.first().screenshot({ path: test.info().outputPath('half.png') })
})
