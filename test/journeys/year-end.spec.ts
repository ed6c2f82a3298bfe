import { expect, test } from '@playwright/test'
import { cursorIn, signInPlace, toDesk } from '../../tools/demo/acts.ts'
import { nothingSerious } from '../support/axe.ts'
import { type Office, passwordOf } from '../support/office.ts'
import { holds, pagesShown, savedPages } from '../support/pages.ts'
import { fresh, registered } from '../support/records.ts'
import { importedLedger, ledgerCells } from '../support/records/importing.ts'
import { openScreen, type Screen } from '../support/screen.ts'

// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(180_000)

let screen: Screen
test.afterEach(() => screen.close())

const LIVED = 30

/** A year of papers, the last of them not finished, and one from an old ledger. */
const aYear = async (office: Office) => {
  await office.later('2025-06-10T09:00:00+08:00', '李保')
  for (let n = 1; n <= LIVED; n += 1) {
    const envelope = { envelopeNo: fresh('机要旧'), sender: '青禾市人民政府办公室', receivedAt: '2025-06-10T08:55', sealIntact: true }
    const { id } = await registered(office, { envelope, madeOn: '2025-06-05', title: `关于示范年度工作的函之${n}` })
    if (n < LIVED) await office.ok('documents.finish', { document: id, result: '已办结' })
  }
  await importedLedger(office, [ledgerCells({ 收文号: '机收77号' })])
}

test('F1(1)b 年度关账 by keyboard: 2025 is counted, closed before a 分管领导, and printed as a bound book', async () => {
  screen = await openScreen({ at: '2026-01-05T09:00:00+08:00', before: aYear })
  const { hand, page } = screen
  const record = page.locator('.record')
  await screen.as('李保')
  await expect(page.getByText('2025年度的登记簿还没有关账')).toBeVisible()
  await toDesk(hand, '收文登记')
  await expect(async () => {
    await hand.press('F7')
    await expect(page.getByRole('heading', { name: '年度关账', exact: true })).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(record).toContainText('密收〔2025〕0001 至 密收〔2025〕0030')
  await expect(record).toContainText('还没有关过账')
  await expect(page.getByRole('button', { name: '关账 F7' })).toBeFocused()
  await nothingSerious(screen)
  await page.screenshot({ path: test.info().outputPath('year.png') })
  await hand.press('F7')
  await expect(page.getByRole('dialog')).toContainText('登记 31 件，结转下年')
  await cursorIn(hand, '姓名')
  await hand.type('王管')
  await hand.press('Enter')
  await signInPlace(hand, passwordOf('王管'))
  await expect(page.getByRole('heading', { name: '2025 年度登记簿' })).toBeVisible()
  await expect(record).toContainText('未办结的文件')
  await nothingSerious(screen)
  await page.screenshot({ path: test.info().outputPath('closed.png') })

  await hand.press('F8')
  await expect(page.getByRole('dialog')).toContainText('打印 2025 年度合订本')
  await hand.press('F9')
  const pages = await pagesShown(screen)
  await holds(pages, '机密★5年', '密登-01')
  const count = await pages.count()
  await expect(pages.first()).toContainText('2025 年度')
  await expect(pages.first()).toContainText('密收〔2025〕0001 至 密收〔2025〕0030')
  await expect(pages.nth(1)).toContainText('关于示范年度工作的函之1')
  await expect(pages.last()).toContainText(`本年登记簿共 ${count} 页，登记 31 件，编号 密收〔2025〕0001 至 密收〔2025〕0030；补录 密补〔2025〕0001`)
  await page.screenshot({ path: test.info().outputPath('cover.png') })
  await pages.last().screenshot({ path: test.info().outputPath('last.png') })
  await pages.nth(count - 2).screenshot({ path: test.info().outputPath('before-last.png') })
  expect(await savedPages(screen)).toBe(count)
  await hand.press('Escape')
  await expect(record).toContainText('没有等待关账的年度')
  await expect(page.getByRole('button', { name: '2025 年度' })).toBeVisible()
})
