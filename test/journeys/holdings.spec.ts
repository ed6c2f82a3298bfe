import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { toDesk } from '../../tools/demo/acts.ts'
import { nothingSerious } from '../support/axe.ts'
import { holds, pagesShown, savedPages } from '../support/pages.ts'
import { boxMade, consulting, copiesIssued, handedOut, loanOut, mediumOut, retained } from '../support/records.ts'
import { openScreen, type Screen } from '../support/screen.ts'
import { readXlsx } from '../support/xlsx.ts'

// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(180_000)

let screen: Screen
test.afterEach(() => screen.close())

test('F1(8) 实施条例20: by keyboard alone, what is out, what one person holds and who knows of a paper are seen, printed to be signed, and exported', async () => {
  let document = 0
  screen = await openScreen({
    before: async (office) => {
      document = (await loanOut(office, { until: '2026-03-11' })).document
      await handedOut(office)
      await consulting(office)
      await copiesIssued(office)
      await mediumOut(office)
      await boxMade(office)
      await retained(office)
    },
  })
  const { hand, page } = screen
  await screen.as('李保')
  await toDesk(hand, '查阅借用')
  await page.getByRole('tab', { name: '借用' }).focus()
  for (let tab = 0; tab < 2; tab += 1) await hand.press('ArrowRight')
  await hand.press('Enter')
  await expect(page.getByRole('button', { name: '打印在外清单 F8' })).toBeVisible()
  await page.getByRole('combobox', { name: '持有人' }).focus()
  await hand.type('周')
  await page.locator('.ant-select-item-option', { hasText: '周阅' }).waitFor()
  await hand.press('Enter')
  await expect(page.getByRole('button', { name: '打印个人持有清单 F8' })).toBeVisible()
  await expect(page.locator('.lent-beside')).toContainText('涉密移动硬盘')
  await expect(page.locator('.lent-beside')).toContainText('本人留存的亲启件 1')
  await nothingSerious(screen)
  await page.screenshot({ path: 'test-results/holdings.png' })
  await hand.press('F8')
  const held = await pagesShown(screen)
  await holds(held, '机密★5年', '密借-04')
  await expect(held.locator('.paper-title').first()).toHaveText('涉密文件、载体个人持有清单')
  await expect(held.first().locator('.paper-about')).toContainText('持有人：周阅（业务一科）')
  await expect(held.last().locator('.paper-sign-off')).toContainText('持有人（签字）')
  await page.screenshot({ path: 'test-results/holdings-paper.png' })
  const pages = await held.count()
  expect(await savedPages(screen)).toBe(pages)
  await hand.press('Control+s')
  await expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()
  const file = screen.saved().find((name) => name.endsWith('.xlsx')) as string
  expect(readXlsx(readFileSync(join(screen.folder, file))).rows[0]?.[0]).toContain('个人持有清单')
  await hand.press('Escape')

  await page.evaluate((id) => location.assign(`#/documents/${id}`), document)
  await page.getByRole('button', { name: '打印知悉人员登记' }).focus()
  await hand.press('Enter')
  const known = await pagesShown(screen)
  await holds(known, '机密★5年', '密知-01')
  await expect(known.first()).toContainText('借用 借用〔2026〕0001')
  await page.screenshot({ path: 'test-results/knowers-paper.png' })
  const sheets = await known.count()
  expect(await savedPages(screen)).toBe(sheets)
})
