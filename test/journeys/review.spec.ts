import { expect, test } from '@playwright/test'
import { nothingSerious } from '../support/axe.ts'
import { holds, pagesShown } from '../support/pages.ts'
import { reviewDecided, reviewOpined } from '../support/records.ts'
import { openScreen, type Screen } from '../support/screen.ts'

// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(180_000)

let screen: Screen
test.afterEach(() => screen.close())

test('B7 what is under review: the desk lists each case with its state, and finds one by a part of its title', async () => {
  screen = await openScreen({
    before: async (office) => {
      await reviewOpined(office, {}, { title: '关于接种门诊调整的公告' })
      await reviewDecided(office)
    },
  })
  const { hand, page } = screen
  await screen.as('李保')
  await hand.press('Alt+=')
  await expect(page.getByText('待小组审核').first()).toBeVisible()
  await expect(page.getByText('审查〔2026〕0002')).toBeVisible()
  await nothingSerious(screen)
  await page.getByLabel('查审查').focus()
  await hand.type('门诊')
  await expect(page.getByText('审查〔2026〕0002')).toBeHidden()
  await expect(page.getByText('关于接种门诊调整的公告')).toBeVisible()
  // The month on paper
  await hand.press('F8')
  await expect(page.getByRole('dialog', { name: '打印审查汇总表' })).toBeVisible()
  await hand.press('F9')
  const pages = await pagesShown(screen)
  await holds(pages, '内部', '审查-02')
  await expect(pages.first()).toContainText('可公开 1、')
  await expect(pages.first()).toContainText('关于示范中心接种安排的公告')
  await hand.press('Escape')
  await expect(pages.first()).toBeHidden()
  // The thirteenth desk has its key too: 主动公开
  await hand.press('Alt+[')
  await expect(page.locator('.menu-at', { hasText: '主动公开' })).toBeVisible()
})
