import { afterAll, beforeAll, expect, it } from 'vitest'
import { verify } from '../../support/attack.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { be } from '../../support/records.ts'
import { expectNamed } from '../../support/rebuilt.ts'
import { openStore } from '../../support/store.ts'
import { readXlsx } from '../../support/xlsx.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  await be(office, '李保')
})
afterAll(() => office.close())

const training = (over: object = {}) => ({
  kind: 'training' as const,
  heldOn: '2026-03-09',
  hours: 4,
  subject: '赤霞保密审查培训',
  material: '条例',
  present: [office.id('赵组'), office.id('陈科')],
  ...over,
})
const reminded = async () => (await office.ok('today.home', {})).reminders.map(({ text }) => text).filter((text) => /G[567]/.test(text))

it('G7 没有培训 within a year is reminded of; then whoever was not there', async () => {
  await office.ok('office.recordTraining', training({ heldOn: '2025-03-09', present: [office.id('孙审')] }))
  expect(await reminded()).toEqual([expect.stringContaining('一年内没有登记过')])
  await office.ok('office.recordTraining', training())
  expect(await reminded()).toEqual([
    expect.stringContaining('孙审一年内没有参加培训'),
    expect.stringContaining('等'),
    expect.stringContaining('流程改进会议'),
  ])
})

it('G5 those who examine and decide come first: trained, they are named no more', async () => {
  await office.ok('office.recordTraining', training({ heldOn: '2026-03-10', present: [office.id('孙审')] }))
  expect((await reminded()).some((text) => text.includes('G5'))).toBe(false)
})

it('G6 流程改进会议 says what was proposed; it trains nobody', async () => {
  const meeting = training({ kind: 'improvement', material: undefined, present: [office.id('吴阅')] })
  expect(await office.no('office.recordTraining', meeting)).toMatchObject({ code: 'input.missing', clause: 'G6', field: 'material' })
  await office.ok('office.recordTraining', { ...meeting, material: '送审提前三天' })
  expect((await reminded()).some((text) => text.includes('G6'))).toBe(false)
  const { people } = await office.ok('office.trainings', {})
  expect(people.find(({ name }) => name === '吴阅')?.last).toBeNull()
  expect(people.find(({ name }) => name === '陈科')?.last).toBe('2026-03-09')
})

it('G7 × a day to come, × twice the same person, × somebody unknown; listed by year and as a file; only the 保密员 enters it', async () => {
  const no = (over: object) => office.no('office.recordTraining', training(over))
  expect(await no({ heldOn: '2026-03-11' })).toMatchObject({ code: 'input.future', field: 'heldOn' })
  expect(await no({ present: [4, 4] })).toMatchObject({ code: 'input.duplicate', field: 'present.1' })
  expect(await no({ present: [999] })).toMatchObject({ code: 'input.unknownRecord', field: 'present.0' })
  expect((await office.ok('office.trainings', { year: 2025 })).rows).toMatchObject([{ heldOn: '2025-03-09' }])
  expect((await office.ok('office.trainings', { year: 2026, text: '赤霞' })).rows[0]).toMatchObject({ kind: 'improvement', recorded: { by: '李保' } })
  const { ticket } = await office.ok('export.list', { list: 'trainings', filter: { year: 2026 } })
  const { rows } = readXlsx(Buffer.from((await office.station.redeem(ticket))?.bytes ?? '', 'base64'))
  expect(rows.at(-1)).toContain('流程改进会议')
  await be(office, '冯审')
  expect(await office.no('office.trainings', {})).toMatchObject({ code: 'session.role' })
  await be(office, '李保')
})

it('G7 the verifier holds, names a training with somebody added to it; its words stand in no signature', async () => {
  await office.station.close()
  expect(verify(office.dir).verdict.broken).toEqual([])
  const store = await openStore(office.dir)
  expect(store.all("SELECT 1 FROM signature WHERE instr(record, '赤霞') > 0")).toEqual([])
  expect(store.all("SELECT 1 FROM audit_entry WHERE instr(detail || changes || object, '赤霞') > 0")).toEqual([])
  store.close()
  await expectNamed(office.dir, 'training', 'UPDATE training SET hours = 40 WHERE id = 1')
})
