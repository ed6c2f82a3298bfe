import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { buildApp, buildScreen } from '../../tools/build.ts'
import { type Office, openOffice, passwordOf } from '../support/office.ts'
import { world, type WindowStandIn } from './electron-stand-in.ts'
import { beginShellTest, endShellTest, fromPage, opened, startApp } from './shell.ts'

vi.mock('electron', () => import('./electron-stand-in.ts'))

const argv = process.argv
const password = 'Shell#today-2026'
let office: Office
let window: WindowStandIn
let medium: string

/** The shell's vault knows no clock but the system's: the 系统管理员 has a password of today. */
beforeAll(async () => {
  await buildScreen()
  await buildApp()
  office = await openOffice()
  await office.later(new Date().toISOString(), '郑系')
  await office.ok('session.changePassword', { current: passwordOf('郑系'), next: password })
  await office.station.close()
})
afterAll(() => office.close())

/** The real shell over the bundled vault, with a folder as medium. */
beforeEach(async () => {
  beginShellTest()
  const data = join(world.userData, 'vault')
  medium = join(world.userData, 'medium')
  mkdirSync(medium)
  cpSync(office.dir, data, { recursive: true })
  await startApp({ args: ['.', '--data', data] })
  window = await opened()
  await called('session.signIn', { name: '郑系', password })
})
afterEach(async () => {
  process.argv = argv
  await endShellTest()
})

const called = async (name: string, input: object = {}) => {
  const reply = (await fromPage(window, 'mijuan:call', name, input)) as { ok: boolean; output: Record<string, unknown>; refused: object }
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.refused)}`)
  return reply.output
}
const deliver = async (how: string, kind: 'backup' | 'drill') => {
  const { ticket } = await called('backup.begin', { kind })
  return fromPage(window, 'mijuan:deliver', how, ticket)
}

test('清单42 the bundled vault writes, in its own thread, where the system’s dialog says; no path reaches the page', async () => {
  world.folder = medium
  const ended = await deliver('saveBackup', 'backup')
  expect(ended).toEqual({ ok: true, how: 'saved' })
  expect(world.askedFolder).toEqual([
    { title: '选择备份介质上的文件夹', buttonLabel: '备份到这里', properties: ['openDirectory', 'dontAddToRecent', 'createDirectory'] },
  ])
  const [name = ''] = readdirSync(medium)
  expect(name).toMatch(/^密卷备份-\d{8}-\d{4}$/)
  world.folder = join(medium, name)
  expect(await deliver('tryBackup', 'drill')).toEqual({ ok: true, how: 'saved' })
  expect(JSON.stringify(await called('backup.list', {}))).not.toContain(world.userData)
  await called('session.signOut', {})
  const chosen = await fromPage(window, 'mijuan:choose')
  expect(chosen).toMatchObject({ ok: true, backup: { name, unit: '青禾市疾控示范中心' } })
  expect(JSON.stringify(chosen)).not.toContain(world.userData)
})

test('清单42 the dialog is left: nothing is begun, and that is on record', async () => {
  world.folder = ''
  expect(await deliver('saveBackup', 'backup')).toEqual({ ok: true, how: 'cancelled' })
  expect((await called('backup.list', {})).rows).toEqual([])
  await called('session.signOut', {})
  expect(await fromPage(window, 'mijuan:choose')).toEqual({ ok: true, backup: null })
})
