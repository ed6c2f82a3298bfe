/** 本单位, 表单: the page where the printed forms are adjusted, with the empty form beside. */
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
}
