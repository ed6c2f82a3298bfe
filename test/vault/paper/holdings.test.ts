import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'
import { be, boxMade, consulting, copiesIssued, handedOut, loanOut, mediumOut, registered, retained } from '../../support/records.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const held = async (name: string, late?: 'sameDay' | 'loan') => {
  await be(office, '李保')
  return office.ok('paper.lent', { person: office.id(name), ...(late && { late }) })
}

it('F1(8) 个人持有清单: legs, copies, loans, the reading room, carriers, boxes and letters of one person, under the highest mark, for the holder and the 保密员 to sign', async () => {
  const folder = await handedOut(office)
  const loan = await loanOut(office)
  const visit = await consulting(office)
  const { issued } = await copiesIssued(office)
  const carrier = await mediumOut(office)
  const { number: box } = await boxMade(office)
  await retained(office)
  await registered(office, { level: 'secret', period: { kind: 'years', years: 10 } })
  const { frame, lines, missing, held: beside } = await held('周阅')
  expect(frame).toMatchObject({
    formNumber: '密借-04',
    mark: '机密★5年',
    template: { form: 'holdings', signers: { holder: '持有人', officer: '保密员' } },
  })
  expect(lines.map(({ copy }) => copy.number).toSorted()).toEqual([...folder.numbers, loan.copy.number, ...visit.numbers, issued.number].toSorted())
  expect(lines.every(({ holder }) => holder.name === '周阅')).toBe(true)
  expect(missing).toEqual([])
  expect(beside).toMatchObject({ person: { name: '周阅', department: '业务一科' }, boxes: [] })
  expect(beside?.media.map(({ number }) => number)).toEqual([carrier.number])
  expect(beside?.letters).toHaveLength(1)
  // What somebody has in charge is theirs to answer for though it is in other hands.
  expect((await held('李保')).held?.boxes).toContain(box)
  expect((await held('陈科')).held?.media.map(({ number, holder }) => [number, holder?.name])).toEqual([[carrier.number, '周阅']])
  // Nobody's else: another person has nothing.
  expect(await held('吴阅')).toMatchObject({ frame: { level: 'internal' }, lines: [], held: { media: [], boxes: [], letters: [] } })
  const { rows } = await office.ok('paper.printed', {})
  expect(rows[0]).toMatchObject({ form: 'holdings', by: '李保' })
  expect(await office.no('paper.lent', { person: 999 })).toMatchObject({ code: 'input.unknownRecord', field: 'person' })
})

it('F1(4)b F1(7)b 当日未退、逾期未还: each late by its own clock, on the screen as on paper; what is 短少待查 or due by no day is in neither', async () => {
  await office.later('2026-03-13T09:00:00+08:00', '李保')
  const all = await office.ok('lending.lent', {})
  const sameDay = await office.ok('lending.lent', { late: 'sameDay' })
  const loans = await office.ok('lending.lent', { late: 'loan' })
  expect(new Set(sameDay.lines.map(({ under }) => under.kind))).toEqual(new Set(['circulation', 'visit']))
  expect(loans.lines.map(({ under, overdueDays }) => [under.kind, overdueDays])).toEqual([['loan', 1]])
  expect(all.lines).toHaveLength(sameDay.lines.length + loans.lines.length + 1)
  const { frame, late, lines } = await office.ok('paper.lent', { late: 'sameDay' })
  expect(late).toBe('sameDay')
  expect(lines).toEqual(sameDay.lines)
  expect(frame.fileName).toMatch(/^在外清单当日未退-2026-03-13-/)
  const mine = await held('周阅', 'loan')
  expect(mine.lines).toEqual(loans.lines)
  expect(mine.held).toMatchObject({ media: [{ overdueDays: 1 }], boxes: [], letters: [] })
})

it('实施条例20 知悉人员登记: who knows of a document, since when and by what, under its mark; the print is recorded by its number', async () => {
  const { id: document, number } = await registered(office)
  const step = { document, marked: { mark: '机密★5年' } }
  const { frame, document: paper, knowers } = await office.ok('paper.knowers', { document })
  expect(frame).toMatchObject({ formNumber: '密知-01', mark: step.marked.mark, level: 'confidential' })
  expect(frame.fileName).toBe(`知悉人员登记-${number}-${frame.printNumber}.pdf`.replaceAll(/[〔〕]/g, ''))
  expect(paper).toMatchObject({ number, title: expect.stringContaining('预备') })
  expect(knowers).toEqual((await office.ok('documents.knowers', { document })).rows)
  expect(knowers[0]).toMatchObject({ person: { name: '李保' }, times: [{ kind: 'registered', number }] })
  expect(await office.no('paper.knowers', { document: 999 })).toMatchObject({ code: 'input.unknownRecord', field: 'document' })
})

it('F1(4)a 三员 nobody but a 保密员 sees or prints what others hold or know', async () => {
  for (const name of ['郑系', '钱安', '冯审', '王管', '周阅', '韩综']) {
    await office.as(name)
    for (const [call, input] of [
      ['lending.lent', {}],
      ['paper.lent', { person: office.id('周阅') }],
      ['paper.knowers', { document: 1 }],
    ] as const)
      expect(await office.no(call, input), `${name} ${call}`).toMatchObject({ code: 'session.role' })
  }
})
