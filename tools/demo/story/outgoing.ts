/** 上报答复: a reply at its parent's level, approved in place. */
import { byKey, countersign, cursorIn, stateIs, toDesk } from '../acts.ts'
import { staff } from '../cast.ts'
import type { Stage } from '../stage.ts'

/** Begins and ends with the officer signed in; the reply may be sent. */
export const outgoing = async ({ step, hand, picture }: Stage): Promise<void> => {
  const { page } = hand
  await toDesk(hand, '上报答复')
  await step('上报答复', '登记答复函，密级同来文', async (at) => {
    await byKey(at, 'F7')
    await cursorIn(at, '来文')
    await at.type('密收〔2026〕0004')
    await page.locator('.ant-select-item-option', { hasText: '密收〔2026〕0004' }).first().waitFor()
    await at.press('Enter')
    for (const [label, text] of [
      ['标题', '关于示范工作意见的复函'],
      ['密级★期限', '机密★3年'],
      ['收文机关', '青禾市委办公室'],
      ['份数', '2'],
      ['承办人', staff.section.name],
    ] as const) {
      await page.getByLabel(label).focus()
      await at.type(text)
    }
    await at.press('Enter')
    await at.press('F9')
    await stateIs(at, '待审批')
  })
  await step('上报答复', '王管当场审批', async (at) => {
    await byKey(at, 'F6')
    await cursorIn(at, '意见')
    await at.type('同意。')
    await at.press('F9')
    await countersign(at, staff.deputyLeader)
    await stateIs(at, '批准')
  })
  await picture('70-上报答复-审批')
}
