import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { copyOf, removeCopies, verify } from '../../support/attack.ts'
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
  handedOut,
  loanOut,
  place,
  registered,
  short,
  withPassword,
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

describe('E4 举报', () => {
  it('anybody of the business side reports and gets a number of its own series; the three officers do not', async () => {
    const { number } = await breachReported(office)
    expect(number).toMatch(/^违规〔2026〕\d{4}$/)
    for (const name of ['陈科', '孙审', '王管']) {
      await be(office, name)
      await office.ok('breaches.report', { kind: 'leak', ...told })
    }
    await be(office, '冯审')
    expect(await office.no('breaches.report', { kind: 'leak', ...told })).toMatchObject({ code: 'session.role', clause: 'E4' })
  })

  it('not in the future, 遗失 and 损毁 name their copies once, a name is no part of what happened, only an officer enters for others', async () => {
    const { copies } = await registered(office)
    const number = copies[0]?.number as string
    await be(office, '周阅')
    const no = (input: object) => office.no('breaches.report', { kind: 'loss', numbers: [number], ...told, ...input })
    expect(await no({ discoveredAt: '2026-03-10T09:01' })).toMatchObject({ code: 'input.future', clause: '实施条例61', field: 'discoveredAt' })
    expect(await no({ numbers: [] })).toMatchObject({ code: 'input.missing', field: 'numbers' })
    expect(await no({ numbers: ['密收〔2026〕9999'] })).toMatchObject({ code: 'input.unknownRecord', field: 'numbers.0' })
    expect(await no({ numbers: [number, number] })).toMatchObject({ code: 'input.duplicate', field: 'numbers' })
    expect(await no({ persons: [9999] })).toMatchObject({ code: 'input.unknownRecord', field: 'persons.0' })
    expect(await no({ note: '我周阅看见的' })).toMatchObject({ code: 'rule.forbids', clause: 'E4', field: 'note' })
    for (const reporter of [null, office.id('吴阅')]) expect(await no({ reporter })).toMatchObject({ code: 'session.role', field: 'reporter' })
  })
})

describe('实施条例61 二十四小时', () => {
  it('今日 counts the hours down and says when they are past, until it is reported; a late report is late for ever', async () => {
    const { breach, number } = await breachTaken(office)
    const mine = async () => (await office.ok('today.home', {})).breaches.find((row) => row.id === breach)
    expect(await mine()).toMatchObject({ hoursLeft: 23, due: '2026-03-11T00:40:00.000Z' })
    await office.later('2026-03-11T08:41:00+08:00', '李保')
    expect(await mine()).toMatchObject({ hoursLeft: -1 })
    const { reminders, waiting } = await office.ok('today.home', {})
    expect(waiting.breaches).toBeGreaterThan(0)
    expect(reminders.find(({ text }) => text.includes(number))).toMatchObject({ level: 'urgent', desk: 'breaches' })
    const how = { kind: 'reported', to: '青禾市国家保密局', symbol: '电话' } as const
    expect(await office.no('breaches.notify', { breach, how: { ...how, at: '2026-03-11T09:00' } })).toMatchObject({
      code: 'input.future',
      field: 'how.at',
    })
    expect(await office.no('breaches.notify', { breach, how: { ...how, at: '2026-03-10T08:39' } })).toMatchObject({
      code: 'input.range',
      field: 'how.at',
    })
    expect(await office.ok('breaches.notify', { breach, how: { ...how, at: '2026-03-11T08:41' } })).toMatchObject({ late: true })
    expect(await mine()).toMatchObject({ state: 'notified', hoursLeft: null })
    expect((await office.ok('breaches.get', { breach })).steps.at(-1)).toMatchObject({ report: { to: '青禾市国家保密局', late: true } })
    office.clock.set(MORNING)
    await office.as('李保')
  })

  it('无需上报 is a leader’s word with its reason, never for a clue of a leak nor for a lost state secret', async () => {
    const { breach } = await breachTaken(office, { kind: 'lateral', numbers: [] })
    const exempt = { how: { kind: 'exempt', reason: '当场纠正，没有扩散' } } as const
    expect(await office.no('breaches.notify', { breach, ...exempt })).toMatchObject({ code: 'input.missing', field: 'ticket' })
    expect(await office.notSigned('韩综', 'breaches.notify', { breach, ...exempt })).toMatchObject({ clause: 'E5', field: 'ticket' })
    await office.signed('王管', 'breaches.notify', { breach, ...exempt })
    const view = await office.ok('breaches.get', { breach })
    expect(view).toMatchObject({ state: 'handling', hoursLeft: null })
    expect(view.steps.at(-1)).toMatchObject({ act: 'exempt', words: '当场纠正，没有扩散', signature: { by: '王管' } })
    for (const kind of ['leak', 'loss'] as const) {
      const other = await breachTaken(office, { kind })
      expect(await office.notSigned('王管', 'breaches.notify', { breach: other.breach, ...exempt })).toMatchObject({
        code: 'rule.forbids',
        clause: '实施条例61',
        field: 'how.kind',
      })
    }
  })

  it('登记 → 已上报 → 处置中 → 结案, nothing left out: no conclusion before report and measure, none without responsibility', async () => {
    const { breach } = await breachReported(office)
    const close = () => office.notSigned('王管', 'breaches.close', { breach, ...concluded })
    expect(await office.no('breaches.measure', { breach, measure: '查找' })).toMatchObject({ clause: '实施条例61' })
    expect((await close()).message).toContain('尚未受理')
    await office.ok('breaches.takeOn', { breach })
    expect((await close()).message).toContain('尚未上报')
    await office.ok('breaches.notify', { breach, how: { kind: 'reported', to: '青禾市国家保密局', symbol: '电话', at: '2026-03-10T08:50' } })
    expect((await close()).message).toContain('处置措施')
    for (const measure of ['逐柜查找', '通知知悉人员']) await office.ok('breaches.measure', { breach, measure })
    const { responsibility: _none, ...without } = concluded
    expect(await office.notSigned('王管', 'breaches.close', { breach, ...without })).toMatchObject({ code: 'input.missing', field: 'responsibility' })
    await office.signed('王管', 'breaches.close', { breach, ...concluded })
    const { state, steps } = await office.ok('breaches.get', { breach })
    expect(state).toBe('closed')
    expect(steps.map(({ act }) => act)).toEqual(['takeOn', 'reported', 'measure', 'measure', 'closed'])
    expect(await office.no('breaches.measure', { breach, measure: '又' })).toMatchObject({ code: 'state.forbids', clause: 'E5' })
  })
})

describe('E4 经办人 and 当事人', () => {
  it('the 保密员 who takes it on handles it, a leader may name another; only a leader takes it from them', async () => {
    const { breach } = await breachTaken(office)
    const other = await withPassword(office, ['officer'])
    await be(office, other.name)
    expect(await office.no('breaches.measure', { breach, measure: '查找' })).toMatchObject({ clause: 'E4', field: 'breach' })
    expect(await office.no('breaches.takeOn', { breach })).toMatchObject({ clause: 'E4', field: 'breach' })
    await be(office, '王管')
    expect(await office.no('breaches.takeOn', { breach, handler: office.id('周阅') })).toMatchObject({ clause: 'E4', field: 'handler' })
    await office.ok('breaches.takeOn', { breach, handler: other.id })
    await be(office, '李保')
    expect(await office.no('breaches.measure', { breach, measure: '查找' })).toMatchObject({ clause: 'E4' })
  })

  it('whom it concerns sees nothing of it and does nothing with it, on no list, and neither handles nor signs', async () => {
    const accused = await withPassword(office, ['officer', 'deputyLeader'])
    const { breach, number } = await breachTaken(office, { kind: 'lateral', numbers: [], persons: [accused.id] })
    await be(office, accused.name)
    expect(JSON.stringify(await office.ok('today.home', {}))).not.toContain(number)
    expect(JSON.stringify(await office.ok('breaches.list', {}))).not.toContain(number)
    for (const [call, more] of Object.entries({
      'breaches.get': {},
      'paper.breach': {},
      'breaches.takeOn': {},
      'breaches.measure': { measure: '无' },
      'breaches.found': { numbers: ['密收〔2026〕0001'] },
    }))
      expect(await office.no(call, { breach, ...more }), call).toMatchObject({ code: 'input.unknownRecord', field: 'breach' })
    await be(office, '王管')
    expect(await office.no('breaches.takeOn', { breach, handler: accused.id })).toMatchObject({ clause: 'E4', field: 'handler' })
    await be(office, '李保')
    const exempt = { breach, how: { kind: 'exempt', reason: '已纠正' } } as const
    expect(await office.notSigned(accused.name, 'breaches.notify', exempt)).toMatchObject({ clause: 'E5', field: 'ticket' })
  })

  it('whoever is found to be concerned later sees it no more; not the handler, who is relieved first', async () => {
    const { breach } = await breachTaken(office, { kind: 'lateral', numbers: [] })
    expect(await office.no('breaches.measure', { breach, measure: '查明', persons: [office.id('李保')] })).toMatchObject({
      clause: 'E4',
      field: 'persons.0',
    })
    await office.ok('breaches.measure', { breach, measure: '查明系其交出', persons: [office.id('赵组')] })
    await be(office, '赵组')
    expect(await office.no('breaches.get', { breach })).toMatchObject({ code: 'input.unknownRecord' })
  })

  it('E5 the 经办人 does not sign the conclusion of their own case', async () => {
    const { breach } = await breachReported(office, { kind: 'lateral', numbers: [] })
    await be(office, '王管')
    await office.ok('breaches.takeOn', { breach })
    await be(office, '李保')
    const unfounded = { breach, outcome: 'unfounded', conclusion: '查无此事' } as const
    expect(await office.notSigned('王管', 'breaches.close', unfounded)).toMatchObject({ clause: 'E5', field: 'ticket' })
    expect(await office.notSigned('韩综', 'breaches.close', unfounded)).toMatchObject({ clause: 'E5', field: 'ticket' })
    await office.signed('赵组', 'breaches.close', unfounded)
    expect(await office.ok('breaches.get', { breach })).toMatchObject({ state: 'unfounded' })
  })

  it('F1(8) an account is not closed while its person handles a case', async () => {
    const other = await withPassword(office, ['officer'])
    const { breach, number } = await breachReported(office, { kind: 'other', numbers: [] })
    await be(office, other.name)
    await office.ok('breaches.takeOn', { breach })
    await be(office, '郑系')
    const refused = await office.no('people.disableAccount', { person: other.id, reason: '调离' })
    expect(refused).toMatchObject({ clause: 'F1(8)', field: 'person' })
    expect(refused.message).toContain(`是${number}的经办人`)
    await be(office, '王管')
    await office.ok('breaches.takeOn', { breach })
    await be(office, '郑系')
    await office.ok('people.disableAccount', { person: other.id, reason: '调离' })
  })
})

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
