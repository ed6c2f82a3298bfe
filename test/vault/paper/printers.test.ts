import { afterEach, expect, test } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'

let office: Office
afterEach(() => office.close())

const ticketOf = async () => {
  const { frame } = await office.ok('paper.register', { year: 2026 })
  return frame.ticket
}

test('清单49 the vault says with each ticket which printers may be used, as the settings stand when it is redeemed', async () => {
  office = await openOffice()
  await office.as('李保')
  expect((await office.station.redeem(await ticketOf()))?.printers).toEqual([])
  await office.as('钱安')
  await office.ok('office.changeSettings', { printers: ['保密室', '办公室'] })
  await office.as('李保')
  const ticket = await ticketOf()
  expect((await office.station.redeem(ticket))?.printers).toEqual(['保密室', '办公室'])
  await office.station.delivered(ticket, 'printed', '保密室')
  await office.as('冯审')
  const { rows } = await office.ok('audit.list', { limit: 50 })
  expect(rows.find(({ call }) => call === 'shell.printed')?.facts).toContainEqual({ label: '打印机', text: '保密室' })
  expect(rows.find(({ call }) => call === 'office.changeSettings')?.facts).toContainEqual({ label: '可用打印机', text: '保密室、办公室' })
})

test('清单49 三员 the list is the 安全保密管理员’s alone to set; no control characters in it, no more than twenty', async () => {
  office = await openOffice()
  for (const name of ['李保', '郑系', '冯审', '王管']) {
    await office.as(name)
    expect(await office.no('office.changeSettings', { printers: ['走廊'] })).toMatchObject({ code: 'session.role' })
  }
  await office.as('钱安')
  expect(await office.no('office.changeSettings', { printers: ['走\u202e廊'] })).toMatchObject({ code: 'input.control' })
  expect(await office.no('office.changeSettings', { printers: Array.from({ length: 21 }, (_, n) => `打印机${n}`) })).toMatchObject({
    code: 'input.range',
  })
  expect((await office.ok('office.settings', {})).printers).toEqual([])
})
