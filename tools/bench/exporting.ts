/** 导出 of the whole register of the archive, and what somebody at the screen feels of it meanwhile. */
import { setTimeout } from 'node:timers/promises'
import { copyOf } from './archive.ts'
import { type Figure, median, p95, reported, timed, under } from './figure.ts'
import { type BenchOffice, openBenchOffice } from './office.ts'

const STEP = { list: 'register', filter: {} } as const

/** One export from the act to the bytes, with a search after another while it is made. */
const exportOnce = async (office: BenchOffice) => {
  const ticket = await office.ticket('王管', 'export.list', STEP)
  const acts: number[] = []
  let made = ''
  const began = performance.now()
  const { ticket: given } = await office.ok('export.list', { ...STEP, ticket })
  const act = performance.now() - began
  const file = Promise.resolve(office.station.redeem(given)).then((granted) => {
    made = granted?.bytes ?? '-'
  })
  while (made === '') {
    await setTimeout(5)
    acts.push(await timed(() => office.ok('documents.whereIs', { text: '储备' })))
  }
  await file
  if (made === '-') throw new Error('no file was made')
  return { act, whole: performance.now() - began, bytes: Buffer.byteLength(made, 'base64'), acts }
}

export const exportingAll = async (archive: string, runs: number): Promise<Figure[]> => {
  const office = openBenchOffice(copyOf(archive))
  await office.as('李保')
  const { total } = await office.ok('documents.list', { limit: 1 })
  const made = []
  for (let run = 0; run < runs; run += 1) made.push(await exportOnce(office))
  await office.close()
  return [
    under(`export of ${total} rows to Excel, worst`, Math.max(...made.map(({ whole }) => whole)), 'ms', 15_000),
    under('an export asked for: counted against the size, recorded, p95', p95(made.map(({ act }) => act)), 'ms', 50),
    under('a search while an export is made, p95', p95(made.flatMap(({ acts }) => acts)), 'ms', 50),
    reported('the file', median(made.map(({ bytes }) => bytes)) / 1_000_000, 'MB'),
  ]
}
