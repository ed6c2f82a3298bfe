/** A folder goes round: handed out, signed, taken back, one copy short and found, late once, closed. */
import { cursorIn, handOut, lineOf, lock, newSheet, savePaper, signIn, signRead, takeBack, toDesk, whoHolds } from '../acts.ts'
import { staff } from '../cast.ts'
import type { Stage } from '../stage.ts'

const { officer, reader, secondReader, groupLeader, section } = staff
const FOLDER = '夹03'

const sent = async (stage: Stage) => {
  const { step, hand, picture, clock } = stage
  await toDesk(hand, '传阅')
  const sheet = { folder: FOLDER, copies: ['密收〔2026〕0001-01', '密收〔2026〕0002', '内收〔2026〕0001'], proposal: '请有关领导和科室阅。' }
  await step('传阅', '拟制并核定传阅单：三份，周阅、吴阅', (at) => newSheet(at, { ...sheet, readers: [reader.name, secondReader.name] }))
  await picture('16-传阅-传阅单')
  await toDesk(hand, '今日')
  await clock('2026-03-10T08:49:00+08:00')
  await step('今日', '送周阅，当场设定本人口令并签收', async (at) => {
    await at.click(lineOf(at, FOLDER).getByRole('button', { name: '送阅' }))
    await cursorIn(at, '本人口令')
    await at.type(reader.initial)
    await at.press('Enter')
    await cursorIn(at, '新口令')
    await picture('17-传阅-当场签收')
    await at.type(reader.password)
    await at.press('Tab')
    await at.type(reader.password)
    await at.press('Enter')
    await at.page.getByRole('dialog').waitFor({ state: 'detached' })
  })
  await picture('18-传阅-不得横传')
}

const short = async (stage: Stage) => {
  const { step, hand, picture, clock } = stage
  await lock(hand)
  await clock('2026-03-10T10:05:00+08:00')
  await signIn(hand, officer.name, officer.password)
  await step('今日', '周阅当场阅签', (at) => signRead(at, FOLDER, reader.password))
  await toDesk(hand, '今日')
  await step('传阅', '收回时缺一份，登记短少', async (at) => {
    await at.click(lineOf(at, FOLDER).getByRole('button', { name: '收回' }))
    await cursorIn(at, '扫描或输入编号')
    for (const number of ['0001-01', '密收[2026]0002']) {
      await at.type(number)
      await at.press('Enter')
    }
    await at.page.getByText('已核 2 / 3 份').waitFor()
    await picture('19-传阅-收回核对')
    await at.button('缺 1 份，登记短少')
    await at.page.getByLabel('情况说明').waitFor()
    for (const number of ['0001-01', '密收[2026]0002']) {
      await at.type(number)
      await at.press('Enter')
    }
    await at.page.getByLabel('情况说明').fill('周阅称夹在会议材料中，当即查找')
    await at.button('登记短少 Enter')
    await at.page.getByText('短少〔2026〕0001').first().waitFor()
  })
  await picture('20-传阅-短少待查')
  await step('传阅', '短少查清，继续传阅', async (at) => {
    await at.click(at.page.getByRole('button', { name: /^短少查清/ }))
    await cursorIn(at, '扫描或输入编号')
    await at.press('F9')
    await at.page.getByLabel('查清情况').fill('当场找回，页数完整')
    await at.button('查清 Enter')
    await at.page.getByRole('dialog').waitFor({ state: 'detached' })
  })
}

const late = async (stage: Stage) => {
  const { step, hand, picture, clock } = stage
  await toDesk(hand, '今日')
  await step('今日', '送吴阅，当场设定本人口令并签收', (at) => handOut(at, FOLDER, secondReader.initial, secondReader.password))
  await lock(hand)
  await clock('2026-03-10T17:30:00+08:00')
  await step('登录', '李保下班前登录', (at) => signIn(at, officer.name, officer.password))
  await picture('21-今日-当日未退')
  await step('今日', '收班，夹03未收回，写明原因', async (at) => {
    await at.press('F8')
    await cursorIn(at, '未收回的原因')
    await at.type('吴阅在市里开会，明早上班即收回')
    await picture('45-今日-收班')
    await at.press('Enter')
    await at.page.getByText('已收班').waitFor()
  })
  await lock(hand)
  await clock('2026-03-11T08:30:00+08:00')
  await signIn(hand, officer.name, officer.password)
  await picture('22-今日-次日仍未退')
  await step('今日', '谁拿着夹03', (at) => whoHolds(at, FOLDER))
  await hand.press('Escape')
  await step('今日', '吴阅当场阅签', (at) => signRead(at, FOLDER, secondReader.password))
  await toDesk(hand, '今日')
  await step('今日', '收回核对：三份齐全', (at) => takeBack(at, FOLDER))
  await toDesk(hand, '今日')
  await step('今日', '传阅办结', async (at) => {
    await at.click(lineOf(at, FOLDER).getByRole('button', { name: '办结' }))
    await cursorIn(at, '办理结果')
    await at.press('Enter')
    await at.page.locator('.record-state', { hasText: '办结' }).waitFor()
  })
  await picture('23-传阅-办结')
  await step('传阅', '打印传阅单（PDF）', async (at) => {
    await at.press('F8')
    await at.page.locator('[data-complete]').waitFor()
    await picture('24-传阅单-打印预览')
    await savePaper(at)
  })
}

const widened = async (stage: Stage) => {
  const { step, hand, picture } = stage
  await toDesk(hand, '收文登记')
  await hand.click(hand.page.getByText('示范项目专题会议纪要'))
  await hand.page.getByRole('heading', { name: '密收〔2026〕0002' }).waitFor()
  await step('收文登记', '申请扩大知悉范围', async (at) => {
    await at.press('F7')
    await cursorIn(at, '增加知悉人员')
    await at.type(`${section.name}、`)
    await at.page.getByLabel('理由').fill('业务一科协办，需要阅知')
    await at.press('F9')
    await at.page.locator('.document-act').waitFor({ state: 'detached' })
  })
  await picture('25-收文登记-文件与各份去向')
  await lock(hand)
  await step('登录', '赵组登录', (at) => signIn(at, groupLeader.name, groupLeader.password))
  await picture('26-今日-待我审批')
  await step('传阅', '审批扩大知悉范围', async (at) => {
    await at.button('审批')
    await cursorIn(at, '意见')
    await at.type('同意，限本科室陈科一人。')
    await at.press('Enter')
    await at.page.getByRole('dialog').waitFor({ state: 'detached' })
    await toDesk(at, '传阅')
    await at.click(at.page.getByRole('tab', { name: '扩大知悉范围' }))
    await at.page.getByText('批准　赵组').waitFor()
  })
  await picture('27-传阅-扩大知悉范围')
  await lock(hand)
}

/** One folder's round and what comes with it. Begins with the officer at 今日, ends with nobody signed in. */
export const circulation = async (stage: Stage): Promise<void> => {
  await sent(stage)
  await short(stage)
  await late(stage)
  await widened(stage)
}
