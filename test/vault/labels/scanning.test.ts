import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { labelCode } from '../../../electron/vault/custody/labels.ts'
import { readKeyFile } from '../../../tools/verify/keys.ts'
import { behindTheDoor, removeCopies } from '../../support/attack.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { be, copiesIssued, drafted, handingOver, handedOut, loanOut, place, registered } from '../../support/records.ts'

let office: Office
let ours = ''
beforeAll(async () => {
  office = await openOffice()
  ours = readKeyFile(office.dir).vault
})
afterAll(async () => {
  await office.close()
  removeCopies()
})
afterEach(() => be(office, '李保'))

const idsOf = async (numbers: readonly string[]) => {
  const found = await Promise.all(numbers.map((number) => office.ok('documents.whereIs', { text: number })))
  return found.map(({ rows }, index) => rows[0]?.copies.find(({ number }) => number === numbers[index])?.id as number)
}
/** The labels of these copies. */
const scanned = async (numbers: readonly string[]) => (await idsOf(numbers)).map((id) => labelCode(ours, id))

it('F1(2)b 标签: sixteen digits and nothing else, so that no input method, layout or caps lock changes what a scanner types', () => {
  for (const id of [1, 42, 99_999_999]) expect(labelCode(ours, id)).toMatch(/^1\d{15}$/)
  expect(new Set([1, 2, 3].map((id) => labelCode(ours, id))).size).toBe(3)
})

it('F1(1)b 标签: a scan finds the one copy of several, also in full-width digits', async () => {
  const { copies } = await registered(office, { listed: 3, counted: 3 })
  const code = labelCode(ours, copies[1]?.id as number)
  for (const text of [code, ` ${code} `, code.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))])
    expect((await office.ok('documents.whereIs', { text })).rows.flatMap((row) => row.copies.map(({ number }) => number))).toEqual([
      copies[1]?.number,
    ])
  for (const list of ['circulation.inBox', 'lending.sources', 'reproduction.sources'] as const)
    expect((await office.ok(list, { text: code })).rows.map(({ id }) => id)).toEqual([copies[1]?.id])
  expect((await office.ok('documents.list', { text: code })).rows).toHaveLength(1)
})

it('F1(7)b 标签: a reader who asks for a loan scans the label of what they see by its number alone', async () => {
  const { copies } = await registered(office, { listed: 2, counted: 2 })
  await be(office, '周阅')
  const text = labelCode(ours, copies[0]?.id as number)
  expect((await office.ok('lending.sources', { text })).rows.map(({ id }) => id)).toEqual([copies[0]?.id])
})

it('实施条例27 标签: another unit’s, a misread, a doubled and an unknown one are each refused in their own words', async () => {
  const { copies } = await registered(office)
  const code = labelCode(ours, copies[0]?.id as number)
  const no = (text: string) => office.no('documents.whereIs', { text })
  expect(await no(labelCode('another-vault', 1))).toMatchObject({
    code: 'rule.forbids',
    clause: '实施条例27',
    field: 'text',
    message: expect.stringContaining('这不是本单位的标签'),
  })
  expect(await no(code + code)).toMatchObject({ code: 'input.duplicate', clause: '实施条例27' })
  expect(await no(labelCode(ours, 88_888_888))).toMatchObject({ code: 'input.unknownRecord', clause: '实施条例27' })
  // Every single wrong digit and every two that changed places are found.
  for (let at = 1; at < code.length; at += 1) {
    const wrong = `${code.slice(0, at)}${(Number(code[at]) + 3) % 10}${code.slice(at + 1)}`
    expect(await no(wrong)).toMatchObject({ code: 'input.format', clause: '实施条例27' })
    const swapped = `${code.slice(0, at)}${code[at + 1] ?? ''}${code[at]}${code.slice(at + 2)}`
    if (at > 1 && at < 15 && swapped !== code) expect(await no(swapped)).toMatchObject({ code: 'input.format' })
  }
})

it('F1(2)b 标签: what takes numbers takes labels: folder, copies, loan, handover', async () => {
  const folder = await drafted(office)
  await office.signed('周阅', 'circulation.handOut', { leg: folder.leg, place })
  await office.signed('周阅', 'circulation.sign', { leg: folder.leg })
  const codes = await scanned(folder.numbers)
  const [first = ''] = codes
  expect(await office.no('circulation.receiveBack', { leg: folder.leg, numbers: [first, folder.numbers[0]] })).toMatchObject({
    code: 'input.duplicate',
  })
  expect(await office.no('circulation.receiveBack', { leg: folder.leg, numbers: [labelCode('another-vault', 1)] })).toMatchObject({
    code: 'rule.forbids',
    clause: '实施条例27',
    field: 'numbers',
  })
  await office.ok('circulation.receiveBack', { leg: folder.leg, numbers: codes })

  const { reproduction, issued } = await copiesIssued(office)
  await office.signed('周阅', 'reproduction.takeBack', { reproduction, person: office.id('周阅'), numbers: await scanned([issued.number]) })

  const loan = await loanOut(office)
  const other = labelCode(ours, 1)
  expect((await office.notSigned('周阅', 'lending.takeBack', { loan: loan.loan, number: other, intact: true })).field).toBe('number')
  const [back = ''] = await scanned([loan.copy.number])
  await office.signed('周阅', 'lending.takeBack', { loan: loan.loan, number: back, intact: true })

  const going = await handingOver(office)
  expect(await office.ok('handover.check', { handover: going.handover, numbers: await scanned(going.numbers) })).toMatchObject({ state: 'checked' })
})

it('实施条例28 标签: a paper whose copy was destroyed is not to be met with: its scan is refused, its number still tells where it went', async () => {
  const out = await handedOut(office)
  const { copies } = await registered(office)
  const copy = copies[0] as { id: number; number: string }
  await office.station.lock('locked')
  await behindTheDoor(office.dir, (database) => database.prepare("UPDATE copy SET state = 'destroyed' WHERE id = ?").run(copy.id))
  await be(office, '李保')
  const destroyed = { code: 'state.forbids', clause: '实施条例28', message: expect.stringContaining(copy.number) }
  expect(await office.no('documents.whereIs', { text: labelCode(ours, copy.id) })).toMatchObject({ ...destroyed, field: 'text' })
  const numbers = [labelCode(ours, copy.id)]
  expect(await office.no('circulation.reportShort', { leg: out.leg, numbers, note: '短少' })).toMatchObject({ ...destroyed, field: 'numbers' })
  expect((await office.ok('documents.whereIs', { text: copy.number })).rows[0]?.copies[0]).toMatchObject({ state: 'destroyed' })
})
