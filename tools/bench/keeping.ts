/** 清点 and 总账 of a hundred thousand copies, through the door: papers of a thousand copies each beside the archive that was lived through. */
import { labelCode } from '../../electron/vault/custody/labels.ts'
import { readKeyFile } from '../verify/keys.ts'
import { copyOf } from './archive.ts'
import { type Figure, p95, reported, timed, under } from './figure.ts'
import { type BenchOffice, idOf, openBenchOffice } from './office.ts'
import { paper, randomFrom } from './papers.ts'

const EACH = 1_000
const PAPERS = 100
const LOOKUPS = 100

type Taken = { id: number; number: string }

/** So many papers of a thousand numbered copies. */
const takeIn = async (office: BenchOffice, papers: number): Promise<Taken[]> => {
  const taken: Taken[] = []
  for (let n = 0; n < papers; n += 1) {
    const incoming = paper(randomFrom(n), 900_000 + n, office.clock.now(), [idOf('周阅')])
    const { copies } = await office.ok('documents.register', { ...incoming, copyNos: undefined, listed: EACH, counted: EACH, scope: [idOf('周阅')] })
    taken.push(...copies)
  }
  return taken
}

/** Where each of these is, after something was committed: that is when the screen asks again. */
const whereIs = async (office: BenchOffice, texts: readonly string[]): Promise<number> => {
  const times: number[] = []
  for (const text of texts) {
    await office.station.call('no.such.call', {})
    times.push(await timed(() => office.ok('documents.whereIs', { text })))
  }
  return p95(times)
}

/** Every scan is answered in the vault at once, and the balance of everything is at hand (F1(6)). */
export const stockTaking = async (archive: string, scans: number, papers = PAPERS): Promise<Figure[]> => {
  const office = openBenchOffice(copyOf(archive))
  await office.as('李保')
  const taken = await takeIn(office, papers)
  // In an order that nobody made: shelves are not sorted
  const drawn = Array.from({ length: scans }, (_, n) => taken[(n * 7919) % taken.length] as Taken)
  const byNumber = await whereIs(
    office,
    drawn.slice(0, LOOKUPS).map(({ number }) => number),
  )
  const { vault } = readKeyFile(office.dir)
  const byLabel = await whereIs(
    office,
    drawn.slice(0, LOOKUPS).map(({ id: copy }) => labelCode(vault, copy)),
  )
  const balances: number[] = []
  for (let n = 0; n < 20; n += 1) balances.push(await timed(() => office.ok('keeping.balance', {})))
  let id = 0
  const beginning = await timed(async () => {
    id = (await office.ok('keeping.begin', { reason: '年度清点' })).id
  })
  const times: number[] = []
  for (const { number } of drawn) times.push(await timed(() => office.ok('keeping.scan', { stockTaking: id, numbers: [number] })))
  await office.close()
  return [
    under('where is one of 100,000 copies, by number, p95', byNumber, 'ms', 20),
    under('where is one of 100,000 copies, by label, p95', byLabel, 'ms', 20),
    under('the balance of 100,000 copies and more, p95', p95(balances), 'ms', 50),
    under(`a scan of a stock-taking of 100,000 copies (${scans} scans), p95`, p95(times), 'ms', 30),
    reported('a stock-taking of 100,000 copies begun', beginning, 'ms'),
  ]
}
