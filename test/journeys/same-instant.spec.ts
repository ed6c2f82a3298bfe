import { expect, test } from '@playwright/test'
import { cursorIn, lineOf, toDesk } from '../../tools/demo/acts.ts'
import { contract, type ProcedureName } from '../../contract/index.ts'
import { type Office, passwordOf } from '../support/office.ts'
import { openScreen, type Screen } from '../support/screen.ts'

// On a busy machine, where making the office alone takes half a minute.
test.setTimeout(120_000)

let screen: Screen
test.afterEach(() => screen.close())

/** Keys that arrive before the page can draw anything between them: a nervous hand, or a slow machine that catches up. */
const inOneInstant = (...keys: string[]) =>
  screen.page.evaluate((pressed) => {
    for (const key of pressed) {
      const target = document.activeElement ?? document.body
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true }))
    }
  }, keys)

/** From now on: what the page calls that changes something. */
const acts = () => {
  const { vault } = screen.host
  const called: string[] = []
  const call = vault.call
  vault.call = (name, input, options) => {
    if (contract[name as ProcedureName].kind === 'mutation') called.push(name)
    return call(name, input, options)
  }
  return called
}

const drafted = async (office: Office) => {
  await office.as('李保')
  const { copies } = await office.ok('documents.register', office.incoming({ title: '关于春季示范检查的通知' }))
  return office.ok('circulation.draft', { folder: '夹03', copies: copies.map(({ id }) => id), readers: [office.id('周阅')], confirm: true })
}
const out = async (office: Office) => {
  const sheet = await drafted(office)
  const leg = sheet.legs[0]?.id as number
  await office.signed('周阅', 'circulation.handOut', { leg, place: '保密室' })
  await office.signed('周阅', 'circulation.sign', { leg })
}
const newcomer = async (office: Office) => {
  await office.as('钱安')
  await office.ok('people.add', { name: '许新', identity: 'XU0001', department: '业务三科', roles: ['reader'] })
}

type Case = {
  what: string
  before?: (office: Office) => Promise<unknown>
  /** Opens the form and fills it: one key is left to be pressed. */
  fill: () => Promise<unknown>
  keys: readonly [string, ...string[]]
  calls: readonly string[]
  done: string
}

const cases: readonly Case[] = [
  {
    what: '一句话的对话框（作废传阅单）',
    before: drafted,
    fill: async () => {
      const { hand, page } = screen
      await screen.as('李保')
      await page.getByRole('link', { name: '夹03' }).click()
      await page.getByRole('button', { name: '作废传阅单' }).click()
      await cursorIn(hand, '原因')
      await hand.type('夹号写错')
    },
    keys: ['Enter', 'Escape', 'Enter', 'Escape', 'Escape'],
    calls: ['circulation.cancel'],
    done: '',
  },
  {
    what: '现场签字的对话框（送阅签收）',
    before: drafted,
    fill: async () => {
      const { hand } = screen
      await screen.as('李保')
      await hand.click(lineOf(hand, '夹03').getByRole('button', { name: '送阅' }))
      await cursorIn(hand, '本人口令')
      await hand.type(passwordOf('周阅'))
    },
    keys: ['Enter', 'Escape', 'Enter', 'Escape'],
    calls: ['session.countersign', 'circulation.handOut'],
    done: '传阅中',
  },
  {
    what: '核对的对话框（收回）',
    before: out,
    fill: async () => {
      const { hand, page } = screen
      await screen.as('李保')
      await hand.click(lineOf(hand, '夹03').getByRole('button', { name: '收回' }))
      await cursorIn(hand, '扫描或输入编号')
      await hand.press('F9')
      await expect(page.getByText('已核 1 / 1 份')).toBeVisible()
    },
    keys: ['Enter', 'Escape', 'Enter', 'Escape'],
    calls: ['circulation.receiveBack'],
    done: '',
  },
  {
    what: '对话框里的表单（开户）',
    before: newcomer,
    fill: async () => {
      const { hand, page } = screen
      await screen.as('郑系')
      await toDesk(hand, '人员')
      await page.getByText('许新').first().click()
      await page.getByRole('button', { name: /^开户/ }).click()
      await cursorIn(hand, '初始口令')
      await hand.type('Initial#2026-xu')
    },
    keys: ['Enter', 'Escape', 'F9', 'Escape', 'Escape'],
    calls: ['people.openAccount'],
    done: '',
  },
  {
    what: '整页的表单（更改设置）',
    fill: async () => {
      const { hand, page } = screen
      await screen.as('钱安')
      await toDesk(hand, '本单位')
      await hand.press('F4')
      await cursorIn(hand, '单位名称')
      await page.getByLabel('首次提醒时间').fill('14:30')
    },
    keys: ['F9', 'Escape', 'F9', 'Escape', 'Escape'],
    calls: ['office.changeSettings'],
    done: '14:30',
  },
]

for (const { what, before, fill, keys, calls, done } of cases)
  test(`F1(4)a 三员 Enter and Esc in the same instant, ${what}: the act that has begun is neither left nor begun twice`, async () => {
    screen = await openScreen(before ? { from: before } : {})
    const { page } = screen
    await fill()
    const called = acts()
    await inOneInstant(...keys)
    await expect.poll(() => called).toEqual(calls)
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.locator('form.act-form')).toHaveCount(0)
    await expect(page.getByText('所填还没有保存')).toHaveCount(0)
    if (done !== '') await expect(page.locator('main')).toContainText(done)
    expect(called).toEqual(calls)
  })
