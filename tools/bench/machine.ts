/** What the machine was like meanwhile: without it a time in milliseconds says little. */
import { availableParallelism, loadavg } from 'node:os'
import { copyOf } from './archive.ts'
import { type Figure, median, p95, reported, timed } from './figure.ts'
import { openRaw } from './raw.ts'

const WRITES = 300

/** One row, bare and durable: the least that any act waits for. */
const durableWrites = async (archive: string): Promise<number[]> => {
  const database = await openRaw(copyOf(archive))
  database.exec('CREATE TABLE drop_in (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT')
  const insert = database.prepare('INSERT INTO drop_in(text) VALUES (?)')
  const times: number[] = []
  for (let n = 0; n < WRITES; n += 1) times.push(await timed(() => insert.run('密卷')))
  database.close()
  return times
}

export const onTheMachine = async (archive: string): Promise<Figure[]> => {
  const times = await durableWrites(archive)
  return [
    reported('the machine: one durable row, bare, median', median(times), 'ms'),
    reported('the machine: one durable row, bare, p95', p95(times), 'ms'),
    reported('the machine: programs that want a processor, over the last minute', loadavg()[0] ?? 0, 'programs'),
    reported('the machine: processors', availableParallelism(), 'processors'),
  ]
}
