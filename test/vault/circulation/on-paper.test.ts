import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { behindTheDoor, copyOf, rebuildRecord, removeCopies, verify, withoutTriggers } from '../../support/attack.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { drafted, handedOut, place, signed } from '../../support/records.ts'

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
    expect(row).toMatchObject({ step: 'read', enteredBy: '李保', reader: { name: '周阅' } })
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
    await behindTheDoor(dir, (database) =>
      withoutTriggers(database, () => {
        database.exec(sql)
        rebuildRecord(database)
      }),
    )
    return verify(dir)
  }

  it('what was entered and confirmed holds', async () => {
    await lived()
    expect(verify(office.dir).verdict.broken).toEqual([])
  })

  it('an entry passed off as the reader’s own, the record rebuilt to fit, is named', async () => {
    await lived()
    const { exit, first } = await afterwards("DELETE FROM paper_signing WHERE step = 'read'")
    expect(exit).toBe(1)
    expect(first?.where).toBe('leg 1（传阅〔2026〕0001 第1位）')
  })

  it('a confirmation that somebody else signed is named', async () => {
    await lived()
    const { exit, places } = await afterwards("UPDATE paper_signing SET confirm_signature = entry_signature WHERE step = 'take'")
    expect(exit).toBe(1)
    expect(places).toContain('paper_signing 1（传阅〔2026〕0001 第1位）')
  })
})
