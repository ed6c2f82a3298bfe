import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { runDeadline } from '../../electron/vault/calendar/deadlines.ts'
import { cursorIn, toDesk } from '../../tools/demo/acts.ts'
import { nothingSerious } from '../support/axe.ts'
import { within } from '../support/deadlines.ts'
import { be, checklist, reviewDrafted, reviewOpined } from '../support/records.ts'
import { openScreen, type Screen } from '../support/screen.ts'

// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(180_000)

let screen: Screen
test.afterEach(() => screen.close())

/** Somebody goes to a button or a line that opens, and presses Enter on it. */
const press = async (role: 'button' | 'tab', name: string) => {
  await screen.page.getByRole(role, { name, exact: role === 'tab' }).focus()
  await screen.hand.press('Enter')
}
const toTab = async (name: string) => {
  await toDesk(screen.hand, '本单位')
  await expect(screen.page.getByRole('tab', { name })).toBeVisible()
  await press('tab', name)
}

test('日历 a worked Saturday is turned off: what would move is seen before, what moved after; a year comes from a file', async () => {
  screen = await openScreen({
    before: (office) =>
      within(office, (work) => {
        const run = { of: 'disclosure', kind: 'reply', days: 20 } as const
        runDeadline(work, { ...run, record: 1, number: '公开〔2026〕0001', from: '2026-04-27' })
        runDeadline(work, { ...run, record: 2, number: '公开〔2026〕0002', from: '2026-12-20' })
      }),
  })
  const { hand, page } = screen
  await screen.as('钱安')
  await expect(page.getByText('有1项期限跨入2027年，该年工作日历尚未录入，请立即录入（日历）。')).toBeVisible()
  await toTab('工作日历')
  await press('button', '更改2026年')
  await cursorIn(hand, '来源')
  await page.getByLabel('周末上班').focus()
  await page.getByLabel('周末上班').fill('0104 0214 0228 0920 1010')
  await expect(page.locator('.calendar-would')).toContainText('录入后重算：涉及2项在办期限，1项到期日变动。')
  await expect(page.getByRole('row', { name: /公开〔2026〕0001\s*答复\s*2026-05-27\s*2026-05-28/ })).toBeVisible()
  await hand.press('F9')
  await expect(page.getByText('已录入2026年工作日历：涉及2项在办期限，1项到期日变动。')).toBeVisible()
  await expect(page.locator('.lines', { hasText: '更改2026年' })).toContainText('钱安')
  await nothingSerious(screen)

  mkdirSync(screen.calendars, { recursive: true })
  const next = { year: 2027, source: '国办发明电〔2026〕9号', off: ['2027-01-01'], working: ['2027-02-06'] }
  writeFileSync(join(screen.calendars, '2027.json'), JSON.stringify({ ...next, working: ['2027-02-05'] }))
  await press('button', '从文件录入')
  await expect(page.getByText('调休上班日只列周六、周日。')).toBeVisible()
  writeFileSync(join(screen.calendars, '2027-2.json'), JSON.stringify(next))
  await press('button', '从文件录入')
  await expect(page.getByText('请与放假通知逐项核对后录入。')).toBeVisible()
  await expect(page.getByRole('row', { name: /公开〔2026〕0002\s*答复\s*算不出\s*2027-01-18/ })).toBeVisible()
  await hand.press('F9')
  await expect(page.locator('.lines li').first()).toContainText('文件校验码')
  await toTab('设置')
  await hand.press('F4')
  await cursorIn(hand, '单位名称')
  await page.getByRole('radio', { name: '单位制度2017' }).focus()
  await hand.press('Space')
  await expect(page.getByLabel('答复', { exact: true })).toHaveValue('15')
  await page.getByLabel('答复', { exact: true }).fill('25')
  await expect(page.getByText('宽于现行法规（条例33：20个工作日）')).toBeVisible()
  await hand.press('F9')
  await expect(page.locator('.limits-shown')).toContainText('答复 25 个工作日　宽于现行法规（条例33：20个工作日）')
  await expect(page.locator('.limits-shown')).toContainText('早于现行法规（条例26：20个工作日）')
  await toTab('计算期限')
  await cursorIn(hand, '起算日')
  await page.getByLabel('起算日').fill('20260209')
  await hand.press('Enter')
  await expect(page.locator('.count-due')).toContainText('2026-03-13')
})

test('条例32, 实施条例25 a case shows its limits with the count day by day; anybody may try a date', async () => {
  screen = await openScreen({
    at: '2026-03-10T09:05:00+08:00',
    before: async (office) => {
      const { review } = await reviewDrafted(office)
      await be(office, '陈科')
      await office.ok('review.consult', { review, version: 1, step: { kind: 'sent', to: '示范企业', letter: '函1号', sentOn: '2026-02-09' } })
      await reviewOpined(office, { proposal: 'refer', checklist: checklist({ economicSecurity: 'unsure' }) })
    },
  })
  const { hand, page } = screen
  await screen.as('陈科')
  await toDesk(hand, '保密审查')
  const row = (number: string) => page.locator('.list .list-row', { hasText: number })
  await row('审查〔2026〕0001').click()
  const asked = page.locator('.deadline')
  await expect(asked).toContainText('2026-03-06已超过4天')
  await asked.locator('summary').focus()
  await hand.press('Enter')
  await expect(asked.getByRole('cell', { name: '14 5 调休上班' })).toBeVisible()
  await expect(asked.getByRole('cell', { name: '3月6日 15' })).toBeVisible()
  await asked.scrollIntoViewIfNeeded()
  await nothingSerious(screen)
  await row('审查〔2026〕0002').click()
  await expect(page.locator('.deadline')).toContainText('2026-03-24还有10个工作日')
  await toTab('计算期限')
  await cursorIn(hand, '起算日')
  await page.getByLabel('起算日').fill('20260921')
  await hand.press('Enter')
  await expect(page.locator('.count-due')).toContainText('2026-10-26')
})
