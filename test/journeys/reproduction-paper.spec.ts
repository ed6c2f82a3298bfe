import { expect, type Locator, test } from '@playwright/test'
import { firstSignIn, lock, toDesk } from '../../tools/demo/acts.ts'
import { type Office, passwordOf } from '../support/office.ts'
import { be, copiesApproved, copiesAskedByReader, copiesIssued } from '../support/records.ts'
import { boxOf, holds, pagesShown, savedPages } from '../support/pages.ts'
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

/** F8 at an open request: its 复制审批单, every page of it. */
const approvalSheet = async (reproduction: number): Promise<Locator> => {
  await screen.page.evaluate((id) => location.assign(`#/reproduction/${id}`), reproduction)
  await screen.page.getByRole('button', { name: '打印复制审批单 F8' }).waitFor()
  await screen.hand.press('F8')
  return pagesShown(screen)
}
/** F8 at the list of the desk: the 复制件台账 of the year. */
const ledger = async (): Promise<Locator> => {
  await toDesk(screen.hand, '复制')
  await screen.hand.press('F8')
  await screen.page.getByRole('button', { name: '预览 Enter' }).waitFor()
  await screen.hand.press('Enter')
  return pagesShown(screen)
}

const issuedAndOneBack = async (office: Office) => {
  const made = await copiesIssued(office)
  await office.signed('周阅', 'reproduction.takeBack', { reproduction: made.reproduction, person: office.id('周阅'), numbers: [made.issued.number] })
  const other = made.copies[1]?.id as number
  await office.signed('吴阅', 'reproduction.issue', { reproduction: made.reproduction, person: office.id('吴阅'), copies: [other] })
  return office.ok('reproduction.get', { reproduction: made.reproduction })
}

test('F1(5)a F1(5)d the 复制审批单: every box of the request, each signature with its time and code, each copy with who took it and brought it back', async () => {
  const asked = await openAfter(issuedAndOneBack)
  const pages = await approvalSheet(asked.id)
  await expect(pages).toHaveCount(1)
  await holds(pages, '机密★5年', '密复-01')
  await expect(pages.locator('.paper-title')).toHaveText('涉密文件复制审批单')
  for (const [name, text] of [
    ['申请部门', '业务一科'],
    ['申请人', '陈科（李保代录）'],
    ['文件标题', asked.sources[0]?.document.title ?? ''],
    ['文号', asked.sources[0]?.document.symbol ?? ''],
    ['制发机关', '青禾市人民政府办公室'],
    ['原件份数', '1 份'],
    ['申请份数', '2 份'],
    ['复制地点', '本单位文印室'],
    ['用途', '承办需要'],
    ['分发对象', '周阅（业务一科）、吴阅（业务二科）'],
    ['部门意见', `同意。韩综3月10日 09:05电子签名 ${asked.section?.code}`],
    ['复制人', '李保'],
    ['复制份数', '2 份　√ 已加盖戳记'],
    ['编号起止', asked.items.map(({ number }) => number).join('–')],
  ] as const)
    await expect(boxOf(pages, name), name).toHaveText(text)
  const rows = pages.locator('.paper-item')
  const [first, second] = asked.items.map(({ holdings }) => holdings[0])
  await expect(rows.nth(0)).toContainText(`周阅3月10日 09:05电子签名 ${first?.take?.code}`)
  await expect(rows.nth(0)).toContainText(`周阅3月10日 09:05电子签名 ${first?.giveBack?.code}`)
  await expect(rows.nth(1)).toContainText(`吴阅3月10日 09:05电子签名 ${second?.take?.code}`)
  await expect(rows.nth(1).locator('td').nth(4)).toHaveText('年　月　日　时　分')
  expect(await savedPages(screen)).toBe(1)
})

test('F1(5)a before anybody has signed, the sheet has boxes to sign by hand; who signed on paper stands there with the officer who entered it', async () => {
  const asked = await openAfter(async (office) => {
    const { reproduction } = await copiesAskedByReader(office)
    await office.ok('reproduction.opineOnPaper', { reproduction, person: office.id('韩综'), agree: true, signedAt: '2026-03-10T09:05' })
    return office.ok('reproduction.get', { reproduction })
  })
  const pages = await approvalSheet(asked.id)
  await expect(pages).toHaveCount(1)
  await holds(pages, '机密★5年', '密复-01')
  await expect(boxOf(pages, '部门意见')).toHaveText(`同意。韩综3月10日 09:05纸质签补录 李保 ${asked.section?.code}待本人补签`)
  await expect(pages).toContainText('□ 批准　　　　份，有效期至　　　　年　　月　　日　　□ 不批准分管领导（签字）：年　　月　　日')
  await expect(pages.locator('.paper-item').first()).toHaveText('年　月　日　时　分年　月　日　时　分')
  expect(await savedPages(screen)).toBe(1)
})

test('F1(5)a a request that was turned down, or whose 有效期 is past, says so beside its title and leaves no box to sign', async () => {
  const { rejected, expired } = await openAfter(async (office) => {
    const { reproduction: rejected } = await copiesAskedByReader(office)
    await be(office, '韩综')
    await office.ok('reproduction.opine', { reproduction: rejected, agree: false, opinion: '现场已有一份' })
    const { reproduction: expired } = await copiesApproved(office)
    return { rejected, expired }
  })
  const turnedDown = await approvalSheet(rejected)
  await holds(turnedDown, '机密★5年', '密复-01')
  await expect(turnedDown.locator('.paper-title')).toHaveText('涉密文件复制审批单（不批准）')
  await expect(boxOf(turnedDown, '部门意见')).toContainText('不同意。现场已有一份韩综')
  await expect(boxOf(turnedDown, '分管领导 审批')).toHaveText('／')
  await expect(boxOf(turnedDown, '复制人')).toHaveText('／')
  await expect(turnedDown.locator('.paper-item')).toHaveCount(0)
  expect(await savedPages(screen)).toBe(1)
  await screen.later('2026-04-10T09:00:00+08:00')
  await lock(screen.hand)
  await firstSignIn(screen.hand, '李保', passwordOf('李保'), 'Other#2026spring')
  const ranOut = await approvalSheet(expired)
  await expect(ranOut.locator('.paper-title')).toHaveText('涉密文件复制审批单（已过有效期）')
  await expect(boxOf(ranOut, '复制日期')).toHaveText('／')
  await expect(ranOut.locator('.paper-item')).toHaveCount(0)
})

const ofLength = (words: string, length: number) => words.repeat(length).slice(0, length)
const LONG = {
  title: `${ofLength('关于进一步做好示范工程涉密文件复制管理工作的通知', 297)}之末尾`,
  symbol: `${ofLength('青示范工程涉密函', 50)}〔2026〕100号`,
  sender: ofLength('青禾市疾病预防控制示范工程综合协调领导小组办公室', 60),
  condition: ofLength('示范工程竣工验收合格并经批准公开之日', 500),
  extent: ofLength('第二页第三段至第五页第一段，', 500),
  purpose: ofLength('示范工程现场核查需要对照，', 500),
  place: ofLength('青禾市定点复印单位资质', 40),
  opinion: ofLength('同意按申请摘抄，用毕即还，', 500),
  copier: ofLength('李', 40),
}

/** All that may be typed, as long as it may be, for sixty people. */
const longest = async (office: Office) => {
  await be(office, '钱安')
  await office.ok('office.changeSettings', { copyPlaces: [LONG.place] })
  const recipients: number[] = []
  for (let each = 1; each <= 60; each++) {
    const person = { name: `示范领取人${each}`, identity: `QH-${1000 + each}`, department: '示范工程综合协调处', roles: ['reader' as const] }
    recipients.push((await office.ok('people.add', person)).id)
  }
  await be(office, '李保')
  const { title, symbol, sender, extent, purpose, place, condition, opinion, copier } = LONG
  const paper = office.incoming({ title, symbol, sender, period: { kind: 'condition', condition }, scope: [office.id('陈科'), ...recipients] })
  const { copies } = await office.ok('documents.register', paper)
  const wish = { applicant: office.id('陈科'), asked: 2, extent, purpose, recipients, place }
  const { id: reproduction } = await office.ok('reproduction.request', { kind: 'extract', sources: [{ copy: copies[0]?.id as number }], ...wish })
  await be(office, '韩综')
  await office.ok('reproduction.opine', { reproduction, agree: true, opinion })
  await be(office, '王管')
  await office.ok('reproduction.decide', { reproduction, approve: true, opinion })
  await be(office, '李保')
  await office.ok('reproduction.make', { reproduction, count: 2, copier, stamped: true })
  return reproduction
}

test('F1(5)a the longest that may be typed fits both forms: nothing is cut off and nothing is lost', async () => {
  const reproduction = await openAfter(longest)
  const sheet = await approvalSheet(reproduction)
  await expect(sheet.first().locator('.paper-title')).toHaveText('涉密文件摘抄审批单')
  const mark = `机密★${LONG.condition}`
  await holds(sheet, mark, '密复-01')
  const { condition: _mark, ...texts } = LONG
  const written = (await sheet.locator('.paper-body').allTextContents()).join('')
  for (const text of [...Object.values(texts), '示范领取人60（示范工程综合协调处）'])
    for (const end of [text.slice(0, 12), text.slice(-12)]) expect(written).toContain(end)
  const pages = await sheet.count()
  expect(await savedPages(screen)).toBe(pages)
  const book = await ledger()
  await holds(book, mark, '密复-02')
  const listed = (await book.locator('.paper-body').allTextContents()).join('')
  for (const text of [LONG.title, LONG.condition]) expect(listed).toContain(text.slice(-8))
  const leaves = await book.count()
  expect(await savedPages(screen)).toBe(leaves)
})

const thousand = async (office: Office) => {
  const { reproduction } = await copiesApproved(office, { asked: 1000 })
  const { copies } = await office.ok('reproduction.make', { reproduction, count: 1000, copier: '李保', stamped: true })
  const taken = copies.slice(0, 500).map(({ id }) => id)
  await office.signed('周阅', 'reproduction.issue', { reproduction, person: office.id('周阅'), copies: taken })
  return { reproduction, numbers: copies.map(({ number }) => number) }
}

test('清单 F1(5)d of 1,000 copies each stands once on the 复制审批单 and once in the 复制件台账, in their order, over many pages', async () => {
  const { reproduction, numbers } = await openAfter(thousand)
  const sheet = await approvalSheet(reproduction)
  await holds(sheet, '机密★5年', '密复-01')
  const onSheet = await sheet.locator('.paper-item').evaluateAll((rows) => rows.map((row) => row.children[1]?.textContent ?? ''))
  expect(onSheet.filter(Boolean)).toEqual(numbers)
  expect(await savedPages(screen)).toBeGreaterThan(40)
  const book = await ledger()
  await holds(book, '机密★5年', '密复-02')
  await expect(book.first().locator('.paper-about')).toContainText('共 1000 份，其中在外 500 份')
  const inBook = await book
    .locator('.register-row')
    .evaluateAll((rows) => rows.map((row) => row.children[1]?.textContent?.replaceAll('\n', '') ?? ''))
  expect(inBook).toEqual(numbers)
  expect(await savedPages(screen)).toBeGreaterThan(40)
})

test('F1(5)d the 复制件台账: one line a copy with its approval and where it is; who had it before stands below', async () => {
  const asked = await openAfter(async (office) => {
    const back = await issuedAndOneBack(office)
    const again = back.items[0]?.id as number
    await office.signed('吴阅', 'reproduction.issue', { reproduction: back.id, person: office.id('吴阅'), copies: [again] })
    await office.ok('documents.correct', { document: back.sources[0]?.document.id ?? 0, reason: '录入有误', changes: { title: '示范'.repeat(150) } })
    return back
  })
  const pages = await ledger()
  await expect(pages).toHaveCount(1)
  await holds(pages, '机密★5年', '密复-02')
  const rows = pages.locator('.register-row')
  await expect(rows).toHaveCount(2)
  const cells = (await rows.nth(0).locator('td').allTextContents()).map((text) => text.replaceAll('\n', ''))
  expect(cells.toSpliced(4, 2)).toEqual([
    '1',
    asked.items[0]?.number,
    '复制件',
    asked.sources[0]?.number ?? '',
    '机密★5年',
    asked.number,
    '王管',
    '2026年3月10日',
    '李保',
    '借出吴阅',
    '吴阅2026年3月10日',
    '',
  ])
  await expect(pages).toContainText(`${asked.items[0]?.number} 以前领取：周阅 2026年3月10日领取，2026年3月10日归还`)
  expect(await savedPages(screen)).toBe(1)
})
