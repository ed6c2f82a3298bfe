import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { lock, toDesk } from '../../tools/demo/acts.ts'
import type { Office } from '../support/office.ts'
import { holds, pagesShown, savedPages } from '../support/pages.ts'
import { pdfText } from '../support/pdf.ts'
import { copiesIssued } from '../support/records.ts'
import { openScreen, type Screen } from '../support/screen.ts'

test.describe.configure({ timeout: 240_000 })

let screen: Screen
test.afterEach(() => screen.close())

const LINES = 30
const lived = async (office: Office) => {
  await copiesIssued(office)
  await office.as('李保')
  for (let n = 1; n <= LINES; n += 1)
    await office.ok('documents.register', office.incoming({ title: `关于示范清单的通知之${n}${n === 7 ? '，标题很长'.repeat(40) : ''}` }))
}

const printed = async (desk: string) => {
  const { hand, page } = screen
  await toDesk(hand, desk)
  await page.getByRole('button', { name: '打印清单' }).first().click()
  return pagesShown(screen)
}

test('打印清单 F1(5)a 审计 the register, folded into bands, and the requests for copies, each as PDF with mark, number, page and every line', async () => {
  screen = await openScreen({ from: lived })
  const { hand, page } = screen
  await screen.as('李保')
  const register = await printed('收文登记')
  await page.screenshot({ path: 'test-results/list-register.png' })
  await holds(register, '机密★5年', '密单-01')
  const pages = await savedPages(screen)
  expect(pages).toBeGreaterThan(2)
  const [file = ''] = screen.saved()
  expect(file).toMatch(/^收文登记簿-印2026\d{4}\.pdf$/)
  const text = pdfText(readFileSync(join(screen.folder, file)))
  for (const words of ['收文登记簿（打印清单）', '密收〔2026〕0001', `关于示范清单的通知之${LINES}`, '青禾市疾控示范中心', '第 2 页'])
    expect(text).toContain(words)
  expect(text.match(/来文机关/g)?.length).toBeGreaterThanOrEqual(pages)
  expect(text.match(/标题很长/g)?.length).toBe(40)
  await hand.press('Escape')
  const requests = await printed('复制')
  await page.screenshot({ path: 'test-results/list-requests.png' })
  await holds(requests, '机密★5年', '密单-01')
  await savedPages(screen)
  const second = pdfText(readFileSync(join(screen.folder, screen.saved().find((name) => name.startsWith('复制申请目录')) ?? '')))
  expect(second).toContain('复制〔2026〕0001')
  await hand.press('Escape')
  await lock(hand)
})
