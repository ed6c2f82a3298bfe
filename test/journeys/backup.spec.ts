import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { lock, toDesk } from '../../tools/demo/acts.ts'
import { verifyVault } from '../../tools/verify/verify.ts'
import { type Office, passwordOf } from '../support/office.ts'
import { acknowledgePutBack } from '../support/put-back.ts'
import { openScreen, type Screen } from '../support/screen.ts'

// Passwords are stretched some twenty times: on a busy machine that is long
test.describe.configure({ timeout: 180_000 })

let screen: Screen
test.afterEach(() => screen.close())

const registered = async (office: Office) => {
  await office.as('李保')
  await office.ok('documents.register', office.incoming({ title: '关于春季示范检查的通知' }))
}

test('清单42 43 the 系统管理员 is reminded, backs up by F9, tries the backup; the 安全审计员 reads both', async () => {
  screen = await openScreen({ from: registered })
  const { hand, page } = screen
  await screen.later('2026-03-20T09:05:00+08:00')
  await page.getByLabel('姓名').fill('郑系')
  await page.getByLabel('口令').fill(passwordOf('郑系'))
  await hand.press('Enter')
  // Ten days on, a password of the level 机密 has aged
  await page.getByLabel('现在的口令').fill(passwordOf('郑系'))
  await page.getByLabel('新口令', { exact: true }).fill('Another#2026pass')
  await page.getByLabel('再输一次').fill('Another#2026pass')
  await hand.press('Enter')
  await expect(page.getByText('还没有备份').first()).toBeVisible()
  await toDesk(hand, '本单位')
  await page.getByRole('tab', { name: '备份' }).click()
  await expect(page.getByRole('button', { name: '备份 F9' })).toBeEnabled()
  await hand.press('F9')
  await expect(page.getByText('备份完成')).toBeVisible({ timeout: 30_000 })
  // Whoever comes back finds how it ended
  await toDesk(hand, '今日')
  await toDesk(hand, '本单位')
  await page.getByRole('tab', { name: '备份' }).click()
  await expect(page.getByText('备份完成')).toBeVisible()
  await page.screenshot({ path: 'test-results/backup-good.png' })
  const [name] = readdirSync(screen.medium)
  expect(name).toBe('密卷备份-20260320-0905')
  expect(await verifyVault({ dir: join(screen.medium, name as string), person: '冯审', password: passwordOf('冯审') })).toMatchObject({ ok: true })
  await page.getByRole('button', { name: '恢复演练' }).click()
  await expect(page.getByText('演练完成')).toBeVisible({ timeout: 30_000 })
  await page.screenshot({ path: 'test-results/backup-drill.png' })
  await lock(hand)
})

/** Somebody registers one more after the backup, at the vault's own door. */
const oneMore = async () => {
  const call = async (name: string, input: unknown) => expect(await screen.host.vault.call(name, input)).toMatchObject({ ok: true })
  await call('session.signIn', { name: '李保', password: passwordOf('李保') })
  await call('documents.register', screen.office.incoming({ title: '关于夏季示范检查的通知' }))
  await call('session.signOut', {})
}

test('清单43 two officers restore a backup by the keyboard: what is lost is told, the auditor acknowledges, the officer works on', async () => {
  screen = await openScreen({ from: registered })
  const { hand, page } = screen
  await screen.as('郑系')
  await toDesk(hand, '本单位')
  await page.getByRole('tab', { name: '备份' }).click()
  await expect(page.getByRole('button', { name: '备份 F9' })).toBeEnabled()
  await hand.press('F9')
  await expect(page.getByText('备份完成')).toBeVisible({ timeout: 30_000 })
  await lock(hand)
  await oneMore()
  await page.getByRole('button', { name: '恢复备份' }).click()
  await expect(page.getByRole('button', { name: '选择备份' })).toBeFocused()
  await hand.press('F9')
  await expect(page.getByText('密卷备份-20260310-0905')).toBeVisible()
  await page.screenshot({ path: 'test-results/restore-officers.png' })
  for (const name of ['郑系', '冯审']) {
    await hand.type(name)
    await hand.press('Enter')
    await hand.type(passwordOf(name))
    await hand.press('Enter')
  }
  await expect(page.getByText('密收〔2026〕0002')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('须安全审计员先登录')).toBeVisible()
  await page.screenshot({ path: 'test-results/restore-compared.png' })
  expect(await page.content()).not.toContain('夏季示范检查')
  await hand.press('F9')
  await expect(page.getByText(/已恢复备份.*请安全审计员先登录.*备份以后的 \d+ 条记录已丢失.*补登/)).toBeVisible({ timeout: 30_000 })
  await acknowledgePutBack(screen, '数据盘损坏，经批准恢复备份')
  await toDesk(hand, '收文登记')
  await expect(page.getByText('关于春季示范检查的通知').first()).toBeVisible()
  await expect(page.getByText('关于夏季示范检查的通知')).toHaveCount(0)
  await lock(hand)
})

test('清单43 on a new computer the first page restores, too', async () => {
  screen = await openScreen({ from: registered, empty: true })
  const { hand, page, office } = screen
  await page.getByRole('button', { name: '恢复备份' }).click()
  await hand.press('F9')
  await expect(page.getByText('没有选择备份')).toBeVisible()
  await hand.press('Escape')
  await expect(page.getByText('初次设置')).toBeVisible()
  const { openStation } = await import('../../electron/vault/station.ts')
  const station = openStation({ dir: office.dir, clock: office.clock })
  await station.call('session.signIn', { name: '郑系', password: passwordOf('郑系') })
  const begun = await station.call('backup.begin', { kind: 'backup' })
  expect(await station.carryOut((begun as { output: { ticket: string } }).output.ticket, screen.medium)).toMatchObject({ ok: true })
  await station.close()
  await page.getByRole('button', { name: '恢复备份' }).click()
  await hand.press('F9')
  await expect(page.getByLabel('系统管理员')).toBeFocused()
  for (const name of ['郑系', '冯审']) {
    await hand.type(name)
    await hand.press('Enter')
    await hand.type(passwordOf(name))
    await hand.press('Enter')
  }
  await expect(page.getByText('这里还没有库')).toBeVisible({ timeout: 30_000 })
  await hand.press('F9')
  await screen.as('李保')
  await toDesk(hand, '收文登记')
  await expect(page.getByText('关于春季示范检查的通知').first()).toBeVisible()
  await lock(hand)
})
