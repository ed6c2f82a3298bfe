import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openBrowserHost } from '../../tools/hosts/browser.ts'
import { type Office, openOffice } from '../support/office.ts'

type Host = Awaited<ReturnType<typeof openBrowserHost>>
let office: Office
let host: Host

test.beforeEach(async () => {
  office = await openOffice()
  await office.as('李保')
  const { copies } = await office.ok('documents.register', office.incoming({ title: '关于春季示范检查的通知' }))
  const sheet = await office.ok('circulation.draft', {
    folder: '夹03',
    copies: copies.map(({ id }) => id),
    readers: [office.id('周阅'), office.id('吴阅')],
  })
  await office.ok('circulation.handOut', { leg: sheet.legs[0]?.id as number, place: '保密室', ticket: await office.ticket('周阅') })
  await office.station.close()
  const saveTo = mkdtempSync(join(tmpdir(), 'mijuan-journey-'))
  host = await openBrowserHost({ dir: office.dir, clock: '2026-03-10T09:05:00+08:00', argon: 'floor', headless: true, saveTo })
})
test.afterEach(async () => {
  await host.close()
  await office.close()
})

const signIn = async (name: string) => {
  const { page } = host
  await page.getByLabel('姓名').waitFor()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.keyboard.type(office.passwordOf(name))
  await page.keyboard.press('Enter')
  await page.getByText('锁屏').waitFor()
}

test('F1(4)a who holds this? One character of the title finds the copy and its holder, by keyboard alone', async () => {
  const { page } = host
  await signIn('李保')
  await expect(page.getByText('在外（1）')).toBeVisible()
  await page.keyboard.press('F3')
  await page.keyboard.insertText('春')
  await expect(page.getByRole('option')).toContainText('周阅')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '密收〔2026〕0001' })).toBeVisible()
})

test('F1(2)d the sheet says why the next leg cannot start', async () => {
  const { page } = host
  await signIn('李保')
  await page.getByRole('link', { name: '夹03' }).click()
  await expect(page.getByText('上一阅文人尚未退回，不得横传（F1(2)d）')).toBeVisible()
})

test('锁定 locking leaves no title in the page', async () => {
  const { page } = host
  await signIn('李保')
  await page.getByText('收文登记', { exact: true }).first().click()
  await expect(page.getByText('关于春季示范检查的通知')).toBeVisible()
  await page.keyboard.press('Control+l')
  await page.getByLabel('口令').waitFor()
  expect(await page.content()).not.toContain('春季')
})

test('三员 the auditor sees acts and numbers on the screen, and no title', async () => {
  const { page } = host
  await signIn('冯审')
  await page.getByText('审计', { exact: true }).first().click()
  await expect(page.getByText('送阅签收').first()).toBeVisible()
  expect(await page.content()).not.toContain('春季')
})
