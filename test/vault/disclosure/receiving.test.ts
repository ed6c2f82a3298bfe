import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lackLabel } from '../../../contract/terms.ts'
import { type Office, openOffice } from '../../support/office.ts'
import {
  applicant,
  application,
  asking,
  be,
  disclosureOf,
  disclosureReceived,
  disclosureRegistered,
  disclosureSupplementing,
  person,
} from '../../support/records.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

/** As 韩综, refused. */
const refused = async (over: Parameters<typeof application>[0]) => {
  await be(office, '韩综')
  return office.no('disclosure.receive', application(over))
}
const thing = () => [{ content: '名单', handler: office.id('陈科') }]
const register = async (disclosure: number) => {
  await be(office, '韩综')
  return office.no('disclosure.register', { disclosure, items: thing() })
}

describe('条例31 the day of receipt', () => {
  it.each([
    { channel: 'inPerson', arrivedOn: '2026-03-06', is: '2026-03-06' },
    { channel: 'oral', arrivedOn: '2026-03-06', is: '2026-03-06' },
    { channel: 'signedMail', arrivedOn: '2026-03-06', labelled: true, is: '2026-03-06' },
    { channel: 'plainMail', arrivedOn: '2026-03-06', confirmedOn: '2026-03-09', labelled: true, is: '2026-03-09' },
    { channel: 'fax', arrivedOn: '2026-03-06', confirmedOn: '2026-03-06', labelled: true, is: '2026-03-06' },
    { channel: 'online', arrivedOn: '2026-03-06', confirmedOn: '2026-03-10', is: '2026-03-10' },
    // A Saturday: a day of receipt like any other
    { channel: 'inPerson', arrivedOn: '2026-03-07', is: '2026-03-07' },
  ] as const)('条例31 $channel of $arrivedOn', async ({ is, ...over }) => {
    expect((await disclosureReceived(office, over)).receivedOn).toBe(is)
  })

  it('条例31 × not confirmed, × confirmed before it arrived, × confirmed where handing in counts; × in the future, a clock set back or not', async () => {
    const online = { channel: 'online', arrivedOn: '2026-03-06' } as const
    expect(await refused(online)).toMatchObject({ clause: '条例31', field: 'confirmedOn', message: expect.stringContaining('先与申请人确认') })
    expect(await refused({ ...online, confirmedOn: '2026-03-05' })).toMatchObject({ code: 'input.range', field: 'confirmedOn' })
    expect(await refused({ ...online, confirmedOn: '2026-03-11' })).toMatchObject({ code: 'input.future' })
    expect(await refused({ confirmedOn: '2026-03-10' })).toMatchObject({ code: 'input.unknownField', field: 'confirmedOn' })
    expect(await refused({ arrivedOn: '2026-03-11' })).toMatchObject({ code: 'input.future', field: 'arrivedOn' })
    expect(await refused({ labelled: true })).toMatchObject({ code: 'input.unknownField', field: 'labelled' })
  })

  it('审计 a clock set back: no step before the one before it', async () => {
    const { disclosure } = await disclosureReceived(office, { arrivedOn: '2026-02-09' })
    await office.later('2026-03-09T09:00:00+08:00', '韩综')
    expect(await office.no('disclosure.register', { disclosure, items: thing() })).toMatchObject({ code: 'rule.forbids', clause: '审计' })
    await office.later('2026-03-10T09:05:00+08:00', '韩综')
    await office.ok('disclosure.register', { disclosure, items: thing() })
  })
})

describe('A4(1)1 who applies, and how', () => {
  it('A4(1)1, G3.1 电话: refused and heard as 咨询; taken where the unit takes it', async () => {
    const telephone = { channel: 'telephone', confirmedOn: '2026-03-10' } as const
    expect(await refused(telephone)).toMatchObject({ clause: 'A4(1)1', field: 'channel', message: expect.stringContaining('登记为咨询') })
    const said = { kind: 'enquiry', channel: 'telephone', heardOn: '2026-03-10', content: '想要接种点名单', answer: '已告知书面申请' } as const
    expect((await office.ok('disclosure.hear', said)).number).toBe('听取〔2026〕0001')
    expect((await office.ok('disclosure.heard', { kind: 'enquiry' })).rows).toMatchObject([{ channel: 'telephone', by: '韩综', about: null }])
    expect(await office.no('disclosure.hear', { ...said, heardOn: '2026-03-11' })).toMatchObject({ code: 'input.future' })
    await be(office, '钱安')
    await office.ok('office.changeSettings', { phoneRequests: true })
    expect((await disclosureReceived(office, telephone)).receivedOn).toBe('2026-03-10')
    await be(office, '钱安')
    await office.ok('office.changeSettings', { phoneRequests: false })
  })

  it('条例29 a name of any script, 200 characters of it, 10,000 characters of content; one more is refused', async () => {
    const name = '𠮷Ж é-O’Neil（示范）有限公司'
    const { disclosure } = await disclosureReceived(office, {
      applicant: { kind: 'company', name, evidence: 'creditCode' },
      content: '名\n'.repeat(4999),
    })
    const view = await disclosureOf(office, disclosure)
    expect(view).toMatchObject({ applicant: name, versions: [{ name }] })
    expect(view.versions[0]?.content.length).toBe(9998)
    await disclosureReceived(office, { applicant: { name: '名'.repeat(200) }, content: '字'.repeat(10_000) })
    expect(await refused({ applicant: { name: '名'.repeat(201) } })).toMatchObject({ code: 'input.tooLong', field: 'applicant.name' })
    expect(await refused({ content: '字'.repeat(10_001) })).toMatchObject({ code: 'input.tooLong', field: 'content' })
    expect(await refused({ applicant: { name: '申请人\u202e甲' } })).toMatchObject({ code: 'input.control' })
  })

  const incomplete = [
    { lacks: 'identity', over: { applicant: { evidence: undefined } } },
    { lacks: 'identity', over: { applicant: { kind: 'company', evidence: 'identityCard' } } },
    { lacks: 'contact', over: { applicant: { telephone: undefined, address: undefined } } },
    { lacks: 'contact', over: { obtainedBy: 'electronic' } },
    { lacks: 'form', over: { providedAs: undefined } },
    { lacks: 'label', over: { channel: 'signedMail', labelled: false } },
  ] as const

  it('A4(1)2 × registered without evidence of identity, a way to reach them, the form that is wanted, the words on the envelope', async () => {
    for (const { lacks, over } of incomplete) {
      const { disclosure } = await disclosureReceived(office, over as Parameters<typeof application>[0])
      expect(await register(disclosure)).toMatchObject({ clause: 'A4(1)2', message: expect.stringMatching(`${lackLabel[lacks]}.*补正告知`) })
      const view = await disclosureOf(office, disclosure)
      expect(view.lacks).toEqual([lacks])
      expect(view.acts).toContainEqual(expect.objectContaining({ call: 'disclosure.register', allowed: false }))
    }
    const whole = await disclosureReceived(office)
    expect((await disclosureOf(office, whole.disclosure)).lacks).toEqual([])
  })
})

describe('条例30 补正', () => {
  const february = { arrivedOn: '2026-02-09', applicant: { evidence: undefined } }

  it('条例30 told by 02-25, received 03-05: the clock is void meanwhile and starts again, due 04-02 (acceptance 40)', async () => {
    const { disclosure } = await disclosureReceived(office, february)
    const told = { disclosure, ...asking({ lacks: ['identity'], days: 5 }) }
    expect((await disclosureOf(office, disclosure)).clocks).toMatchObject([{ due: '2026-03-13' }, { kind: 'supplementNotice', due: '2026-02-25' }])
    expect(await office.no('disclosure.askSupplement', { ...told, toldOn: '2026-02-26' })).toMatchObject({
      clause: '条例30',
      field: 'toldOn',
      message: expect.stringContaining('直接答复'),
    })
    expect(await office.no('disclosure.askSupplement', { ...told, toldOn: '2026-02-06' })).toMatchObject({ code: 'input.range' })
    await office.ok('disclosure.askSupplement', { ...told, toldOn: '2026-02-25' })
    expect(await disclosureOf(office, disclosure)).toMatchObject({
      state: 'supplementing',
      due: '2026-03-03',
      clocks: [{ kind: 'reply', open: false }, { open: false }, { kind: 'supplement', open: true }],
      letters: [{ kind: 'supplement', to: '申请人甲', number: expect.stringMatching('公开函〔2026〕') }],
    })
    expect(await register(disclosure)).toMatchObject({ code: 'state.forbids', message: expect.stringContaining('补正') })
    const came = { disclosure, receivedOn: '2026-03-05', applicant: applicant() }
    expect(await office.no('disclosure.supplement', { ...came, receivedOn: '2026-02-24' })).toMatchObject({ code: 'input.range' })
    expect(await office.no('disclosure.supplement', { disclosure, receivedOn: '2026-03-05' })).toMatchObject({ code: 'input.missing' })
    expect(await office.ok('disclosure.supplement', came)).toMatchObject({ state: 'received', replyDue: '2026-04-02' })
    expect(await office.no('disclosure.askSupplement', { ...told, toldOn: '2026-03-09' })).toMatchObject({ message: expect.stringContaining('一次') })
    const { items } = await office.ok('disclosure.register', { disclosure, items: thing() })
    expect(items).toMatchObject([{ ordinal: 1, replyDue: '2026-04-02' }])
    expect(await office.no('disclosure.askSupplement', { ...told, toldOn: '2026-03-09' })).toMatchObject({ clause: '条例30' })
  })

  it('条例30 once the time to ask is out, it is registered as it is, and answered', async () => {
    const { disclosure } = await disclosureReceived(office, february)
    await office.ok('disclosure.register', { disclosure, items: thing() })
  })

  it('条例30 视为放弃 only once the applicant’s time is out; a 补正 that comes late is taken before it', async () => {
    const { disclosure } = await disclosureSupplementing(office, february, { toldOn: '2026-02-25', days: 5 })
    const close = { disclosure, how: 'abandoned', words: '没有补正' } as const
    expect(await office.no('disclosure.close', { ...close, on: '2026-03-03' })).toMatchObject({
      clause: '条例30',
      message: expect.stringContaining('2026-03-03'),
    })
    await office.ok('disclosure.close', { ...close, on: '2026-03-04' })
    expect(await office.no('disclosure.supplement', { disclosure, receivedOn: '2026-03-10', content: '名单' })).toMatchObject({ clause: '条例30' })
    const { disclosure: late } = await disclosureSupplementing(office, february, { toldOn: '2026-02-25', days: 5 })
    await office.ok('disclosure.supplement', { disclosure: late, receivedOn: '2026-03-09', applicant: applicant() })
  })
})

describe('A4(1)3, G3.2 登记 and 承办', () => {
  it('A4(1)4 split into items, each with its handler; × nobody of a 科室; 转承办', async () => {
    const { id: other } = await person(office, ['section'])
    const { disclosure } = await disclosureReceived(office)
    const items = [
      { content: '名单', handler: office.id('陈科') },
      { content: '人数', handler: other },
    ]
    await be(office, '韩综')
    const stranger = [items[0], { content: '人数', handler: office.id('周阅') }]
    expect(await office.no('disclosure.register', { disclosure, items: stranger })).toMatchObject({ clause: 'G3.2', field: 'items.1.handler' })
    const registered = await office.ok('disclosure.register', { disclosure, items })
    const [one, two] = registered.items.map(({ item }) => item)
    expect((await disclosureOf(office, disclosure)).departments).toEqual(['业务一科', '业务三科'])
    const give = { item: two as number, handler: office.id('陈科'), reason: '职责调整' }
    await office.ok('disclosure.assign', give)
    expect(await office.no('disclosure.assign', give)).toMatchObject({ clause: 'G3.2', field: 'handler' })
    await be(office, '陈科')
    expect((await disclosureOf(office, disclosure)).items.map(({ id }) => id)).toEqual([one, two])
  })

  it('domain 4 a 科室 sees what it has an item of; nobody without a duty sees any; whoever handles an item does not leave', async () => {
    const { disclosure } = await disclosureReceived(office)
    await be(office, '陈科')
    expect(await office.no('disclosure.get', { disclosure })).toMatchObject({ code: 'input.unknownRecord' })
    expect((await office.ok('disclosure.list', {})).rows.map(({ id }) => id)).not.toContain(disclosure)
    const { disclosure: own, number } = await disclosureRegistered(office)
    await be(office, '陈科')
    expect((await office.ok('disclosure.list', { waiting: true })).rows[0]).toMatchObject({ id: own, itemStates: ['inHand'] })
    await be(office, '李保')
    expect(await office.no('disclosure.get', { disclosure })).toMatchObject({ code: 'session.role' })
    await be(office, '钱安')
    const leaving = await office.no('people.checkRoles', { person: office.id('陈科'), roles: ['reader'] })
    expect(leaving).toMatchObject({ clause: 'F1(8)', message: expect.stringContaining(number) })
  })

  it('条例29 the applicant withdraws before anything is answered', async () => {
    const { disclosure } = await disclosureRegistered(office)
    await be(office, '韩综')
    const close = { disclosure, how: 'withdrawn', on: '2026-03-10', words: '申请人来函' } as const
    expect(await office.no('disclosure.close', { ...close, on: '2026-03-11' })).toMatchObject({ code: 'input.future' })
    expect(await office.no('disclosure.close', { ...close, how: 'filed' })).toMatchObject({ clause: 'G4', field: 'how' })
    await office.ok('disclosure.close', close)
    expect(await disclosureOf(office, disclosure)).toMatchObject({
      state: 'withdrawn',
      due: null,
      items: [{ state: 'ended', clock: { open: false } }],
    })
  })
})
