import { expect, test } from '@playwright/test'
import { cursorIn, signInPlace, toDesk } from '../../tools/demo/acts.ts'
import { nothingSerious } from '../support/axe.ts'
import { passwordOf } from '../support/office.ts'
import { holds, pagesShown, savedPages } from '../support/pages.ts'
import { registered } from '../support/records.ts'
import { handsOn, openScreen, type Screen } from '../support/screen.ts'

// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(180_000)

let screen: Screen
test.afterEach(() => screen.close())
const { typeAnd, begin } = handsOn(() => screen)

const state = (word: string) => screen.page.locator('.record-state', { hasText: word }).waitFor()

test('F1(3)b a reply: not below its parent, approved in place, sent, receipted, and the 密件发文登记簿 on paper', async () => {
  screen = await openScreen({ before: async (office) => void (await registered(office)) })
  const { hand, page } = screen
  await screen.as('李保')
  await toDesk(hand, '上报答复')
  await expect(page.getByText('还没有密件发文')).toBeVisible()
  await expect(async () => {
    await hand.press('F7')
    await expect(page.getByRole('heading', { name: '登记发文' })).toBeVisible({ timeout: 500 })
  }).toPass()
  await cursorIn(hand, '来文')
  await hand.type('0001')
  await page.locator('.ant-select-item-option', { hasText: '0001' }).waitFor()
  await hand.press('Enter')
  await page.getByLabel('标题').focus()
  await typeAnd('关于答复示范工作的函')
  await page.getByLabel('密级★期限').focus()
  await typeAnd('秘密★5年')
  await page.getByLabel('收文机关').focus()
  await typeAnd('青禾市人民政府办公室')
  await page.getByLabel('份数').focus()
  await typeAnd('2')
  await page.getByLabel('承办人').focus()
  await typeAnd('陈科', 'Enter', 'F9')
  await expect(page.locator('.field-error')).toContainText('不得低于机密')
  await page.getByLabel('密级★期限').fill('机密★5年')
  await hand.press('F9')
  await state('待审批')
  await nothingSerious(screen)
  await expect(page.locator('.record')).toContainText('2 份：密发〔2026〕0001-01 至 密发〔2026〕0001-02')

  await begin('F6')
  await cursorIn(hand, '意见')
  await typeAnd('同意', 'F9')
  await cursorIn(hand, '姓名')
  await typeAnd('王管', 'Enter')
  await signInPlace(hand, passwordOf('王管'))
  await state('批准')
  await begin('F4')
  await cursorIn(hand, '发出时间')
  await typeAnd('0905')
  await page.getByLabel('交寄单号').focus()
  await nothingSerious(screen)
  await typeAnd('机交0007', 'F9')
  await state('已发出')
  await begin('F9')
  await cursorIn(hand, '回执编号')
  await typeAnd('回执0007', 'Enter')
  await typeAnd('20260310')
  await hand.press('F9')
  await state('已回执')
  await expect(page.locator('.record')).toContainText('机要交通　机交0007')
  await hand.press('Escape')

  await begin('F8')
  await hand.press('Enter')
  const pages = await pagesShown(screen)
  await holds(pages, '机密★5年', '密发-01')
  await expect(pages.first()).toContainText('密件发文登记簿')
  await expect(pages.first()).toContainText('回执0007')
  expect(await savedPages(screen)).toBe(1)
})
