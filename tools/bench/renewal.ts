/** Another data key for the archive beside what SQLite does for it by itself: the pages written anew, put under another key, and read from end to end. */
import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { putUnderKey } from '../../electron/vault/storage/connecting.ts'
import { openCopy } from '../../electron/vault/storage/looking.ts'
import { openDataKey, readKeyFile } from '../verify/keys.ts'
import { copyOf, emptyFolder } from './archive.ts'
import { atMost, type Figure, median, reported, timed } from './figure.ts'
import { officers, openBenchOffice, passwordOf } from './office.ts'
import { openRaw } from './raw.ts'

const MB = 1_000_000

const sync = (path: string) => {
  const descriptor = openSync(path, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

/** The peer, on a copy of its own: VACUUM INTO, rekey, sync and integrity_check, in the milliseconds of each. */
const bare = (database: Database.Database, path: string, from: Uint8Array, vault: string) => {
  const to = randomBytes(32)
  const check = () => {
    const copy = openCopy(path, to, vault)
    copy.read.all('SELECT integrity_check FROM pragma_integrity_check')
    copy.close()
  }
  const rest = () => {
    putUnderKey(path, vault, from, to)
    sync(path)
    check()
  }
  return { anew: () => database.prepare('VACUUM INTO ?').run(path), rest }
}

/** Turn and turn about; the first of each is for warming up. */
export const renewing = async (archive: string, runs: number): Promise<Figure[]> => {
  const office = openBenchOffice(copyOf(archive))
  await office.as(officers.systemAdmin)
  const dir = copyOf(archive)
  const file = readKeyFile(dir)
  const dataKey = await openDataKey(file, officers.auditor, passwordOf(officers.auditor))
  const raw = await openRaw(dir)
  const path = join(emptyFolder(), 'anew.db')
  const times = { renewal: [] as number[], bare: [] as number[], anew: [] as number[] }
  for (let run = 0; run <= runs; run += 1) {
    const { anew, rest } = bare(raw, path, dataKey, file.vault)
    const written = await timed(anew)
    const whole = written + (await timed(rest))
    rmSync(path)
    const renewal = await timed(() => office.ok('keys.renew', {}))
    if (run === 0) continue
    times.anew.push(written)
    times.bare.push(whole)
    times.renewal.push(renewal)
  }
  raw.close()
  dataKey.fill(0)
  await office.close()
  return [
    atMost(2, {
      name: 'keys.renew, 10,000 documents',
      value: median(times.renewal),
      unit: 'ms',
      peer: 'bare VACUUM INTO, rekey, sync and integrity_check',
      peerValue: median(times.bare),
    }),
    reported('keys.renew: of that, the bare VACUUM INTO', median(times.anew), 'ms'),
    reported('keys.renew: the database', statSync(join(office.dir, 'vault.db')).size / MB, 'MB'),
  ]
}
