import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'
import { be, copiesAsked, copiesToDecide, withPassword } from '../../support/records.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const opine = async (name: string, reproduction: number, agree = true) => {
  await be(office, name)
  return office.station.call('reproduction.opine', { reproduction, agree, opinion: '意见' })
}

describe('F1(5)a 部门意见', () => {
  it('is a colleague’s or the 综办负责人’s, never the applicant’s own, and signed', async () => {
    const { reproduction } = await copiesAsked(office)
    expect(await opine('陈科', reproduction)).toMatchObject({ ok: false, refused: { clause: 'F1(5)a' } })
    expect(await opine('韩综', reproduction)).toMatchObject({ ok: true, output: { state: 'toLeader' } })
    await be(office, '李保')
    expect(await office.ok('reproduction.get', { reproduction })).toMatchObject({
      state: 'toLeader',
      sectionOpinion: '意见',
      section: { by: '韩综' },
    })
  })

  it('of another department’s 科室 is refused', async () => {
    const { name } = await withPassword(office, ['section'])
    const { reproduction } = await copiesAsked(office)
    const reply = await opine(name, reproduction)
    expect(reply).toMatchObject({ ok: false, refused: { code: 'rule.forbids', field: 'reproduction' } })
  })

  it('that disagrees needs a reason and ends the request, which stays on record', async () => {
    const { reproduction } = await copiesAsked(office)
    await be(office, '韩综')
    expect(await office.no('reproduction.opine', { reproduction, agree: false })).toMatchObject({ code: 'input.missing', field: 'opinion' })
    await office.ok('reproduction.opine', { reproduction, agree: false, opinion: '传阅即可' })
    await be(office, '王管')
    expect(await office.no('reproduction.decide', { reproduction, approve: true })).toMatchObject({ code: 'state.forbids' })
  })
})

describe('F1(5)a, b the 分管领导 decides', () => {
  it('not before the department, not twice', async () => {
    const { reproduction } = await copiesAsked(office)
    await be(office, '王管')
    expect(await office.no('reproduction.decide', { reproduction, approve: true })).toMatchObject({ code: 'state.forbids', clause: 'F1(5)a' })
    await be(office, '韩综')
    await office.ok('reproduction.opine', { reproduction, agree: true })
    await be(office, '王管')
    await office.ok('reproduction.decide', { reproduction, approve: true })
    expect(await office.no('reproduction.decide', { reproduction, approve: false, opinion: '改' })).toMatchObject({ code: 'state.forbids' })
  })

  it('at most as many as asked', async () => {
    const { reproduction } = await copiesToDecide(office)
    await be(office, '王管')
    const refused = await office.no('reproduction.decide', { reproduction, approve: true, approved: 3 })
    expect(refused).toMatchObject({ code: 'rule.forbids', clause: 'F1(5)b', field: 'approved' })
    await office.ok('reproduction.decide', { reproduction, approve: true, approved: 1, opinion: '一份即可' })
    expect(await office.ok('reproduction.get', { reproduction })).toMatchObject({
      state: 'approved',
      asked: 2,
      approved: 1,
      validUntil: '2026-04-09',
      decision: { by: '王管' },
    })
  })

  it('a rejection needs its reason; a day of validity that is past is refused', async () => {
    const { reproduction } = await copiesToDecide(office)
    await be(office, '王管')
    expect(await office.no('reproduction.decide', { reproduction, approve: false })).toMatchObject({ code: 'input.missing', field: 'opinion' })
    expect(await office.no('reproduction.decide', { reproduction, approve: true, validUntil: '2026-03-09' })).toMatchObject({ field: 'validUntil' })
    await office.ok('reproduction.decide', { reproduction, approve: false, opinion: '传阅即可' })
    expect((await office.ok('reproduction.list', { state: 'rejected' })).rows.map(({ id }) => id)).toContain(reproduction)
  })

  it('nobody what they gave the 部门意见 on, on whichever duty', async () => {
    const both = await withPassword(office, ['officeHead', 'deputyLeader'])
    const { reproduction } = await copiesAsked(office)
    await be(office, both.name)
    await office.ok('reproduction.opine', { reproduction, agree: true })
    expect(await office.no('reproduction.decide', { reproduction, approve: true })).toMatchObject({ code: 'rule.forbids', field: 'reproduction' })
    expect((await office.ok('reproduction.list', { waiting: true })).rows.map(({ id }) => id)).not.toContain(reproduction)
  })

  it('nobody what they asked for or keyed in (domain 4)', async () => {
    const both = await withPassword(office, ['officer', 'deputyLeader', 'officeHead'])
    const { source } = await copiesAsked(office)
    await be(office, both.name)
    const { id: reproduction } = await office.ok('reproduction.request', {
      kind: 'copy',
      sources: [{ copy: source }],
      applicant: office.id('陈科'),
      asked: 1,
      purpose: '承办需要',
      recipients: [office.id('周阅')],
      place: '本单位文印室',
    })
    expect(await office.no('reproduction.opine', { reproduction, agree: true })).toMatchObject({ code: 'rule.forbids' })
    await be(office, '韩综')
    await office.ok('reproduction.opine', { reproduction, agree: true })
    await be(office, both.name)
    expect(await office.no('reproduction.decide', { reproduction, approve: true })).toMatchObject({ code: 'rule.forbids', clause: 'F1(5)a' })
  })

  it('what waits for somebody is on their list alone', async () => {
    const { reproduction } = await copiesToDecide(office)
    const waits = async (name: string) => {
      await be(office, name)
      return (await office.ok('reproduction.list', { waiting: true })).rows.some(({ id }) => id === reproduction)
    }
    expect([await waits('王管'), await waits('韩综'), await waits('陈科'), await waits('李保')]).toEqual([true, false, false, false])
  })
})

describe('F1(5)a 有效期', () => {
  it('approved copies are not made after it; the request stays as it was approved', async () => {
    const { reproduction } = await copiesToDecide(office)
    await be(office, '王管')
    await office.ok('reproduction.decide', { reproduction, approve: true, validUntil: '2026-03-10' })
    await office.later('2026-03-11T09:00:00+08:00', '李保')
    const refused = await office.no('reproduction.make', { reproduction, count: 1, copier: '李保', stamped: true })
    expect(refused).toMatchObject({ code: 'rule.forbids', clause: 'F1(5)a', field: 'reproduction' })
    expect(await office.ok('reproduction.get', { reproduction })).toMatchObject({ state: 'approved', expired: true, made: 0 })
  })
})
