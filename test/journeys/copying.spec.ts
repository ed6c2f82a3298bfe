import { expect, type Locator, test } from '@playwright/test'
import { cursorIn } from '../../tools/demo/acts.ts'
import { ORIGIN } from '../../tools/hosts/browser.ts'
import type { Office } from '../support/office.ts'
import { openScreen, type Screen } from '../support/screen.ts'

const TITLE = '关于春季示范检查的通知'
// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(120_000)

let screen: Screen
test.afterEach(() => screen.close())

const registered = async (office: Office) => {
  await office.as('李保')
  await office.ok('documents.register', office.incoming({ title: TITLE }))
}

/** The page of one registered paper; what lies in the clipboard before is of another program. */
const openPaper = async () => {
  screen = await openScreen({ from: registered })
  const { hand, page } = screen
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: ORIGIN })
  await screen.as('李保')
  await hand.press('Alt+2')
  await page.getByText(TITLE).first().click()
  await page.locator('.record-head').waitFor()
  await page.evaluate(() => navigator.clipboard.writeText('从别处复制的'))
}
/** All that lies in the clipboard, by its kind. */
const clipboard = () =>
  screen.page.evaluate(async () => {
    const kinds: Record<string, string> = {}
    for (const item of await navigator.clipboard.read())
      for (const type of item.types) kinds[type] = type.startsWith('text/') ? await (await item.getType(type)).text() : 'binary'
    return kinds
  })
const markText = (of: Locator) => of.evaluate((element) => getSelection()?.selectAllChildren(element))
const note = () => screen.page.locator('.copy-note')

test('清单48 F1(5)a a number goes out as plain text alone; a title, or more than a screenful, does not, and the page says so', async () => {
  await openPaper()
  const { page, hand } = screen
  const heading = page.locator('.record-head h2')
  await markText(page.getByText('密收〔2026〕0001', { exact: true }).first())
  await hand.press('Control+c')
  await expect(note()).toContainText('已复制 密收〔2026〕0001')
  expect(await clipboard()).toEqual({ 'text/plain': '密收〔2026〕0001' })
  for (const keys of ['Control+c', 'Control+Insert', 'Control+x'] as const) {
    await markText(page.getByText(TITLE).first())
    await hand.press(keys)
    await expect(note()).toContainText('标题和内容不得复制到密卷之外')
  }
  await page.keyboard.press('Control+a')
  await hand.press('Control+c')
  await expect(note()).toContainText('一次最多复制 200 个字')
  // By the menu, or by whatever else gives the command: the same event, the same rule.
  await markText(page.getByText(TITLE).first())
  await page.evaluate(() => document.execCommand('copy'))
  expect(await clipboard()).toEqual({ 'text/plain': '密收〔2026〕0001' })
  await expect(heading).toBeVisible()
})

test('清单48 F1(5)a what is typed in a box moves to another box and nowhere else; what another program copied since is newer', async () => {
  await openPaper()
  const { page, hand } = screen
  await hand.press('F2')
  await cursorIn(hand, '信封编号')
  await hand.type('示范中心来的一封信')
  await hand.press('Control+a')
  await hand.press('Control+x')
  await expect(note()).toContainText('只能粘贴在密卷里')
  await expect(page.getByLabel('信封编号')).toHaveValue('')
  expect(Object.values(await clipboard()).join('')).toBe('')
  await page.getByLabel('来文机关').focus()
  await hand.press('Control+v')
  await hand.press('Control+v')
  await expect(page.getByLabel('来文机关')).toHaveValue('示范中心来的一封信示范中心来的一封信')
  await page.evaluate(() => navigator.clipboard.writeText('从别处复制的'))
  await page.getByLabel('来文机关').fill('')
  await hand.press('Control+v')
  await expect(page.getByLabel('来文机关')).toHaveValue('从别处复制的')
  await page.getByLabel('来文机关').fill('')
  await page.getByLabel('信封编号').fill('')
})

test('清单48 50 nothing is dragged out of the page', async () => {
  await openPaper()
  const { page } = screen
  const title = page.getByText(TITLE).first()
  await markText(title)
  const carried = await title.evaluate((element) => {
    const event = new DragEvent('dragstart', { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() })
    return element.dispatchEvent(event)
  })
  expect(carried).toBe(false)
  await page.evaluate(() => {
    Object.assign(globalThis, { dropped: '' })
    addEventListener('dragover', (event) => event.preventDefault())
    addEventListener('drop', (event) => Object.assign(globalThis, { dropped: event.dataTransfer?.getData('text/plain') ?? '' }))
  })
  const box = await title.boundingBox()
  if (!box) throw new Error('the title is not on the screen')
  await page.mouse.move(box.x + 20, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + 60, box.y + 120, { steps: 5 })
  await page.mouse.up()
  expect(await page.evaluate(() => (globalThis as unknown as { dropped: string }).dropped)).toBe('')
})
