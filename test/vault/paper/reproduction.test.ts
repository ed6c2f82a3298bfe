import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'
import { be, copiesApproved, copiesAsked, copiesAskedByReader, copiesIssued, copiesMade, copiesToDecide } from '../../support/records.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

const print = async (reproduction: number) => {
  await be(office, '李保')
  return office.ok('paper.reproduction', { reproduction })
}

it('F1(5)a the 复制审批单 carries every box of the request, under the mark of its document; the print is recorded', async () => {
  const { reproduction, number, documentNumber } = await copiesIssued(office)
  const { frame, reproduction: asked } = await print(reproduction)
  expect(frame).toMatchObject({ formNumber: '密复-01', level: 'confidential', mark: '机密★5年', unit: '青禾市疾控示范中心', printedBy: '李保' })
  expect(frame.fileName).toBe(`复制审批单-${number}-${frame.printNumber}.pdf`.replaceAll(/[〔〕]/g, ''))
  expect(asked).toMatchObject({
    number,
    department: '业务一科',
    applicant: { name: '陈科' },
    enteredBy: '李保',
    asked: 2,
    approved: 2,
    made: 2,
    purpose: '承办需要',
    place: '本单位文印室',
    sources: [{ consent: null }],
    copier: '李保',
    section: { by: '韩综', code: expect.stringMatching(/^[0-9a-f]{8}$/) },
    decision: { by: '王管', code: expect.stringMatching(/^[0-9a-f]{8}$/) },
    makeMark: { by: '李保' },
  })
  expect(asked.sources[0]?.document).toMatchObject({ number: documentNumber, copyBan: false, counted: 1 })
  expect(asked.recipients.map(({ name }) => name)).toEqual(['周阅', '吴阅'])
  expect(asked.items.map((item) => item.number)).toEqual([`${documentNumber}-复-0001`, `${documentNumber}-复-0002`])
  expect(asked.items[0]?.holdings).toMatchObject([
    { person: { name: '周阅' }, take: { by: '周阅' }, give: { by: '李保' }, backAt: null, giveBack: null },
  ])
  expect(asked.items[1]?.holdings).toEqual([])
  const { rows } = await office.ok('paper.printed', {})
  expect(rows[0]).toMatchObject({ number: frame.printNumber, form: 'reproduction', about: number, by: '李保' })
  await office.as('冯审')
  const { rows: entries } = await office.ok('audit.list', { call: 'paper.reproduction', outcome: 'done' })
  expect(entries[0]?.object).toBe(`${frame.printNumber} ${number}`)
})

it('F1(5)d a copy that came back says so with both signatures; what has come back twice stands twice', async () => {
  const { reproduction, issued } = await copiesIssued(office)
  const back = { reproduction, person: office.id('周阅'), numbers: [issued.number] }
  await office.signed('周阅', 'reproduction.takeBack', back)
  await office.signed('吴阅', 'reproduction.issue', { reproduction, person: office.id('吴阅'), copies: [issued.id] })
  const { reproduction: asked } = await print(reproduction)
  expect(asked.items[0]?.holdings).toMatchObject([
    { person: { name: '周阅' }, backAt: expect.any(String), giveBack: { by: '周阅' }, takeBack: { by: '李保' } },
    { person: { name: '吴阅' }, backAt: null },
  ])
})

it('F1(5)a a sheet is printed before anybody has signed it, so that it can be signed by hand', async () => {
  const { reproduction } = await copiesAskedByReader(office)
  const before = await print(reproduction)
  expect(before.reproduction).toMatchObject({ state: 'toSection', section: null, decision: null, items: [] })
  await office.ok('reproduction.opineOnPaper', { reproduction, person: office.id('韩综'), agree: true, signedAt: '2026-03-10T09:00' })
  const { reproduction: after } = await print(reproduction)
  expect(after.section).toMatchObject({ by: '李保', paper: { of: '韩综', confirmed: null } })
})

it('保密法14 the mark on the sheet is the one that the paper has now', async () => {
  const { reproduction, document } = await copiesMade(office)
  await office.ok('documents.changeLevel', {
    document,
    level: 'secret',
    period: { kind: 'years', years: 8 },
    notice: { issuer: '青禾市人民政府办公室', symbol: '青政办变〔2026〕1号', date: '2026-03-09' },
  })
  expect((await print(reproduction)).frame).toMatchObject({ level: 'secret', mark: '秘密★8年' })
})

it('F1(5)d 清单: of 1,000 copies in one request none is left out, each with its signature', async () => {
  const { reproduction, documentNumber } = await copiesApproved(office, { asked: 1000 })
  const { copies } = await office.ok('reproduction.make', { reproduction, count: 1000, copier: '李保', stamped: true })
  for (const [name, from, to] of [
    ['周阅', 0, 500],
    ['吴阅', 500, 999],
  ] as const)
    await office.signed(name, 'reproduction.issue', { reproduction, person: office.id(name), copies: copies.slice(from, to).map(({ id }) => id) })
  const { reproduction: asked } = await print(reproduction)
  expect(asked.items.map(({ number }) => number)).toEqual(copies.map(({ number }) => number))
  expect(asked.items.at(-1)).toMatchObject({ number: `${documentNumber}-复-1000`, holdings: [] })
  expect(asked.items.filter(({ holdings }) => holdings[0]?.take?.by === '周阅')).toHaveLength(500)
  expect(asked.items.filter(({ holdings }) => holdings[0]?.take?.by === '吴阅')).toHaveLength(499)
})

it('F1(5)a nobody but a 保密员 prints it, whoever asked or decides; a request that is not there is refused', async () => {
  const { reproduction } = await copiesToDecide(office)
  for (const name of ['陈科', '韩综', '王管', '周阅', '郑系', '钱安', '冯审']) {
    await office.as(name)
    expect(await office.no('paper.reproduction', { reproduction }), name).toMatchObject({ code: 'session.role' })
  }
  await office.as('李保')
  const { rows: before } = await office.ok('paper.printed', {})
  expect(await office.no('paper.reproduction', { reproduction: 999 })).toMatchObject({ code: 'input.unknownRecord', field: 'reproduction' })
  expect((await office.ok('paper.printed', {})).rows).toEqual(before)
  const draft = await copiesAsked(office, { submit: false })
  expect((await print(draft.reproduction)).reproduction.state).toBe('draft')
})

it('3.2 a 绝密 paper: the consent of the 原定密机关 stands on the sheet, under its mark', async () => {
  await office.close()
  office = await openOffice({ level: 'topSecret' })
  const consent = { issuer: '青禾市人民政府办公室', symbol: '青政办同〔2026〕1号', date: '2026-03-09' }
  await be(office, '李保')
  const paper = office.incoming({ level: 'topSecret', period: { kind: 'years', years: 20 }, scope: ['周阅', '陈科'].map(office.id) })
  const { copies } = await office.ok('documents.register', paper)
  const wish = { applicant: office.id('陈科'), asked: 1, purpose: '承办需要', recipients: [office.id('周阅')], place: '本单位文印室' }
  const { id } = await office.ok('reproduction.request', { kind: 'copy', sources: [{ copy: copies[0]?.id as number, consent }], ...wish })
  expect(await print(id)).toMatchObject({ frame: { level: 'topSecret', mark: '绝密★20年' }, reproduction: { sources: [{ consent }] } })
})
