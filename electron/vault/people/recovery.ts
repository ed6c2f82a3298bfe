import type { Output, Parsed } from '../../../contract/index.ts'
import type { Role } from '../../../contract/terms.ts'
import { refusePutBack } from '../audit/acknowledging.ts'
import { openLog } from '../audit/append.ts'
import { openHeads } from '../audit/heads.ts'
import type { Clock } from '../door/clock.ts'
import { closeOpened, holdFolder, type Opened, queryOf, quietly, runWork, settingsOf } from '../door/opened.ts'
import { refuse } from '../door/refuse.ts'
import { openTickets } from '../door/tickets.ts'
import { type Database, databasePath, openDatabase } from '../storage/database.ts'
import { type KeyFile, refuseIfForged } from '../storage/key-file.ts'
import { eraseSheet, newSecret, readSheet, secretOf, type Sheet, sheetsOf, tagOf } from '../storage/recovery-sheets.ts'
import { settleRenewal } from '../storage/rewriting.ts'
import { closeLock, eraseVaultKeys, type Lock, openLock, type VaultKeys } from '../storage/sealing.ts'
import { takeBack } from '../storage/taking-back.ts'
import { readVault, refuseSharedVault } from '../storage/vault-files.ts'
import type { Gate } from './gate.ts'
import { refuseWeakPassword } from './password-policy.ts'
import { markOpened } from './recovery-sets.ts'
import { keyFileOf, retireKeys, storeKeyFile } from './renewal.ts'
import { boot } from './sign-in.ts'
import { closeSlot } from './slots.ts'

/** The place of the recovery lock in the key file, where a person's has their number. */
export const RECOVERY = 'recovery'

/** The lock that two of three sheets open, and what is printed on the three. */
export const newRecovery = (keys: VaultKeys, vault: string): { lock: Lock; sheets: string[] } => {
  const { secret, parts } = newSecret()
  try {
    const lock = closeLock(keys, secret, vault, RECOVERY)
    return { lock, sheets: sheetsOf(parts, tagOf(vault, lock.publicKey)) }
  } finally {
    for (const bytes of [secret, ...parts]) bytes.fill(0)
  }
}

const FIELDS = ['first', 'second'] as const
const inWords = { first: '前一份', second: '后一份' }

/** The two sheets as typed. Refused when one is mistyped, of another vault or an older set, or when both are the same. */
const sheetsIn = (file: KeyFile, input: Parsed<'setup.recover'>): [Sheet, Sheet] => {
  const tag = tagOf(file.vault, file.recovery.publicKey)
  const [one, other] = FIELDS.map((field) => {
    const sheet = readSheet(input[field]) ?? refuse('input.format', `${inWords[field]}抄录有误，请对照恢复单逐组核对。`, { field })
    if (!sheet.tag.equals(tag)) refuse('rule.forbids', `${inWords[field]}不是本登记库现用的密钥恢复单。`, { clause: '口令', field })
    return sheet
  }) as [Sheet, Sheet]
  if (one.number === other.number) refuse('rule.forbids', '两处填的是同一份恢复单，须用不同的两份。', { clause: '口令', field: 'second' })
  return [one, other]
}

/** The keys of the vault by two sheets. */
const keysBy = (file: KeyFile, sheets: [Sheet, Sheet]): VaultKeys => {
  const secret = secretOf(...sheets)
  try {
    const keys = openLock(file.recovery, secret, file.vault, RECOVERY)
    return keys ?? refuse('vault.damaged', '密钥文件中的恢复项已损坏或被调换。请停止使用，由系统管理员从备份恢复密钥文件。')
  } finally {
    secret.fill(0)
  }
}

type PersonRow = { id: number; name: string; department: string; roles: string; account: string }
const HELPED: readonly Role[] = ['systemAdmin', 'securityAdmin']

/** Whom the sheets help: an officer with an account, who can then help everybody else (三员). */
const personToHelp = (database: Database, name: string) => {
  const row = database.read.get<PersonRow>('SELECT id, name, department, roles, account FROM person WHERE name = ?', name)
  const roles = row ? (JSON.parse(row.roles) as Role[]) : []
  if (!row || (row.account !== 'initial' && row.account !== 'active') || !HELPED.some((role) => roles.includes(role)))
    return refuse('rule.forbids', '恢复单只为有账户的系统管理员、安全保密管理员恢复。其他人由他们重置口令、解除锁定。', {
      clause: '三员',
      field: 'name',
    })
  return { person: { id: row.id, name: row.name, department: row.department }, roles }
}

/** The vault open under recovered keys, in nobody's hands but for the one act. */
const openedBy = (dir: string, file: KeyFile, keys: VaultKeys, database: Database, name: string, now: Date, release: () => void): Opened => {
  const heads = openHeads(dir, database.read, file.vault)
  const { person, roles } = personToHelp(database, name)
  refusePutBack(heads, database.read, person.id)
  const session = { me: null, passwordSetAt: now, mustChangePassword: true, lastActive: now.getTime() }
  return { vault: file.vault, ...keys, database, log: openLog(database, boot), tickets: openTickets(), heads, person, roles, ...session, release }
}

/** Gives the officer a slot under the new password, which they must change at once, as after a reset. */
const helped = async (dir: string, file: KeyFile, opened: Opened, gate: Gate, clock: Clock, password: string, numbers: string) => {
  const { person } = opened
  refuseWeakPassword(settingsOf(opened.database).level, password, person.name, 'password')
  const slot = await closeSlot(file, person, password, opened, null)
  const slots = [...file.slots.filter((each) => each.person !== person.id), slot]
  runWork(opened, queryOf(opened, clock, opened.roles[0] ?? null), 'setup.recover', (work) => {
    work.about(person.name)
    work.note({ sheets: numbers })
    retireKeys(work, person.id)
    work.change('person', person.id, { account: 'initial', password_set_at: work.now.toISOString() })
    markOpened(work)
    storeKeyFile(work, dir, { ...file, slots }, opened.dataKey)
  })
  gate.clear(person.id)
}

/**
 * 恢复密钥: two of the three sealed sheets in place of a password. Ends with the vault closed again and one officer's password set
 * anew; a lock of theirs is lifted too. What was read stays as it was.
 */
export const recover = async (dir: string, gate: Gate, clock: Clock, input: Parsed<'setup.recover'>): Promise<Output<'setup.recover'>> => {
  if (!readVault(dir)) return refuse('vault.absent', '这里还没有建库，请先完成初次设置。')
  refuseSharedVault(dir)
  const release = holdFolder(dir)
  let keys: VaultKeys | undefined
  let database: Database | undefined
  let sheets: [Sheet, Sheet] | undefined
  try {
    settleRenewal(dir)
    const file = keyFileOf(dir)
    sheets = sheetsIn(file, input)
    keys = keysBy(file, sheets)
    refuseIfForged(file, keys.dataKey)
    database = openDatabase(databasePath(dir), keys.dataKey, file.vault)
    const opened = openedBy(dir, file, keys, database, input.name, clock.now(), () => undefined)
    const numbers = sheets.map(({ number }) => number)
    await helped(dir, file, opened, gate, clock, input.password, numbers.join(' '))
    closeOpened(opened)
    return { name: opened.person.name, sheets: numbers }
  } finally {
    if (keys) eraseVaultKeys(keys)
    sheets?.forEach(eraseSheet)
    quietly(() => database?.close())
    takeBack()
    release()
  }
}
