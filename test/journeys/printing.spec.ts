import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { cursorIn, lock, toDesk } from '../../tools/demo/acts.ts'
import type { Office } from '../support/office.ts'
import { openScreen, type Screen } from '../support/screen.ts'

// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(120_000)

let screen: Screen
let spool: string
const path = process.env.PATH

/** A print system of two programs, as CUPS has them: three printers, and each job is kept as it came. */
test.beforeEach(() => {
  spool = mkdtempSync(join(tmpdir(), 'mijuan-spool-'))
  const program = (name: string, text: string) => {
    writeFileSync(join(spool, name), `#!/bin/sh\n${text}\n`)
    chmodSync(join(spool, name), 0o755)
  }
  program('lpstat', ['corridor', 'archive', 'office'].map((name) => `echo "${name} accepting requests since today"`).join('\n'))
  program('lp', `echo "$@" >> ${spool}/jobs\nfor last; do :; done\ncp "$last" ${spool}/sheet.pdf`)
  process.env.PATH = `${spool}:${path}`
})
test.afterEach(async () => {
  process.env.PATH = path
  await screen.close()
  rmSync(spool, { recursive: true, force: true })
})

const registered = async (office: Office) => {
  await office.as('李保')
  await office.ok('documents.register', office.incoming({ title: '关于春季示范检查的通知' }))
}
const preview = async () => {
  const { hand, page } = screen
  await screen.as('李保')
  await toDesk(hand, '收文登记')
  await hand.press('F8')
  await page.getByRole('button', { name: '预览 Enter' }).waitFor()
  await hand.press('Enter')
  await page.locator('[data-complete]').waitFor()
}

test('清单49 nothing is printed until the 安全保密管理员 has chosen printers; then on those alone, once, and recorded with the printer’s name', async () => {
  screen = await openScreen({ before: registered })
  const { hand, page } = screen
  await preview()
  await hand.press('Control+p')
  await expect(page.locator('.paper-bar')).toContainText('还没有指定可用的打印机')
  expect(existsSync(join(spool, 'jobs'))).toBe(false)
  await hand.press('Escape')
  await lock(hand)
  await screen.as('钱安')
  await toDesk(hand, '本单位')
  await hand.press('F4')
  await page.getByRole('combobox', { name: '可用打印机' }).focus()
  await cursorIn(hand, '可用打印机')
  for (const name of ['office', 'archive']) {
    await hand.type(name)
    await hand.press('Enter')
  }
  await hand.press('F9')
  await expect(page.getByText('office、archive')).toBeVisible()
  await lock(hand)
  await preview()
  await page.locator('.paper-printer').click()
  const offered = page.locator('.ant-select-item-option-content')
  await expect(offered).toHaveText(['office', 'archive'])
  await offered.filter({ hasText: 'archive' }).click()
  await hand.press('Control+p')
  await expect(page.locator('.paper-bar')).toContainText('已送打印机')
  const [job, ...more] = readFileSync(join(spool, 'jobs'), 'utf8').trim().split('\n')
  expect(more).toEqual([])
  expect(job).toMatch(/^-s -n 1 -d archive -- /)
  expect(readFileSync(join(spool, 'sheet.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  await hand.press('Escape')
  await lock(hand)
  await screen.as('冯审')
  await toDesk(hand, '审计')
  await page.getByText('送打印机', { exact: true }).first().click()
  await expect(page.locator('.record')).toContainText('archive')
})
