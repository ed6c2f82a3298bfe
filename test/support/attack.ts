import { spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Occasion } from '../../contract/terms.ts'
import { fieldWriter, sha256 } from '../../tools/verify/canonical.ts'
import { databaseKey, openDataKey, readKeyFile } from '../../tools/verify/keys.ts'
import { growingTree } from '../../tools/verify/tree.ts'
import type { Verdict } from '../../tools/verify/report.ts'
import { checkpointBody, signedNote } from '../../electron/vault/audit/checkpoint.ts'
import { openSlot, signerOf, type SigningKey } from '../../electron/vault/people/slots.ts'
import { openStation } from '../../electron/vault/station.ts'
import { readKeyFile as readVaultKeys } from '../../electron/vault/storage/key-file.ts'
import { argonFloor } from '../../electron/vault/storage/key-wrap.ts'
import { identityOf, type Office, openOffice, passwordOf } from './office.ts'
import { programs } from './programs.ts'
import { scratch } from './scratch.ts'

const auditor = '冯审'

/** Runs the standalone verifier with `--json`, bundled, and gives its exit code with what it printed. The command itself, as an outsider starts it, is run by `audit/proving`, `audit/by-sheets` and `archive/verifying`. */
export const verify = (dir: string, more: { checkpoint?: string; person?: string; password?: string } = {}) => {
  const person = more.person ?? auditor
  const checkpoint = more.checkpoint ? ['--checkpoint', more.checkpoint] : []
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(programs(), 'verify.mjs'), '--data', dir, '--person', person, '--password-stdin', '--json', ...checkpoint],
    { input: `${more.password ?? passwordOf(person)}\n`, encoding: 'utf8', cwd: join(import.meta.dirname, '../..') },
  )
  if (stdout === '') throw new Error(stderr)
  const verdict = JSON.parse(stdout) as Verdict
  return { exit: status, verdict, places: verdict.broken.map(({ where }) => where), first: verdict.broken[0] }
}

const copies: string[] = []
/** Removes what `copyOf` made. */
export const removeCopies = () => {
  for (const folder of copies.splice(0)) rmSync(folder, { recursive: true, force: true })
}

const copyFolder = (under: string) => {
  const folder = mkdtempSync(join(under, 'mijuan-attack-'))
  copies.push(folder)
  return folder
}

/** A second folder with the same files, to be attacked, where the first one lies. */
export const copyOf = (dir: string) => {
  const copy = join(copyFolder(join(dir, '../..')), 'vault')
  cpSync(dir, copy, { recursive: true })
  return copy
}

/** Opens the database of a closed vault with the key in hand, past the door. */
export const behindTheDoor = async (dir: string, act: (database: Database.Database) => void) => {
  const file = readKeyFile(dir)
  const key = databaseKey(file, await openDataKey(file, auditor, passwordOf(auditor)))
  const database = new Database(join(dir, 'vault.db'))
  database.pragma("cipher = 'sqlcipher'")
  database.pragma('legacy = 4')
  database.pragma(`key = "x'${key.toString('hex')}'"`)
  database.pragma('foreign_keys = OFF')
  act(database)
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
}

/** Takes the triggers of a table off, acts, and puts them back as they were: what someone with the key would do. */
export const withoutTriggers = (database: Database.Database, act: () => void) => {
  const triggers = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as { name: string; sql: string }[]
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`)
  act()
  for (const { sql } of triggers) database.exec(sql)
}

/** What somebody who has the key does to the open database of a vault. */
export type Tampering = (database: Database.Database, dir: string) => void
/** A copy of a closed vault with one thing done to it so, its triggers taken off meanwhile. */
export const attackedCopy = async (from: string, act: Tampering): Promise<string> => {
  const dir = copyOf(from)
  await behindTheDoor(dir, (database) => withoutTriggers(database, () => act(database, dir)))
  return dir
}

type Cell = string | number | null
/** The digest that the record gives a row as it stands; null without one. */
export const digestOf = (database: Database.Database, table: string, id: number) => {
  const row = database.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id) as Record<string, Cell> | undefined
  if (!row) return null
  const write = fieldWriter().start().add('mijuan-row/1').add(table)
  for (const [name, cell] of Object.entries(row)) write.add(name).add(cell === null ? 'n' : typeof cell === 'number' ? `i${cell}` : `t${cell}`)
  return sha256(write.bytes()).toString('base64url')
}

/** Signing keys at hand, by person. */
export type Keys = ReadonlyMap<number, SigningKey>

/** The signing key of somebody who lends themselves, or whose password is known. */
export const keyOf = async (dir: string, name: string): Promise<[person: number, key: SigningKey]> => {
  const file = readVaultKeys(dir)
  const slot = file?.slots.find((each) => each.name === name)
  const opened = file && slot && (await openSlot(file, slot, passwordOf(name)))
  if (!slot || !opened?.signing) throw new Error(`${name} has no key`)
  return [slot.person, opened.signing]
}

const signAgain = (database: Database.Database, id: number, root: string, head: string, keys: Keys) => {
  const row = database.prepare('SELECT * FROM checkpoint WHERE id = ?').get(id) as Checkpoint
  const key = keys.get(row.by_person)
  if (!key) return
  const vault = database.prepare('SELECT vault FROM office').pluck().get() as string
  const text = signedNote(
    checkpointBody(vault, { size: row.size, root, head }, row.at, row.occasion),
    vault,
    signerOf({ id: row.by_person, name: '', department: '' }, 0, key.seed),
    Buffer.from(key.publicKey, 'base64'),
  )
  database.prepare('UPDATE checkpoint SET root = ?, head = ?, text = ? WHERE id = ?').run(root, head, text, id)
}

type Checkpoint = { by_person: number; size: number; at: string; occasion: Occasion }
type Change = [string, number, string | null, string | null]
type Entry = Record<'at' | 'boot' | 'actor' | 'role' | 'call' | 'object' | 'outcome' | 'detail' | 'changes', string> & { seq: number }

/**
 * Rewrites the whole record so that it fits the rows as they are now: digests, hashes, tree, head, the witnesses of prints, and the
 * checkpoints of those whose signing keys are at hand. Whoever has the key and this program can do it; only what is kept outside tells.
 */
export const rebuildRecord = (database: Database.Database, keys: Keys = new Map()) => {
  const entries = database.prepare('SELECT * FROM audit_entry ORDER BY seq').all() as Entry[]
  const tree = growingTree((level, ix, root) => {
    database.prepare('INSERT OR REPLACE INTO audit_tile(level, ix, root) VALUES (?,?,?)').run(level, ix, root)
  })
  const stands = database.prepare('SELECT 1 FROM checkpoint WHERE id = ?')
  const last = new Map<string, number>()
  for (const { seq, changes } of entries) for (const [table, id] of JSON.parse(changes) as Change[]) last.set(`${table} ${id}`, seq)
  let previous: Buffer = Buffer.alloc(32)
  for (const entry of entries) {
    const changes = (JSON.parse(entry.changes) as Change[]).filter(([table, id]) => table !== 'checkpoint' || stands.get(id))
    for (const change of changes) {
      if (change[0] === 'print') {
        const witness = (database.prepare('SELECT witness FROM print WHERE id = ?').pluck().get(change[1]) as string).split(';')
        witness[3] = tree.root().toString('base64')
        database.prepare('UPDATE print SET witness = ? WHERE id = ?').run(witness.join(';'), change[1])
      }
      if (change[0] === 'checkpoint') signAgain(database, change[1], tree.root().toString('base64'), previous.toString('hex'), keys)
      if (last.get(`${change[0]} ${change[1]}`) === entry.seq) change[3] = digestOf(database, change[0], change[1])
    }
    entry.changes = JSON.stringify(changes)
    const write = fieldWriter().start().add('mijuan-entry/1').add(String(entry.seq))
    for (const name of ['at', 'boot', 'actor', 'role', 'call', 'object', 'outcome', 'detail', 'changes'] as const) write.add(entry[name])
    const hash = sha256(write.add(previous.toString('hex')).bytes())
    database.prepare('UPDATE audit_entry SET changes = ?, prev = ?, hash = ? WHERE seq = ?').run(entry.changes, previous, hash, entry.seq)
    tree.add(hash)
    previous = hash
  }
  database.prepare('UPDATE audit_head SET size = ?, head = ?, frontier = ? WHERE id = 1').run(entries.length, previous, tree.frontier())
}

/**
 * Takes out the checkpoints that the auditor signed, and makes of their entries what no checkpoint belongs to. Those that followed an act
 * stay: the act would be missed with them.
 */
export const hideCheckpoints = (database: Database.Database) =>
  database.exec(
    "DELETE FROM checkpoint WHERE occasion = 'taken'; UPDATE audit_entry SET call = 'audit.prove', detail = '{}' WHERE call = 'audit.checkpoint'",
  )

/** Adds lines to 末条登记 as they would have been written, each for the record as it is now. */
export const lengthenHeads = (database: Database.Database, dir: string, more: number) => {
  const path = join(dir, 'heads.log')
  const seal = database.prepare('SELECT seal FROM audit_seal').pluck().get() as Buffer
  const { vault } = readKeyFile(dir)
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1)
  const [, size, root, at] = (lines.at(-1) as string).split(' ')
  for (let n = 0; n < more; n += 1) {
    const text = `${lines.length + 1} ${size} ${root} ${at} 锁定`
    const before = lines.at(-1)?.split(' ').at(-1)
    lines.push(`${text} ${createHmac('sha256', seal).update(`mijuan-head/1\n${vault}\n${before}\n${text}`).digest('base64')}`)
  }
  writeFileSync(path, `${lines.join('\n')}\n`)
}

/** Rewrites 末条登记 so that it fits a rebuilt record: its key lies in the database. */
export const rebuildHeads = (database: Database.Database, dir: string) => {
  const path = join(dir, 'heads.log')
  const seal = database.prepare('SELECT seal FROM audit_seal').pluck().get() as Buffer
  const { vault } = readKeyFile(dir)
  const hashes = database.prepare('SELECT hash FROM audit_entry ORDER BY seq').pluck().all() as Buffer[]
  const tree = growingTree()
  const roots = hashes.map((hash) => {
    tree.add(hash)
    return tree.root().toString('base64')
  })
  let before = ''
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1)
  const rewritten = lines.map((line) => {
    const [n, size, , at, why] = line.split(' ')
    const text = `${n} ${size} ${roots[Number(size) - 1]} ${at} ${why}`
    before = createHmac('sha256', seal).update(`mijuan-head/1\n${vault}\n${before}\n${text}`).digest('base64')
    return `${text} ${before}\n`
  })
  writeFileSync(path, rewritten.join(''))
}

/** Another vault, with nobody in it but its three officers, one of whom was in once. */
export const strangeVault = async () => {
  const dir = join(copyFolder(scratch), 'vault')
  const station = openStation({ dir, argon: argonFloor })
  const officer = (name: string) => ({ name, password: passwordOf(name) })
  const founder = (name: string) => ({ ...officer(name), identity: identityOf(name) })
  const officers = { systemAdmin: founder('甲'), securityAdmin: founder('乙'), auditor: founder('丙') }
  const made = await station.call('setup.create', { unit: '另一单位', level: 'secret', calendarYears: [2026], officers })
  if (!made.ok) throw new Error(made.refused.message)
  await station.call('session.signIn', officer('甲'))
  await station.close()
  return dir
}

/** Three copies asked for, two approved and made, one of them in 周阅's hands. */
const copied = async (office: Office) => {
  const { copies } = await office.ok('documents.register', office.incoming({ scope: ['周阅', '吴阅', '陈科'].map(office.id) }))
  const recipients = ['周阅', '吴阅'].map(office.id)
  const wish = {
    kind: 'copy' as const,
    sources: [{ copy: copies[0]?.id as number }],
    applicant: office.id('陈科'),
    asked: 3,
    purpose: '承办需要',
    recipients,
  }
  const { id: reproduction } = await office.ok('reproduction.request', { ...wish, place: '本单位文印室' })
  await office.as('韩综')
  await office.ok('reproduction.opine', { reproduction, agree: true })
  await office.as('王管')
  await office.ok('reproduction.decide', { reproduction, approve: true, approved: 2 })
  await office.as('李保')
  const made = await office.ok('reproduction.make', { reproduction, count: 2, copier: '李保', stamped: true })
  await office.signed('周阅', 'reproduction.issue', { reproduction, person: office.id('周阅'), copies: [made.copies[0]?.id as number] })
}

/** One day of the office through the door, closed: duties changed, registered, circulated, signed, given back, refused, widened, printed, a checkpoint, and after it copies made and issued; what is kept of it outside, by path. */
export const livedInVault = async () => {
  const office = await openOffice()
  const { ok, id } = office
  await office.as('钱安')
  await office.signed('郑系', 'people.setRoles', { person: id('李保'), roles: ['officer', 'reader'], reason: '兼任阅文' })
  await office.as('李保')
  const [place] = (await ok('office.settings', {})).places as [string]
  const first = await ok('documents.register', office.incoming())
  const second = await ok('documents.register', office.incoming({ listed: 2, counted: 2, copyNos: ['000012', '000013'] }))
  const copies = [...first.copies, ...second.copies]
  const early = copyOf(office.dir)
  const sheet = await ok('circulation.draft', { folder: '夹03', copies: copies.map((copy) => copy.id), readers: [id('周阅'), id('吴阅')] })
  const [one, two] = sheet.legs.map((leg) => leg.id) as [number, number]
  await office.signed('周阅', 'circulation.handOut', { leg: one, place })
  await office.notSigned('吴阅', 'circulation.handOut', { leg: two, place })
  await office.signed('周阅', 'circulation.sign', { leg: one, opinion: '已阅' })
  await ok('circulation.receiveBack', { leg: one, numbers: copies.map((copy) => copy.number) })
  const printed = await ok('paper.sheet', { sheet: sheet.id })
  await ok('circulation.requestWidening', { document: first.id, persons: [id('陈科')], reason: '承办需要' })
  await office.as('王管')
  await ok('circulation.decideWidening', { widening: 1, approve: true })
  await office.as('冯审')
  const checkpoint = await ok('audit.checkpoint', {})
  await office.as('李保')
  await office.signed('吴阅', 'circulation.handOut', { leg: two, place })
  await copied(office)
  await office.station.close()
  const outside = { checkpoint: join(office.dir, '../checkpoint.txt'), witness: join(office.dir, '../witness.txt') }
  writeFileSync(outside.checkpoint, checkpoint.text)
  writeFileSync(outside.witness, printed.frame.witness)
  return { dir: office.dir, early, outside, close: office.close }
}
