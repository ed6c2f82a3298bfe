import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input } from '../../../contract/index.ts'
import { type Office, openOffice } from '../../support/office.ts'
import {
  answeredBy,
  be,
  disclosureConsulting,
  disclosureInReview,
  disclosureOf,
  disclosureReceived,
  disclosureRegistered,
  extensionAsked,
  reviewThrough,
  sentTo,
  withPassword,
} from '../../support/records.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const february = { arrivedOn: '2026-02-09' }
const clockOf = async (disclosure: number, at = 0) => (await disclosureOf(office, disclosure)).items[at]?.clock
const request = { kind: 'requested' as const, days: 20, reason: '涉及多个科室' }
const agreed = (item: number): Input<'disclosure.extend'> => ({ item, step: { kind: 'decided', agree: true } })

describe('条例33 延期', () => {
  it('条例33 received 02-09, due 03-13 with its arithmetic; extended once to 04-13; a second extension is refused (acceptance 39)', async () => {
    const { disclosure, item } = await disclosureRegistered(office, february)
    const clock = await clockOf(disclosure)
    expect(clock).toMatchObject({ due: '2026-03-13', days: 20, laxer: null })
    const worked = (day: string) => clock?.arithmetic.find((one) => one.day === day)?.counts
    expect([worked('2026-02-14'), worked('2026-02-28'), worked('2026-02-16')]).toEqual([true, true, false])
    await be(office, '陈科')
    expect(await office.no('disclosure.extend', { item, step: { ...request, days: 21 } })).toMatchObject({ code: 'input.range', field: 'step.days' })
    expect(await office.no('disclosure.extend', agreed(item))).toMatchObject({ code: 'state.forbids', clause: '条例33' })
    await office.ok('disclosure.extend', { item, step: request })
    expect(await office.no('disclosure.extend', { item, step: request })).toMatchObject({ message: expect.stringContaining('待领导审批') })
    expect(await office.no('disclosure.extend', agreed(item))).toMatchObject({ message: expect.stringContaining('分管领导') })
    expect(await clockOf(disclosure)).toMatchObject({ due: '2026-03-13' })
    // 王管 signs at the desk of the 科室
    expect(await office.signed('王管', 'disclosure.extend', agreed(item))).toMatchObject({
      replyDue: '2026-04-13',
      letter: { number: expect.any(String) },
    })
    expect(await office.no('disclosure.extend', { item, step: request })).toMatchObject({
      clause: '条例33',
      message: expect.stringContaining('只能一次'),
    })
    const view = await disclosureOf(office, disclosure)
    expect(view.items[0]).toMatchObject({
      clock: { due: '2026-04-13', days: 40, extension: 20 },
      extension: { approved: true, decided: { by: '王管' } },
    })
    expect(view.letters).toMatchObject([{ kind: 'extension', to: '申请人甲' }])
  })

  it('条例33 on the last day it still may be, the day after no more; a refused one leaves the day', async () => {
    const { disclosure, item } = await extensionAsked(office, february)
    await be(office, '王管')
    expect(await office.no('disclosure.extend', { item, step: { kind: 'decided', agree: false } })).toMatchObject({ code: 'input.missing' })
    await office.ok('disclosure.extend', { item, step: { kind: 'decided', agree: false, opinion: '不复杂' } })
    expect(await clockOf(disclosure)).toMatchObject({ due: '2026-03-13', extension: 0 })
    const { item: late } = await extensionAsked(office, february)
    await office.later('2026-03-13T17:00:00+08:00', '陈科')
    await office.ok('disclosure.extend', { item, step: request })
    await office.later('2026-03-13T17:05:00+08:00', '王管')
    expect(await office.ok('disclosure.extend', agreed(item))).toMatchObject({ replyDue: '2026-04-13' })
    await office.later('2026-03-14T09:00:00+08:00', '王管')
    expect(await office.no('disclosure.extend', agreed(late))).toMatchObject({ clause: '条例33', message: expect.stringContaining('已经届满') })
    await office.later('2026-03-14T09:05:00+08:00', '韩综')
    const { reminders } = await office.ok('today.home', {})
    expect(reminders.map(({ text }) => text).join()).toMatch(/已超过答复期限/)
    office.clock.set('2026-03-10T10:00:00+08:00')
  })

  it('条例33 nobody approves the extension that they asked for, whatever their duties', async () => {
    const both = await withPassword(office, ['section', 'deputyLeader'])
    const { disclosure } = await disclosureReceived(office)
    const { items } = await office.ok('disclosure.register', { disclosure, items: [{ content: '名单', handler: both.id }] })
    const item = items[0]?.item as number
    await office.as(both.name)
    await office.ok('disclosure.extend', { item, step: request })
    expect(await office.no('disclosure.extend', agreed(item))).toMatchObject({ clause: '条例33', message: expect.stringContaining('本人') })
    await be(office, '赵组')
    await office.ok('disclosure.extend', agreed(item))
  })

  it('A4(1)4 by the unit’s own rules 15 days: due 03-06, shorter than the law and said so', async () => {
    await be(office, '钱安')
    await office.ok('office.changeSettings', { disclosurePreset: 'unit2017' })
    const { disclosure, replyDue } = await disclosureReceived(office, february)
    expect(replyDue).toBe('2026-03-06')
    expect((await disclosureOf(office, disclosure)).clocks[0]?.shorter).toContain('短于现行法规')
    await be(office, '钱安')
    await office.ok('office.changeSettings', { disclosurePreset: 'law2019' })
  })
})

describe('条例32, 34 征求意见', () => {
  it('条例33 only that item’s clock stands still; the days up to the answer do not count', async () => {
    const { disclosure, items } = await disclosureRegistered(office, february, ['名单', '人数'])
    await be(office, '陈科')
    const [item] = items as [number]
    const { step: first, letter } = await office.ok('disclosure.consult', { item, step: sentTo({ sentOn: '2026-02-10' }) })
    expect(letter).not.toBeNull()
    const { step: second } = await office.ok('disclosure.consult', { item, step: sentTo({ whom: 'coMaker', sentOn: '2026-02-12' }) })
    expect(await clockOf(disclosure)).toMatchObject({ due: null, open: true })
    expect(await clockOf(disclosure, 1)).toMatchObject({ due: '2026-03-13' })
    expect(await office.no('disclosure.extend', { item, step: request })).toMatchObject({ message: expect.stringContaining('停止计算') })
    expect(await office.no('disclosure.reply', { item, kind: 'notHeld', reason: '无' })).toMatchObject({ clause: '条例32' })
    expect(await office.ok('disclosure.consult', { item, step: answeredBy(first, { answeredOn: '2026-02-11' }) })).toMatchObject({
      state: 'consulting',
    })
    const back = { item, step: answeredBy(second, { answeredOn: '2026-02-14' }) }
    expect(await office.no('disclosure.consult', { item, step: answeredBy(second, { answeredOn: '2026-02-11' }) })).toMatchObject({
      code: 'input.range',
    })
    expect(await office.ok('disclosure.consult', back)).toMatchObject({ state: 'inHand' })
    expect(await office.no('disclosure.consult', back)).toMatchObject({ clause: '条例32', field: 'step.consult' })
    // 02-11, 13 and 14 do not count, 02-12 does: nobody was asked then
    expect(await clockOf(disclosure)).toMatchObject({ due: '2026-03-18' })
  })

  it('条例34, 32 × silent before the time is out; then a co-maker agrees, and the clock stood still no longer than the time was', async () => {
    const { disclosure, item } = await disclosureRegistered(office, february)
    await be(office, '陈科')
    const { step: consult } = await office.ok('disclosure.consult', { item, step: sentTo({ whom: 'coMaker', sentOn: '2026-02-10' }) })
    expect((await disclosureOf(office, disclosure)).items[0]?.consults).toMatchObject([{ clock: { due: '2026-03-09' }, answer: null }])
    const silent = (answeredOn: string) => ({ item, step: answeredBy(consult, { answer: 'none', answeredOn }) })
    expect(await office.no('disclosure.consult', silent('2026-03-09'))).toMatchObject({ clause: '条例34', field: 'step.answer' })
    expect(await office.no('disclosure.consult', silent('2026-03-11'))).toMatchObject({ code: 'input.future' })
    await be(office, '韩综')
    expect((await office.ok('today.home', {})).reminders.map(({ text }) => text).join()).toContain('未答复的视为同意')
    await office.ok('disclosure.consult', silent('2026-03-10'))
    expect((await clockOf(disclosure))?.pauses).toEqual([{ from: '2026-02-10', to: '2026-03-09' }])
  })

  it('G3.2 asked while it is under review, it goes back there; decided meanwhile, back in hand', async () => {
    const { item, review } = await disclosureInReview(office)
    const ask = async () => (await office.ok('disclosure.consult', { item, step: sentTo() })).step
    const first = await ask()
    expect(await office.ok('disclosure.consult', { item, step: answeredBy(first) })).toMatchObject({ state: 'inReview' })
    const second = await ask()
    await reviewThrough(office, review)
    await be(office, '陈科')
    expect(await office.ok('disclosure.consult', { item, step: answeredBy(second) })).toMatchObject({ state: 'inHand' })
    const { item: other } = await disclosureConsulting(office)
    await office.ok('review.draft', {
      carrier: 'other',
      unit: '业务一科',
      item: other,
      title: '名单',
      summary: '名单',
      madeOn: '2026-03-10',
      pages: 1,
    })
  })
})
