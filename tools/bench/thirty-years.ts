/**
 * What thirty years at ten times an office's volume do to the program (long-archive.ts): its lists and searches, its acts beside those of an archive
 * that has just begun, its opening, its verification, its backup, its memory, and what an act takes while long work runs.
 */
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { copyDatabase } from '../../electron/vault/backup/copy.ts'
import { argonFloor } from '../../electron/vault/storage/key-wrap.ts'
import { archiveOf, copyOf, emptyFolder } from './archive.ts'
import { plainCopy } from './backup.ts'
import { besideLongWork } from './beside-work.ts'
import { chain, checkBare, entriesIn, rowsIn } from './bare-chain.ts'
import { atLeast, atMost, type Figure, median, p95, reported, timed, under } from './figure.ts'
import { prepareLeg } from './leg.ts'
import { listing } from './lists.ts'
import { liveLong } from './long-archive.ts'
import { remembering } from './memory.ts'
import { type BenchOffice, openBenchOffice } from './office.ts'
import { paper, randomFrom, READERS } from './papers.ts'
import { openRaw } from './raw.ts'
import { bareArgon } from './sign-in.ts'
import { verifyInParts } from './verification.ts'

const ROUND = 20
/** Rounds before those that count: V8 has then compiled what runs often. */
const WARM = 15
const NEW = 'the same in an archive of fifty documents'

type Times = { register: number[]; back: number[] }

/** One round of registrations, and of legs whose folders come back. */
const workOn = async (office: BenchOffice, from: number, times: Times | null) => {
  const random = randomFrom(from)
  for (let n = 0; n < ROUND; n += 1) {
    const incoming = paper(random, 900_000 + from + n, office.clock.now(), READERS)
    const took = await timed(() => office.ok('documents.register', incoming))
    times?.register.push(took)
  }
  for (let n = 0; n < ROUND / 5; n += 1) {
    const { handOut, sign, back } = await prepareLeg(office, from + n)
    await office.ok('circulation.handOut', handOut)
    await office.ok('circulation.sign', sign)
    const took = await timed(() => office.ok('circulation.receiveBack', back))
    times?.back.push(took)
  }
}

/** Turn and turn about with an archive that has just begun: an act must not grow dearer with the years. */
const acting = async (archive: string, rounds: number, say: (line: string) => void): Promise<Figure[]> => {
  const offices = { long: openBenchOffice(copyOf(archive)), fresh: openBenchOffice(copyOf(await archiveOf(50, say, liveLong))) }
  const times: Record<keyof typeof offices, Times> = { long: { register: [], back: [] }, fresh: { register: [], back: [] } }
  for (const office of Object.values(offices)) await office.as('李保')
  for (let round = 0; round < WARM + rounds; round += 1)
    for (const which of ['long', 'fresh'] as const) await workOn(offices[which], round * ROUND, round < WARM ? null : times[which])
  for (const office of Object.values(offices)) await office.close()
  return (['register', 'back'] as const).flatMap((act) => {
    const name = act === 'register' ? 'thirty years: documents.register' : 'thirty years: circulation.receiveBack'
    const beside = { name, value: median(times.long[act]), unit: 'ms', peer: NEW, peerValue: median(times.fresh[act]) }
    return [atMost(1.3, { ...beside, name: `${name}, median` }), under(`${name}, p95`, p95(times.long[act]), 'ms', 15)]
  })
}

/** Signing in less the one password hash that it cannot do without: what the opening takes once the key is known. */
const opening = async (archive: string, samples: number): Promise<Figure[]> => {
  const office = openBenchOffice(copyOf(archive))
  const opened: number[] = []
  for (let n = 0; n < samples; n += 1) {
    const hashed = await timed(() => bareArgon(argonFloor))
    opened.push((await timed(() => office.as('李保'))) - hashed)
  }
  await office.close()
  return [under('thirty years: open after the key is known, p95', p95(opened), 'ms', 300)]
}

const verifying = async (archive: string): Promise<Figure[]> => {
  const database = await openRaw(copyOf(archive))
  const heads = new Set<string>()
  const bare = await timed(() => heads.add(chain(entriesIn(database), rowsIn(database))))
  const own = verifyInParts(database, heads)
  if (heads.size !== 1) throw new Error('the chains did not come to the same head')
  let signatures = 0
  const bareSignatures = await timed(() => {
    signatures = checkBare(database)
  })
  database.close()
  const beside = { name: 'thirty years: audit.verify, chain and rows', value: own.record / 1000, unit: 's' }
  return [
    atMost(2.5, { ...beside, peer: 'bare SHA-256 chain over the same bytes, read from the same encrypted file', peerValue: bare / 1000 }),
    atMost(2.5, {
      name: `thirty years: audit.verify, ${signatures} signatures`,
      value: own.signatures / 1000,
      unit: 's',
      peer: 'the same Ed25519 signatures checked, nothing else done',
      peerValue: bareSignatures / 1000,
    }),
  ]
}

const MB = 1_000_000

const copying = async (archive: string): Promise<Figure[]> => {
  const dir = copyOf(archive)
  const to = emptyFolder()
  const from = join(dir, 'vault.db')
  const bytes = statSync(from).size
  const times = { plain: [] as number[], own: [] as number[] }
  for (let run = 0; run < 2; run += 1) {
    times.plain.push(await timed(() => plainCopy(from, join(to, 'plain.db'))))
    rmSync(join(to, 'plain.db'))
    times.own.push(await timed(() => copyDatabase({ from, bytes, to }, () => undefined)))
    rmSync(join(to, 'vault.db'))
  }
  const rate = (ms: readonly number[]) => bytes / MB / (median(ms) / 1000)
  return [
    atLeast(0.4, {
      name: 'thirty years: backup, written durably to the medium',
      value: rate(times.own),
      unit: 'MB/s',
      peer: 'a plain file copy with fsync',
      peerValue: rate(times.plain),
    }),
    reported('thirty years: the database', bytes / MB, 'MB'),
  ]
}

/** Everything of thirty years. `samples`: how often each list is asked. */
export const thirtyYears = async (archive: string, samples: number, say: (line: string) => void): Promise<Figure[]> => {
  const parts: readonly (readonly [what: string, part: () => Promise<Figure[]>])[] = [
    ['lists', () => listing(archive, samples, true)],
    ['acts', () => acting(archive, samples, say)],
    ['opening', () => opening(archive, samples)],
    ['verification', () => verifying(archive)],
    ['backup', () => copying(archive)],
    ['acts beside long work', () => besideLongWork(archive)],
    ['memory', () => remembering(archive, 500, { what: 'thirty years: vault memory', limit: 300 })],
  ]
  const figures: Figure[] = []
  for (const [what, part] of parts) {
    const start = performance.now()
    figures.push(...(await part()))
    say(`thirty years, ${what}: ${((performance.now() - start) / 1000).toFixed(0)} s`)
  }
  return figures
}
