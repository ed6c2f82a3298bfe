import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator } from '@playwright/test'
import { savePaper } from '../../tools/demo/acts.ts'
import type { Screen } from './screen.ts'

/** The pages of the sheet that is shown, once every one of them stands. */
export const pagesShown = async ({ page }: Screen): Promise<Locator> => {
  await page.locator('[data-complete]').waitFor({ timeout: 60_000 })
  return page.locator('[data-complete] .paper-page')
}

/** Every page carries mark, form number, page x of y and the QR; nothing on it is cut off or runs out of its box. */
export const holds = async (pages: Locator, mark: string, formNumber: string): Promise<void> => {
  const seen = await pages.evaluateAll((all) =>
    all.map((page) => {
      const text = (part: string) => page.querySelector(part)?.textContent ?? ''
      const body = page.querySelector('.paper-body') as HTMLElement
      const out = [page as HTMLElement, body, ...page.querySelectorAll<HTMLElement>('td, th, footer, header')].filter(
        (box) => box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1,
      )
      return {
        mark: text('.paper-mark'),
        formNumber: text('.paper-form-number'),
        count: text('.paper-count'),
        witness: page.querySelectorAll('.paper-witness path').length,
        out: out.map((box) => `${box.className || box.tagName} ${box.textContent?.slice(0, 40)}`),
      }
    }),
  )
  expect(seen).toEqual(seen.map((_, place) => ({ mark, formNumber, count: `第 ${place + 1} 页 共 ${seen.length} 页`, witness: 1, out: [] })))
}

/** The box beside this name. */
export const boxOf = (pages: Locator, name: string): Locator =>
  pages.locator('tr', { has: pages.page().getByRole('rowheader', { name, exact: true }) }).locator(`th:has-text("${name}") + td`)

/** Saves what is shown; gives how many pages the PDF has. */
export const savedPages = async (screen: Screen): Promise<number> => {
  const before = existsSync(screen.folder) ? screen.saved() : []
  await savePaper(screen.hand)
  const [name = ''] = screen.saved().filter((each) => !before.includes(each))
  const bytes = readFileSync(join(screen.folder, name))
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  return bytes.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
}
