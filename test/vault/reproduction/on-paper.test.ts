import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../contract/index.ts'
import { removeCopies, verify } from '../../support/attack.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { copiesAsked, copiesAskedByReader, copiesMade } from '../../support/records.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(async () => {
  await office.close()
  removeCopies()
})

const signedAt = '2026-03-10T09:00'
const opinion = (reproduction: number, over: Partial<Input<'reproduction.opineOnPaper'>> = {}): Input<'reproduction.opineOnPaper'> => ({
  reproduction,
  person: office.id('韩综'),
  agree: true,
  signedAt,
  ...over,
})
const decision = (reproduction: number, over: Partial<Input<'reproduction.decideOnPaper'>> = {}): Input<'reproduction.decideOnPaper'> => ({
  reproduction,
  approver: office.id('王管'),
  approve: true,
  signedAt,
  ...over,
})

describe('F1(5)a 纸质签补录: a printed 复制审批单 that was signed by hand', () => {
  it('is entered step by step, listed until each signer signs for it, and verified', async () => {
    const { reproduction } = await copiesAskedByReader(office)
    expect(await office.ok('reproduction.opineOnPaper', opinion(reproduction, { opinion: '同意' }))).toMatchObject({ state: 'toLeader' })
    expect(await office.ok('reproduction.decideOnPaper', decision(reproduction, { approved: 1 }))).toMatchObject({ state: 'approved' })
    const { copies } = await office.ok('reproduction.make', { reproduction, count: 1, copier: '李保', stamped: true })
    const numbers = copies.map(({ number }) => number)
    const person = office.id('周阅')
    await office.ok('reproduction.issueOnPaper', { reproduction, person, copies: copies.map(({ id }) => id), signedAt })
    await office.ok('reproduction.takeBackOnPaper', { reproduction, person, numbers, signedAt })
    const view = await office.ok('reproduction.get', { reproduction })
    expect(view.section).toMatchObject({ by: '李保', paper: { of: '韩综', confirmed: null } })
    expect(view.decision).toMatchObject({ by: '李保', paper: { of: '王管', confirmed: null } })
    expect(view.items[0]).toMatchObject({ state: 'inBox', holdings: [{ take: { paper: { of: '周阅' } }, giveBack: { paper: { of: '周阅' } } }] })
    const { rows } = await office.ok('circulation.onPaper', {})
    expect(rows.map(({ step, signer }) => [step, signer.name])).toEqual([
      ['opinion', '韩综'],
      ['approval', '王管'],
      ['issue', '周阅'],
      ['giveBack', '周阅'],
    ])
    for (const { id: signing, signer } of rows) {
      if (signer.name === '王管') expect(await office.notSigned('韩综', 'circulation.confirmPaper', { signing })).toMatchObject({ clause: 'F1(5)a' })
      await office.signed(signer.name, 'circulation.confirmPaper', { signing })
    }
    expect((await office.ok('circulation.onPaper', {})).rows).toEqual([])
    expect((await office.ok('reproduction.get', { reproduction })).decision?.paper?.confirmed).not.toBeNull()
    await office.station.close()
    expect(verify(office.dir).verdict.broken).toEqual([])
  })

  it('is not entered by whoever keyed the request in, nor as one’s own', async () => {
    const { reproduction } = await copiesAsked(office)
    expect(await office.no('reproduction.opineOnPaper', opinion(reproduction))).toMatchObject({ code: 'rule.forbids', field: 'reproduction' })
    const { reproduction: other } = await copiesAskedByReader(office)
    const own = opinion(other, { person: office.id('李保') })
    expect(await office.no('reproduction.opineOnPaper', own)).toMatchObject({ code: 'rule.forbids', field: 'person' })
  })

  it('only for who could have signed at the screen: the department, a 分管领导, nobody twice', async () => {
    const { reproduction } = await copiesAskedByReader(office)
    for (const name of ['王管', '周阅', '吴阅'])
      expect(await office.no('reproduction.opineOnPaper', opinion(reproduction, { person: office.id(name) }))).toMatchObject({
        code: 'rule.forbids',
        clause: 'F1(5)a',
        field: 'person',
      })
    expect(await office.no('reproduction.decideOnPaper', decision(reproduction))).toMatchObject({ code: 'state.forbids', clause: 'F1(5)a' })
    await office.ok('reproduction.opineOnPaper', opinion(reproduction, { person: office.id('陈科') }))
    const group = decision(reproduction, { approver: office.id('赵组') })
    expect(await office.no('reproduction.decideOnPaper', group)).toMatchObject({ code: 'rule.forbids', field: 'approver' })
    expect(await office.no('reproduction.decideOnPaper', decision(reproduction, { approved: 3 }))).toMatchObject({ clause: 'F1(5)b' })
    expect(await office.no('reproduction.decideOnPaper', decision(reproduction, { approve: false }))).toMatchObject({ field: 'opinion' })
  })

  it('at a minute that can be: not to come, not before the step before it', async () => {
    const { reproduction } = await copiesAskedByReader(office)
    expect(await office.no('reproduction.opineOnPaper', opinion(reproduction, { signedAt: '2026-03-10T23:00' }))).toMatchObject({
      code: 'input.future',
    })
    expect(await office.no('reproduction.opineOnPaper', opinion(reproduction, { signedAt: '2026-03-10T08:00' }))).toMatchObject({
      code: 'input.range',
    })
    const made = await copiesMade(office)
    const issue = { reproduction: made.reproduction, person: office.id('周阅'), copies: made.copies.map(({ id }) => id) }
    expect(await office.no('reproduction.issueOnPaper', { ...issue, signedAt: '2026-03-10T08:00' })).toMatchObject({ code: 'input.range' })
    await office.later('2026-03-10T10:00:00+08:00', '李保')
    await office.ok('reproduction.issueOnPaper', { ...issue, signedAt: '2026-03-10T09:30' })
    const back = { reproduction: made.reproduction, person: office.id('周阅'), numbers: made.copies.map(({ number }) => number) }
    expect(await office.no('reproduction.takeBackOnPaper', { ...back, signedAt: '2026-03-10T09:10' })).toMatchObject({ code: 'input.range' })
    expect((await office.ok('reproduction.get', { reproduction: made.reproduction })).out).toBe(2)
  })

  it('not in a unit that takes no signatures on paper', async () => {
    const { reproduction } = await copiesAskedByReader(office)
    await office.as('钱安')
    await office.ok('office.changeSettings', { paperSignatures: false })
    await office.as('李保')
    expect(await office.no('reproduction.opineOnPaper', opinion(reproduction))).toMatchObject({ code: 'rule.forbids', clause: 'F1(2)c' })
  })
})
