import { expect, test } from '@playwright/test'
import { chosen, countersign, cursorIn, lock, picked, toDesk, typed } from '../../tools/demo/acts.ts'
import { nothingSerious } from '../support/axe.ts'
import { type Office, passwordOf } from '../support/office.ts'
import { pagesShown } from '../support/pages.ts'
import { be, disclosureAnswered, disclosureReceived, disclosureReviewed, extensionAsked } from '../support/records.ts'
import { handsOn, openScreen, type Screen } from '../support/screen.ts'

// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(180_000)

const LACKING = '申请〔2026〕0001'
const WITHHELD = '申请〔2026〕0002'
const EXTENDED = '申请〔2026〕0003'
const ANSWERED = '申请〔2026〕0004'

/** An application on each path, where the hands of a journey take it up. */
const underWay = async (office: Office) => {
  await disclosureReceived(office, { applicant: { name: '申请人乙', evidence: undefined }, content: '示范中心去年的培训\n安排' })
  await disclosureReviewed(office, 'withheld', { content: '示范中心内部管理的工作方案' })
  const { item } = await extensionAsked(office, { content: '示范中心接种点的变更情况' })
  await be(office, '王管')
  await office.ok('disclosure.extend', { item, step: { kind: 'decided', agree: true } })
  await disclosureAnswered(office, 'provided', { content: `接种点名单${'及其说明'.repeat(2400)}` })
}

let screen: Screen
test.beforeEach(async () => {
  screen = await openScreen({ from: underWay })
})
test.afterEach(() => screen.close())
const { begin, pane, dialog } = handsOn(() => screen)

const state = (word: string) => expect(screen.page.locator('.record-state')).toHaveText(word)
const person = (name: string) => ({ name, password: passwordOf(name) })

const takesOver = async (name: string) => {
  await lock(screen.hand)
  await screen.as(name)
}

const act = async (name: string) => {
  await pane().getByRole('button', { name, exact: true }).focus()
  await screen.hand.press('Enter')
}

/** From the desk, found by its number. */
const open = async (number: string) => {
  const { hand, page } = screen
  await toDesk(hand, '依申请公开')
  await page.getByLabel('查申请').focus()
  await hand.press('Control+A')
  await hand.type(number)
  await expect(page.locator('.list .list-row')).toHaveCount(1)
  await page.locator('.list').focus()
  await hand.press('ArrowDown')
  await hand.press('Enter')
  await expect(page.getByRole('heading', { name: number })).toBeVisible()
}

test('条例30 补正: what lacks is asked for once, the clock starts anew; what is public already is told of, and approved in place', async () => {
  const { hand, page } = screen
  await screen.as('韩综')
  await open(LACKING)
  await expect(pane()).toContainText('缺姓名或者名称、身份证明')
  await begin('F2')
  await expect(dialog()).toContainText('姓名或者名称、身份证明')
  await typed(hand, '具体说明', '请提供身份证复印件')
  await typed(hand, '补正期限', '10')
  await cursorIn(hand, '告知日期')
  await hand.type('20260310')
  await nothingSerious(screen)
  await hand.press('F9')
  await state('补正中')
  await expect(pane()).toContainText('补正告知书')
  await screen.later('2026-03-12T09:05:00+08:00')
  await screen.as('韩综')
  await open(LACKING)
  await begin('F2', page.getByRole('heading', { name: '收到补正' }))
  await cursorIn(hand, '收到日期')
  await hand.whole('20260312')
  await typed(hand, '代理人', '')
  await picked(hand, 'applicant.evidence', 1)
  await nothingSerious(screen)
  await hand.press('F9')
  await state('收到')
  await expect(pane()).toContainText('2026-04-10')
  await begin('F4', page.getByRole('heading', { name: '登记　申请' }))
  await chosen(hand, '承办人', '陈科')
  await hand.press('F9')
  await state('已登记')
  await begin('F4')
  await picked(hand, 'row', 1)
  await picked(hand, 'kinds.open', 1)
  await typed(hand, '方式和途径', '本单位网站“公开目录”栏，培训一类')
  await hand.press('F9')
  await expect(pane()).toContainText('等待组长批准')
})

test('A4(1)1 by telephone nothing is applied for: it is heard as 咨询, and stands among them', async () => {
  const { hand, page } = screen
  await screen.as('韩综')
  await toDesk(hand, '依申请公开')
  await hand.press('F7')
  await picked(hand, 'channel', 7)
  await expect(page.getByText('不直接受理电话申请，来电登记为咨询')).toBeVisible()
  await hand.press('F9')
  await expect(page.getByRole('heading', { name: '登记咨询反馈' })).toBeVisible()
  await cursorIn(hand, '来自')
  await hand.type('一位居民')
  await hand.press('Shift+Tab')
  await hand.type('20260310')
  await page.getByLabel('内容').focus()
  await hand.type('怎样申请公开接种点名录')
  await hand.press('Enter')
  await typed(hand, '答复', '告知填写申请表，附身份证明')
  await nothingSerious(screen)
  await expect(page.getByRole('heading', { name: '听取〔2026〕0001' })).toBeVisible()
  await expect(pane()).toContainText('怎样申请公开接种点名录')
  await nothingSerious(screen)
})

test('G3.4 what is said of an answer stands with it; a letter that no act brings is written, one that is to be paid is told its sum in 元; withdrawn with a reason', async () => {
  const { hand, page } = screen
  await screen.as('韩综')
  await open(ANSWERED)
  await act('登记反馈')
  await picked(hand, 'kind', 4)
  await picked(hand, 'channel', 1)
  await cursorIn(hand, '日期')
  await hand.whole('20260310')
  await typed(hand, '来自', '申请人甲')
  await typed(hand, '内容', '答复书没有写清楚')
  await typed(hand, '答复', '已当面说明')
  await typed(hand, '改进措施', '答复书附一份说明')
  await expect(page.getByRole('heading', { name: '听取〔2026〕0001' })).toBeVisible()
  await open(ANSWERED)
  await expect(pane()).toContainText('改进：答复书附一份说明')
  await act('发函')
  await picked(hand, 'kind', 5)
  await typed(hand, '发往', '')
  await typed(hand, '金额', '一元')
  await cursorIn(hand, '内容')
  await hand.type('超出规定页数的信息处理费')
  await hand.press('F9')
  await expect(dialog().locator('.field-error')).toContainText('请填金额')
  await cursorIn(hand, '金额')
  await hand.press('Control+A')
  await hand.type('12.50')
  await nothingSerious(screen)
  await hand.press('F9')
  await expect(pane()).toContainText('信息处理费收费通知书')
  await open(EXTENDED)
  await act('申请人撤回')
  await typed(hand, '申请人的意思', '来电表示不再需要')
  await state('申请人撤回')
})

test('行政复议法23 not public: on a review decided so; the letter says that 行政复议 comes before a suit', async () => {
  const { hand, page } = screen
  await screen.as('陈科')
  await open(WITHHELD)
  await begin('F4')
  await picked(hand, 'row', 1)
  await picked(hand, 'kinds.open', 2)
  await typed(hand, '提供什么', '工作方案')
  await hand.press('F9')
  await expect(dialog().locator('.field-error')).toContainText('由组长确定为可公开或者依申请公开')
  await page.locator('input[name=row]').first().focus()
  await picked(hand, 'row', 3)
  await picked(hand, 'kinds.withheld', 5)
  await expect(dialog()).toContainText('应当先申请行政复议')
  await expect(dialog()).toContainText('不予公开')
  await typed(hand, '理由', '属于内部管理的工作方案')
  await expect(pane()).toContainText('等待组长批准')
  await takesOver('韩综')
  await open(WITHHELD)
  await begin('F6')
  await picked(hand, 'agree', 1)
  await nothingSerious(screen)
  await hand.press('F9')
  await countersign(hand, person('赵组'))
  await state('已答复')
  await pane().getByRole('button', { name: '打印', exact: true }).focus()
  await hand.press('Enter')
  const pages = await pagesShown(screen)
  await expect(pages.first()).toContainText('应当先依法向')
  await hand.press('Escape')
})

test('B1 a second extension is refused; a reply whose text is changed before it is given out is void, and its letter stays', async () => {
  const { hand, page } = screen
  await screen.as('陈科')
  await open(EXTENDED)
  await expect(pane().getByRole('button', { name: '申请延期' })).toBeDisabled()
  await expect(pane()).toContainText('延长答复期限只能一次')
  await open(ANSWERED)
  await state('已答复')
  await nothingSerious(screen)
  await pane().getByRole('link', { name: /^审查/ }).focus()
  await hand.press('Enter')
  await begin('F2', page.getByRole('heading', { name: '更换文本' }))
  await typed(hand, '改了什么', '删去联系电话')
  await cursorIn(hand, '文号')
  await hand.press('Enter')
  await cursorIn(hand, '文本日期')
  await hand.whole('20260310')
  await hand.type('1')
  await hand.press('F9')
  await state('待审')
  await open(ANSWERED)
  await state('已登记')
  await expect(pane()).toContainText('依据的审查已失效，不得送出（B1）')
  await nothingSerious(screen)
})
