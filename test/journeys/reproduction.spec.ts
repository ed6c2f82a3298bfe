import { expect, test } from '@playwright/test'
import { cursorIn, lineOf, lock, signInPlace, toDesk, whoHolds } from '../../tools/demo/acts.ts'
import { nothingSerious } from '../support/axe.ts'
import { passwordOf } from '../support/office.ts'
import { be, copiesApproved, copiesAsked, copiesIssued, copiesToDecide, registered, signed } from '../support/records.ts'
import { handsOn, openScreen, type Screen } from '../support/screen.ts'

let screen: Screen
test.afterEach(() => screen.close())
const { typeAnd, pane, head, begin } = handsOn(() => screen)

/** Opens the first line of the list by keyboard. */
const openFirst = async () => {
  await toDesk(screen.hand, '复制')
  await screen.page.locator('.list').focus()
  await screen.hand.press('ArrowDown')
  await screen.hand.press('Enter')
  await head().getByText('复制〔2026〕').waitFor()
}

const scope = ['周阅', '吴阅', '陈科', '韩综']

test('F1(5)a–d the whole way by keyboard: asked, opined, approved for fewer, made, issued, taken back by its number, closed', async () => {
  screen = await openScreen({ before: async (office) => void (await registered(office, { title: '关于示范复制的函', scope: scope.map(office.id) })) })
  test.slow()
  const { hand, page } = screen
  await screen.as('李保')
  await toDesk(hand, '复制')
  await expect(page.getByText('需要的按 F7 申请')).toBeVisible()
  await hand.press('F7')
  // The only original there is stands chosen.
  await cursorIn(hand, '原件')
  await expect(page.getByText('青禾市人民政府办公室　青预备函')).toBeVisible()
  await page.getByRole('combobox', { name: '申请人' }).focus()
  await typeAnd('陈', 'Enter', 'Enter')
  await cursorIn(hand, '申请份数')
  await typeAnd('3', 'Enter')
  await nothingSerious(screen)
  await cursorIn(hand, '用途')
  await typeAnd('承办需要', 'Enter')
  await cursorIn(hand, '分发对象')
  await typeAnd('周阅、吴阅、', 'Enter')
  await expect(head()).toContainText('复制〔2026〕0001')
  await expect(head()).toContainText('待部门')
  await expect(pane()).toContainText('李保代录')
  await lock(hand)

  await screen.as('韩综')
  await lineOf(hand, '复制〔2026〕0001').getByRole('button', { name: '签意见' }).waitFor()
  await hand.press('Enter')
  await cursorIn(hand, '意见')
  await typeAnd('情况属实', 'Enter')
  await expect(head()).toContainText('待领导')
  await lock(hand)

  await screen.as('王管')
  await lineOf(hand, '复制〔2026〕0001').getByRole('button', { name: '审批' }).waitFor()
  await hand.press('Enter')
  await cursorIn(hand, '批准份数')
  await nothingSerious(screen)
  await typeAnd('2', 'Enter')
  await cursorIn(hand, '意见')
  await typeAnd('同意两份', 'Enter')
  await expect(head()).toContainText('批准')
  await expect(pane()).toContainText('批准 2 份，有效期至 2026-04-09')
  await lock(hand)

  await screen.as('李保')
  await openFirst()
  await begin('F4')
  await cursorIn(hand, '复制份数')
  await hand.press('Enter')
  // The tick for the stamp stands unanswered: Enter goes to it and not past it.
  await expect(page.getByRole('checkbox', { name: '各份都已加盖戳记' })).toBeFocused()
  await hand.press('Space')
  await hand.press('Enter')
  await expect(head()).toContainText('已复制')
  await begin('F4')
  await signInPlace(hand, passwordOf('周阅'))
  await expect(head()).toContainText('已发放')
  await expect(pane()).toContainText('复制件全部收回：尚有1份未收回（F1(5)d）')
  await nothingSerious(screen)
  await begin('F4')
  await signInPlace(hand, passwordOf('吴阅'))
  await expect(page.locator('.copy-items')).toContainText('吴阅')

  // The first scan says who gives back; another's number is told.
  await begin('F7')
  await cursorIn(hand, '扫描或输入编号')
  await typeAnd('密收[2026]0001-复-0002', 'Enter')
  await expect(page.getByText('已核 1 / 1 份')).toBeVisible()
  await typeAnd('0001-复-0001', 'Enter')
  await expect(page.getByText('密收〔2026〕0001-复-0001由周阅领取，应由其本人归还，不得转交他人（F1(5)d）')).toBeVisible()
  await typeAnd('9999', 'Enter')
  await expect(page.getByText('本申请没有发放在外的“9999”')).toBeVisible()
  await page.getByRole('textbox', { name: '扫描或输入编号' }).fill('')
  await hand.press('Enter')
  await signInPlace(hand, passwordOf('吴阅'))
  await begin('F7')
  await cursorIn(hand, '扫描或输入编号')
  await hand.press('F9')
  await hand.press('Enter')
  await signInPlace(hand, passwordOf('周阅'))
  await begin('F9')
  await expect(page.getByRole('dialog')).toContainText('已制 2 份都在箱')
  await expect(page.getByRole('button', { name: '全部收回 Enter' })).toBeFocused()
  await hand.press('Enter')
  await expect(head()).toContainText('全部收回')
  // Opinion, decision and making; 发放, 领取, 归还, 收回 of each item.
  await expect(pane().locator('.signature-code')).toHaveCount(11)
})

test('F1(5)b more than was asked is refused in the box of 批准份数; 不批准 without a reason is refused, with one it ends the request', async () => {
  screen = await openScreen({ from: copiesToDecide })
  const { hand, page } = screen
  await screen.as('王管')
  await lineOf(hand, '复制〔2026〕0001').getByRole('button', { name: '审批' }).waitFor()
  await hand.press('Enter')
  await cursorIn(hand, '批准份数')
  await typeAnd('5', 'F9')
  await expect(page.locator('.field-wrong', { hasText: '批准份数' })).toContainText('批准份数不得多于申请的2份')
  await expect(page.locator('.refusal')).toHaveText(/^F1\(5\)b/)
  await cursorIn(hand, '批准份数')
  await hand.button('不批准')
  await expect(page.locator('.field-wrong', { hasText: '意见' })).toContainText('写明理由')
  await cursorIn(hand, '意见')
  await hand.type('可到档案室查阅')
  await hand.button('不批准')
  await expect(head()).toContainText('不批准')
  await expect(pane()).toContainText('意见：可到档案室查阅')
})

test('F1(5)d a document shows its balance, each copy with its holder, and asks for copies of itself', async () => {
  screen = await openScreen({ from: copiesIssued })
  const { hand, page } = screen
  await screen.as('李保')
  expect(await whoHolds(hand, '0001')).toMatch(/密收〔2026〕0001-复-0001借出周阅领取 2026-03-10 09:0\d复制〔2026〕0001/)
  await hand.press('Enter')
  await expect(page.locator('.balance')).toHaveText('收 1　复制 2　＝　在箱 2 ＋ 借出 1')
  await expect(page.getByRole('row', { name: /-复-0001/ })).toContainText('周阅 借出')
  await page
    .getByRole('row', { name: /-复-0001/ })
    .getByRole('link', { name: '复制件' })
    .click()
  await expect(head()).toContainText('复制〔2026〕0001')
  await pane().getByRole('link', { name: '密收〔2026〕0001' }).click()
  await page.getByRole('button', { name: '申请复制' }).click()
  await cursorIn(hand, '原件')
  await expect(page.locator('.field', { hasText: '原件' }).first()).toContainText('密收〔2026〕0001')
  await hand.press('Escape')
  await expect(head()).toContainText('密收〔2026〕0001')
})

test('F1(5)a an approval that ran out says so in the list and on the request, and is not made any more', async () => {
  screen = await openScreen({ from: copiesApproved })
  const { hand, page } = screen
  await screen.later('2026-04-10T09:00:00+08:00')
  const renewed = `${passwordOf('李保')}8`
  await cursorIn(hand, '姓名')
  await typeAnd('李保', 'Enter')
  await typeAnd(passwordOf('李保'), 'Enter')
  await cursorIn(hand, '现在的口令')
  for (const text of [passwordOf('李保'), renewed, renewed]) await typeAnd(text, 'Enter')
  await toDesk(hand, '复制')
  await expect(page.locator('.list')).toContainText('已过有效期')
  await openFirst()
  await expect(head()).toContainText('已过有效期')
  await expect(page.getByRole('button', { name: '复制登记' })).toBeDisabled()
  await expect(pane()).toContainText('批准的有效期到2026-04-09为止')
})

test('F1(5)a the list is narrowed to a state, to a text, to what waits, and says what to do when nothing fits', async () => {
  screen = await openScreen({
    before: async (office) => {
      await copiesAsked(office, { submit: false })
      await copiesToDecide(office)
    },
  })
  const { hand, page } = screen
  await screen.as('王管')
  await toDesk(hand, '复制')
  await expect(page.locator('.list')).toContainText('待领导')
  await page.getByLabel('查复制申请').fill('无此文件')
  await expect(page.getByText('没有符合条件的复制申请，请放宽条件。')).toBeVisible()
  await page.getByLabel('查复制申请').fill('陈科')
  await expect(page.locator('.list')).toContainText('复制〔2026〕0002')
  await page.getByLabel('查复制申请').fill('')
  await lock(hand)
  await screen.as('李保')
  await toDesk(hand, '复制')
  await page.getByRole('combobox', { name: '状态' }).focus()
  await hand.press('ArrowDown')
  await hand.press('ArrowDown')
  await hand.press('Enter')
  await expect(page.getByText('没有等您办理的复制申请。')).toBeVisible()
})

test('F1(5)a opinion and decision signed on the printed form are entered by another 保密员 than who keyed it in, and wait for their signers', async () => {
  screen = await openScreen({
    before: async (office) => {
      await signed(office)
      await be(office, '周阅')
      const copy = (await office.ok('reproduction.sources', {})).rows[0]?.id as number
      const recipients = [office.id('周阅')]
      await office.ok('reproduction.request', { kind: 'copy', sources: [{ copy }], asked: 2, purpose: '承办需要', recipients, place: '本单位文印室' })
    },
    at: '2026-03-10T09:30:00+08:00',
  })
  const { hand, page } = screen
  await screen.as('李保')
  await openFirst()
  await page.getByRole('button', { name: '纸质部门意见补录' }).click()
  await cursorIn(hand, '纸上签字时间')
  await typeAnd('0930', 'Enter')
  await cursorIn(hand, '签署人')
  await typeAnd('韩', 'Enter', 'Enter')
  await page.getByRole('radio', { name: '同意', exact: true }).check()
  await hand.press('F9')
  await expect(head()).toContainText('待领导')
  await expect(pane()).toContainText('纸质签，李保补录')
  await page.getByRole('button', { name: '纸质审批复制补录' }).click()
  await cursorIn(hand, '纸上签字时间')
  await typeAnd('0930', 'Enter')
  await cursorIn(hand, '审批人')
  await typeAnd('王', 'Enter', 'Enter')
  await page.getByRole('radio', { name: '批准', exact: true }).check()
  await page.getByLabel('批准份数').fill('1')
  await hand.press('F9')
  await expect(pane()).toContainText('批准 1 份')
  await expect(pane().getByText('待本人补签')).toHaveCount(2)
})
