import { expect, type Locator, test } from '@playwright/test'
import { nothingSerious } from '../support/axe.ts'
import type { Office } from '../support/office.ts'
import { openScreen, type Screen } from '../support/screen.ts'

let screen: Screen
test.afterEach(() => screen.close())

const place = '保密室'
const longUnit = '青禾市疾病预防控制示范中心（青禾市卫生监督示范所）'.repeat(3).slice(0, 60)
const readers = (office: Office) => ['周阅', '吴阅', '王管'].map(office.id)

/** The screen after `before`, and what that made. */
const openAfter = async <T>(before: (office: Office) => Promise<T>): Promise<T> => {
  let made!: T
  screen = await openScreen({
    before: async (office) => {
      made = await before(office)
    },
  })
  return made
}

/** The 传阅单 of a folder as it is previewed, every page of it. */
const previewed = async (sheet: number): Promise<Locator> => {
  await screen.as('李保')
  await screen.page.evaluate((id) => location.assign(`#/circulation/${id}`), sheet)
  await screen.page.getByRole('button', { name: /^打印传阅单/ }).waitFor()
  await screen.hand.press('F8')
  await screen.page.locator('[data-complete]').waitFor()
  return screen.page.locator('[data-complete] .paper-page')
}

/** On how many lines a text stands. */
const linesOf = (text: Locator) =>
  text.evaluate((element) => {
    const range = document.createRange()
    range.selectNodeContents(element)
    return new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size
  })
const heightOf = async (place: Locator) => (await place.boundingBox())?.height ?? 0

/** 41 copies for 60 readers, of an office whose name is as long as a name may be; its mark ends on a condition. */
const largest = async (office: Office) => {
  await office.as('钱安')
  await office.ok('office.changeSettings', { unit: longUnit })
  const sixty = []
  for (let each = 1; each <= 60; each++)
    sixty.push(
      (await office.ok('people.add', { name: `示范阅文${each}`, identity: `QH-${1000 + each}`, department: '业务一科', roles: ['reader'] })).id,
    )
  await office.as('李保')
  const { copies } = await office.ok(
    'documents.register',
    office.incoming({ listed: 41, counted: 41, scope: sixty, period: { kind: 'condition', condition: '示范工程竣工验收合格并经批准公开之日' } }),
  )
  return office.ok('circulation.draft', { folder: '夹03', copies: copies.map(({ id }) => id), readers: sixty })
}

test('保密法14 the mark stands unbroken and highest on the page, and a long unit name takes no room from the readers', async () => {
  const { id } = await openAfter(largest)
  const pages = await previewed(id)
  const first = pages.first()
  const mark = first.locator('.paper-mark')
  await expect(mark).toHaveText('机密★示范工程竣工验收合格并经批准公开之日')
  expect(await linesOf(mark)).toBe(1)
  const [top, unit] = await Promise.all([mark.boundingBox(), first.locator('.paper-unit').boundingBox()])
  expect((top?.y ?? 0) + (top?.height ?? 0)).toBeLessThanOrEqual(unit?.y ?? 0)
  expect(await heightOf(first.locator('.paper-body'))).toBeGreaterThan(0.7 * (await heightOf(first)))
  expect(await pages.count()).toBeLessThanOrEqual(13)
})

const internalDraft = async (office: Office) => {
  await office.as('钱安')
  await office.ok('office.changeSettings', { unit: longUnit })
  await office.as('李保')
  const { copies } = await office.ok('documents.register', office.incoming({ level: 'internal', period: undefined, scope: readers(office) }))
  return office.ok('circulation.draft', { folder: '夹09', copies: copies.map(({ id }) => id), readers: readers(office), confirm: false })
}

test('保密法22 a folder of 内部 papers alone is no 涉密文件, and a sheet that nobody has confirmed says so beside its title', async () => {
  const { id } = await openAfter(internalDraft)
  const page = await previewed(id)
  await expect(page.locator('.paper-title')).toHaveText('内部文件传阅单（拟制，未核定）')
  await expect(page.locator('.paper-mark')).toHaveText('内部')
  expect(await linesOf(page.locator('.paper-mark'))).toBe(1)
})

/** One reader read and signed, one was passed over before the folder went out, one gave it back unread. */
const roundEnded = async (office: Office) => {
  await office.as('李保')
  const { copies } = await office.ok('documents.register', office.incoming({ scope: readers(office) }))
  const sheet = await office.ok('circulation.draft', { folder: '夹03', copies: copies.map(({ id }) => id), readers: readers(office) })
  const [read, passed, unread] = sheet.legs.map(({ id }) => id) as [number, number, number]
  const numbers = copies.map(({ number }) => number)
  await office.signed('周阅', 'circulation.handOut', { leg: read, place })
  await office.signed('周阅', 'circulation.sign', { leg: read })
  await office.ok('circulation.receiveBack', { leg: read, numbers })
  await office.ok('circulation.returnUnread', { leg: passed, reason: '出差在外' })
  await office.signed('王管', 'circulation.handOut', { leg: unread, place })
  await office.ok('circulation.returnUnread', { leg: unread, reason: '临时外出', numbers })
  return office.ok('circulation.get', { sheet: sheet.id })
}

test('F1(2)c every signature of a leg stands on the 传阅单; a reader who was passed over returned nothing; nothing can be written in below the last', async () => {
  const sheet = await openAfter(roundEnded)
  const page = await previewed(sheet.id)
  await expect(page.locator('.paper-title')).toHaveText('涉密文件传阅单')
  await nothingSerious(screen)
  const legs = page.locator('.sheet-leg')
  await expect(legs).toHaveCount(3)
  const { give, take, read, back } = sheet.legs[0] as (typeof sheet.legs)[number]
  const boxes = legs.nth(0).locator('td')
  await expect(boxes.nth(2)).toContainText(`签收 09:05${take?.code}`)
  await expect(boxes.nth(3)).toContainText(`李保${give?.code}`)
  await expect(boxes.nth(4)).toContainText(`电子签名 ${read?.code}`)
  await expect(boxes.nth(9)).toContainText(`李保${back?.code}`)
  await expect(legs.nth(1).locator('td')).toHaveText(['2', '吴阅', '／', '／', '／', '／', /^未送：出差在外/, '／', '未送', '／'])
  await expect(legs.nth(2)).toContainText('未阅退回：临时外出')
  await expect(legs.nth(2).locator('td').nth(8)).toHaveText(/1 份\s*相符/)
  await expect(page.locator('tbody:has(.sheet-leg) > tr').last()).toHaveText('（以下空白）')
})

test('F1(1)d the 亲启件送达签收单 says how many, tells the office’s 签收 from the addressee’s, and leaves a line for each to sign', async () => {
  screen = await openScreen({
    before: async (office) => {
      await office.as('李保')
      await office.ok('documents.receive', {
        envelopeNo: '机要900',
        sender: '青禾市委办公室',
        receivedAt: '2026-03-10T08:50',
        sealIntact: true,
        personalFor: office.id('王管'),
      })
    },
  })
  await screen.as('李保')
  await screen.hand.button('送达单')
  const page = screen.page.locator('[data-complete] .paper-page')
  for (const [name, text] of [
    ['件数', '1 封'],
    ['收件签收人', '李保'],
    ['亲启人签收', '亲启人（签字）'],
    ['拆封后处理', '亲启人（签字）'],
  ] as const)
    await expect(page.locator('tr', { has: screen.page.getByRole('rowheader', { name, exact: true }) })).toContainText(text)
})
