import { randomBytes } from 'node:crypto'
import type { Output } from '../../../contract/index.ts'
import type { Role } from '../../../contract/terms.ts'
import { openLog } from '../audit/append.ts'
import type { Clock } from '../door/clock.ts'
import { type Opened, queryOf, quietly, runWork } from '../door/opened.ts'
import type { Read, Work } from '../door/unit.ts'
import { noTraces } from '../door/work.ts'
import { type Database, databasePath, openDatabase } from '../storage/database.ts'
import { type KeyFile, type OpenKeyFile, writeKeyFileAt } from '../storage/key-file.ts'
import { removeRenewed, renewedKeysPath, renewedPath, saltOf, switchToRenewed, writeAnew } from '../storage/rewriting.ts'
import { type Lock, sealAnew, type VaultKeys } from '../storage/sealing.ts'
import { RECOVERY } from './recovery.ts'
import { sealedKeyFileOf } from './renewal.ts'
import { boot } from './sign-in.ts'

/** Every table with the number of its rows, and the head of the record. */
const countsOf = (read: Read): string => {
  const tables = read.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  )
  const rows = tables.map(({ name }) => [name, read.get<{ n: number }>(`SELECT count(*) AS n FROM ${name}`)?.n])
  return JSON.stringify([rows, read.get('SELECT size, lower(hex(head)) AS head FROM audit_head')])
}

/** What was written anew is read from end to end before it may take the place of what it was written from. */
const expectSame = (before: Database, after: Database) => {
  const found = after.read.all<{ integrity_check: string }>('SELECT integrity_check FROM pragma_integrity_check')
  if (found.length !== 1 || found[0]?.integrity_check !== 'ok' || countsOf(before.read) !== countsOf(after.read))
    throw new Error('the database written anew is not the same')
}

/** The key file with another data key sealed to everybody. */
const sealedAnew = (file: KeyFile, keys: VaultKeys, database: string, recovery: Lock): OpenKeyFile => ({
  ...file,
  database,
  recovery,
  slots: file.slots.map((slot) => ({ ...slot, lock: sealAnew(slot.lock, keys, file.vault, String(slot.person)) })),
})

/**
 * What another data key comes with: the act that it is asked for by, what its unit of work adds, the step that a ticket must have
 * been given for, and what the recovery sheets open, under the new key.
 */
export type Renewal = { call: 'keys.renew' | 'keys.newSheets'; act: (work: Work) => void; step: string; recovery: Lock }

/** Writes the database anew with the entry of its renewal, and closes it. The running one is read and nothing else. */
const rewritten = (dir: string, opened: Opened, keys: VaultKeys, clock: Clock, role: Role | null, persons: number, { call, act, step }: Renewal) => {
  writeAnew(opened.database, dir, opened.vault, opened.dataKey, keys.dataKey)
  const database = openDatabase(renewedPath(dir), keys.dataKey, opened.vault)
  try {
    expectSame(opened.database, database)
    // What is kept of the head beside the database waits for the switch: until then this record is not the one
    const renewed: Opened = { ...opened, ...keys, database, log: openLog(database, boot), heads: null }
    const query = queryOf(renewed, clock, role)
    const add = (work: Work) => {
      act(work)
      work.note({ persons })
    }
    runWork(renewed, query, call, add, noTraces(), () => step)
    return { at: query.now.toISOString(), persons, entries: renewed.log.head().size }
  } finally {
    database.close()
  }
}

/** Goes on with the database that stands in place, under its key. */
const reopen = (dir: string, opened: Opened, dataKey: Buffer) => {
  opened.dataKey = dataKey
  opened.database = openDatabase(databasePath(dir), dataKey, opened.vault)
  opened.log = openLog(opened.database, boot)
}

/**
 * Puts the vault under another data key: sealed to everybody's lock and nobody asked for a password; the database written anew
 * under it, with the entry that says so. Until the switch the old one is as it was. The old file is removed, not written over: what
 * the disk keeps of it is the disk's matter.
 */
export const putUnderAnotherKey = (
  dir: string,
  opened: Opened,
  clock: Clock,
  role: Role | null,
  renewalOf: (file: KeyFile, keys: VaultKeys) => Renewal,
): Output<'keys.renew'> => {
  const file = sealedKeyFileOf(dir, opened)
  const keys: VaultKeys = { dataKey: randomBytes(32), membership: opened.membership }
  let done: Output<'keys.renew'>
  try {
    const renewal = renewalOf(file, keys)
    done = rewritten(dir, opened, keys, clock, role, file.slots.length, renewal)
    writeKeyFileAt(renewedKeysPath(dir), sealedAnew(file, keys, saltOf(renewedPath(dir)) ?? '', renewal.recovery), keys.dataKey)
  } catch (error) {
    keys.dataKey.fill(0)
    quietly(() => removeRenewed(dir))
    throw error
  }
  const old = opened.dataKey
  opened.database.close()
  try {
    switchToRenewed(dir)
  } finally {
    const switched = saltOf(databasePath(dir)) !== file.database
    reopen(dir, opened, switched ? keys.dataKey : old)
    if (!switched) quietly(() => removeRenewed(dir))
    const gone = switched ? old : keys.dataKey
    gone.fill(0)
  }
  opened.heads?.write('密钥变更', opened.log.head(), new Date(done.at))
  return done
}

/** 更换数据密钥: what was sealed is sealed anew, to the recovery sheets too. */
export const renewDataKey = (dir: string, opened: Opened, clock: Clock, role: Role | null): Output<'keys.renew'> =>
  putUnderAnotherKey(dir, opened, clock, role, (file, keys) => ({
    call: 'keys.renew',
    act: () => undefined,
    step: '',
    recovery: sealAnew(file.recovery, keys, file.vault, RECOVERY),
  }))
