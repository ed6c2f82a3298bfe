import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'
import { be, inRepair, medium, mediumOut, outsideApproved } from '../../support/records.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
}, 120_000)
afterAll(() => office.close())

const code = expect.stringMatching(/^[0-9a-f]{8}$/)

it('F2(2) 台账: every carrier that is still in the unit, with who answers for it and where it is; the print is recorded', async () => {
  const { number } = await mediumOut(office)
  const lost = await medium(office)
  await office.ok('media.lose', { medium: lost.id, incident: '违规〔2026〕0001', note: '已报告' })
  const paper = await office.ok('paper.media', { of: { sheet: 'ledger' } })
  expect(paper.frame).toMatchObject({ formNumber: '密载-01', level: 'internal', mark: '内部', printedBy: '李保' })
  expect(paper.frame.fileName).toBe(`载体设备台账-2026-03-10-${paper.frame.printNumber}.pdf`.replaceAll(/[〔〕]/g, ''))
  expect(paper.lines).toMatchObject([{ number, state: 'out', holder: { name: '周阅' }, keeper: { name: '陈科' } }, { state: 'lost' }])
  expect((await office.ok('paper.printed', {})).rows[0]).toMatchObject({ number: paper.frame.printNumber, form: 'media' })
})

it('F2(2) 领用登记簿 of a year: what was handed out in it, in order, with the signatures; not what was only asked for', async () => {
  const { use } = await mediumOut(office)
  await outsideApproved(office)
  const paper = await office.ok('paper.media', { of: { sheet: 'uses', year: 2026 } })
  // What for is typed freely, and may name what lies on the carrier
  expect(paper.frame).toMatchObject({ formNumber: '密载-02', level: 'confidential', mark: '机密' })
  expect(paper.lines.at(-1)).toMatchObject({ number: use, purpose: '整理数据', give: { by: '李保', code }, take: { by: '周阅', code } })
  expect(paper.lines.every((line) => 'givenAt' in line && line.givenAt !== null && !('acts' in line))).toBe(true)
  expect((await office.ok('paper.media', { of: { sheet: 'uses', year: 2025 } })).lines).toEqual([])
})

it('F2(2), F2(3) 维修维护登记 of one device: repairs out and back, maintenance with who signed', async () => {
  const { id, number, repair } = await inRepair(office)
  await office.ok('media.repair', { medium: id, step: { kind: 'back', result: '更换屏幕' } })
  await be(office, '郑系')
  await office.ok('media.maintain', { medium: id, done: '升级病毒库' })
  expect(await office.no('paper.mediumRecord', { medium: id })).toMatchObject({ code: 'session.role' })
  await be(office, '李保')
  const { frame, medium: paper } = await office.ok('paper.mediumRecord', { medium: id })
  expect(frame).toMatchObject({ formNumber: '密载-03', level: 'confidential', mark: '机密' })
  expect(paper).toMatchObject({
    number,
    isolated: true,
    repairs: [{ number: repair, storageRemoved: true, out: { by: '李保', code }, result: '更换屏幕', back: { by: '李保', code } }],
    maintenance: [{ done: '升级病毒库', signed: { by: '郑系', code } }],
  })
})
