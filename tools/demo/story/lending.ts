/** A loan and a visit to the reading room: asked for, approved for an earlier day, lent and given back against both signatures; read in the 档案室; what is out, on paper. */
import { begin, cursorIn, lineOf, lock, savePaper, signInPlace, stateIs, toDesk, typed } from '../acts.ts'
import { staff } from '../cast.ts'
import type { Hand } from '../hand.ts'
import { comesIn, type Stage } from '../stage.ts'

const { officer, reader, secondReader, officeHead } = staff
const PAPER = '密收〔2026〕0002'
const LOAN = '借用〔2026〕0001'

const fromToday = (hand: Hand, act: string) => hand.click(lineOf(hand, LOAN).getByRole('button', { name: act }))

const asked = async (stage: Stage) => {
  const { step, hand, picture } = stage
  await comesIn(stage, '2026-03-11T09:00:00+08:00', officer)
  await toDesk(hand, '查阅借用')
  await step('查阅借用', '代吴阅申请借用会议纪要', async (at) => {
    await at.press('F7')
    await typed(at, '借用人', secondReader.name)
    await at.press('Enter')
    await cursorIn(at, '文件（份）')
    await at.type(PAPER)
    await at.page.locator('.ant-select-item-option', { hasText: PAPER }).first().waitFor()
    await at.press('Enter')
    await at.press('Enter')
    await typed(at, '事由', '起草贯彻意见时对照')
    await typed(at, '使用地点', '保密')
    await picture('53-查阅借用-申请借用')
    await at.press('F9')
    await stateIs(at, '待审批')
  })
  await lock(hand)
  await comesIn(stage, '2026-03-11T09:03:00+08:00', officeHead)
  await step('查阅借用', '韩综审批借用：提前到两天后还', async (at) => {
    await fromToday(at, '审批')
    await cursorIn(at, '应还')
    await at.press('Control+a')
    await at.type('20260313')
    await at.page.getByLabel('意见').fill('用毕即还。')
    await picture('54-查阅借用-综办负责人审批')
    await at.press('F9')
    await stateIs(at, '批准')
  })
  await lock(hand)
}

const lentAndBack = async (stage: Stage) => {
  const { step, hand, picture } = stage
  await comesIn(stage, '2026-03-11T09:05:00+08:00', officer)
  await step('查阅借用', '借出，吴阅当场签字', async (at) => {
    await fromToday(at, '借出')
    await cursorIn(at, '本人口令')
    await picture('55-查阅借用-借出')
    await signInPlace(at, secondReader.password)
    await stateIs(at, '借出')
  })
  await hand.press('Escape')
  await hand.page.locator('.record').waitFor({ state: 'detached' })
  await step('查阅借用', '打印在外清单（PDF）', async (at) => {
    await at.press('F8')
    await at.page.locator('[data-complete]').waitFor()
    await picture('56-在外清单-打印预览')
    await savePaper(at)
  })
  await stage.clock('2026-03-11T09:10:00+08:00')
  await hand.page.locator('.list').focus()
  await hand.press('ArrowDown')
  await hand.press('Enter')
  await step('查阅借用', '按编号归还，吴阅本人签字', async (at) => {
    await begin(at, '归还', 'F7')
    await typed(at, '扫描或输入编号', PAPER)
    await picture('57-查阅借用-归还核对')
    await at.press('Enter')
    await signInPlace(at, secondReader.password)
    await stateIs(at, '已归还')
  })
  await picture('58-查阅借用-一件借用')
  await step('查阅借用', '打印借用审批单（PDF）', async (at) => {
    await begin(at, '打印借用审批单', 'F8')
    await at.page.locator('[data-complete]').waitFor()
    await picture('59-借用审批单-打印预览')
    await savePaper(at)
  })
}

const consulted = async (stage: Stage) => {
  const { step, hand, picture } = stage
  await stage.clock('2026-03-11T09:14:00+08:00')
  await hand.click(hand.page.getByRole('tab', { name: '查阅登记' }))
  await step('查阅借用', '周阅到档案室查阅，当场签收', async (at) => {
    await begin(at, '查阅登记', 'F7')
    await typed(at, '查阅人', reader.name)
    await at.press('Enter')
    await typed(at, '加入份', PAPER)
    await at.page.getByText('共 1 份').waitFor()
    await at.press('Enter')
    await cursorIn(at, '事由')
    await at.type('核对数据')
    await picture('60-查阅借用-查阅登记')
    await at.press('F9')
    await signInPlace(at, reader.password)
    await stateIs(at, '正在查阅')
  })
  await stage.clock('2026-03-11T09:18:00+08:00')
  await step('查阅借用', '查阅归还，一份不少', async (at) => {
    await begin(at, '查阅归还', 'F7')
    await cursorIn(at, '扫描或输入编号')
    await at.press('F9')
    await at.press('Enter')
    await signInPlace(at, reader.password)
    await stateIs(at, '查阅完毕')
  })
  await picture('61-查阅借用-一次查阅')
  await lock(hand)
}

/** One loan and one visit from beginning to end. Begins and ends with nobody signed in; everything is back in the box. */
export const lending = async (stage: Stage): Promise<void> => {
  await asked(stage)
  await lentAndBack(stage)
  await consulted(stage)
}
