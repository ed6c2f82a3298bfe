import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { copyOf, removeCopies, verify } from '../../support/attack.ts'
import { MORNING, type Office, openOffice } from '../../support/office.ts'
import { be, breachReported, breachTaken, concluded, registered, withPassword } from '../../support/records.ts'

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

describe('实施条例61 the verifier', () => {
  it('finds nothing wrong with all of the above', async () => {
    await office.station.lock('locked')
    expect(verify(copyOf(office.dir)).verdict.broken).toEqual([])
  })
})
