/** A backup of the archive beside a plain copy of the same bytes, and what somebody at the screen feels of it meanwhile. */
import { closeSync, copyFileSync, fsyncSync, openSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { copyDatabase } from '../../electron/vault/backup/copy.ts'
import { copyOf, emptyFolder } from './archive.ts'
import { atLeast, type Figure, median, p95, reported, timed, under } from './figure.ts'
import { type BenchOffice, officers, openBenchOffice } from './office.ts'

const MB = 1_000_000

/** What any program would do: the file copied by the system, and synced. */
export const plainCopy = (from: string, to: string) => {
  copyFileSync(from, to)
  const descriptor = openSync(to, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

type Run = { whole: number; acts: number[] }

/** One backup as the shell has it made, with an act after another while it runs. An act that is refused is an entry of the record like any other. */
const backUp = async (office: BenchOffice, medium: string): Promise<Run> => {
  const { ticket } = await office.ok('backup.begin', { kind: 'backup' })
  const acts: number[] = []
  let ended = false
  const whole = timed(() =>
    office.station.carryOut(ticket, medium).then((delivery) => {
      ended = true
      if (!delivery.ok) throw new Error(delivery.message)
    }),
  )
  while (!ended) {
    await setTimeout(5)
    acts.push(await timed(() => office.station.call('backup.begin', { kind: 'backup' })))
  }
  return { whole: await whole, acts }
}

/** Copies and backs up in turn, so that both find the disk as it is at that time. */
export const backingUp = async (archive: string, runs: number): Promise<Figure[]> => {
  const dir = copyOf(archive)
  const medium = emptyFolder()
  const path = join(dir, 'vault.db')
  const plain: number[] = []
  const written: number[] = []
  const made: Run[] = []
  const office = openBenchOffice(dir)
  await office.as(officers.systemAdmin)
  for (let run = 0; run < runs; run += 1) {
    plain.push(await timed(() => plainCopy(path, join(medium, 'plain.db'))))
    rmSync(join(medium, 'plain.db'))
    const bytes = statSync(path).size
    written.push(await timed(() => copyDatabase({ from: path, bytes, to: medium }, () => undefined)))
    rmSync(join(medium, 'vault.db'))
    made.push(await backUp(office, medium))
  }
  await office.close()
  const size = statSync(path).size
  const rate = (ms: readonly number[]) => size / MB / (median(ms) / 1000)
  const peerValue = rate(plain)
  const acts = made.flatMap((run) => run.acts)
  return [
    atLeast(0.4, {
      name: 'backup: written durably to the medium',
      value: rate(written),
      unit: 'MB/s',
      peer: 'a plain file copy with fsync',
      peerValue,
    }),
    reported('backup: whole, opened, checked and verified', rate(made.map(({ whole }) => whole)), 'MB/s'),
    reported('backup: whole', median(made.map(({ whole }) => whole)), 'ms'),
    under('an act during a backup, p95', p95(acts), 'ms', 50),
  ]
}
