/** 审查文本: the 安全保密管理员 lets texts in; one is typed, marked, looked at beside itself as it would be given out, and printed for those who sign. */
import { byKey, cursorIn, lock, stateIs, toDesk } from '../acts.ts'
import { fileReview } from '../openness-acts.ts'
import { officers, staff } from '../cast.ts'
import type { Hand } from '../hand.ts'
import { comesIn, type Stage } from '../stage.ts'

const TEXT = '关于示范中心夏季接种安排的公告\n接种点：示范路一号，工作日上午。\n联系人：林示范，电话 555-0100。\n特此公告。'

const times = async (hand: Hand, count: number, key: string) => {
  for (let turn = 0; turn < count; turn += 1) await hand.press(key)
}

const allowed = async (stage: Stage) => {
  const { step, hand } = stage
  await comesIn(stage, '2026-03-13T09:32:00+08:00', officers.securityAdmin)
  await toDesk(hand, '本单位')
  await step('本单位', '允许审查文本录入本机', async (at) => {
    await byKey(at, 'F4')
    await at.page.getByLabel('审查文本').focus()
    await at.press('Space')
    await at.press('F9')
    await at.page.getByText('低于本机密级的可以录入本机').waitFor()
  })
  await lock(hand)
}

const marked = async (stage: Stage) => {
  const { step, hand, picture } = stage
  await comesIn(stage, '2026-03-13T09:34:00+08:00', staff.section)
  await toDesk(hand, '保密审查')
  await step('保密审查', '录入文本，标记涂黑、删除', async (at) => {
    await fileReview(at, { unit: '业务一科', title: '关于示范中心夏季接种安排的公告', symbol: '青疾控公〔2026〕5号', audience: '社会公众' })
    await cursorIn(at, '文件校验码')
    await at.press('Enter')
    await cursorIn(at, '文本')
    await at.type(TEXT)
    await at.press('Control+Home')
    await times(at, 2, 'ArrowDown')
    await times(at, 4, 'ArrowRight')
    await times(at, 3, 'Shift+ArrowRight')
    await at.press('F6')
    await at.press('ArrowRight')
    await times(at, 12, 'Shift+ArrowRight')
    await at.press('F7')
    await at.page.getByLabel('文本', { exact: true }).evaluate((box) => box.scrollIntoView({ block: 'start' }))
    await picture('91-保密审查-录入文本')
    await at.press('F9')
    await stateIs(at, '草稿')
  })
}

const compared = async (stage: Stage) => {
  const { step, hand, picture } = stage
  await step('保密审查', '核对审查文本和公开文本', async (at) => {
    await at.press('Control+b')
    await at.page.locator('.review-compare').waitFor()
    await picture('92-保密审查-审查文本')
  })
  await step('保密审查', '打印审查用文本', async (at) => {
    await at.press('F8')
    await at.page.locator('[data-complete]').waitFor()
    await picture('93-审查用文本-打印预览')
    await at.press('Escape')
  })
  await lock(hand)
}

/** Begins and ends with nobody signed in. */
export const reviewText = async (stage: Stage): Promise<void> => {
  for (const part of [allowed, marked, compared]) await part(stage)
}
