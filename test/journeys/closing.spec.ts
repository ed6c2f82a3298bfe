import { expect, test } from '@playwright/test'
import type { Input } from '../../contract/index.ts'
import type { Office } from '../support/office.ts'
import { openScreen, type Screen } from '../support/screen.ts'

let screen: Screen
test.afterEach(() => screen.close())

/** One folder with 周阅, and one letter that waits. */
const oneOut = async (office: Office) => {
  await office.as('李保')
  const { copies } = await office.ok('documents.register', office.incoming())
  await office.ok('documents.receive', office.incoming().envelope as Input<'documents.receive'>)
  const sheet = await office.ok('circulation.draft', { folder: '夹03', copies: copies.map(({ id }) => id), readers: [office.id('周阅')] })
  await office.signed('周阅', 'circulation.handOut', { leg: sheet.legs[0]?.id as number, place: '保密室' })
}

test('F1(4)b 收班: what is not back is shown, must be explained, and stays listed; closed again it says when it was', async () => {
  screen = await openScreen({ from: oneOut, at: '2026-03-10T17:40:00+08:00' })
  const { hand, page } = screen
  await screen.as('李保')
  await hand.press('F8')
  const box = page.getByRole('dialog')
  await expect(box).toContainText('夹03')
  await expect(box).toContainText('周阅')
  await expect(box).toContainText('待拆封、待登记的信封')
  await expect(box).toContainText('还缺：未收回的原因')
  await expect(box.getByRole('button', { name: '收班' })).toBeDisabled()
  await page.screenshot({ path: 'test-results/closing-open.png' })
  // The cursor waits in the reason
  await page.keyboard.type('周阅在市里开会，明早上班即收回')
  await hand.press('Enter')
  await expect(box).toHaveCount(0)
  await expect(page.locator('.today-head')).toContainText('17:40 已收班（李保）')
  await expect(page.locator('.today-part', { hasText: '在外' })).toContainText('夹03')
  await page.screenshot({ path: 'test-results/closing-closed.png' })
  await hand.press('F8')
  await expect(box).toContainText('今天 17:40 李保已收过班。再收一次，前一次照样留着。')
  await hand.press('Escape')
})

test('F1(4)b 收班: with everything back, two keys close the day', async () => {
  screen = await openScreen()
  const { hand, page } = screen
  await screen.as('李保')
  await hand.press('F8')
  await expect(page.getByRole('dialog')).toContainText('没有在外的夹')
  await page.screenshot({ path: 'test-results/closing-nothing.png' })
  await hand.press('F9')
  await expect(page.locator('.today-head')).toContainText('已收班（李保）')
})

test('F1(4)b a day that nobody closed is spoken of the next working day', async () => {
  screen = await openScreen({ from: oneOut, at: '2026-03-10T17:40:00+08:00' })
  screen.later('2026-03-11T09:00:00+08:00')
  await screen.as('李保')
  await expect(screen.page.getByText('上一个工作日（3月10日）没有收班')).toBeVisible()
  await screen.page.screenshot({ path: 'test-results/closing-reminder.png' })
})
