import { afterAll, beforeAll, expect, it } from 'vitest'
import { labelCode } from '../../../electron/vault/custody/labels.ts'
import { readKeyFile } from '../../../tools/verify/keys.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { be, copiesIssued, registered } from '../../support/records.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  await be(office, '李保')
})
afterAll(() => office.close())

it('实施条例27 标签: of a document, a request, a list and a range; a recorded print with the highest mark; no title anywhere', async () => {
  const vault = readKeyFile(office.dir).vault
  const first = await registered(office, { listed: 2, counted: 2, title: '第一份的标题' })
  const second = await registered(office, { level: 'secret', period: { kind: 'years', years: 10 }, title: '第二份的标题' })
  const [one, two] = first.copies.map(({ number }) => number) as [string, string]
  const three = second.copies[0]?.number as string

  const sheet = await office.ok('paper.labels', { what: { of: 'document', document: first.id } })
  expect(sheet).toMatchObject({ columns: 3, rows: 7, used: 0, frame: { mark: '机密★5年', printNumber: '印〔2026〕0001', formNumber: '密签-01' } })
  expect(sheet.labels.map(({ number, code }) => ({ number, code }))).toEqual(
    first.copies.map(({ id, number }) => ({ number, code: labelCode(vault, id) })),
  )
  const range = await office.ok('paper.labels', { what: { of: 'range', from: two, to: three }, sheet: { columns: 2, rows: 5, used: 4 } })
  expect(range.labels.map(({ number }) => number)).toEqual([two, three])
  expect(range.frame.mark).toBe('机密★10年')
  // A list stands in its own order, and takes what is scanned
  const list = await office.ok('paper.labels', { what: { of: 'numbers', numbers: [three, labelCode(vault, first.copies[0]?.id as number)] } })
  expect(list.labels.map(({ number }) => number)).toEqual([three, one])
  for (const paper of [sheet, range, list]) expect(JSON.stringify(paper)).not.toContain('标题')

  const { reproduction } = await copiesIssued(office)
  const made = await office.ok('paper.labels', { what: { of: 'reproduction', reproduction } })
  expect(made.labels.map(({ kind }) => kind)).toEqual(['copy', 'copy'])
  const { rows } = await office.ok('paper.printed', {})
  expect(rows.slice(0, 2)).toMatchObject([{ form: 'labels', about: '标签2枚', by: '李保' }, { form: 'labels' }])
  await be(office, '冯审')
  const [entry] = (await office.ok('audit.list', { call: 'paper.labels', limit: 1 })).rows
  expect(entry?.object).toMatch(/密收.* 印〔2026〕0004/)
})

it('实施条例27 标签: a doubled number, another register, a wrong order, a sheet that is full, and a paper that left the office are refused', async () => {
  await be(office, '李保')
  const { copies } = await registered(office, { listed: 2, counted: 2 })
  const internal = await registered(office, { level: 'internal', period: undefined })
  const [one = '', two = ''] = copies.map(({ number }) => number)
  const inside = internal.copies[0]?.number as string
  const no = (what: unknown, sheet?: unknown) => office.no('paper.labels', { what, ...(sheet ? { sheet } : {}) })
  expect(await no({ of: 'numbers', numbers: [one, two, one] })).toMatchObject({ code: 'input.duplicate', field: 'what.numbers' })
  expect(await no({ of: 'numbers', numbers: [one, '密收〔2026〕9999'] })).toMatchObject({ code: 'input.unknownRecord', field: 'what.numbers.1' })
  expect(await no({ of: 'numbers', numbers: [one, labelCode('another', 5)] })).toMatchObject({ clause: '实施条例27', field: 'what.numbers.1' })
  expect(await no({ of: 'range', from: one, to: inside })).toMatchObject({ clause: 'F1(1)b', field: 'what.to' })
  expect(await no({ of: 'range', from: two, to: one })).toMatchObject({ code: 'input.range', field: 'what.to' })
  expect(await no({ of: 'numbers', numbers: [one] }, { columns: 2, rows: 3, used: 6 })).toMatchObject({ code: 'input.range', field: 'sheet.used' })
})
