import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { copyOf, removeCopies, verify } from '../../support/attack.ts'
import { rebuilt } from '../../support/rebuilt.ts'
import { type Office, openOffice, passwordOf } from '../../support/office.ts'
import { askedBySection, drafted, handedOut, place, registered, signed } from '../../support/records.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(async () => {
  await office.close()
  removeCopies()
})

const legOf = async (sheet: number) => (await office.ok('circulation.get', { sheet })).legs[0]
const waiting = async () => (await office.ok('circulation.onPaper', {})).rows

describe('F1(4)a 纸质签补录: a signature on paper is entered by a 保密员, and is never the reader’s own', () => {
  it('the folder goes out by the minute on the paper, and the entry stands under the officer’s name', async () => {
    const { sheet, leg } = await drafted(office)
    const { due } = await office.ok('circulation.handOutOnPaper', { leg, place, signedAt: '2026-03-10T09:00' })
    expect(due).toBe('2026-03-10T09:30:00.000Z')
    const out = await legOf(sheet)
    expect(out).toMatchObject({ state: 'handedOut', handedOutAt: '2026-03-10T01:00:00.000Z' })
    expect(out?.take).toMatchObject({ by: '李保', paper: { of: '周阅', signedAt: '2026-03-10T01:00:00.000Z', confirmed: null } })
    expect(out?.give).toMatchObject({ by: '李保', paper: null })
  })

  it('a minute that is yet to come, or before the folder was in hand, is refused', async () => {
    const { leg } = await drafted(office)
    const late = { leg, place, signedAt: '2026-03-10T23:00' }
    expect(await office.no('circulation.handOutOnPaper', late)).toMatchObject({ code: 'input.future', clause: 'F1(4)a', field: 'signedAt' })
    const early = { leg, place, signedAt: '2026-03-09T09:00' }
    expect(await office.no('circulation.handOutOnPaper', early)).toMatchObject({ code: 'input.range', clause: 'F1(2)d', field: 'signedAt' })
  })

  it('every rule of a hand-out holds: 横传, scope, place', async () => {
    const { leg, sheet } = await drafted(office, { readers: ['周阅', '吴阅'] })
    await office.ok('circulation.handOutOnPaper', { leg, place, signedAt: '2026-03-10T09:00' })
    const next = (await office.ok('circulation.get', { sheet })).legs[1]?.id as number
    expect(await office.no('circulation.handOutOnPaper', { leg: next, place, signedAt: '2026-03-10T09:00' })).toMatchObject({ clause: 'F1(2)d' })
    const other = await drafted(office)
    const home = { leg: other.leg, place: '家中', signedAt: '2026-03-10T09:00' }
    expect(await office.no('circulation.handOutOnPaper', home)).toMatchObject({ clause: 'F1(4)d', field: 'place' })
  })

  it('a unit that takes no signatures on paper refuses each', async () => {
    const { leg } = await drafted(office)
    const { leg: out } = await handedOut(office)
    const { widening } = await askedBySection(office)
    await office.as('钱安')
    await office.ok('office.changeSettings', { paperSignatures: false })
    await office.as('李保')
    const signedAt = '2026-03-10T09:00'
    for (const refusal of [
      await office.no('circulation.handOutOnPaper', { leg, place, signedAt }),
      await office.no('circulation.signOnPaper', { leg: out, signedAt }),
      await office.no('circulation.decideWideningOnPaper', { widening, approver: office.id('王管'), approve: true, signedAt }),
    ])
      expect(refusal).toMatchObject({ code: 'rule.forbids', clause: 'F1(2)c' })
  })

  it('nobody but a 保密员 enters one', async () => {
    const { leg } = await handedOut(office)
    await office.as('周阅')
    expect(await office.no('circulation.signOnPaper', { leg, signedAt: '2026-03-10T09:00' })).toMatchObject({ code: 'session.role' })
  })
})

describe('F1(2)c 纸质签补录 is listed until its reader signs for it', () => {
  it('the reader alone: signed in or in place, once; and then the leg bears both', async () => {
    const { sheet, leg, numbers } = await handedOut(office)
    await office.ok('circulation.signOnPaper', { leg, opinion: '同意', signedAt: '2026-03-10T09:00' })
    const [row] = await waiting()
    expect(row).toMatchObject({ step: 'read', enteredBy: '李保', signer: { name: '周阅' } })
    const signing = row?.id as number
    expect(await office.notSigned('吴阅', 'circulation.confirmPaper', { signing })).toMatchObject({ clause: 'F1(2)c', field: 'ticket' })
    expect(await office.no('circulation.confirmPaper', { signing })).toMatchObject({ clause: 'F1(2)c', field: 'signing' })
    // What is on paper may come back before its reader comes to the screen.
    await office.ok('circulation.receiveBack', { leg, numbers })
    await office.as('周阅')
    expect((await office.ok('today.home', {})).toConfirm).toMatchObject([{ id: signing }])
    await office.ok('circulation.confirmPaper', { signing })
    expect(await office.no('circulation.confirmPaper', { signing })).toMatchObject({ code: 'state.forbids', clause: 'F1(2)c' })
    expect(await waiting()).toEqual([])
    await office.as('李保')
    expect((await legOf(sheet))?.read).toMatchObject({ by: '李保', paper: { of: '周阅', confirmed: { at: expect.any(String) } } })
  })

  it('what is not signed for within the month says so', async () => {
    const { leg } = await drafted(office)
    await office.ok('circulation.handOutOnPaper', { leg, place, signedAt: '2026-03-10T09:00' })
    expect(await waiting()).toMatchObject([{ late: false }])
    office.clock.set('2026-04-10T09:01:00+08:00')
    await office.as('李保')
    await office.ok('session.changePassword', { current: passwordOf('李保'), next: 'Another#2026pass' })
    expect(await waiting()).toMatchObject([{ late: true }])
  })

  it('another reader sees only their own', async () => {
    const { leg } = await drafted(office)
    await office.ok('circulation.handOutOnPaper', { leg, place, signedAt: '2026-03-10T09:00' })
    await office.as('吴阅')
    expect(await waiting()).toEqual([])
    await office.as('周阅')
    expect(await waiting()).toHaveLength(1)
  })

  it('F1(8) whoever leaves has signed for their paper first', async () => {
    const { leg, numbers } = await handedOut(office)
    await office.ok('circulation.signOnPaper', { leg, signedAt: '2026-03-10T09:00' })
    await office.ok('circulation.receiveBack', { leg, numbers })
    await office.as('郑系')
    expect((await office.no('people.disableAccount', { person: office.id('周阅'), reason: '调离' })).message).toContain('纸质签尚未本人补签')
  })

  it('what was signed at the screen is no signature on paper', async () => {
    const { sheet } = await signed(office)
    const leg = await legOf(sheet)
    expect([leg?.give?.paper, leg?.take?.paper, leg?.read?.paper]).toEqual([null, null, null])
    expect(await waiting()).toEqual([])
  })
})

describe('F1(4)c 纸质审批补录: what a leader decided on paper is entered by a 保密员 who did not ask for it', () => {
  const minute = '2026-03-10T09:00'
  const entry = (widening: number, over: object = {}) => ({
    widening,
    approver: office.id('王管'),
    approve: true,
    opinion: '同意',
    signedAt: minute,
    ...over,
  })
  const refuses = (input: ReturnType<typeof entry>) => office.no('circulation.decideWideningOnPaper', input)
  const of = async (widening: number) => (await office.ok('circulation.widenings', {})).rows.find(({ id }) => id === widening)

  it('an approval widens the scope under the officer’s name, and is listed until the leader signs for it', async () => {
    const { document, widening } = await askedBySection(office)
    await office.ok('circulation.decideWideningOnPaper', entry(widening))
    expect((await office.ok('documents.get', { document })).scope.map(({ name }) => name)).toContain('周阅')
    expect(await of(widening)).toMatchObject({
      state: 'approved',
      decidedBy: '王管',
      decidedAt: '2026-03-10T01:00:00.000Z',
      signature: { by: '李保', paper: { of: '王管', confirmed: null } },
    })
    const [row] = await waiting()
    expect(row).toMatchObject({ step: 'approval', sheet: null, widening: { id: widening }, signer: { name: '王管' } })
    const signing = row?.id as number
    expect(await office.notSigned('赵组', 'circulation.confirmPaper', { signing })).toMatchObject({ clause: 'F1(4)c', field: 'ticket' })
    await office.as('王管')
    expect((await office.ok('today.home', {})).toConfirm).toMatchObject([{ id: signing }])
    await office.ok('circulation.confirmPaper', { signing })
    expect(await waiting()).toEqual([])
    expect((await of(widening))?.signature).toMatchObject({ by: '李保', paper: { of: '王管', confirmed: { at: expect.any(String) } } })
    await office.station.close()
    expect(verify(office.dir).verdict.broken).toEqual([])
  })

  it('a rejection has its reason, and widens nothing', async () => {
    const { document, widening } = await askedBySection(office)
    expect(await refuses(entry(widening, { approve: false, opinion: '' }))).toMatchObject({
      code: 'input.missing',
      clause: 'F1(4)c',
      field: 'opinion',
    })
    await office.ok('circulation.decideWideningOnPaper', entry(widening, { approve: false, opinion: '不需要' }))
    expect((await office.ok('documents.get', { document })).scope.map(({ name }) => name)).not.toContain('周阅')
    expect(await refuses(entry(widening))).toMatchObject({ code: 'state.forbids' })
  })

  it('nobody enters the approval of what they asked for, nor of their own; the leader could have decided it', async () => {
    const { id: document } = await registered(office)
    const { id: own } = await office.ok('circulation.requestWidening', { document, persons: [office.id('陈科')], reason: '承办' })
    expect(await refuses(entry(own))).toMatchObject({ code: 'rule.forbids', clause: 'F1(4)c', field: 'widening' })
    const { widening } = await askedBySection(office)
    for (const [approver, why] of [
      ['周阅', '不是分管领导或组长'],
      ['韩综', '不是分管领导或组长'],
      ['李保', '本人的审批请登录'],
    ] as const) {
      const refusal = await refuses(entry(widening, { approver: office.id(approver) }))
      expect(refusal).toMatchObject({ code: 'rule.forbids', clause: 'F1(4)c', field: 'approver' })
      expect(refusal.message).toContain(why)
    }
    expect(await refuses(entry(widening, { signedAt: '2026-03-10T23:00' }))).toMatchObject({ code: 'input.future', clause: 'F1(4)c' })
    expect(await refuses(entry(widening, { signedAt: '2026-03-09T09:00' }))).toMatchObject({ code: 'input.range', clause: 'F1(4)c' })
    const { id: leader } = await office.ok('circulation.requestWidening', { document, persons: [office.id('王管')], reason: '协办' })
    expect((await refuses(entry(leader))).field).toBe('widening')
  })

  it('F1(8) a leader who leaves has signed for their paper first', async () => {
    const { widening } = await askedBySection(office)
    await office.ok('circulation.decideWideningOnPaper', entry(widening))
    await office.as('郑系')
    expect((await office.no('people.disableAccount', { person: office.id('王管'), reason: '调离' })).message).toContain('纸质签尚未本人补签')
  })

  it.each([
    ['another leader', 'paper_signing', `UPDATE paper_signing SET person = (SELECT id FROM person WHERE name = '赵组')`],
    ['another decision', 'widening', `UPDATE widening SET state = 'rejected'`],
    ['the officer’s entry passed off as the leader’s own', 'widening', 'DELETE FROM paper_signing'],
    [
      'another person in the scope by it',
      'scope',
      `UPDATE scope SET person = (SELECT id FROM person WHERE name = '吴阅') WHERE widening IS NOT NULL`,
    ],
  ])('the verifier names %s, the record rebuilt to fit', async (_what, row, sql) => {
    const { widening } = await askedBySection(office)
    await office.ok('circulation.decideWideningOnPaper', entry(widening))
    await office.station.close()
    await rebuilt(office.dir, sql)
    const { exit, places } = verify(office.dir)
    expect(exit).toBe(1)
    expect(places.some((place) => place?.startsWith(`${row} `))).toBe(true)
  })
})

describe('F1(2)c the verifier tells the two kinds of signature apart', () => {
  const lived = async () => {
    const { leg } = await drafted(office)
    await office.ok('circulation.handOutOnPaper', { leg, place, signedAt: '2026-03-10T09:00' })
    await office.ok('circulation.signOnPaper', { leg, signedAt: '2026-03-10T09:00' })
    const [take] = await waiting()
    await office.signed('周阅', 'circulation.confirmPaper', { signing: take?.id as number })
    await office.station.close()
  }
  const afterwards = async (sql: string) => {
    const dir = copyOf(office.dir)
    await rebuilt(dir, sql)
    return verify(dir)
  }

  it('what was entered and confirmed holds', async () => {
    await lived()
    expect(verify(office.dir).verdict.broken).toEqual([])
  })

  it('an entry passed off as the reader’s own, the record rebuilt to fit, is named', async () => {
    await lived()
    const { exit, places } = await afterwards("DELETE FROM paper_signing WHERE step = 'read'")
    expect(exit).toBe(1)
    expect(places).toContain('leg 1（传阅〔2026〕0001 第1位）')
  })

  it('a confirmation that somebody else signed is named', async () => {
    await lived()
    const { exit, places } = await afterwards("UPDATE paper_signing SET confirm_signature = entry_signature WHERE step = 'take'")
    expect(exit).toBe(1)
    expect(places).toContain('paper_signing 1（传阅〔2026〕0001 第1位）')
  })
})
