import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Output } from '../../../contract/index.ts'
import type { Survey } from '../../../contract/setup.ts'
import { settableClock } from '../../../electron/vault/door/clock.ts'
import { openStation } from '../../../electron/vault/station.ts'
import { sha256 } from '../../../electron/vault/storage/bytes.ts'
import { argonFloor } from '../../../electron/vault/storage/key-wrap.ts'
import { behindTheDoor, copyOf, removeCopies } from '../../support/attack.ts'
import { importedLedger } from '../../support/records/importing.ts'
import { mediumOf } from '../../support/records.ts'
import { MORNING, type Office, openOffice, passwordOf } from '../../support/office.ts'
import { flip } from '../../support/spoilt.ts'

const PAGE = 4096

let office: Office
/** Forty documents, of which the last ten are not in the backup: closed, and with the last acts in the log file only. */
let closed: string
let cut: string
const numbers: string[] = []
beforeAll(async () => {
  office = await openOffice()
  const register = async (count: number) => {
    await office.as('李保')
    for (let n = 0; n < count; n += 1) numbers.push((await office.ok('documents.register', office.incoming())).number)
  }
  await register(30)
  await office.as('郑系')
  const { ticket } = await office.ok('backup.begin', { kind: 'backup' })
  expect(await office.station.carryOut(ticket, mediumOf(office))).toMatchObject({ ok: true })
  await register(10)
  cut = copyOf(office.dir)
  await office.station.lock('locked')
  closed = copyOf(office.dir)
}, 240_000)
afterAll(async () => {
  await office.close()
  removeCopies()
})

const fileOf = (dir: string) => join(dir, 'vault.db')
const bytesOf = (dir: string) =>
  Object.fromEntries(
    readdirSync(dir)
      .filter((name) => name !== 'in-use.lock')
      .map((name) => [name, sha256(readFileSync(join(dir, name))).toString('hex')]),
  )
/** The pages of a table or index, the first of them its root. */
const pagesOf = async (dir: string, name: string): Promise<number[]> => {
  let pages: number[] = []
  await behindTheDoor(dir, (database) => {
    pages = database.prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno").pluck().all(name) as number[]
  })
  return pages
}
const spoilt = async (name: string, from = closed) => {
  const dir = copyOf(from)
  const pages = await pagesOf(dir, name)
  flip(fileOf(dir), ((pages[Math.floor(pages.length / 2)] as number) - 1) * PAGE + 1000)
  return dir
}

/** Looks as anybody with a password may, and holds the files to what they were. */
const look = async (dir: string, name = '周阅', password = passwordOf(name)) => {
  const station = openStation({ dir, clock: settableClock(MORNING), argon: argonFloor })
  const before = bytesOf(dir)
  const reply = await station.call('setup.survey', { name, password })
  await station.close()
  if (reply.ok) expect(bytesOf(dir)).toEqual(before)
  return reply
}
const surveyed = async (dir: string): Promise<Survey> => {
  const reply = await look(dir)
  expect(reply.ok ? 'ok' : reply.refused).toBe('ok')
  return (reply as { output: Survey }).output
}
const kind = ({ kinds }: Survey, label: string) => kinds.find((each) => each.label === label)

describe('实施条例34 what a damaged file still holds', () => {
  it('nothing is missing of one that is whole, also when its last acts are in the log file only', async () => {
    for (const dir of [copyOf(closed), copyOf(cut)]) {
      const found = await surveyed(dir)
      expect(found.entries.whole).toBe(found.entries.expected)
      for (const { label, expected, read, intact } of found.kinds) expect({ label, read, intact }).toEqual({ label, read: expected, intact: true })
      expect(kind(found, '文件')).toMatchObject({ read: 40 })
      expect(found.documents).toEqual({ lost: 0, numbers: [] })
      expect(found.backup?.acts).toBeGreaterThanOrEqual(10)
      expect(found.backup?.numbers).toEqual(expect.arrayContaining(numbers.slice(30)))
      expect(found.backup?.numbers).not.toContain(numbers[0])
      expect(JSON.stringify(found)).not.toContain('示范工作')
    }
  })

  it('a flipped bit in a page of documents: those that stood on it are named by number, and everything else is read', async () => {
    const found = await surveyed(await spoilt('document'))
    const documents = kind(found, '文件') as Survey['kinds'][number]
    expect(documents.intact).toBe(false)
    expect(found.documents.lost).toBe(40 - documents.read)
    expect(found.documents.lost).toBeGreaterThan(0)
    for (const number of found.documents.numbers) expect(numbers).toContain(number)
    expect(found.entries.whole).toBe(found.entries.expected)
    for (const other of found.kinds.filter(({ label }) => label !== '文件')) expect(other).toMatchObject({ read: other.expected, intact: true })
  })

  it('F1(1)b what was entered from an old ledger is named by its number, too', async () => {
    const other = await openOffice()
    await importedLedger(other)
    await other.station.lock('locked')
    const found = await surveyed(await spoilt('document', other.dir))
    expect(found.documents).toEqual({ lost: 2, numbers: ['内补〔2026〕0001', '密补〔2026〕0001'] })
    await other.close()
  })

  it('a flipped bit in a page of the record: how far it is whole, and what of it is read behind that', async () => {
    const { entries, backup } = await surveyed(await spoilt('audit_entry'))
    expect(entries.whole).toBeLessThan(entries.read)
    expect(entries.read).toBeLessThan(entries.expected as number)
    expect(backup?.numbers).toEqual(expect.arrayContaining(numbers.slice(35)))
  })

  it('a flipped bit in an index: every row is read, and the kind is said not to hold together', async () => {
    const found = await surveyed(await spoilt('audit_object'))
    for (const { expected, read } of found.kinds) expect(read).toBe(expected)
    const documents = await surveyed(await spoilt('sqlite_autoindex_document_1'))
    expect(kind(documents, '文件')).toMatchObject({ read: 40, expected: 40, intact: false })
  })

  it('a page missing in the middle, and a file cut short: what is left is told, or that the catalogue is gone', async () => {
    const gap = copyOf(closed)
    const bytes = readFileSync(fileOf(gap))
    const pages = await pagesOf(copyOf(closed), 'signature')
    const at = ((pages[0] as number) - 1) * PAGE
    writeFileSync(fileOf(gap), Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + PAGE)]))
    expect((await surveyed(gap)).entries.expected).toBeGreaterThan(0)
    const short = copyOf(closed)
    truncateSync(fileOf(short), Math.floor(bytes.length / PAGE / 2) * PAGE)
    const found = await surveyed(short)
    if (found.opens) expect(found.kinds.some(({ expected, read }) => read < expected)).toBe(true)
  })

  it('a flipped bit in the catalogue: nothing can be read, and the record’s length is known by 末条登记', async () => {
    const dir = copyOf(closed)
    flip(fileOf(dir), 2000)
    const found = await surveyed(dir)
    expect(found).toMatchObject({ opens: false, kinds: [] })
    expect(found.entries.expected).toBeGreaterThan(40)
  })

  it('a flipped bit in the log file: what follows it is not there, and the rest is read', async () => {
    const dir = copyOf(cut)
    flip(`${fileOf(dir)}-wal`, 20 * (PAGE + 24) + 500)
    const found = await surveyed(dir)
    expect(found.opens).toBe(true)
    expect(found.entries.read).toBeGreaterThan(0)
  })

  it('how far it is, is answered while it goes on, and nothing of it afterwards; misspelt, it is refused like any call', async () => {
    const station = openStation({ dir: copyOf(closed), clock: settableClock(MORNING), argon: argonFloor })
    const seen = new Set<string>()
    let over = false
    const survey = station.call('setup.survey', { name: '周阅', password: passwordOf('周阅') }).finally(() => {
      over = true
    })
    while (!over) {
      const reply = await station.call('setup.progress', {})
      const { running } = (reply as { output: Output<'setup.progress'> }).output
      if (running) {
        expect(running.done).toBeLessThanOrEqual(running.total)
        seen.add(running.stage)
      }
      await setImmediate()
    }
    expect(await survey).toMatchObject({ ok: true })
    expect(seen.size).toBeGreaterThan(0)
    expect(await station.call('setup.progress', {})).toEqual({ ok: true, output: { running: null } })
    expect(await station.call('setup.progress', { of: 1 })).toMatchObject({ ok: false, refused: { code: 'input.unknownField' } })
    await station.close()
  })

  it('口令 it asks for a password like a sign-in, and a damaged key file is said to be one', async () => {
    const dir = await spoilt('document')
    expect(await look(dir, '周阅', 'wrong#password1')).toMatchObject({ ok: false, refused: { code: 'session.wrongPassword' } })
    flip(join(dir, 'keys.json'), 900)
    expect(await look(dir)).toMatchObject({ ok: false, refused: { code: 'vault.damaged', message: expect.stringContaining('密钥文件') } })
  })
})
