import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ARCHIVED, isUndecided, LEFT_OUT } from '../../../electron/vault/archive/tables.ts'
import { verifyArchive } from '../../../tools/verify/archive.ts'
import { archiveAsked, archived } from '../../support/archives.ts'
import { behindTheDoor, verify } from '../../support/attack.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { be, copiesIssued, mediumOf, registered, reviewDrafted } from '../../support/records.ts'
import { smallDisk } from '../../support/small-disk.ts'

let office: Office
let medium: string
beforeAll(async () => {
  office = await openOffice()
  medium = mediumOf(office)
  await copiesIssued(office)
  await reviewDrafted(office, { document: (await registered(office, { scope: [office.id('陈科')], remarks: '引号"与\\反斜杠、𠮷' })).id })
})
afterAll(() => office.close())
afterEach(() => be(office, '李保'))

const lying = (folder = medium) => readdirSync(folder).sort()
const last = async () => (await office.ok('archive.list', { limit: 1 })).rows[0]
const linesOf = (folder: string, table: string): Record<string, unknown>[] =>
  readFileSync(join(folder, `${table}.jsonl`), 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))

it('整库导出 every table is decided on, one by one: it leaves, or it is said why it does not', async () => {
  await office.station.lock('locked')
  await behindTheDoor(office.dir, (database) => {
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all() as string[]
    expect(tables.filter(isUndecided)).toEqual([])
    expect([...Object.keys(ARCHIVED), ...Object.keys(LEFT_OUT)].filter((name) => !tables.includes(name))).toEqual([])
    expect(Object.keys(ARCHIVED).filter((name) => name in LEFT_OUT)).toEqual([])
  })
  expect(isUndecided('a_new_table')).toBe(true)
})

describe('整库导出 审计 a whole export', () => {
  let folder: string
  beforeAll(async () => {
    folder = await archived(office)
  })

  it('F1(5)b lies whole under its name, for its owner alone, marked with the highest level; sha256sum and the verifier find it whole', async () => {
    expect(lying()).toEqual(['密卷整库-20260310-0900'])
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    for (const name of lying(folder)) expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600)
    expect(lying(folder)).toEqual(
      ['README.txt', 'SHA256SUMS', 'manifest.json', 'schema.json', ...Object.keys(ARCHIVED).map((table) => `${table}.jsonl`)].sort(),
    )
    const readme = readFileSync(join(folder, 'README.txt'), 'utf8')
    expect(readme.split('\n')[0]).toBe('机密')
    expect(readme).toContain('按机密级载体登记、保管、使用、销毁')
    // Written first: what a pulled medium keeps says how it is to be kept
    const written = (name: string) => statSync(join(folder, name), { bigint: true }).mtimeNs
    for (const table of Object.keys(ARCHIVED)) expect(written('README.txt') < written(`${table}.jsonl`), table).toBe(true)
    const sums = spawnSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' })
    expect(sums.status, sums.stdout).toBe(0)
    const verdict = verifyArchive({ dir: folder })
    expect(verdict.broken).toEqual([])
    expect(verdict.ok).toBe(true)
    const row = await last()
    expect(row).toMatchObject({
      number: '整库〔2026〕0001',
      by: '李保',
      approvedBy: '王管',
      outcome: 'good',
      name: '密卷整库-20260310-0900',
      level: 'confidential',
    })
    expect(row).toMatchObject({ entries: verdict.head?.size, root: verdict.head?.root, files: lying(folder).length, why: null })
    expect(row?.digest).toBe(
      createHash('sha256')
        .update(readFileSync(join(folder, 'manifest.json')))
        .digest('hex'),
    )
  })

  it('has every row of every table, value for value, and nothing of the secrets', async () => {
    const count = { rows: 0 }
    const size = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).entries
    await office.station.lock('locked')
    await behindTheDoor(office.dir, (database) => {
      for (const table of Object.keys(ARCHIVED)) {
        const lines = linesOf(folder, table)
        const rows = database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all() as Record<string, unknown>[]
        const plain = rows.map((row) =>
          Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, Buffer.isBuffer(cell) ? cell.toString('base64') : cell])),
        )
        // What the export itself left since its moment: its own end, and who signed in and out
        if (table === 'audit_entry') expect(lines).toEqual(plain.filter(({ seq }) => Number(seq) < size))
        else if (!['archive', 'audit_object', 'audit_head', 'audit_tile', 'person'].includes(table)) expect(lines, table).toEqual(plain)
        else if (table === 'person')
          expect(lines.map(({ last_sign_in: _in, ...rest }) => rest)).toEqual(plain.map(({ last_sign_in: _in, ...rest }) => rest))
        else expect(lines.length, table).toBeGreaterThan(0)
        count.rows += lines.length
      }
      const seal = database.prepare('SELECT seal FROM audit_seal').pluck().get() as Buffer
      for (const name of lying(folder)) expect(readFileSync(join(folder, name), 'utf8'), name).not.toContain(seal.toString('base64'))
    })
    await be(office, '李保')
    expect((await last())?.lines).toBe(count.rows)
    expect(linesOf(folder, 'particulars').at(-1)).toMatchObject({ remarks: '引号"与\\反斜杠、𠮷' })
    const schema = JSON.parse(readFileSync(join(folder, 'schema.json'), 'utf8'))
    const of = schema.tables.find((table: { name: string }) => table.name === 'signature')
    expect(of).toMatchObject({ says: '签名：所签的规范文本和签名值', key: ['id'] })
    expect(of.columns[5]).toEqual({ name: 'bytes', type: 'TEXT', required: true, says: 'base64, 64 bytes' })
  })

  it('is on record from its approval to its end, and the vault holds', async () => {
    await be(office, '冯审')
    const { rows } = await office.ok('audit.list', { object: '整库〔2026〕0001', limit: 5 })
    expect(rows.map(({ act }) => act)).toEqual(['整库导出完成', '开始整库导出'])
    expect(rows[0]?.facts).toContainEqual({ label: '最高密级', text: '机密' })
    expect(await office.ok('archive.list', {})).toMatchObject({ rows: [{ number: '整库〔2026〕0001' }], next: null })
    await office.station.lock('locked')
    expect(verify(office.dir).verdict.broken).toEqual([])
  })
})

it('F1(5)a a 分管领导 who is not who exports approves it, in place, and nobody else', async () => {
  await be(office, '李保')
  expect(await office.no('archive.begin', {})).toMatchObject({ code: 'input.missing', field: 'ticket' })
  expect(await office.notSigned('陈科', 'archive.begin', {})).toMatchObject({ code: 'rule.forbids', clause: 'F1(5)a' })
  await be(office, '冯审')
  expect(await office.no('archive.begin', { ticket: 'a'.repeat(22) })).toMatchObject({ code: 'session.role' })
})

describe('整库导出 one that comes to nothing leaves nothing', () => {
  const other = () => {
    const folder = join(medium, '..', 'another')
    mkdirSync(folder, { recursive: true })
    return folder
  }
  const begun = async (folder = other()) => {
    const { ticket } = await archiveAsked(office)
    return { ended: office.station.carryOut(ticket, folder), ticket }
  }

  it('stopped at six moments, from its first step to its last: what lies there is a whole export or nothing, and acts go on', async () => {
    for (let n = 0; n < 6; n += 1) {
      const { ended } = await begun()
      await setTimeout(n * 60)
      await office.station.call('archive.cancel', {})
      expect(await ended).toMatchObject({ ok: true })
      expect(['good', 'cancelled']).toContain((await last())?.outcome)
    }
    const { rows } = await office.ok('archive.list', { limit: 6 })
    expect(lying(other()).length).toBe(rows.filter(({ outcome }) => outcome === 'good').length)
    for (const name of lying(other())) expect(verifyArchive({ dir: join(other(), name) }).broken, name).toEqual([])
    expect(rows.some(({ outcome }) => outcome === 'cancelled')).toBe(true)
  })

  it('one at a time, and no backup nor new data key meanwhile; what is registered meanwhile is not in it', async () => {
    const { ended } = await begun()
    expect(await office.ok('archive.progress', {})).toMatchObject({ running: { stage: 'write' } })
    // The moment is taken once the thread has opened the database
    while ((await office.ok('archive.progress', {})).running?.total === 0) await setTimeout(5)
    expect(await office.notSigned('王管', 'archive.begin', {})).toMatchObject({ code: 'state.conflict' })
    await office.ok('documents.register', office.incoming({ title: '导出期间登记的一件' }))
    expect(await ended).toEqual({ ok: true, how: 'saved' })
    const name = (await last())?.name as string
    expect(readFileSync(join(other(), name, 'particulars.jsonl'), 'utf8')).not.toContain('导出期间登记的一件')
    expect(verifyArchive({ dir: join(other(), name) }).broken).toEqual([])
    expect((await office.ok('archive.progress', {})).running).toBeNull()
    expect(await office.no('archive.cancel', {})).toMatchObject({ code: 'state.conflict' })
  })

  it('锁定 locked meanwhile: on record before the lock', async () => {
    const before = lying(other())
    const { ended } = await begun()
    await office.station.lock('locked')
    expect(await ended).toMatchObject({ ok: false, message: expect.stringContaining('已锁定') })
    expect(lying(other())).toEqual(before)
    await be(office, '李保')
    expect(await last()).toMatchObject({ outcome: 'cancelled', why: '登录已结束', name: null })
  })

  it('a medium without room, told before a byte is written and when it runs full; one that is gone; the data folder itself', async ({ skip }) => {
    expect(await (await begun(join(medium, 'gone'))).ended).toMatchObject({ ok: false, message: expect.stringContaining('介质已取出') })
    expect(await last()).toMatchObject({ outcome: 'failed', why: expect.stringContaining('介质已取出') })
    expect(await (await begun(office.dir)).ended).toMatchObject({ ok: false, message: expect.stringContaining('数据文件夹') })
    const disk = smallDisk(null, 4096)
    if (!disk) return skip('no small disk can be mounted here')
    disk.fill(8192)
    expect(await (await begun(disk.dir)).ended).toMatchObject({ ok: false, message: expect.stringMatching(/导出介质空间不足/) })
    disk.clear()
    disk.fill(statSync(join(office.dir, 'vault.db')).size)
    const { ended } = await begun(disk.dir)
    const { message } = (await ended) as { message?: string }
    disk.clear()
    if (message) expect(message).toContain('空间不足')
    expect(lying(disk.dir).filter((name) => name.startsWith('.'))).toEqual([])
    disk.remove()
  })

  it('a medium that is pulled out while it is written: what stays there is not encrypted, which is said, and bears its mark', async () => {
    const folder = join(medium, '..', 'pulled')
    mkdirSync(folder)
    const { ended } = await begun(folder)
    const hidden = () => readdirSync(folder).map((name) => join(folder, name))[0]
    while (!existsSync(join(hidden() ?? folder, 'schema.json'))) await setTimeout(1)
    renameSync(folder, `${folder}-gone`)
    expect(await ended).toMatchObject({ ok: false, message: expect.stringContaining('内容不加密') })
    expect(await last()).toMatchObject({ outcome: 'failed', why: expect.stringContaining('内容不加密') })
    const [left = ''] = readdirSync(`${folder}-gone`)
    expect(readFileSync(join(`${folder}-gone`, left, 'README.txt'), 'utf8').split('\n')[0]).toBe('机密')
  })

  it('a ticket serves once', async () => {
    const { ended, ticket } = await begun()
    await ended
    expect(await office.station.carryOut(ticket, other())).toMatchObject({ ok: false })
    expect(existsSync(join(medium, '.密卷整库-未完成'))).toBe(false)
  })
})
