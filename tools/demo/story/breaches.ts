/** 违规遗失: a reader reports a loss, the officer accepts it, and the 24 hours run. */
import { byKey, cursorIn, lineOf, toDesk, typed } from '../acts.ts'
import type { Stage } from '../stage.ts'

const CASE = '违规〔2026〕0001'

/** At the reader's own desk. */
export const reported = async ({ step, hand }: Stage): Promise<void> => {
  await toDesk(hand, '违规遗失')
  await step('违规遗失', '周阅登记遗失', async (at) => {
    await byKey(at, 'F7')
    await typed(at, '经过', '核对时柜中没有这一份')
    await cursorIn(at, '发现时间')
    await at.whole('202603130840')
    await cursorIn(at, '涉及的份')
    await at.type('密收〔2026〕0003-02')
    await at.press('F9')
    await at.page.getByRole('status').filter({ hasText: CASE }).waitFor()
  })
}

/** The officer at 今日 takes the case, of which it counts the hours. */
export const accepted = async ({ step, hand, picture }: Stage): Promise<void> => {
  await step('违规遗失', '李保受理', async (at) => {
    await at.click(lineOf(at, CASE).getByRole('button', { name: '受理' }))
    await at.page.getByRole('dialog').waitFor()
    await at.press('Enter')
    await at.page.getByRole('dialog').waitFor({ state: 'detached' })
    await at.page.locator('.lines', { hasText: '短少待查' }).waitFor()
  })
  await picture('68-违规遗失-一件事件')
  await hand.press('Escape')
}
