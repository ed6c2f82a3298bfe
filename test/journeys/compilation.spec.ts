import { expect, test } from '@playwright/test'
import { cursorIn, lineOf, lock, signInPlace, toDesk } from '../../tools/demo/acts.ts'
import { nothingSerious } from '../support/axe.ts'
import { passwordOf } from '../support/office.ts'
import { holds, pagesShown } from '../support/pages.ts'
import { registered } from '../support/records.ts'
import { handsOn, openScreen, type Screen } from '../support/screen.ts'

let screen: Screen
test.afterEach(() => screen.close())
const { typeAnd, pane, head, begin } = handsOn(() => screen)

const scope = ['周阅', '吴阅', '陈科']

/** Chooses the original that a part of its number offers, in the box where the cursor is. */
const choose = async (part: string) => {
  await screen.hand.type(part)
  await screen.page.locator('.ant-select-item-option', { hasText: part }).first().waitFor()
  await screen.hand.press('Enter')
}

test('F1(5)a 实施条例27 汇编 by keyboard: of two originals, approved, made, issued; on the screen and on paper it is a paper of its own', async () => {
  test.slow()
  screen = await openScreen({
    level: 'topSecret',
    before: async (office) => {
      const ids = scope.map(office.id)
      await registered(office, { title: '示范一号文', scope: [...ids, office.id('韩综')] })
      await registered(office, { title: '示范二号文', level: 'topSecret', period: { kind: 'years', years: 20 }, scope: ids })
    },
  })
  const { hand, page } = screen
  await screen.as('李保')
  await toDesk(hand, '复制')
  await hand.press('F7')
  await cursorIn(hand, '原件')
  await choose('0001')
  await page.getByRole('radio', { name: '汇编' }).check()
  await page.getByRole('combobox', { name: '其他原件' }).focus()
  await choose('0002')
  await page.getByLabel('汇编标题').focus()
  await typeAnd('示范工作要点汇编', 'Enter')
  await page.getByLabel('申请份数').focus()
  await typeAnd('2', 'Enter')
  await cursorIn(hand, '用途')
  await typeAnd('承办需要', 'Enter')
  await cursorIn(hand, '分发对象')
  // Who may not know of every one of them is none to give it to.
  await typeAnd('韩综、')
  await expect(page.getByText('“韩综”不在原件的知悉范围内')).toBeVisible()
  await page.getByRole('combobox', { name: '分发对象' }).fill('')
  await typeAnd('周阅、吴阅、', 'F9')
  await expect(page.locator('.field-wrong', { hasText: '同意机关 2' })).toContainText('须经原定密机关或其上级机关同意')
  await nothingSerious(screen)
  await cursorIn(hand, '同意机关 2')
  await typeAnd('青禾市人民政府办公室', 'Enter')
  await cursorIn(hand, '同意文号 2')
  await typeAnd('青密复〔2026〕1号', 'Enter')
  await cursorIn(hand, '同意日期 2')
  await typeAnd('20260309', 'F9')
  await expect(head()).toContainText('待部门')
  await expect(head()).toContainText('绝密★20年')
  await expect(pane()).toContainText('示范工作要点汇编')
  await lock(hand)
  await screen.as('韩综')
  await lineOf(hand, '复制〔2026〕0001').getByRole('button', { name: '签意见' }).waitFor()
  await hand.press('Enter')
  await cursorIn(hand, '意见')
  await typeAnd('情况属实', 'Enter')
  await lock(hand)
  await screen.as('王管')
  await lineOf(hand, '复制〔2026〕0001').getByRole('button', { name: '审批' }).waitFor()
  await hand.press('Enter')
  await cursorIn(hand, '批准份数')
  await expect(page.getByRole('dialog')).toContainText('由下列 2 份汇编')
  await hand.press('F9')
  await expect(head()).toContainText('批准')
  await lock(hand)

  await screen.as('李保')
  await lineOf(hand, '复制〔2026〕0001').getByRole('button', { name: '复制登记' }).waitFor()
  await hand.press('Enter')
  await cursorIn(hand, '复制份数')
  await hand.press('Enter')
  await expect(page.getByRole('checkbox', { name: '各份都已加盖戳记' })).toBeFocused()
  await hand.press('Space')
  await hand.press('Enter')
  await expect(head()).toContainText('已复制')
  await begin('F4')
  await signInPlace(hand, passwordOf('周阅'))
  await expect(head()).toContainText('已发放')
  await hand.press('F8')
  const pages = await pagesShown(screen)
  await holds(pages, '绝密★20年', '密复-01')
  await expect(pages.locator('.paper-title').first()).toHaveText('涉密文件汇编审批单')
  await expect(pages.first()).toContainText('汇编的来源')
  for (const title of ['示范一号文', '示范二号文', '示范工作要点汇编']) await expect(pages.first()).toContainText(title)
  await hand.press('Escape')

  await toDesk(hand, '收文登记')
  await page.getByText('密编〔2026〕0001').first().click()
  await expect(pane()).toContainText('汇编登记簿')
  await expect(pane()).toContainText(/收 0\s*制 2\s*＝\s*在箱 1 ＋ 借出 1/)
  await expect(page.getByRole('button', { name: '申请复制' })).toBeDisabled()
  await nothingSerious(screen)
  await pane().getByText('密收〔2026〕0001').first().click()
  await expect(head()).toContainText('密收〔2026〕0001')
  await expect(pane()).toContainText('编入汇编')
})
