import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { lock, toDesk } from '../../tools/demo/acts.ts'
import { behindTheDoor, copyOf, removeCopies } from '../support/attack.ts'
import { type Office, passwordOf } from '../support/office.ts'
import { openScreen, type Screen } from '../support/screen.ts'
import { flip } from '../support/spoilt.ts'

test.describe.configure({ timeout: 180_000 })

let screen: Screen
test.afterEach(async () => {
  await screen.close()
  removeCopies()
})

const registered = async (office: Office) => {
  await office.as('李保')
  for (let n = 0; n < 3; n += 1) await office.ok('documents.register', office.incoming())
}

/** A page that every sign-in reads, and none that anybody chose. */
const pageOfPeople = async (dir: string) => {
  let page = 0
  await behindTheDoor(copyOf(dir), (database) => {
    page = database.prepare("SELECT max(pageno) FROM dbstat WHERE name = 'person' AND pagetype = 'leaf'").pluck().get() as number
  })
  return page
}

test('实施条例34 a damaged page: found by the check, said plainly at the next sign-in, the list of what is left, and on to the restore', async () => {
  screen = await openScreen({ from: registered })
  const { hand, page, office } = screen
  await screen.as('郑系')
  await toDesk(hand, '本单位')
  await page.getByRole('tab', { name: '备份' }).click()
  await page.getByRole('button', { name: '检查数据' }).click()
  await expect(page.getByText('完好，核验')).toBeVisible({ timeout: 30_000 })
  await page.screenshot({ path: 'test-results/damage-check.png' })
  await lock(hand)
  flip(join(office.dir, 'vault.db'), ((await pageOfPeople(office.dir)) - 1) * 4096 + 1000)
  await page.getByLabel('姓名').fill('郑系')
  await page.getByLabel('口令').fill(passwordOf('郑系'))
  await hand.press('Enter')
  await expect(page.getByText('与口令无关')).toBeVisible({ timeout: 30_000 })
  await page.screenshot({ path: 'test-results/damage-sign-in.png' })
  await page.getByRole('button', { name: '查看损坏情况' }).click()
  await page.getByLabel('姓名').fill('郑系')
  await page.getByLabel('口令').fill(passwordOf('郑系'))
  await hand.press('F9')
  await expect(page.getByText('数据库文件有损坏')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('行读不出').first()).toBeVisible()
  await page.screenshot({ path: 'test-results/damage-list.png' })
  await hand.press('F9')
  await expect(page.getByRole('heading', { name: '恢复备份' })).toBeVisible()
})
