import { expect, test } from '@playwright/test'
import { cursorIn, signInPlace, toDesk } from '../../tools/demo/acts.ts'
import { passwordOf } from '../support/office.ts'
import { nothingSerious } from '../support/axe.ts'
import { holds, pagesShown } from '../support/pages.ts'
import { finished } from '../support/records.ts'
import { handsOn, openScreen, type Screen } from '../support/screen.ts'

// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(180_000)

let screen: Screen
test.afterEach(() => screen.close())
const { typeAnd, pane, head, dialog, begin, leave, scan } = handsOn(() => screen)

/** Another part of the desk, by keyboard. */
const toTab = async (name: string) => {
  await screen.page.getByRole('tab', { name }).focus()
  await screen.hand.press('Enter')
}

/** The printed page of what is open; back to where it was. */
const printed = async (form: string, mark: string) => {
  await screen.hand.press('F8')
  const pages = await pagesShown(screen)
  await holds(pages, mark, form)
  await nothingSerious(screen)
  const text = await pages.allInnerTexts()
  await screen.hand.press('Escape')
  await expect(pages).toHaveCount(0)
  return text.join('\n')
}

test('F1(6) a box, papers into it, 清点 by scanner with two signatures, what was missing found again, 归档; the sheets beside', async () => {
  let numbers: string[] = []
  screen = await openScreen({
    before: async (office) => {
      numbers = (await finished(office)).numbers
    },
  })
  const [first, second] = numbers as [string, string]
  const { hand, page } = screen
  await screen.as('李保')
  await toDesk(hand, '归档清点')
  await expect(page.getByText('还没有保密箱')).toBeVisible()

  await begin('F7')
  await cursorIn(hand, '箱号')
  await typeAnd('箱01', 'Enter')
  await typeAnd('甲柜', 'Enter')
  await typeAnd('一层', 'Enter')
  await cursorIn(hand, '专管人')
  await typeAnd('李', 'Enter', 'Enter')
  await expect(head()).toContainText('箱01')
  await expect(pane()).toContainText('箱内没有文件')

  await begin('F4')
  for (const number of numbers) await scan(number)
  await expect(dialog()).toContainText('已列 2 份')
  await leave('Enter')
  await expect(pane()).toContainText('箱内2 份')
  await nothingSerious(screen)
  expect(await printed('密清-02', '机密★5年')).toContain('箱内 2 份，在外待归 0 份')

  await toTab('清点')
  await begin('F7')
  await cursorIn(hand, '事由')
  await typeAnd('年度清点', 'Enter', 'Enter')
  await expect(dialog()).toContainText('已点 0 / 2 份')
  await scan(first)
  await expect(dialog()).toContainText('在账，已点到')
  await scan(first)
  await expect(dialog()).toContainText('已经点过，重复')
  await scan('密收〔2026〕9999')
  await expect(dialog()).toContainText('查无此号')
  await nothingSerious(screen)
  await leave('Enter')
  await expect(head()).toContainText('清点〔2026〕0001')
  await expect(pane()).toContainText('账 2 份，实 1 份，未点到 1 份')

  await begin('F9')
  await expect(dialog()).toContainText(`没有点到 1 份，完成后转为短少待查：${second}`)
  await cursorIn(hand, '短少的情况')
  await typeAnd('正在查找', 'Enter')
  await cursorIn(hand, '姓名')
  await typeAnd('韩综', 'Enter')
  await signInPlace(hand, passwordOf('韩综'))
  await expect(head()).toContainText('完成')
  await expect(pane()).toContainText('说明：正在查找')
  await nothingSerious(screen)
  const sheet = await printed('密清-01', '机密★5年')
  for (const word of ['年度清点表', '账 2 份，实 1 份', '短少', '正在查找', '韩综', '李保']) expect(sheet).toContain(word)

  await begin('F6')
  await scan(second)
  await hand.press('Enter')
  await cursorIn(hand, '情况')
  await typeAnd('夹在另一卷内', 'Enter')
  await expect(pane()).toContainText('找回：夹在另一卷内')

  await toTab('在库的份')
  await expect(page.getByRole('region', { name: '总账' })).toContainText('收 2 ＋ 复制 0 ＝')
  // It leaves as a file as it is shown.
  await page.getByRole('combobox', { name: '范围', exact: true }).focus()
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await hand.press(key)
  await begin('Control+s')
  await expect(dialog()).toContainText('已保存')
  await leave('Enter')
  await page.getByRole('combobox', { name: '范围', exact: true }).focus()
  for (const key of ['ArrowDown', 'ArrowUp', 'Enter']) await hand.press(key)
  await begin('F6')
  for (const number of numbers) await scan(number)
  await hand.press('Enter')
  await cursorIn(hand, '归入卷号')
  await typeAnd('2026-永久-1', 'Enter')
  await hand.press('Enter')
  await leave('Enter')
  await expect(page.getByRole('region', { name: '总账' })).toContainText('归档 2')
  await expect(page.locator('.list')).toContainText('2026-永久-1')
  await nothingSerious(screen)
})
