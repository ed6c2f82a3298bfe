import { randomBytes, randomUUID } from 'node:crypto'
import type { Refusal } from '../../../contract/refusal.ts'
import type { Role } from '../../../contract/terms.ts'
import { refusePutBack } from '../audit/acknowledging.ts'
import { openLog } from '../audit/append.ts'
import { openHeads } from '../audit/heads.ts'
import type { Clock } from '../door/clock.ts'
import { closeOpened, holdFolder, type Opened, queryOf, quietly, runWork, settingsOf } from '../door/opened.ts'
import { Refused, refuse } from '../door/refuse.ts'
import { openTickets } from '../door/tickets.ts'
import type { Person, Signer } from '../door/unit.ts'
import { type Database, databasePath, openDatabase } from '../storage/database.ts'
import { type KeyFile, readKeyFile, refuseIfForged, type Slot } from '../storage/key-file.ts'
import { stretch } from '../storage/key-wrap.ts'
import { settleRenewal } from '../storage/rewriting.ts'
import { takeBack } from '../storage/taking-back.ts'
import { readVault, refuseSharedVault } from '../storage/vault-files.ts'
import { type Gate, WRONG_PASSWORDS } from './gate.ts'
import { settleKeyFile } from './keyring.ts'
import { expiryOf } from './password-policy.ts'
import { keyFileOf } from './renewal.ts'
import { eraseKeys, type OpenedSlot, openSlot, signerOfSession } from './slots.ts'

/** This run of the program, as the record names it. */
export const boot = randomUUID()

const lockedOut = (name: string): never =>
  refuse('session.accountLocked', `${name}的账户因连续${WRONG_PASSWORDS}次口令错误已锁定，请由安全保密管理员解除锁定。`, {
    clause: '锁定',
    field: 'name',
  })

/**
 * Checks a name and a password against the key file. Refused alike for an unknown name and a wrong password;
 * five wrong ones in a row lock the account, also across restarts. `wrong` says what is wrong where the name was not typed.
 */
export const checkPassword = async (
  file: KeyFile,
  gate: Gate,
  name: string,
  password: string,
  wrong = '姓名或口令不正确',
): Promise<{ slot: Slot; opened: OpenedSlot }> => {
  const slot = file.slots.find((each) => each.name === name)
  if (!slot) {
    // As slow as a known name, so that names cannot be tried out.
    await stretch(password, randomBytes(16), file.kdf)
    return refuse('session.wrongPassword', '姓名或口令不正确。', { clause: '锁定', field: 'password' })
  }
  if (gate.failures(slot.person) >= WRONG_PASSWORDS) return lockedOut(name)
  const opened = await openSlot(file, slot, password)
  if (!opened) {
    const failures = gate.fail(slot.person)
    if (failures >= WRONG_PASSWORDS) return lockedOut(name)
    return refuse('session.wrongPassword', `${wrong}，再错${WRONG_PASSWORDS - failures}次将锁定账户。`, { clause: '锁定', field: 'password' })
  }
  return { slot, opened }
}

type PersonRow = Person & { roles: string; account: string; password_set_at: string | null }

/** The person of a slot, with the signing key the record knows them by. */
const whoIs = (database: Database, slot: Slot, opened: OpenedSlot) => {
  const row = database.read.get<PersonRow>('SELECT id, name, department, roles, account, password_set_at FROM person WHERE id = ?', slot.person)
  if (!row || row.account === 'disabled' || row.account === 'none')
    return refuse('session.accountDisabled', '账户已停用或尚未开通，请与系统管理员联系。', { field: 'name' })
  const person: Person = { id: row.id, name: row.name, department: row.department }
  const key =
    slot.publicKey &&
    database.read.get<{ id: number }>('SELECT id FROM person_key WHERE public_key = ? AND person = ? AND retired IS NULL', slot.publicKey, row.id)
  const me: Signer | null = key && opened.signing ? signerOfSession(person, key.id, opened.signing.seed) : null
  return { row, person, me }
}

/** Who is signed in, once the database stands open under the keys of their slot. */
const enter = (database: Database, file: KeyFile, slot: Slot, keys: OpenedSlot, now: Date): Omit<Opened, 'release' | 'heads'> => {
  const { row, person, me } = whoIs(database, slot, keys)
  const passwordSetAt = new Date(row.password_set_at ?? 0)
  const aged = now > expiryOf(settingsOf(database).level, passwordSetAt)
  return {
    vault: file.vault,
    dataKey: keys.dataKey,
    membership: keys.membership,
    database,
    log: openLog(database, boot),
    tickets: openTickets(),
    person,
    roles: JSON.parse(row.roles) as Role[],
    me,
    passwordSetAt,
    mustChangePassword: row.account === 'initial' || me === null || aged,
    lastActive: now.getTime(),
  }
}

/** Opens the vault with one person's password. The folder is held first: two programs never try passwords side by side. */
export const openVault = async (dir: string, gate: Gate, clock: Clock, name: string, password: string): Promise<Opened> => {
  if (!readVault(dir)) return refuse('vault.absent', '这里还没有建库，请先完成初次设置。')
  refuseSharedVault(dir)
  const release = holdFolder(dir)
  let keys: OpenedSlot | undefined
  let database: Database | undefined
  try {
    settleRenewal(dir)
    const file = keyFileOf(dir)
    const checked = await checkPassword(file, gate, name, password)
    keys = checked.opened
    refuseIfForged(file, keys.dataKey)
    database = openDatabase(databasePath(dir), keys.dataKey, file.vault)
    const office = database.read.get<{ vault: string }>('SELECT vault FROM office WHERE id = 1')
    if (office?.vault !== file.vault) refuse('vault.damaged', '数据库与密钥文件不是一套，请由系统管理员核对后用备份恢复。')
    const heads = openHeads(dir, database.read, file.vault)
    refusePutBack(heads, database.read, checked.slot.person)
    // By data that were put back no slot is removed.
    if (!heads.putBack()) settleKeyFile(dir, file, database.read, keys.dataKey)
    return { ...enter(database, file, checked.slot, keys, clock.now()), heads, release }
  } catch (error) {
    if (keys) eraseKeys(keys)
    quietly(() => database?.close())
    if (database) takeBack()
    release()
    throw error
  } finally {
    keys?.signing?.seed.fill(0)
  }
}

/** Hands the refusals of the closed time to the log, all or none; those that it has already, since the gate could not be told so, are passed over. */
const takeKnocks = ({ database, log }: Opened, gate: Gate, now: Date) => {
  const { knocks, dropped } = gate.waiting()
  const last = database.read.all<{ detail: string }>('SELECT detail FROM audit_entry ORDER BY seq DESC LIMIT ?', knocks.length + 1)
  const known = new Set(last.map(({ detail }) => (JSON.parse(detail) as { knock?: string }).knock))
  const fresh = knocks.filter(({ id }) => !known.has(id))
  const entry = (actor: string, call: string, detail: Record<string, string | number>) =>
    log.write({ actor, role: '-', call, object: '', outcome: 'refused', detail, changes: [] }, now)
  database.begin()
  try {
    for (const { id, actor, call, code, at } of fresh) entry(actor, call, { code, at, knock: id })
    if (dropped > 0 && fresh.length > 0) entry('-', 'session.signIn', { code: 'session.locked', more: dropped })
    database.commit()
  } catch (error) {
    log.forget()
    database.rollback()
    throw error
  }
  log.keep()
  gate.handed()
}

/** After a sign-in: hands the refusals of the closed time to the log and records the sign-in itself. */
export const recordSignIn = (opened: Opened, gate: Gate, clock: Clock): void => {
  try {
    const query = queryOf(opened, clock, opened.roles[0] ?? null)
    takeKnocks(opened, gate, query.now)
    gate.clear(opened.person.id)
    runWork(opened, query, 'session.signIn', (work) => {
      work.change('person', opened.person.id, { last_sign_in: query.now.toISOString() })
      // How many lines 末条登记 has now: fewer than that are missed at the next sign-in.
      if (opened.heads && !opened.heads.putBack()) work.note({ heads: opened.heads.lines() })
    })
  } catch (error) {
    closeOpened(opened)
    throw error
  }
}

/** A typed name, if it is a person's of this unit. Others are not kept: a password may have been typed as a name. */
export const knownName = (dir: string, name: string | null): string | null => {
  try {
    return readKeyFile(dir)?.slots.find((slot) => slot.name === name)?.name ?? null
  } catch (unreadable) {
    if (!(unreadable instanceof Refused)) throw unreadable
    return null
  }
}

/** Remembers a refusal of the closed time. */
export const rememberKnock = (dir: string, gate: Gate, at: Date, call: string, name: string | null, refused: Refusal): void =>
  gate.knock({ at: at.toISOString(), actor: knownName(dir, name) ?? '-', call, code: refused.code })
