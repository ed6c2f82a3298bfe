import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect } from '@playwright/test'
import type axe from 'axe-core'
import type { Screen } from './screen.ts'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

declare const window: { axe: typeof axe }
declare const document: axe.ElementContext

/**
 * Axe finds nothing serious and nothing critical on the page as it stands now: WCAG A and AA and axe's own practices, no rule left out.
 * The debugger puts axe into the page, not the page itself, so the content policy stays as strict as it is.
 */
export const nothingSerious = async ({ page }: Pick<Screen, 'page'>): Promise<void> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${help}. ${target.join(' ')}: ${failureSummary}`))
  })
  expect(found, 'axe finds nothing serious').toEqual([])
}
