/**
 * The office of a long archive: every act is the desk's own, through its own unit of work, with its rules, signatures and audit entry. Only the
 * door's wait for the disk after each act is spared: thousands of acts are one transaction.
 */
import { contract, type Input, type Output, type Parsed, type ProcedureName } from '../../contract/index.ts'
import type { Role } from '../../contract/terms.ts'
import { openLog } from '../../electron/vault/audit/append.ts'
import { circulationDesk } from '../../electron/vault/circulation/procedures.ts'
import { disclosureDesk } from '../../electron/vault/disclosure/procedures.ts'
import { documentsDesk } from '../../electron/vault/documents/procedures.ts'
import { settableClock } from '../../electron/vault/door/clock.ts'
import { type Opened, queryOf, runWork, settingsOf } from '../../electron/vault/door/opened.ts'
import { openTickets } from '../../electron/vault/door/tickets.ts'
import type { Person, Query, Signer, Work } from '../../electron/vault/door/unit.ts'
import { lendingDesk } from '../../electron/vault/lending/procedures.ts'
import { openSlot, signerOfSession } from '../../electron/vault/people/slots.ts'
import { publicationDesk } from '../../electron/vault/publication/procedures.ts'
import { reproductionDesk } from '../../electron/vault/reproduction/procedures.ts'
import { reviewDesk } from '../../electron/vault/review/procedures.ts'
import { type Database, databasePath, openDatabase } from '../../electron/vault/storage/database.ts'
import { readVault } from '../../electron/vault/storage/vault-files.ts'

const desks = { ...documentsDesk, ...circulationDesk, ...reproductionDesk, ...lendingDesk, ...reviewDesk, ...publicationDesk, ...disclosureDesk }
type Paced = keyof typeof desks & ProcedureName

/** Acts in one transaction. */
const AT_ONCE = 2_000
/** KiB of decrypted pages that the writer keeps: this is a factory, not an office's computer. */
const CACHE_KIB = 1_000_000

type Colleague = { person: Person; roles: Role[]; signer: Signer }

/** The keys of everybody who has a password here, and the vault's own. */
const keysOf = async (dir: string, passwords: ReadonlyMap<string, string>) => {
  const file = readVault(dir) ?? raise('there is no vault here')
  const seeds = new Map<number, Buffer>()
  let own: { dataKey: Buffer; membership: Buffer } | null = null
  for (const slot of file.slots) {
    const password = passwords.get(slot.name)
    const keys = password === undefined ? null : await openSlot(file, slot, password)
    if (!keys) continue
    own ??= keys
    if (keys.signing) seeds.set(slot.person, keys.signing.seed)
  }
  if (!own) throw new Error('nobody’s password opens the vault')
  return { vault: file.vault, seeds, ...own }
}

const colleaguesIn = ({ read }: Database, seeds: ReadonlyMap<number, Buffer>): Map<string, Colleague> => {
  const colleagues = new Map<string, Colleague>()
  for (const [id, seed] of seeds) {
    const row = read.get<Person & { roles: string }>('SELECT id, name, department, roles FROM person WHERE id = ?', id)
    const { roles, ...person } = row ?? raise('nobody bears this key')
    const key = read.get<{ id: number }>('SELECT id FROM person_key WHERE person = ? ORDER BY id DESC LIMIT 1', id) as { id: number }
    colleagues.set(person.name, { person, roles: JSON.parse(roles), signer: signerOfSession(person, key.id, seed) })
  }
  return colleagues
}

/** Transactions that span many acts: what an act begins and ends is only counted. */
const spanning = (database: Database) => {
  let acts = 0
  const turnOver = () => {
    database.commit()
    database.begin()
    acts = 0
  }
  return {
    inside: {
      ...database,
      begin: () => undefined,
      commit: () => {
        acts += 1
        if (acts === AT_ONCE) turnOver()
      },
    } satisfies Database,
    begin: () => database.begin(),
    end: () => {
      database.commit()
      database.close()
    },
  }
}

/** Opens the folder of a vault that nobody has open, with the passwords of those who act in it, and 李保 or another at the desk. */
export const openPacedOffice = async (dir: string, at: string, passwords: ReadonlyMap<string, string>, name: string) => {
  const { vault, seeds, dataKey, membership } = await keysOf(dir, passwords)
  const database = openDatabase(databasePath(dir), dataKey, vault)
  for (const setting of ['synchronous = OFF', `cache_size = -${CACHE_KIB}`, 'wal_autocheckpoint = 100000']) database.run(`PRAGMA ${setting}`)
  const { inside, begin, end } = spanning(database)
  const colleagues = colleaguesIn(database, seeds)
  const colleague = (who: string) => colleagues.get(who) ?? raise(`${who} has no key`)
  const clock = settableClock(at)
  let inPlace: Signer | null = null
  const tickets = { ...openTickets(), signer: () => inPlace ?? raise('nobody signs in place'), spend: () => undefined }
  const { person, roles, signer } = colleague(name)
  const opened: Opened = {
    ...{ vault, dataKey, membership, database: inside, log: openLog(inside, 'paced'), heads: null, tickets, person, roles, me: signer },
    ...{ passwordSetAt: clock.now(), mustChangePassword: false, lastActive: 0, release: () => undefined },
  }
  const settings = settingsOf(database)
  begin()

  const asked = (call: Paced): Query => {
    const { by } = contract[call]
    const role =
      by === 'anyone' ? null : (opened.roles.find((held) => (by as readonly Role[]).includes(held)) ?? raise(`${opened.person.name}: ${call}`))
    return { ...queryOf(opened, clock, role), settings }
  }
  const act = <N extends Paced>(call: N, input: Input<N>): Output<N> => {
    const parsed = contract[call].input.parse(input) as Parsed<N>
    const implementation = desks[call] as unknown as ((work: Query | Work, input: Parsed<N>) => Output<N>) | undefined
    if (typeof implementation !== 'function') return raise(`${call} is not done in one step`)
    if (contract[call].kind === 'query') return implementation(asked(call), parsed)
    return runWork(opened, asked(call), call, (work) => implementation(work, parsed))
  }
  return {
    clock,
    /** An act of whoever is at the desk. */
    act,
    ok: async <N extends ProcedureName>(call: N, input: Input<N>): Promise<Output<N>> => act(call as Paced, input as never) as Output<N>,
    /** An act that this person signs in place. */
    signed: <N extends Paced>(who: string, call: N, input: Omit<Input<N>, 'ticket'>): Output<N> => {
      inPlace = colleague(who).signer
      return act(call, { ...input, ticket: 'x'.repeat(22) } as Input<N>)
    },
    /** Another takes the desk. */
    as: (who: string) => {
      const { person, roles, signer } = colleague(who)
      Object.assign(opened, { person, roles, me: signer })
    },
    entries: () => opened.log.head().size,
    /** Folds everything into the file and lets go of it. */
    close: end,
  }
}
export type PacedOffice = Awaited<ReturnType<typeof openPacedOffice>>

const raise = (what: string): never => {
  throw new Error(what)
}
