import { expect, test } from '@playwright/test'
import { cursorIn, lineOf, lock, savePaper, signInPlace, toDesk } from '../../tools/demo/acts.ts'
import { passwordOf, type Office } from '../support/office.ts'
import { openScreen, type Screen } from '../support/screen.ts'

// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(120_000)

let screen: Screen
test.afterEach(() => screen.close())

const folder = async (office: Office) => {
  await office.as('李保')
  const { copies } = await office.ok('documents.register', office.incoming({ title: '关于春季示范检查的通知' }))
  await office.ok('circulation.draft', { folder: '夹03', copies: copies.map(({ id }) => id), readers: [office.id('周阅')], confirm: true })
}
const mark = () => screen.page.locator('.watermark')

/** From now on the page keeps the pictures that it makes, as they are made. */
const keepPictures = async () => {
  await screen.page.addInitScript(() => {
    const kept: Blob[] = []
    const make = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (made) => {
      if (made instanceof Blob) kept.push(made)
      return make(made)
    }
    Object.assign(globalThis, { kept })
  })
  await screen.page.reload()
}
const lastPicture = () => screen.page.evaluate(() => (globalThis as unknown as { kept: Blob[] }).kept.at(-1)?.text())

/** How far the darkest and the lightest pixel of the shown page differ from what it is without the mark, of 255, and how many pixels differ at all. */
const drawn = async () => {
  const { page } = screen
  const shot = async () => (await page.screenshot({ animations: 'disabled', caret: 'hide' })).toString('base64')
  const withMark = await shot()
  // Hidden by a rule of the test's own: the mark itself, taken away, would come back.
  const style = await page.evaluateHandle(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('.watermark { visibility: hidden }')
    document.adoptedStyleSheets.push(sheet)
    return sheet
  })
  const without = await shot()
  await page.evaluate(() => document.adoptedStyleSheets.pop())
  await style.dispose()
  return page.evaluate(
    async ([one, other]) => {
      const pixels = async (png: string) => {
        const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0))
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
        const canvas = new OffscreenCanvas(image.width, image.height)
        const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
        context.drawImage(image, 0, 0)
        return context.getImageData(0, 0, image.width, image.height).data
      }
      const [a, b] = [await pixels(one as string), await pixels(other as string)]
      let most = 0
      let count = 0
      for (let at = 0; at < a.length; at += 4) {
        const by = Math.abs((a[at] as number) - (b[at] as number))
        if (by > 0) count += 1
        if (by > most) most = by
      }
      return { most, count }
    },
    [withMark, without],
  )
}

test('清单47 every page of whoever is signed in bears their name and the entry of their sign-in; the door bears nothing', async () => {
  screen = await openScreen({ from: folder })
  const { hand, page } = screen
  await keepPictures()
  await page.getByLabel('姓名').waitFor()
  await expect(mark()).toHaveCount(0)
  await screen.as('李保')
  await expect(mark()).toHaveCount(1)
  const officer = await lastPicture()
  expect(officer).toContain('李保　人员')
  expect(officer).toContain('2026-03-10 09:05')
  for (const desk of ['收文登记', '本单位']) {
    await toDesk(hand, desk)
    const { most, count } = await drawn()
    // Seen on every page, and nowhere by more than a tenth of black on white: what is read through it keeps its contrast.
    expect(count, desk).toBeGreaterThan(10_000)
    expect(most, desk).toBeLessThanOrEqual(26)
  }
  await lock(hand)
  await expect(mark()).toHaveCount(0)
  await screen.as('冯审')
  const auditor = await lastPicture()
  expect(auditor).toContain('冯审')
  // The number on the photograph is the number in the record.
  const entry = /登录记录第(\d+)条/.exec(officer ?? '')?.[1]
  await toDesk(hand, '审计')
  const row = page.locator('.list .list-row').filter({ has: page.getByText(String(entry), { exact: true }) })
  await expect(row).toContainText('李保')
  await expect(row).toContainText('登录')
})

test('清单47 it lies over dialogs and previews, takes no click and no marking, comes back when it is taken away, and is not printed', async () => {
  screen = await openScreen({ from: folder })
  const { hand, page } = screen
  await screen.as('李保')
  await hand.click(lineOf(hand, '夹03').getByRole('button', { name: '送阅' }))
  await cursorIn(hand, '本人口令')
  const top = await page.evaluate(() => {
    const { width, height } = (document.querySelector('.watermark') as HTMLElement).getBoundingClientRect()
    const over = [...document.querySelectorAll('*')].map((each) => Number(getComputedStyle(each).zIndex) || 0)
    return { whole: width === innerWidth && height === innerHeight, highest: Math.max(...over) }
  })
  expect(top).toEqual({ whole: true, highest: 2147483000 })
  await expect(mark()).toHaveAttribute('aria-hidden', 'true')
  await signInPlace(hand, passwordOf('周阅'))
  for (const spoil of ['remove', 'hide', 'rename'] as const) {
    await page.evaluate((how) => {
      const mark = document.querySelector('.watermark') as HTMLElement
      if (how === 'remove') mark.remove()
      else if (how === 'hide') mark.style.display = 'none'
      else mark.className = ''
    }, spoil)
    await expect(mark()).toHaveCount(1)
    await expect(mark()).toBeVisible()
  }
  await page.getByRole('button', { name: /^打印传阅单/ }).waitFor()
  await hand.press('F8')
  await page.locator('[data-complete]').waitFor()
  expect((await drawn()).count).toBeGreaterThan(10_000)
  await page.emulateMedia({ media: 'print' })
  expect((await drawn()).count).toBe(0)
  await page.emulateMedia({ media: null })
  await savePaper(hand)
  // No text of the page: nothing of it can be marked or read aloud.
  expect(await page.locator('body').textContent()).not.toContain('登录记录')
})
