import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clauses } from '../../contract/clauses.ts'
import type { Input, ProcedureName } from '../../contract/index.ts'
import type { Refusal } from '../../contract/refusal.ts'
import { type Office, openOffice, passwordOf, anyStep } from '../support/office.ts'
import { be, drafted, fresh, handedOut, place, registered, signed, withAccount } from '../support/records.ts'
import { openStore, type Store } from '../support/store.ts'

let office: Office
let store: Store
beforeAll(async () => {
  office = await openOffice()
  store = await openStore(office.dir)
})
afterAll(async () => {
  store.close()
  await office.close()
})

/** Called by a person, refused as told, in Chinese, with a clause that exists; and nothing stored but the entry of it. */
const refused = async <N extends ProcedureName>(by: string, name: N, input: Input<N>, expected: Partial<Refusal>): Promise<Refusal> => {
  await be(office, by)
  const before = { business: store.business(), size: store.size() }
  const refusal = await office.no(name, input)
  expect(refusal).toMatchObject(expected)
  expect(refusal.message).toMatch(/\p{Script=Han}/u)
  if (refusal.clause !== undefined) expect(Object.keys(clauses)).toContain(refusal.clause)
  expect(store.business()).toBe(before.business)
  const entries = store.entriesFrom(before.size)
  expect(entries).toMatchObject([{ actor: by, call: name, outcome: 'refused', changes: '[]' }])
  expect(JSON.parse(entries[0]?.detail ?? '{}').code).toBe(refusal.code)
  return refusal
}

const envelope = (receivedAt: string) => ({ envelopeNo: fresh('机要八'), sender: '青禾市人民政府办公室', receivedAt, sealIntact: true })

describe('a day that has not come', () => {
  it.each(['2026-03-10T09:01', '2026-03-11T08:00', '2027-01-01T00:00'])('F1(1)a received at %s, while it is 09:00 on 10 March', async (at) => {
    const future = { code: 'input.future', clause: 'F1(1)a' } as const
    await refused('李保', 'documents.receive', envelope(at), { ...future, field: 'receivedAt' })
    await refused('李保', 'documents.register', office.incoming({ envelope: envelope(at) }), { ...future, field: 'envelope.receivedAt' })
  })

  it('F1(1)a received this very minute is no future', async () => {
    await be(office, '李保')
    await office.ok('documents.receive', envelope('2026-03-10T09:00'))
  })

  it('实施条例19 made after it came in, also by correction', async () => {
    const future = { code: 'input.future', clause: '实施条例19' } as const
    await refused('李保', 'documents.register', office.incoming({ madeOn: '2026-03-11' }), { ...future, field: 'madeOn' })
    const earlier = { ...office.incoming({ envelope: envelope('2026-03-06T10:00') }), madeOn: '2026-03-07' }
    await refused('李保', 'documents.register', earlier, { ...future, field: 'madeOn' })
    const { id } = await registered(office, { envelope: envelope('2026-03-06T10:00') })
    for (const madeOn of ['2026-03-07', '2026-03-11'])
      await refused('李保', 'documents.correct', { document: id, reason: '更正', changes: { madeOn } }, { ...future, field: 'changes.madeOn' })
  })

  it('F1(3)a a notice of tomorrow', async () => {
    const { id } = await registered(office)
    const notice = { issuer: '青禾市人民政府办公室', symbol: '青政办变〔2026〕9号', date: '2026-03-11' }
    const change = { document: id, level: 'secret', period: { kind: 'years', years: 3 }, notice } as const
    await refused('李保', 'documents.changeLevel', change, { code: 'input.future', clause: 'F1(3)a', field: 'notice.date' })
  })

  it('实施条例19 a period that ends before it begins', async () => {
    const until = office.incoming({ period: { kind: 'until', until: '2026-03-05' } })
    await refused('李保', 'documents.register', until, { code: 'input.range', clause: '实施条例19', field: 'period.until' })
  })
})

describe('F1(1)b a paper that is already in the register', () => {
  it('by its 文号 and issuer: refused with a link to the earlier one', async () => {
    const first = await registered(office, { symbol: '青政办发〔2026〕801号' })
    const refusal = await refused('李保', 'documents.register', office.incoming({ symbol: '青政办发〔2026〕801号' }), {
      code: 'input.duplicate',
      clause: 'F1(1)b',
      field: 'symbol',
      link: { desk: 'documents', id: first.id, number: first.number },
    })
    expect(refusal.message).toContain(first.number)
  })

  it('without a 文号: by title, issuer and day', async () => {
    const paper = { title: '关于无文号来文的函', symbol: undefined, madeOn: '2026-03-02' }
    const first = await registered(office, paper)
    const link = { desk: 'documents', id: first.id, number: first.number } as const
    await refused('李保', 'documents.register', office.incoming(paper), { code: 'input.duplicate', field: 'title', link })
    await registered(office, { ...paper, madeOn: '2026-03-03' })
  })

  it('made so by a correction: refused with the link as well', async () => {
    const first = await registered(office, { symbol: '青政办发〔2026〕802号' })
    const second = await registered(office, { symbol: '青政办发〔2026〕803号' })
    const correct = { document: second.id, reason: '录入有误', changes: { symbol: '青政办发〔2026〕802号' } }
    await refused('李保', 'documents.correct', correct, {
      code: 'input.duplicate',
      clause: 'F1(1)b',
      field: 'changes.symbol',
      link: { desk: 'documents', id: first.id, number: first.number },
    })
    await office.ok('documents.correct', { ...correct, changes: { symbol: '青政办发〔2026〕804号' } })
  })

  it('the same copy twice, in a list of 份号, in a folder, in a count', async () => {
    const twice = office.incoming({ listed: 2, counted: 2, copyNos: ['000009', '000009'] })
    await refused('李保', 'documents.register', twice, { code: 'input.duplicate', field: 'copyNos' })
    const { copies } = await registered(office)
    const id = copies[0]?.id as number
    const draft = { folder: '夹八一', copies: [id, id], readers: [office.id('周阅')] }
    await refused('李保', 'circulation.draft', draft, { code: 'input.duplicate', clause: 'F1(2)b', field: 'copies' })
    const readers = [office.id('周阅'), office.id('周阅')]
    await refused('李保', 'circulation.draft', { ...draft, copies: [id], readers }, { code: 'input.duplicate', clause: 'F1(2)b', field: 'readers' })
    const out = await signed(office)
    const [one] = out.numbers as [string, string]
    await refused(
      '李保',
      'circulation.receiveBack',
      { leg: out.leg, numbers: [one, one] },
      { code: 'input.duplicate', clause: 'F1(2)b', field: 'numbers' },
    )
  })

  it('a name, a folder in use, a day of the calendar', async () => {
    await refused(
      '钱安',
      'people.add',
      { name: '李保', identity: 'QH-0012', department: '业务一科', roles: ['reader'] },
      { code: 'input.duplicate', field: 'name' },
    )
    const { copies } = await registered(office)
    const draft = { folder: '夹八二', copies: copies.map(({ id }) => id), readers: [office.id('周阅')] }
    await office.ok('circulation.draft', draft)
    const more = await registered(office)
    const again = { ...draft, copies: more.copies.map(({ id }) => id) }
    await refused('李保', 'circulation.draft', again, { code: 'state.conflict', clause: 'F1(2)b', field: 'folder' })
    const calendar = { year: 2028, source: '通知', off: ['2028-01-03', '2028-01-03'], working: [] }
    await refused('钱安', 'office.setCalendar', { calendar }, { code: 'input.duplicate', clause: '日历', field: 'calendar.off' })
  })
})

describe('a person who may not', () => {
  it('F1(1)d an 亲启件 is opened by nobody but its addressee, nor registered before', async () => {
    await be(office, '李保')
    const { id } = await office.ok('documents.receive', { ...envelope('2026-03-10T08:00'), personalFor: office.id('周阅') })
    const notYours = { code: 'rule.forbids', clause: 'F1(1)d', field: 'envelope' } as const
    for (const name of ['李保', '吴阅', '王管']) await refused(name, 'documents.openEnvelope', { envelope: id }, notYours)
    await refused('李保', 'documents.register', office.incoming({ envelope: { id } }), { ...notYours, field: 'envelope.id' })
    await be(office, '李保')
    const ticket = await office.ticket('吴阅', 'documents.openEnvelope', { envelope: id })
    await refused('李保', 'documents.openEnvelope', { envelope: id, ticket }, notYours)
  })

  it('F1(1)c an ordinary envelope is opened by a 保密员, not by ticket of one either', async () => {
    await be(office, '李保')
    const { id } = await office.ok('documents.receive', envelope('2026-03-10T08:10'))
    for (const name of ['周阅', '郑系']) await refused(name, 'documents.openEnvelope', { envelope: id }, { code: 'rule.forbids', clause: 'F1(1)c' })
  })

  it('F1(2)c, F1(4)a nobody signs for another, nor takes the folder for another', async () => {
    const draft = await drafted(office)
    const handOut = { leg: draft.leg, place }
    const ticket = await office.ticket('吴阅', 'circulation.handOut', handOut)
    const other = { code: 'rule.forbids', clause: 'F1(4)a', field: 'ticket' } as const
    await refused('李保', 'circulation.handOut', { ...handOut, ticket }, other)
    const out = await handedOut(office)
    const sign = { leg: out.leg }
    await refused('李保', 'circulation.sign', { ...sign, ticket: await office.ticket('吴阅', 'circulation.sign', sign) }, other)
    for (const name of ['李保', '吴阅', '王管'])
      await refused(name, 'circulation.sign', { leg: out.leg }, { code: 'rule.forbids', clause: 'F1(2)c', field: 'leg' })
  })

  it('F1(4)a outside the scope: not on a sheet; one of the three officers never', async () => {
    const { copies } = await registered(office, { scope: [office.id('周阅')] })
    const draft = { folder: '夹八三', copies: copies.map(({ id }) => id), readers: [office.id('吴阅')] }
    await refused('李保', 'circulation.draft', draft, { code: 'rule.forbids', clause: 'F1(4)a', field: 'readers.0' })
    const stranger = { code: 'input.unknownRecord', clause: '保密法21' } as const
    const officer = { ...draft, readers: [office.id('周阅'), office.id('冯审')] }
    await refused('李保', 'circulation.draft', officer, { ...stranger, field: 'readers.1' })
    await refused('李保', 'documents.register', office.incoming({ scope: [office.id('郑系')] }), { ...stranger, field: 'scope.0' })
    await refused(
      '李保',
      'documents.receive',
      { ...envelope('2026-03-10T08:00'), personalFor: office.id('钱安') },
      { ...stranger, field: 'personalFor' },
    )
  })

  it('F1(4)a whoever left is named nowhere any more', async () => {
    const left = await withAccount(office)
    await office.ok('people.disableAccount', { person: left.id, reason: '调离' })
    await refused('李保', 'documents.register', office.incoming({ scope: [left.id] }), { code: 'input.unknownRecord', field: 'scope.0' })
    expect(await office.no('session.countersign', { name: left.name, password: passwordOf(left.name), step: anyStep })).toMatchObject({
      code: 'session.wrongPassword',
    })
    await office.station.lock('locked')
    expect(await office.no('session.signIn', { name: left.name, password: passwordOf(left.name) })).toMatchObject({ code: 'session.wrongPassword' })
  })

  it('F1(4)c nobody decides what they asked for or what names them', async () => {
    const { id: document } = await registered(office)
    const { id: widening } = await office.ok('circulation.requestWidening', { document, persons: [office.id('王管')], reason: '协办' })
    await refused('王管', 'circulation.decideWidening', { widening, approve: true }, { code: 'rule.forbids', clause: 'F1(4)c', field: 'widening' })
    await refused('赵组', 'circulation.decideWidening', { widening, approve: false }, { code: 'input.missing', clause: 'F1(4)c', field: 'opinion' })
  })

  it('三员 nobody gives themselves a role, resets or closes their own account', async () => {
    const me = office.id('钱安')
    await refused(
      '钱安',
      'people.setRoles',
      { person: me, roles: ['officer'], reason: '?', ticket: 'A'.repeat(22) },
      { code: 'rule.forbids', clause: '三员', field: 'person' },
    )
    const own = { person: office.id('郑系') }
    await refused(
      '郑系',
      'people.resetPassword',
      { ...own, initialPassword: 'Initial#2026pass' },
      { code: 'rule.forbids', clause: '口令', field: 'person' },
    )
    await refused('郑系', 'people.disableAccount', { ...own, reason: '?' }, { code: 'rule.forbids', clause: '三员', field: 'person' })
  })
})

describe('F1(4)a a ticket that is none', () => {
  it('made up, used, late, of a session that ended, or given for another step', async () => {
    const gone = { code: 'session.ticket', clause: 'F1(4)a', field: 'ticket' } as const
    const { leg } = await drafted(office)
    await refused('李保', 'circulation.handOut', { leg, place, ticket: 'A'.repeat(22) }, gone)
    const handOut = { leg, place }
    const leave = () => office.ticket('周阅', 'circulation.handOut', handOut)
    const ended = await leave()
    await office.station.lock('locked')
    await refused('李保', 'circulation.handOut', { ...handOut, ticket: ended }, gone)
    const used = await leave()
    const settings = await office.ok('office.settings', {})
    await refused('李保', 'circulation.handOut', { leg, place: settings.places.find((each) => each !== place) as string, ticket: used }, gone)
    await refused('李保', 'circulation.sign', { leg, ticket: used }, gone)
    await office.ok('circulation.handOut', { ...handOut, ticket: used })
    await refused('李保', 'circulation.sign', { leg, ticket: used }, gone)
    const sign = { leg, opinion: '已阅' }
    const opinion = await office.ticket('周阅', 'circulation.sign', sign)
    await refused('李保', 'circulation.sign', { leg, opinion: '不同意', ticket: opinion }, gone)
    const late = await office.ticket('周阅', 'circulation.sign', { leg })
    office.clock.set('2026-03-10T09:02:01+08:00')
    await refused('李保', 'circulation.sign', { leg, ticket: late }, gone)
    office.clock.set('2026-03-10T09:00:00+08:00')
  })
})
