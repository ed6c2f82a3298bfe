/** 清退销毁: a batch listed, counted twice, approved, sent and destroyed under two witnesses; its list on paper. */
import { byKey, countersign, cursorIn, stateIs, toDesk, typed } from '../acts.ts'
import { type Person, staff } from '../cast.ts'
import type { Hand } from '../hand.ts'
import type { Stage } from '../stage.ts'
import { FINISHED } from './keeping.ts'

const { officer, officeHead, deputyLeader, reader, secondReader } = staff
const GOING = [FINISHED[1], FINISHED[2]]

/** Each number and its pages; the last Enter does it. */
const count = async (hand: Hand) => {
  await byKey(hand, 'F4')
  for (const number of GOING) {
    await typed(hand, '清点编号', number)
    await typed(hand, `${number} 页数`, '3')
  }
  await cursorIn(hand, '清点编号')
  await hand.press('Enter')
}

const readied = async ({ step, hand }: Stage) => {
  await hand.click(hand.page.getByRole('tab', { name: '销毁' }))
  await step('清退销毁', '拟制销毁清单：两份', async (at) => {
    await byKey(at, 'F7')
    for (const number of GOING) {
      await typed(at, '加入份', number)
      await at.page.locator('.chosen', { hasText: number }).waitFor()
    }
    await at.press('Enter')
    await cursorIn(at, '原因')
    await at.type('已办结，不需留存')
    await at.press('F9')
    await stateIs(at, '拟制')
  })
  await step('清退销毁', '逐份清点页数，韩综复核', async (at) => {
    await count(at)
    await stateIs(at, '清点复核')
    await count(at)
    await countersign(at, officeHead)
    await stateIs(at, '审批')
  })
  await step('清退销毁', '王管当场审批', async (at) => {
    await byKey(at, 'F6')
    await typed(at, '意见', '同意销毁。')
    await countersign(at, deputyLeader)
    await stateIs(at, '待送')
  })
}

const witness = async (hand: Hand, who: Person) => {
  await typed(hand, '姓名', who.name)
  await typed(hand, '本人口令', who.password)
}

const destroyed = async ({ step, hand, picture }: Stage) => {
  await step('清退销毁', '送销，李保、韩综押运', async (at) => {
    await byKey(at, 'F7')
    await typed(at, '送销单位', '青禾市涉密载体销毁中心')
    await cursorIn(at, '押运人')
    await at.type(`${officer.name}、${officeHead.name}`)
    await at.press('F9')
    await stateIs(at, '监销')
  })
  await step('清退销毁', '周阅、吴阅监销，登记销毁', async (at) => {
    await byKey(at, 'F9')
    await typed(at, '销毁人', '严销')
    await cursorIn(at, '回执号')
    await at.type('销回〔2026〕12号')
    await at.press('F9')
    await witness(at, reader)
    await at.page.getByRole('dialog').getByText('第二名监销人').waitFor()
    await picture('64-清退销毁-监销签字')
    await witness(at, secondReader)
    await stateIs(at, '完成')
  })
  await picture('65-清退销毁-销毁完成')
  await step('清退销毁', '预览销毁清单', async (at) => {
    await byKey(at, 'F8')
    await at.page.locator('[data-complete]').waitFor()
  })
  await picture('66-销毁清单-打印预览')
  await hand.press('Escape')
}

/** Begins and ends with the officer signed in; needs what `keeping` put into the box. */
export const disposal = async (stage: Stage): Promise<void> => {
  await toDesk(stage.hand, '清退销毁')
  await readied(stage)
  await destroyed(stage)
}
