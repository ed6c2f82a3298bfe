import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Output, ProcedureName, Input } from '../../../contract/index.ts'
import { openStation, type Station } from '../../../electron/vault/station.ts'
import { argonFloor } from '../../../electron/vault/storage/key-wrap.ts'
import { behindTheDoor, rebuildRecord, verify, withoutTriggers } from '../../support/attack.ts'
import { baseInputs } from '../../support/base-inputs.ts'
import { mediumOf } from '../../support/records.ts'
import { type Office, openOffice, passwordOf } from '../../support/office.ts'

/** The office with one document, and its backup; each test has a copy of the office, and its own medium for what it backs up. */
let base: Office
let folder: string
let office: Office
beforeAll(async () => {
  office = await openOffice()
  base = office
  await office.as('李保')
  await office.ok('documents.register', office.incoming())
  folder = await backedUp()
})
beforeEach(async () => {
  office = await openOffice({ from: base.dir })
})
afterEach(() => office.close())
afterAll(() => base.close())

const backedUp = async () => {
  await office.as('郑系')
  const { ticket } = await office.ok('backup.begin', { kind: 'backup' })
  expect(await office.station.carryOut(ticket, mediumOf(office))).toEqual({ ok: true, how: 'saved' })
  const name = (await office.ok('backup.list', { limit: 1 })).rows[0]?.name as string
  await office.station.lock('locked')
  return join(mediumOf(office), name)
}

const signer = (name: string) => ({ name, password: passwordOf(name) })
const both = { systemAdmin: signer('郑系'), auditor: signer('冯审') }
const chosen = async (station: Station = office.station, from = folder) => {
  const reply = await station.choose(from)
  if (!reply.ok || !reply.backup) throw new Error(JSON.stringify(reply))
  return { backup: reply.backup.ticket, ...both }
}
const must = async <N extends ProcedureName>(station: Station, name: N, input: Input<N>) => {
  const reply = await station.call(name, input)
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.refused)}`)
  return reply.output as Output<N>
}
const restored = async () => {
  const input = await chosen()
  await office.ok('setup.compareBackup', input)
  return office.ok('setup.restore', input)
}
const lying = () => readdirSync(office.dir).filter((name) => !['gate.json', 'in-use.lock'].includes(name))
const WHOLE = ['heads.log', 'keys.json', 'vault.db']

describe('清单43 a backup is restored over what is here', () => {
  it('what would be lost is told by numbers before anything changes', async () => {
    await office.as('李保')
    const later = [await office.ok('documents.register', office.incoming()), await office.ok('documents.register', office.incoming())]
    await office.station.lock('locked')
    const before = readFileSync(join(office.dir, 'vault.db'))
    const compared = await office.ok('setup.compareBackup', await chosen())
    expect(compared).toMatchObject({
      unit: '青禾市疾控示范中心',
      here: { found: 'longer', documents: 2, numbers: later.map(({ number }) => number) },
    })
    expect(compared.here.lost).toBe(Number(compared.here.entries) - compared.entries)
    expect(compared.here.witness).toContain('比最后一次登记的旧')
    expect(readFileSync(join(office.dir, 'vault.db')).equals(before)).toBe(true)
    await office.as('李保')
    expect(lying().filter((name) => name.startsWith('rest'))).toEqual([])
    expect((await office.ok('documents.list', {})).total).toBe(3)
  })

  it('审计 whatever else the lost entries are about is told by its number: what is gone, and what goes back to where it stood', async () => {
    await office.as('李保')
    const [first] = (await office.ok('documents.list', {})).rows
    const { copyList } = await office.ok('documents.get', { document: first?.id as number })
    const sheet = await office.ok('circulation.draft', { folder: '夹07', copies: copyList.map(({ id }) => id), readers: [office.id('周阅')] })
    await office.station.lock('locked')
    const { here } = await office.ok('setup.compareBackup', await chosen())
    expect(here).toMatchObject({ documents: 0, numbers: [] })
    expect(here.records).toEqual([
      { word: '传阅', gone: [sheet.number], behind: [], more: 0 },
      { word: '密收', gone: [], behind: [first?.number], more: 0 },
    ])
  })

  it('审计 the backup takes its place; the restore is its first entry, signed by both; the auditor acknowledges, and work goes on', async () => {
    await office.as('李保')
    await office.ok('documents.register', office.incoming())
    await office.station.lock('locked')
    const { entries, lost } = await restored()
    expect(lost).toBeGreaterThan(0)
    expect(await office.no('session.signIn', signer('李保'))).toMatchObject({ code: 'vault.putBack' })
    await office.as('冯审')
    await office.ok('audit.acknowledge', { reason: '数据盘损坏，按审批恢复备份' })
    const { rows } = await office.ok('audit.list', { call: 'setup.restore', outcome: 'done' })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ seq: entries, actor: '郑系', role: '系统管理员', act: '恢复备份', object: '郑系 冯审' })
    expect(rows[0]?.facts).toContainEqual({ label: '未进备份的记录', text: String(lost) })
    await office.as('李保')
    expect((await office.ok('documents.list', {})).total).toBe(1)
    await office.ok('documents.register', office.incoming())
    await office.station.lock('locked')
    expect(verify(office.dir).verdict.broken).toEqual([])
  })

  it('what was here lies set aside, whole, until the next good backup', async () => {
    await office.as('李保')
    await office.ok('documents.register', office.incoming())
    await office.station.lock('locked')
    await restored()
    const aside = lying().find((name) => name.startsWith('set-aside')) as string
    expect(lying().sort()).toEqual([...WHOLE, aside].sort())
    expect(statSync(join(office.dir, aside)).mode & 0o777).toBe(0o700)
    expect(verify(join(office.dir, aside)).verdict.broken).toEqual([])
    await office.as('冯审')
    await office.ok('audit.acknowledge', { reason: '恢复备份' })
    await backedUp()
    expect(lying().sort()).toEqual(WHOLE)
  })

  it('a second restore within the same minute sets its own aside: what was here first stays whole', async () => {
    await office.as('李保')
    const { number } = await office.ok('documents.register', office.incoming())
    await office.station.lock('locked')
    await restored()
    await restored()
    const asides = lying().filter((name) => name.startsWith('set-aside'))
    expect(asides).toHaveLength(2)
    const told = asides.map((aside) => verify(join(office.dir, aside)).verdict)
    expect(told.flatMap(({ broken }) => broken.filter(({ what }) => what !== '末条登记'))).toEqual([])
    const [first] = asides.sort()
    await behindTheDoor(join(office.dir, first as string), (database) =>
      expect(database.prepare('SELECT count(*) FROM document WHERE number = ?').pluck().get(number)).toBe(1),
    )
  })

  it('口令 with the passwords of its time, also after the data key was renewed and passwords changed', async () => {
    await office.as('郑系')
    await office.ok('keys.renew', {})
    await office.ok('session.changePassword', { current: passwordOf('郑系'), next: 'Another#2026pass' })
    await office.station.lock('locked')
    const input = await chosen()
    // 冯审's password is still the one of then: what is here opens by it
    expect((await office.ok('setup.compareBackup', input)).here).toMatchObject({ found: 'longer' })
    await office.ok('setup.restore', input)
    await office.as('冯审')
    await office.ok('audit.acknowledge', { reason: '恢复备份' })
    await office.as('郑系')
  })

  it('no document lost: only what was recorded of the backup itself is not in it', async () => {
    const compared = await office.ok('setup.compareBackup', await chosen())
    expect(compared.here).toMatchObject({ found: 'longer', documents: 0, numbers: [], lost: 3 })
  })
})

describe('审计 the row of a restore, changed with its record rebuilt', () => {
  const changed = async (sql: string) => {
    await restored()
    await office.as('冯审')
    await office.ok('audit.acknowledge', { reason: '恢复备份' })
    await office.station.lock('locked')
    expect(verify(office.dir).verdict.broken).toEqual([])
    await behindTheDoor(office.dir, (database) => {
      withoutTriggers(database, () => {
        database.exec(sql)
        rebuildRecord(database)
      })
    })
    return verify(office.dir).verdict.broken.filter(({ where }) => where.startsWith('restoration'))
  }

  it('what was lost is not what both signed', async () => {
    expect(await changed('UPDATE restoration SET lost = 0')).toEqual([expect.objectContaining({ what: '恢复' })])
  })

  it('another auditor than the one who signed', async () => {
    const found = await changed('UPDATE restoration SET agreed_by = 2')
    expect(found).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ what: '签名' }),
        expect.objectContaining({ what: '恢复', why: expect.stringContaining('安全审计员') }),
      ]),
    )
  })
})

describe('清单43 on a new computer, and where what is here is damaged', () => {
  it('an empty folder: the vault is there again, with its witness, and the restore on record', async () => {
    const root = mkdtempSync(join(tmpdir(), 'mijuan-new-'))
    const dir = join(root, 'vault')
    const station = openStation({ dir, clock: office.clock, argon: argonFloor })
    const input = await chosen(station)
    expect((await must(station, 'setup.compareBackup', input)).here).toEqual({
      found: 'none',
      entries: null,
      lost: null,
      documents: null,
      numbers: [],
      records: [],
      witness: null,
    })
    await must(station, 'setup.restore', input)
    expect(await must(station, 'setup.status', {})).toMatchObject({ vault: 'locked', unit: '青禾市疾控示范中心' })
    expect(statSync(dir).mode & 0o777).toBe(0o700)
    await must(station, 'session.signIn', signer('李保'))
    expect((await must(station, 'documents.list', {})).total).toBe(1)
    await must(station, 'session.signOut', {})
    await must(station, 'session.signIn', signer('冯审'))
    expect((await must(station, 'audit.list', { call: 'setup.restore' })).rows).toHaveLength(1)
    await station.close()
    expect(verify(dir).verdict.broken).toEqual([])
    rmSync(root, { recursive: true, force: true })
  })

  it.each(['vault.db', 'keys.json'])('%s destroyed: told that it cannot be read, and what 末条登记 knows', async (name) => {
    await office.as('李保')
    await office.ok('documents.register', office.incoming())
    await office.station.lock('locked')
    writeFileSync(join(office.dir, name), Buffer.alloc(8192, 7))
    const input = await chosen()
    expect((await office.ok('setup.compareBackup', input)).here).toMatchObject({
      found: 'unread',
      lost: null,
      witness: expect.stringMatching(/当时有\d+条/),
    })
    await office.ok('setup.restore', input)
    await office.as('冯审')
    await office.ok('audit.acknowledge', { reason: '数据损坏，恢复备份' })
    await office.as('李保')
    await office.station.lock('locked')
    expect(verify(office.dir).verdict.broken).toEqual([])
  })
})

describe('三员 neither of the two alone, and nobody else', () => {
  const refused = async (over: object) => office.no('setup.compareBackup', { ...(await chosen()), ...over })

  it('a wrong password, one person twice, the wrong duties', async () => {
    expect(await refused({ auditor: { name: '冯审', password: 'wrong#password1' } })).toMatchObject({
      code: 'session.wrongPassword',
      field: 'auditor.password',
    })
    expect(await refused({ auditor: signer('郑系') })).toMatchObject({ code: 'rule.forbids', clause: '三员' })
    expect(await refused({ auditor: signer('钱安') })).toMatchObject({ code: 'rule.forbids', clause: '实施条例34', field: 'auditor.name' })
    expect(await refused({ systemAdmin: signer('李保') })).toMatchObject({ code: 'rule.forbids', field: 'systemAdmin.name' })
    expect(await refused({ systemAdmin: signer('冯审'), auditor: signer('郑系') })).toMatchObject({ code: 'rule.forbids' })
    expect(lying().sort()).toEqual(WHOLE)
  })

  it('锁定 five wrong passwords lock the account here, too', async () => {
    for (let n = 0; n < 5; n += 1) await refused({ auditor: { name: '冯审', password: 'wrong#password1' } })
    // Nobody could sign in to unlock it where the vault does not open
    expect(await refused({})).toMatchObject({
      code: 'session.accountLocked',
      field: 'auditor.name',
      message: expect.stringContaining('在空的数据文件夹中恢复'),
    })
    expect(await office.no('session.signIn', signer('冯审'))).toMatchObject({ code: 'session.accountLocked' })
  })

  it('not before it was compared, not with another ticket, not while somebody is in', async () => {
    const input = await chosen()
    expect(await office.no('setup.restore', input)).toMatchObject({ code: 'state.conflict' })
    await office.ok('setup.compareBackup', input)
    expect(await office.no('setup.restore', { ...input, backup: 'AAAAAAAAAAAAAAAAAAAAAA' })).toMatchObject({ code: 'session.ticket' })
    await office.as('李保')
    expect(await office.no('setup.restore', input)).toMatchObject({ code: 'session.alreadySignedIn' })
    expect(await office.station.choose(folder)).toMatchObject({ ok: false })
    // The sign-in let go of it
    await office.station.lock('locked')
    expect(await office.no('setup.restore', input)).toMatchObject({ code: 'session.ticket' })
    expect(lying().sort()).toEqual(WHOLE)
  })
})

it('清单43 whoever compared a backup on a new computer may still set one up there', async () => {
  const root = mkdtempSync(join(tmpdir(), 'mijuan-new-'))
  const station = openStation({ dir: join(root, 'vault'), clock: office.clock, argon: argonFloor })
  await must(station, 'setup.compareBackup', await chosen(station))
  const [input] = await baseInputs['setup.create'].inputs(office)
  await must(station, 'setup.create', input as Input<'setup.create'>)
  await station.close()
  rmSync(root, { recursive: true, force: true })
})

describe('清单43 what is no backup of this vault changes nothing', () => {
  it('another vault’s backup does not cover this one', async () => {
    const other = await openOffice({ level: 'secret' })
    await other.as('郑系')
    const { ticket } = await other.ok('backup.begin', { kind: 'backup' })
    await other.station.carryOut(ticket, mediumOf(other))
    const [name] = readdirSync(mediumOf(other))
    const input = await chosen(office.station, join(mediumOf(other), name as string))
    expect(await office.no('setup.compareBackup', input)).toMatchObject({ code: 'vault.exists' })
    await other.close()
  })

  it('a spoilt page, other keys under it, a manifest written anew', async () => {
    const spoil = async (name: string, change: (bytes: Buffer) => Buffer) => {
      const path = join(folder, name)
      const whole = readFileSync(path)
      writeFileSync(path, change(Buffer.from(whole)))
      const reply = await office.station.choose(folder)
      if (reply.ok && reply.backup) {
        const refusal = await office.no('setup.compareBackup', { backup: reply.backup.ticket, ...both })
        expect(refusal.code).toMatch(/^vault\.(medium|damaged)$/)
      }
      writeFileSync(path, whole)
      expect(lying().sort()).toEqual(WHOLE)
    }
    await spoil('vault.db', (bytes) => {
      bytes[9000] = (bytes[9000] as number) ^ 1
      return bytes
    })
    await spoil('backup.json', (bytes) => Buffer.from(bytes.toString().replace(/"at": "2026-03-10/, '"at": "2026-04-10')))
    await spoil('keys.json', (bytes) => Buffer.from(bytes.toString().replace('"level": "confidential"', '"level": "secret"')))
    expect(existsSync(join(office.dir, 'restoring'))).toBe(false)
  })
})
