/** The morning post: papers of every kind signed in and registered; what the rules forbid is refused. */
import { fillRegistration, leaveForm, type Paper, register, savePaper, sendRegistration, signIn, signInPlace, toDesk, whoHolds } from '../acts.ts'
import { staff } from '../cast.ts'
import type { Stage } from '../stage.ts'

const readers = [staff.reader.name, staff.secondReader.name, staff.deputyLeader.name]
const office = '青禾市人民政府办公室'

export const papers = {
  inspection: {
    envelopeNo: '机要001',
    sender: office,
    symbol: '青政办发〔2026〕8号',
    title: '关于开展春季示范检查工作的通知',
    listed: 2,
    counted: 2,
    copyNos: '000012-000013',
    mark: '机密★5年',
    madeOn: '20260305',
    scope: readers,
  },
  minutes: {
    envelopeNo: '机要002',
    sender: '青禾市卫生健康委员会',
    symbol: '青卫纪〔2026〕3号',
    title: '示范项目专题会议纪要',
    listed: 1,
    counted: 1,
    mark: '秘密',
    madeOn: '20260306',
    scope: readers,
  },
  duty: {
    envelopeNo: '机要003',
    sender: '青禾市卫生健康委员会',
    symbol: '青卫办〔2026〕21号',
    title: '关于调整重点时段值班安排的函',
    listed: 1,
    counted: 1,
    mark: '内部',
    madeOn: '20260309',
    scope: readers,
  },
  plan: {
    envelopeNo: '机要004',
    sender: office,
    symbol: '青政办发〔2026〕9号',
    title: '关于印发应急处置预案（修订稿）的通知',
    listed: 3,
    counted: 2,
    copyNos: '000101-000102',
    discrepancy: '清单三份，实到两份，已电话告知发文机关，对方确认补寄',
    mark: '秘密★15年',
    basis: '',
    madeOn: '20260304',
    scope: readers,
  },
  letter: {
    envelopeNo: '机要005',
    sender: '青禾市委办公室',
    symbol: '青委办函〔2026〕5号',
    title: '关于征求示范工作意见的函',
    listed: 1,
    counted: 1,
    mark: '机密★3年',
    madeOn: '20260309',
    scope: [staff.deputyLeader.name],
  },
} as const satisfies Record<string, Paper>

const refusedAbove = async (stage: Stage) => {
  const { step, hand, picture } = stage
  await step('收文登记', '绝密件超过本机密级，拒绝登记', async (at) => {
    await at.press('F2')
    await fillRegistration(at, { ...papers.minutes, envelopeNo: '机要006', symbol: '青委密〔2026〕1号', title: '示范专报', mark: '绝密★20年' })
    await at.press('F9')
    await at.page.locator('.refusal').waitFor()
  })
  await picture('10-收文登记-超过本机密级')
  await leaveForm(hand)
}

const discrepancy = async (stage: Stage) => {
  const { step, picture } = stage
  await step('收文登记', '份数不符、期限超长：先拒绝，写明差异和依据后登记', async (at) => {
    await at.press('F2')
    await fillRegistration(at, papers.plan)
    await at.press('F9')
    await at.page.locator('.refusal').waitFor()
    await picture('11-收文登记-期限超过法定最长')
    await at.page.getByLabel('依据').fill('发文机关依另行规定确定，见来文首页说明')
    return sendRegistration(at)
  })
}

/** An 亲启件: signed for unopened, opened by its addressee in place, then registered. */
const personal = async (stage: Stage) => {
  const { step, hand, picture } = stage
  await toDesk(hand, '今日')
  await step('收文登记', '签收亲启件信封', async (at) => {
    await at.press('F6')
    await at.page.getByLabel('信封编号').waitFor()
    await at.type(papers.letter.envelopeNo)
    await at.press('Enter')
    await at.type(papers.letter.sender)
    await at.press('Enter')
    await at.type(staff.deputyLeader.name)
    await at.press('Enter')
    await at.press('F9')
    await at.page.locator('.today-line', { hasText: papers.letter.envelopeNo }).waitFor()
  })
  await picture('12-今日-亲启件待拆')
  await step('今日', '打印亲启件送达签收单（PDF）', async (at) => {
    await at.button('送达单')
    await savePaper(at)
  })
  await step('今日', '王管当面拆封亲启件，转登记', async (at) => {
    await at.button('当面拆封')
    await at.page.getByText('亲启件由收件人本人拆封').waitFor()
    await picture('13-今日-亲启件当面拆封')
    await signInPlace(at, staff.deputyLeader.password)
  })
  await step('收文登记', '登记拆封后的亲启件', async (at) => {
    await at.click(at.page.locator('.today-line', { hasText: papers.letter.envelopeNo }).getByRole('button', { name: '登记' }))
    await fillRegistration(at, papers.letter, true)
    return sendRegistration(at)
  })
}

/** The officer's morning at the desk 收文登记. Ends with the officer signed in, at 今日. */
export const intake = async (stage: Stage): Promise<void> => {
  const { step, hand, picture, clock } = stage
  await clock('2026-03-10T08:40:00+08:00')
  await step('登录', `${staff.officer.name}登录`, (at) => signIn(at, staff.officer.name, staff.officer.password))
  await toDesk(hand, '收文登记')
  await hand.press('F2')
  await fillRegistration(hand, papers.inspection)
  await picture('08-收文登记-照来文登记')
  await step('收文登记', '登记机密件两份', async (at) => sendRegistration(at))
  await picture('09-收文登记-已登记')
  await step('收文登记', '登记秘密件（未标明期限）', (at) => register(at, papers.minutes))
  await step('收文登记', '登记内部事项', (at) => register(at, papers.duty))
  await toDesk(hand, '收文登记')
  await refusedAbove(stage)
  await discrepancy(stage)
  await personal(stage)
  await toDesk(hand, '收文登记')
  await picture('14-收文登记-登记簿')
  await step('今日', '查文件去向：标题中的一个字', (at) => whoHolds(at, '春'))
  await picture('15-查文件去向')
  await hand.press('Escape')
  await toDesk(hand, '今日')
}
