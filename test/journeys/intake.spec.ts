import { expect, test } from '@playwright/test'
import { cursorIn, fillRegistration, lock, type Paper, register, sendRegistration, signInPlace, toDesk, whoHolds } from '../../tools/demo/acts.ts'
import { nothingSerious } from '../support/axe.ts'
import { passwordOf } from '../support/office.ts'
import { openScreen, type Screen, sum } from '../support/screen.ts'

let screen: Screen
test.afterEach(() => screen.close())

const paper: Paper = {
  envelopeNo: '机要001',
  sender: '青禾市人民政府办公室',
  symbol: '青政办发〔2026〕8号',
  title: '关于开展春季示范检查的通知',
  listed: 2,
  counted: 2,
  copyNos: '000012-000013',
  mark: '机密★5年',
  madeOn: '20260305',
  scope: ['周阅', '吴阅'],
}

test('F1(1)b a paper is registered by keyboard alone, with at most eight keys beside what stands on it', async () => {
  screen = await openScreen()
  await screen.as('李保')
  screen.hand.spent()
  expect(await register(screen.hand, paper)).toBe('密收〔2026〕0001')
  expect(sum(screen.hand.spent())).toBeLessThanOrEqual(8)
  await expect(screen.page.getByText('密收〔2026〕0001-02　份号 000013')).toBeVisible()
  await screen.hand.press('F6')
  const pane = screen.page.locator('.record')
  for (const text of ['关于开展春季示范检查的通知', '青政办发〔2026〕8号', '机密★5年', '2031-03-05', '周阅、吴阅', '清单 2，实点 2', '机要001'])
    await expect(pane.getByText(text).first()).toBeVisible()
  await nothingSerious(screen)
})

test('F1(1)b 保密法31 the 二维条码 of a paper is scanned into the form, checked and registered; what is no whole code fills nothing', async () => {
  screen = await openScreen()
  const { hand, page } = screen
  const scan = async (code: string) => {
    await hand.press('F7')
    await cursorIn(hand, '扫二维条码')
    await hand.type(code)
    await hand.press('Enter')
  }
  const code = (mark: string) => `GB0626-2005^1^青政办发〔2026〕8号^青禾市人民政府办公室^^关于开展春季示范检查的通知^${mark}^加急^20260305^|`
  await screen.as('李保')
  await hand.press('F2')
  await cursorIn(hand, '信封编号')
  await scan(code('机密★5年').slice(0, 60))
  await expect(page.locator('.code-box .field-error')).toContainText('没有读全')
  await scan(code('绝密★30年'))
  await expect(page.locator('.code-box .field-error')).toContainText('保密法31')
  await expect(page.getByLabel('标题')).toHaveValue('')
  await scan(code('机密★5年'))
  await expect(page.locator('.code-box')).toContainText('请逐项与来文核对')
  await expect(page.getByLabel('成文日期')).toHaveValue('2026-03-05')
  await page.screenshot({ path: 'test-results/intake-code.png' })
  await cursorIn(hand, '信封编号')
  await hand.type('机要001')
  await hand.press('Enter')
  await cursorIn(hand, '清单份数')
  await hand.type('1')
  await hand.press('Enter')
  await hand.type('1')
  expect(await sendRegistration(hand)).toBe('密收〔2026〕0001')
  await hand.press('F6')
  for (const text of ['关于开展春季示范检查的通知', '机密★5年', '加急']) await expect(page.locator('.record').getByText(text).first()).toBeVisible()
})

test('F1(1)b a count unlike the list is refused until its difference is written down', async () => {
  screen = await openScreen()
  await screen.as('李保')
  const noted = { ...paper, listed: 3, counted: 2, discrepancy: '清单三份，实到两份，已电话告知发文机关' }
  expect(await register(screen.hand, noted)).toBe('密收〔2026〕0001')
  await screen.hand.press('F6')
  await expect(screen.page.getByText('清单三份，实到两份')).toBeVisible()
})

test('保密法20 秘密★15年 is refused in its box, in words and with its clause; a basis lets it pass', async () => {
  screen = await openScreen()
  await screen.as('李保')
  await screen.hand.press('F2')
  await fillRegistration(screen.hand, { ...paper, mark: '秘密★15年', basis: '' })
  await screen.hand.press('F9')
  await expect(screen.page.locator('.field-error')).toContainText('秘密级不超过十年')
  await expect(screen.page.locator('.refusal')).toHaveText(/^保密法20/)
  await nothingSerious(screen)
  await expect(screen.page.getByLabel('依据')).toBeFocused()
  await screen.page.getByLabel('依据').fill('发文机关另有规定')
  expect(await sendRegistration(screen.hand)).toBe('密收〔2026〕0001')
})

test('保密法31 a level above this computer’s is refused, and what was typed stays', async () => {
  screen = await openScreen()
  await screen.as('李保')
  await screen.hand.press('F2')
  await fillRegistration(screen.hand, { ...paper, mark: '绝密★20年' })
  await screen.hand.press('F9')
  await expect(screen.page.locator('.field-error')).toContainText('超过本机密级')
  await expect(screen.page.locator('.refusal')).toHaveText(/^保密法31/)
  await expect(screen.page.getByLabel('标题')).toHaveValue('关于开展春季示范检查的通知')
  await expect(screen.page.getByLabel('密级')).toBeFocused()
})

test('F1(1)b the same paper a second time is refused with a link to the first', async () => {
  screen = await openScreen()
  await screen.as('李保')
  await register(screen.hand, paper)
  await screen.hand.press('F2')
  await fillRegistration(screen.hand, { ...paper, envelopeNo: '机要002' })
  await screen.hand.press('F9')
  const first = screen.page.getByRole('link', { name: '打开 密收〔2026〕0001' })
  await first.click()
  await expect(screen.page.getByText('所填还没有保存')).toBeVisible()
  await first.click()
  await expect(screen.page.getByRole('heading', { name: '密收〔2026〕0001' })).toBeVisible()
})

test('F1(1)d an 亲启件 is opened by its addressee alone, in place, and only then registered', async () => {
  screen = await openScreen({
    before: async (office) => {
      await office.as('李保')
      await office.ok('documents.receive', {
        envelopeNo: '机要900',
        sender: '青禾市委办公室',
        receivedAt: '2026-03-10T08:50',
        sealIntact: true,
        personalFor: office.id('王管'),
      })
    },
  })
  await screen.as('李保')
  await screen.hand.button('当面拆封')
  await expect(screen.page.getByText('王管').last()).toBeVisible()
  await signInPlace(screen.hand, passwordOf('王管'))
  await screen.page.locator('.today-line', { hasText: '机要900' }).getByRole('button', { name: '登记' }).click()
  await fillRegistration(screen.hand, { ...paper, copyNos: '' }, true)
  expect(await sendRegistration(screen.hand)).toBe('密收〔2026〕0001')
  // A second paper out of the same letter is registered from the first.
  await screen.hand.press('F6')
  await screen.hand.button('登记同封另一件')
  await fillRegistration(screen.hand, { ...paper, title: '示范件之二', symbol: '青办密〔2026〕9号', copyNos: '' }, true)
  expect(await sendRegistration(screen.hand)).toBe('密收〔2026〕0002')
})

test('F1(3)a a correction and a change of level are new records beside the old one, on the screen too', async () => {
  screen = await openScreen({
    before: async (office) => {
      await office.as('李保')
      await office.ok('documents.register', office.incoming({ title: '关于示范项目的通知' }))
    },
  })
  await screen.as('李保')
  await toDesk(screen.hand, '收文登记')
  await screen.page.getByText('关于示范项目的通知').click()
  await screen.page.getByRole('heading', { name: '密收〔2026〕0001' }).waitFor()
  await screen.hand.press('Control+e')
  await screen.page.getByLabel('标题').fill('关于示范项目安排的通知')
  await screen.page.getByLabel('更正原因').fill('漏字')
  await screen.hand.press('F9')
  await expect(screen.page.locator('.versions')).toContainText('关于示范项目的通知　→　关于示范项目安排的通知')
  await screen.hand.press('F6')
  await screen.page.getByLabel('通知文号').fill('青保发〔2026〕2号')
  await screen.page.getByLabel('通知日期').fill('20260309')
  await screen.page.getByLabel('密级★期限').fill('秘密★5年')
  await screen.hand.press('F9')
  await expect(screen.page.locator('.versions')).toContainText('机密★5年　→　秘密★5年')
  await expect(screen.page.locator('.record-head')).toContainText('秘密★5年')
})

test('F1(4)a who holds this? one key and one character of the title, from anywhere', async () => {
  screen = await openScreen({
    before: async (office) => {
      await office.as('李保')
      const { copies } = await office.ok('documents.register', office.incoming({ title: '关于春季示范检查的通知' }))
      const sheet = await office.ok('circulation.draft', { folder: '夹03', copies: copies.map(({ id }) => id), readers: [office.id('周阅')] })
      await office.signed('周阅', 'circulation.handOut', { leg: sheet.legs[0]?.id as number, place: '保密室' })
    },
  })
  await screen.as('李保')
  await toDesk(screen.hand, '本单位')
  screen.hand.spent()
  expect(await whoHolds(screen.hand, '春')).toContain('周阅')
  expect(sum(screen.hand.spent())).toBeLessThanOrEqual(2)
  await screen.hand.press('Enter')
  await expect(screen.page.getByRole('heading', { name: '密收〔2026〕0001' })).toBeVisible()
  await screen.hand.press('F3')
  await screen.hand.type('夹03')
  await expect(screen.page.getByRole('option').first()).toContainText('周阅')
})

test('锁定 locking leaves no title in the page, and the next person begins at their own 今日', async () => {
  screen = await openScreen({
    before: async (office) => {
      await office.as('李保')
      await office.ok('documents.register', office.incoming({ title: '关于春季示范检查的通知' }))
    },
  })
  await screen.as('李保')
  await toDesk(screen.hand, '收文登记')
  await expect(screen.page.getByText('关于春季示范检查的通知')).toBeVisible()
  await lock(screen.hand)
  expect(await screen.page.content()).not.toContain('春季')
  await screen.as('周阅')
  await expect(screen.page.locator('nav a[aria-current=page]')).toContainText('今日')
  expect(await screen.page.content()).not.toContain('春季')
})

test('锁定 ten idle minutes lock by themselves; the page is thrown away', async () => {
  screen = await openScreen({
    before: async (office) => {
      await office.as('李保')
      await office.ok('documents.register', office.incoming({ title: '关于春季示范检查的通知' }))
    },
  })
  await screen.as('李保')
  await toDesk(screen.hand, '收文登记')
  await expect(screen.page.getByText('关于春季示范检查的通知')).toBeVisible()
  await screen.later('2026-03-10T09:15:01+08:00')
  await expect(screen.page.getByText('已自动锁屏')).toBeVisible({ timeout: 15_000 })
  expect(await screen.page.content()).not.toContain('春季')
})

test('F1(1)b Chinese that is being composed is not sent by its Enter, nor cut short', async () => {
  screen = await openScreen()
  await screen.as('李保')
  await screen.hand.press('F2')
  await cursorIn(screen.hand, '信封编号')
  await screen.hand.type('机要001')
  await screen.hand.press('Enter')
  const ime = await screen.page.context().newCDPSession(screen.page)
  const sender = screen.page.getByLabel('来文机关')
  await expect(sender).toBeFocused()
  await ime.send('Input.imeSetComposition', { text: 'qing he', selectionStart: 7, selectionEnd: 7 })
  await ime.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 })
  await ime.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 })
  await expect(sender).toBeFocused()
  await ime.send('Input.insertText', { text: '青禾市人民政府' })
  await expect(sender).toHaveValue('青禾市人民政府')
  await screen.hand.press('Enter')
  await expect(screen.page.getByLabel('来文字号')).toBeFocused()
})
