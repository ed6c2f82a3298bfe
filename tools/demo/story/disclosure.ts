/** 依申请公开: an application handed in, split in two, one part answered with where it stands already, the other extended; approved, printed, given out. */
import { begin, byKey, chosen, cursorIn, lock, picked, stateIs, toDesk, typed } from '../acts.ts'
import { receiveApplication } from '../openness-acts.ts'
import { staff } from '../cast.ts'
import type { Hand } from '../hand.ts'
import { comesIn, type Stage } from '../stage.ts'

const { section, groupLeader, officeHead } = staff
const NUMBER = '申请〔2026〕0001'
const DAY = '20260313'

const opened = async (hand: Hand) => {
  await toDesk(hand, '依申请公开')
  await hand.click(hand.page.getByText(NUMBER).first())
  await hand.page.getByRole('heading', { name: NUMBER }).waitFor()
}

const received = async (stage: Stage) => {
  const { step, hand, picture } = stage
  await comesIn(stage, '2026-03-13T09:46:00+08:00', officeHead)
  await toDesk(hand, '依申请公开')
  await step('依申请公开', '收到当面提交的申请', async (at) => {
    await receiveApplication(at, {
      ...{ name: '申请人甲', identity: 'QH-0000-0001', telephone: '000-0000', address: '青禾市示范路1号' },
      ...{ content: '一、示范中心春季接种安排\n二、接种点调整的论证材料', day: DAY },
    })
    await picture('83-依申请公开-收到申请')
    await at.press('F9')
    await stateIs(at, '收到')
  })
  await step('依申请公开', '登记，分为两项，由陈科承办', async (at) => {
    await begin(at, '登记', 'F4')
    await cursorIn(at, '承办人')
    await at.press('Shift+Tab')
    await at.press('Control+A')
    await typed(at, '内容', '示范中心春季接种安排')
    await chosen(at, '承办人', section.name)
    await at.press('F7')
    await typed(at, '内容', '接种点调整的论证材料')
    await chosen(at, '承办人', section.name)
    await picture('84-依申请公开-登记')
    await at.press('F9')
    await stateIs(at, '已登记')
  })
  await lock(hand)
}

const drafted = async (stage: Stage) => {
  const { step, hand, picture } = stage
  await comesIn(stage, '2026-03-13T09:50:00+08:00', section)
  await opened(hand)
  await step('依申请公开', '第一项已经主动公开，拟答复告知途径', async (at) => {
    await begin(at, '拟答复', 'F4')
    await picked(at, 'row', 1)
    await picked(at, 'kinds.open', 1)
    await typed(at, '方式和途径', '本单位网站“公告”栏，青疾控公〔2026〕4号')
    await picture('85-依申请公开-拟答复')
    await at.press('F9')
    await at.page.getByText('等待组长批准').waitFor()
  })
  await step('依申请公开', '第二项申请延期', async (at) => {
    await at.press('2')
    await begin(at, '申请延期', 'F6')
    await typed(at, '延长', '20')
    await typed(at, '理由', '论证材料需要向原经办单位核对')
    await at.page.getByText('等待领导批准').waitFor()
  })
  await lock(hand)
}

const approved = async (stage: Stage) => {
  const { step, hand, picture } = stage
  await comesIn(stage, '2026-03-13T09:54:00+08:00', groupLeader)
  await opened(hand)
  await step('依申请公开', '赵组批准答复', async (at) => {
    await begin(at, '批准答复', 'F6')
    await picked(at, 'agree', 1)
    await picture('86-依申请公开-批准答复')
    await at.press('F9')
    await at.page.getByText('政府信息公开申请答复书').waitFor()
  })
  await step('依申请公开', '赵组批准延期', async (at) => {
    await at.press('2')
    await begin(at, '批准延期', 'F6')
    await picked(at, 'agree', 1)
    await at.press('F9')
    await at.page.getByText('延期答复告知书').waitFor()
  })
  await lock(hand)
}

const given = async (stage: Stage) => {
  const { step, hand, picture } = stage
  await comesIn(stage, '2026-03-13T09:58:00+08:00', officeHead)
  await opened(hand)
  await step('依申请公开', '打印答复书', async (at) => {
    await at.click(at.page.locator('.record li', { hasText: '答复书' }).getByRole('button', { name: '打印', exact: true }))
    await at.page.locator('[data-complete]').waitFor()
  })
  await picture('87-答复书-打印预览')
  await hand.press('Escape')
  await step('依申请公开', '当面领取，登记送达', async (at) => {
    await begin(at, '送达登记', 'F9')
    await chosen(at, '函件', '公开函〔2026〕0001')
    await at.press('Enter')
    await picked(at, 'how', 1)
    await cursorIn(at, '送达日期')
    await at.whole(DAY)
    await at.type('本人签收')
    await at.press('F9')
    await at.page.getByText('当面领取　本人签收').waitFor()
  })
  await hand.press('Escape')
  await opened(hand)
  await picture('88-依申请公开-一件申请')
  await step('依申请公开', '打印申请登记表', async (at) => {
    await byKey(at, 'F8')
    await at.page.locator('[data-complete]').waitFor()
  })
  await picture('89-申请登记表-打印预览')
  await hand.press('Escape')
  await lock(hand)
}

/** Begins and ends with nobody signed in. */
export const disclosure = async (stage: Stage): Promise<void> => {
  for (const part of [received, drafted, approved, given]) await part(stage)
}
