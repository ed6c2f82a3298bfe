import { expect, test } from '@playwright/test'
import { askedBySection } from '../support/records.ts'
import { openScreen, type Screen } from '../support/screen.ts'

let screen: Screen
test.afterEach(() => screen.close())

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
  // Between any two tasks of the page a key may come: what has the focus then is where it goes.
  await page.evaluate(() => {
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
  await opener.click()
  await expect(page.getByRole('button', { name: '补签 Enter' })).toBeFocused()
  expect(await page.evaluate(() => (window as unknown as { stood: string[] }).stood)).toEqual(['below', 'BUTTON 补签 Enter'])
})
