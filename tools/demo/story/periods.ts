/** 期限审核 and 标签, both at 收文登记: one paper put forward in the year's review; the labels of another. */
import { byKey, cursorIn, toDesk } from '../acts.ts'
import type { Stage } from '../stage.ts'

/** Begins and ends with the officer signed in; nothing is signed. */
export const periods = async ({ step, hand, picture }: Stage): Promise<void> => {
  await toDesk(hand, '收文登记')
  await step('收文登记', '年度审核：列出一件', async (at) => {
    await byKey(at, 'F4')
    await at.page.getByRole('heading', { name: '期限审核' }).waitFor()
    await byKey(at, 'F7')
    await at.page.getByRole('heading', { name: '年度审核', exact: true }).waitFor()
    await byKey(at, 'F4')
    await cursorIn(at, '文件')
    await at.type('密收〔2026〕0002')
    await at.page.locator('.ant-select-item-option', { hasText: '密收〔2026〕0002' }).first().waitFor()
    await at.press('Enter')
    await at.page.getByLabel('理由').focus()
    await at.type('会议内容已公布')
    await at.press('F9')
    await at.page.locator('.record', { hasText: '会议内容已公布' }).waitFor()
  })
  await picture('71-收文登记-年度审核')
  // What was listed is let go: the first Esc asks.
  await hand.press('Escape')
  await hand.page.getByText('所填还没有保存').waitFor()
  await hand.press('Escape')
  await hand.page.getByRole('heading', { name: '年度审核', exact: true }).waitFor({ state: 'detached' })
}

/** Of a paper the labels, without its title. */
export const labels = async ({ step, hand, picture }: Stage): Promise<void> => {
  await toDesk(hand, '今日')
  await toDesk(hand, '收文登记')
  await hand.click(hand.page.getByText('关于印发应急处置预案（修订稿）的通知'))
  await hand.page.getByRole('heading', { name: '密收〔2026〕0003' }).waitFor()
  await step('收文登记', '打印标签', async (at) => {
    await at.click(at.page.locator('.record').getByRole('button', { name: '打印标签' }))
    await at.page.getByRole('button', { name: '预览 Enter' }).waitFor()
    await at.press('Enter')
    await at.page.locator('[data-complete]').waitFor()
  })
  await picture('72-标签-打印预览')
  await hand.press('Escape')
}
