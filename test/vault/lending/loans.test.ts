import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'
import { be, copiesIssued, loanApproved, loanAsked, loanOut, place, registered, withPassword } from '../../support/records.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice({ level: 'topSecret' })
})
afterAll(() => office.close())

const wish = (copy: number, over = {}) => ({ copy, borrower: office.id('周阅'), reason: '办理需要', place, until: '2026-03-12', ...over })

describe('F1(7)b a loan is asked for', () => {
  it('by or for somebody within the 知悉范围, for a listed place, for a day that the unit allows', async () => {
    const { copies } = await registered(office)
    const copy = copies[0]?.id as number
    const refused = (over: object) => office.no('lending.request', wish(copy, over))
    expect(await refused({ borrower: office.id('赵组') })).toMatchObject({ clause: 'F1(4)a', field: 'borrower' })
    expect(await refused({ place: '家中' })).toMatchObject({ clause: 'F1(4)d', field: 'place' })
    expect(await refused({ until: '2026-03-09' })).toMatchObject({ code: 'input.range', field: 'until' })
    const long = await refused({ until: '2026-03-26' })
    expect(long).toMatchObject({ code: 'rule.forbids', clause: 'F1(7)b', field: 'until' })
    expect(long.message).toContain('15天')
    await office.ok('lending.request', wish(copy, { until: '2026-03-25' }))
  })

  it('绝密 only for the places listed for it', async () => {
    const { copies } = await registered(office, { level: 'topSecret', period: { kind: 'years', years: 20 } })
    const refused = await office.no('lending.request', wish(copies[0]?.id as number, { place: '本人办公室' }))
    expect(refused).toMatchObject({ clause: 'F1(4)d', field: 'place' })
  })

  it('a reader sees what is within their scope by number and 文号, without titles, and asks for themselves alone', async () => {
    const { copies, number } = await registered(office, { scope: [office.id('周阅')] })
    await be(office, '周阅')
    const [found] = (await office.ok('lending.sources', { text: number })).rows
    expect(found).toMatchObject({ number, document: { title: null } })
    const copy = copies[0]?.id as number
    expect((await office.ok('lending.sources', { copy })).rows.map(({ id }) => id)).toEqual([copy])
    expect(await office.no('lending.request', wish(copy, { borrower: office.id('吴阅') }))).toMatchObject({ code: 'session.role', field: 'borrower' })
    const { id: loan } = await office.ok('lending.request', wish(copy))
    expect((await office.ok('lending.get', { loan })).copy.document.title).toBeNull()
    await be(office, '吴阅')
    expect((await office.ok('lending.sources', { text: number })).rows).toEqual([])
    expect((await office.ok('lending.sources', { copy })).rows).toEqual([])
    // Not by naming somebody whose scope is wider
    expect(await office.no('lending.sources', { person: office.id('周阅') })).toMatchObject({ code: 'session.role', clause: '保密法21' })
    expect(await office.no('lending.get', { loan })).toMatchObject({ code: 'session.role', clause: '保密法21' })
  })
})

describe('F1(7)b the 综办负责人 decides', () => {
  it('until the day asked for or an earlier one; a refusal has its reason', async () => {
    const { loan } = await loanAsked(office)
    await be(office, '韩综')
    expect(await office.no('lending.decide', { loan, approve: true, due: '2026-03-13' })).toMatchObject({ clause: 'F1(7)b', field: 'due' })
    expect(await office.no('lending.decide', { loan, approve: false })).toMatchObject({ code: 'input.missing', field: 'opinion' })
    await office.ok('lending.decide', { loan, approve: true, due: '2026-03-11' })
    expect(await office.ok('lending.get', { loan })).toMatchObject({ state: 'approved', due: '2026-03-11', decision: { by: '韩综' } })
    expect(await office.no('lending.decide', { loan, approve: false, opinion: '改' })).toMatchObject({ code: 'state.forbids', clause: 'F1(7)b' })
  })

  it('never what they asked for or keyed in themselves', async () => {
    const both = await withPassword(office, ['officer', 'officeHead'])
    const { copies } = await registered(office)
    await be(office, both.name)
    const { id: loan } = await office.ok('lending.request', wish(copies[0]?.id as number))
    expect(await office.no('lending.decide', { loan, approve: true })).toMatchObject({ code: 'rule.forbids', clause: 'F1(7)b', field: 'loan' })
    expect((await office.ok('lending.loans', { waiting: true })).rows.map(({ id }) => id)).not.toContain(loan)
  })
})

describe('F1(7)b lent and given back', () => {
  it('not before it is approved, not after its day, to the borrower alone', async () => {
    const asked = await loanAsked(office)
    const early = await office.notSigned('周阅', 'lending.lend', { loan: asked.loan })
    expect(early).toMatchObject({ code: 'rule.forbids', clause: 'F1(7)b', field: 'loan' })
    expect(early.message).toContain('须经综合办公室审核批准')
    const { loan, document } = await loanApproved(office)
    expect(await office.notSigned('吴阅', 'lending.lend', { loan })).toMatchObject({ clause: 'F1(4)a', field: 'ticket' })
    await office.signed('周阅', 'lending.lend', { loan })
    const view = await office.ok('lending.get', { loan })
    expect(view.acts.map(({ call }) => call)).toEqual(['lending.takeBack'])
    expect(view).toMatchObject({ state: 'lent', holding: { give: { by: '李保' }, take: { by: '周阅' }, backAt: null } })
    const whole = await office.ok('documents.get', { document })
    expect(whole.copyList[0]).toMatchObject({ state: 'lent', holder: { name: '周阅' } })
    expect(whole.balance.places).toEqual([{ state: 'lent', copies: 1 }])
  })

  it('× two places: what circulates, lies in a folder or is issued is not lent', async () => {
    const planned = await loanApproved(office)
    const sheet = await office.ok('circulation.draft', { folder: '夹借01', copies: [planned.copy.id], readers: [office.id('吴阅')] })
    expect(await office.notSigned('周阅', 'lending.lend', { loan: planned.loan })).toMatchObject({ code: 'state.conflict', field: 'loan' })
    await office.signed('吴阅', 'circulation.handOut', { leg: sheet.legs[0]?.id as number, place })
    expect(await office.notSigned('周阅', 'lending.lend', { loan: planned.loan })).toMatchObject({ code: 'state.forbids', field: 'loan' })
    const { issued } = await copiesIssued(office)
    const { id: loan } = await office.ok('lending.request', wish(issued.id, { borrower: office.id('吴阅') }))
    await be(office, '韩综')
    await office.ok('lending.decide', { loan, approve: true })
    await be(office, '李保')
    expect(await office.notSigned('吴阅', 'lending.lend', { loan })).toMatchObject({ code: 'state.forbids', field: 'loan' })
  })

  it('back by its own number, from its own borrower, with what is wrong with it', async () => {
    const { loan, copy } = await loanOut(office)
    const back = { loan, number: copy.number, intact: true }
    expect(await office.notSigned('周阅', 'lending.takeBack', { ...back, number: '密收〔2026〕9999' })).toMatchObject({
      clause: 'F1(7)b',
      field: 'number',
    })
    expect(await office.notSigned('吴阅', 'lending.takeBack', back)).toMatchObject({ clause: 'F1(4)a', field: 'ticket' })
    expect(await office.notSigned('周阅', 'lending.takeBack', { ...back, intact: false })).toMatchObject({
      code: 'input.missing',
      field: 'condition',
    })
    await office.signed('周阅', 'lending.takeBack', { ...back, intact: false, condition: '第二页有折痕' })
    expect(await office.ok('lending.get', { loan })).toMatchObject({ state: 'returned', intact: false, condition: '第二页有折痕' })
    expect(await office.notSigned('周阅', 'lending.takeBack', back)).toMatchObject({ code: 'state.forbids', clause: 'F1(7)b' })
  })

  it('× a second loan while one is overdue, and no loan is put off: a renewal is another approval', async () => {
    const mine = await openOffice()
    try {
      const first = await loanOut(mine, { until: '2026-03-11' })
      const { copies } = await registered(mine)
      await mine.later('2026-03-12T09:00:00+08:00', '李保')
      expect((await mine.ok('lending.loans', { overdue: true })).rows).toMatchObject([{ id: first.loan, overdue: true, overdueDays: 1 }])
      const again = { copy: copies[0]?.id as number, borrower: mine.id('周阅'), reason: '续用', place, until: '2026-03-13' }
      const refused = await mine.no('lending.request', again)
      expect(refused).toMatchObject({ code: 'rule.forbids', clause: 'F1(7)b', field: 'borrower' })
      expect(refused.message).toContain(first.number)
      expect((await mine.ok('today.home', {})).reminders.map(({ text }) => text).join()).toContain(`${first.copy.number}逾期未还`)
      await mine.signed('周阅', 'lending.takeBack', { loan: first.loan, number: first.copy.number, intact: true })
      await mine.ok('lending.request', { ...again, copy: first.copy.id })
    } finally {
      await mine.close()
    }
  })

  it('only who asked or keyed it in takes a request back, and not what is out', async () => {
    const { loan } = await loanApproved(office)
    await be(office, '吴阅')
    expect(await office.no('lending.cancel', { loan, reason: '不要了' })).toMatchObject({ code: 'session.role' })
    await be(office, '周阅')
    await office.ok('lending.cancel', { loan, reason: '不再需要' })
    const out = await loanOut(office)
    expect(await office.no('lending.cancel', { loan: out.loan, reason: '不要了' })).toMatchObject({ code: 'state.forbids', clause: 'F1(7)b' })
  })
})
