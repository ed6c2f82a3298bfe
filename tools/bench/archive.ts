/** An archive of a fictional office, lived through the real door and kept in the temporary folder for the next run of the same sources. */
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BenchOffice, COLLEAGUES, FIRST_DAY, idOf, officers, openBenchOffice, passwordOf, staff, TODAY } from './office.ts'
import { applications, APPLIED, askForReview, catalogue, LISTED, REVIEWED } from './openness.ts'
import { paper, type Random, randomFrom } from './papers.ts'

const OPEN_SHEETS = 40
const WAITING_ENVELOPES = 150
const HANDED_OUT = 8

export const setUp = async (office: BenchOffice) => {
  const officer = (name: string, place: number) => ({ name, identity: `QH-000${place}`, password: passwordOf(name, 'first') })
  await office.ok('setup.create', {
    unit: '青禾市疾控示范中心',
    level: 'confidential',
    calendarYears: [2026],
    officers: {
      systemAdmin: officer(officers.systemAdmin, 1),
      securityAdmin: officer(officers.securityAdmin, 2),
      auditor: officer(officers.auditor, 3),
    },
  })
  await office.as(officers.securityAdmin, passwordOf(officers.securityAdmin, 'first'))
  for (const [place, { name, department, roles }] of staff.entries())
    await office.ok('people.add', { name, identity: `QH-01${place + 10}`, department, roles: [...roles] })
  const colleagues: number[] = []
  for (let n = 1; n <= COLLEAGUES; n += 1)
    colleagues.push(
      (await office.ok('people.add', { name: `同事${n}`, identity: `QH-${1000 + n}`, department: `业务${(n % 9) + 1}科`, roles: ['reader'] })).id,
    )
  return colleagues
}

export const openAccounts = async (office: BenchOffice, names: readonly string[]) => {
  for (const name of names) await office.ok('people.openAccount', { person: idOf(name), initialPassword: passwordOf(name, 'first') })
}

/** The one who is signed in takes a new password, as each must every seven days at this level. */
const changePassword = (office: BenchOffice, name: string, from: string, to: string) =>
  office.ok('session.changePassword', { current: passwordOf(name, from), next: passwordOf(name, to) })

export const renewPassword = async (office: BenchOffice, name: string, from: string, to: string) => {
  await office.as(name, passwordOf(name, from))
  await changePassword(office, name, from, to)
}

const QUARTERS = 17
const WEEK_MS = 6.9 * 86_400_000

/** When the n-th paper comes: the office works one week a quarter, from 2022 to 2026. */
const momentOf = (n: number, of: number) => {
  const quarter = Math.floor(((n - 1) * QUARTERS) / of)
  const into = ((n - 1) * QUARTERS) / of - quarter
  return { quarter, at: new Date(Date.UTC(2022, quarter * 3, 4, 0, 30) + into * WEEK_MS) }
}

/** A round of a folder whose readers are all away: given back unread, closed. */
const roundOf = async (office: BenchOffice, n: number, copies: readonly { id: number }[], readers: readonly number[]) => {
  const sheet = await office.ok('circulation.draft', { folder: `夹${n}`, copies: copies.map(({ id }) => id), readers: [...readers] })
  for (const { id } of sheet.legs) await office.ok('circulation.returnUnread', { leg: id, reason: '本人出差' })
  await office.ok('circulation.close', { sheet: sheet.id, result: '阅毕' })
}

/** Copies of a paper asked for, and the paper itself to be borrowed, keyed in for one of its readers. */
export const askedFor = async (office: Pick<BenchOffice, 'ok' | 'clock'>, copy: number, scope: readonly number[]) => {
  const [reader] = scope
  if (reader === undefined) return
  const wish = { asked: 2, purpose: '承办需要', recipients: [reader], place: '本单位文印室' }
  await office.ok('reproduction.request', { kind: 'copy', sources: [{ copy }], applicant: reader, ...wish })
  const until = new Date(office.clock.now().getTime() + 7 * 86_400_000).toISOString().slice(0, 10)
  await office.ok('lending.request', { copy, borrower: reader, reason: '承办需要', place: '保密室', until })
}

/** One paper and what becomes of it. Old ones are finished, the newest stand open in their folders. */
const oneDay = async (office: BenchOffice, random: Random, n: number, of: number, colleagues: readonly number[]) => {
  const incoming = paper(random, n, office.clock.now(), colleagues)
  const open = n > of - OPEN_SHEETS
  const scope = [...(incoming.scope ?? []), ...(open ? [idOf('周阅')] : [])]
  const { id, copies } = await office.ok('documents.register', { ...incoming, scope })
  if (n % 50 === 0) await office.station.call('documents.register', { ...incoming, scope })
  if (n % 30 === 0) await office.ok('documents.correct', { document: id, reason: '录入笔误', changes: { remarks: `第${n}件，备注更正` } })
  if (n % 40 === 0) await office.ok('circulation.requestWidening', { document: id, persons: [idOf('李保')], reason: '承办需要' })
  if (n % 20 === 0) await askedFor(office, copies[0]?.id as number, scope)
  if (open) return office.ok('circulation.draft', { folder: `夹${n}`, copies: copies.map((copy) => copy.id), readers: scope.slice(-1) })
  if (n % 12 === 0) await roundOf(office, n, copies, scope.slice(0, 3))
  if (n < of * 0.97 && random() < 0.9) await office.ok('documents.finish', { document: id, result: '已办结' })
  return undefined
}

export const receiveEnvelopes = async (office: BenchOffice) => {
  for (let n = 1; n <= WAITING_ENVELOPES; n += 1)
    await office.ok('documents.receive', { envelopeNo: `待拆${n}`, sender: '青禾市人民政府办公室', receivedAt: '2026-03-10T08:40', sealIntact: true })
}

/** Folders that are out this morning. */
const handOut = async (office: BenchOffice) => {
  const open = await office.ok('circulation.list', { open: true, limit: HANDED_OUT })
  for (const { id } of open.rows) {
    const { legs } = await office.ok('circulation.get', { sheet: id })
    const leg = legs[0]?.id as number
    await office.signed('周阅', 'circulation.handOut', { leg, place: '保密室' })
    await office.signed('周阅', 'circulation.sign', { leg })
  }
}

export const decide = async (office: BenchOffice) => {
  const asked = await office.ok('circulation.widenings', { state: 'requested', limit: 100 })
  for (const { id } of asked.rows.slice(0, 60)) await office.ok('circulation.decideWidening', { widening: id, approve: true })
}

/** Lives through the years until today: so many documents, about two audited acts each. */
const live = async (dir: string, documents: number) => {
  const office = openBenchOffice(dir, { at: FIRST_DAY })
  const colleagues = await setUp(office)
  await office.as(officers.systemAdmin, passwordOf(officers.systemAdmin, 'first'))
  await openAccounts(office, ['李保'])
  await renewPassword(office, '李保', 'first', '0')
  const random = randomFrom(documents)
  let last = 0
  for (let n = 1; n <= documents; n += 1) {
    const { quarter, at } = momentOf(n, documents)
    office.goOn(at)
    if (quarter !== last) await changePassword(office, '李保', String(last), String(quarter))
    last = quarter
    await oneDay(office, random, n, documents, colleagues)
  }
  office.goOn(new Date(TODAY))
  await changePassword(office, '李保', String(last), 'now')
  await receiveEnvelopes(office)
  await renewPassword(office, officers.systemAdmin, 'first', 'now')
  await openAccounts(office, ['王管', '周阅', '陈科', '韩综'])
  await renewPassword(office, officers.securityAdmin, 'first', 'now')
  await renewPassword(office, officers.auditor, 'first', 'now')
  await office.ok('audit.checkpoint', {})
  await renewPassword(office, '周阅', 'first', 'now')
  await renewPassword(office, '陈科', 'first', 'now')
  await askForReview(office, Math.ceil(documents / REVIEWED))
  await catalogue(office, Math.ceil(documents / LISTED))
  await renewPassword(office, '韩综', 'first', 'now')
  await applications(office, Math.ceil(documents / APPLIED))
  await renewPassword(office, '王管', 'first', 'now')
  await decide(office)
  await office.as('李保')
  await handOut(office)
  await office.close()
}

const root = join(import.meta.dirname, '../..')
const SOURCES = [
  'contract',
  'electron/vault',
  'tools/bench/archive.ts',
  'tools/bench/office.ts',
  'tools/bench/openness.ts',
  'tools/bench/papers.ts',
  'tools/bench/long-archive.ts',
  'tools/bench/paced-office.ts',
]

const sourcesDigest = () => {
  const hash = createHash('sha256')
  for (const source of SOURCES)
    for (const file of source.endsWith('.ts') ? [''] : (readdirSync(join(root, source), { recursive: true, encoding: 'utf8' }) as string[]).sort())
      if (/\.(ts|sql)$/.test(source + file)) hash.update(`${source}/${file}\0`).update(readFileSync(join(root, source, file)))
  return hash.digest('hex').slice(0, 16)
}

// An archive and its copies are the owner's alone, like a vault.
process.umask(0o077)

const shelf = join(tmpdir(), 'mijuan-bench')
const KEPT_MS = 6 * 60 * 60_000

/** Archives of other sources go when nobody can be using them any more. */
const clearShelf = (digest: string) => {
  for (const name of readdirSync(shelf)) {
    const old = join(shelf, name)
    const age = Date.now() - (statSync(old, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (!name.startsWith(digest) && age > KEPT_MS) rmSync(old, { recursive: true, force: true })
  }
}

/** How an archive of so many documents comes to be in an empty folder. */
type Live = (dir: string, documents: number, say: (line: string) => void) => Promise<void>

/** The folder of an archive of so many documents: that of an earlier run of the same sources, or a new one. Copy it, don't write to it. */
export const archiveOf = async (documents: number, say: (line: string) => void = () => undefined, life: Live = live): Promise<string> => {
  const digest = sourcesDigest()
  const kept = join(shelf, `${digest}-${life.name}-${documents}`)
  if (existsSync(kept)) return kept
  mkdirSync(shelf, { recursive: true, mode: 0o700 })
  clearShelf(digest)
  say(`an archive of ${documents} documents is being written through the door`)
  const making = mkdtempSync(join(shelf, `${digest}-making-`))
  const start = performance.now()
  try {
    await life(join(making, 'vault'), documents, say)
    renameSync(join(making, 'vault'), kept)
  } catch (error) {
    // Another run was first: its archive is as good.
    if (!existsSync(kept)) throw error
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
  say(`written in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return kept
}

const copies: string[] = []

/** A copy of an archive, to be written to; removed at the end by `removeCopies`. */
export const copyOf = (archive: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'mijuan-bench-copy-'))
  copies.push(folder)
  cpSync(archive, join(folder, 'vault'), { recursive: true })
  return join(folder, 'vault')
}

/** A new empty folder that goes with the copies. */
export const emptyFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'mijuan-bench-new-'))
  copies.push(folder)
  return folder
}

export const removeCopies = (): void => {
  for (const folder of copies.splice(0)) rmSync(folder, { recursive: true, force: true })
}
