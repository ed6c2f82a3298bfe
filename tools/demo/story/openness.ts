/** 主动公开 and 年报评估: what was released is listed in the 公开目录 and printed; the year's table of applications with its checks. */
import { byKey, chosen, cursorIn, lock, stateIs, toDesk, typed } from '../acts.ts'
import { staff } from '../cast.ts'
import { comesIn, type Stage } from '../stage.ts'

const listed = async (stage: Stage) => {
  const { step, hand, picture } = stage
  await comesIn(stage, '2026-03-13T10:02:00+08:00', staff.section)
  await toDesk(hand, '主动公开')
  await step('主动公开', '列入公开目录，关联审查', async (at) => {
    await byKey(at, 'F7')
    await typed(at, '信息名称', '示范中心春季接种安排公告')
    await chosen(at, '目录类别', '公告')
    await at.press('Enter')
    await cursorIn(at, '产生日期')
    await at.whole('20260312')
    await cursorIn(at, '公开方式')
    await at.type('网站、')
    await at.press('Enter')
    await chosen(at, '保密审查', '0001')
    await picture('94-主动公开-列入目录')
    await at.press('F9')
    await stateIs(at, '已公开')
  })
  await picture('95-主动公开-一条目录')
  await lock(hand)
}

const reported = async (stage: Stage) => {
  const { step, hand, picture } = stage
  await comesIn(stage, '2026-03-13T10:06:00+08:00', staff.officeHead)
  await toDesk(hand, '主动公开')
  await step('主动公开', '打印公开目录', async (at) => {
    await byKey(at, 'F8')
    await at.press('F9')
    await at.page.locator('[data-complete]').waitFor()
  })
  await picture('96-公开目录-打印预览')
  await hand.press('Escape')
  await toDesk(hand, '依申请公开')
  await step('依申请公开', '查看年报表', async (at) => {
    await at.page.getByRole('tab', { name: '申请', exact: true }).focus()
    for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await at.press(key)
    await at.page.getByRole('table', { name: '收到和处理政府信息公开申请情况' }).waitFor()
  })
  await picture('97-依申请公开-年报评估')
  await lock(hand)
}

/** Begins and ends with nobody signed in. */
export const openness = async (stage: Stage): Promise<void> => {
  for (const part of [listed, reported]) await part(stage)
}
