import { expect, test } from '@playwright/test'
import { cursorIn, lineOf, lock, signInPlace, toDesk } from '../../tools/demo/acts.ts'
import { nothingSerious } from '../support/axe.ts'
import { passwordOf } from '../support/office.ts'
import { boxOf, holds, pagesShown, savedPages } from '../support/pages.ts'
import { registered } from '../support/records.ts'
import { handsOn, openScreen, type Screen } from '../support/screen.ts'

// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(180_000)

let screen: Screen
test.afterEach(() => screen.close())
const { typeAnd, pane, head, dialog, begin } = handsOn(() => screen)

test('E4, 实施条例61 by keyboard alone: a reader reports a loss, the handler alone is told who, it is reported in time, handled, concluded by a leader, and printed without the reporter', async () => {
  let number = ''
  screen = await openScreen({
    before: async (office) => {
      number = (await registered(office)).number
    },
  })
  const { hand, page } = screen
  await screen.as('周阅')
  await toDesk(hand, '违规遗失')
  await expect(page.getByText('姓名只有经办人能看到')).toBeVisible()
  await begin('F7')
  await nothingSerious(screen)
  await cursorIn(hand, '经过')
  await typeAnd('还件时柜中没有这一份', 'Enter')
  await cursorIn(hand, '发现时间')
  await typeAnd('202603100840')
  await cursorIn(hand, '涉及的份')
  await typeAnd(number, 'F9')
  await expect(page.getByRole('status').filter({ hasText: '违规〔2026〕0001' })).toBeVisible()
  await lock(hand)

  await screen.as('李保')
  const line = lineOf(hand, '违规〔2026〕0001')
  await expect(line).toContainText('还有23小时')
  await expect(line).toContainText('待受理')
  await line.getByRole('button', { name: '受理' }).focus()
  await hand.press('Enter')
  await expect(dialog()).toContainText('由本人经办')
  await expect(pane()).toContainText('举报人（保密）')
  await expect(pane()).not.toContainText('周阅')
  await hand.press('Enter')
  await expect(pane()).toContainText('周阅')
  await expect(pane().locator('.lines').first()).toContainText('短少待查')

  await begin('F6')
  await cursorIn(hand, '上报机关')
  await typeAnd('青禾市国家保密局', 'Enter')
  await typeAnd('电话', 'Enter')
  await typeAnd('202603100850', 'F9')
  await expect(head()).toContainText('已上报')
  await begin('F7')
  await cursorIn(hand, '处置措施')
  await typeAnd('逐柜查找，通知知悉人员核对', 'F9')
  await expect(head()).toContainText('处置中')

  await begin('F9')
  await cursorIn(hand, '结论')
  await typeAnd('查找无果，确认遗失', 'Enter')
  await cursorIn(hand, '责任认定和处理')
  await typeAnd('保管不当，通报批评')
  await expect(dialog()).toContainText(`${number} 认定为遗失损毁`)
  await hand.press('Enter')
  await cursorIn(hand, '姓名')
  await typeAnd('王管', 'Enter')
  await signInPlace(hand, passwordOf('王管'))
  await expect(head()).toContainText('结案')
  await expect(pane().locator('.lines').first()).toContainText('遗失损毁')
  await nothingSerious(screen)

  await hand.press('F8')
  const pages = await pagesShown(screen)
  await holds(pages, '机密★5年', '密违-01')
  await expect(boxOf(pages, '举报人')).toHaveText('举报人（保密）')
  await expect(boxOf(pages, '结论')).toContainText('查找无果，确认遗失')
  await expect(pages.first()).toContainText('青禾市国家保密局')
  await expect(pages.first()).not.toContainText('周阅')
  expect(await savedPages(screen)).toBe(1)
  await hand.press('Escape')
  await lock(hand)

  await screen.as('赵组')
  await toDesk(hand, '违规遗失')
  await page.locator('.list').focus()
  await hand.press('ArrowDown')
  await hand.press('Enter')
  await expect(head()).toContainText('违规〔2026〕0001')
  await expect(pane()).toContainText('举报人（保密）')
  await expect(pane()).not.toContainText('周阅')
})
