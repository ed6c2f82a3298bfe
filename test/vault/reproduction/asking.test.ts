import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input } from '../../../contract/index.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { be, copiesAsked, handedOut, registered } from '../../support/records.ts'
import { originConsent } from '../../support/inputs/reproduction.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice({ level: 'topSecret' })
})
afterAll(() => office.close())

const wish = (source: number, over: Partial<Input<'reproduction.request'>> = {}): Input<'reproduction.request'> => ({
  kind: 'copy',
  sources: [{ copy: source }],
  asked: 2,
  purpose: '承办需要',
  recipients: [office.id('周阅')],
  place: '本单位文印室',
  ...over,
})
const agreed = (copy: number, consent: typeof originConsent) => ({ sources: [{ copy, consent }] })
const original = async (over: Partial<Input<'documents.register'>> = {}) => (await registered(office, over)).copies[0]?.id as number

describe('F1(5)a a request to copy', () => {
  it('names one numbered original and goes to the department', async () => {
    const { id, number } = await office.ok('reproduction.request', wish(await original()))
    expect(number).toBe('复制〔2026〕0001')
    const view = await office.ok('reproduction.get', { reproduction: id })
    expect(view).toMatchObject({ state: 'toSection', asked: 2, approved: null, made: 0, enteredBy: null, applicant: { name: '李保' } })
  })

  it('stays a draft until it is submitted, and is checked again then', async () => {
    const { reproduction, document } = await copiesAsked(office, { submit: false })
    expect((await office.ok('reproduction.get', { reproduction })).state).toBe('draft')
    await office.ok('documents.narrowScope', { document, persons: [office.id('吴阅')], reason: '已调离岗位' })
    expect(await office.no('reproduction.submit', { reproduction })).toMatchObject({ clause: 'F1(4)c', field: 'recipients.1' })
    expect((await office.ok('reproduction.get', { reproduction })).state).toBe('draft')
  })

  it('is refused for a paper marked 不得翻印复印', async () => {
    const refused = await office.no('reproduction.request', wish(await original({ copyBan: true })))
    expect(refused).toMatchObject({ code: 'rule.forbids', clause: 'F1(5)a', field: 'sources.0.copy' })
    expect(refused.message).toContain('不得翻印复印')
  })

  it('for 绝密 is refused without the consent of the 原定密机关, and with one that cannot be', async () => {
    const source = await original({ level: 'topSecret', period: { kind: 'years', years: 20 } })
    expect(await office.no('reproduction.request', wish(source))).toMatchObject({
      code: 'rule.forbids',
      clause: 'F1(5)a',
      field: 'sources.0.consent',
    })
    const late = wish(source, agreed(source, { ...originConsent, date: '2026-03-11' }))
    expect(await office.no('reproduction.request', late)).toMatchObject({ code: 'input.future', field: 'sources.0.consent.date' })
    const early = wish(source, agreed(source, { ...originConsent, date: '2026-03-04' }))
    expect(await office.no('reproduction.request', early)).toMatchObject({ code: 'input.range', field: 'sources.0.consent.date' })
    await office.ok('reproduction.request', wish(source, agreed(source, originConsent)))
  })

  it('for another level takes no such consent: an empty box is not filled for show', async () => {
    const source = await original()
    expect(await office.no('reproduction.request', wish(source, agreed(source, originConsent)))).toMatchObject({ field: 'sources.0.consent' })
  })

  it('for an extract says what is extracted, and only then', async () => {
    const source = await original()
    expect(await office.no('reproduction.request', wish(source, { kind: 'extract' }))).toMatchObject({ code: 'input.missing', field: 'extent' })
    expect(await office.no('reproduction.request', wish(source, { extent: '第一页' }))).toMatchObject({ field: 'extent' })
  })
})

describe('F1(5)c where', () => {
  it('only the listed places copy', async () => {
    const refused = await office.no('reproduction.request', wish(await original(), { place: '街口打印店' }))
    expect(refused).toMatchObject({ code: 'rule.forbids', clause: 'F1(5)c', field: 'place' })
    expect(refused.message).toContain('本单位文印室')
  })
})

describe('F1(4)c for whom', () => {
  it('not beyond the 知悉范围, nor the same person twice', async () => {
    const source = await original()
    const outside = wish(source, { recipients: [office.id('周阅'), office.id('赵组')] })
    expect(await office.no('reproduction.request', outside)).toMatchObject({ clause: 'F1(4)c', field: 'recipients.1' })
    const twice = wish(source, { recipients: [office.id('周阅'), office.id('周阅')] })
    expect(await office.no('reproduction.request', twice)).toMatchObject({ code: 'input.duplicate', field: 'recipients' })
  })
})

describe('保密法21 by whom', () => {
  it('a reader asks for what lies in their own hands, and sees no other originals', async () => {
    const out = await handedOut(office)
    await be(office, '周阅')
    const { rows } = await office.ok('reproduction.sources', {})
    expect(rows.map(({ number }) => number).sort()).toEqual([...out.numbers].sort())
    const mine = rows[0]?.id as number
    await office.ok('reproduction.request', wish(mine))
    await be(office, '吴阅')
    expect(await office.no('reproduction.request', wish(mine, { recipients: [office.id('吴阅')] }))).toMatchObject({
      code: 'session.role',
      field: 'sources.0.copy',
    })
    expect((await office.ok('reproduction.sources', {})).rows).toEqual([])
  })

  it('an officer keys in for another, who is within the 知悉范围; nobody else does', async () => {
    const { reproduction } = await copiesAsked(office)
    expect(await office.ok('reproduction.get', { reproduction })).toMatchObject({
      applicant: { name: '陈科' },
      enteredBy: '李保',
      department: '业务一科',
    })
    const source = await original()
    expect(await office.no('reproduction.request', wish(source, { applicant: office.id('孙审') }))).toMatchObject({
      clause: '保密法21',
      field: 'applicant',
    })
    await be(office, '陈科')
    expect(await office.no('reproduction.request', wish(source, { applicant: office.id('周阅') }))).toMatchObject({
      code: 'session.role',
      field: 'applicant',
    })
  })

  it('a request is shown to those it concerns alone', async () => {
    const { reproduction } = await copiesAsked(office)
    for (const name of ['陈科', '韩综']) {
      await be(office, name)
      expect((await office.ok('reproduction.list', {})).rows.map(({ id }) => id)).toContain(reproduction)
    }
    for (const name of ['吴阅', '王管']) {
      await be(office, name)
      expect((await office.ok('reproduction.list', {})).rows.map(({ id }) => id)).not.toContain(reproduction)
      expect(await office.no('reproduction.get', { reproduction })).toMatchObject({ code: 'session.role', clause: '保密法21' })
    }
  })

  it('only who asked or keyed it in takes it back, before the decision alone, and it stays on record', async () => {
    const { reproduction, number } = await copiesAsked(office)
    await be(office, '周阅')
    expect(await office.no('reproduction.cancel', { reproduction, reason: '不要了' })).toMatchObject({ code: 'session.role' })
    await be(office, '陈科')
    await office.ok('reproduction.cancel', { reproduction, reason: '不再需要' })
    const view = await office.ok('reproduction.get', { reproduction })
    expect(view).toMatchObject({ number, state: 'cancelled', reason: '不再需要' })
    expect(await office.no('reproduction.cancel', { reproduction, reason: '再来' })).toMatchObject({ code: 'state.forbids', clause: 'F1(5)a' })
  })
})
