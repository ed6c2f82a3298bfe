import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Office, openOffice, passwordOf } from '../../support/office.ts'
import { mediumOf } from '../../support/records.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

const signer = (name: string) => ({ name, password: passwordOf(name) })
const lying = () => readdirSync(mediumOf(office)).sort()

/** A backup at this minute; gives its name. */
const backedUp = async (minute: string): Promise<string> => {
  office.clock.set(`2026-03-10T09:${minute}:00+08:00`)
  await office.as('郑系')
  const { ticket } = await office.ok('backup.begin', { kind: 'backup' })
  expect(await office.station.carryOut(ticket, mediumOf(office))).toMatchObject({ ok: true })
  await office.station.lock('locked')
  return `密卷备份-20260310-09${minute}`
}

it('清单42 43 after a restore the backups of the record that was left behind make room first, however long it was', async () => {
  await office.as('钱安')
  await office.ok('office.changeSettings', { backupGenerations: 3 })
  const restored = await backedUp('01')
  await office.as('李保')
  for (let n = 0; n < 40; n += 1) await office.ok('documents.register', office.incoming())
  const left = [await backedUp('02'), await backedUp('03')]
  const chosen = await office.station.choose(join(mediumOf(office), restored))
  if (!chosen.ok || !chosen.backup) throw new Error('no backup was chosen')
  const input = { backup: chosen.backup.ticket, systemAdmin: signer('郑系'), auditor: signer('冯审') }
  await office.ok('setup.compareBackup', input)
  await office.ok('setup.restore', input)
  await office.as('冯审')
  await office.ok('audit.acknowledge', { reason: '数据盘损坏，按审批恢复备份' })
  const first = await backedUp('04')
  expect(lying()).toEqual([restored, left[1], first])
  const second = await backedUp('05')
  expect(lying()).toEqual([restored, first, second])
  const third = await backedUp('06')
  expect(lying()).toEqual([first, second, third])
  // What the restore had set aside went with the first good backup, and the record says so
  await office.as('冯审')
  const { rows } = await office.ok('audit.list', { call: 'shell.backup' })
  expect(rows.flatMap(({ facts }) => facts.filter(({ label }) => label === '删去恢复时移开的旧数据'))).toHaveLength(1)
})
