import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { countersign, cursorIn, lock, picked, toDesk, typed } from '../../tools/demo/acts.ts'
import { checked, fileReview } from '../../tools/demo/openness-acts.ts'
import { nothingSerious } from '../support/axe.ts'
import { passwordOf } from '../support/office.ts'
import { holds, pagesShown, savedPages } from '../support/pages.ts'
import { pdfBytes, pdfText } from '../support/pdf.ts'
import { content, textsAllowed } from '../support/records.ts'
import { handsOn, openScreen, type Screen } from '../support/screen.ts'

// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(180_000)

const RELEASED = '关于接种安排的公告\n接种点：示范路一号。\n联系人：■■■。\n特此公告。\n请相互转告。'
const DELETED = ['林示范', '电话', '电话 555-0100', '555-0100']

let screen: Screen
test.beforeEach(async () => {
  screen = await openScreen({ before: (office) => textsAllowed(office) })
})
test.afterEach(() => screen.close())
const { begin } = handsOn(() => screen)

const state = (word: string) => expect(screen.page.locator('.record-state')).toHaveText(word)
const press = async (...keys: string[]) => {
  for (const key of keys) await screen.hand.press(key)
}
const times = (count: number, key: string) => Array.from({ length: count }, () => key)
const marks = () => screen.page.locator('.review-marks tr')
const squeezed = (text: string) => text.replace(/\s/g, '')
const inHex = (word: string) => Buffer.from(word, 'utf16le').swap16().toString('hex').toUpperCase()
/** How a word may be written in a part of a PDF. */
const formsOf = (word: string) => [Buffer.from(word), Buffer.from(word, 'utf16le'), Buffer.from(word, 'utf16le').swap16(), Buffer.from(inHex(word))]
const savedAs = (ending: RegExp) => readFileSync(join(screen.folder, screen.saved().find((name) => ending.test(name)) ?? 'none'))

/** Selected and marked in the third line, by Shift and arrows: the name 涂黑, the telephone 删除. */
const markBoth = async () => {
  await press('Control+Home', ...times(2, 'ArrowDown'), ...times(4, 'ArrowRight'), ...times(3, 'Shift+ArrowRight'), 'F6')
  await expect(marks()).toHaveCount(1)
  await press('ArrowRight', ...times(12, 'Shift+ArrowRight'), 'F7')
  await expect(marks()).toHaveCount(2)
  await expect(marks().nth(0)).toContainText('涂黑林示范个人隐私（条例15）')
  await expect(marks().nth(1)).toContainText('删除，电话 555-0100')
}

/** 科室意见 of 陈科; 孙审 and 赵组 sign at the screen of 李保. */
const decide = async () => {
  const { hand, page } = screen
  await begin('F4')
  await checked(hand)
  await picked(hand, 'proposal', 1)
  await typed(hand, '理由', '不涉密，公众应当知晓')
  await hand.press('F9')
  await state('待小组审核')
  await lock(hand)
  await screen.as('李保')
  await toDesk(hand, '保密审查')
  await page.locator('.list').focus()
  await press('ArrowDown', 'Enter')
  for (const [name, field, comesTo] of [
    ['孙审', 'agree', '待组长确定'],
    ['赵组', 'outcome', '可公开'],
  ] as const) {
    await begin('F6')
    await picked(hand, field, 1)
    await hand.press('F9')
    await countersign(hand, { name, password: passwordOf(name) })
    await state(comesTo)
  }
}

test('B10, C6(2) a text is typed, marked, replaced, compared and decided; what goes out, on paper and as a file, has no deleted word in it', async () => {
  const { hand, page } = screen
  await screen.as('陈科')
  await toDesk(hand, '保密审查')
  await fileReview(hand, { unit: '业务一科', title: '关于接种安排的公告', symbol: '青疾控公〔2026〕4号', audience: '社会公众' })
  await cursorIn(hand, '文件校验码')
  await hand.press('Enter')
  await cursorIn(hand, '文本')
  await hand.type(content)
  await markBoth()
  // Taken back, and marked again
  await press('F4', 'F4')
  await expect(marks()).toHaveCount(0)
  await markBoth()
  await nothingSerious(screen)
  await hand.press('F9')
  await state('草稿')
  await expect(page.getByText('录入本机，涂黑、删除 2 处')).toBeVisible()

  // The next version goes on with the text and its marks
  await hand.press('F2')
  await typed(hand, '改了什么', '加一句')
  await cursorIn(hand, '文本日期')
  await hand.whole('20260310')
  await cursorIn(hand, '页数')
  await hand.type('1')
  await expect(marks()).toHaveCount(2)
  await page.getByLabel('文本', { exact: true }).focus()
  await press('Control+End', 'Enter')
  await hand.type('请相互转告。')
  await hand.press('F9')
  await state('草稿')

  // Side by side: what is new, what is struck out
  await press('Control+b')
  await expect(page.locator('.review-compare th')).toHaveText(['第1版文本', '第2版文本'])
  await expect(page.locator('.review-compare tr[data-changed]')).toHaveCount(1)
  await expect(page.locator('.review-compare ins')).toHaveText('请相互转告。')
  await expect(page.locator('.review-compare mark')).toHaveText(['林示范', '，电话 555-0100', '林示范', '，电话 555-0100'])
  await expect(page.getByText('确定为可以公开以后，才能打印公开文本（B1）')).toBeVisible()
  await nothingSerious(screen)
  await hand.press('Escape')
  await decide()

  // For the three who sign: all of it, marked, under the mark of the case
  await press('Control+b', 'F8')
  const pages = await pagesShown(screen)
  await holds(pages, '内部', '审查-04')
  await expect(pages.locator('del')).toHaveText(['林示范', '，电话 555-0100'])
  await expect(pages.first()).toContainText('1涂黑个人隐私（条例15）3无')
  expect(await savedPages(screen)).toBe(1)
  await expect(pages.first()).toBeHidden()

  // As it is given out: the words that were decided, their digest, the page, and nothing else
  await hand.press('F9')
  const given = await pagesShown(screen)
  await page.getByRole('button', { name: '另存文本' }).focus()
  await hand.press('Enter')
  await expect(page.getByText('已保存为文本文件')).toBeVisible()
  expect(await savedPages(screen)).toBe(1)
  await expect(given.first()).toBeHidden()
  const digest = createHash('sha256').update(RELEASED).digest('hex')
  expect(savedAs(/^公开文本-.*\.txt$/).toString('utf8')).toBe(RELEASED)
  const pdf = savedAs(/^公开文本-.*\.pdf$/)
  expect(squeezed(pdfText(pdf))).toBe(squeezed(`${RELEASED}SHA-256 ${digest}第 1 页 共 1 页`))
  // Nor elsewhere in the file, in the letters of any of its parts: the title in its metadata is the name of the program
  expect(pdf.toString('latin1')).toContain(inHex('密卷'))
  for (const bytes of pdfBytes(pdf)) for (const word of DELETED) for (const form of formsOf(word)) expect(bytes.includes(form), word).toBe(false)
  // The same reading finds the words where they do stand
  const marked = pdfText(savedAs(/^审查用文本-.*\.pdf$/))
  for (const word of DELETED) expect(squeezed(marked)).toContain(squeezed(word))
})
