import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { quarterStart } from '../../../electron/vault/paper/audit-report.ts'
import { mediumOf } from '../../support/records.ts'
import { identityOf, type Office, openOffice, passwordOf } from '../../support/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

const report = (quarter = 1, year = 2026) => office.ok('paper.auditReport', { year, quarter })

describe('审计 the report of a quarter, from the record alone', () => {
  it('counts what was done and refused by person, act and rule, and tells no title', async () => {
    await office.as('冯审')
    const before = await report()
    await office.as('李保')
    await office.ok('documents.register', office.incoming({ title: '关于春季示范检查的通知' }))
    await office.no('documents.register', office.incoming({ level: 'topSecret' }))
    await office.as('冯审')
    const after = await report()
    const of = ({ people }: typeof after, actor: string) => people.filter((row) => row.actor === actor)
    const sum = (rows: readonly { done: number; refused: number }[]) => rows.reduce((total, { done, refused }) => total + done + refused, 0)
    // Signed in, registered, refused, signed out.
    expect(sum(of(after, '李保')) - sum(of(before, '李保'))).toBe(4)
    expect(after.refused - before.refused).toBe(1)
    expect(after.clauses).toContainEqual({ clause: '保密法31', refused: 1 })
    expect(after.acts).toContainEqual(expect.objectContaining({ act: '登记', refused: 1 }))
    expect(sum(after.people)).toBe(after.done + after.refused)
    expect(sum(after.acts)).toBe(after.done + after.refused)
    expect(after.entries?.last).toBe(after.done + after.refused - 1)
    expect(JSON.stringify(after)).not.toContain('春季')
  })

  it('names the checkpoints, the changes of duties with their reasons, and every clock set back', async () => {
    await office.as('钱安')
    await office.signed('郑系', 'people.setRoles', { person: office.id('周阅'), roles: ['reader', 'section'], reason: '兼任科室经办' })
    await office.as('冯审')
    const { size } = await office.ok('audit.checkpoint', {})
    office.clock.set('2026-03-10T08:00:00+08:00')
    await office.as('冯审')
    const made = await report()
    expect(made.checkpoints).toMatchObject([{ by: '冯审', size }])
    expect(made.duties.at(-1)).toMatchObject({
      person: '周阅',
      act: '调整角色',
      change: '阅文人 → 阅文人、经办科室',
      reason: '兼任科室经办',
      by: '钱安',
    })
    expect(made.clockBack).toHaveLength(1)
    expect(made.clockBack[0]?.seconds).toBeGreaterThan(3_000)
  })

  it('三员 tells that a 人员编号 was put right, and prints neither', async () => {
    await office.as('钱安')
    await office.signed('郑系', 'people.correctIdentity', { person: office.id('周阅'), identity: 'QH-0099', reason: '录入有误' })
    await office.as('冯审')
    const made = await report()
    expect(made.duties.at(-1)).toMatchObject({ person: '周阅', act: '更正人员编号', reason: '录入有误' })
    for (const number of ['QH-0099', identityOf('周阅')]) expect(JSON.stringify(made)).not.toContain(number)
  })

  it('清单42 43 tells of every backup, drill and restore by its end', async () => {
    const medium = mediumOf(office)
    const signer = (name: string) => ({ name, password: passwordOf(name) })
    const done = async (kind: 'backup' | 'drill', folder: string) => {
      await office.as('郑系')
      const { ticket } = await office.ok('backup.begin', { kind })
      return office.station.carryOut(ticket, folder)
    }
    await done('backup', medium)
    const [name = ''] = readdirSync(medium)
    await done('drill', join(medium, name))
    await done('backup', join(medium, 'none'))
    await office.as('冯审')
    const before = await report()
    expect(before.backups.map(({ what, outcome, name: folder }) => [what, outcome, folder])).toEqual([
      ['备份', '有效', name],
      ['恢复演练', '有效', name],
    ])
    expect(before.restores).toEqual([])
    await office.station.lock('locked')
    const chosen = await office.station.choose(join(medium, name))
    const input = { backup: (chosen.ok && chosen.backup?.ticket) || '', systemAdmin: signer('郑系'), auditor: signer('冯审') }
    await office.ok('setup.compareBackup', input)
    const { entries, lost } = await office.ok('setup.restore', input)
    await office.as('冯审')
    await office.ok('audit.acknowledge', { reason: '恢复备份' })
    const after = await report()
    expect(after.backups).toEqual([])
    expect(after.restores).toEqual([{ at: expect.any(String), entries, lost, by: '郑系', agreed: '冯审' }])
  })

  it('an entry belongs to the quarter of the office’s wall clock', async () => {
    await office.close()
    office = await openOffice({ at: '2026-03-31T23:59:00+08:00' })
    await office.as('冯审')
    await office.ok('session.changePassword', { current: passwordOf('冯审'), next: 'Other#2026spring' })
    const first = await report()
    office.clock.set('2026-04-01T00:01:00+08:00')
    // A report is made before its own entry is.
    expect((await report(2)).entries).toBeNull()
    const second = await report(2)
    expect((await report()).entries?.last).toBe((second.entries?.first ?? 0) - 1)
    expect(first.entries?.first).toBe(0)
    expect(second.entries?.first).toBeGreaterThan(first.entries?.last ?? 0)
    expect(quarterStart(2026, 5)).toBe('2027-01-01T00:00')
  })

  it('an act belongs to the quarter that the clock told, also when the clock ran back out of the next one', async () => {
    await office.close()
    office = await openOffice({ at: '2026-03-31T17:00:00+08:00' })
    await office.as('冯审')
    await office.ok('session.changePassword', { current: passwordOf('冯审'), next: 'Other#2026spring' })
    for (const instant of ['2026-03-31T17:10:00+08:00', '2026-04-01T09:00:00+08:00', '2026-03-31T17:30:00+08:00', '2026-04-01T09:10:00+08:00']) {
      office.clock.set(instant)
      await office.station.lock('locked')
      await office.ok('session.signIn', { name: '冯审', password: 'Other#2026spring' })
      await office.no('paper.auditReport', { year: 2027, quarter: 1 })
    }
    const [first, second] = [await report(1), await report(2)]
    expect([first, second].map(({ clauses }) => clauses)).toMatchObject([[{ clause: '审计', refused: 2 }], [{ clause: '审计', refused: 2 }]])
    expect(first.clockBack).toHaveLength(1)
    // Every entry is in one of the two: the second report counts the first one's print, and its own stands in neither.
    expect((await office.ok('audit.list', {})).total).toBe(first.done + first.refused + second.done + second.refused + 1)
  })

  it('a quarter without entries says so; one that has not begun is refused, and nobody but the auditor prints it', async () => {
    await office.as('冯审')
    expect(await report(4, 2025)).toMatchObject({ entries: null, done: 0, refused: 0, people: [], acts: [] })
    expect(await office.no('paper.auditReport', { year: 2026, quarter: 3 })).toMatchObject({ code: 'input.future', clause: '审计', field: 'quarter' })
    await office.as('钱安')
    expect(await office.no('paper.auditReport', { year: 2026, quarter: 1 })).toMatchObject({ code: 'session.role' })
  })
})
