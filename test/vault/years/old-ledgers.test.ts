import { afterAll, beforeAll, expect, it } from 'vitest'
import { removeCopies, verify } from '../../support/attack.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { chosenLedger, fresh, importedLedger, ledgerCells, registered, tried } from '../../support/records.ts'

/** An office that entered an old ledger in 2025, and came into January 2026. */
let office: Office
const letter = () => ({ envelopeNo: fresh('机要旧'), receivedAt: '2025-06-10T08:55', sealIntact: true, sender: '青禾市人民政府办公室' })
const paper = { madeOn: '2025-06-05' }

beforeAll(async () => {
  office = await openOffice()
  await office.later('2025-06-10T09:00:00+08:00', '李保')
  await registered(office, { ...paper, envelope: letter() })
  await importedLedger(office, [ledgerCells(), ledgerCells(), ledgerCells({ 密级: '内部' })])
  await registered(office, { ...paper, envelope: letter() })
  await office.later('2026-01-05T09:00:00+08:00', '李保')
})
afterAll(async () => {
  await office.close()
  removeCopies()
})

it('F1(1)b 年度关账: what was entered from an old ledger is counted apart, and the verifier finds the closed year whole', async () => {
  const { counts } = await office.ok('documents.countYear', { year: 2025 })
  expect(counts.books).toMatchObject([
    { register: 'classified', first: '密收〔2025〕0001', last: '密收〔2025〕0002', documents: 4, backfilled: 2 },
    { register: 'internal', first: null, last: null, documents: 1, backfilled: 1 },
    { register: 'compiled', documents: 0, backfilled: 0 },
  ])
  expect(counts.series).toContainEqual({ series: 'backfill', first: '密补〔2025〕0001', last: '密补〔2025〕0002', count: 2 })
  await office.signed('王管', 'documents.closeYear', { year: 2025 })
  await office.station.lock('locked')
  expect(verify(office.dir)).toMatchObject({ exit: 0, places: [] })
})

it('F1(1)b 旧账导入: papers of a closed year are entered from the ledger of that time, into this year and by a series of their own', async () => {
  await office.as('李保')
  const rows = await tried(office, await chosenLedger(office, [ledgerCells()]))
  expect(rows).toMatchObject({ fates: { register: 1, faulty: 0 } })
  expect(await importedLedger(office, [ledgerCells({ 收文日期: '2019-05-08', 成文日期: '2019-05-06' })])).toMatchObject({ first: '密补〔2026〕0001' })
  // A letter that is signed for now stays out of the closed year
  expect(await office.no('documents.receive', letter())).toMatchObject({ code: 'rule.forbids', clause: 'F1(1)b' })
  await office.station.lock('locked')
  expect(verify(office.dir)).toMatchObject({ exit: 0, places: [] })
})
