import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Office, openOffice, passwordOf } from '../../support/office.ts'
import {
  be,
  consulting,
  copiesApproved,
  copiesIssued,
  handedOut,
  loanApproved,
  loanAsked,
  loanOut,
  registered,
  short,
} from '../../support/records.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

const lent = async () => {
  await be(office, '李保')
  return office.ok('paper.lent', {})
}

describe('F1(7)b 借阅、借用审批单', () => {
  it('carries every box of the loan, under the mark of its document; the print is recorded', async () => {
    const { loan, number, copy } = await loanOut(office)
    await office.signed('周阅', 'lending.takeBack', { loan, number: copy.number, intact: false, condition: '第二页有折痕' })
    const { frame, loan: paper } = await office.ok('paper.loan', { loan })
    expect(frame).toMatchObject({ formNumber: '密借-01', level: 'confidential', mark: '机密★5年', printedBy: '李保' })
    expect(frame.fileName).toBe(`借用审批单-${number}-${frame.printNumber}.pdf`.replaceAll(/[〔〕]/g, ''))
    const signed = { code: expect.stringMatching(/^[0-9a-f]{8}$/) }
    expect(paper).toMatchObject({
      number,
      borrower: { name: '周阅', department: '业务一科' },
      enteredBy: '李保',
      reason: '办理需要',
      place: '保密室',
      askedUntil: '2026-03-12',
      due: '2026-03-12',
      opinion: '同意',
      decision: { by: '韩综', ...signed },
      holding: { give: { by: '李保' }, take: { by: '周阅', ...signed }, giveBack: { by: '周阅', ...signed }, takeBack: { by: '李保' } },
      intact: false,
      condition: '第二页有折痕',
    })
    expect(paper).not.toHaveProperty('acts')
    expect((await office.ok('paper.printed', {})).rows[0]).toMatchObject({ number: frame.printNumber, form: 'loan', about: number })
    await office.as('冯审')
    expect((await office.ok('audit.list', { call: 'paper.loan', outcome: 'done' })).rows[0]?.object).toBe(`${frame.printNumber} ${number}`)
  })

  it('is printed before anybody has signed it, so that it can be signed by hand', async () => {
    const { loan } = await loanAsked(office)
    expect((await office.ok('paper.loan', { loan })).loan).toMatchObject({ state: 'requested', decision: null, holding: null, intact: null })
    expect(await office.no('paper.loan', { loan: 999 })).toMatchObject({ code: 'input.unknownRecord', field: 'loan' })
  })
})

describe('F1(7)a 查阅登记簿', () => {
  it('every visit of the year, oldest first, in and out, under the highest mark of what was read', async () => {
    const { visit, numbers } = await consulting(office)
    await office.signed('周阅', 'lending.leave', { visit, numbers })
    const secret = (await registered(office, { level: 'secret', period: { kind: 'years', years: 10 } })).copies[0]?.id as number
    const { reproduction, source } = await copiesApproved(office, { applicant: office.id('周阅') })
    const step = { person: office.id('周阅'), copies: [secret, source], purpose: '摘抄', room: '保密室', reproduction }
    const { id: second } = await office.signed('周阅', 'lending.admit', step)
    const { frame, year, lines } = await office.ok('paper.visits', { year: 2026 })
    expect(year).toBe(2026)
    expect(frame).toMatchObject({ formNumber: '密借-02', level: 'confidential', mark: '机密★10年' })
    expect(lines.map(({ id }) => id)).toEqual([visit, second])
    expect(lines[0]).toMatchObject({ purpose: '核对数据', room: '档案室', leftAt: expect.any(String), reproduction: null, giveBack: { by: '周阅' } })
    expect(lines[0]?.copies.map(({ number }) => number)).toEqual(numbers)
    expect(lines[1]).toMatchObject({ leftAt: null, reproduction: { id: reproduction } })
  })

  it('a visit belongs to the year in which it began; a year without visits is no secret', async () => {
    await consulting(office)
    expect((await office.ok('paper.visits', { year: 2026 })).lines).toHaveLength(1)
    await office.later('2027-01-01T00:05:00+08:00', '李保')
    await office.ok('session.changePassword', { current: passwordOf('李保'), next: 'Other#2027winter' })
    expect((await office.ok('paper.visits', { year: 2026 })).lines).toHaveLength(1)
    expect(await office.ok('paper.visits', { year: 2027 })).toMatchObject({ frame: { level: 'internal', mark: '内部' }, lines: [] })
  })
})

describe('清单 在外清单', () => {
  it('F1(4)b F1(5)d F1(7): folders, loans, visits and issued copies that are out now, with holder, ground and day; nothing that is in the box', async () => {
    const folder = await handedOut(office)
    const loan = await loanOut(office)
    const visit = await consulting(office)
    const issued = await copiesIssued(office)
    await loanApproved(office)
    const { frame, lines, missing } = await lent()
    expect(frame).toMatchObject({ formNumber: '密借-03', mark: '机密★5年' })
    expect(missing).toEqual([])
    const due = '2026-03-10'
    const rows = lines.map(({ copy, holder, under, ...rest }) => [copy.number, holder.name, under.kind, rest.due, rest.overdue])
    expect(rows).toEqual([
      ...folder.numbers.map((number) => [number, '周阅', 'circulation', due, false]),
      ...visit.numbers.map((number) => [number, '周阅', 'visit', due, false]),
      [loan.copy.number, '周阅', 'loan', '2026-03-12', false],
      [issued.issued.number, '周阅', 'reproduction', null, false],
    ])
    expect(lines.find(({ under }) => under.kind === 'loan')?.under.number).toBe(loan.number)
  })

  it('F1(7)b what is past its day stands first, the longest first, with the days; a folder is late by the hour', async () => {
    const later = await loanOut(office, { until: '2026-03-11' })
    const first = await loanOut(office, { until: '2026-03-10' })
    const folder = await handedOut(office)
    const open = await loanOut(office, { until: '2026-03-20' })
    await office.later('2026-03-10T17:30:00+08:00', '李保')
    expect((await lent()).lines.filter(({ overdue }) => overdue).map(({ copy, overdueDays }) => [copy.number, overdueDays])).toEqual(
      folder.numbers.map((number) => [number, 0]),
    )
    await office.later('2026-03-13T09:00:00+08:00', '李保')
    expect((await lent()).lines.map(({ copy, overdue, overdueDays }) => [copy.number, overdue, overdueDays])).toEqual([
      [first.copy.number, true, 3],
      ...folder.numbers.map((number) => [number, true, 3]),
      [later.copy.number, true, 2],
      [open.copy.number, false, 0],
    ])
  })

  it('F1(2)b what is 短少待查 is in no hands that are known, and stands apart by its number', async () => {
    const { missing: numbers } = await short(office)
    const { lines, missing } = await lent()
    expect(missing).toEqual(numbers)
    expect(lines.some(({ copy }) => numbers.includes(copy.number))).toBe(false)
  })

  it('nothing out is an empty list of no secret', async () => {
    expect(await lent()).toMatchObject({ frame: { level: 'internal', mark: '内部' }, lines: [], missing: [] })
  })
})

it('F1(4)a nobody but a 保密员 prints what is lent, whoever borrows or decides', async () => {
  const { loan } = await loanAsked(office)
  for (const name of ['陈科', '韩综', '王管', '周阅', '郑系', '钱安', '冯审']) {
    await office.as(name)
    for (const [call, input] of [
      ['paper.loan', { loan }],
      ['paper.visits', { year: 2026 }],
      ['paper.lent', {}],
    ] as const)
      expect(await office.no(call, input), `${name} ${call}`).toMatchObject({ code: 'session.role' })
  }
})
