/**
 * The record at length: what an append, an act with its own checkpoint, a checkpoint and a proof cost at 10,000, 100,000 and 1,000,000 entries. The vault's own log on a real
 * encrypted file, filled with entries such as a hand-out leaves; the filling goes by the thousand into one transaction, what is measured is
 * durable one by one.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { type Act, type Log, openLog } from '../../electron/vault/audit/append.ts'
import { checkpointBody, signedNote } from '../../electron/vault/audit/checkpoint.ts'
import { consistencyPath, inclusionPath, nodesOf, rootAt } from '../../electron/vault/audit/proofs.ts'
import { keyObjectOf, publicKeyOf, signByKept } from '../../electron/vault/storage/key-wrap.ts'
import { type Database, openDatabase } from '../../electron/vault/storage/database.ts'
import { defaultSettings } from '../../electron/vault/calendar/settings.ts'
import { type Opened, runWork } from '../../electron/vault/door/opened.ts'
import { openTickets } from '../../electron/vault/door/tickets.ts'
import type { Query } from '../../electron/vault/door/unit.ts'
import { signerOfSession } from '../../electron/vault/people/slots.ts'
import { emptyFolder } from './archive.ts'
import { atMost, type Figure, median, p95, reported, timed, under } from './figure.ts'
import { randomFrom } from './papers.ts'

const BATCH = 1_000
const START = Date.UTC(2026, 0, 5)

const digest = () => randomBytes(32).toString('base64url')
/** An act that changed three rows. */
export const actOf = (n: number): Act => ({
  actor: '李保',
  role: 'officer',
  call: 'circulation.handOut',
  object: `传阅〔2026〕${n} 密收〔2026〕${n}`,
  outcome: 'done',
  detail: {},
  changes: [
    ['leg', n, digest(), digest()],
    ['signature', 2 * n, null, digest()],
    ['copy', n, digest(), digest()],
  ],
})

const at = (n: number) => new Date(START + n * 1000)

const fill = ({ database, log }: Grown, size: number) => {
  while (log.head().size < size) {
    const from = log.head().size
    database.begin()
    for (let n = from; n < Math.min(size, from + BATCH); n += 1) log.write(actOf(n), at(n))
    database.commit()
    log.keep()
  }
}

/** `opened`: as somebody signed in has it, with their signing key. */
export type Grown = { database: Database; log: Log; opened: Opened; query: Query }

/** The vault's log on a new encrypted file. */
export const newLog = (): Grown => {
  const dataKey = randomBytes(32)
  const database = openDatabase(join(emptyFolder(), 'vault.db'), dataKey, 'bench', true)
  const log = openLog(database, 'bench')
  const person = { id: 1, name: '李保', department: '-' }
  const seed = randomBytes(32)
  const me = signerOfSession(person, 1, seed)
  const who = { identity: '1', department: '-', post: null, roles: '["officer"]', account: 'active', password_set_at: null, last_sign_in: null }
  database.insert('office', { id: 1, vault: 'bench', unit: '-', level: 'secret', settings: '{}' })
  database.insert('person', { id: 1, name: person.name, ...who })
  database.insert('person_key', { id: 1, person: 1, public_key: publicKeyOf(seed), since: '-', retired: null })
  const session = { roles: ['officer' as const], me, passwordSetAt: at(0), mustChangePassword: false, lastActive: 0, release: () => undefined }
  const opened: Opened = { vault: 'bench', dataKey, membership: dataKey, database, log, heads: null, tickets: openTickets(), person, ...session }
  const settings = { ...defaultSettings, unit: '-', level: 'secret' as const }
  const query: Query = {
    read: database.read,
    now: at(0),
    wall: '2026-01-05T09:00',
    asking: { person, roles: ['officer'], role: 'officer' },
    settings,
  }
  return { database, log, opened, query }
}

/** Milliseconds of one durable act and the checkpoint that it makes over its own entry: its row, its signature, its entry. */
const closed = ({ opened, query }: Grown): Promise<number> => timed(() => runWork(opened, query, 'today.closeDay', (work) => work.checkpoint('day')))

/** Milliseconds of one durable append, with its tiles where it completes some. */
export const appended = ({ database, log }: Grown): Promise<number> => {
  const size = log.head().size
  const act = actOf(size)
  return timed(() => {
    database.begin()
    log.write(act, at(size))
    database.commit()
    log.keep()
  })
}

/** Turn and turn about, so that both meet the same machine: an entry of the long record, one of the short. */
const beside = async (long: Grown, short: Grown, samples: number, one = appended): Promise<{ long: number; short: number }> => {
  const times = { long: [] as number[], short: [] as number[] }
  for (let n = 0; n < samples; n += 1) {
    times.long.push(await one(long))
    times.short.push(await one(short))
  }
  return { long: median(times.long), short: median(times.short) }
}

const inWords = (size: number) => size.toLocaleString('en')

/** The signed note over the head as the log keeps it, from the call to the text. */
const checkpoints = async (log: Log, samples: number): Promise<number[]> => {
  const seed = randomBytes(32)
  const key = keyObjectOf(seed)
  const signer = {
    person: { id: 3, name: '冯审', department: '-' },
    sign: (bytes: Uint8Array) => signByKept(key, bytes),
    keyId: 1,
    erase: () => undefined,
  }
  const publicKey = Buffer.from(publicKeyOf(seed), 'base64')
  const times: number[] = []
  for (let n = 0; n < samples; n += 1)
    times.push(await timed(() => signedNote(checkpointBody('bench', log.head(), at(n).toISOString(), 'taken'), 'bench', signer, publicKey)))
  return times
}

const proofs = async (database: Database, size: number, samples: number) => {
  const nodes = nodesOf(database.read)
  const random = randomFrom(11)
  const one = () => Math.floor(random() * size)
  const times = { inclusion: [] as number[], growth: [] as number[], root: [] as number[] }
  for (let n = 0; n < samples; n += 1) {
    const [seq, older] = [one(), one() + 1]
    times.inclusion.push(await timed(() => inclusionPath(nodes, seq, size)))
    times.growth.push(await timed(() => consistencyPath(nodes, older, size)))
    times.root.push(await timed(() => rootAt(nodes, size - 1)))
  }
  return times
}

/** `sizes`: where it is measured, in rising order; the last is the size of the checkpoint and the proofs. */
export const evidence = async (sizes: readonly number[], samples: number): Promise<Figure[]> => {
  const [short, long] = [newLog(), newLog()]
  const shortest = sizes[0] as number
  fill(short, shortest)
  const curve: Figure[] = []
  for (const size of sizes) {
    fill(long, size)
    const append = await beside(long, short, samples)
    curve.push(
      atMost(1.5, {
        name: `an entry appended durably, at ${inWords(size)} entries`,
        value: append.long,
        unit: 'ms',
        peer: `the same in a record that began at ${inWords(shortest)}`,
        peerValue: append.short,
      }),
    )
  }
  const size = long.log.head().size
  const closing = await beside(long, short, samples, closed)
  const checkpoint = await checkpoints(long.log, samples)
  const { inclusion, growth, root } = await proofs(long.database, size, samples)
  for (const { database } of [short, long]) database.close()
  return [
    ...curve,
    atMost(1.5, {
      name: `an act and the checkpoint it makes, durably, at ${inWords(size)} entries`,
      value: closing.long,
      unit: 'ms',
      peer: `the same in a record that began at ${inWords(shortest)}`,
      peerValue: closing.short,
    }),
    under(`a checkpoint of ${inWords(size)} entries from the warm tree, p95`, p95(checkpoint), 'ms', 5),
    under(`an inclusion proof among ${inWords(size)} entries, median`, median(inclusion), 'ms', 2),
    reported(`an inclusion proof among ${inWords(size)} entries, p95`, p95(inclusion), 'ms'),
    reported(`a consistency proof up to ${inWords(size)} entries, median`, median(growth), 'ms'),
    reported(`the root at an earlier size among ${inWords(size)} entries, as sign-in asks for it, median`, median(root), 'ms'),
  ]
}
