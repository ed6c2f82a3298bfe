import { expect, test } from '@playwright/test'
import { cursorIn, firstSignIn, lock, sealEach, sealSheets, signIn, toDesk } from '../../tools/demo/acts.ts'
import { nothingSerious } from '../support/axe.ts'
import { identityOf, initialPasswordOf, passwordOf } from '../support/office.ts'
import { openScreen, type Screen } from '../support/screen.ts'

let screen: Screen
test.afterEach(() => screen.close())

test('三员 the office is set up on the screen: unit and level, calendar, three officers with their own passwords', async () => {
  screen = await openScreen({ empty: true })
  const { hand, page } = screen
  await page.getByLabel('单位名称').waitFor()
  await hand.type('青禾市疾控示范中心')
  await hand.press('Enter')
  await expect(page.getByText('2026年')).toBeVisible()
  await nothingSerious(screen)
  await hand.press('Enter')
  for (const name of ['郑系', '钱安', '冯审'])
    for (const text of [name, identityOf(name), passwordOf(name), passwordOf(name)]) {
      await hand.type(text)
      await hand.press('Enter')
    }
  await expect(page.getByRole('heading', { name: '密钥恢复单' })).toBeVisible({ timeout: 30_000 })
  await nothingSerious(screen)
  await sealSheets(hand)
  await expect(page.getByRole('heading', { name: '已建立' })).toBeVisible()
  await hand.press('Enter')
  await cursorIn(hand, '姓名')
  await nothingSerious(screen)
  await signIn(hand, '冯审', passwordOf('冯审'))
  await expect(page.getByText('安全审计员').first()).toBeVisible()
})

test('口令 two of the sheets that the set-up showed bring an officer back on the screen', async () => {
  screen = await openScreen()
  const { hand, page, office } = screen
  await hand.button('恢复密钥')
  await page.getByRole('heading', { name: '恢复密钥' }).waitFor()
  const [one = '', , three = ''] = office.sheets
  for (const text of ['郑系', one.replaceAll('-', ' ').toLowerCase(), `${three.slice(0, -1)}?`, 'Recovered#2026', 'Recovered#2026']) {
    await hand.type(text)
    await hand.press('Enter')
  }
  await expect(page.getByText('后一份抄录有误')).toBeVisible()
  await page.getByLabel('后一份').fill(three)
  await hand.press('F9')
  await expect(page.getByText('郑系的口令已重设')).toBeVisible()
  await firstSignIn(hand, '郑系', 'Recovered#2026', 'AfterRecovery#26')
  await toDesk(hand, '本单位')
  await hand.click(page.getByRole('tab', { name: '密钥' }))
  await hand.button('更换数据密钥')
  await hand.button('确定更换')
  await expect(page.getByText('已更换数据密钥')).toBeVisible()
})

test('三员 new recovery sheets on the screen: two officers, told once, asked before they are left; two of them bring an officer back', async () => {
  screen = await openScreen()
  const { hand, page } = screen
  await screen.as('郑系')
  await toDesk(hand, '本单位')
  await page.getByText('本机密级', { exact: true }).waitFor()
  await nothingSerious(screen)
  await hand.click(page.getByRole('tab', { name: '密钥' }))
  await hand.button('换发密钥恢复单')
  await cursorIn(hand, '原因')
  await hand.type('第二份信封破损')
  await hand.press('Enter')
  await cursorIn(hand, '姓名')
  for (const text of ['钱安', passwordOf('钱安')]) {
    await hand.type(text)
    await hand.press('Enter')
  }
  await expect(page.getByText('旧的三份已当场作废')).toBeVisible({ timeout: 30_000 })
  await hand.press('Escape')
  await expect(page.getByRole('alert').filter({ hasText: '还没有登记封存' })).toBeVisible()
  const words: string[] = []
  await sealEach(hand, async () => {
    words.push((await page.locator('.recovery-words > div').allTextContents()).join('-'))
  })
  await expect(page.getByText('还没有登记封存')).toHaveCount(0)
  await hand.button('登记恢复单封存')
  await expect(page.getByText('新的密钥恢复单已登记封存')).toBeVisible()
  await lock(hand)
  await hand.button('恢复密钥')
  await page.getByRole('heading', { name: '恢复密钥' }).waitFor()
  for (const text of ['郑系', words[2] ?? '', words[1] ?? '', 'Recovered#2026', 'Recovered#2026']) {
    await hand.type(text)
    await hand.press('Enter')
  }
  await expect(page.getByText('郑系的口令已重设')).toBeVisible()
  await firstSignIn(hand, '郑系', 'Recovered#2026', 'AfterRecovery#26')
  await expect(page.getByText('密钥恢复单已于2026-03-10启封使用')).toBeVisible()
})

test('口令 a weak password is refused at set-up, in its own box, before anything is made', async () => {
  screen = await openScreen({ empty: true })
  const { hand, page } = screen
  await page.getByLabel('单位名称').fill('青禾市疾控示范中心')
  await hand.press('Enter')
  await page.getByText('2026年').waitFor()
  await hand.press('Enter')
  for (const [name, password] of [
    ['郑系', 'Short#123'],
    ['钱安', passwordOf('钱安')],
    ['冯审', passwordOf('冯审')],
  ] as const)
    for (const text of [name, identityOf(name), password, password]) {
      await hand.type(text)
      await hand.press('Enter')
    }
  await expect(page.getByText('口令不得少于10个字符').first()).toBeVisible()
})

test('实施条例34 people are entered by one officer, opened by another, and set their own password first', async () => {
  screen = await openScreen()
  const { hand, page } = screen
  await screen.as('钱安')
  await toDesk(hand, '人员')
  await hand.press('F2')
  await page.getByLabel('姓名').fill('许新')
  await page.getByLabel('人员编号').fill('QH-0012')
  await page.getByLabel('部门').fill('业务三科')
  await page.getByRole('combobox', { name: '角色' }).fill('阅文人')
  await nothingSerious(screen)
  await hand.press('F9')
  await expect(page.locator('.record-head')).toContainText('许新')
  await expect(page.locator('.record-head')).toContainText('未开户')
  await lock(hand)
  await screen.as('郑系')
  await page.locator('.today-line', { hasText: '许新' }).getByRole('button', { name: '开户' }).click()
  await page.getByLabel('初始口令').fill(initialPasswordOf('许新'))
  await hand.press('Enter')
  await expect(page.locator('.record-head')).toContainText('待改初始口令')
  await lock(hand)
  await firstSignIn(hand, '许新', initialPasswordOf('许新'), passwordOf('许新'))
  await expect(page.getByText('今日没有等您办理的事项')).toBeVisible()
})

test('锁定 five wrong passwords lock the account; the 安全保密管理员 unlocks it', async () => {
  screen = await openScreen()
  const { hand, page } = screen
  await page.getByLabel('姓名').waitFor()
  await hand.type('周阅')
  for (let wrong = 0; wrong < 5; wrong += 1) {
    await page.getByLabel('口令').fill('Wrong#password')
    await hand.press('Enter')
    await expect(page.getByRole('alert').last()).toContainText(wrong < 4 ? `再错${4 - wrong}次` : '已锁定')
  }
  await page.getByLabel('姓名').fill('钱安')
  await page.getByLabel('口令').fill(passwordOf('钱安'))
  await hand.press('Enter')
  await page.locator('.today-line', { hasText: '周阅' }).getByRole('button', { name: '解除锁定' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '解除锁定 F9' }).click()
  await expect(page.locator('.record-head')).toContainText('正常')
})

test('三员 an auditor made administrator as well is refused with its clause, before a second officer is asked for a password', async () => {
  screen = await openScreen()
  const { hand, page } = screen
  await screen.as('钱安')
  await toDesk(hand, '人员')
  await page.getByText('冯审').click()
  await page.getByRole('button', { name: /^调整角色/ }).click()
  await page.getByRole('combobox', { name: '角色' }).click()
  await page.getByTitle('系统管理员').last().click()
  await hand.press('Escape')
  await page.getByLabel('原因').fill('人手不足')
  await hand.press('F9')
  await expect(page.getByText('安全审计员不得兼任').first()).toBeVisible()
  await expect(page.getByLabel('本人口令')).toHaveCount(0)
  await page.screenshot({ path: 'test-results/roles-refused.png' })
})

/** The 系统管理员 who is there signs for a change of roles. */
const agree = async (name: string) => {
  const { hand, page } = screen
  const box = page.getByRole('dialog').filter({ hasText: '会签' }).last()
  await box.getByLabel('姓名').fill(name)
  await box.getByLabel('本人口令').fill(passwordOf(name))
  await hand.press('Enter')
}

test('三员 roles are changed with the 系统管理员 beside, whose signature stands in the 经过', async () => {
  screen = await openScreen()
  const { hand, page } = screen
  await screen.as('钱安')
  await toDesk(hand, '人员')
  await page.getByText('周阅').click()
  await page.getByRole('button', { name: /^调整角色/ }).click()
  await page.getByRole('combobox', { name: '角色' }).click()
  await page.getByTitle('经办科室').last().click()
  await hand.press('Escape')
  await page.getByLabel('原因').fill('兼任科室经办')
  await hand.press('F9')
  await expect(page.getByText('阅文人　→　阅文人、经办科室。请系统管理员核对')).toBeVisible()
  await nothingSerious(screen)
  await agree('李保')
  await expect(page.getByRole('alert').filter({ hasText: '须由系统管理员当场会签' })).toBeVisible()
  await agree('郑系')
  await expect(page.locator('.history')).toContainText('阅文人　→　阅文人、经办科室')
  await expect(page.locator('.history')).toContainText(/签名：钱安 [0-9a-f]{8}、郑系 [0-9a-f]{8}/)
})

test('三员 a second account of the auditor is refused by 人员编号; a mistyped number is put right with the 系统管理员 beside', async () => {
  screen = await openScreen()
  const { hand, page } = screen
  await screen.as('钱安')
  await toDesk(hand, '人员')
  await hand.press('F2')
  for (const text of ['冯审二', identityOf('冯审'), '保密工作机构']) {
    await hand.type(text)
    await hand.press('Enter')
  }
  await hand.press('Enter')
  await hand.type('系统管理员')
  await hand.press('Enter')
  await hand.press('Enter')
  await expect(page.getByText('与冯审是同一个人员编号')).toBeVisible()
  await expect(page.getByLabel('人员编号')).toBeFocused()
  await page.getByLabel('人员编号').fill('qh-0031')
  await hand.press('F9')
  await page.getByText('QH-0031').waitFor()
  await page.getByRole('button', { name: /^更正人员编号/ }).click()
  await page.getByRole('dialog').getByLabel('人员编号').fill(identityOf('冯审'))
  await page.getByLabel('原因').fill('录入有误')
  await hand.press('F9')
  await expect(page.getByText('与冯审是同一个人员编号')).toBeVisible()
  await expect(page.getByLabel('本人口令')).toHaveCount(0)
  await page.getByRole('dialog').getByLabel('人员编号').fill('QH-0013')
  await hand.press('F9')
  await expect(page.getByText('QH-0031　→　QH-0013。请系统管理员核对')).toBeVisible()
  await agree('郑系')
  await expect(page.locator('.history')).toContainText('QH-0031　→　QH-0013')
  await expect(page.locator('.history')).toContainText(/签名：钱安 [0-9a-f]{8}、郑系 [0-9a-f]{8}/)
})

test('日历 a deadline shows its days one by one', async () => {
  screen = await openScreen()
  const { hand, page } = screen
  await screen.as('李保')
  await toDesk(hand, '本单位')
  await page.getByRole('tab', { name: '计算期限' }).click()
  await page.getByLabel('起算日').fill('20260209')
  await page.getByLabel('工作日数').fill('20')
  await hand.press('Enter')
  await expect(page.locator('.count-due')).toContainText('2026-03-13')
  await expect(page.getByText('调休上班')).toHaveCount(2)
})
