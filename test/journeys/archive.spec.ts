import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { lock, toDesk } from '../../tools/demo/acts.ts'
import { verifyArchive } from '../../tools/verify/archive.ts'
import { type Office, passwordOf } from '../support/office.ts'
import { openScreen, type Screen } from '../support/screen.ts'

test.describe.configure({ timeout: 240_000 })

let screen: Screen
test.afterEach(() => screen.close())

const registered = async (office: Office) => {
  await office.as('李保')
  await office.ok('documents.register', office.incoming({ title: '关于春季示范检查的通知' }))
}

test('整库导出 F1(5)a the 保密员 exports the whole by the leave of a 分管领导; the verifier finds it whole, the 安全审计员 reads it', async () => {
  screen = await openScreen({ from: registered })
  const { hand, page } = screen
  await screen.as('李保')
  await toDesk(hand, '本单位')
  await page.getByRole('tab', { name: '整库导出' }).click()
  await expect(page.getByText('导出的内容不加密，含全部文件标题')).toBeVisible()
  await hand.press('F9')
  await hand.type('陈科')
  await hand.press('Enter')
  await hand.type(passwordOf('陈科'))
  await hand.press('Enter')
  await expect(page.getByRole('dialog').getByText('批准整库导出的应为分管领导')).toBeVisible({ timeout: 30_000 })
  await page.getByLabel('姓名').fill('王管')
  await page.getByLabel('本人口令').fill(passwordOf('王管'))
  await hand.press('Enter')
  await expect(page.getByText(/整库〔2026〕000\d导出完成，已读回核对/)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('密卷整库-20260310-0905')).toBeVisible()
  await page.screenshot({ path: 'test-results/archive-good.png' })
  const [name] = readdirSync(screen.medium)
  const folder = join(screen.medium, name as string)
  expect(verifyArchive({ dir: folder })).toMatchObject({ ok: true, broken: [] })
  expect(readFileSync(join(folder, 'particulars.jsonl'), 'utf8')).toContain('关于春季示范检查的通知')
  await lock(hand)
  await screen.as('冯审')
  await toDesk(hand, '本单位')
  await page.getByRole('tab', { name: '整库导出' }).click()
  await expect(page.getByText('密卷整库-20260310-0905')).toBeVisible()
  await expect(page.getByRole('button', { name: '整库导出 F9' })).toHaveCount(0)
  await lock(hand)
})
