import { expect, type Locator, test } from '@playwright/test'
import { toDesk } from '../../tools/demo/acts.ts'
import type { Office } from '../support/office.ts'
import { boxOf, holds, pagesShown, savedPages } from '../support/pages.ts'
import { be, consulting, copiesIssued, handedOut, loanAsked, loanOut, registered, short } from '../support/records.ts'
import { openScreen, type Screen } from '../support/screen.ts'

// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(180_000)

let screen: Screen
test.afterEach(() => screen.close())

/** The screen after `before`, 李保 at it, and what that made. */
const openAfter = async <T>(before: (office: Office) => Promise<T>): Promise<T> => {
  const opened = await openScreen({ from: before })
  screen = opened
  await screen.as('李保')
  return opened.made
}

/** F8 at an open loan: its 借阅、借用审批单. */
const approvalSheet = async (loan: number): Promise<Locator> => {
  await screen.page.evaluate((id) => location.assign(`#/lending/${id}`), loan)
  await screen.page.getByRole('button', { name: '打印借用审批单 F8' }).waitFor()
  await screen.hand.press('F8')
  return pagesShown(screen)
}
/** F8 at the list of loans: what is out now. */
const listOfLent = async (): Promise<Locator> => {
  await toDesk(screen.hand, '查阅借用')
  await screen.hand.press('F8')
  return pagesShown(screen)
}
/** F8 at the reading-room register: the year's. */
const register = async (): Promise<Locator> => {
  await screen.page.evaluate(() => location.assign('#/lending/visits'))
  await screen.page.getByRole('button', { name: '打印查阅登记簿 F8' }).waitFor()
  await screen.hand.press('F8')
  await screen.page.getByRole('button', { name: '预览 Enter' }).waitFor()
  await screen.hand.press('Enter')
  return pagesShown(screen)
}

const cells = async (row: Locator) => (await row.locator('td').allTextContents()).map((text) => text.replaceAll('\n', ''))

test('F1(7)b the 借阅、借用审批单: every box of the loan, each signature with its time and code', async () => {
  const loan = await openAfter(async (office) => {
    const { loan, copy } = await loanOut(office)
    await office.signed('周阅', 'lending.takeBack', { loan, number: copy.number, intact: false, condition: '第二页有折痕' })
    return office.ok('lending.get', { loan })
  })
  const pages = await approvalSheet(loan.id)
  await expect(pages).toHaveCount(1)
  await holds(pages, '机密★5年', '密借-01')
  await expect(pages.locator('.paper-title')).toHaveText('涉密文件借阅、借用审批单')
  for (const [name, text] of [
    ['借用人', '周阅（李保代录）'],
    ['部门', '业务一科'],
    ['文件标题', loan.copy.document.title ?? ''],
    ['文号', loan.copy.document.symbol ?? ''],
    ['制发机关', '青禾市人民政府办公室'],
    ['登记编号', loan.copy.number],
    ['事由', '办理需要'],
    ['借期', '2026年3月10日至2026年3月12日'],
    ['使用地点', '保密室'],
    ['审批意见', `批准，应还日期2026年3月12日。同意韩综3月10日 09:05电子签名 ${loan.decision?.code}`],
    ['应还', '2026年3月12日'],
    ['实还', '2026年3月10日'],
    ['交出人', `李保3月10日 09:05电子签名 ${loan.holding?.give?.code}`],
    ['接收人', `李保3月10日 09:05电子签名 ${loan.holding?.takeBack?.code}`],
    ['是否完好', '□ 完好　　√ 有缺损'],
    ['备注', '缺损情况：第二页有折痕'],
  ] as const)
    await expect(boxOf(pages, name), name).toHaveText(text)
  await expect(pages).toContainText(`周阅3月10日 09:05电子签名 ${loan.holding?.take?.code}`)
  await expect(pages).toContainText(`周阅3月10日 09:05电子签名 ${loan.holding?.giveBack?.code}`)
  expect(await savedPages(screen)).toBe(1)
})

test('F1(7)b before anybody has signed there are boxes to sign by hand; the longest that may be typed is not cut off', async () => {
  const reason = `${'起草示范工程实施方案，需要对照原文逐条核对，'.repeat(30).slice(0, 497)}之末尾`
  const title = `${'关于进一步做好示范工程涉密文件借阅管理工作的通知'.repeat(13).slice(0, 297)}之末尾`.slice(0, 300)
  const { loan } = await openAfter(async (office) => {
    const asked = await loanAsked(office, { reason })
    await office.ok('documents.correct', { document: asked.document, reason: '录入有误', changes: { title } })
    return asked
  })
  const pages = await approvalSheet(loan)
  await holds(pages, '机密★5年', '密借-01')
  await expect(pages.first()).toContainText('□ 批准，应还日期　　　　年　　月　　日　　□ 退回综合办公室负责人（签字）：')
  const text = (await pages.locator('.paper-body').allTextContents()).join('')
  for (const end of [reason.slice(0, 12), reason.slice(-12), title.slice(0, 12), title.slice(-12)]) expect(text).toContain(end)
  const count = await pages.count()
  expect(await savedPages(screen)).toBe(count)
})

test('F1(7)a the 查阅登记簿: one line a copy that was read, in and out, nothing copied; who is still in has empty boxes', async () => {
  const { first, second } = await openAfter(async (office) => {
    const first = await consulting(office)
    await office.signed('周阅', 'lending.leave', { visit: first.visit, numbers: first.numbers })
    const second = await consulting(office)
    return { first, second }
  })
  const pages = await register()
  await expect(pages).toHaveCount(1)
  await holds(pages, '机密★5年', '密借-02')
  await expect(pages.locator('.paper-about')).toContainText('共 2 人次 4 份次，其中正在查阅 1 人次')
  const rows = pages.locator('.register-row')
  await expect(rows).toHaveCount(4)
  const [one, two, three] = [await cells(rows.nth(0)), await cells(rows.nth(1)), await cells(rows.nth(2))]
  expect(one.slice(0, 5)).toEqual(['1', '查阅〔2026〕0001', '周阅业务一科', '核对数据', first.numbers[0]])
  expect(one.slice(7, 11)).toEqual(['档案室', '3月10日09:05', '3月10日09:05', '否'])
  expect(one[11]).toMatch(/^周阅[0-9a-f]{8}$/)
  expect(two.slice(0, 5)).toEqual(['', '查阅〔2026〕0001', '周阅业务一科', '同上', first.numbers[1]])
  expect(three[4]).toBe(second.numbers[0])
  expect([three[9], three[12]]).toEqual(['', ''])
  expect(await savedPages(screen)).toBe(1)
})

test('清单 F1(4)b F1(7)b the 在外清单: folders, loans, visits and issued copies that are out, what is late first; 短少待查 stands apart', async () => {
  const loan = await openAfter(async (office) => {
    const loan = await loanOut(office, { until: '2026-03-11' })
    await handedOut(office)
    await consulting(office)
    await copiesIssued(office)
    await short(office)
    return loan
  })
  await screen.later('2026-03-13T09:00:00+08:00')
  await screen.page.getByRole('button', { name: /^锁屏/ }).or(screen.page.getByLabel('姓名')).first().waitFor()
  await screen.page.reload()
  await screen.as('李保')
  const pages = await listOfLent()
  await holds(pages, '机密★5年', '密借-03')
  const rows = pages.locator('.register-row')
  await expect(pages.locator('.paper-about').first()).toContainText(`截至：2026年3月13日 09:00在外 ${await rows.count()} 份，其中逾期 5 份`)
  const row = await cells(rows.filter({ hasText: '借用〔' }))
  expect(row.slice(1, 9)).toEqual([
    loan.copy.number,
    expect.any(String),
    '机密★5年',
    '周阅业务一科',
    '3月10日09:05',
    loan.number,
    '2026年3月11日',
    '逾期未还2 天',
  ])
  await expect(rows.filter({ hasText: '传阅〔' }).first()).toContainText('逾时未退')
  await expect(rows.last()).toContainText('复制〔')
  await expect(pages.last()).toContainText('另有短少待查 1 份：')
  const count = await pages.count()
  expect(await savedPages(screen)).toBe(count)
})

const many = async (office: Office) => {
  const { copies } = await registered(office, { listed: 400, counted: 400 })
  await be(office, '李保')
  const step = { person: office.id('周阅'), copies: copies.map(({ id }) => id), purpose: '核对数据', room: '档案室' }
  await office.signed('周阅', 'lending.admit', step)
  return copies.map(({ number }) => number)
}

test('清单 of 400 copies that are out each stands once in the 在外清单 and once in the 查阅登记簿, in their order, over many pages', async () => {
  const numbers = await openAfter(many)
  const lent = await listOfLent()
  await holds(lent, '机密★5年', '密借-03')
  const inList = await lent
    .locator('.register-row')
    .evaluateAll((rows) => rows.map((row) => row.children[1]?.textContent?.replaceAll('\n', '') ?? ''))
  expect(inList).toEqual(numbers)
  const count = await lent.count()
  expect(await savedPages(screen)).toBe(count)
  const book = await register()
  await holds(book, '机密★5年', '密借-02')
  const inBook = await book
    .locator('.register-row')
    .evaluateAll((rows) => rows.map((row) => row.children[4]?.textContent?.replaceAll('\n', '') ?? ''))
  expect(inBook).toEqual(numbers)
  expect(await savedPages(screen)).toBeGreaterThan(20)
})
