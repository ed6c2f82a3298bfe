import { expect, test } from '@playwright/test'
import { cursorIn, lineOf, toDesk } from '../../tools/demo/acts.ts'
import { type Office, passwordOf } from '../support/office.ts'
import { handsOn, openScreen, type Screen } from '../support/screen.ts'

let screen: Screen
test.afterEach(() => screen.close())
const { typeAnd } = handsOn(() => screen)

/** What stands chosen in a list box. */
const chosenIn = (label: string) =>
  screen.page
    .locator('.field, .sentence', { has: screen.page.getByRole('combobox', { name: label }) })
    .locator('.ant-select-selection-item-content, .ant-select-content-value')
    .allTextContents()

/** Goes to a list box of the open form, past the boxes before it. */
const toBox = async (label: string) => {
  await screen.page.getByRole('combobox', { name: label }).focus()
  await cursorIn(screen.hand, label)
}

const folder = async (office: Office, confirm = true) => {
  await office.as('李保')
  const { copies } = await office.ok('documents.register', office.incoming({ title: '关于春季示范检查的通知' }))
  return office.ok('circulation.draft', { folder: '夹03', copies: copies.map(({ id }) => id), readers: [office.id('周阅')], confirm })
}

test('F1(4)a Tab in an open list of people only moves on: nobody is taken into the 知悉范围 by it', async () => {
  screen = await openScreen()
  const { hand, page } = screen
  await screen.as('李保')
  await hand.press('F2')
  await toBox('知悉范围')
  await hand.press('ArrowDown')
  await expect(page.getByRole('option').first()).toBeAttached()
  await hand.press('Tab')
  await expect(page.getByRole('combobox', { name: '知悉范围' })).not.toBeFocused()
  expect(await chosenIn('知悉范围')).toEqual([])
  await expect(page.getByRole('combobox', { name: '知悉范围' })).toHaveAttribute('aria-expanded', 'false')
})

test('三员 a role is chosen by Enter alone: the Tab after it gives no second one', async () => {
  screen = await openScreen()
  const { hand, page } = screen
  await screen.as('钱安')
  await toDesk(hand, '人员')
  await page.getByText('周阅').click()
  await hand.press('F4')
  await cursorIn(hand, '角色')
  await typeAnd('组长', 'Enter')
  expect(await chosenIn('角色')).toEqual(['阅文人', '组长'])
  await expect(page.getByRole('combobox', { name: '角色' })).toHaveAttribute('aria-expanded', 'false')
  await hand.press('Tab')
  await cursorIn(hand, '原因')
  expect(await chosenIn('角色')).toEqual(['阅文人', '组长'])
})

test('F1(4)a a name that the roster does not have stays in the box and holds the act back; no name is lost in silence', async () => {
  screen = await openScreen()
  const { hand, page } = screen
  await screen.as('李保')
  await hand.press('F2')
  const box = page.getByRole('combobox', { name: '知悉范围' })
  await toBox('知悉范围')
  await typeAnd('不存在、')
  await expect(page.getByText('没有“不存在”这个人；请核对姓名，名册里没有的先由安全保密管理员录入')).toBeVisible()
  await expect(box).toHaveValue('不存在、')
  await typeAnd('吴阅、')
  await expect(box).toHaveValue('不存在、')
  expect(await chosenIn('知悉范围')).toEqual(['吴阅'])
  await hand.press('F9')
  await expect(box).toBeFocused()
  await expect(box).toHaveValue('不存在、')
  await expect(page.locator('.refusal')).toHaveCount(0)
  await box.fill('周')
  await hand.press('Enter')
  await typeAnd('陈科、')
  await expect(box).toHaveValue('')
  expect(await chosenIn('知悉范围')).toEqual(['吴阅', '周阅', '陈科'])
  await typeAnd('王', 'F9')
  await expect(box).toHaveValue('王')
  await expect(page.getByText('“王”还没有选定')).toBeVisible()
  await expect(page.getByText('暂无数据')).toHaveCount(0)
})

test('实施条例34 a person is entered by keyboard alone, with the role that was chosen', async () => {
  screen = await openScreen()
  const { hand, page } = screen
  await screen.as('钱安')
  await toDesk(hand, '人员')
  await hand.press('F2')
  await cursorIn(hand, '姓名')
  await typeAnd('许新', 'Enter')
  await cursorIn(hand, '人员编号')
  await typeAnd('XU0001', 'Enter')
  await typeAnd('业务三科', 'Enter')
  await cursorIn(hand, '职务')
  await hand.press('Enter')
  await cursorIn(hand, '角色')
  await typeAnd('阅', 'Enter', 'Enter')
  await expect(page.locator('.record-head')).toContainText('许新')
  await expect(page.locator('.record')).toContainText('阅文人')
})

test('F1(4)c a reader is added by keyboard alone: Enter chooses, Enter adds', async () => {
  screen = await openScreen({ from: folder })
  const { hand, page } = screen
  await screen.as('李保')
  await page.getByRole('link', { name: '夹03' }).click()
  await page.getByRole('button', { name: /^增加阅文人/ }).click()
  await cursorIn(hand, '阅文人')
  await typeAnd('吴', 'Enter')
  await hand.press('Enter')
  await expect(page.locator('.leg').nth(1)).toContainText('吴阅')
})

test('F1(4)c a wider 知悉范围 is asked for by keyboard alone', async () => {
  screen = await openScreen({ from: folder })
  const { hand, page } = screen
  await screen.as('李保')
  await toDesk(hand, '传阅')
  await page.getByRole('tab', { name: '扩大知悉范围' }).click()
  await hand.press('F7')
  await cursorIn(hand, '文件')
  await hand.type('0001')
  await page.getByRole('option').first().waitFor({ state: 'attached' })
  await hand.press('Enter')
  await hand.press('Enter')
  await cursorIn(hand, '增加')
  await typeAnd('陈', 'Enter')
  await hand.press('Enter')
  await cursorIn(hand, '理由')
  await typeAnd('协办科室需要阅知', 'Enter')
  await expect(page.getByRole('row', { name: /扩阅〔2026〕0001/ })).toContainText('陈科')
})

test('F1(2)b F9 says 已逐份核对 wherever the cursor stands, and a grey button says what it waits for', async () => {
  screen = await openScreen({
    before: async (office) => {
      const sheet = await folder(office)
      await office.signed('周阅', 'circulation.handOut', { leg: sheet.legs[0]?.id as number, place: '保密室' })
    },
  })
  const { hand, page } = screen
  await screen.as('李保')
  await page.getByRole('link', { name: '夹03' }).click()
  await page.getByRole('button', { name: /^未阅退回/ }).click()
  await cursorIn(hand, '原因')
  await expect(page.getByRole('dialog')).toContainText('还缺：原因、份数核对')
  await hand.type('临时出差')
  await hand.press('F9')
  await expect(page.getByText('已核 1 / 1 份')).toBeVisible()
  await hand.press('Enter')
  await expect(page.locator('.leg').first()).toContainText('未阅退回：临时出差')
})

const threeOut = async (office: Office) => {
  await office.as('李保')
  const copies = []
  for (const title of ['关于春季示范检查的通知', '示范项目专题会议纪要', '关于示范值班安排的函'])
    copies.push(...(await office.ok('documents.register', office.incoming({ title }))).copies)
  const sheet = await office.ok('circulation.draft', {
    folder: '夹03',
    copies: copies.map(({ id }) => id),
    readers: [office.id('周阅')],
    confirm: true,
  })
  const leg = sheet.legs[0]?.id as number
  await office.signed('周阅', 'circulation.handOut', { leg, place: '保密室' })
  await office.signed('周阅', 'circulation.sign', { leg })
}

test('F1(2)b a scan that missed gives way to the next, and what was ticked goes with the 短少登记', async () => {
  screen = await openScreen({ before: threeOut })
  const { hand, page } = screen
  await screen.as('李保')
  await hand.click(lineOf(hand, '夹03').getByRole('button', { name: '收回' }))
  await cursorIn(hand, '扫描或输入编号')
  await typeAnd('9999', 'Enter')
  await expect(page.getByText('夹内没有“9999”')).toBeVisible()
  await typeAnd('0002', 'Enter')
  await expect(page.getByText('已核 1 / 3 份')).toBeVisible()
  await typeAnd('0001', 'Enter')
  await page.getByRole('button', { name: '缺 1 份，登记短少' }).click()
  await expect(page.getByText('短少 1 份：密收〔2026〕0003')).toBeVisible()
  await cursorIn(hand, '扫描或输入编号')
  await hand.press('Enter')
  await cursorIn(hand, '情况说明')
  await typeAnd('正在查找', 'Enter')
  await expect(page.getByText('短少〔2026〕0001')).toBeVisible()
})

test('F1(2)b a scan that missed in 新传阅单 gives way to the next; Enter goes from box to box and makes the sheet at the last', async () => {
  screen = await openScreen({
    before: async (office) => {
      await office.as('李保')
      await office.ok('documents.register', office.incoming({}))
    },
  })
  const { hand, page } = screen
  await screen.as('李保')
  await toDesk(hand, '传阅')
  await hand.press('F4')
  await cursorIn(hand, '夹号')
  await typeAnd('夹05', 'Enter')
  await cursorIn(hand, '加入份')
  await typeAnd('9999', 'Enter')
  await expect(page.getByText('没有与“9999”相符')).toBeVisible()
  await typeAnd('0001', 'Enter')
  await expect(page.getByText('共 1 份')).toBeVisible()
  await hand.press('Enter')
  await cursorIn(hand, '加入阅文人')
  await typeAnd('吴阅', 'Enter', 'Enter')
  await cursorIn(hand, '拟办意见')
  await typeAnd('请阅。', 'Enter')
  await cursorIn(hand, '领导批示')
  await hand.press('Enter')
  await expect(page.locator('.record-head')).toContainText('传阅〔2026〕0001')
})

test('F1(2)c Enter in the signing dialog goes from 意见 to the password, and from the new password to its repetition', async () => {
  screen = await openScreen({
    before: async (office) => {
      const sheet = await folder(office)
      await office.signed('周阅', 'circulation.handOut', { leg: sheet.legs[0]?.id as number, place: '保密室' })
    },
    at: '2026-03-10T17:00:00+08:00',
  })
  const { hand, page } = screen
  // A week later the reader's password has aged; the officer's is renewed at the door.
  await screen.later('2026-03-18T09:00:00+08:00')
  const renewed = `${passwordOf('李保')}8`
  await cursorIn(hand, '姓名')
  await typeAnd('李保', 'Enter')
  await typeAnd(passwordOf('李保'), 'Enter')
  await cursorIn(hand, '现在的口令')
  for (const text of [passwordOf('李保'), renewed, renewed]) await typeAnd(text, 'Enter')
  await hand.click(lineOf(hand, '夹03').getByRole('button', { name: '阅签' }))
  await cursorIn(hand, '本人口令')
  await page.getByLabel('意见').focus()
  await typeAnd('已阅', 'Enter')
  await cursorIn(hand, '本人口令')
  await typeAnd(passwordOf('周阅'), 'Enter')
  await cursorIn(hand, '新口令')
  await typeAnd(`${passwordOf('周阅')}8`, 'Enter')
  await cursorIn(hand, '再输一次新口令')
  await typeAnd(`${passwordOf('周阅')}8`, 'Enter')
  await expect(page.locator('.leg').first()).toContainText('意见：已阅')
})
