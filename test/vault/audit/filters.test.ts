import { afterAll, beforeAll, expect, it } from 'vitest'
import type { EntryView } from '../../../contract/audit.ts'
import type { Input } from '../../../contract/index.ts'
import { page } from '../../../electron/vault/audit/entries.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { openStore } from '../../support/store.ts'

let office: Office
let all: EntryView[]

type Filter = Omit<Input<'audit.list'>, 'after' | 'limit'>
const PAGE = 7

/** The list read to its end page by page, and what each page said there is in all. */
const readThrough = async (filter: Filter) => {
  const rows: EntryView[] = []
  const totals: (number | null)[] = []
  for (let after: number | undefined | null; after !== null; ) {
    const page = await office.ok('audit.list', { ...filter, limit: PAGE, ...(after === undefined ? {} : { after }) })
    rows.push(...page.rows)
    totals.push(page.total)
    after = page.next
  }
  return { rows, totals }
}

beforeAll(async () => {
  office = await openOffice()
  await office.as('李保')
  for (let n = 0; n < 12; n += 1) {
    await office.ok('documents.register', office.incoming())
    if (n % 3 === 0) await office.no('documents.register', {})
  }
  await office.later('2026-03-11T09:00:00+08:00', '李保')
  // The clock was set back: later entries bear earlier times
  await office.later('2026-03-10T10:00:00+08:00', '李保')
  await office.ok('documents.register', office.incoming())
  await office.as('冯审')
  all = (await readThrough({})).rows
})
afterAll(() => office.close())

const filters: [Filter, (entry: EntryView) => boolean][] = [
  [{}, () => true],
  [{ actor: '李保' }, ({ actor }) => actor === '李保'],
  [{ actor: '查无此人' }, () => false],
  [{ call: 'documents.register' }, ({ call }) => call === 'documents.register'],
  [{ outcome: 'refused' }, ({ outcome }) => outcome === 'refused'],
  [{ outcome: 'done' }, ({ outcome }) => outcome === 'done'],
  [{ object: '密收〔2026〕0003' }, ({ object }) => object.includes('密收〔2026〕0003')],
  [{ object: '收' }, ({ object }) => object.includes('收')],
  [{ from: '2026-03-11' }, ({ at }) => at >= '2026-03-10T16:00'],
  [{ to: '2026-03-10' }, ({ at }) => at < '2026-03-10T16:00'],
  [
    { from: '2026-03-10', to: '2026-03-10', actor: '李保', call: 'documents.register', outcome: 'refused' },
    ({ actor, call, outcome }) => actor === '李保' && call === 'documents.register' && outcome === 'refused',
  ],
]

for (const [filter, holds] of filters)
  it(`审计 the list ${JSON.stringify(filter)} holds just those entries, newest first, and every page says how many`, async () => {
    const { rows, totals } = await readThrough(filter)
    expect(rows).toEqual(all.filter(holds))
    expect(new Set(totals)).toEqual(new Set([rows.length]))
  })

it('审计 a search through a long record goes on from call to call: it finds the same, and days are looked up where they lie', async () => {
  const store = await openStore(office.dir)
  const read = { get: (sql: string, ...params: never[]) => store.all(sql, ...params)[0] as never, all: store.all as never }
  for (const [filter, holds] of filters) {
    const rows: EntryView[] = []
    let calls = 0
    for (let after: number | null | undefined; after !== null; calls += 1) {
      const found = page(read, filter, { limit: PAGE, most: 10, after })
      rows.push(...found.rows)
      after = found.next
    }
    expect(rows, JSON.stringify(filter)).toEqual(all.filter(holds))
    if (filter.call) expect(calls).toBeGreaterThan(2)
  }
  store.close()
})

it('审计 there was something to be filtered: several pages, refusals, and times out of order', () => {
  expect(all.length).toBeGreaterThan(PAGE * 4)
  expect(all.map(({ seq }) => seq)).toEqual(all.map(({ seq }) => seq).toSorted((a, b) => b - a))
  expect(all.map(({ at }) => at)).not.toEqual(
    all
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  )
  expect(all.filter(({ outcome }) => outcome === 'refused').length).toBeGreaterThan(2)
})
