import { afterEach, beforeEach, expect, it } from 'vitest'
import { trackedTables } from '../../../electron/vault/audit/row-verification.ts'
import { beginVerification, checkedIn, checkSpan } from '../../../electron/vault/audit/verification.ts'
import type { Read } from '../../../electron/vault/door/unit.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { openStore, type Store } from '../../support/store.ts'

let office: Office
let store: Store
let read: Read
beforeEach(async () => {
  office = await openOffice()
  await office.as('李保')
  for (let n = 0; n < 5; n += 1) await office.ok('documents.register', office.incoming())
  store = await openStore(office.dir)
  read = {
    get: (sql, ...params) => store.all(sql, ...(params as string[]))[0] as never,
    all: (sql, ...params) => store.all(sql, ...(params as string[])) as never,
  }
})
afterEach(async () => {
  store.close()
  await office.close()
})

const rowsInAll = () => trackedTables(read).reduce((sum, table) => sum + Number(read.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n), 0)

it('审计 a record checked in the smallest spans is checked whole, each entry and each row once', () => {
  const run = beginVerification()
  let spans = 0
  for (let before = -1; !run.done; spans += 1) {
    expect(checkedIn(run)).toBeGreaterThanOrEqual(before)
    before = checkedIn(run)
    checkSpan(run, read, 1)
    expect(run.broken).toBeNull()
  }
  expect(spans).toBeGreaterThan(10)
  expect(checkedIn(run)).toBe(store.size() + rowsInAll())
})

it('审计 acts between two spans are no break: what they changed is held against their own entries', async () => {
  const run = beginVerification()
  for (let n = 0; !run.done; n += 1) {
    checkSpan(run, read, 1)
    expect(run.broken).toBeNull()
    if (n < 15) await office.ok('documents.register', office.incoming())
    if (n < 15) await office.no('documents.register', {})
  }
  expect(run.next).toBe(store.size())
})

it('审计 a row that is not there any more is missed at the end, one that no entry wrote is found on the way', () => {
  const run = beginVerification()
  checkSpan(run, read, 1)
  run.digests.of('envelope').set(999, 'never-written-'.padEnd(43, 'x'))
  while (!run.done && !run.broken) checkSpan(run, read)
  expect(run.broken).toMatchObject({ what: '数据行缺失', where: 'envelope 第999行' })

  const besides: Read = {
    ...read,
    all: (sql, ...params) => {
      const rows = read.all<Record<string, unknown>>(sql, ...params)
      const [last] = /^SELECT \* FROM envelope/.test(sql) ? rows.slice(-1) : []
      return (last ? [...rows, { ...last, id: 999 }] : rows) as never
    },
  }
  const other = beginVerification()
  while (!other.done && !other.broken) checkSpan(other, besides)
  expect(other.broken).toMatchObject({ what: '多出数据行', where: 'envelope 第999行' })
})

it('审计 a row that an act changes after it was read is read again at the end', async () => {
  const run = beginVerification()
  while (!run.rows.through.has('document')) checkSpan(run, read, 1)
  await office.ok('documents.finish', { document: 1, result: '已办结' })
  const spoilt: Read = {
    ...read,
    get: (sql, ...params) => {
      const row = read.get<Record<string, unknown>>(sql, ...params)
      return (/^SELECT \* FROM document WHERE/.test(sql) ? { ...row, level: 'secret' } : row) as never
    },
  }
  while (!run.done && !run.broken) checkSpan(run, spoilt)
  expect(run.broken).toMatchObject({ what: '数据行被改', where: 'document 第1行' })
})
