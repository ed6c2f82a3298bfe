/** A 汇编 of two papers: asked for, opined on, approved, made; from then on a paper of its own. */
import { cursorIn, lineOf, lock, stateIs, toDesk, typed } from '../acts.ts'
import { staff } from '../cast.ts'
import type { Hand } from '../hand.ts'
import { comesIn, type Stage } from '../stage.ts'

const { officer, reader, secondReader, officeHead, deputyLeader } = staff
const REQUEST = '复制〔2026〕0002'

/** Chooses the original that a part of its number offers, in the box where the cursor is. */
const choose = async (hand: Hand, number: string) => {
  await hand.type(number)
  await hand.page.locator('.ant-select-item-option', { hasText: number }).first().waitFor()
  await hand.press('Enter')
}

/** From 今日: the act that the request waits for. */
const fromToday = (hand: Hand, act: string) => hand.click(lineOf(hand, REQUEST).getByRole('button', { name: act }))

const asked = async (stage: Stage) => {
  const { step, hand, picture } = stage
  await comesIn(stage, '2026-03-13T09:00:00+08:00', officer)
  await toDesk(hand, '复制')
  await step('复制', '代吴阅申请把两份文件汇编成一件', async (at) => {
    await at.press('F7')
    await cursorIn(at, '原件')
    await choose(at, '密收〔2026〕0002')
    await at.page.getByRole('radio', { name: '汇编' }).check()
    await at.page.getByRole('combobox', { name: '其他原件' }).focus()
    await choose(at, '密收〔2026〕0003')
    await at.page.getByRole('combobox', { name: '申请人' }).focus()
    await typed(at, '申请人', secondReader.name)
    await at.page.getByLabel('汇编标题').focus()
    await typed(at, '汇编标题', '示范工作要点汇编')
    await at.page.getByLabel('申请份数').focus()
    await typed(at, '申请份数', '2')
    await typed(at, '用途', '科室办理时查用')
    await cursorIn(at, '分发对象')
    await at.type(`${reader.name}、`)
    await at.press('Tab')
    await cursorIn(at, '复制地点')
    await picture('74-复制-申请汇编')
    await at.press('F9')
    await stateIs(at, '待部门')
  })
  await lock(hand)
}

const approved = async (stage: Stage) => {
  await comesIn(stage, '2026-03-13T09:02:00+08:00', officeHead)
  await stage.step('复制', '韩综签署部门意见', async (at) => {
    await fromToday(at, '签意见')
    await typed(at, '意见', '情况属实。')
    await stateIs(at, '待领导')
  })
  await lock(stage.hand)
  await comesIn(stage, '2026-03-13T09:04:00+08:00', deputyLeader)
  await stage.step('复制', '王管审批汇编', async (at) => {
    await fromToday(at, '审批')
    await cursorIn(at, '批准份数')
    await at.press('F9')
    await stateIs(at, '批准')
  })
  await lock(stage.hand)
}

const made = async (stage: Stage) => {
  const { step, hand, picture } = stage
  await comesIn(stage, '2026-03-13T09:06:00+08:00', officer)
  await step('复制', '登记汇编：最高密级、最长期限', async (at) => {
    await fromToday(at, '复制登记')
    await at.page.getByRole('checkbox', { name: '各份都已加盖戳记' }).focus()
    await at.press('Space')
    await at.press('F9')
    await stateIs(at, '已复制')
  })
  await step('复制', '打开汇编件', async (at) => {
    await at.click(at.page.locator('.record').getByRole('link', { name: /^密编/ }))
    await at.page.locator('.record').getByText('汇编来源').waitFor()
  })
  await picture('75-收文登记-汇编')
  await lock(hand)
}

/** Begins and ends with nobody signed in. */
export const compilation = async (stage: Stage): Promise<void> => {
  await asked(stage)
  await approved(stage)
  await made(stage)
}
