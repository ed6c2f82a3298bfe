import { expect, test } from '@playwright/test'
import { cursorIn, lineOf, lock, signInPlace, toDesk } from '../../tools/demo/acts.ts'
import { nothingSerious } from '../support/axe.ts'
import { type Office, passwordOf } from '../support/office.ts'
import { be, drafted, handedOut, handingOver, loanOut } from '../support/records.ts'
import { handsOn, openScreen, type Screen } from '../support/screen.ts'

// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(180_000)

let screen: Screen
test.afterEach(() => screen.close())
const { typeAnd, pane, head, dialog, begin, leave, scan } = handsOn(() => screen)

/** The screen after `before`, and what that made. */
const openAfter = async <T>(before: (office: Office) => Promise<T>): Promise<T> => {
  const opened = await openScreen({ from: before })
  screen = opened
  return opened.made
}

/** Opens the first line of the list by keyboard. */
const openFirst = async () => {
  await toDesk(screen.hand, '离岗移交')
  await screen.page.locator('.list').focus()
  await screen.hand.press('ArrowDown')
  await screen.hand.press('Enter')
  await head().locator('h2', { hasText: '〔2026〕' }).waitFor()
}

/** 停用账户 of 周阅, by the 系统管理员. */
const disable = async () => {
  await toDesk(screen.hand, '人员')
  await screen.page.locator('.list').getByText('周阅').click()
  await screen.page.getByRole('button', { name: /^停用账户/ }).click()
  await cursorIn(screen.hand, '原因')
  await typeAnd('离职', 'F9')
}

test('F1(8) the whole way: the account is not closed while anything is held; list, scanner, three signatures in place, and it is', async () => {
  const { numbers, copy } = await openAfter(async (office) => {
    const { numbers } = await handedOut(office)
    return { numbers, copy: (await loanOut(office)).copy.number }
  })
  const { hand, page } = screen
  await screen.as('郑系')
  await disable()
  await expect(page.locator('.refusal')).toContainText('周阅尚有3件未清退，请先办理离岗移交，全部清退')
  await expect(page.locator('.refusal')).toContainText('F1(8)')
  await lock(hand)

  await screen.as('李保')
  await toDesk(hand, '离岗移交')
  await expect(page.getByText('还没有移交清单')).toBeVisible()
  await begin('F7')
  await cursorIn(hand, '移交人')
  await typeAnd('周', 'Enter', 'Enter')
  await cursorIn(hand, '原因')
  await typeAnd('离职', 'Enter')
  await expect(head()).toContainText('移交〔2026〕0001')
  await expect(pane()).toContainText('已核对 0 / 3 份')
  await expect(pane().getByRole('img', { name: '未核对' })).toHaveCount(3)

  await begin('F4')
  for (const number of numbers) await scan(number)
  await expect(dialog()).toContainText('已核 2 / 3 份')
  // What belongs to nobody here is told; the next scan takes its place.
  await scan('9999')
  await expect(dialog()).toContainText('清单上没有“9999”：不是周阅移交的份，请取出另行查明（F1(8)）')
  await page.getByLabel('下一份的缺损情况').fill('第二页有折痕')
  await expect(dialog()).toContainText('还缺：扫描有缺损的那一份')
  await nothingSerious(screen)
  await page.getByRole('textbox', { name: '扫描或输入编号' }).fill('')
  await page.getByRole('textbox', { name: '扫描或输入编号' }).focus()
  await scan(copy)
  await expect(dialog()).toContainText('已核 3 / 3 份')
  await expect(dialog()).toContainText(`${copy}　缺损：第二页有折痕`)
  await leave('Enter')
  await expect(head()).toContainText('逐件核对')
  await expect(pane().getByRole('img', { name: '已核对' })).toHaveCount(3)
  await expect(pane()).toContainText('缺损：第二页有折痕')
  await nothingSerious(screen)

  await begin('F6')
  await cursorIn(hand, '姓名')
  await typeAnd('韩综', 'Enter')
  await signInPlace(hand, passwordOf('韩综'))
  await expect(head()).toContainText('监交已签')
  await begin('F9')
  await expect(dialog()).toContainText('接收人李保同时签字接收')
  await signInPlace(hand, passwordOf('周阅'))
  await expect(head()).toContainText('完成')
  await expect(pane().locator('.signature-code')).toHaveCount(3)
  await expect(pane().locator('.lines')).toContainText('在箱')
  await lock(hand)

  await screen.as('郑系')
  await disable()
  await expect(
    page
      .locator('.list')
      .getByRole('row', { name: /周阅/ })
      .or(page.locator('.list .list-row', { hasText: '周阅' }))
      .first(),
  ).toContainText('停用')
})

test('F1(8) × differences open: a missing copy blocks every signature; what was scanned stays scanned when the work is broken off', async () => {
  const { numbers } = await openAfter((office) => handingOver(office))
  const { hand, page } = screen
  await screen.as('李保')
  await openFirst()
  await begin('F4')
  for (const number of numbers.slice(1)) await scan(number)
  await expect(dialog()).toContainText('已核 2 / 3 份')
  await leave('Escape')
  await expect(pane()).toContainText('已核对 2 / 3 份')
  await expect(
    pane()
      .locator('.lines li', { hasText: numbers[0] as string })
      .getByRole('img', { name: '未核对' }),
  ).toBeVisible()
  for (const name of [/监交签字/, /移交完成/]) await expect(page.getByRole('button', { name })).toHaveCount(0)
  await lock(hand)
  // Nothing waits for a leader, and none can sign.
  await screen.as('韩综')
  await expect(page.getByText('待我办理：离岗移交')).toHaveCount(0)
  await openFirst()
  await expect(page.getByRole('button', { name: /监交签字/ })).toHaveCount(0)
  await lock(hand)
  await screen.as('李保')
  await lineOf(hand, '移交〔2026〕').getByRole('button', { name: '逐件核对' }).waitFor()
  await expect(lineOf(hand, '移交〔2026〕')).toContainText('已核对 2 / 3 份')
  await lineOf(hand, '移交〔2026〕').getByRole('button').click()
  await expect(dialog()).toContainText('已核 2 / 3 份')
  await scan(numbers[1] as string)
  await expect(dialog()).toContainText(`${numbers[1]}已核对过`)
  await page.getByLabel('下一份的缺损情况').fill('封面破损')
  await page.getByRole('textbox', { name: '扫描或输入编号' }).focus()
  await scan(numbers[1] as string)
  await expect(dialog()).toContainText('缺损：封面破损')
  await page.getByRole('button', { name: '改为完好' }).click()
  await expect(dialog()).not.toContainText('缺损：封面破损')
  await page.getByRole('textbox', { name: '扫描或输入编号' }).focus()
  await hand.press('F9')
  await expect(dialog()).toContainText('全部核对完毕')
  await leave('Enter')
  await expect(page.getByRole('button', { name: '监交签字 F6' })).toBeVisible()
})

test('F1(8) 监交 from a leader’s own 今日; the leaver is refused as supervisor, another as leaver, at the officer’s screen', async () => {
  await openAfter(async (office) => {
    const { handover, numbers } = await handingOver(office)
    await office.ok('handover.check', { handover, numbers })
  })
  const { hand, page } = screen
  await screen.as('李保')
  await openFirst()
  await begin('F6')
  await cursorIn(hand, '姓名')
  await typeAnd('周阅', 'Enter')
  await typeAnd(passwordOf('周阅'), 'Enter')
  await expect(dialog()).toContainText('监交人应为分管领导或综办负责人')
  await hand.press('Escape')
  await lock(hand)
  await screen.as('王管')
  await lineOf(hand, '移交〔2026〕').getByRole('button', { name: '监交签字' }).waitFor()
  await hand.press('Enter')
  await expect(dialog()).toContainText('移交 3 份，已逐件核对，完好。')
  await expect(page.getByRole('button', { name: '监交签字 Enter' })).toBeFocused()
  await hand.press('Enter')
  await expect(head()).toContainText('监交已签')
  await expect(pane()).toContainText('王管')
  await lock(hand)
  await screen.as('李保')
  await lineOf(hand, '移交〔2026〕').getByRole('button', { name: '移交完成' }).waitFor()
  await hand.press('Enter')
  await signInPlace(hand, passwordOf('周阅'))
  await expect(head()).toContainText('完成')
})

test('F1(8) what is owed beside stands in words with what to do; a list that no longer fits is made anew', async () => {
  await openAfter(async (office) => {
    const { handover, numbers } = await handingOver(office)
    await office.ok('handover.check', { handover, numbers })
    await office.signed('韩综', 'handover.supervise', { handover })
    await drafted(office)
    await be(office, '李保')
  })
  const { hand, page } = screen
  await screen.as('李保')
  await openFirst()
  await expect(pane()).toContainText('周阅还有 1 项没有了结')
  await expect(pane()).toContainText('中待阅，请先作“未阅退回”')
  await expect(page.getByRole('button', { name: /^移交完成/ })).toBeDisabled()
  await expect(pane()).toContainText('移交完成：还有1项没有了结，见下（F1(8)）。')
  await page.getByRole('button', { name: '作废移交清单' }).click()
  await cursorIn(hand, '原因')
  await typeAnd('推迟离岗', 'Enter')
  await expect(head()).toContainText('作废')
  await expect(pane()).toContainText('推迟离岗')
  await expect(pane()).not.toContainText('没有了结')
})

test('F1(8) copies that came into their hands since are spoken of, and nobody signs; the list is narrowed to what is open and to a text', async () => {
  await openAfter(async (office) => {
    const { handover, numbers } = await handingOver(office)
    await office.ok('handover.check', { handover, numbers })
    await handedOut(office)
  })
  const { page } = screen
  await screen.as('韩综')
  await openFirst()
  await expect(pane()).toContainText('周阅手中的份在清单生成以后有变动。')
  await expect(page.getByRole('button', { name: /^监交签字/ })).toBeDisabled()
  await expect(pane()).toContainText('监交签字：手中的份有变动，请作废后重新生成（F1(8)）。')
  await page.getByLabel('查移交清单').fill('吴阅')
  await expect(page.getByText('没有符合条件的移交清单，请放宽条件。')).toBeVisible()
  await page.getByLabel('查移交清单').fill('周阅')
  await expect(page.locator('.list')).toContainText('1')
})
