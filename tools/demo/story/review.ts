/** 保密审查: a text filed, opined on, examined and determined by three persons, made public; the sheet and the month on paper. */
import { begin, byKey, cursorIn, lineOf, lock, picked, stateIs, toDesk, typed } from '../acts.ts'
import { checked, fileReview } from '../openness-acts.ts'
import { staff } from '../cast.ts'
import type { Hand } from '../hand.ts'
import { comesIn, type Stage } from '../stage.ts'

const { section, reviewer, groupLeader, officer } = staff
const CASE = '审查〔2026〕0001'

/** From 今日: the act that the case waits for. */
const fromToday = (hand: Hand, act: string) => hand.click(lineOf(hand, CASE).getByRole('button', { name: act, exact: true }))

const filed = async (stage: Stage) => {
  const { step, hand, picture } = stage
  await comesIn(stage, '2026-03-13T09:20:00+08:00', section)
  await toDesk(hand, '保密审查')
  await step('保密审查', '提交审查一件公告', async (at) => {
    await fileReview(at, { unit: '业务一科', title: '关于示范中心春季接种安排的公告', symbol: '青疾控公〔2026〕4号', audience: '社会公众' })
    await picture('76-保密审查-提交审查')
    await at.press('F9')
    await stateIs(at, '草稿')
  })
  await step('保密审查', '逐项审查，陈科签署科室意见', async (at) => {
    await begin(at, '签署科室审查意见', 'F4')
    await checked(at)
    await picked(at, 'proposal', 1)
    await cursorIn(at, '理由')
    await at.type('不涉密，群众需要知晓')
    await picture('77-保密审查-科室意见')
    await at.press('F9')
    await stateIs(at, '待小组审核')
  })
  await lock(hand)
}

const decided = async (stage: Stage) => {
  const { step, hand, picture } = stage
  await comesIn(stage, '2026-03-13T09:24:00+08:00', reviewer)
  await step('保密审查', '孙审审核', async (at) => {
    await fromToday(at, '审核')
    await picked(at, 'agree', 1)
    await cursorIn(at, '意见')
    await at.press('F9')
    await stateIs(at, '待组长确定')
  })
  await lock(hand)
  await comesIn(stage, '2026-03-13T09:26:00+08:00', groupLeader)
  await step('保密审查', '赵组确定为可公开', async (at) => {
    await fromToday(at, '确定')
    await picked(at, 'outcome', 1)
    await cursorIn(at, '理由')
    await picture('78-保密审查-组长确定')
    await at.press('F9')
    await stateIs(at, '可公开')
  })
  await lock(hand)
}

const released = async (stage: Stage) => {
  const { step, hand, picture } = stage
  await comesIn(stage, '2026-03-13T09:28:00+08:00', section)
  await step('保密审查', '发布登记', async (at) => {
    await fromToday(at, '发布登记')
    await picked(at, 'channel', 1)
    await typed(at, '何处', '本单位网站“公告”栏')
    await cursorIn(at, '发布日期')
    await at.type('20260313')
    await at.press('F9')
    await stateIs(at, '已发布')
  })
  await picture('79-保密审查-一件审查')
  await lock(hand)
}

const printed = async (stage: Stage) => {
  const { step, hand, picture } = stage
  await comesIn(stage, '2026-03-13T09:30:00+08:00', officer)
  await toDesk(hand, '保密审查')
  await step('保密审查', '打印审查汇总表', async (at) => {
    await byKey(at, 'F8')
    await at.page.getByRole('button', { name: '预览 Enter' }).waitFor()
    await at.press('F9')
    await at.page.locator('[data-complete]').waitFor()
  })
  await picture('80-审查汇总表-打印预览')
  await hand.press('Escape')
  await step('保密审查', '打印保密审查表', async (at) => {
    await at.click(at.page.getByText(CASE))
    await begin(at, '打印保密审查表', 'F8')
    await at.page.locator('[data-complete]').waitFor()
  })
  await picture('81-保密审查表-打印预览')
  await hand.press('Escape')
  await lock(hand)
}

/** Begins and ends with nobody signed in. */
export const review = async (stage: Stage): Promise<void> => {
  for (const part of [filed, decided, released, printed]) await part(stage)
}
