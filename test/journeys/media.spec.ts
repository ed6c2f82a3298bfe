import { expect, test } from '@playwright/test'
import { cursorIn, lock, signInPlace, toDesk } from '../../tools/demo/acts.ts'
import { nothingSerious } from '../support/axe.ts'
import { passwordOf } from '../support/office.ts'
import { holds, pagesShown, savedPages } from '../support/pages.ts'
import { handsOn, openScreen, type Screen } from '../support/screen.ts'

// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(180_000)

let screen: Screen
test.afterEach(() => screen.close())
const { typeAnd, pane, head, dialog, begin } = handsOn(() => screen)

/** The box of this label has the cursor: this is typed in it, and Enter goes on. */
const fill = async (label: string, text: string, ...keys: string[]) => {
  await cursorIn(screen.hand, label)
  await typeAnd(text, ...(keys.length > 0 ? keys : ['Enter']))
}

test('F2(2) 载体设备 by keyboard alone: entered, handed out, back, taken outside with an approval, and its ledger on paper', async () => {
  screen = await openScreen()
  const { hand, page } = screen
  await screen.as('李保')
  await toDesk(hand, '载体设备')
  await expect(page.getByText('台账中还没有载体设备')).toBeVisible()
  await begin('F7', page.getByText('登记后不变'))
  await fill('种类', '涉密计算机', 'Enter', 'Enter')
  await fill('自有编号', '青密盘-01')
  await page.getByLabel('责任人').focus()
  await fill('责任人', '陈', 'Enter', 'Enter')
  await fill('使用部门', '业务一科')
  await fill('存放地点', '保密室三号柜')
  // A computer is not entered before it is confirmed to be isolated; then it was a disk after all.
  await hand.press('F9')
  await expect(page.locator('.act-form')).toContainText('物理隔离')
  await expect(page.locator('.refusal')).toContainText('F2(2)')
  await page.getByLabel('种类').focus()
  await fill('种类', '涉密移动硬盘', 'Enter', 'F9')
  await expect(head()).toContainText('载体〔2026〕0001')
  await expect(head()).toContainText('在库')

  // What the boxes need could not be read: that is said, and the act can be begun again.
  const { vault } = screen.host
  const { call } = vault
  const refused = { code: 'fault' as const, message: '保密库没有应答，请重试。' }
  vault.call = async (name, ...rest) => (name === 'office.settings' ? { ok: false, refused } : call(name, ...rest))
  await begin('F4')
  await expect(dialog()).toContainText(refused.message)
  await hand.press('Enter')
  await expect(dialog()).toHaveCount(0)
  vault.call = call

  await begin('F4')
  await fill('领用人', '周', 'Enter', 'Enter')
  await nothingSerious(screen)
  await fill('用途', '整理数据')
  await fill('使用地点', '保密室', 'Enter', 'F9')
  await expect(dialog()).toContainText('不得转借')
  await signInPlace(hand, passwordOf('周阅'))
  await expect(head()).toContainText('领用')
  await expect(pane()).toContainText('周阅　应还 2026-03-10')

  await begin('F7')
  await fill('扫描或输入编号', '9999')
  await expect(dialog()).toContainText('归还的应是载体〔2026〕0001')
  await page.getByRole('textbox', { name: '扫描或输入编号' }).fill('')
  await fill('扫描或输入编号', '青密盘-01')
  await expect(dialog()).toContainText('已核 1 / 1')
  await hand.press('Enter')
  await fill('归还检查', '已查杀病毒，未存其他文件')
  await signInPlace(hand, passwordOf('周阅'))
  await expect(head()).toContainText('在库')
  await expect(pane()).toContainText('归还检查：已查杀病毒，未存其他文件')

  await hand.button('申请携带外出')
  await fill('携带人', '周', 'Enter', 'Enter')
  await fill('携带去处', '青禾市疾控中心')
  await fill('用途', '报送数据', 'F9')
  await expect(pane()).toContainText('待审批')
  await lock(hand)
  await screen.as('王管')
  await page.getByRole('button', { name: '审批', exact: true }).waitFor()
  await hand.press('Enter')
  await expect(dialog()).toContainText('周阅（业务一科）携带外出，去青禾市疾控中心')
  await fill('意见', '同意')
  await expect(pane()).toContainText('批准')
  await lock(hand)

  await screen.as('李保')
  await page.getByRole('button', { name: '领用登记', exact: true }).waitFor()
  await hand.press('Enter')
  await expect(dialog()).toContainText('带往青禾市疾控中心')
  await signInPlace(hand, passwordOf('周阅'))
  await expect(pane().locator('.lines').first()).toContainText('携带外出')
  await expect(head()).toContainText('领用')
  await nothingSerious(screen)
  await begin('F8', page.locator('.paper-room'))
  await page.locator('[data-complete]').waitFor()
  await expect(page.locator('.paper-title')).toHaveText('涉密设备维修维护登记')
  await hand.press('Escape')
  await hand.press('Escape')

  await begin('F8')
  await hand.press('Enter')
  const sheet = await pagesShown(screen)
  await holds(sheet, '内部', '密载-01')
  await expect(sheet).toHaveCount(1)
  await expect(sheet).toContainText('涉密载体与设备台账')
  await expect(sheet.locator('.register-row')).toHaveCount(1)
  await expect(sheet.locator('.register-row')).toContainText('青密盘-01')
  await expect(sheet.locator('.register-row td').nth(8)).toHaveText('领用\n周阅')
  expect(await savedPages(screen)).toBe(1)
})
