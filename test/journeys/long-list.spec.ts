import { expect, test } from '@playwright/test'
import { toDesk } from '../../tools/demo/acts.ts'
import { fillRegister } from '../../tools/bench/many.ts'
import { openRaw } from '../../tools/bench/raw.ts'
import { type Office, passwordOf } from '../support/office.ts'
import { openScreen, type Screen } from '../support/screen.ts'

// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(180_000)

let screen: Screen
test.afterEach(() => screen.close())

const DOCUMENTS = 3_000
const longRegister = async (office: Office) => {
  await office.as('李保')
  await office.ok('documents.register', office.incoming({ title: '关于春季示范检查的通知' }))
  const database = await openRaw(office.dir, '冯审', passwordOf('冯审'))
  fillRegister(database, DOCUMENTS)
  database.close()
}

const list = () => screen.page.locator('.list')
const rows = () => screen.page.locator('.list .list-row')
const at = () => screen.page.locator('.list .row-at')
/** What stands in the first column of the rows in sight, from above. */
const numbers = () =>
  rows().evaluateAll((lines) =>
    lines
      .filter((line) => line.getBoundingClientRect().bottom > 0)
      .toSorted((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
      .map((line) => line.firstElementChild?.textContent ?? ''),
  )
/** The n-th from the top is the n-th newest. */
const nth = (place: number) => new RegExp(`第${DOCUMENTS - place}件`)

test('F1(1)b the register is as near at its end as at its top: End, Home, the scroll bar, and the search goes on', async () => {
  screen = await openScreen({ from: longRegister })
  const { hand, page } = screen
  await screen.as('李保')
  await toDesk(hand, '收文登记')
  await expect(page.getByText(`共 ${DOCUMENTS} 件`)).toBeVisible()
  await expect(rows().first()).toContainText(nth(0))

  await list().focus()
  await hand.press('End')
  await expect(at()).toContainText('密收〔2026〕0001')
  await expect(at()).toContainText('关于春季示范检查的通知')
  await page.screenshot({ path: test.info().outputPath('end.png') })
  await hand.press('ArrowUp')
  await expect(at()).toContainText(nth(DOCUMENTS - 2))
  await hand.press('Enter')
  await expect(page.getByRole('heading', { name: nth(DOCUMENTS - 2) })).toBeVisible()
  await hand.press('Escape')

  // The bar is dragged to the middle: the rows there are those of that place, each once, in order.
  await list().evaluate((box) => {
    box.scrollTop = (box.scrollHeight - box.clientHeight) / 2
  })
  await expect(page.locator('.list [aria-busy]')).toHaveCount(0)
  await expect.poll(async () => (await numbers()).length).toBeGreaterThan(10)
  const seen = (await numbers()).map((number) => Number(/第(\d+)件/.exec(number)?.[1]))
  expect(seen).toEqual(Array.from(seen, (_, index) => (seen[0] as number) - index))
  expect(Math.abs((seen[0] as number) - DOCUMENTS / 2)).toBeLessThan(20)

  await hand.press('Home')
  await expect(at()).toContainText(nth(0))
  await page.getByLabel('查文件', { exact: true }).fill('春季示范')
  await expect(page.getByText('共 1 件')).toBeVisible()
  await expect(rows()).toHaveCount(1)
  await expect(rows().first()).toContainText('密收〔2026〕0001')
})
