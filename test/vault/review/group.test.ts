import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeCopies, verify } from '../../support/attack.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { rebuilt } from '../../support/rebuilt.ts'
import { be, colleague, groupStands, opinion, reviewDrafted, reviewExamined, reviewOf, reviewOpined, withPassword } from '../../support/records.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await office.close()
  removeCopies()
})

const seat = { seat: 'member', from: '2026-01-01', paper: '青疾控发〔2026〕1号' } as const
const begins = (person: number, over: object = {}) => ({ step: { kind: 'begins' as const, person, ...seat, ...over } })

describe('B5, B6 领导小组', () => {
  it('B6 before the unit enters its 领导小组 the duties stand alone; then the 组员 and the 组长 in office sign, and the case says so', async () => {
    const before = await reviewExamined(office)
    expect((await reviewOf(office, before.review)).steps.at(-1)?.seat).toBeNull()
    await groupStands(office)
    const { review } = await reviewExamined(office)
    await office.signed('赵组', 'review.decide', { review, version: 1, outcome: 'open' })
    expect((await reviewOf(office, review)).steps.map((step) => step.seat)).toEqual([null, 'member', 'leader'])
    expect((await office.ok('paper.review', { review })).review.steps[1]).toMatchObject({ seat: 'member' })
  })

  it('B5 × 小组审核 by a 审查人员 who is no 组员 in office, signed in or in place; nothing waits for them', async () => {
    const other = await withPassword(office, ['reviewer'])
    const { review } = await reviewOpined(office)
    await be(office, other.name)
    const examine = { review, version: 1, agree: true } as const
    expect(await office.no('review.examine', examine)).toMatchObject({
      code: 'rule.forbids',
      clause: 'B5',
      field: 'review',
      message: expect.stringContaining('请由孙审办理'),
    })
    expect((await office.ok('review.list', { waiting: true })).rows).toEqual([])
    expect((await reviewOf(office, review)).acts.find(({ call }) => call === 'review.examine')).toMatchObject({
      allowed: false,
      why: expect.stringContaining('B5'),
    })
    await be(office, '李保')
    expect(await office.notSigned(other.name, 'review.examine', examine)).toMatchObject({ clause: 'B5', field: 'ticket' })
    // From the first day of a term, and not before it
    await be(office, '钱安')
    await office.ok('people.seat', begins(other.id, { from: '2026-03-11' }))
    await be(office, other.name)
    expect(await office.no('review.examine', examine)).toMatchObject({ clause: 'B5' })
    await office.later('2026-03-11T09:00:00+08:00', other.name)
    await office.ok('review.examine', examine)
  })

  it('B6 × 组长确定 after the term is ended; the seat is empty until another is entered, and 钱安 is told', async () => {
    const { review } = await reviewExamined(office)
    await be(office, '钱安')
    const { terms } = await office.ok('people.group', {})
    const leader = terms.find((term) => term.seat === 'leader')?.id as number
    await office.ok('people.seat', { step: { kind: 'ends', term: leader, endedOn: '2026-03-10', reason: '调任' } })
    expect(await office.no('people.seat', { step: { kind: 'ends', term: leader, endedOn: '2026-03-09', reason: '调任' } })).toMatchObject({
      clause: 'B6',
      field: 'step.term',
    })
    const says = async () => (await office.ok('today.home', {})).reminders.map(({ text }) => text).join('\n')
    expect(await says()).toContain('领导小组没有在任的组长')
    await be(office, '李保')
    const decide = { review, version: 1, outcome: 'open' } as const
    expect(await office.notSigned('赵组', 'review.decide', decide)).toMatchObject({
      clause: 'B6',
      field: 'ticket',
      message: expect.stringContaining('今天没有在任的组长'),
    })
    await be(office, '钱安')
    await office.ok('people.seat', begins(office.id('赵组'), { seat: 'leader', from: '2026-03-11', until: '2026-04-01' }))
    expect(await says()).toContain('赵组的组长任期到2026-04-01为止')
    await be(office, '李保')
    await office.signed('赵组', 'review.decide', decide)
  })

  it('B6 one 组长 at a time, nobody twice at once, none of the 三员; a term has its days in order', async () => {
    await be(office, '钱安')
    const { id: member } = await colleague(office, ['reviewer'])
    const no = async (person: number, over: object, told: object) =>
      expect(await office.no('people.seat', begins(person, over))).toMatchObject({ clause: 'B6', ...told })
    await no(member, { seat: 'leader', from: '2026-03-20' }, { field: 'step.from', message: expect.stringContaining('组长同时只有一人') })
    await no(office.id('孙审'), { from: '2026-06-01' }, { field: 'step.from', message: expect.stringContaining('已任组员') })
    await no(office.id('冯审'), {}, { field: 'step.person', message: expect.stringContaining('不接触文件标题') })
    await no(member, { until: '2025-12-31' }, { field: 'step.until', code: 'input.range' })
    const { id: term } = await office.ok('people.seat', begins(member, { until: '2026-12-31' }))
    const ends = (endedOn: string) => office.no('people.seat', { step: { kind: 'ends', term, endedOn, reason: '调离' } })
    expect(await ends('2025-12-31')).toMatchObject({ code: 'input.range', field: 'step.endedOn' })
    expect(await ends('2027-01-01')).toMatchObject({ code: 'input.range', field: 'step.endedOn' })
    expect(await ends('2026-06-01')).toMatchObject({ code: 'input.future', field: 'step.endedOn' })
    // 三员 keep it and read it, and it names no case
    await be(office, '冯审')
    expect((await office.ok('people.group', {})).terms.at(-1)).toMatchObject({
      person: { name: '赵组' },
      standing: 'over',
      ended: { reason: '调任' },
    })
  })
})

describe('B6 更换承办人', () => {
  it('F1(8) nobody leaves with a case or a seat; the 科室 hands the case on, signed, with a reason', async () => {
    const leaver = await withPassword(office, ['section', 'reader'])
    const next = await colleague(office)
    const { review, number } = await reviewDrafted(office)
    // 陈科 hands it to a colleague, who then cannot go
    await office.ok('review.handOn', { review, version: 1, to: next.id, reason: '出差' })
    expect(await reviewOf(office, review)).toMatchObject({ handler: { id: next.id }, steps: [{ act: 'handedOn', to: next.name, words: '出差' }] })
    await be(office, '郑系')
    await office.ok('people.openAccount', { person: next.id, initialPassword: 'Initial#2026pass' })
    const disable = { person: next.id, reason: '调离' }
    expect(await office.no('people.disableAccount', disable)).toMatchObject({
      clause: 'F1(8)',
      message: expect.stringContaining(`是${number}的承办人`),
    })
    await be(office, '陈科')
    const on = (to: number) => office.no('review.handOn', { review, version: 1, to, reason: '出差' })
    expect(await on(leaver.id)).toMatchObject({ clause: 'B7', field: 'to', message: expect.stringContaining('承办人应是业务一科的人员') })
    expect(await on(next.id)).toMatchObject({ field: 'to', message: expect.stringContaining('没有更换') })
    expect(await on(office.id('周阅'))).toMatchObject({ field: 'to', message: expect.stringContaining('经办科室') })
    await office.ok('review.handOn', { review, version: 1, to: office.id('陈科'), reason: '回岗' })
    await be(office, '郑系')
    await office.ok('people.disableAccount', disable)
  })

  it('B7 × to whoever examined the case; whoever ever handled it neither examines nor decides; × of a case that is over; × by another 科室', async () => {
    await groupStands(office)
    const double = await colleague(office, ['section', 'reviewer'])
    await be(office, '钱安')
    await office.ok('people.seat', begins(double.id))
    const { review } = await reviewOpined(office)
    await office.ok('review.handOn', { review, version: 1, to: double.id, reason: '分工' })
    await office.ok('review.handOn', { review, version: 1, to: office.id('陈科'), reason: '分工' })
    const ticketOf = async () => {
      await be(office, '郑系')
      await office.ok('people.openAccount', { person: double.id, initialPassword: 'Initial#2026pass' })
      await office.station.lock('locked')
      await office.ok('session.signIn', { name: double.name, password: 'Initial#2026pass' })
      await office.ok('session.changePassword', { current: 'Initial#2026pass', next: office.passwordOf(double.name) })
    }
    await ticketOf()
    expect(await office.no('review.examine', { review, version: 1, agree: true })).toMatchObject({
      clause: 'B7',
      message: expect.stringContaining('承办'),
    })
    const other = await reviewOpined(office)
    await be(office, double.name)
    await office.ok('review.examine', { review: other.review, version: 1, agree: true })
    await be(office, '陈科')
    const hand = { version: 1, to: double.id, reason: '分工' }
    expect(await office.no('review.handOn', { review: other.review, ...hand })).toMatchObject({ clause: 'B7', field: 'to' })
    const over = await reviewDrafted(office)
    await office.ok('review.close', { review: over.review, version: 1, how: 'cancelled', words: '不再公开' })
    expect(await office.no('review.handOn', { review: over.review, ...hand })).toMatchObject({ clause: 'B6', field: 'review' })
    await be(office, '李保')
    expect(await office.no('review.handOn', { review, ...hand })).toMatchObject({ code: 'session.role' })
  })
})

it('B5, B6 the verifier holds; a term, a seat or a handler that was changed behind the door is named', async () => {
  const { review } = await reviewDrafted(office)
  await office.ok('review.opine', { review, version: 1, ...opinion() })
  await office.station.close()
  expect(verify(office.dir).verdict.broken).toEqual([])
  const spoilt = await openOffice({ from: office.dir })
  await spoilt.station.close()
  await rebuilt(
    spoilt.dir,
    `UPDATE group_term SET until_day = '2026-03-01' WHERE seat = 'member' AND until_day = '2026-12-31';
     UPDATE group_term SET seat = 'member' WHERE ended_on IS NOT NULL;
     UPDATE review SET handling = 1 WHERE id = ${review};
     UPDATE review_step SET facts = '{}' WHERE act = 'examine' AND id = (SELECT max(id) FROM review_step WHERE act = 'examine')`,
  )
  const why = verify(spoilt.dir)
    .verdict.broken.map((each) => each.why)
    .join('\n')
  await spoilt.close()
  expect(why).toContain('登记任期所写的与所签的不同')
  expect(why).toContain('不在领导小组任期内')
  expect(why).toContain('没有写明签名人的小组职务')
  expect(why).toContain('现在的承办人与更换的不符')
})
