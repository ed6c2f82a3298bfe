import { randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { calendarYear } from '../../../contract/office.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import { type Role, THREE_OFFICERS } from '../../../contract/terms.ts'
import { openLog } from '../audit/append.ts'
import { defaultSettings } from '../calendar/settings.ts'
import { type Clock, wallClock } from '../door/clock.ts'
import { holdFolder, type Opened, runWork } from '../door/opened.ts'
import { refuse } from '../door/refuse.ts'
import { openTickets } from '../door/tickets.ts'
import type { Person, Work } from '../door/unit.ts'
import { openDatabase, databasePath } from '../storage/database.ts'
import { nextOf } from '../storage/files.ts'
import { keyFilePath, type OpenKeyFile, type Slot, writeKeyFile } from '../storage/key-file.ts'
import { finishSetUp, isHere, unfinishedPath } from '../storage/vault-files.ts'
import { type ArgonCost, calibrate } from '../storage/key-wrap.ts'
import { filesOf, saltOf } from '../storage/rewriting.ts'
import { eraseVaultKeys, newVaultKeys, type VaultKeys } from '../storage/sealing.ts'
import { nameSeen } from './names.ts'
import { refuseWeakPassword } from './password-policy.ts'
import { firstPassword } from './password-history.ts'
import { newRecovery } from './recovery.ts'
import { closeSlot, newSigningKey, type SigningKey } from './slots.ts'

/** Calendar years that ship with the program. */
export const shippedYears = (calendars: string): number[] =>
  existsSync(calendars)
    ? readdirSync(calendars)
        .flatMap((name) => (/^\d{4}\.json$/.test(name) ? [Number(name.slice(0, 4))] : []))
        .sort()
    : []

/** One shipped calendar year; refused when it does not ship. */
export const shippedYear = (calendars: string, year: number) => {
  if (!shippedYears(calendars).includes(year))
    return refuse('input.unknownRecord', `本程序没有附带${year}年的工作日历，请建库后由安全保密管理员录入。`, {
      clause: '日历',
      field: 'calendarYears',
    })
  return calendarYear.parse(JSON.parse(readFileSync(join(calendars, `${year}.json`), 'utf8')))
}

type Officer = { id: number; name: string; identity: string; role: Role; signing: SigningKey; slot: Slot }

const refuseBadOfficers = ({ officers, level }: Parsed<'setup.create'>) => {
  const names = THREE_OFFICERS.map((role) => nameSeen(officers[role].name))
  if (new Set(names).size < names.length)
    refuse('rule.forbids', '三员应使用三个不同的账户，安全审计员不得由另外两员兼任。', { clause: '三员', field: 'officers' })
  const { systemAdmin, securityAdmin, auditor } = officers
  if (auditor.identity === systemAdmin.identity || auditor.identity === securityAdmin.identity)
    refuse('rule.forbids', '安全审计员的人员编号与另外两员的相同。安全审计员不得由系统管理员或安全保密管理员兼任。', {
      clause: '三员',
      field: 'officers.auditor.identity',
    })
  for (const role of THREE_OFFICERS) refuseWeakPassword(level, officers[role].password, officers[role].name, `officers.${role}.password`)
}

const makeOfficers = async (file: Pick<OpenKeyFile, 'vault' | 'kdf'>, input: Parsed<'setup.create'>, keys: VaultKeys): Promise<Officer[]> => {
  const made: Officer[] = []
  for (const [index, role] of THREE_OFFICERS.entries()) {
    const { name, identity, password } = input.officers[role]
    const signing = newSigningKey()
    const person = { id: index + 1, name, identity }
    const earlier = firstPassword(file.vault, person.id, signing, password)
    made.push({ ...person, role, signing, slot: await closeSlot(file, person, password, keys, signing, earlier) })
  }
  return made
}

const firstRows = (work: Work, file: OpenKeyFile, input: Parsed<'setup.create'>, officers: readonly Officer[], calendars: string) => {
  const at = work.now.toISOString()
  work.insert('office', { id: 1, vault: file.vault, unit: input.unit, level: input.level, settings: JSON.stringify(defaultSettings) })
  for (const year of new Set(input.calendarYears)) {
    const { source, off, working } = shippedYear(calendars, year)
    work.insert('calendar_year', { id: year, source, off_days: JSON.stringify(off), working_days: JSON.stringify(working) })
  }
  for (const { id, name, identity, role, signing } of officers) {
    const roles = JSON.stringify([role])
    work.insert('person', { id, name, identity, department: '保密工作机构', post: null, roles, account: 'active', password_set_at: at })
    work.insert('person_key', { person: id, public_key: signing.publicKey, since: at, retired: null })
  }
  work.insert('recovery_set', { public_key: file.recovery.publicKey, by_person: 1, made_at: at })
  work.about(input.unit)
}

const OURS = ['keys.json', ...filesOf('vault.db'), ...filesOf('setting-up.db'), 'gate.json', 'in-use.lock']

/** A new vault goes into an empty folder only, which becomes its owner's alone. What an interrupted set-up left there is ours. */
const prepareFolder = (dir: string) => {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  if (readdirSync(dir).some((name) => !OURS.includes(name.replace(/\.new$/, ''))))
    refuse('vault.unsafe', '这个文件夹里有别的文件，请选择一个空文件夹建库。')
  if (process.platform !== 'win32') chmodSync(dir, 0o700)
}

const removeUnfinished = (dir: string) => {
  for (const file of [...filesOf(unfinishedPath(dir)), nextOf(keyFilePath(dir))]) rmSync(file, { force: true })
}

/** The database of a new vault, with its first rows and their entry, closed again. */
const makeDatabase = (path: string, file: OpenKeyFile, keys: VaultKeys, now: Date, input: Parsed<'setup.create'>, fill: (work: Work) => void) => {
  const { vault } = file
  const database = openDatabase(path, keys.dataKey, vault, true)
  const person: Person = { id: 1, name: '-', department: '-' }
  const opened: Opened = {
    vault,
    ...keys,
    database,
    log: openLog(database, randomUUID()),
    heads: null,
    tickets: openTickets(),
    person,
    roles: [],
    me: null,
    passwordSetAt: now,
    mustChangePassword: false,
    lastActive: 0,
    release: () => undefined,
  }
  const settings = { ...defaultSettings, unit: input.unit, level: input.level }
  const query = { read: database.read, now, wall: wallClock(now), asking: { person, roles: [], role: null }, settings }
  try {
    runWork(opened, query, 'setup.create', fill)
  } finally {
    database.close()
  }
}

/** What is told of a new vault; `sheets`: what stands on the recovery sheets, one after the other. */
type Made = Omit<Output<'setup.create'>, 'sheets'> & { sheets: string[] }

/**
 * Makes the vault beside its final place and moves it there last, so that an interrupted set-up leaves nothing half done:
 * the database, then the key file, then the database into its place.
 */
export const createVault = async (
  dir: string,
  clock: Clock,
  calendars: string,
  argon: ArgonCost | undefined,
  input: Parsed<'setup.create'>,
): Promise<Made> => {
  if (isHere(dir)) refuse('vault.exists', '这里已经建库，不能再次建库。请直接登录。')
  refuseBadOfficers(input)
  for (const year of input.calendarYears) shippedYear(calendars, year)
  prepareFolder(dir)
  const release = holdFolder(dir)
  const keys = newVaultKeys()
  const officers: Officer[] = []
  try {
    removeUnfinished(dir)
    const { unit, level } = input
    const kdf = { algorithm: 'argon2id', ...(argon ?? (await calibrate())) } as const
    const vault = randomUUID()
    const recovery = newRecovery(keys, vault)
    const file: OpenKeyFile = { format: 'mijuan-keys/2', vault, unit, level, database: '', kdf, slots: [], recovery: recovery.lock }
    officers.push(...(await makeOfficers(file, input, keys)))
    makeDatabase(unfinishedPath(dir), file, keys, clock.now(), input, (work) => firstRows(work, file, input, officers, calendars))
    writeKeyFile(dir, { ...file, database: saltOf(unfinishedPath(dir)) ?? '', slots: officers.map(({ slot }) => slot) }, keys.dataKey)
    finishSetUp(dir)
    return { vault, officers: officers.map(({ id, name }) => ({ id, name })), sheets: recovery.sheets }
  } catch (error) {
    if (!existsSync(databasePath(dir))) rmSync(keyFilePath(dir), { force: true })
    removeUnfinished(dir)
    throw error
  } finally {
    eraseVaultKeys(keys)
    for (const { signing } of officers) signing.seed.fill(0)
    release()
  }
}
