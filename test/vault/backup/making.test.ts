import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verify } from '../../support/attack.ts'
import { mediumOf } from '../../support/records.ts'
import { MORNING, type Office, openOffice } from '../../support/office.ts'
import { smallDisk } from '../../support/small-disk.ts'

let office: Office
let medium: string
beforeEach(async () => {
  office = await openOffice()
  medium = mediumOf(office)
  await office.as('李保')
  for (let n = 0; n < 3; n += 1) await office.ok('documents.register', office.incoming())
  await office.as('郑系')
})
afterEach(() => office.close())

const begin = async (kind: 'backup' | 'drill', folder = medium) => {
  const { ticket } = await office.ok('backup.begin', { kind })
  return office.station.carryOut(ticket, folder)
}
const lying = (folder = medium) => readdirSync(folder).sort()
const last = async () => (await office.ok('backup.list', { limit: 1 })).rows[0]

describe('清单42 a backup', () => {
  it('lies whole under its name, for its owner alone, and the standalone verifier reads it as it lies', async () => {
    expect(await begin('backup')).toEqual({ ok: true, how: 'saved' })
    expect(lying()).toEqual(['密卷备份-20260310-0900'])
    const folder = join(medium, '密卷备份-20260310-0900')
    expect(lying(folder)).toEqual(['backup.json', 'heads.log', 'keys.json', 'vault.db'])
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    for (const name of lying(folder)) expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600)
    const { exit, verdict } = verify(folder)
    expect(verdict.broken).toEqual([])
    expect(exit).toBe(0)
    const row = await last()
    expect(row).toMatchObject({ kind: 'backup', outcome: 'good', by: '郑系', name: '密卷备份-20260310-0900', why: null })
    expect(verdict.head).toMatchObject({ size: row?.entries, root: row?.root })
    expect(statSync(join(folder, 'vault.db')).size).toBe(row?.bytes)
  })

  it('is on record before it starts and after its end, with a checkpoint and a line beside the database', async () => {
    const before = readFileSync(join(office.dir, 'heads.log'), 'utf8').split('\n').length
    await begin('backup')
    await office.as('冯审')
    const { rows } = await office.ok('audit.list', { actor: '郑系', limit: 5 })
    expect(rows.map(({ call }) => call)).toEqual(['session.signOut', 'vault.checkpoint', 'shell.backup', 'backup.begin', 'session.signIn'])
    const [, , ended] = rows
    expect(ended).toMatchObject({ act: '备份有效', object: '密卷备份-20260310-0900' })
    expect(ended?.facts).toContainEqual({ label: '结果', text: '有效' })
    const lines = readFileSync(join(office.dir, 'heads.log'), 'utf8')
      .split('\n')
      .slice(before - 1)
    expect(lines.map((line) => line.split(' ')[4])).toContain('备份')
  })

  it('has nothing of what was registered in the names of its files, nor in plain', async () => {
    await begin('backup')
    const folder = join(medium, lying()[0] as string)
    for (const name of lying(folder)) expect(readFileSync(join(folder, name)).includes(Buffer.from('示范工作')), name).toBe(false)
  })

  it('acts go on during it; what they do is not in it, and it holds', async () => {
    const { ticket } = await office.ok('backup.begin', { kind: 'backup' })
    const ended = office.station.carryOut(ticket, medium)
    const { running } = await office.ok('backup.progress', {})
    expect(running).toMatchObject({ kind: 'backup', sameDisk: true })
    for (let n = 0; n < 20; n += 1) await office.ok('office.settings', {})
    await office.no('people.unlock', { person: 1 })
    expect(await ended).toEqual({ ok: true, how: 'saved' })
    expect((await office.ok('backup.progress', {})).running).toBeNull()
    const row = await last()
    const { verdict } = verify(join(medium, row?.name as string))
    expect(verdict).toMatchObject({ ok: true, head: { size: row?.entries } })
  })

  it('on the disk of the data it is told as that, also after its end, until another lies elsewhere or the session ends', async () => {
    const told = async () => (await office.ok('backup.progress', {})).endedOnSameDisk
    expect(await told()).toBe(false)
    await begin('backup')
    expect(await told()).toBe(true)
    const elsewhere = smallDisk(null, 65_536)
    if (elsewhere) {
      await begin('backup', elsewhere.dir)
      expect(await told()).toBe(false)
      elsewhere.remove()
    }
    await begin('backup')
    await office.as('郑系')
    expect(await told()).toBe(false)
  })

  it('one at a time; the data key is not renewed under it', async () => {
    const { ticket } = await office.ok('backup.begin', { kind: 'backup' })
    const { ticket: second } = await office.ok('backup.begin', { kind: 'backup' })
    const ended = office.station.carryOut(ticket, medium)
    expect(await office.station.carryOut(second, medium)).toMatchObject({ ok: false, message: expect.stringContaining('已有一项') })
    expect(await office.no('backup.begin', { kind: 'drill' })).toMatchObject({ code: 'state.conflict' })
    expect(await office.no('keys.renew', {})).toMatchObject({ code: 'state.conflict' })
    expect(await ended).toMatchObject({ ok: true })
    await office.ok('keys.renew', {})
    expect(await begin('backup')).toMatchObject({ ok: true })
    expect(verify(join(medium, lying().at(-1) as string)).verdict.broken).toEqual([])
  })

  it('a ticket serves once, and for what it was given', async () => {
    const { ticket } = await office.ok('backup.begin', { kind: 'backup' })
    await office.station.carryOut(ticket, medium)
    expect(await office.station.carryOut(ticket, medium)).toMatchObject({ ok: false })
    expect(await office.station.carryOut('nobody-gave-this-one', medium)).toMatchObject({ ok: false })
    expect(lying()).toHaveLength(1)
  })
})

describe('清单42 a backup that comes to nothing leaves none that looks whole', () => {
  it('stopped at forty moments, from its first step to its last: the vault goes on, and what lies there is a whole backup or nothing', async () => {
    for (let n = 0; n < 40; n += 1) {
      const { ticket } = await office.ok('backup.begin', { kind: 'backup' })
      const ended = office.station.carryOut(ticket, medium)
      await setTimeout(n * 4)
      await office.station.call('backup.cancel', {})
      const { rows } = await ended.then(() => office.ok('backup.list', { limit: 1 }))
      expect(['good', 'cancelled']).toContain(rows[0]?.outcome)
    }
    const good = (await office.ok('backup.list', { limit: 100 })).rows.filter(({ outcome }) => outcome === 'good')
    expect(readdirSync(medium).filter((name) => name.startsWith('.'))).toEqual([])
    expect(readdirSync(medium).length).toBe(Math.min(good.length, 7))
  }, 120_000)

  const expectNothing = async (outcome: string) => {
    expect(lying()).toEqual([])
    expect(await last()).toMatchObject({ outcome, name: null, root: null })
    expect(await begin('backup')).toEqual({ ok: true, how: 'saved' })
  }

  it('stopped by hand', async () => {
    const { ticket } = await office.ok('backup.begin', { kind: 'backup' })
    const ended = office.station.carryOut(ticket, medium)
    await office.ok('backup.cancel', {})
    expect(await ended).toEqual({ ok: true, how: 'cancelled' })
    expect(await office.no('backup.cancel', {})).toMatchObject({ code: 'state.conflict' })
    await expectNothing('cancelled')
  })

  it('锁定 locked meanwhile: on record before the lock', async () => {
    const { ticket } = await office.ok('backup.begin', { kind: 'backup' })
    const ended = office.station.carryOut(ticket, medium)
    await office.station.lock('locked')
    expect(await ended).toMatchObject({ ok: false, message: expect.stringContaining('已锁定') })
    await office.as('郑系')
    await expectNothing('cancelled')
  })

  it('a medium without room, told before a byte is written and when it runs full', async ({ skip }) => {
    const disk = smallDisk(null, 4096)
    if (!disk) return skip('no small disk can be mounted here')
    const bytes = statSync(join(office.dir, 'vault.db')).size
    disk.fill(8192)
    expect(await begin('backup', disk.dir)).toMatchObject({ ok: false, message: expect.stringMatching(/空间不足.*需要\d+MB/) })
    disk.clear()
    disk.fill(bytes + 4096)
    expect(await begin('backup', disk.dir)).toMatchObject({ ok: false, message: expect.stringContaining('空间不足') })
    expect(lying(disk.dir)).toEqual([])
    disk.clear()
    expect(await begin('backup', disk.dir)).toEqual({ ok: true, how: 'saved' })
    expect(verify(join(disk.dir, lying(disk.dir)[0] as string)).verdict.broken).toEqual([])
    disk.remove()
  })

  it('a medium that is pulled, and one that is write-protected', async () => {
    expect(await begin('backup', join(medium, 'gone'))).toMatchObject({ ok: false, message: expect.stringContaining('介质已取出') })
    writeFileSync(join(medium, 'a file'), '')
    expect(await begin('backup', join(medium, 'a file'))).toMatchObject({ ok: false })
    if (process.getuid?.() === 0) return
    chmodSync(medium, 0o500)
    expect(await begin('backup')).toMatchObject({ ok: false })
    chmodSync(medium, 0o700)
  })

  it('into the data folder itself', async () => {
    mkdirSync(join(office.dir, 'inside'))
    for (const folder of [office.dir, join(office.dir, 'inside')])
      expect(await begin('backup', folder)).toMatchObject({ ok: false, message: expect.stringContaining('数据文件夹') })
  })

  it('a record that does not hold is no good backup', async () => {
    const { behindTheDoor } = await import('../../support/attack.ts')
    await office.station.lock('locked')
    await behindTheDoor(office.dir, (database) => {
      database.prepare("UPDATE person SET post = '假' WHERE id = 4").run()
    })
    await office.as('郑系')
    expect(await begin('backup')).toMatchObject({ ok: false, message: expect.stringContaining('核验没有通过') })
    expect(lying()).toEqual([])
    expect(await last()).toMatchObject({ outcome: 'failed' })
  })
})

describe('清单42 generations', () => {
  it('the last ones stay, older ones go once a new one is good; what is not ours stays', async () => {
    await office.as('钱安')
    await office.ok('office.changeSettings', { backupGenerations: 2 })
    await office.as('郑系')
    const strangers = ['密卷备份-20200101-0000', '密卷备份-20200102-0000', '照片']
    for (const name of strangers) mkdirSync(join(medium, name))
    // Another vault's backup on the same medium, and one of ours whose manifest somebody wrote anew
    const other = await openOffice({ level: 'secret' })
    await other.as('郑系')
    const { ticket } = await other.ok('backup.begin', { kind: 'backup' })
    await other.station.carryOut(ticket, medium)
    await other.close()
    renameSync(join(medium, '密卷备份-20260310-0900'), join(medium, '密卷备份-20260101-0000'))
    await begin('backup')
    renameSync(join(medium, '密卷备份-20260310-0900'), join(medium, '密卷备份-20260102-0000'))
    const manifest = join(medium, '密卷备份-20260102-0000', 'backup.json')
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/"entries": \d+/, '"entries": 1'))
    const foreign = ['密卷备份-20260101-0000', '密卷备份-20260102-0000', ...strangers]
    const sizes: (number | null | undefined)[] = []
    for (const minute of ['01', '02', '03', '04']) {
      office.clock.set(`2026-03-10T09:${minute}:00+08:00`)
      expect(await begin('backup')).toMatchObject({ ok: true })
      sizes.push((await last())?.entries)
    }
    expect(lying()).toEqual([...foreign, '密卷备份-20260310-0903', '密卷备份-20260310-0904'].sort())
    // The clock set back: by the record, the one that is oldest goes
    office.clock.set('2026-03-10T08:00:00+08:00')
    expect(await begin('backup')).toMatchObject({ ok: true })
    expect(lying()).toEqual([...foreign, '密卷备份-20260310-0800', '密卷备份-20260310-0904'].sort())
    expect(sizes).toEqual([...sizes].sort((a, b) => Number(a) - Number(b)))
  })
})

describe('清单43 the drill', () => {
  it('opens and verifies a backup and changes nothing; it is on record', async () => {
    await begin('backup')
    const folder = join(medium, lying()[0] as string)
    expect(await begin('drill', folder)).toEqual({ ok: true, how: 'saved' })
    expect(await last()).toMatchObject({ kind: 'drill', outcome: 'good', name: lying()[0] })
    expect(existsSync(join(office.dir, 'drill'))).toBe(false)
    expect(lying(folder)).toEqual(['backup.json', 'heads.log', 'keys.json', 'vault.db'])
    // A drill is no backup: the next one is not due later for it
    office.clock.set('2026-03-20T09:00:00+08:00')
    await office.later('2026-03-12T09:00:00+08:00', '郑系')
    expect(await office.ok('backup.list', {})).toMatchObject({ last: new Date(MORNING).toISOString(), days: 2, every: 7 })
  })

  it('a flipped bit, a cut file, a missing one, another vault’s: told, and nothing is good', async () => {
    await begin('backup')
    const folder = join(medium, lying()[0] as string)
    const database = join(folder, 'vault.db')
    const whole = readFileSync(database)
    const flipped = Buffer.from(whole)
    flipped[Math.floor(whole.length / 2)] = (flipped[Math.floor(whole.length / 2)] as number) ^ 1
    for (const spoilt of [flipped, whole.subarray(0, whole.length - 4096), Buffer.alloc(0)]) {
      writeFileSync(database, spoilt)
      expect(await begin('drill', folder)).toMatchObject({ ok: false })
    }
    writeFileSync(database, Buffer.concat([Buffer.alloc(4096), whole.subarray(4096)]))
    expect(await begin('drill', folder)).toMatchObject({ ok: false, message: expect.stringContaining('本库的数据没有动') })
    writeFileSync(database, whole)
    const keys = readFileSync(join(folder, 'keys.json'), 'utf8')
    writeFileSync(join(folder, 'keys.json'), keys.slice(0, 200))
    expect(await begin('drill', folder)).toMatchObject({ ok: false, message: expect.stringContaining('这份备份不能用') })
    writeFileSync(join(folder, 'keys.json'), keys)
    expect(await begin('drill', medium)).toMatchObject({ ok: false, message: expect.stringContaining('不是密卷的备份') })
    expect(await begin('drill', folder)).toMatchObject({ ok: true })
    await office.ok('keys.renew', {})
    expect(await begin('drill', folder)).toMatchObject({ ok: false, message: expect.stringContaining('更换数据密钥以前的') })
  })
})
