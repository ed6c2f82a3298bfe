import { expect, test } from '@playwright/test'
import { cursorIn, leaveForm, lineOf, lock, signInPlace, toDesk, whoHolds } from '../../tools/demo/acts.ts'
import { nothingSerious } from '../support/axe.ts'
import { type Office, passwordOf } from '../support/office.ts'
import { consulting, copiesApproved, loanApproved, loanAsked, loanOut, registered } from '../support/records.ts'
import { handsOn, openScreen, type Screen } from '../support/screen.ts'

let screen: Screen
test.afterEach(() => screen.close())
const { typeAnd, pane, head } = handsOn(() => screen)

/** Chooses the copy that a part of its number offers. */
const chooseCopy = async (part: string) => {
  await cursorIn(screen.hand, '文件（份）')
  await screen.hand.type(part)
  await screen.page.locator('.ant-select-item-option', { hasText: part }).first().waitFor()
  await screen.hand.press('Enter')
}
const tab = (name: string) => screen.page.getByRole('tab', { name }).click()
const go = (hash: string) => screen.page.evaluate((to) => location.assign(to), hash)

const title = '关于示范借用的函'
const paper = async (office: Office) => void (await registered(office, { title }))

test('F1(7)b the whole way by keyboard: asked, approved for an earlier day, lent and given back against both signatures', async () => {
  screen = await openScreen({ from: paper })
  const { hand, page } = screen
  await screen.as('李保')
  await toDesk(hand, '查阅借用')
  await expect(page.getByText('借用须经综合办公室审核批准（F1(7)b），需要的按 F7 申请')).toBeVisible()
  await hand.press('F7')
  await cursorIn(hand, '借用人')
  // The only copy there is stands chosen, and says what it is.
  await expect(page.locator('.field-hint', { hasText: title })).toContainText('机密★5年')
  await nothingSerious(screen)
  await typeAnd('周', 'Enter', 'Enter')
  await cursorIn(hand, '事由')
  await typeAnd('承办需要', 'Enter')
  await cursorIn(hand, '使用地点')
  await typeAnd('保密', 'Enter')
  await hand.press('Enter')
  await expect(head()).toContainText('待审批')
  await expect(pane()).toContainText('2026-03-17（申请）')
  await expect(pane()).toContainText('李保代录')
  await lock(hand)

  await screen.as('韩综')
  await lineOf(hand, '密收〔2026〕0001').getByRole('button', { name: '审批' }).waitFor()
  await hand.press('Enter')
  await cursorIn(hand, '应还')
  await hand.press('Control+a')
  await typeAnd('0316', 'Enter')
  await cursorIn(hand, '意见')
  await typeAnd('同意', 'Enter')
  await expect(head()).toContainText('批准')
  await expect(pane()).toContainText('2026-03-16（申请到 2026-03-17）')
  await lock(hand)

  await screen.as('李保')
  await lineOf(hand, '密收〔2026〕0001').getByRole('button', { name: '借出' }).waitFor()
  await hand.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('应还 2026-03-16，不得转借')
  await signInPlace(hand, passwordOf('周阅'))
  await expect(head()).toContainText('借出')
  expect(await whoHolds(hand, '密收〔2026〕0001')).toContain('周阅')
  await hand.press('Escape')

  // The number is scanned; another number is told. What is not whole is described.
  await hand.press('F7')
  await cursorIn(hand, '扫描或输入编号')
  await typeAnd('9999', 'Enter')
  await expect(page.getByText('“9999”不是这件借用的份，归还的应是密收〔2026〕0001')).toBeVisible()
  await typeAnd('密收[2026]0001', 'Enter')
  await page.getByRole('checkbox', { name: '完好' }).focus()
  await hand.press('Space')
  await cursorIn(hand, '缺损情况')
  await nothingSerious(screen)
  await typeAnd('第二页有折痕', 'Enter')
  await signInPlace(hand, passwordOf('周阅'))
  await expect(head()).toContainText('已归还')
  await expect(pane()).toContainText('有缺损')
  await expect(pane()).toContainText('第二页有折痕')
  await nothingSerious(screen)
  // The decision; 交出, 借用, 归还, 接收.
  await expect(pane().locator('.signature-code')).toHaveCount(5)
})

test('F1(7)b × a second loan while one is overdue: refused in the box of the borrower with its clause; the loan stands red on 今日 and in the list', async () => {
  screen = await openScreen({
    before: async (office) => {
      await loanOut(office, { until: '2026-03-11' })
      await registered(office)
    },
  })
  const { hand, page } = screen
  await screen.later('2026-03-13T09:00:00+08:00')
  await screen.as('李保')
  await expect(page.getByText('借用的密收〔2026〕0001逾期未还，请立即归还（F1(7)b）')).toBeVisible()
  await expect(lineOf(hand, '密收〔2026〕0001')).toContainText('逾期未还 2 天')
  await toDesk(hand, '查阅借用')
  await expect(page.locator('.list')).toContainText('逾期未还 2 天')
  await hand.press('F7')
  await cursorIn(hand, '借用人')
  await typeAnd('周阅', 'Enter', 'Enter')
  await chooseCopy('0002')
  await page.getByLabel('事由').fill('续用')
  await page.getByRole('combobox', { name: '使用地点' }).focus()
  await typeAnd('保密', 'Enter')
  await hand.press('F9')
  await expect(page.locator('.field-wrong')).toContainText('已逾期未还（应还2026-03-11），归还后才能再借')
  await expect(page.locator('.refusal')).toContainText('F1(7)b')
  // From 今日 the return is one act: the loan opens with it begun.
  await leaveForm(hand)
  await toDesk(hand, '今日')
  await hand.click(lineOf(hand, '密收〔2026〕0001').getByRole('button', { name: '收回' }))
  await cursorIn(hand, '扫描或输入编号')
  await hand.press('F9')
  await hand.press('Enter')
  await signInPlace(hand, passwordOf('周阅'))
  await expect(head()).toContainText('已归还')
})

test('F1(7)b 退回 needs its reason; nobody decides what they asked for; a loan past its approved day is not lent', async () => {
  screen = await openScreen({
    before: async (office) => {
      await loanAsked(office)
      await loanApproved(office, { until: '2026-03-10' })
    },
  })
  const { hand, page } = screen
  await screen.as('韩综')
  await hand.click(lineOf(hand, '密收〔2026〕0001').getByRole('button', { name: '审批' }))
  await page.getByRole('button', { name: '退回' }).click()
  await expect(page.locator('.field-wrong')).toContainText('退回的，请在“意见”中写明理由')
  await typeAnd('本月已借两次')
  await page.getByRole('button', { name: '退回' }).click()
  await expect(head()).toContainText('退回')
  await lock(hand)
  await screen.later('2026-03-11T09:00:00+08:00')
  await screen.as('李保')
  await go('#/lending/2')
  await expect(pane()).toContainText('借出：批准的借期到2026-03-10为止，已经过期（F1(7)b）')
  await expect(page.getByRole('button', { name: '借出' })).toBeDisabled()
})

test('F1(2)a F1(7)b a reader asks for themselves, by number, and sees no title; they take their request back', async () => {
  screen = await openScreen({ from: paper })
  const { hand, page } = screen
  await screen.as('周阅')
  await toDesk(hand, '查阅借用')
  await hand.press('F7')
  await expect(page.getByLabel('借用人')).toHaveCount(0)
  await page.getByLabel('事由').fill('起草需要')
  await page.getByRole('combobox', { name: '使用地点' }).focus()
  await typeAnd('保密', 'Enter')
  await hand.press('F9')
  await expect(head()).toContainText('待审批')
  await expect(page.getByRole('tab')).toHaveCount(0)
  expect(await page.locator('body').textContent()).not.toContain(title)
  await page.getByRole('button', { name: '作废借用申请' }).click()
  await cursorIn(hand, '原因')
  await typeAnd('不再需要', 'Enter')
  await expect(head()).toContainText('作废')
})

test('F1(7)b asked for from the paper itself: the copy that is in the box stands chosen', async () => {
  screen = await openScreen({
    before: async (office) => {
      await registered(office)
      await registered(office, { title, listed: 2, counted: 2 })
    },
  })
  const { hand, page } = screen
  await screen.as('李保')
  await go('#/documents/2')
  await page.getByRole('button', { name: '申请借用' }).click()
  await cursorIn(hand, '借用人')
  await expect(page.locator('.field', { hasText: '文件（份）' })).toContainText('密收〔2026〕0002-01')
  await expect(page.locator('.field-hint', { hasText: title })).toBeVisible()
})

test('F1(7)a a visit by keyboard: the papers are scanned in, the reader signs, and nobody leaves before every number is back', async () => {
  screen = await openScreen({
    before: async (office) => {
      await registered(office, { title })
      await registered(office)
    },
  })
  const { hand, page } = screen
  await screen.as('李保')
  await toDesk(hand, '查阅借用')
  await tab('查阅登记')
  await expect(page.getByText('来档案室查阅的按 F7 登记（F1(7)a）')).toBeVisible()
  await hand.press('F7')
  await cursorIn(hand, '查阅人')
  await typeAnd('周阅', 'Enter', 'Enter')
  await cursorIn(hand, '加入份')
  for (const [place, number] of ['密收[2026]0001', '0002'].entries()) {
    await typeAnd(number, 'Enter')
    await page.getByText(`共 ${place + 1} 份`).waitFor()
  }
  await nothingSerious(screen)
  await hand.press('Enter')
  await cursorIn(hand, '事由')
  await typeAnd('核对数据', 'Enter')
  await expect(page.getByRole('dialog')).toContainText('2 份当场签收')
  await signInPlace(hand, passwordOf('周阅'))
  await expect(head()).toContainText('查阅〔2026〕0001')
  await expect(head()).toContainText('正在查阅')
  await expect(pane().getByRole('row', { name: '抄录复制' })).toContainText('否')
  expect(await whoHolds(hand, '密收〔2026〕0001')).toContain('周阅')
  await hand.press('Escape')

  await hand.press('F7')
  await cursorIn(hand, '扫描或输入编号')
  await typeAnd('0001', 'Enter')
  await expect(page.getByText('还缺：1 份没有核对')).toBeVisible()
  await typeAnd('0002', 'Enter')
  await hand.press('Enter')
  await signInPlace(hand, passwordOf('周阅'))
  await expect(head()).toContainText('查阅完毕')
  await expect(pane().locator('.signature-code')).toHaveCount(4)
})

test('F1(7)a copying out in the reading room: only the approved request of this reader for these papers is offered', async () => {
  screen = await openScreen({
    before: async (office) => {
      await registered(office)
      await copiesApproved(office, { applicant: office.id('周阅') })
    },
  })
  const { hand, page } = screen
  await screen.as('李保')
  await go('#/lending/admit')
  await cursorIn(hand, '查阅人')
  await typeAnd('周阅', 'Enter', 'Enter')
  await cursorIn(hand, '加入份')
  await typeAnd('0001', 'Enter')
  await page.getByText('共 1 份').waitFor()
  await expect(page.getByLabel('抄录复制')).toHaveCount(0)
  await typeAnd('0002', 'Enter')
  await page.getByText('共 2 份').waitFor()
  await page.getByRole('combobox', { name: '抄录复制' }).focus()
  await typeAnd('0001', 'Enter')
  await page.getByLabel('事由').fill('摘抄数据')
  await hand.press('F9')
  await signInPlace(hand, passwordOf('周阅'))
  await expect(pane().getByRole('row', { name: '抄录复制' })).toContainText('按 复制〔2026〕0001')
})

test('F1(4)a who is not in the 知悉范围 reads nothing: told in the box of the person, and nothing typed is lost', async () => {
  screen = await openScreen({ from: paper })
  const { hand, page } = screen
  await screen.as('李保')
  await go('#/lending/admit')
  await cursorIn(hand, '查阅人')
  await page.getByLabel('事由').fill('核对数据')
  await page.getByLabel('加入份').fill('0001')
  await page.getByLabel('加入份').press('Enter')
  await page.getByText('共 1 份').waitFor()
  await page.getByRole('combobox', { name: '查阅人' }).focus()
  await typeAnd('陈科', 'Enter')
  await hand.press('F9')
  await cursorIn(hand, '本人口令')
  await typeAnd(passwordOf('陈科'), 'Enter')
  await expect(page.locator('.field-wrong')).toContainText('陈科不在密收〔2026〕0001的知悉范围内')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.locator('.refusal')).toContainText('F1(4)a')
  await expect(page.getByLabel('事由')).toHaveValue('核对数据')
})

test('F1(7)a who is still in after the hour stands red in the register; from 今日 the papers are taken back in one act', async () => {
  screen = await openScreen({ from: consulting })
  const { hand, page } = screen
  await screen.later('2026-03-10T17:40:00+08:00')
  await screen.as('李保')
  await go('#/lending/visits')
  await expect(page.locator('.list')).toContainText('逾时未退')
  await toDesk(hand, '今日')
  await hand.click(lineOf(hand, '密收〔2026〕0001').getByRole('button', { name: '收回' }))
  await cursorIn(hand, '扫描或输入编号')
  await hand.press('F9')
  await hand.press('Enter')
  await signInPlace(hand, passwordOf('周阅'))
  await expect(head()).toContainText('查阅完毕')
})
