import { expect, test } from '@playwright/test'
import { cursorIn, lock, toDesk } from '../../tools/demo/acts.ts'
import { nothingSerious } from '../support/axe.ts'
import { pagesShown } from '../support/pages.ts'
import { drafted } from '../support/records.ts'
import { openScreen, type Screen } from '../support/screen.ts'

// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(180_000)

let screen: Screen
test.afterEach(() => screen.close())

test('表式 the 传阅单 is adjusted by keyboard, seen at once as an empty form, printed so, and set back to the standard', async () => {
  let sheet = 0
  screen = await openScreen({
    before: async (office) => {
      sheet = (await drafted(office)).sheet
    },
  })
  const { hand, page } = screen
  const preview = page.locator('.blank-form')
  const chooseSheet = async () => {
    await page.getByRole('combobox', { name: '表单' }).focus()
    await hand.press('ArrowDown')
    await page.locator('.ant-select-item-option', { hasText: '传阅' }).waitFor()
    await hand.press('ArrowDown')
    await hand.press('Enter')
    await expect(page.getByLabel('名称')).toHaveValue(/传阅/)
  }
  await screen.as('钱安')
  await toDesk(hand, '本单位')
  await page.getByRole('tab', { name: '设置' }).focus()
  for (let tab = 0; tab < 3; tab += 1) await hand.press('ArrowRight')
  await hand.press('Enter')
  await expect(preview.locator('.paper-title').first()).toHaveText('收文登记簿')
  await page.screenshot({ path: 'test-results/forms-register.png' })
  await chooseSheet()
  await page.getByLabel('名称').focus()
  await hand.press('Control+a')
  await hand.type('文件传阅处理单')
  await page.getByRole('checkbox', { name: '拟办意见' }).focus()
  await hand.press('Space')
  await hand.press('Alt+ArrowDown')
  await page.getByLabel('自设的栏', { exact: true }).focus()
  await hand.type('催办情况')
  await hand.press('Enter')
  await hand.type('3')
  await page.getByLabel('签字栏“领导”').focus()
  await hand.press('Control+a')
  await hand.type('中心领导')
  await page.getByLabel('页脚').focus()
  await hand.type('机密★')
  await expect(preview.locator('.paper-title').first()).toHaveText('文件传阅处理单')
  await expect(preview).toContainText('催办情况')
  await expect(preview).not.toContainText('拟办意见')
  await hand.press('F9')
  await expect(page.getByLabel('原因')).toBeFocused()
  await hand.type('按本单位格式')
  await hand.press('F9')
  await expect(page.locator('.field-error')).toContainText('“★”是国家秘密标志')
  await expect(page.getByLabel('页脚')).toBeFocused()
  await nothingSerious(screen)
  await page.screenshot({ path: 'test-results/forms-sheet.png' })
  await hand.press('Control+a')
  await hand.type('本单由综合办公室保存。')
  await hand.press('F9')
  await expect(page.locator('.short-list')).toContainText('按本单位格式')
  await lock(hand)

  await screen.as('李保')
  await page.evaluate((id) => location.assign(`#/circulation/${id}`), sheet)
  await page.getByRole('button', { name: /^打印传阅单/ }).waitFor()
  await hand.press('F8')
  const printed = (await pagesShown(screen)).first()
  await expect(printed.locator('.paper-title')).toHaveText('涉密文件传阅处理单')
  await expect(printed).toContainText('中心领导（签字）')
  await expect(printed).toContainText('催办情况')
  await expect(printed.locator('.paper-foot')).toContainText('本单由综合办公室保存。')
  await expect(printed).not.toContainText('拟办意见')
  await page.screenshot({ path: 'test-results/forms-printed.png' })
  await hand.press('Escape')
  await lock(hand)

  await screen.as('钱安')
  await page.evaluate(() => location.assign('#/office/forms'))
  await chooseSheet()
  await page.getByRole('button', { name: '恢复标准表式' }).focus()
  await hand.press('Enter')
  await cursorIn(hand, '原因')
  await hand.type('改用标准')
  await hand.press('Enter')
  await expect(page.locator('.short-list')).toContainText('恢复标准表式：改用标准')
  await expect(page.getByLabel('名称')).toHaveValue('文件传阅单')
})
