import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { lock, savePaper, toDesk } from '../../tools/demo/acts.ts'
import { verifyVault } from '../../tools/verify/verify.ts'
import { type Office, passwordOf } from '../support/office.ts'
import { openScreen, type Screen } from '../support/screen.ts'

let screen: Screen
test.afterEach(() => screen.close())

const busy = async (office: Office) => {
  await office.as('李保')
  const { copies } = await office.ok('documents.register', office.incoming({ title: '关于春季示范检查的通知' }))
  await office.no('documents.register', office.incoming({ level: 'topSecret' }))
  const sheet = await office.ok('circulation.draft', { folder: '夹03', copies: copies.map(({ id }) => id), readers: [office.id('周阅')] })
  await office.signed('周阅', 'circulation.handOut', { leg: sheet.legs[0]?.id as number, place: '保密室' })
}

test('三员 the auditor sees every act and refusal by number, and no title', async () => {
  screen = await openScreen({ before: busy })
  await screen.as('冯审')
  await toDesk(screen.hand, '审计')
  await expect(screen.page.getByText('送阅签收').first()).toBeVisible()
  await expect(screen.page.getByText('拒绝　保密法31')).toBeVisible()
  expect(await screen.page.content()).not.toContain('春季')
})

test('审计 the chain is verified on the screen, and a checkpoint is signed and kept outside, by which the verifier of its own code agrees', async () => {
  screen = await openScreen({ before: busy })
  const { hand, page } = screen
  await screen.as('冯审')
  await toDesk(hand, '审计')
  await page.getByRole('tab', { name: '校验' }).click()
  await page.getByRole('button', { name: '校验 F9' }).click()
  await expect(page.getByText('校验通过')).toBeVisible()
  await page.getByRole('tab', { name: '检查点' }).click()
  await page.getByRole('button', { name: '签发检查点' }).click()
  await expect(page.getByText('检查点已保存')).toBeVisible()
  await lock(hand)
  await screen.host.vault.close()
  const checkpoint = join(screen.folder, screen.saved()[0] as string)
  expect(readFileSync(checkpoint, 'utf8')).toMatch(/^mijuan\//)
  const verdict = await verifyVault({ dir: screen.office.dir, person: '冯审', password: passwordOf('冯审'), checkpoint })
  expect(verdict).toMatchObject({ ok: true, broken: [] })
  expect(verdict.checked.checkpoints).toBeGreaterThan(0)
})

test('F1(2)b the 传阅单 and F1(1)b the 收文登记簿 are previewed as their pages and saved as PDF; each print is recorded', async () => {
  screen = await openScreen({ before: busy })
  const { hand, page } = screen
  await screen.as('李保')
  await page.getByRole('link', { name: '夹03' }).click()
  await page.getByRole('button', { name: /^打印传阅单/ }).waitFor()
  await hand.press('F8')
  await expect(page.locator('.paper-page')).toContainText('不得横传、不得摘抄复印、当日退回')
  await savePaper(hand)
  await toDesk(hand, '收文登记')
  await hand.press('F8')
  await page.getByRole('button', { name: '预览 Enter' }).waitFor()
  await hand.press('Enter')
  await expect(page.locator('.paper-page')).toContainText('关于春季示范检查的通知')
  await savePaper(hand)
  const names = screen.saved()
  expect(names).toHaveLength(2)
  for (const name of names) {
    expect(name).not.toContain('春季')
    expect(readFileSync(join(screen.folder, name)).subarray(0, 5).toString()).toBe('%PDF-')
  }
  await lock(hand)
  await screen.as('冯审')
  await toDesk(hand, '审计')
  await expect(page.getByText('保存文件')).toHaveCount(2)
})

test('审计 the report of a quarter is previewed on its pages and saved as PDF', async () => {
  screen = await openScreen({ before: busy })
  const { hand, page } = screen
  await screen.as('冯审')
  await toDesk(hand, '审计')
  await page.getByRole('tab', { name: '审计报告' }).click()
  await hand.press('F8')
  const sheet = page.locator('.paper-page').first()
  await expect(sheet).toContainText('安全审计报告')
  await expect(sheet).toContainText('2026 年第 1 季度')
  await expect(page.locator('[data-complete]')).toContainText('保密法31')
  expect(await page.content()).not.toContain('春季')
  await savePaper(hand)
  expect(screen.saved().some((name) => name.startsWith('安全审计报告-2026-1-印'))).toBe(true)
})
