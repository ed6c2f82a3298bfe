/** 归档清点: what is finished goes into its box, and the box is counted. */
import { byKey, countersign, cursorIn, stateIs, toDesk, typed } from '../acts.ts'
import { staff } from '../cast.ts'
import type { Stage } from '../stage.ts'

export const FINISHED = ['密收〔2026〕0001-01', '密收〔2026〕0001-02', '内收〔2026〕0001'] as const

const finished = async ({ step, hand }: Stage) => {
  for (const [number, title] of [
    ['密收〔2026〕0001', '关于开展2026年春季示范检查工作的通知'],
    ['内收〔2026〕0001', '关于调整重点时段值班安排的函'],
  ] as const) {
    await hand.click(hand.page.getByText(title))
    await hand.page.getByRole('heading', { name: number }).waitFor()
    await step('收文登记', `${number}办结`, async (at) => {
      await byKey(at, 'F9')
      await cursorIn(at, '办理结果')
      await at.type('已传阅，存档备查')
      await at.press('F9')
      await stateIs(at, '办结')
    })
    await hand.press('Escape')
  }
}

const stored = async ({ step, picture }: Stage) => {
  await step('归档清点', '登记保密箱箱01，办结的三份入箱', async (at) => {
    await byKey(at, 'F7')
    await typed(at, '箱号', '箱01')
    await typed(at, '柜', '甲柜')
    await typed(at, '层', '一层')
    await typed(at, '专管人', staff.officer.name)
    await at.press('Enter')
    await at.page.locator('.record-head', { hasText: '箱01' }).waitFor()
    await byKey(at, 'F4')
    for (const number of FINISHED) await typed(at, '扫描或输入编号', number)
    await at.press('Enter')
    await at.page.locator('.record', { hasText: '箱内3 份' }).waitFor()
  })
  await picture('62-归档清点-保密箱')
}

const counted = async ({ step, hand, picture }: Stage) => {
  await hand.click(hand.page.getByRole('tab', { name: '清点' }))
  await step('归档清点', '按箱清点，账实相符，韩综监点', async (at) => {
    await byKey(at, 'F7')
    await typed(at, '事由', '季度抽查')
    await typed(at, '清点的箱', '箱01')
    await at.press('Enter')
    for (const number of FINISHED) await typed(at, '扫描或输入编号', number)
    await at.page.getByText('已点 3 / 3 份').waitFor()
    await picture('63-归档清点-点实')
    await at.press('Enter')
    await byKey(at, 'F9')
    await at.page.locator('button:focus', { hasText: '监点人签字' }).waitFor()
    await at.press('Enter')
    await countersign(at, staff.officeHead)
    await stateIs(at, '完成')
  })
}

/** Begins and ends with the officer signed in; three copies lie in 箱01. */
export const keeping = async (stage: Stage): Promise<void> => {
  await toDesk(stage.hand, '收文登记')
  await finished(stage)
  await toDesk(stage.hand, '归档清点')
  await stored(stage)
  await counted(stage)
}
