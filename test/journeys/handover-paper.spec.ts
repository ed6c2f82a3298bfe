import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, test } from '@playwright/test'
import { savePaper } from '../../tools/demo/acts.ts'
import type { Office } from '../support/office.ts'
import { be, handingOver, place } from '../support/records.ts'
import { openScreen, type Screen } from '../support/screen.ts'

// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(180_000)

let screen: Screen
test.afterEach(() => screen.close())

const COPIES = ['第一份（一式两份）', '第二份（一式两份）']

/** The screen after `before`, 李保 at it, and the 移交清单 that it made, every page of both copies. */
const printed = async (before: (office: Office) => Promise<number>): Promise<Locator> => {
  const opened = await openScreen({ from: before })
  screen = opened
  await screen.as('李保')
  await screen.page.evaluate((id) => location.assign(`#/handover/${id}`), opened.made)
  await screen.page.getByRole('button', { name: '打印移交清单 F8' }).waitFor()
  await screen.hand.press('F8')
  await screen.page.locator('[data-complete]').waitFor({ timeout: 60_000 })
  return screen.page.locator('[data-complete] .paper-page')
}

/** Each copy has its word on each of its pages, its own page x of y, mark, form number and QR; nothing is cut off or runs out of its box. */
const holds = async (pages: Locator, mark: string) => {
  const seen = await pages.evaluateAll((all) =>
    all.map((page) => {
      const text = (part: string) => page.querySelector(part)?.textContent ?? ''
      const out = [page, ...page.querySelectorAll('.paper-body, td, th, footer, header')].filter(
        (box) => box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1,
      )
      return {
        copy: text('.paper-copy'),
        count: text('.paper-count'),
        mark: text('.paper-mark'),
        formNumber: text('.paper-form-number'),
        witness: page.querySelectorAll('.paper-witness path').length,
        out: out.map((box) => `${box.className || box.tagName} ${box.textContent?.slice(0, 40)}`),
      }
    }),
  )
  const each = seen.length / 2
  const counts = Array.from({ length: each }, (_, page) => `第 ${page + 1} 页 共 ${each} 页`)
  const common = { mark, formNumber: '密移-01', witness: 1, out: [] }
  expect(seen).toEqual(COPIES.flatMap((copy) => counts.map((count) => ({ copy, count, ...common }))))
}

/** Saves what is shown; gives how many pages the PDF has. */
const saved = async (): Promise<number> => {
  await savePaper(screen.hand)
  const bytes = readFileSync(join(screen.folder, screen.saved()[0] as string))
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  return bytes.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
}

const row = (sheet: Locator, place: number) => sheet.locator('.register-row').nth(place).locator('td')

test('F1(8) 一式两份: the 移交清单 by 文号, with what was there, what is wrong with it, and three signatures', async () => {
  const pages = await printed(async (office) => {
    const { handover, numbers, copy } = await handingOver(office)
    await office.ok('handover.check', { handover, numbers: numbers.filter((one) => one !== copy.number) })
    await office.ok('handover.check', { handover, numbers: [copy.number], condition: '第二页有折痕' })
    await office.signed('韩综', 'handover.supervise', { handover })
    await office.signed('周阅', 'handover.complete', { handover })
    return handover
  })
  await expect(pages).toHaveCount(2)
  await holds(pages, '机密★5年')
  for (const sheet of await pages.all()) {
    await expect(sheet.locator('.paper-title')).toHaveText('涉密文件清退、移交清单')
    await expect(sheet).toContainText('编号：移交〔2026〕0001')
    await expect(sheet).toContainText('移交人：周阅（业务一科）')
    // 应退、实退、差额 of a document with two copies, and of one whose copy is damaged.
    for (const [at, text] of ['2', '2', '0'].entries()) await expect(row(sheet, 0).nth(5 + at)).toHaveText(text)
    await expect(row(sheet, 0).nth(3)).toHaveText('密收〔2026〕0001-01–密收〔2026〕0001-02')
    await expect(row(sheet, 1).nth(8)).toHaveText('密收〔2026〕0002：第二页有折痕')
    await expect(sheet).toContainText('应退 3 份，实退 3 份，差额 0 份。')
    await expect(sheet.locator('.handover-signatures .sheet-name')).toHaveText(['周阅', '李保', '韩综'])
    await expect(sheet.locator('.handover-signatures .sheet-code', { hasText: '电子签名' })).toHaveCount(3)
    await expect(sheet.locator('.handover-signatures td').nth(3)).toHaveText('年　　月　　日')
  }
  expect(await saved()).toBe(2)
})

test('F1(8) before it is checked whole the counts and signatures are boxes to fill by hand; a void list leaves none', async () => {
  const pages = await printed(async (office) => (await handingOver(office)).handover)
  const [sheet] = await pages.all()
  if (!sheet) throw new Error('no page')
  for (const at of [6, 7]) await expect(row(sheet, 0).nth(at)).toHaveText('')
  await expect(sheet).toContainText('应退 3 份，实退　　　份，差额　　　份。')
  await expect(sheet.locator('.handover-signatures td')).toHaveText(Array.from({ length: 5 }, () => '年　　月　　日'))
  await screen.hand.press('Escape')
  await screen.page.getByRole('button', { name: '作废移交清单' }).click()
  await screen.page.getByLabel('原因').fill('推迟离岗')
  await screen.hand.press('Enter')
  await screen.page.locator('.record-state', { hasText: '作废' }).waitFor()
  await expect(async () => {
    await screen.hand.press('F8')
    await expect(screen.page.locator('.paper-room')).toBeVisible({ timeout: 500 })
  }).toPass()
  await screen.page.locator('[data-complete]').waitFor({ timeout: 60_000 })
  await expect(pages.first().locator('.paper-title')).toHaveText('涉密文件清退、移交清单（作废）')
  await expect(pages.first().locator('.handover-signatures td')).toHaveText(Array.from({ length: 5 }, () => '／'))
})

const ofLength = (words: string, length: number) => words.repeat(length).slice(0, length)
const LONG = {
  title: `${ofLength('关于进一步做好示范工程涉密文件清退移交工作的通知', 297)}之末尾`,
  symbol: `${ofLength('青示范工程涉密函', 50)}〔2026〕100号`,
  condition: ofLength('示范工程竣工验收合格并经批准公开之日', 500),
  damage: ofLength('封面有水渍，第二页有折痕，', 500),
  reason: ofLength('因工作需要调往示范工程综合协调处，', 500),
}

/** As long as everything may be, and three hundred copies of one paper, in one folder in 周阅's hands. */
const longest = async (office: Office) => {
  await be(office, '李保')
  const { title, symbol, condition, damage, reason } = LONG
  const papers = [
    await office.ok('documents.register', office.incoming({ title, symbol, period: { kind: 'condition', condition }, listed: 300, counted: 300 })),
  ]
  for (let each = 0; each < 24; each += 1) papers.push(await office.ok('documents.register', office.incoming()))
  const copies = papers.flatMap((paper) => paper.copies)
  const sheet = await office.ok('circulation.draft', { folder: '夹01', copies: copies.map(({ id }) => id), readers: [office.id('周阅')] })
  await office.signed('周阅', 'circulation.handOut', { leg: sheet.legs[0]?.id as number, place })
  const { id: handover } = await office.ok('handover.begin', { person: office.id('周阅'), reason })
  const numbers = copies.map(({ number }) => number)
  await office.ok('handover.check', { handover, numbers })
  await office.ok('handover.check', { handover, numbers: numbers.slice(0, 20), condition: damage })
  return handover
}

test('F1(8) the longest that may be typed, and hundreds of copies, fit over many pages: nothing is cut off, nothing is lost, nobody signs an empty page', async () => {
  const pages = await printed(longest)
  await holds(pages, `机密★${LONG.condition}`)
  const each = (await pages.count()) / 2
  const written = (await pages.locator('.paper-body').allTextContents()).slice(0, each).join('')
  for (const text of Object.values(LONG)) for (const end of [text.slice(0, 12), text.slice(-12)]) expect(written).toContain(end)
  expect(written).toContain('应退 324 份，实退 324 份，差额 0 份。')
  expect(written.match(/封面有水渍，第二页有折痕，封面/g)?.length).toBeGreaterThan(20)
  const last = pages.nth(each - 1)
  await expect(last.locator('.handover-signatures')).toHaveCount(1)
  expect(await last.locator('.register-row, .paper-continued').count()).toBeGreaterThan(0)
  expect(await saved()).toBe(each * 2)
})
