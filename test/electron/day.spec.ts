import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { lock, type Paper, register, savePaper, toDesk, whoHolds } from '../../tools/demo/acts.ts'
import { whyNoElectron } from '../../tools/electron.ts'
import { type Electron, openElectron } from './app.ts'

const why = whyNoElectron()
test.skip(why !== '', why)

let electron: Electron
test.beforeEach(async () => {
  electron = await openElectron()
  await electron.signIn()
})
test.afterEach(() => electron.close())

const paper: Paper = {
  envelopeNo: '机要001',
  sender: '青禾市人民政府办公室',
  symbol: '青政办发〔2026〕8号',
  title: '关于开展春季示范检查的通知',
  listed: 1,
  counted: 1,
  copyNos: '000012',
  mark: '机密★5年',
  madeOn: '20260305',
  scope: ['周阅', '吴阅'],
}

test('F1(1)b signed in, a paper is registered and found again', async () => {
  expect(await register(electron.hand, paper)).toMatch(/^密收〔\d{4}〕0001$/)
  expect(await whoHolds(electron.hand, '春')).toContain('密收')
})

test('清单39 48 locking leaves no title in the page and nothing in the clipboard; unlocking brings the desks back', async () => {
  const { app, page, hand } = electron
  await register(hand, paper)
  await app.evaluate(({ clipboard }) => clipboard.writeText('关于开展春季示范检查的通知'))
  await lock(hand)
  expect(await page.content()).not.toContain('春季')
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('')
  await electron.signIn()
  expect(await whoHolds(hand, '春')).toContain('密收')
})

test('清单53 39 the system’s sleep locks', async () => {
  await electron.app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'))
  await expect(electron.page.getByLabel('口令')).toBeVisible()
})

test('清单49 the register is saved as a PDF, for its owner alone', async () => {
  const { app, page, hand, home } = electron
  await register(hand, paper)
  const place = join(home, '登记簿.pdf')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, place)
  await toDesk(hand, '收文登记')
  await hand.press('F8')
  await page.getByRole('dialog').getByRole('button', { name: '预览' }).click()
  await savePaper(hand)
  expect(readFileSync(place, 'latin1')).toMatch(/^%PDF-/)
  if (process.platform !== 'win32') expect(statSync(place).mode & 0o777).toBe(0o600)
})
