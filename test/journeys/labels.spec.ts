import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, test } from '@playwright/test'
import jsQR from 'jsqr'
import { cursorIn, savePaper, toDesk } from '../../tools/demo/acts.ts'
import { digitsIn, modulesIn } from '../support/code128.ts'
import { type Office, passwordOf } from '../support/office.ts'
import { readPng } from '../support/png.ts'
import { be, medium, registered, signed } from '../support/records.ts'
import { openScreen, type Screen } from '../support/screen.ts'
import { readXlsx } from '../support/xlsx.ts'

// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(180_000)

let screen: Screen
test.afterEach(() => screen.close())

const OWN = 'QP-0001'
const TITLE = '关于标签不印标题的通知'

/** A paper of two copies, a folder that its reader has signed, and more papers than go out without a leader's word. */
const before = async (office: Office) => {
  await be(office, '钱安')
  await office.ok('office.changeSettings', { exportRows: 50 })
  const paper = await registered(office, { title: TITLE, listed: 2, counted: 2 })
  const folder = await signed(office)
  for (let n = 0; n < 50; n += 1) await registered(office)
  const carrier = await medium(office, { ownNumber: OWN })
  return { paper, folder, carrier }
}

/** As sharp as a printer draws it, and as it was. */
const enlarge = (times: number) =>
  screen.page.locator('.paper-pages').evaluate((pages, zoom) => {
    pages.style.zoom = String(zoom)
  }, times)
const seen = async (what: Locator) => readPng(await what.screenshot())

/** The code of a label as its QR and its bars are read from the picture of it. */
const readLabel = async (label: Locator) => {
  const qr = await seen(label.locator('.label-qr'))
  const bars = await seen(label.locator('.label-bars'))
  return { qr: jsQR(qr.data, qr.width, qr.height)?.data, bars: digitsIn(modulesIn(bars, 143)) }
}

/** What a scanner does: it types and presses Enter. */
const scan = async (code: string) => {
  await screen.page.keyboard.type(code)
  await screen.page.keyboard.press('Enter')
}

test('实施条例27 标签、扫描、导出: a sheet of labels is printed, its codes scanned from anywhere and in a step, a list exported with a leader’s word', async () => {
  let made!: Awaited<ReturnType<typeof before>>
  screen = await openScreen({
    before: async (office) => {
      made = await before(office)
    },
  })
  const { hand, page } = screen
  page.setDefaultTimeout(20_000)
  const { paper, folder, carrier } = made
  await screen.as('李保')

  // The labels of one paper
  await page.evaluate((id) => location.assign(`#/documents/${id}`), paper.id)
  await page.locator('.record').getByRole('button', { name: '打印标签' }).focus()
  await hand.press('Enter')
  await page.getByRole('button', { name: '预览 Enter' }).waitFor()
  await hand.press('Enter')
  await page.locator('[data-complete]').waitFor()
  const sheet = page.locator('.label-sheet')
  await expect(sheet).toHaveCount(1)
  await expect(sheet).not.toContainText(TITLE)
  await expect(sheet.locator('.label-number')).toHaveText(paper.copies.map(({ number }) => number))
  await expect(sheet.locator('.label-mark')).toHaveText(['机密★5年', '机密★5年'])
  await expect(sheet.locator('.label-foot')).toContainText('印〔2026〕0001')
  await enlarge(5)
  const codes: string[] = []
  for (const label of await sheet.locator('.label').all()) {
    const { qr, bars } = await readLabel(label)
    expect(qr).toMatch(/^1\d{15}$/)
    expect(bars).toBe(qr)
    codes.push(qr ?? '')
  }
  await enlarge(1)
  await savePaper(hand)
  expect(screen.saved().some((name) => /^标签2枚-印20260001\.pdf$/.test(name))).toBe(true)
  await hand.press('Escape')

  // From anywhere a scan opens the paper; a label that is not ours says so
  await toDesk(hand, '今日')
  await page.locator('.menu a').first().focus()
  await scan(codes[1] as string)
  await expect(page).toHaveURL(new RegExp(`#/documents/${paper.id}$`))
  await page.locator('.menu a').first().focus()
  await scan('1999990000000153')
  await expect(page.getByText('标签没有读全或读错了')).toBeVisible()
  await hand.press('Escape')

  // A carrier has its label too, and a scan opens it
  await page.evaluate((id) => location.assign(`#/media/${id}`), carrier.id)
  await page.getByRole('button', { name: '打印标签' }).focus()
  await hand.press('Enter')
  await page.getByRole('button', { name: '预览 Enter' }).waitFor()
  await hand.press('Enter')
  await page.locator('[data-complete]').waitFor()
  const onCarrier = page.locator('.label-sheet .label')
  await expect(onCarrier).toHaveCount(1)
  await expect(onCarrier).toContainText(`涉密移动硬盘　${OWN}`)
  await enlarge(5)
  const { qr: carrierCode = '', bars } = await readLabel(onCarrier)
  expect(carrierCode).toMatch(/^2\d{15}$/)
  expect(bars).toBe(carrierCode)
  await enlarge(1)
  await onCarrier.screenshot({ path: 'test-results/carrier-label.png' })
  await hand.press('Escape')
  await toDesk(hand, '今日')
  await page.locator('.menu a').first().focus()
  await scan(carrierCode)
  await expect(page).toHaveURL(new RegExp(`#/media/${carrier.id}$`))

  // In a box of words the digits are taken out again: they do the step at hand, or open what they are of, but never leave what is not saved
  await page.evaluate(() => location.assign('#/lending/admit'))
  const purpose = page.getByLabel('事由')
  await purpose.focus()
  await hand.type('核对数据')
  await page.waitForTimeout(200)
  await scan(codes[0] as string)
  await expect(page.getByText(paper.copies[0]?.number as string)).toBeVisible()
  await expect(purpose).toHaveValue('核对数据')
  await hand.press('Escape')
  await hand.press('Escape')
  await page.evaluate(() => location.assign('#/media/new'))
  const remarks = page.getByLabel('备注')
  await page.getByLabel('自有编号').fill('QP-0099')
  await remarks.focus()
  await scan(codes[0] as string)
  await expect(page.getByText('扫描没有办理')).toBeVisible()
  await expect(remarks).toHaveValue('')
  await expect(remarks).toBeFocused()
  await expect(page).toHaveURL(/#\/media\/new$/)
  await page.screenshot({ path: 'test-results/scan-held.png' })
  await page.getByLabel('自有编号').fill('')
  await remarks.focus()
  await scan(codes[0] as string)
  await expect(page).toHaveURL(new RegExp(`#/documents/${paper.id}$`))

  // In a step it does the step: in the box, and wherever else the cursor stands in the dialog
  const labels = await Promise.all(
    folder.numbers.map(async (number) => {
      const reply = await screen.host.vault.call('paper.labels', { what: { of: 'numbers', numbers: [number] } })
      return (reply as { output: { labels: { code: string }[] } }).output.labels[0]?.code as string
    }),
  )
  await page.evaluate((id) => location.assign(`#/circulation/${id}`), folder.sheet)
  await page.getByRole('button', { name: /^收回核对.*F7$/ }).waitFor()
  await hand.press('F7')
  await cursorIn(hand, '扫描或输入编号')
  await scan(labels[0] as string)
  await expect(page.getByText('已核 1 / 2 份')).toBeVisible()
  await page.getByRole('checkbox', { name: folder.numbers[0] as string }).focus()
  await scan(codes[0] as string)
  await expect(page.getByText(`夹内没有“${paper.copies[0]?.number}”`)).toBeVisible()
  await page.getByRole('checkbox', { name: folder.numbers[0] as string }).focus()
  await scan(labels[1] as string)
  await expect(page.getByText('已核 2 / 2 份')).toBeVisible()
  await page.locator('.ant-modal [type=submit]').focus()
  await hand.press('Enter')
  await expect(page.getByText('已核 2 / 2 份')).toHaveCount(0)

  // The register as a file: above the size a leader signs in place
  await toDesk(hand, '收文登记')
  await page.getByRole('button', { name: '导出Excel Ctrl+S' }).waitFor()
  await hand.press('Control+s')
  await cursorIn(hand, '姓名')
  for (const text of ['王管', passwordOf('王管')]) {
    await hand.type(text)
    await hand.press('Enter')
  }
  await expect(page.getByText('导出〔2026〕0001已保存')).toBeVisible({ timeout: 30_000 })
  await hand.press('Enter')
  const { rows } = readXlsx(readFileSync(join(screen.folder, '收文登记簿-导出20260001.xlsx')))
  expect(rows[0]?.[0]).toContain('机密★5年　青禾市疾控示范中心　收文登记簿　导出〔2026〕0001　李保')
  expect(rows).toHaveLength(3 + 52)
  expect(rows[3]).toContain(TITLE)
})
