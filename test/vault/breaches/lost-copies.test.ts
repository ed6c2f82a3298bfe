import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { copyOf, removeCopies, verify } from '../../support/attack.ts'
import { completed, countedAs, receiver, sending } from '../../support/disposals.ts'
import { rebuilt } from '../../support/rebuilt.ts'
import { MORNING, type Office, openOffice } from '../../support/office.ts'
import {
  be,
  breachClosed,
  breachHandled,
  breachNotified,
  breachReported,
  breachTaken,
  concluded,
  consulting,
  copiesIssued,
  countedShort,
  drafted,
  finished,
  handedOut,
  loanOut,
  place,
  short,
} from '../../support/records.ts'

/** One office for all: each test makes its own records. At the end the verifier finds nothing wrong with what all of them did. */
let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterEach(async () => {
  office.clock.set(MORNING)
})
afterAll(async () => {
  await office.close()
  removeCopies()
})

const placeOf = async (document: number) => (await office.ok('documents.get', { document })).copyList.map(({ state }) => state)
const told = { note: '送阅途中交给他人翻看', discoveredAt: '2026-03-10T08:40' } as const

/** 销毁 of copies, from the list to the end. */
const destroy = async (copies: number[], numbers: string[]) => {
  const { id: destruction } = await office.ok('disposal.propose', { kind: 'destruction', copies, reason: '不需留存' })
  const counted = { destruction, counted: countedAs(numbers) }
  await office.ok('disposal.count', counted)
  await office.signed('韩综', 'disposal.count', counted)
  await office.signed('王管', 'disposal.approve', { kind: 'destruction', id: destruction, approve: true })
  await office.ok('disposal.send', { destruction, ...sending, escorts: [...sending.escorts] })
  await completed(office, { destruction, numbers })
}
/** 清退 of copies, from the list to the receipt. */
const giveBack = async (copies: number[], numbers: string[]) => {
  const { id: returnList } = await office.ok('disposal.propose', { kind: 'return', copies, reason: '要求清退' })
  await office.ok('disposal.check', { returnList, numbers })
  await office.signed('王管', 'disposal.approve', { kind: 'return', id: returnList, approve: true })
  await office.ok('disposal.handBack', { returnList, ...receiver })
}

describe('实施条例61 遗失、损毁', () => {
  it('out of the box: missing while it is looked for, lost with the conclusion; never anywhere again', async () => {
    const { breach, document, copy } = await breachHandled(office)
    expect(await placeOf(document)).toEqual(['missing'])
    expect((await office.ok('breaches.get', { breach })).list[0]?.document.title).toMatch(/^关于预备工作的函/)
    // F1(4)a a leader outside the 知悉范围 handles the case by its numbers
    await be(office, '王管')
    expect((await office.ok('breaches.get', { breach })).list[0]?.document).toMatchObject({ title: null, mark: '机密★5年' })
    await be(office, '李保')
    expect(await office.signed('王管', 'breaches.close', { breach, ...concluded })).toEqual({ id: breach, lost: [copy.number] })
    const view = await office.ok('documents.get', { document })
    expect(view).toMatchObject({ out: 0, balance: { received: 1, places: [{ state: 'lost', copies: 1 }] } })
    await be(office, '周阅')
    expect(await office.no('lending.request', { copy: copy.id, reason: '用', place, until: '2026-03-12' })).toMatchObject({ code: 'state.forbids' })
    expect(await office.no('breaches.report', { kind: 'loss', numbers: [copy.number], ...told })).toMatchObject({ code: 'state.forbids' })
    await be(office, '李保')
    await office.ok('documents.finish', { document, result: '各份遗失，已结案' })
    expect((await office.ok('documents.get', { document })).state).toBe('finished')
  })

  it('实施条例28 listed for destruction: the refusal names the way off the list, and that way leads on', async () => {
    const { copy, document } = await breachReported(office, { kind: 'other' })
    await office.ok('documents.finish', { document, result: '办结' })
    await office.ok('disposal.propose', { kind: 'destruction', copies: [copy.id], reason: '不需留存' })
    const { breach } = await breachReported(office, { numbers: [copy.number] })
    const refused = await office.no('breaches.takeOn', { breach })
    expect(refused).toMatchObject({ code: 'rule.forbids', clause: '实施条例28', field: 'breach' })
    expect(refused.message).toContain('作“留用登记”，种类选“案件”')
    await office.ok('disposal.hold', { copy: copy.id, kind: 'case', reason: '遗失待查' })
    expect(await office.ok('breaches.takeOn', { breach })).toEqual({ id: breach, missing: [copy.number] })
  })

  it('found while the case is open: back into the box, signed; the case goes on and nothing is lost', async () => {
    const { breach, document, copy } = await breachHandled(office)
    expect(await office.no('breaches.found', { breach, numbers: ['密收〔2026〕9998'] })).toMatchObject({ clause: 'F1(6)', field: 'numbers' })
    expect(await office.notSigned('王管', 'breaches.close', { breach, outcome: 'unfounded', conclusion: '没丢' })).toMatchObject({
      code: 'rule.forbids',
      field: 'breach',
    })
    expect(await office.ok('breaches.found', { breach, numbers: [copy.number], condition: '封面有水渍' })).toEqual({ id: breach, missing: [] })
    expect(await placeOf(document)).toEqual(['inBox'])
    expect((await office.ok('breaches.get', { breach })).list).toMatchObject([{ was: 'inBox', fate: 'found' }])
    expect(await office.signed('王管', 'breaches.close', { breach, ...concluded })).toEqual({ id: breach, lost: [] })
    expect(await placeOf(document)).toEqual(['inBox'])
  })

  it('F1(7)b out of a borrower’s hands: the holding ends with the case, the loan is over and not intact', async () => {
    const { loan, copy } = await loanOut(office)
    const { breach } = await breachTaken(office, { numbers: [copy.number] })
    expect(await office.ok('lending.get', { loan })).toMatchObject({
      state: 'returned',
      intact: false,
      condition: '遗失待查',
      holding: { backAt: null },
    })
    expect((await office.ok('breaches.get', { breach })).list).toMatchObject([{ was: 'lent', state: 'missing' }])
    expect((await office.ok('today.home', {})).lent.some((row) => row.copy.id === copy.id)).toBe(false)
  })

  it('F1(7)a out of the reading room: the visit goes on with the rest and ends with the last', async () => {
    const { visit, copies, numbers } = await consulting(office)
    await breachTaken(office, { kind: 'damage', numbers: [numbers[0] as string] })
    const open = async () => (await office.ok('lending.visits', { state: 'reading' })).rows.some(({ id }) => id === visit)
    expect(await open()).toBe(true)
    await office.signed('周阅', 'lending.leave', { visit, numbers: [numbers[1] as string] })
    expect(await open()).toBe(false)
    expect(copies).toHaveLength(2)
  })

  it('F1(5)d a copy that was made: its request is closed without it', async () => {
    const { reproduction, issued } = await copiesIssued(office)
    const { breach } = await breachHandled(office, { numbers: [issued.number] })
    expect(await office.no('reproduction.close', { reproduction })).toMatchObject({ clause: 'F1(5)d' })
    await office.signed('王管', 'breaches.close', { breach, ...concluded })
    await office.ok('reproduction.close', { reproduction })
    const line = (await office.ok('paper.copyLedger', { year: 2026 })).lines.find((one) => one.number === issued.number)
    expect(line).toMatchObject({ state: 'lost', holdings: [{ person: '周阅', backAt: null }] })
  })

  it('F1(2)b in a folder that is out the short return comes first; the case takes it over, and its end lets leg and sheet go on without the lost copy', async () => {
    const { numbers, leg, sheet } = await handedOut(office)
    const lost = numbers[1] as string
    await office.signed('周阅', 'circulation.sign', { leg })
    const { breach, number } = await breachReported(office, { numbers: [lost] })
    const refused = await office.no('breaches.takeOn', { breach })
    expect(refused).toMatchObject({ clause: 'F1(2)b', field: 'breach' })
    expect(refused.message).toContain('短少登记')
    await office.ok('circulation.reportShort', { leg, numbers: [numbers[0] as string], note: '少一份' })
    expect(await office.ok('breaches.takeOn', { breach })).toEqual({ id: breach, missing: [lost] })
    await office.ok('breaches.notify', { breach, how: { kind: 'reported', to: '青禾市国家保密局', symbol: '电话', at: '2026-03-10T08:50' } })
    await office.ok('breaches.measure', { breach, measure: '查找' })
    await office.signed('王管', 'breaches.close', { breach, ...concluded })
    const view = await office.ok('circulation.get', { sheet })
    expect(view).toMatchObject({ state: 'allReturned', incidents: [{ state: 'settled' }], legs: [{ state: 'returned', returnedCount: 1 }] })
    expect(view.items.map((item) => item.lost)).toEqual([null, number])
    expect((await office.ok('paper.sheet', { sheet })).sheet.items.map((item) => item.lost)).toEqual([null, number])
    await office.ok('circulation.addReader', { sheet, reader: office.id('韩综') })
    const next = (await office.ok('circulation.get', { sheet })).legs[1]?.id as number
    await office.signed('韩综', 'circulation.handOut', { leg: next, place })
    await office.signed('韩综', 'circulation.sign', { leg: next })
    await office.ok('circulation.receiveBack', { leg: next, numbers: [numbers[0] as string] })
    await office.ok('circulation.close', { sheet, result: '传阅完毕' })
  })

  it('F1(2)b found by the case, the short return ends too; found by the short return, the case counts it as found', async () => {
    const one = await short(office)
    const first = await breachTaken(office, { numbers: one.missing })
    await office.ok('breaches.found', { breach: first.breach, numbers: one.missing })
    const other = await short(office)
    const second = await breachHandled(office, { numbers: other.missing })
    await office.ok('circulation.settleShort', { incident: other.incident, numbers: other.missing, note: '夹缝中找到' })
    expect(await office.signed('王管', 'breaches.close', { breach: second.breach, ...concluded })).toMatchObject({ lost: [] })
    expect((await office.ok('breaches.get', { breach: second.breach })).list).toMatchObject([{ state: 'inBox', fate: 'found' }])
    expect((await office.ok('today.home', {})).incidents).toEqual([])
  })

  it('F1(6) a difference of a stock-taking that a case takes over ends with the case, found or lost, and does not wake when the copy is missing again', async () => {
    const settledIn = async (stockTaking: number) => (await office.ok('keeping.get', { stockTaking })).missing.map(({ settled }) => settled)
    const one = await countedShort(office)
    const first = await breachTaken(office, { numbers: [one.missing] })
    await office.ok('breaches.found', { breach: first.breach, numbers: [one.missing] })
    expect(await settledIn(one.stockTaking)).toMatchObject([{ fate: 'found', note: `${one.missing}找回`, mark: null }])
    const again = await breachHandled(office, { numbers: [one.missing] })
    expect((await office.no('keeping.found', { stockTaking: one.stockTaking, numbers: [one.missing], note: '找到' })).message).toContain('不是')
    expect((await office.ok('today.home', {})).keeping.missing).toEqual([])
    await office.signed('王管', 'breaches.close', { breach: again.breach, ...concluded })
    const other = await countedShort(office)
    const second = await breachHandled(office, { numbers: [other.missing] })
    await office.signed('王管', 'breaches.close', { breach: second.breach, ...concluded })
    expect(await settledIn(other.stockTaking)).toMatchObject([{ fate: 'lost', note: `${other.missing}遗失，${second.number}结案` }])
  })

  it('F1(2)b a folder in the box of which a copy is looked for waits; with nothing left of it, it goes nowhere', async () => {
    const { leg, sheet, numbers } = await drafted(office)
    const { breach } = await breachHandled(office, { numbers })
    expect(await office.notSigned('周阅', 'circulation.handOut', { leg, place })).toMatchObject({ clause: 'F1(2)b', field: 'leg' })
    await office.signed('王管', 'breaches.close', { breach, ...concluded })
    expect((await office.notSigned('周阅', 'circulation.handOut', { leg, place })).message).toContain('不再送阅')
    await office.ok('circulation.returnUnread', { leg, reason: '已遗失' })
    await office.ok('circulation.close', { sheet, result: '两份遗失' })
  })

  it('实施条例27, 实施条例28 what is left of a document once its archived copy is lost says what it is: destroyed, or returned', async () => {
    const lose = async (number: string) => {
      const { breach } = await breachHandled(office, { numbers: [number] })
      await office.signed('王管', 'breaches.close', { breach, ...concluded })
    }
    const kept = { volume: '2026-永久-1', place: '档案室', day: '2026-03-10' }
    const stateOf = async (document: number) => (await office.ok('documents.get', { document })).state
    const burnt = await finished(office)
    await destroy([burnt.copies[0]?.id as number], burnt.numbers.slice(0, 1))
    await office.ok('keeping.archive', { numbers: burnt.numbers.slice(1), ...kept })
    expect(await stateOf(burnt.document)).toBe('archived')
    await lose(burnt.numbers[1] as string)
    expect(await stateOf(burnt.document)).toBe('destroyed')
    const back = await finished(office)
    await giveBack([back.copies[0]?.id as number], back.numbers.slice(0, 1))
    await office.ok('keeping.archive', { numbers: back.numbers.slice(1), ...kept })
    await lose(back.numbers[1] as string)
    expect(await stateOf(back.document)).toBe('returned')
  })

  it('one copy is looked for in one case: a second report of it holds nothing, and may be found groundless', async () => {
    const { copy } = await breachTaken(office)
    const second = await breachReported(office, { numbers: [copy.number] })
    expect(await office.ok('breaches.takeOn', { breach: second.breach })).toEqual({ id: second.breach, missing: [] })
    await office.signed('王管', 'breaches.close', { breach: second.breach, outcome: 'unfounded', conclusion: '与前一件重复' })
    await be(office, '李保')
  })
})

describe('实施条例61 the verifier', () => {
  it('finds nothing wrong with all of the above, and names each row that somebody with the key rebuilt', async () => {
    const [breach, other, third, fourth] = [
      (await breachClosed(office)).breach,
      (await breachClosed(office)).breach,
      (await breachClosed(office)).breach,
      (await breachClosed(office)).breach,
    ]
    const { number, breach: notified } = await breachNotified(office)
    await office.station.lock('locked')
    expect(verify(copyOf(office.dir)).verdict.broken).toEqual([])
    const spoilt = copyOf(office.dir)
    await rebuilt(
      spoilt,
      `UPDATE breach SET state = 'handling' WHERE number = '${number}';
          UPDATE breach_copy SET fate = 'found' WHERE breach = ${breach};
          UPDATE breach_step SET words = '没有遗失' WHERE breach = ${other} AND act = 'closed';
          UPDATE breach SET handler = (SELECT id FROM person WHERE name = '王管') WHERE id = ${third};
          DELETE FROM breach_step WHERE breach = ${fourth} AND act = 'measure';
          UPDATE holding SET breach = ${breach} WHERE breach IS NOT NULL`,
    )
    const { verdict } = verify(spoilt)
    const at = (where: string) => verdict.broken.filter((one) => one.where?.startsWith(where)).map(({ why }) => why)
    for (const one of [notified, breach, other, third, fourth]) expect(at(`breach ${one}（`).join(), `breach ${one}`).not.toBe('')
    for (const table of ['copy', 'holding', 'signature']) expect(at(`${table} `), table).not.toEqual([])
    expect(JSON.stringify(verdict)).not.toMatch(/周阅|王管/)
  })
})
