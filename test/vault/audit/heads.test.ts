import { appendFileSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { headsPath } from '../../../electron/vault/audit/heads.ts'
import { behindTheDoor, copyOf, lengthenHeads, rebuildHeads, rebuildRecord, removeCopies, verify, withoutTriggers } from '../../support/attack.ts'
import { runUntil } from '../../support/exactly.ts'
import { type Office, openOffice, passwordOf } from '../../support/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(async () => {
  await office.close()
  removeCopies()
})

const linesOf = (dir: string) => readFileSync(headsPath(dir), 'utf8').split('\n').slice(0, -1)
const whyOf = (dir: string) => linesOf(dir).map((line) => line.split(' ')[4])
const closed = async () => {
  await office.station.lock('locked')
  return copyOf(office.dir)
}
const register = async () => {
  await office.as('李保')
  await office.ok('documents.register', office.incoming())
}
const databaseOf = (dir: string) => join(dir, 'vault.db')
/** Puts an earlier file in the place of today's, with nothing of today's left beside it. */
const putBack = (from: string, file: string) => {
  copyFileSync(join(from, file), join(office.dir, file))
  for (const beside of ['vault.db-wal', 'vault.db-shm']) rmSync(join(office.dir, beside), { force: true })
}
const signIn = (name: string) => office.no('session.signIn', { name, password: passwordOf(name) })
const reason = '系统管理员按批准恢复了昨日的数据'

/** Nobody but the auditor comes in, is told why, and after the acknowledgement everybody does. */
const expectStopped = async (words: RegExp) => {
  for (const name of ['李保', '郑系', '钱安', '周阅']) {
    const refused = await signIn(name)
    expect(refused).toMatchObject({ code: 'vault.putBack', clause: '审计' })
    expect(refused.message).toMatch(words)
  }
  await office.as('冯审')
  expect((await office.ok('audit.heads', {})).putBack).toMatch(words)
  expect((await office.ok('today.home', {})).reminders[0]).toMatchObject({ level: 'urgent', desk: 'audit', text: expect.stringMatching(words) })
}

describe('末条登记', () => {
  it('审计 a line for each session that ends, each change of duties and keys, each print and checkpoint; for its owner alone', async () => {
    const before = linesOf(office.dir).length
    expect(before).toBeGreaterThan(10)
    expect(statSync(headsPath(office.dir)).mode & 0o777).toBe(0o600)
    await office.as('李保')
    await office.ok('paper.register', { register: 'classified', year: 2026 })
    await office.as('冯审')
    await office.ok('audit.checkpoint', {})
    await office.station.lock('idle')
    expect(whyOf(office.dir).slice(before)).toEqual(['打印', '锁定', '检查点', '空闲锁定'])
    const [n, size] = (linesOf(office.dir).at(-1) as string).split(' ')
    expect(Number(n)).toBe(before + 4)
    await office.as('冯审')
    expect((await office.ok('audit.summary', {})).entries).toBe(Number(size) + 1)
  })

  it('审计 the database may be ahead of its last line: a program that was ended, a line that a power cut left half', async () => {
    await register()
    const killed = copyOf(office.dir)
    appendFileSync(headsPath(killed), '99 1000 half a li')
    await office.station.lock('locked')
    for (const file of ['vault.db', 'vault.db-wal', 'heads.log'])
      if (existsSync(join(killed, file))) copyFileSync(join(killed, file), join(office.dir, file))
    await office.as('李保')
    await office.station.lock('locked')
    expect(linesOf(office.dir).at(-1)).toMatch(/^\d+ \d+ \S+ \S+ 锁定 \S+$/)
    await office.as('冯审')
    expect(await office.ok('audit.heads', {})).toMatchObject({ putBack: null })
  })
})

describe('data put back', () => {
  it('审计 the whole database of yesterday: only the auditor comes in, acknowledges with a reason, and work goes on; all of it is on record', async () => {
    const yesterday = await closed()
    await register()
    await closed()
    putBack(yesterday, 'vault.db')
    await expectStopped(/数据比最后一次登记的旧/)
    // What the auditor does meanwhile hides nothing: no line is written
    await office.station.lock('locked')
    expect((await signIn('李保')).code).toBe('vault.putBack')
    await office.as('冯审')
    expect(await office.no('audit.acknowledge', {})).toMatchObject({ code: 'input.missing', field: 'reason' })
    await office.ok('audit.acknowledge', { reason })
    expect(await office.ok('audit.heads', {})).toMatchObject({ putBack: null, lines: 1 })
    expect(await office.no('audit.acknowledge', { reason })).toMatchObject({ code: 'state.conflict' })
    // With the refusals the record has grown past the last line meanwhile
    const { rows } = await office.ok('audit.list', { call: 'audit.acknowledge', outcome: 'done' })
    expect(rows[0]).toMatchObject({ actor: '冯审', object: '末条登记', facts: [{ label: '发现', text: '记录不同' }] })
    expect((await office.ok('audit.list', { outcome: 'refused', actor: '李保' })).rows[0]).toMatchObject({ code: 'vault.putBack' })
    await register()
    await office.as('李保')
    await office.as('冯审')
    expect(await office.ok('audit.heads', {})).toMatchObject({ putBack: null })
    expect(await office.ok('audit.verify', {})).toMatchObject({ ok: true })
  })

  it('审计 the acknowledgement is signed by the auditor and makes a checkpoint; rewritten with the data key, it does not fit what was signed', async () => {
    const yesterday = await closed()
    await register()
    await closed()
    putBack(yesterday, 'vault.db')
    await office.as('冯审')
    await office.ok('audit.acknowledge', { reason })
    expect((await office.ok('audit.checkpoints', { limit: 1 })).rows).toMatchObject([{ occasion: 'putBack', by: '冯审' }])
    const dir = await closed()
    expect(verify(dir).verdict.broken).toEqual([])
    await behindTheDoor(dir, (database) =>
      withoutTriggers(database, () => {
        database.exec("UPDATE acknowledgement SET reason = '日常维护'")
        rebuildRecord(database)
        rebuildHeads(database, dir)
      }),
    )
    expect(verify(dir).verdict.broken.map(({ where, why }) => `${where} ${why}`)).toContain('acknowledgement 1 所写的与所签的不同')
  })

  it('审计 put back and gone on with until the record is longer: it is another record', async () => {
    const yesterday = await closed()
    await register()
    await closed()
    putBack(yesterday, 'vault.db')
    for (let n = 0; n < 6; n += 1) await office.as('冯审')
    await office.station.lock('locked')
    expect((await signIn('李保')).message).toMatch(/前\d+条记录已不是最后一次登记时的记录/)
  })

  it('审计 the database and the keys of yesterday', async () => {
    const yesterday = await closed()
    await register()
    await closed()
    putBack(yesterday, 'vault.db')
    putBack(yesterday, 'keys.json')
    await expectStopped(/数据比最后一次登记的旧/)
  })

  it('审计 the head file cut, taken away, or one letter of it changed', async () => {
    await register()
    await office.as('钱安')
    await closed()
    const whole = readFileSync(headsPath(office.dir))
    truncateSync(headsPath(office.dir), whole.indexOf('\n') + 1)
    expect((await signIn('李保')).message).toMatch(/应有\d+行，现有1行/)
    rmSync(headsPath(office.dir))
    expect((await signIn('李保')).message).toMatch(/应有\d+行，现有0行/)
    writeFileSync(headsPath(office.dir), whole.toString().replace('锁定', '退出'))
    await expectStopped(/末条登记（heads.log）被改动/)
    await office.station.lock('locked')
    writeFileSync(headsPath(office.dir), whole)
    await office.as('李保')
  })

  it('审计 something else in the head file’s place: the auditor still comes in', async () => {
    await closed()
    rmSync(headsPath(office.dir))
    mkdirSync(headsPath(office.dir), { mode: 0o700 })
    await expectStopped(/末条登记（heads.log）被改动/)
    await office.ok('audit.acknowledge', { reason })
    expect((await office.ok('audit.heads', {})).putBack).not.toBeNull()
    await office.station.lock('locked')
    rmSync(headsPath(office.dir), { recursive: true })
    await office.as('李保')
  })

  it('审计 a file of more lines than a sign-in looks at: the last thousand are held to their seals, and the verifier holds all', async () => {
    await closed()
    await behindTheDoor(office.dir, (database) => lengthenHeads(database, office.dir, 1_200))
    await office.as('李保')
    await office.station.lock('locked')
    expect(linesOf(office.dir).length).toBeGreaterThan(1_200)
    expect(verify(office.dir).verdict.broken).toEqual([])
    const lines = linesOf(office.dir)
    const put = (at: number) =>
      writeFileSync(headsPath(office.dir), `${lines.with(at, (lines[at] as string).replace('2026-', '2025-')).join('\n')}\n`)
    put(5)
    await office.as('李保')
    await office.station.lock('locked')
    expect(verify(office.dir).places).toEqual(['heads.log 第 6 行'])
    put(lines.length - 500)
    expect((await signIn('李保')).code).toBe('vault.putBack')
    expect(verify(office.dir).places).toEqual([`heads.log 第 ${lines.length - 499} 行`])
  })

  it('审计 the head files of two vaults exchanged', async () => {
    const other = await openOffice({ level: 'secret' })
    await other.station.lock('locked')
    await closed()
    copyFileSync(headsPath(other.dir), headsPath(office.dir))
    await expectStopped(/或是另一个库的/)
    await other.close()
  })

  it('审计 everything in the folder put back together fits itself; the checkpoint kept outside tells', async () => {
    const yesterday = await closed()
    await register()
    await office.as('冯审')
    const { text } = await office.ok('audit.checkpoint', {})
    await closed()
    for (const file of ['vault.db', 'keys.json', 'heads.log']) putBack(yesterday, file)
    await office.as('李保')
    await office.station.lock('locked')
    const outside = join(office.dir, '../checkpoint.txt')
    writeFileSync(outside, text)
    expect(verify(office.dir).exit).toBe(0)
    const { exit, first } = verify(office.dir, { checkpoint: outside })
    expect([exit, first?.where]).toEqual([1, 'checkpoint.txt'])
    rmSync(outside)
    expect(existsSync(databaseOf(office.dir))).toBe(true)
  })
})

describe('killed between the record and the line', () => {
  it('审计 at every step of leaving: the file lags behind or is there, and people come in', async () => {
    await register()
    const dir = await closed()
    const script = [
      { call: 'session.signIn', input: { name: '李保', password: passwordOf('李保') } },
      { call: 'session.signOut', input: {} },
    ]
    const { steps } = await runUntil(copyOf(dir), script, Number.POSITIVE_INFINITY)
    expect(steps).toEqual(expect.arrayContaining(['COMMIT', 'openSync', 'writeSync', 'fsyncSync']))
    for (const [index, step] of steps.entries()) {
      const killed = copyOf(dir)
      expect((await runUntil(killed, script, index + 1)).died, step).toBe(step)
      const again = [...script, { call: 'session.signIn', input: { name: '冯审', password: passwordOf('冯审') } }, { call: 'audit.heads', input: {} }]
      const { last } = await runUntil(killed, again, Number.POSITIVE_INFINITY)
      expect(last, step).toMatchObject({ ok: true, output: { putBack: null } })
    }
  })
})
