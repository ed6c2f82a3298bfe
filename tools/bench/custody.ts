/** The custody ledger through the door: where is it, how many are where in the whole archive, and a stock-taking of everything in the box. */
import type { Input } from '../../contract/index.ts'
import { labelCode } from '../../electron/vault/custody/labels.ts'
import { readKeyFile } from '../verify/keys.ts'
import { copyOf } from './archive.ts'
import { type Figure, p95, reported, timed, under } from './figure.ts'
import { type BenchOffice, openBenchOffice } from './office.ts'

const WHERE_IS = 20
const BALANCE = 50
const SCAN = 30

/** The next act that is committed: that is when the screen reads again. */
const somethingHappens = (at: BenchOffice) => at.station.call('no.such.call', {})

type Kept = { id: number; number: string }

/** So many copies that lie in the office, as the desk lists them. */
const keptCopies = async (at: BenchOffice, count: number): Promise<Kept[]> => {
  const copies: Kept[] = []
  for (let after: number | undefined; copies.length < count; ) {
    const page: { rows: Kept[]; next: number | null } = await at.ok('keeping.copies', { ...(after === undefined ? {} : { after }), limit: 200 })
    copies.push(...page.rows.map(({ id, number }) => ({ id, number })))
    if (page.next === null) break
    after = page.next
  }
  return copies.slice(0, count)
}

const whereIs = async (at: BenchOffice, texts: readonly string[]): Promise<number> => {
  const times: number[] = []
  for (const text of texts) {
    await somethingHappens(at)
    times.push(await timed(() => at.ok('documents.whereIs', { text })))
  }
  return p95(times)
}

const balance = async (at: BenchOffice, input: Input<'keeping.balance'>, samples: number): Promise<number> => {
  const times: number[] = []
  for (let n = 0; n < samples; n += 1) {
    await somethingHappens(at)
    times.push(await timed(() => at.ok('keeping.balance', input)))
  }
  return p95(times)
}

/** `lookups`: how many copies are looked for; `scans`: how many are counted in one stock-taking, label by label. */
export const custody = async (archive: string, { lookups, scans }: { lookups: number; scans: number }): Promise<Figure[]> => {
  const dir = copyOf(archive)
  const at = openBenchOffice(dir)
  await at.as('李保')
  const { vault } = readKeyFile(dir)
  const copies = await keptCopies(at, scans)
  const wanted = copies.filter((_, index) => index % Math.max(1, Math.floor(copies.length / lookups)) === 0)
  const total = await at.ok('keeping.balance', {})
  const figures = [
    reported('custody items of the archive', total.received + total.made, 'items'),
    under(
      'where is it, by number: documents.whereIs, p95',
      await whereIs(
        at,
        wanted.map(({ number }) => number),
      ),
      'ms',
      WHERE_IS,
    ),
    under(
      'where is it, by label: documents.whereIs, p95',
      await whereIs(
        at,
        wanted.map(({ id }) => labelCode(vault, id)),
      ),
      'ms',
      WHERE_IS,
    ),
    under('the balance of the whole archive: keeping.balance, p95', await balance(at, {}, lookups), 'ms', BALANCE),
    under('the balance of a year: keeping.balance, p95', await balance(at, { year: 2024 }, lookups), 'ms', BALANCE),
  ]
  let taking = 0
  const begun = await timed(async () => {
    taking = (await at.ok('keeping.begin', { reason: '年度清点' })).id
  })
  const times: number[] = []
  for (const { id } of copies) times.push(await timed(() => at.ok('keeping.scan', { stockTaking: taking, numbers: [labelCode(vault, id)] })))
  figures.push(
    reported('a stock-taking of the whole keeping begun: keeping.begin', begun, 'ms'),
    under(`a stock-taking of ${copies.length} scans, each: keeping.scan, p95`, p95(times), 'ms', SCAN),
  )
  await at.close()
  return figures
}
