import { expect, test } from '@playwright/test'
import { askedBySection, stored } from '../support/records.ts'
import { openScreen, type Screen } from '../support/screen.ts'

let screen: Screen
test.afterEach(() => screen.close())

/** Between any two tasks of the page a key may come: what has the focus then is where it goes. From now on the page notes where that is. */
const watched = () =>
  screen.page.evaluate(() => {
    const stood: string[] = []
    Object.assign(window, { stood })
    const look = () => {
      const at = document.activeElement
      const word = at?.closest('.ant-modal') ? `${at.tagName} ${at.textContent}` : 'below'
      if (stood.at(-1) !== word) stood.push(word)
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = look
      port2.postMessage(null)
    }
    look()
  })
const stoodOn = () => screen.page.evaluate(() => (window as unknown as { stood: string[] }).stood)

test('F1(4)c a key pressed in the instant in which a dialog comes up finds its act, never 返回', async () => {
  screen = await openScreen({
    before: async (office) => {
      const { widening } = await askedBySection(office)
      const entry = { widening, approver: office.id('王管'), approve: true, opinion: '同意', signedAt: '2026-03-10T09:05' }
      await office.ok('circulation.decideWideningOnPaper', entry)
    },
  })
  const { page } = screen
  await screen.as('王管')
  const opener = page.getByRole('button', { name: '补签' })
  await expect(opener).toBeVisible()
  await watched()
  await opener.click()
  await expect(page.getByRole('button', { name: '补签 Enter' })).toBeFocused()
  expect(await stoodOn()).toEqual(['below', 'BUTTON 补签 Enter'])
})

test('F1(6) while a dialog without a box waits for what its act needs, Enter finds nothing; then the act, never 返回', async () => {
  screen = await openScreen({
    before: async (office) => {
      const { box, numbers } = await stored(office)
      const { id: stockTaking } = await office.ok('keeping.begin', { boxes: [box], reason: '季度抽查' })
      await office.ok('keeping.scan', { stockTaking, numbers })
    },
  })
  const { page, hand } = screen
  await screen.as('李保')
  await page.evaluate(() => {
    location.hash = '#/keeping/1'
  })
  await expect(page.getByRole('button', { name: '清点完成 F9' })).toBeVisible()
  await watched()
  await hand.press('F9')
  await expect(page.getByRole('button', { name: '监点人签字 Enter' })).toBeFocused()
  const stood = await stoodOn()
  expect(stood.filter((place) => place.includes('返回') && place.startsWith('BUTTON'))).toEqual([])
  expect(stood.at(-1)).toBe('BUTTON 监点人签字 Enter')
})
