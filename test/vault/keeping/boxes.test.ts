import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'
import { archived, be, boxMade, copiesIssued, finished, handedOut, loanApproved, registered, stored, withPassword } from '../../support/records.ts'
import { verify } from '../../support/attack.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const change = async (box: number, number: string, over: object = {}) => ({
  box,
  number,
  cabinet: '甲柜',
  shelf: '一层',
  custodian: office.id('李保'),
  reason: '调整',
  ...over,
})
const boxOf = async (box: number) => (await office.ok('keeping.boxes', {})).rows.find(({ id }) => id === box)
const kept = async (filter: object) => (await office.ok('keeping.copies', filter)).rows

describe('F1(6) 保密箱: 专人专管', () => {
  it('a box has one number, one place and one 保密员; a change says why, and who kept it before stays on record', async () => {
    const { box, number } = await boxMade(office)
    const place = { cabinet: '甲柜', shelf: '一层', custodian: office.id('李保') }
    expect(await office.no('keeping.setBox', { number, ...place })).toMatchObject({ code: 'input.duplicate', clause: 'F1(6)', field: 'number' })
    expect(await office.no('keeping.setBox', { number: '箱九百', ...place })).toMatchObject({ code: 'input.format', field: 'number' })
    expect(await office.no('keeping.setBox', { ...(await change(box, number)), custodian: office.id('周阅') })).toMatchObject({
      clause: 'F1(6)',
      field: 'custodian',
    })
    expect(await office.no('keeping.setBox', { ...(await change(box, number)), shelf: '二层', reason: '' })).toMatchObject({
      code: 'input.missing',
      field: 'reason',
    })
    expect(await office.no('keeping.setBox', await change(box, number))).toMatchObject({ code: 'state.conflict', clause: 'F1(6)' })
    expect(await office.no('keeping.setBox', await change(box, number, { custodian: 999, state: 'closed' }))).toMatchObject({
      code: 'input.unknownRecord',
      field: 'custodian',
    })
    expect(await office.no('keeping.setBox', await change(box, '箱0099', { shelf: '二层' }))).toMatchObject({ clause: 'F1(6)', field: 'number' })
    const other = await withPassword(office, ['officer'])
    await be(office, '李保')
    await office.ok('keeping.setBox', await change(box, number, { custodian: other.id }))
    expect(await boxOf(box)).toMatchObject({
      custodian: { name: other.name },
      changes: [
        { custodian: '李保', reason: null },
        { custodian: other.name, by: '李保', reason: '调整' },
      ],
    })
    await be(office, '钱安')
    // 专人: whoever keeps a box does not go before somebody else does
    await be(office, '郑系')
    const refused = await office.no('people.disableAccount', { person: other.id, reason: '调离' })
    expect(refused).toMatchObject({ clause: 'F1(8)', field: 'person' })
    expect(refused.message).toContain(`保密箱${number}的专管人`)
    await be(office, '李保')
  })

  it('入箱: many copies in one act, only what is in the box by the ledger; a box that holds anything is not closed', async () => {
    const { numbers, box, boxNumber, document } = await stored(office)
    expect((await kept({ box })).map((copy) => copy.number).sort()).toEqual([...numbers].sort())
    expect((await office.ok('documents.get', { document })).copyList.map((copy) => copy.box?.number)).toEqual([boxNumber, boxNumber])
    expect(await office.no('keeping.store', { box, numbers })).toMatchObject({ code: 'state.conflict', clause: 'F1(6)', field: 'numbers' })
    expect(await office.no('keeping.store', { box, numbers: [numbers[0], numbers[0]] })).toMatchObject({ code: 'input.duplicate' })
    expect(await office.no('keeping.store', { box, numbers: ['密收〔2026〕9999'] })).toMatchObject({ code: 'input.unknownRecord' })
    const out = await handedOut(office)
    expect(await office.no('keeping.store', { box, numbers: out.numbers })).toMatchObject({ code: 'state.forbids', field: 'numbers.0' })
    expect(await office.no('keeping.setBox', await change(box, boxNumber, { state: 'closed' }))).toMatchObject({ clause: 'F1(6)', field: 'state' })
    const { box: second, number } = await boxMade(office)
    expect(await office.ok('keeping.store', { box: second, numbers })).toEqual({ box: number, stored: 2 })
    await office.ok('keeping.setBox', await change(box, boxNumber, { state: 'closed' }))
    expect(await office.no('keeping.store', { box, numbers })).toMatchObject({ code: 'state.forbids', field: 'box' })
  })

  it('a copy that is lent keeps its box and comes back to it; meanwhile the box is not closed', async () => {
    const { loan, copy } = await loanApproved(office)
    const { box, number } = await boxMade(office)
    await office.ok('keeping.store', { box, numbers: [copy.number] })
    await office.signed('周阅', 'lending.lend', { loan })
    expect(await boxOf(box)).toMatchObject({ inside: 0, out: 1 })
    expect(await office.no('keeping.setBox', await change(box, number, { state: 'closed' }))).toMatchObject({ field: 'state' })
    await office.signed('周阅', 'lending.takeBack', { loan, number: copy.number, intact: true })
    expect(await boxOf(box)).toMatchObject({ inside: 1, out: 0 })
  })

  it('办结未入箱: from the third day after 办结 it is told, listed, and gone once the papers lie in a box', async () => {
    const own = await openOffice()
    try {
      const { numbers } = await finished(own)
      await registered(own)
      const home = async () => own.ok('today.home', {})
      expect((await home()).keeping.loose).toEqual([])
      expect((await own.ok('keeping.copies', { loose: true })).rows.map((copy) => copy.looseDays)).toEqual([0, 0])
      await own.later('2026-03-13T09:00:00+08:00', '李保')
      const after = await home()
      expect(after.keeping.loose.map((copy) => copy.number).sort()).toEqual([...numbers].sort())
      expect(after.reminders.map(({ text }) => text).join()).toContain('有2份办结3天仍未入箱')
      const { id: box } = await own.ok('keeping.setBox', { number: '箱01', cabinet: '甲', shelf: '一', custodian: own.id('李保') })
      await own.ok('keeping.store', { box, numbers })
      expect((await home()).keeping.loose).toEqual([])
    } finally {
      await own.close()
    }
  })
})

describe('F1(6) 归档, F1(7)a 归档文件的查阅、借用', () => {
  it('copies of a 办结 document go into a volume; the document is 归档 once all of them did; who keeps the archive signs in place', async () => {
    const { document, numbers, box } = await stored(office)
    const step = { numbers, volume: '2026-永久-7', place: '档案室', day: '2026-03-10' }
    const open = await registered(office)
    expect(await office.no('keeping.archive', { ...step, numbers: [open.copies[0]?.number] })).toMatchObject({ clause: 'F1(6)', field: 'numbers.0' })
    expect(await office.no('keeping.archive', { ...step, day: '2026-03-11' })).toMatchObject({ code: 'input.future', field: 'day' })
    expect(await office.no('keeping.archive', { ...step, day: '2026-03-09' })).toMatchObject({ code: 'input.range', field: 'day' })
    expect(await office.notSigned('冯审', 'keeping.archive', step)).toMatchObject({ clause: 'F1(6)', field: 'ticket' })
    await office.ok('keeping.archive', { ...step, numbers: numbers.slice(0, 1) })
    expect((await office.ok('documents.get', { document })).state).toBe('finished')
    const { number } = await office.signed('韩综', 'keeping.archive', { ...step, numbers: numbers.slice(1) })
    const view = await office.ok('documents.get', { document })
    expect(view).toMatchObject({ state: 'archived', out: 0 })
    expect(view.copyList.map(({ state, volume, box: at }) => ({ state, volume, at }))).toEqual(
      numbers.map(() => ({ state: 'archived', volume: '2026-永久-7', at: null })),
    )
    expect(await kept({ box })).toEqual([])
    expect((await kept({ archived: true }))[0]).toMatchObject({ archiving: { number, volume: '2026-永久-7', day: '2026-03-10' } })
    expect(await office.no('keeping.archive', step)).toMatchObject({ code: 'state.forbids', clause: 'F1(6)' })
  })

  it('an archived copy is consulted and lent and comes back to the archive; its document stays 归档', async () => {
    const { document, copies, numbers } = await archived(office)
    const states = async () => {
      const { state, out, copyList } = await office.ok('documents.get', { document })
      return [state, out, copyList[0]?.state]
    }
    const { id: visit } = await office.signed('周阅', 'lending.admit', {
      person: office.id('周阅'),
      copies: [copies[0]?.id as number],
      purpose: '核对',
      room: '档案室',
    })
    expect(await states()).toEqual(['archived', 1, 'lent'])
    await office.signed('周阅', 'lending.leave', { visit, numbers: numbers.slice(0, 1) })
    expect(await states()).toEqual(['archived', 0, 'archived'])
    const asked = { copy: copies[0]?.id as number, borrower: office.id('周阅'), reason: '办理需要', place: '保密室', until: '2026-03-12' }
    const { id: loan } = await office.ok('lending.request', asked)
    await be(office, '韩综')
    await office.ok('lending.decide', { loan, approve: true })
    await be(office, '李保')
    expect((await office.ok('lending.sources', { inBox: true, text: numbers[0] as string })).rows).toHaveLength(2)
    await office.signed('周阅', 'lending.lend', { loan })
    await office.signed('周阅', 'lending.takeBack', { loan, number: numbers[0] as string, intact: true })
    expect(await states()).toEqual(['archived', 0, 'archived'])
  })

  it('× it neither circulates nor is copied, each with what to do instead', async () => {
    const { copies } = await archived(office)
    const copy = copies[0]?.id as number
    const folder = await office.no('circulation.draft', { folder: '夹归1', copies: [copy], readers: [office.id('周阅')] })
    expect(folder).toMatchObject({ code: 'state.forbids', clause: 'F1(7)a' })
    const wish = {
      kind: 'copy',
      sources: [{ copy }],
      applicant: office.id('周阅'),
      asked: 1,
      purpose: '需要',
      recipients: [office.id('周阅')],
      place: '本单位文印室',
    }
    const copied = await office.no('reproduction.request', wish)
    expect(copied).toMatchObject({ code: 'rule.forbids', clause: 'F1(5)a', field: 'sources.0.copy' })
    for (const { message } of [folder, copied]) expect(message).toContain('查阅、借用')
  })
})

it('F1(5)d a copy that was made, came back and was archived since does not hold up 全部收回', async () => {
  const { reproduction, issued, copies, document, documentNumber } = await copiesIssued(office)
  await office.signed('周阅', 'reproduction.takeBack', { reproduction, person: office.id('周阅'), numbers: [issued.number] })
  await office.ok('documents.finish', { document, result: '办结' })
  const numbers = [documentNumber, ...copies.map(({ number }) => number)]
  await office.ok('keeping.archive', { numbers, volume: '2026-10年-1', place: '档案室', day: '2026-03-10' })
  await office.ok('reproduction.close', { reproduction })
  expect((await office.ok('documents.get', { document })).state).toBe('archived')
})

it('F1(5)d 总账: 收 + 复制 = the sum of the places, over everything and of a year', async () => {
  await copiesIssued(office)
  const whole = await office.ok('keeping.balance', {})
  expect(whole).toEqual(await office.ok('keeping.balance', { year: 2026 }))
  expect(whole.made).toBeGreaterThan(0)
  expect(whole.places.reduce((sum, { copies }) => sum + copies, 0)).toBe(whole.received + whole.made)
  for (const state of ['inBox', 'circulating', 'lent', 'archived'])
    expect(whole.places.find((place) => place.state === state)?.copies, state).toBeGreaterThan(0)
  expect(await office.ok('keeping.balance', { year: 2025 })).toMatchObject({ received: 0, made: 0 })
  await office.station.close()
  expect(verify(office.dir).verdict.broken).toEqual([])
})
