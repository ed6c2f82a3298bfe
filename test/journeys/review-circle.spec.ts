import { expect, test } from '@playwright/test'
import { byKey, chosen, cursorIn, lock, picked, toDesk, typed } from '../../tools/demo/acts.ts'
import { nothingSerious } from '../support/axe.ts'
import type { Office } from '../support/office.ts'
import { holds, pagesShown } from '../support/pages.ts'
import { colleague, reviewDecided, reviewDrafted, reviewOpined, reviewReferred, reviewReleased } from '../support/records.ts'
import { handsOn, openScreen, type Screen } from '../support/screen.ts'

// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(180_000)

const SECRET = '审查〔2026〕0001'
const HANDED = '审查〔2026〕0002'
const REFERRED = '审查〔2026〕0003'
const OPEN = '审查〔2026〕0004'
const OUT = '审查〔2026〕0005'
const OPINED = '审查〔2026〕0006'

/** Cases where each form of the desk is begun. */
const underWay = async (office: Office) => {
  await colleague(office)
  await reviewDrafted(office, { attribute: 'withheld' })
  await reviewDrafted(office)
  await reviewReferred(office)
  await reviewDecided(office)
  await reviewReleased(office)
  await reviewOpined(office)
}

let screen: Screen
test.beforeEach(async () => {
  screen = await openScreen({ from: underWay })
})
test.afterEach(() => screen.close())
const { begin, pane, dialog } = handsOn(() => screen)

const state = (word: string) => expect(screen.page.locator('.record-state')).toHaveText(word)

const open = async (number: string) => {
  const { hand, page } = screen
  await toDesk(hand, '保密审查')
  await page.getByLabel('查审查').focus()
  await hand.press('End')
  await hand.press('Shift+Home')
  await hand.type(number)
  await expect(page.locator('.list .list-row')).toHaveCount(1)
  await expect(page.locator('.list .list-row').first()).toContainText(number)
  await page.locator('.list').focus()
  await hand.press('ArrowDown')
  await hand.press('Enter')
  await expect(page.getByRole('heading', { name: number })).toBeVisible()
}

const act = async (name: string) => {
  await screen.page.locator('.record').getByRole('button', { name, exact: true }).focus()
  await screen.hand.press('Enter')
}
const takesOver = async (name: string) => {
  await lock(screen.hand)
  await screen.as(name)
}

test('B6 领导小组: 钱安 enters the 组长 and the 组员 by their paper, ends a term; who is not in office is told whose it is', async () => {
  const { hand, page } = screen
  await screen.as('钱安')
  await toDesk(hand, '人员')
  await hand.press('F8')
  await expect(page.getByRole('heading', { name: '领导小组' })).toBeVisible()
  const seats = async (name: string, seat: number) => {
    await byKey(hand, 'F4')
    await chosen(hand, '姓名', name)
    await hand.press('Enter')
    await picked(hand, 'seat', seat)
    await cursorIn(hand, '任期起')
    await hand.whole('20260101')
    await cursorIn(hand, '任期止')
    await hand.whole('20261231')
    await cursorIn(hand, '任命文件')
    await hand.type('青疾控发〔2026〕1号')
    await nothingSerious(screen)
    await hand.press('F9')
    await expect(page.locator('.record .short-list')).toContainText(name)
  }
  await seats('赵组', 1)
  await seats('王管', 2)
  await expect(page.locator('.record')).toContainText('至 2026-12-31')
  await byKey(hand, 'F6')
  await chosen(hand, '任期', '赵组')
  await hand.press('Enter')
  await cursorIn(hand, '最后一天')
  await hand.whole('20260310')
  await cursorIn(hand, '原因')
  await hand.type('调任')
  await hand.press('F9')
  await expect(page.locator('.record .short-list')).toContainText('2026-03-10 结束：调任')
  await nothingSerious(screen)
  await takesOver('孙审')
  await open(OPINED)
  await expect(page.locator('.record-acts')).toContainText('请由王管办理')
})

test('实施条例25, B6, B9 a state secret names its level, a case is handed on, 作废, and each form is what it should be', async () => {
  const { hand, page } = screen
  await screen.as('陈科')
  await open(SECRET)
  await begin('F4')
  await picked(hand, 'checklist.stateSecret', 1)
  await typed(hand, '情况', '第一页第二段')
  await picked(hand, 'level', 2)
  for (const item of ['tradeSecret', 'privacy', 'nationalSecurity', 'publicSafety', 'economicSecurity', 'socialStability'])
    await picked(hand, `checklist.${item}`, 2)
  await picked(hand, 'proposal', 3)
  await chosen(hand, '依据', '第14条')
  await hand.press('Enter')
  await cursorIn(hand, '理由')
  await hand.type('属于国家秘密')
  await hand.press('F9')
  await state('待小组审核')
  await expect(pane()).toContainText('拟定密级 机密')
  await page.locator('.record-body').evaluate((body) => body.scrollTo(0, 500))
  await begin('F8', page.locator('.paper-page').first())
  const pages = await pagesShown(screen)
  await holds(pages, '机密', '审查-01')
  await expect(pages.first()).toContainText('拟定密级：机密。第一页第二段')
  await hand.press('Escape')
  await hand.press('Escape')
  await toDesk(hand, '保密审查')
  await open(HANDED)
  await act('更换承办人')
  await chosen(hand, '新承办人', '同科')
  await hand.press('Enter')
  await cursorIn(hand, '原因')
  await hand.type('出差')
  await nothingSerious(screen)
  await hand.press('F9')
  await expect(pane()).toContainText('改由同科')
  await act('审查归档或作废')
  await cursorIn(hand, '原因')
  await hand.type('不再公开')
  await nothingSerious(screen)
  await hand.press('F9')
  await state('作废')
  await expect(pane()).toContainText('不再公开')
  await begin('F8', page.locator('.paper-page').first())
  await expect((await pagesShown(screen)).first()).toContainText('作废')
  await hand.press('Escape')
  await hand.press('Escape')
  await open(REFERRED)
  await page.locator('.record-body').evaluate((body) => body.scrollTo(0, 900))
  await begin('F9')
  await hand.press('Escape')
  await open(OPEN)
  await begin('F9')
  await nothingSerious(screen)
  await hand.press('Escape')
  await open(OUT)
  await act('审查归档或作废')
  await hand.press('Escape')
  await takesOver('孙审')
  await open(OPINED)
  await begin('F6')
  await nothingSerious(screen)
  await hand.press('Escape')
  await expect(dialog()).toBeHidden()
})

test('G7 培训: 李保 enters who was trained; who was not is named', async () => {
  const { hand, page } = screen
  await screen.as('李保')
  await expect(page.getByText('一年内没有登记过保密审查和信息公开的培训')).toBeVisible()
  await toDesk(hand, '本单位')
  await page.getByRole('tab', { name: '培训' }).focus()
  await hand.press('Enter')
  await byKey(hand, 'F4')
  await picked(hand, 'kind', 1)
  await cursorIn(hand, '日期')
  await hand.whole('20260309')
  await typed(hand, '学时', '4')
  await typed(hand, '主题', '保密审查业务培训')
  await typed(hand, '教材', '条例和审查流程')
  await nothingSerious(screen)
  await cursorIn(hand, '参加人员')
  await hand.type('赵组、孙审、陈科、')
  await hand.press('F9')
  await expect(page.locator('.short-list')).toContainText('赵组、孙审、陈科（3人）')
  await expect(page.getByText(/一年内没有参加培训的 \d+ 人/)).toBeVisible()
  await nothingSerious(screen)
})
