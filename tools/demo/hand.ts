import type { Locator, Page } from 'playwright-core'

/** Keys and clicks beside the content that must be typed. */
export type Effort = { keys: number; clicks: number }

/** A person's hands at the screen. What a paper or a person says is typed and costs nothing; every other key and click is counted. */
export type Hand = {
  page: Page
  /** Types content where the cursor stands. */
  type(text: string): Promise<void>
  /** Types content that is whole by itself: waits until the cursor has gone on. */
  whole(text: string): Promise<void>
  press(key: string): Promise<void>
  click(what: Locator): Promise<void>
  button(name: string | RegExp): Promise<void>
  /** What was spent since the last `spent()`. */
  spent(): Effort
}

/** Characters that an input method commits at once; the others come from keys. */
const committed = /[^\u0020-\u007e]/

/** A dialog that has just come up takes the cursor a moment after its words can be read; a person's next key goes to it, not to what lies below. */
const cursorInTopDialog = (page: Page) =>
  page.waitForFunction(() => {
    const dialogs = [...document.querySelectorAll('.ant-modal')].filter((dialog) => dialog.getClientRects().length > 0)
    return dialogs.at(-1)?.contains(document.activeElement) ?? true
  })

export const handAt = (page: Page): Hand => {
  let effort: Effort = { keys: 0, clicks: 0 }
  const type = (text: string) => (committed.test(text) ? page.keyboard.insertText(text) : page.keyboard.type(text))
  const click = async (what: Locator) => {
    effort.clicks += 1
    await what.click()
  }
  return {
    page,
    type,
    whole: async (text) => {
      const box = await page.evaluateHandle(() => document.activeElement)
      await type(text)
      await page.waitForFunction((before) => document.activeElement !== before && document.activeElement !== document.body, box)
    },
    press: async (key) => {
      effort.keys += 1
      await cursorInTopDialog(page)
      await page.keyboard.press(key)
    },
    click,
    button: (name) => click(page.getByRole('button', { name })),
    spent: () => {
      const spent = effort
      effort = { keys: 0, clicks: 0 }
      return spent
    },
  }
}
