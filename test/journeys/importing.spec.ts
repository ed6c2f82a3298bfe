import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { lock, toDesk, whoHolds } from '../../tools/demo/acts.ts'
import { removeCopies, verify } from '../support/attack.ts'
import { nothingSerious } from '../support/axe.ts'
import { inGb18030, ledgerCells, ledgerXlsx } from '../support/records.ts'
import { openScreen, type Screen } from '../support/screen.ts'
import { readXlsx } from '../support/xlsx.ts'

let screen: Screen
test.afterEach(async () => {
  await screen.close()
  removeCopies()
})

let later = 0
/** Puts a ledger where the shell's dialog finds it, newer than those before. */
const put = (name: string, bytes: Uint8Array) => {
  later += 1
  mkdirSync(screen.ledgers, { recursive: true })
  const path = join(screen.ledgers, name)
  writeFileSync(path, bytes)
  utimesSync(path, Date.now() / 1000 + later, Date.now() / 1000 + later)
}

test('F1(1)b 旧账导入: an Excel and a GB18030 ledger are chosen, judged row by row, their faults taken out, and entered; a paper is found by its old number', async () => {
  screen = await openScreen()
  const { hand, page } = screen
  put(
    '旧台账.xlsx',
    await ledgerXlsx([
      ledgerCells({ 收文号: '机收77号' }),
      ledgerCells({ 密级: '秘密★15年' }),
      ledgerCells({ 去向: '已清退' }),
      ledgerCells({ 成文日期: '2023-02-30' }),
    ]),
  )
  await screen.as('李保')
  await toDesk(hand, '旧账导入')
  await expect(page.getByText('还没有导入过旧账')).toBeVisible()
  await hand.press('F2')
  await expect(page.getByRole('heading', { name: '一、选择文件' })).toBeVisible()
  await nothingSerious(screen)
  await hand.press('F9')
  await expect(page.getByRole('heading', { name: '二、指明各栏' })).toBeVisible()
  await expect(page.getByText('关于往年示范工作的通知之').first()).toBeVisible()
  await page.screenshot({ path: 'test-results/importing-columns.png' })
  await nothingSerious(screen)
  await hand.press('F9')
  await expect(page.getByText('将登记 1', { exact: true })).toBeVisible()
  await expect(page.getByText('有误 2', { exact: true })).toBeVisible()
  await expect(page.getByText('秘密级不超过十年')).toBeVisible()
  await expect(page.getByText('没有这一天')).toBeVisible()
  await page.getByText('秘密级不超过十年').click()
  await expect(page.locator('.record')).toContainText('秘密★15年')
  await page.screenshot({ path: 'test-results/importing-fates.png' })
  await nothingSerious(screen)
  await hand.press('Escape')
  await expect(page.locator('.record')).toHaveCount(0)

  await page.getByRole('button', { name: '导出有误行' }).click()
  await expect(page.getByText('已保存，请按文件首行的密级保管')).toBeVisible()
  await hand.press('Enter')
  const [saved = ''] = readdirSync(screen.folder)
  expect(saved).toBe('旧账有误行-导出20260001.xlsx')
  expect(
    readXlsx(readFileSync(join(screen.folder, saved)))
      .rows.slice(3)
      .map(([line]) => line),
  ).toEqual([4, 6])

  await expect(page.getByRole('button', { name: '导入 F9' })).toBeDisabled()
  await page.getByRole('checkbox').check()
  await hand.press('F9')
  await expect(page.getByText('旧账〔2026〕0001：已登记1件、1份')).toBeVisible()
  // Whoever goes elsewhere and comes back finds how it ended
  await toDesk(hand, '今日')
  await toDesk(hand, '旧账导入')
  await hand.press('F2')
  await expect(page.getByText('旧账〔2026〕0001：已登记1件、1份')).toBeVisible()
  await page.screenshot({ path: 'test-results/importing-done.png' })

  put(
    '清单.csv',
    inGb18030(
      '文号,标题,来文机关,份号,密级,成文日期,箱号\r\n青委发〔2022〕5号,关于示范的决定,青禾市委办,0001,秘密★3年,2022年1月4日,\r\n青委发〔2022〕5号,关于示范的决定,青禾市委办,0002,秘密★3年,2022-01-04,\r\n',
    ),
  )
  await page.getByRole('button', { name: '再导入一个文件' }).click()
  await expect(page.getByRole('heading', { name: '一、选择文件' })).toBeVisible()
  await hand.press('F9')
  await expect(page.getByText('关于示范的决定').first()).toBeVisible()
  await hand.press('F9')
  await expect(page.getByText('将登记1件、2份')).toBeVisible()
  await hand.press('F9')
  await expect(page.getByText('旧账〔2026〕0002：已登记1件、2份')).toBeVisible()
  await hand.press('F9')
  await expect(page.locator('.record')).toContainText('清单.csv')
  await page.screenshot({ path: 'test-results/importing-batch.png' })
  await hand.press('Escape')

  expect(await whoHolds(hand, '机收77号')).toContain('关于往年示范工作的通知之')
  await hand.press('Escape')
  await lock(hand)
  expect(verify(screen.office.dir)).toMatchObject({ exit: 0, places: [] })
})
