/** Copies of a classified paper: asked for, opined on, approved for fewer, made, issued against signatures, one taken back; the sheet and the ledger. */
import { begin, cursorIn, lineOf, lock, savePaper, signInPlace, stateIs, toDesk, typed } from '../acts.ts'
import { staff } from '../cast.ts'
import type { Hand } from '../hand.ts'
import { comesIn, type Stage } from '../stage.ts'

const { officer, reader, secondReader, section, officeHead, deputyLeader } = staff
const REQUEST = '复制〔2026〕0001'

/** From 今日: the act that the request waits for. */
const fromToday = (hand: Hand, act: string) => hand.click(lineOf(hand, REQUEST).getByRole('button', { name: act }))

const asked = async (stage: Stage) => {
  const { step, hand, picture } = stage
  await comesIn(stage, '2026-03-11T08:40:00+08:00', officer)
  await toDesk(hand, '复制')
  await step('复制', '代陈科申请复制会议纪要三份', async (at) => {
    await at.press('F7')
    await cursorIn(at, '原件')
    await at.type('密收〔2026〕0002')
    await at.page.locator('.ant-select-item-option', { hasText: '密收〔2026〕0002' }).first().waitFor()
    await at.press('Enter')
    await at.click(at.page.getByRole('combobox', { name: '申请人' }))
    await typed(at, '申请人', section.name)
    await at.page.getByLabel('申请份数').focus()
    await typed(at, '申请份数', '3')
    await typed(at, '用途', '两科现场核查时对照')
    await cursorIn(at, '分发对象')
    await at.type(`${reader.name}、${secondReader.name}、`)
    await at.press('Tab')
    await cursorIn(at, '复制地点')
    await picture('46-复制-申请复制')
    await at.press('F9')
    await stateIs(at, '待部门')
  })
  await lock(hand)
}

const approved = async (stage: Stage) => {
  const { step, hand, picture } = stage
  await comesIn(stage, '2026-03-11T08:43:00+08:00', officeHead)
  await step('复制', '韩综签署部门意见', async (at) => {
    await fromToday(at, '签意见')
    await typed(at, '意见', '情况属实。')
    await stateIs(at, '待领导')
  })
  await lock(hand)
  await comesIn(stage, '2026-03-11T08:46:00+08:00', deputyLeader)
  await step('复制', '王管审批：批准两份', async (at) => {
    await fromToday(at, '审批')
    await cursorIn(at, '批准份数')
    await at.type('2')
    await at.page.getByLabel('意见').fill('两份足够，用毕即还。')
    await picture('47-复制-分管领导审批')
    await at.press('F9')
    await stateIs(at, '批准')
  })
  await lock(hand)
}

const madeAndIssued = async (stage: Stage) => {
  const { step, picture } = stage
  await comesIn(stage, '2026-03-11T08:50:00+08:00', officer)
  await step('复制', '复制登记：两份编号、加盖戳记', async (at) => {
    await fromToday(at, '复制登记')
    await at.page.getByRole('checkbox', { name: '各份都已加盖戳记' }).focus()
    await at.press('Space')
    await at.press('F9')
    await stateIs(at, '已复制')
  })
  await step('复制', '周阅当场签字领取一份', async (at) => {
    await begin(at, '发放复制件', 'F4')
    await cursorIn(at, '本人口令')
    await picture('48-复制-发放')
    await signInPlace(at, reader.password)
    await stateIs(at, '已发放')
  })
  await step('复制', '吴阅当场签字领取一份', async (at) => {
    await begin(at, '发放复制件', 'F4')
    await signInPlace(at, secondReader.password)
    await at.page.getByText('在外 2 份').waitFor()
  })
}

const takenBack = async (stage: Stage) => {
  const { step, hand, picture } = stage
  await stage.clock('2026-03-11T08:57:00+08:00')
  await step('复制', '按编号收回周阅的一份，本人签字归还', async (at) => {
    await begin(at, '收回复制件', 'F7')
    await typed(at, '扫描或输入编号', '0002-复-0001')
    await at.page.getByText('已核 1 / 1 份').waitFor()
    await picture('49-复制-收回核对')
    await at.button('本人签字 Enter')
    await signInPlace(at, reader.password)
    await at.page.getByText('在外 1 份').waitFor()
  })
  await picture('50-复制-复制申请')
  await step('复制', '打印复制审批单（PDF）', async (at) => {
    await begin(at, '打印复制审批单', 'F8')
    await at.page.locator('[data-complete]').waitFor()
    await picture('51-复制审批单-打印预览')
    await savePaper(at)
  })
  await hand.press('Escape')
  await hand.page.locator('.record').waitFor({ state: 'detached' })
  await step('复制', '打印复制件台账（PDF）', async (at) => {
    await at.press('F8')
    await at.page.getByRole('button', { name: '预览 Enter' }).waitFor()
    await at.press('Enter')
    await at.page.locator('[data-complete]').waitFor()
    await picture('52-复制件台账-打印预览')
    await savePaper(at)
  })
  await lock(hand)
}

/** One request from the paper on the desk to a copy that came back. Begins and ends with nobody signed in; one copy stays out. */
export const reproduction = async (stage: Stage): Promise<void> => {
  await asked(stage)
  await approved(stage)
  await madeAndIssued(stage)
  await takenBack(stage)
}
