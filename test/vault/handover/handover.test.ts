import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { proposed } from '../../support/disposals.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { be, consulting, copiesIssued, drafted, handedOut, handingOver, place, withPassword } from '../../support/records.ts'
import { removeCopies, verify } from '../../support/attack.ts'
import { expectNamed } from '../../support/rebuilt.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(async () => {
  await office.close()
  removeCopies()
})

const supervised = async (office: Office) => {
  const going = await handingOver(office)
  await office.ok('handover.check', { handover: going.handover, numbers: going.numbers })
  await office.signed('韩综', 'handover.supervise', { handover: going.handover })
  return going
}

describe('F1(8) 离岗移交', () => {
  it('the account is not closed while anything is held; after three signatures it may be', async () => {
    const { handover, numbers, number } = await handingOver(office)
    expect(numbers).toHaveLength(3)
    await be(office, '郑系')
    const refused = await office.no('people.disableAccount', { person: office.id('周阅'), reason: '离职' })
    expect(refused).toMatchObject({ clause: 'F1(8)', field: 'person' })
    expect(refused.message).toContain('尚有3件未清退')
    await be(office, '李保')
    await office.ok('handover.check', { handover, numbers })
    await office.signed('韩综', 'handover.supervise', { handover })
    expect(await office.signed('周阅', 'handover.complete', { handover })).toEqual({ id: handover, items: 3, kept: null })
    const view = await office.ok('handover.get', { handover })
    expect(view).toMatchObject({ number, state: 'done', supervised: { by: '韩综' }, give: { by: '周阅' }, take: { by: '李保' } })
    for (const item of view.list) expect(item).toMatchObject({ state: 'inBox', condition: null })
    await be(office, '郑系')
    await office.ok('people.disableAccount', { person: office.id('周阅'), reason: '离职' })
    await office.station.close()
    expect(verify(office.dir).verdict.broken).toEqual([])
  })

  it('the list fills itself from every way of holding: folder, copy, loan, reading room; and each is closed with it', async () => {
    const { folder, copy } = await handingOver(office)
    const { reproduction, issued } = await copiesIssued(office)
    const { visit, numbers: consulted } = await consulting(office)
    const [open] = (await office.ok('handover.list', { open: true })).rows
    expect((await office.ok('handover.get', { handover: open?.id as number })).changed).toBe(true)
    await office.ok('handover.cancel', { handover: open?.id as number, reason: '又有领取' })
    const { id: handover, items } = await office.ok('handover.begin', { person: office.id('周阅'), reason: '离职' })
    expect(items).toBe(6)
    const numbers = [...folder.numbers, copy.number, issued.number, ...consulted]
    expect((await office.ok('handover.get', { handover })).list.map((item) => item.number).sort()).toEqual([...numbers].sort())
    await office.ok('handover.check', { handover, numbers: numbers.slice(0, 3) })
    await office.ok('handover.check', { handover, numbers: numbers.slice(3), condition: '封面破损' })
    await office.signed('王管', 'handover.supervise', { handover })
    await office.signed('周阅', 'handover.complete', { handover })
    expect((await office.ok('circulation.get', { sheet: folder.sheet })).legs[0]).toMatchObject({ state: 'returnedUnread', unreadReason: '离岗移交' })
    expect((await office.ok('reproduction.get', { reproduction })).out).toBe(0)
    expect((await office.ok('lending.visits', { state: 'left' })).rows.map(({ id }) => id)).toEqual([visit])
    await office.station.close()
    expect(verify(office.dir).verdict.broken).toEqual([])
  })

  it('a folder that was signed comes back signed; a loan says what is wrong with it', async () => {
    const { handover, numbers, folder, copy } = await handingOver(office)
    await office.signed('周阅', 'circulation.sign', { leg: folder.leg })
    await office.ok('handover.check', { handover, numbers: numbers.filter((one) => one !== copy.number) })
    await office.ok('handover.check', { handover, numbers: [copy.number], condition: '第二页有折痕' })
    await office.signed('韩综', 'handover.supervise', { handover })
    await office.signed('周阅', 'handover.complete', { handover })
    expect((await office.ok('circulation.get', { sheet: folder.sheet })).legs[0]).toMatchObject({ state: 'returned', read: { by: '周阅' } })
    const [loan] = (await office.ok('lending.loans', { state: 'returned' })).rows
    expect(await office.ok('lending.get', { loan: loan?.id as number })).toMatchObject({ intact: false, condition: '第二页有折痕' })
  })

  it('× differences open: no signature while a number is missing; foreign and doubled numbers are refused; what was checked stays', async () => {
    const { handover, numbers } = await handingOver(office)
    expect(await office.ok('handover.check', { handover, numbers: numbers.slice(1) })).toMatchObject({ found: 2, items: 3, state: 'listed' })
    expect(await office.no('handover.check', { handover, numbers: ['密收〔2026〕9999'] })).toMatchObject({ clause: 'F1(8)', field: 'numbers' })
    expect(await office.no('handover.check', { handover, numbers: [numbers[0], numbers[0]] })).toMatchObject({ code: 'input.duplicate' })
    const early = await office.notSigned('韩综', 'handover.supervise', { handover })
    expect(early).toMatchObject({ clause: 'F1(8)', field: 'handover' })
    expect(early.message).toContain(numbers[0])
    expect(await office.notSigned('周阅', 'handover.complete', { handover })).toMatchObject({ clause: 'F1(8)' })
    await be(office, '李保')
    expect((await office.ok('handover.get', { handover })).found).toBe(2)
  })

  it('three people: neither the leaver nor the receiver supervises, a 分管领导 or the 综办负责人 does; the leaver signs themselves', async () => {
    const { handover, numbers } = await handingOver(office)
    await office.ok('handover.check', { handover, numbers })
    expect(await office.notSigned('吴阅', 'handover.supervise', { handover })).toMatchObject({ clause: 'F1(8)', field: 'ticket' })
    expect(await office.notSigned('周阅', 'handover.supervise', { handover })).toMatchObject({ clause: 'F1(8)' })
    expect(await office.notSigned('周阅', 'handover.complete', { handover })).toMatchObject({ clause: 'F1(8)' })
    await be(office, '王管')
    await office.ok('handover.supervise', { handover })
    await be(office, '李保')
    expect(await office.notSigned('吴阅', 'handover.complete', { handover })).toMatchObject({ clause: 'F1(8)', field: 'ticket' })
    const both = await withPassword(office, ['officer', 'officeHead'])
    const other = await handedOut(office)
    expect(other.numbers).toHaveLength(2)
    await office.ok('handover.cancel', { handover, reason: '又有送阅' })
    const { id: again } = await office.ok('handover.begin', { person: office.id('周阅'), reason: '离职' })
    const { list } = await office.ok('handover.get', { handover: again })
    await office.ok('handover.check', { handover: again, numbers: list.map((item) => item.number) })
    await be(office, both.name)
    await office.ok('handover.supervise', { handover: again })
    expect(await office.notSigned('周阅', 'handover.complete', { handover: again })).toMatchObject({ clause: 'F1(8)', field: 'handover' })
  })

  it('nobody makes their own list, nor a second one beside an open one', async () => {
    await be(office, '李保')
    expect(await office.no('handover.begin', { person: office.id('李保'), reason: '离职' })).toMatchObject({ clause: 'F1(8)', field: 'person' })
    await handingOver(office)
    expect(await office.no('handover.begin', { person: office.id('周阅'), reason: '离职' })).toMatchObject({
      code: 'state.conflict',
      field: 'person',
    })
  })

  it('what came into their hands since is not passed over: the list is made anew', async () => {
    const { handover } = await supervised(office)
    const more = await drafted(office)
    await office.signed('周阅', 'circulation.handOut', { leg: more.leg, place })
    expect(await office.notSigned('周阅', 'handover.complete', { handover })).toMatchObject({ code: 'state.conflict', clause: 'F1(8)' })
  })

  it('what is owed beside the papers is done first', async () => {
    const { handover } = await supervised(office)
    await drafted(office)
    const { duties } = await office.ok('handover.get', { handover })
    expect(duties.join()).toContain('待阅')
    const refused = await office.notSigned('周阅', 'handover.complete', { handover })
    expect(refused).toMatchObject({ code: 'rule.forbids', clause: 'F1(8)' })
    expect(refused.message).toContain('待阅')
  })

  it('a 保密员 who leaves hands over the whole box: its count is signed by both', async () => {
    const other = await withPassword(office, ['officer'])
    await handedOut(office)
    // What is listed for destruction lies in the box still
    await proposed(office, 2)
    await be(office, other.name)
    const { id: handover } = await office.ok('handover.begin', { person: office.id('李保'), reason: '调离' })
    await office.signed('韩综', 'handover.supervise', { handover })
    const done = await office.signed('李保', 'handover.complete', { handover })
    expect(done).toMatchObject({ items: 0, kept: 2 })
  })
})

describe('F1(8) the verifier, the record rebuilt to fit', () => {
  let done: Office
  beforeAll(async () => {
    done = await openOffice()
    const { handover } = await supervised(done)
    await done.signed('周阅', 'handover.complete', { handover })
    await done.station.close()
  })
  afterAll(() => done.close())

  it.each([
    ['another supervisor', 'handover', `UPDATE handover SET supervised_by = (SELECT id FROM person WHERE name = '王管')`],
    ['a copy taken off the list', 'handover', 'DELETE FROM handover_item WHERE id = (SELECT max(id) FROM handover_item)'],
    ['the list taken out', 'signature', "DELETE FROM handover_item; DELETE FROM handover; DELETE FROM counter WHERE series = 'handover'"],
    ['a box that was fuller', 'handover', 'UPDATE handover SET kept = 9'],
  ])('names %s', (_what, row, sql) => expectNamed(done.dir, row, sql))
})
