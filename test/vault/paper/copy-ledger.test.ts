import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Office, openOffice, passwordOf } from '../../support/office.ts'
import { be, copiesAsked, copiesAskedByReader, copiesIssued, copiesToDecide, registered } from '../../support/records.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

const ledger = async (input: { year: number; level?: 'secret' | 'confidential' } = { year: 2026 }) => {
  await be(office, '李保')
  return office.ok('paper.copyLedger', input)
}

/** So many copies of one more paper, made now; `over`: what its registration says otherwise. */
const made = async (count: number, over: Parameters<typeof registered>[1] = {}) => {
  const { copies } = await registered(office, { scope: ['周阅', '陈科'].map(office.id), ...over })
  const wish = { applicant: office.id('陈科'), asked: count, purpose: '承办需要', recipients: [office.id('周阅')], place: '本单位文印室' }
  const { id } = await office.ok('reproduction.request', { kind: 'copy', sources: [{ copy: copies[0]?.id as number }], ...wish })
  await office.as('韩综')
  await office.ok('reproduction.opine', { reproduction: id, agree: true })
  await office.as('王管')
  await office.ok('reproduction.decide', { reproduction: id, approve: true })
  await office.as('李保')
  return office.ok('reproduction.make', { reproduction: id, count, copier: '李保', stamped: true })
}

describe('F1(5)d 复制件台账: copies are registered like the paper they are made from', () => {
  it('one line an item, with its approval, its original, whoever has it and who had it before; the print is recorded', async () => {
    const { reproduction, number, documentNumber, issued } = await copiesIssued(office)
    await office.signed('周阅', 'reproduction.takeBack', { reproduction, person: office.id('周阅'), numbers: [issued.number] })
    await office.signed('吴阅', 'reproduction.issue', { reproduction, person: office.id('吴阅'), copies: [issued.id] })
    const { frame, year, lines } = await ledger()
    expect(year).toBe(2026)
    expect(frame).toMatchObject({ formNumber: '密复-02', level: 'confidential', mark: '机密★5年' })
    expect(frame.fileName).toBe(`复制件台账-2026-${frame.printNumber.replaceAll(/[〔〕]/g, '')}.pdf`)
    expect(lines).toHaveLength(2)
    const common = { kind: 'copy', source: documentNumber, mark: '机密★5年', reproduction: number, approvedBy: '王管', copier: '李保' }
    expect(lines[0]).toMatchObject({ ...common, number: `${documentNumber}-复-0001`, state: 'lent', holder: { name: '吴阅' } })
    expect(lines[0]?.holdings).toMatchObject([
      { person: '周阅', backAt: expect.any(String) },
      { person: '吴阅', backAt: null },
    ])
    expect(lines[1]).toMatchObject({ ...common, number: `${documentNumber}-复-0002`, state: 'inBox', holder: null, holdings: [] })
    const { rows } = await office.ok('paper.printed', {})
    expect(rows[0]).toMatchObject({ number: frame.printNumber, form: 'copyLedger', about: '复制件台账2026' })
  })

  it('who decided on paper is the one who approved, not the officer who entered it', async () => {
    const { reproduction } = await copiesAskedByReader(office)
    const signedAt = '2026-03-10T09:00'
    await office.ok('reproduction.opineOnPaper', { reproduction, person: office.id('韩综'), agree: true, signedAt })
    await office.ok('reproduction.decideOnPaper', { reproduction, approver: office.id('王管'), approve: true, approved: 1, signedAt })
    await office.ok('reproduction.make', { reproduction, count: 1, copier: '周阅', stamped: true })
    expect((await ledger()).lines).toMatchObject([{ approvedBy: '王管', copier: '周阅' }])
  })

  it('the highest mark over all, or that of the one level asked for', async () => {
    await made(1, { level: 'secret', period: { kind: 'years', years: 10 } })
    await made(2)
    const all = await ledger()
    expect(all.frame).toMatchObject({ level: 'confidential', mark: '机密★10年' })
    expect(all.lines).toHaveLength(3)
    const secret = await ledger({ year: 2026, level: 'secret' })
    expect(secret.frame).toMatchObject({ level: 'secret', mark: '秘密★10年' })
    expect(secret.lines.map(({ mark }) => mark)).toEqual(['秘密★10年'])
  })

  it('a copy belongs to the year of the office’s wall clock in which it was made, not asked for; requests without copies make no line', async () => {
    await copiesAsked(office)
    await copiesToDecide(office)
    await office.as('王管')
    const { id: waiting } = (await office.ok('reproduction.list', { waiting: true })).rows[0] as { id: number }
    await office.ok('reproduction.decide', { reproduction: waiting, approve: true, validUntil: '2027-01-31' })
    await made(1)
    await office.later('2027-01-01T00:05:00+08:00', '李保')
    await office.ok('session.changePassword', { current: passwordOf('李保'), next: 'Other#2027winter' })
    const { id } = (await office.ok('reproduction.list', { state: 'approved' })).rows[0] as { id: number }
    await office.ok('reproduction.make', { reproduction: id, count: 2, copier: '李保', stamped: true })
    expect((await ledger({ year: 2026 })).lines).toHaveLength(1)
    const next = await ledger({ year: 2027 })
    expect(next.lines).toHaveLength(2)
    expect(next.lines[0]?.reproduction).toMatch(/〔2026〕/)
  })

  it('清单: of 1,000 copies none is left out; a year without copies is an empty ledger of no secret', async () => {
    const { copies } = await made(1000)
    const { lines } = await ledger()
    expect(lines.map(({ number }) => number)).toEqual(copies.map(({ number }) => number))
    expect(await ledger({ year: 2025 })).toMatchObject({ frame: { level: 'internal', mark: '内部' }, lines: [] })
  })

  it('nobody but a 保密员 prints it', async () => {
    for (const name of ['陈科', '韩综', '王管', '周阅', '郑系', '钱安', '冯审']) {
      await office.as(name)
      expect(await office.no('paper.copyLedger', { year: 2026 }), name).toMatchObject({ code: 'session.role' })
    }
  })
})
