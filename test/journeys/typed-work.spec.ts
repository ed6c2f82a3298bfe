import { expect, test } from '@playwright/test'
import { cursorIn, lineOf, toDesk } from '../../tools/demo/acts.ts'
import { type Office, passwordOf } from '../support/office.ts'
import { openScreen, type Screen } from '../support/screen.ts'

let screen: Screen
test.afterEach(() => screen.close())

/** The vault at work on something long: it answers nothing until it is let go. */
const whileVaultIsBusy = async (act: () => Promise<void>) => {
  const pid = screen.host.vault.pid as number
  process.kill(pid, 'SIGSTOP')
  try {
    await act()
  } finally {
    process.kill(pid, 'SIGCONT')
  }
}

const asks = () => screen.page.getByText('所填还没有保存')
const typed = '关于春季示范检查的通知'

const registrationBegun = async () => {
  screen = await openScreen()
  await screen.as('李保')
  await screen.hand.press('F2')
  await screen.page.getByLabel('标题').fill(typed)
}

test('F1(1)b what is typed is not lost to Alt+2, to the menu, to a search or to 退出: each asks first', async () => {
  await registrationBegun()
  const { hand, page } = screen
  const stays = async () => {
    await expect(asks()).toBeVisible()
    await expect(page.getByLabel('标题')).toHaveValue(typed)
    await page.getByLabel('备注').pressSequentially('存')
    await expect(asks()).toHaveCount(0)
  }
  await hand.press('Alt+1')
  await stays()
  await page.getByRole('navigation').getByRole('link', { name: '本单位' }).click()
  await stays()
  await page.getByRole('button', { name: '退出' }).click()
  await stays()
  await page.goBack()
  await stays()
  await hand.press('Alt+1')
  await expect(asks()).toBeVisible()
  await hand.press('Alt+1')
  await expect(page.locator('nav a[aria-current=page]')).toContainText('今日')
})

test('F1(1)b Esc asks once, and going on with typing takes the question back', async () => {
  await registrationBegun()
  const { hand, page } = screen
  await hand.press('Escape')
  await expect(asks()).toBeVisible()
  await page.getByLabel('标题').fill(`${typed}之二`)
  await expect(asks()).toHaveCount(0)
  await hand.press('Escape')
  await expect(page.getByLabel('标题')).toBeVisible()
  await hand.press('Escape')
  await expect(page.getByLabel('标题')).toHaveCount(0)
})

test('F1(2)b what was found by F3 is not opened over a half-made 传阅单 without asking', async () => {
  screen = await openScreen({
    before: async (office) => {
      await office.as('李保')
      await office.ok('documents.register', office.incoming({ title: typed }))
    },
  })
  const { hand, page } = screen
  await screen.as('李保')
  await hand.press('F4')
  await cursorIn(hand, '夹号')
  await hand.type('夹07')
  await hand.press('F3')
  await hand.type('春')
  await page.getByRole('option').first().waitFor()
  await hand.press('Enter')
  await expect(asks()).toBeVisible()
  await expect(page.getByLabel('夹号')).toHaveValue('夹07')
})

test('F1(1)b while the vault saves, nothing can be abandoned: Esc and the button wait', async () => {
  screen = await openScreen()
  const { hand, page } = screen
  await screen.as('钱安')
  await toDesk(hand, '人员')
  await hand.press('F2')
  await page.getByLabel('姓名').fill('许新')
  await page.getByLabel('人员编号').fill('XU0001')
  await page.getByLabel('部门').fill('业务三科')
  await page.getByRole('combobox', { name: '角色' }).fill('阅文人')
  await whileVaultIsBusy(async () => {
    await hand.press('F9')
    await expect(page.getByText('正在保存…')).toBeVisible()
    for (const key of ['Escape', 'Escape', 'Alt+1', 'Alt+1']) await hand.press(key)
    await expect(page.locator('.act-form').getByRole('button', { name: /Esc$/ })).toBeDisabled()
    await expect(page.getByLabel('姓名')).toHaveValue('许新')
  })
  await expect(page.locator('.record-head')).toContainText('许新')
})

const signedOut = async (office: Office) => {
  await office.as('李保')
  const { copies } = await office.ok('documents.register', office.incoming({ title: typed }))
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

test('F1(2)c while a return is being recorded, its dialog stays', async () => {
  screen = await openScreen({ from: signedOut })
  const { hand, page } = screen
  await screen.as('李保')
  await hand.click(lineOf(hand, '夹03').getByRole('button', { name: '收回' }))
  await cursorIn(hand, '扫描或输入编号')
  await hand.press('F9')
  await whileVaultIsBusy(async () => {
    await hand.press('Enter')
    await hand.press('Escape')
    await expect(page.getByRole('dialog').getByRole('button', { name: /返回/ })).toBeDisabled()
  })
  await expect(page.locator('.leg').first()).toContainText('1 / 1 份')
})

test('F1(4)c an opinion that is typed is asked for before Esc drops it', async () => {
  screen = await openScreen({
    before: async (office) => {
      await office.as('李保')
      const { id: document } = await office.ok('documents.register', office.incoming({ title: typed }))
      await office.ok('circulation.requestWidening', { document, persons: [office.id('陈科')], reason: '承办' })
    },
  })
  const { hand, page } = screen
  await screen.as('赵组')
  await hand.button('审批')
  await cursorIn(hand, '意见')
  await hand.type('限本人')
  await hand.press('Escape')
  await expect(asks()).toBeVisible()
  await hand.type('阅知')
  await expect(asks()).toHaveCount(0)
  await hand.press('Escape')
  await hand.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('锁定 the page is dropped at once, even over an open dialog and while the vault is at work', async () => {
  screen = await openScreen({ from: signedOut })
  const { hand, page } = screen
  await screen.as('李保')
  await hand.click(lineOf(hand, '夹03').getByRole('button', { name: '收回' }))
  await expect(page.getByText(typed)).toBeVisible()
  await whileVaultIsBusy(async () => {
    await hand.press('Control+l')
    await expect(page.getByText('正在锁屏')).toBeVisible({ timeout: 2_000 })
    expect(await page.content()).not.toContain('春季')
  })
  await cursorIn(hand, '姓名')
  expect(await page.content()).not.toContain('春季')
})

test('口令 leaving the form for one’s own password says nothing of a change that was not made', async () => {
  screen = await openScreen()
  const { hand, page } = screen
  await screen.as('李保')
  await toDesk(hand, '本单位')
  await page.getByRole('tab', { name: '本人口令' }).click()
  await page.getByLabel('现在的口令').fill(passwordOf('李保'))
  await hand.press('Escape')
  await expect(asks()).toBeVisible()
  await hand.press('Escape')
  await expect(page.getByLabel('现在的口令')).toHaveCount(0)
  await expect(page.getByText('口令已更改')).toHaveCount(0)
  await page.getByRole('tab', { name: '本人口令' }).click()
  const renewed = `${passwordOf('李保')}9`
  await cursorIn(hand, '现在的口令')
  for (const text of [passwordOf('李保'), renewed, renewed]) {
    await hand.type(text)
    await hand.press('Enter')
  }
  await expect(page.getByText('口令已更改')).toBeVisible()
})
