import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'
import { be, consulting, copiesApproved, copiesToDecide, loanOut, registered } from '../../support/records.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const visitOf = (copies: number[], over = {}) => ({ person: office.id('周阅'), copies, purpose: '核对数据', room: '档案室', ...over })
const paper = async () => (await registered(office)).copies[0]?.id as number

describe('F1(7)a 查阅登记', () => {
  it('in with the time and the purpose, the reader’s own signature, nothing copied unless approved', async () => {
    const { visit, numbers } = await consulting(office)
    const [row] = (await office.ok('lending.visits', { state: 'reading' })).rows
    expect(row).toMatchObject({
      id: visit,
      state: 'reading',
      cameAt: '2026-03-10T01:00:00.000Z',
      leftAt: null,
      reproduction: null,
      late: false,
      take: { by: '周阅' },
    })
    expect(row?.copies.map(({ number }) => number)).toEqual(numbers)
    expect((await office.ok('lending.visits', { text: numbers[0] as string })).rows.map(({ id }) => id)).toEqual([visit])
    await office.signed('周阅', 'lending.leave', { visit, numbers })
  })

  it('only in a listed room, within the 知悉范围, of papers that are here', async () => {
    const copy = await paper()
    expect(await office.notSigned('周阅', 'lending.admit', visitOf([copy], { room: '走廊' }))).toMatchObject({ clause: 'F1(4)d', field: 'room' })
    expect(await office.notSigned('韩综', 'lending.admit', visitOf([copy], { person: office.id('陈科') }))).toMatchObject({
      clause: 'F1(4)a',
      field: 'person',
    })
    const out = await loanOut(office)
    expect(await office.notSigned('周阅', 'lending.admit', visitOf([out.copy.id]))).toMatchObject({ code: 'state.forbids', field: 'copies.0' })
    expect(await office.notSigned('周阅', 'lending.admit', visitOf([copy, copy]))).toMatchObject({ code: 'input.duplicate' })
  })

  it('copying out of a paper takes an approved request of this reader for this paper', async () => {
    const { reproduction, source } = await copiesApproved(office, { applicant: office.id('周阅') })
    expect(await office.notSigned('周阅', 'lending.admit', visitOf([await paper()], { reproduction }))).toMatchObject({
      clause: 'F1(7)a',
      field: 'reproduction',
    })
    const other = await copiesApproved(office)
    const notTheirs = visitOf([other.source], { reproduction: other.reproduction })
    expect(await office.notSigned('周阅', 'lending.admit', notTheirs)).toMatchObject({ clause: 'F1(7)a', field: 'reproduction' })
    const { id } = await office.signed('周阅', 'lending.admit', visitOf([source], { reproduction }))
    const row = (await office.ok('lending.visits', { state: 'reading' })).rows.find((one) => one.id === id)
    expect(row?.reproduction?.id).toBe(reproduction)
    expect((await office.ok('lending.visits', { visit: id })).rows.map((one) => one.id)).toEqual([id])
  })

  it('× copying out after the 有效期 of the approval', async () => {
    const mine = await openOffice()
    try {
      const { reproduction, source } = await copiesToDecide(mine, { applicant: mine.id('周阅') })
      await be(mine, '王管')
      await mine.ok('reproduction.decide', { reproduction, approve: true, validUntil: '2026-03-11' })
      await mine.later('2026-03-12T09:00:00+08:00', '李保')
      const step = { person: mine.id('周阅'), copies: [source], purpose: '核对数据', room: '档案室' }
      const refused = await mine.notSigned('周阅', 'lending.admit', { ...step, reproduction })
      expect(refused).toMatchObject({ code: 'rule.forbids', clause: 'F1(7)a', field: 'reproduction' })
      expect(refused.message).toContain('2026-03-11为止')
      await mine.signed('周阅', 'lending.admit', step)
    } finally {
      await mine.close()
    }
  })

  it('nobody leaves before every number is back, from their own hand', async () => {
    const { visit, numbers, copies } = await consulting(office)
    expect(await office.notSigned('周阅', 'lending.leave', { visit, numbers: numbers.slice(1) })).toMatchObject({
      clause: 'F1(7)a',
      field: 'numbers',
    })
    expect(await office.notSigned('周阅', 'lending.leave', { visit, numbers: [...numbers, '密收〔2026〕9999'] })).toMatchObject({ clause: 'F1(7)a' })
    expect(await office.notSigned('吴阅', 'lending.leave', { visit, numbers })).toMatchObject({ clause: 'F1(4)a', field: 'ticket' })
    expect((await office.ok('lending.sources', { inBox: true })).rows.map(({ id }) => id)).not.toContain(copies[0]?.id)
    await office.signed('周阅', 'lending.leave', { visit, numbers })
    const row = (await office.ok('lending.visits', {})).rows.find((one) => one.id === visit)
    expect(row).toMatchObject({ state: 'left', leftAt: '2026-03-10T01:00:00.000Z', giveBack: { by: '周阅' }, takeBack: { by: '李保' } })
    expect(await office.notSigned('周阅', 'lending.leave', { visit, numbers })).toMatchObject({ code: 'state.forbids', clause: 'F1(7)a' })
    expect((await office.ok('lending.sources', { inBox: true })).rows.map(({ id }) => id)).toContain(copies[0]?.id)
  })

  it('who is still in after the hour is shown so', async () => {
    const { visit } = await consulting(office)
    await office.later('2026-03-10T17:30:00+08:00', '李保')
    expect((await office.ok('lending.visits', {})).rows.find(({ id }) => id === visit)?.late).toBe(true)
    await be(office, '周阅')
    expect((await office.ok('today.home', {})).lent.some(({ under }) => under.kind === 'visit' && under.id === visit)).toBe(true)
  })
})
