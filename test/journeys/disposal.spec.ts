import { expect, type Locator, test } from '@playwright/test'
import { cursorIn, toDesk } from '../../tools/demo/acts.ts'
import { nothingSerious } from '../support/axe.ts'
import { finished, returnApproved } from '../support/disposals.ts'
import { type Office, passwordOf } from '../support/office.ts'
import { holds, pagesShown, savedPages } from '../support/pages.ts'
import { handsOn, openScreen, type Screen } from '../support/screen.ts'

// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(180_000)

let screen: Screen
test.afterEach(() => screen.close())
const { typeAnd, dialog, begin } = handsOn(() => screen)

const state = (word: string) => screen.page.locator('.record-state', { hasText: word })

/** Whoever is called to the screen gives name and password. */
const signAs = async (name: string) => {
  await cursorIn(screen.hand, '姓名')
  await typeAnd(name, 'Enter')
  await cursorIn(screen.hand, '本人口令')
  await typeAnd(passwordOf(name), 'Enter')
}

/** 清点 or 复核: each number is scanned and its pages typed, and the last Enter does it. */
const count = async (numbers: readonly string[], pages: string) => {
  await begin('F4')
  for (const number of numbers) {
    await cursorIn(screen.hand, '清点编号')
    await typeAnd(number, 'Enter')
    await cursorIn(screen.hand, `${number} 页数`)
    await typeAnd(pages, 'Enter')
  }
  await cursorIn(screen.hand, '清点编号')
  await screen.hand.press('Enter')
}

/** The sheet of what is open, once every page of it stands. */
const printed = async (): Promise<Locator> => {
  await begin('F8', screen.page.locator('.paper-room'))
  return pagesShown(screen)
}

/** Three finished papers, one of them on 留用. */
const papers = async (office: Office): Promise<string[]> => {
  const copies = await finished(office, 3)
  await office.ok('disposal.hold', { copy: copies[1]?.id as number, kind: 'retained', reason: '后续工作需要' })
  return copies.map(({ number }) => number)
}

test('实施条例28 销毁 by keyboard alone: listed with one on 留用, counted twice, approved, sent, destroyed under two witnesses; its sheet says all of it', async () => {
  let numbers: string[] = []
  screen = await openScreen({
    before: async (office) => {
      numbers = await papers(office)
    },
  })
  const going = [numbers[0] as string, numbers[2] as string]
  await screen.as('李保')
  await toDesk(screen.hand, '清退销毁')
  await screen.page.getByRole('tab', { name: '清退' }).focus()
  await screen.hand.press('ArrowRight')
  await screen.hand.press('Enter')
  await screen.page.getByText('还没有销毁清单').waitFor()
  await nothingSerious(screen)
  await screen.hand.press('F7')
  for (const number of numbers) {
    await cursorIn(screen.hand, '加入份')
    await typeAnd(number, 'Enter')
    await screen.page.locator('.chosen', { hasText: number }).waitFor()
  }
  await expect(screen.page.getByLabel('不清退、不销毁的份')).toContainText('留用：后续工作需要')
  await screen.hand.press('Enter')
  await cursorIn(screen.hand, '原因')
  await typeAnd('已办结，不需留存', 'F9')
  await state('拟制').waitFor()
  await expect(screen.page.locator('.record')).toContainText('留用 1 份')

  await count(going, '3')
  await state('清点复核').waitFor()
  await count(going, '3')
  await signAs('韩综')
  await state('审批').waitFor()
  await begin('F6')
  await cursorIn(screen.hand, '意见')
  await typeAnd('同意销毁', 'Enter')
  await signAs('王管')
  await state('待送').waitFor()
  await begin('F7')
  await cursorIn(screen.hand, '送销单位')
  await typeAnd('市涉密载体销毁中心', 'Enter')
  await cursorIn(screen.hand, '押运人')
  await typeAnd('李保、韩综', 'F9')
  await state('监销').waitFor()

  await begin('F9')
  await nothingSerious(screen)
  await cursorIn(screen.hand, '销毁人')
  await typeAnd('严销', 'Enter')
  await cursorIn(screen.hand, '回执号')
  await typeAnd('销回〔2026〕12号', 'F9')
  await signAs('周阅')
  await dialog().getByText('第二名监销人').waitFor()
  await signAs('王管')
  // The leader who approved is no witness: both sign anew
  await dialog().getByText('王管是批准人，不得监销').waitFor()
  await signAs('周阅')
  await dialog().getByText('第二名监销人').waitFor()
  await signAs('吴阅')
  await state('完成').waitFor()
  await expect(screen.page.locator('.record')).toContainText('已销毁')
  await nothingSerious(screen)
  await screen.page.screenshot({ path: test.info().outputPath('done.png') })

  const pages = await printed()
  await holds(pages, '机密★5年', '密销-01')
  await nothingSerious(screen)
  const sheet = pages.first()
  await expect(sheet.locator('.paper-title')).toHaveText('涉密文件、资料销毁审批单（附清单）')
  for (const text of ['列入 3 份，留用 1 份，销毁 2 份，共 6 页', '市涉密载体销毁中心', '严销', '销回〔2026〕12号', '化浆'])
    await expect(pages.locator('.paper-body').filter({ hasText: text })).toHaveCount(1)
  await sheet.screenshot({ path: test.info().outputPath('sheet.png') })
  const sheets = await pages.count()
  expect(await savedPages(screen)).toBe(sheets)
})

test('实施条例27 清退: handed to the issuer against a receipt; 清退清单 一式两份', async () => {
  let id = 0
  screen = await openScreen({
    before: async (office) => {
      id = (await returnApproved(office)).returnList
    },
  })
  await screen.as('李保')
  await screen.page.evaluate((list) => location.assign(`#/disposal/return-${list}`), id)
  await state('批准').waitFor()
  await begin('F9')
  await cursorIn(screen.hand, '接收人')
  await typeAnd('许收', 'Enter')
  await cursorIn(screen.hand, '回执号')
  await typeAnd('清退回执〔2026〕7号', 'F9')
  await state('完成').waitFor()
  await expect(screen.page.locator('.record')).toContainText('已清退')
  const pages = await printed()
  await expect(pages).toHaveCount(2)
  for (const sheet of await pages.all()) {
    await holds(sheet, '机密★5年', '密退-01')
    await expect(sheet.locator('.paper-title')).toHaveText('涉密文件清退清单')
    for (const text of ['清退给：青禾市人民政府办公室', '应退 2 份，实退 2 份，差额 0 份。', '许收']) await expect(sheet).toContainText(text)
  }
  await pages.first().screenshot({ path: test.info().outputPath('sheet.png') })
})
