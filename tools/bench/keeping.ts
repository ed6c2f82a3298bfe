/** 清点 and 总账 of a hundred thousand copies, through the door: papers of a thousand copies each beside the archive that was lived through. */
import { copyOf } from './archive.ts'
import { type Figure, p95, reported, timed, under } from './figure.ts'
import { type BenchOffice, idOf, openBenchOffice } from './office.ts'
import { paper, randomFrom } from './papers.ts'

const EACH = 1_000
const PAPERS = 100

/** So many papers of a thousand numbered copies; gives their numbers. */
const takeIn = async (office: BenchOffice, papers: number): Promise<string[]> => {
  const numbers: string[] = []
  for (let n = 0; n < papers; n += 1) {
    const incoming = paper(randomFrom(n), 900_000 + n, office.clock.now(), [idOf('周阅')])
    const { copies } = await office.ok('documents.register', { ...incoming, copyNos: undefined, listed: EACH, counted: EACH, scope: [idOf('周阅')] })
    numbers.push(...copies.map(({ number }) => number))
  }
  return numbers
}

/** Every scan is answered in the vault at once, and the balance of everything is at hand (F1(6)). */
export const stockTaking = async (archive: string, scans: number, papers = PAPERS): Promise<Figure[]> => {
  const office = openBenchOffice(copyOf(archive))
  await office.as('李保')
  const numbers = await takeIn(office, papers)
  const balances: number[] = []
  for (let n = 0; n < 20; n += 1) balances.push(await timed(() => office.ok('keeping.balance', {})))
  let id = 0
  const beginning = await timed(async () => {
    id = (await office.ok('keeping.begin', { reason: '年度清点' })).id
  })
  const times: number[] = []
  // Read in an order that nobody made: shelves are not sorted
  for (let n = 0; n < scans; n += 1) {
    const number = numbers[(n * 7919) % numbers.length] as string
    times.push(await timed(() => office.ok('keeping.scan', { stockTaking: id, numbers: [number] })))
  }
  await office.close()
  return [
    under('the balance of 100,000 copies and more, p95', p95(balances), 'ms', 50),
    under(`a scan of a stock-taking of 100,000 copies (${scans} scans), p95`, p95(times), 'ms', 30),
    reported('a stock-taking of 100,000 copies begun', beginning, 'ms'),
  ]
}
