import { expect } from '@playwright/test'
import { lock, toDesk } from '../../tools/demo/acts.ts'
import { passwordOf } from './office.ts'
import type { Screen } from './screen.ts'

/** Data that do not fit 末条登记, on the screen: nobody comes in but the 安全审计员, who acknowledges it with a reason; then 李保 is in again. */
export const acknowledgePutBack = async (screen: Screen, reason: string): Promise<void> => {
  const { hand, page } = screen
  const type = async (name: string) => {
    await page.getByLabel('姓名').fill(name)
    await page.getByLabel('口令').fill(passwordOf(name))
    await hand.press('Enter')
  }
  await type('李保')
  await expect(page.getByText('已停止办理')).toBeVisible()
  await type('冯审')
  await expect(page.getByText('确认以前其他人不能登录').first()).toBeVisible()
  await toDesk(hand, '审计')
  await page.getByRole('button', { name: '确认数据被换回' }).click()
  await page.getByLabel('原因').fill(reason)
  await hand.press('Enter')
  await expect(page.getByRole('button', { name: '确认数据被换回' })).toHaveCount(0)
  await lock(hand)
  await screen.as('李保')
}
