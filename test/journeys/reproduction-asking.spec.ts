import { expect, test } from '@playwright/test'
import { cursorIn, toDesk } from '../../tools/demo/acts.ts'
import { copiesAsked, copiesMade, registered, signed } from '../support/records.ts'
import { handsOn, openScreen, type Screen } from '../support/screen.ts'

let screen: Screen
test.afterEach(() => screen.close())
const { typeAnd, pane, head, begin } = handsOn(() => screen)

/** Chooses the original that a part of its number offers. */
const chooseSource = async (part: string) => {
  await cursorIn(screen.hand, '原件')
  await screen.hand.type(part)
  await screen.page.locator('.ant-select-item-option', { hasText: part }).first().waitFor()
  await screen.hand.press('Enter')
}

const scope = ['周阅', '吴阅', '陈科', '韩综']

test('F1(5)a an original marked 不得翻印复印 says so when it is chosen, and is refused in its box with the clause', async () => {
  screen = await openScreen({
    before: async (office) => void (await registered(office, { copyBan: true, scope: scope.map(office.id) })),
  })
  const { hand, page } = screen
  await screen.as('李保')
  await toDesk(hand, '收文登记')
  await page.getByText('密收〔2026〕0001').first().click()
  await expect(pane()).toContainText('不得翻印复印')
  await expect(page.getByRole('button', { name: '申请复制' })).toBeDisabled()
  await expect(pane()).toContainText('申请复制：标有“不得翻印复印”，不得复制、摘抄（F1(5)a）')
  await toDesk(hand, '复制')
  await hand.press('F7')
  await cursorIn(hand, '原件')
  await expect(page.getByText('来文标有“不得翻印复印”，不得复制、摘抄')).toBeVisible()
  await page.getByLabel('申请份数').fill('1')
  await page.getByLabel('用途').fill('承办需要')
  await page.getByRole('combobox', { name: '分发对象' }).focus()
  await typeAnd('周阅、', 'F9')
  await expect(page.locator('.field-wrong', { hasText: '原件' })).toContainText('密收〔2026〕0001标有“不得翻印复印”')
  await expect(page.locator('.refusal')).toHaveText(/^F1\(5\)a/)
  await cursorIn(hand, '原件')
})

test('F1(5)a a 绝密 original asks for the consent of the 原定密机关 in boxes of its own, and is refused there without it', async () => {
  screen = await openScreen({
    level: 'topSecret',
    before: async (office) => {
      await registered(office, {
        title: '绝密示范件',
        level: 'topSecret',
        period: { kind: 'years', years: 20 },
        copyNos: ['000001'],
        scope: scope.map(office.id),
      })
      await registered(office, { scope: scope.map(office.id) })
    },
  })
  const { hand, page } = screen
  await screen.as('李保')
  await toDesk(hand, '复制')
  await hand.press('F7')
  await chooseSource('0002')
  await expect(page.getByLabel('同意机关')).toHaveCount(0)
  await hand.press('Backspace')
  await chooseSource('0001')
  await page.getByLabel('申请份数').focus()
  await typeAnd('1', 'Enter')
  await typeAnd('承办需要', 'Enter')
  await cursorIn(hand, '分发对象')
  await typeAnd('周阅、', 'F9')
  await expect(page.locator('.field-wrong', { hasText: '同意机关' })).toContainText('须经原定密机关或其上级机关同意')
  await cursorIn(hand, '同意机关')
  await typeAnd('青禾市人民政府办公室', 'Enter')
  await cursorIn(hand, '同意文号')
  await typeAnd('青密复〔2026〕1号', 'Enter')
  await cursorIn(hand, '同意日期')
  await typeAnd('20260309', 'F9')
  await expect(head()).toContainText('待部门')
  await expect(pane()).toContainText('青密复〔2026〕1号（2026-03-09）')
})

test('F1(5)c, d a place that is not on the list and a copy of a copy cannot be chosen; an outsider is no 分发对象', async () => {
  screen = await openScreen({ before: async (office) => void (await copiesMade(office)) })
  const { hand, page } = screen
  await screen.as('李保')
  await toDesk(hand, '复制')
  await hand.press('F7')
  await cursorIn(hand, '原件')
  const source = page.getByRole('combobox', { name: '原件' })
  await hand.press('Backspace')
  await typeAnd('复-0001', 'Tab')
  await expect(page.locator('.field-wrong', { hasText: '原件' })).toContainText('没有与“复-0001”相符的原件')
  await expect(page.locator('.field-wrong', { hasText: '原件' })).toContainText('复制件不能再复制')
  await source.fill('')
  await source.focus()
  await chooseSource('0001')
  const recipients = page.getByRole('combobox', { name: '分发对象' })
  await recipients.focus()
  await typeAnd('赵组、')
  await expect(page.getByText('“赵组”不在原件的知悉范围内，请先申请扩大知悉范围（F1(4)c）')).toBeVisible()
  await recipients.fill('')
  const place = page.getByRole('combobox', { name: '复制地点' })
  await place.focus()
  await hand.press('Backspace')
  await typeAnd('街边图文店', 'F9')
  await expect(page.locator('.field-wrong', { hasText: '复制地点' })).toContainText('严禁到营业性场所复印（F1(5)c）')
  await expect(page.locator('.record-head')).toContainText('申请复制')
})

test('F1(5)a a reader asks for an extract of what they hold, keeps it as a draft, sends it, and sees no other request', async () => {
  screen = await openScreen({
    before: async (office) => {
      await copiesAsked(office)
      await signed(office)
    },
  })
  const { hand, page } = screen
  await screen.as('周阅')
  await toDesk(hand, '复制')
  await expect(page.getByText('还没有复制申请')).toBeVisible()
  await hand.press('F7')
  await chooseSource('0002-01')
  await page.getByRole('radio', { name: '摘抄' }).check()
  await expect(page.getByRole('combobox', { name: '申请人' })).toHaveCount(0)
  await page.getByLabel('摘抄范围').focus()
  await typeAnd('第三页第二段', 'Enter')
  await cursorIn(hand, '申请份数')
  await typeAnd('1', 'Enter')
  await typeAnd('起草落实意见', 'Enter')
  await cursorIn(hand, '分发对象')
  await typeAnd('周阅、')
  await hand.button('存为草稿')
  await expect(head()).toContainText('草稿')
  await expect(pane()).toContainText('第三页第二段')
  await begin('F9')
  await expect(page.getByRole('button', { name: '提交 Enter' })).toBeFocused()
  await hand.press('Enter')
  await expect(head()).toContainText('待部门')
  await page.getByRole('button', { name: '作废复制申请' }).click()
  await cursorIn(hand, '原因')
  await typeAnd('已当面了解，不再需要', 'Enter')
  await expect(head()).toContainText('作废')
  await expect(pane()).toContainText('已当面了解，不再需要')
})

test('F1(5)a a reader who holds nothing is told who asks for them', async () => {
  screen = await openScreen()
  const { hand, page } = screen
  await screen.as('周阅')
  await toDesk(hand, '复制')
  await hand.press('F7')
  await expect(page.getByText('您手中没有文件')).toBeVisible()
  await hand.press('Escape')
  await expect(page.getByText('还没有复制申请')).toBeVisible()
})
