/** 本单位: the page where the printed forms are adjusted, with the empty form beside; a limit in working days tried, day by day. */
import { toDesk } from '../acts.ts'
import type { Stage } from '../stage.ts'

/** Begins and ends with the security administrator signed in; nothing is changed. */
export const forms = async ({ step, hand, picture }: Stage): Promise<void> => {
  await toDesk(hand, '本单位')
  await step('本单位', '看表单：收文登记簿', async (at) => {
    await at.click(at.page.getByRole('tab', { name: '表单' }))
    await at.page.locator('.blank-form .paper-title').first().waitFor()
  })
  await picture('73-本单位-表单')
  await step('本单位', '计算期限：逐日推算', async (at) => {
    await at.click(at.page.getByRole('tab', { name: '计算期限' }))
    await at.page.getByLabel('起算日').fill('20260209')
    await at.press('Enter')
    await at.page.locator('.day-grid').waitFor()
  })
  await picture('82-本单位-计算期限')
}
