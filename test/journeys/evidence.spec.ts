import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { lock, toDesk } from '../../tools/demo/acts.ts'
import { headsPath } from '../../electron/vault/audit/heads.ts'
import { readKept } from '../../tools/verify/checkpoint.ts'
import { checkProof } from '../../tools/verify/proof.ts'
import { nothingSerious } from '../support/axe.ts'
import type { Office } from '../support/office.ts'
import { acknowledgePutBack } from '../support/put-back.ts'
import { openScreen, type Screen } from '../support/screen.ts'

let screen: Screen
test.afterEach(() => screen.close())

const busy = async (office: Office) => {
  await office.as('冯审')
  await office.ok('audit.checkpoint', {})
  await office.as('李保')
  await office.ok('documents.register', office.incoming({ title: '关于春季示范检查的通知' }))
}

const savedProof = (beginning: string) => {
  const name = screen.saved().find((each) => each.startsWith(beginning)) as string
  return checkProof(readFileSync(join(screen.folder, name), 'utf8'), name, null).verdict
}

test('审计 one act is proved from its entry, and growth from an earlier checkpoint: two small files that stand alone', async () => {
  screen = await openScreen({ before: busy })
  const { hand, page } = screen
  await screen.as('冯审')
  await toDesk(hand, '审计')
  await page.getByText('登记', { exact: true }).first().click()
  await page.getByRole('button', { name: '出具证明' }).waitFor()
  await nothingSerious(screen)
  await page.getByRole('button', { name: '出具证明' }).click()
  // Not covered by the checkpoint yet: the screen says what to do
  await expect(page.getByText('请先在“检查点”中签发，再出具证明')).toBeVisible()
  await page.getByRole('tab', { name: '检查点' }).click()
  await page.getByRole('button', { name: '签发检查点' }).click()
  await expect(page.getByText('检查点已保存')).toBeVisible()
  await expect(page.locator('.short-list tbody tr').first()).toContainText('审计签发')
  await expect(page.locator('.short-list')).toContainText('密钥变更')
  await nothingSerious(screen)
  await page.screenshot({ path: 'test-results/checkpoints.png' })
  await page.getByRole('button', { name: '出具连续证明' }).first().click()
  await expect(page.getByText('连续证明已保存')).toBeVisible()
  await page.getByRole('tab', { name: '记录' }).click()
  // What was done since comes above it when the record is read again: the entry that is open is looked at before it is proved.
  await expect(async () => {
    await page.getByText('登记', { exact: true }).first().click()
    await expect(page.locator('.record-head')).toContainText('登记', { timeout: 1_000 })
  }).toPass()
  await page.getByRole('button', { name: '出具证明' }).click()
  await expect(page.getByText('证明已保存')).toBeVisible()
  expect(savedProof('连续证明')).toMatchObject({ ok: true, kind: 'growth' })
  expect(savedProof('证明')).toMatchObject({ ok: true, kind: 'entry' })
  await lock(hand)
})

test('审计 a checkpoint that an act made is exported like one that the auditor signed', async () => {
  screen = await openScreen({
    before: async (office) => {
      await office.as('李保')
      await office.ok('today.closeDay', {})
    },
  })
  const { hand, page } = screen
  await screen.as('冯审')
  await toDesk(hand, '审计')
  await page.getByRole('tab', { name: '检查点' }).click()
  const line = page.locator('.short-list tr', { hasText: '收班' })
  await expect(line).toContainText('李保')
  await line.getByRole('button', { name: '导出检查点' }).click()
  await expect(page.getByText('检查点已保存')).toBeVisible()
  const name = screen.saved().find((each) => each.startsWith('检查点')) as string
  expect(readKept(readFileSync(join(screen.folder, name), 'utf8'), name)).toMatchObject({ occasion: 'day' })
  await lock(hand)
})

test('审计 data that do not fit 末条登记: nobody works on, the auditor is told, acknowledges, and work goes on', async () => {
  screen = await openScreen({
    before: async (office) => {
      await office.station.lock('locked')
      const lines = readFileSync(headsPath(office.dir), 'utf8').split('\n')
      writeFileSync(headsPath(office.dir), `${lines[0]}\n`)
    },
  })
  const { hand } = screen
  await acknowledgePutBack(screen, '系统管理员误删了登记文件')
  await lock(hand)
})
