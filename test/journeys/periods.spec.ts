import { expect, test } from '@playwright/test'
import { cursorIn, signInPlace } from '../../tools/demo/acts.ts'
import { nothingSerious } from '../support/axe.ts'
import { passwordOf } from '../support/office.ts'
import { holds, pagesShown, savedPages } from '../support/pages.ts'
import { expired, registered } from '../support/records.ts'
import { openScreen, type Screen } from '../support/screen.ts'

// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(180_000)

let screen: Screen
test.afterEach(() => screen.close())

const press = async (...keys: string[]) => {
  for (const key of keys) await screen.hand.press(key)
}
/** Opens an act that has no key of its own, by keyboard alone. */
const begin = async (name: string) => {
  await screen.page.getByRole('button', { name, exact: true }).focus()
  await press('Enter')
}
const open = async (id: number, number: string) => {
  await screen.page.evaluate((document) => location.assign(`#/documents/${document}`), id)
  await screen.page.locator('.record-head h2', { hasText: number }).waitFor()
}
/** The leader signs at the officer's screen. */
const approve = async () => {
  await cursorIn(screen.hand, '姓名')
  await screen.hand.type('王管')
  await press('Enter')
  await signInPlace(screen.hand, passwordOf('王管'))
}
const again = async (key: string, seen: ReturnType<Screen['page']['locator']>) =>
  expect(async () => {
    await press(key)
    await expect(seen).toBeVisible({ timeout: 500 })
  }).toPass()

test('保密法24 解密 by notice, 期满审核 and 年度审核 signed in place, and the 期满/解密清单 on paper', async () => {
  screen = await openScreen({
    before: async (office) => {
      await registered(office, { title: '关于示范解密工作的函' })
      await expired(office, { title: '关于示范期满工作的函' })
      await registered(office, { title: '关于示范年度工作的函' })
    },
  })
  const { hand, page } = screen
  const record = page.locator('.record')
  await screen.as('李保')
  await expect(page.getByText('有1件文件期满待核')).toBeVisible()

  await open(1, '密收〔2026〕0001')
  await begin('解密')
  await cursorIn(hand, '通知文号')
  await hand.type('青政办解〔2026〕1号')
  await cursorIn(hand, '通知日期')
  await hand.type('20260309')
  await press('F9')
  await expect(page.locator('.record-head')).toContainText('已解密（原机密★5年）')
  await expect(record).toContainText('解密不等于公开，公开前仍须保密审查（B1）')
  await expect(record).toContainText('按青禾市人民政府办公室青政办解〔2026〕1号（2026-03-09）解密')
  await expect(record.locator('del', { hasText: '机密★5年' })).toHaveCount(1)
  await press('Escape')

  await open(2, '密收〔2026〕0002')
  await expect(record).toContainText('期满待核')
  await begin('期满审核')
  await nothingSerious(screen)
  await cursorIn(hand, '审核情况')
  await page.getByRole('radio', { name: '期满解密' }).focus()
  await press('Space')
  await page.getByLabel('审核情况').focus()
  await hand.type('函询制发机关，无异议')
  await press('F9')
  await approve()
  await expect(page.locator('.record-head')).toContainText('已解密（原机密★2026年3月9日）')
  await expect(record).toContainText('审核 李保')
  await press('Escape')

  await again('F4', page.getByRole('heading', { name: '期限审核' }))
  await expect(record).toContainText('2026 年度还没有年度审核；现在管国家秘密 1 件')
  await again('F7', page.getByRole('heading', { name: '年度审核', exact: true }))
  await again('F4', page.getByRole('dialog'))
  await cursorIn(hand, '文件')
  await hand.type('0003')
  await page.locator('.ant-select-item-option', { hasText: '0003' }).waitFor()
  await press('Enter')
  await page.getByLabel('理由').focus()
  await hand.type('内容已公布')
  await press('F9')
  await expect(record).toContainText('密收〔2026〕0003')
  await press('F9')
  await expect(page.getByRole('dialog')).toContainText('其余 0 件维持，建议解密、变更 1 件')
  await approve()
  await expect(record).toContainText('年审〔2026〕0001')
  await expect(record).toContainText('建议解密：内容已公布')
  await nothingSerious(screen)

  await again('F8', page.locator('.paper-room'))
  const pages = await pagesShown(screen)
  await holds(pages, '机密★5年', '密期-01')
  await expect(pages).toContainText(['涉密文件期满、解密清单'])
  await expect(pages.first()).toContainText('解密不等于公开，公开前仍须保密审查（B1）')
  await expect(pages.first()).toContainText('年度审核 年审〔2026〕0001')
  expect(await savedPages(screen)).toBe(1)
})
