import { cpSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { COPIED_MS } from '../../electron/shell/clipboard.ts'
import { buildApp, buildScreen } from '../../tools/build.ts'
import { type Office, openOffice } from '../support/office.ts'
import { powerMonitor, send, world, type WindowStandIn } from './electron-stand-in.ts'
import { beginShellTest, endShellTest, fromPage, opened, startApp } from './shell.ts'

vi.mock('electron', () => import('./electron-stand-in.ts'))

const argv = process.argv
let office: Office
let window: WindowStandIn
let ticket: string
let document: number

const password = 'Shell#today-2026'

/** An office with one document, whose officer has a password of today: the shell's vault knows no clock but the system's. */
beforeAll(async () => {
  await buildScreen()
  await buildApp()
  office = await openOffice()
  await office.as('钱安')
  await office.ok('office.changeSettings', { printers: ['office', 'archive'] })
  await office.later(new Date().toISOString(), '李保')
  await office.ok('session.changePassword', { current: office.passwordOf('李保'), next: password })
  document = (await office.ok('documents.register', office.incoming({ title: '关于春季示范检查的通知' }))).id
  await office.station.close()
})
afterAll(() => office.close())

/** The shell on a copy of it, and the officer signed in. */
beforeEach(async () => {
  beginShellTest()
  const data = join(world.userData, 'vault')
  cpSync(office.dir, data, { recursive: true })
  await startApp({ args: ['.', '--data', data] })
  window = await opened()
  await called('session.signIn', { name: '李保', password })
})
afterEach(async () => {
  process.argv = argv
  await endShellTest()
})

type Reply = { ok: boolean; output: Record<string, unknown>; refused: { code: string } }
const call = (name: string, input: object = {}) => fromPage(window, 'mijuan:call', name, input) as Promise<Reply>
const called = async (name: string, input: object = {}) => {
  const reply = await call(name, input)
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.refused)}`)
  return reply.output
}
const printRegister = async () => {
  const printed = await called('paper.register', { year: 2026 })
  ticket = (printed.frame as { ticket: string }).ticket
}
const locked = async () => {
  await vi.waitFor(() => expect(window.webContents.state.reloads).toBe(1))
  expect(await call('documents.get', { document })).toMatchObject({ ok: false, refused: { code: 'session.locked' } })
}

describe('清单17 only the page is answered', () => {
  const page = () => window.webContents.state.mainFrame
  const strangers: [string, () => object][] = [
    ['another window', () => ({ sender: { id: 8 }, senderFrame: page() })],
    ['a frame inside the page', () => ({ sender: window.webContents, senderFrame: { url: 'app://mijuan/', parent: page() } })],
    ['a frame that is gone', () => ({ sender: window.webContents, senderFrame: null })],
    ['a page without address', () => ({ sender: window.webContents, senderFrame: { url: '', parent: null } })],
    ['a page of the web', () => ({ sender: window.webContents, senderFrame: { url: 'https://mijuan/', parent: null } })],
    ['a name that only begins like ours', () => ({ sender: window.webContents, senderFrame: { url: 'app://mijuan.example/', parent: null } })],
  ]
  test('清单17 another window, a frame in the page, a frame that is gone, no address, another address: refused on every channel', async () => {
    for (const [who, event] of strangers)
      for (const channel of world.channels.keys())
        await expect(send(channel, event(), 'session.current', {}), `${who} on ${channel}`).rejects.toThrow('not the page')
    expect(await called('session.current')).toMatchObject({ person: { name: '李保' } })
  })

  test('清单17 20 the channels are these and no more', () => {
    expect([...world.channels.keys()]).toEqual([
      'mijuan:call',
      'mijuan:deliver',
      'mijuan:choose',
      'mijuan:calendar',
      'mijuan:ledger',
      'mijuan:printers',
      'mijuan:copied',
      'mijuan:marked',
      'mijuan:active',
      'mijuan:locked-by',
    ])
  })

  test('清单20 a delivery that is none is refused', async () => {
    for (const how of ['toString', 'constructor', 'ask', ''])
      await expect(fromPage(window, 'mijuan:deliver', how, 'x')).rejects.toThrow('not a delivery')
  })
})

describe('locking', () => {
  test.each(['lock-screen', 'suspend', 'shutdown'])('清单53 39 48 %s: database closed, page reloaded, clipboards empty', async (event) => {
    world.copied = { text: '关于春季示范检查的通知', marked: '春季' }
    powerMonitor.emit(event)
    await locked()
    expect(world.copied).toEqual({ text: '', marked: '' })
  })

  test('清单39 the page that comes after is told once why it is locked', async () => {
    expect(await fromPage(window, 'mijuan:locked-by')).toBe('')
    powerMonitor.emit('suspend')
    await locked()
    expect(await fromPage(window, 'mijuan:locked-by')).toBe('locked')
    expect(await fromPage(window, 'mijuan:locked-by')).toBe('')
  })

  test('清单39 48 signing out on the page reloads it too', async () => {
    world.copied.text = '关于春季示范检查的通知'
    await called('session.signOut', {})
    await locked()
    expect(world.copied.text).toBe('')
    expect(await fromPage(window, 'mijuan:locked-by')).toBe('left')
  })

  test('清单39 a closed window is not reloaded', async () => {
    window.state.destroyed = true
    powerMonitor.emit('suspend')
    await vi.waitFor(async () => expect((await call('session.current')).refused.code).toBe('session.locked'))
    expect(window.webContents.state.reloads).toBe(0)
  })
})

describe('清单48 copying', () => {
  const minute = async () => {
    await vi.advanceTimersByTimeAsync(COPIED_MS)
    vi.useRealTimers()
  }
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))

  test('清单48 a number that the page copied is out of the clipboard after a minute, and not before', async () => {
    world.copied = { text: '密收〔2026〕0001', marked: '' }
    await fromPage(window, 'mijuan:copied', '密收〔2026〕0001')
    await vi.advanceTimersByTimeAsync(COPIED_MS - 1)
    expect(world.copied.text).toBe('密收〔2026〕0001')
    await minute()
    expect(world.copied.text).toBe('')
  })

  test('清单48 the minute begins anew with each copy, and what another program copied since is left alone', async () => {
    await fromPage(window, 'mijuan:copied', '密收〔2026〕0001')
    await vi.advanceTimersByTimeAsync(COPIED_MS - 1)
    world.copied.text = '密收〔2026〕0002'
    await fromPage(window, 'mijuan:copied', '密收〔2026〕0002')
    await vi.advanceTimersByTimeAsync(COPIED_MS - 1)
    expect(world.copied.text).toBe('密收〔2026〕0002')
    world.copied.text = 'of another program'
    await minute()
    expect(world.copied.text).toBe('of another program')
  })

  test.runIf(process.platform === 'linux')('清单48 what is only marked on the page is not left for the middle button', async () => {
    vi.useRealTimers()
    world.copied = { text: 'of another program', marked: '关于春季示范检查的通知' }
    await fromPage(window, 'mijuan:marked')
    expect(world.copied).toEqual({ text: 'of another program', marked: '' })
  })
})

describe('paper', () => {
  beforeEach(printRegister)

  test('清单49 a saved sheet: asked for a place, once, no recent file, without margins, for its owner alone', async () => {
    world.saveTo = join(world.userData, 'sheet.pdf')
    expect(await fromPage(window, 'mijuan:deliver', 'savePaper', ticket)).toEqual({ ok: true, how: 'saved' })
    expect(readFileSync(world.saveTo, 'utf8')).toBe('%PDF-sheet')
    expect(statSync(world.saveTo).mode & 0o777).toBe(0o600)
    expect(world.asked).toEqual([expect.objectContaining({ properties: expect.arrayContaining(['showOverwriteConfirmation', 'dontAddToRecent']) })])
    expect(world.asked[0]?.defaultPath).not.toContain('/')
    expect(window.webContents.state.printed).toEqual([expect.objectContaining({ pageSize: 'A4', margins: { top: 0, bottom: 0, left: 0, right: 0 } })])
    expect(await fromPage(window, 'mijuan:deliver', 'savePaper', ticket)).toMatchObject({ ok: false })
    expect(world.asked).toHaveLength(1)
  })

  test('清单49 the person agreed to replace: the new file is the owner’s alone though the old was everybody’s', async () => {
    world.saveTo = join(world.userData, 'old.pdf')
    writeFileSync(world.saveTo, 'old', { mode: 0o644 })
    expect(await fromPage(window, 'mijuan:deliver', 'savePaper', ticket)).toEqual({ ok: true, how: 'saved' })
    expect(readFileSync(world.saveTo, 'utf8')).toBe('%PDF-sheet')
    expect(statSync(world.saveTo).mode & 0o777).toBe(0o600)
  })

  test('清单49 no printer: said, and the ticket is still good', async () => {
    expect(await fromPage(window, 'mijuan:deliver', 'printPaper', ticket)).toMatchObject({
      ok: false,
      message: expect.stringContaining('没有可用的打印机'),
    })
    window.webContents.state.printers.push({ name: 'office' } as Electron.PrinterInfo)
    expect(await fromPage(window, 'mijuan:deliver', 'printPaper', ticket)).toEqual({ ok: true, how: 'printed' })
    expect(window.webContents.state.printed).toEqual([
      expect.objectContaining({ silent: true, deviceName: 'office', copies: 1, margins: { marginType: 'none' } }),
    ])
  })

  test('清单49 only a listed printer: the page is told all that the system knows, and asks for another in vain', async () => {
    window.webContents.state.printers.push(...(['corridor', 'archive', 'office'].map((name) => ({ name })) as Electron.PrinterInfo[]))
    expect(await fromPage(window, 'mijuan:printers')).toEqual(['corridor', 'archive', 'office'])
    expect(await fromPage(window, 'mijuan:deliver', 'printPaper', ticket, 'corridor')).toMatchObject({
      ok: false,
      message: expect.stringContaining('不在本单位可用打印机之列'),
    })
    expect(window.webContents.state.printed).toEqual([])
    expect(await fromPage(window, 'mijuan:deliver', 'printPaper', ticket, 'archive')).toEqual({ ok: true, how: 'printed' })
    expect(window.webContents.state.printed).toEqual([expect.objectContaining({ silent: true, deviceName: 'archive', copies: 1 })])
  })

  test.each([
    ['Print job canceled', { ok: true, how: 'cancelled' }],
    ['Print job failed', expect.objectContaining({ ok: false })],
  ])('清单49 the printer says: %s', async (reason, outcome) => {
    window.webContents.state.printers.push({ name: 'office' } as Electron.PrinterInfo)
    window.webContents.state.printing = { printed: false, reason }
    expect(await fromPage(window, 'mijuan:deliver', 'printPaper', ticket)).toEqual(outcome)
  })

  test('清单39 49 locked before a place was asked for: nothing is saved', async () => {
    world.saveTo = join(world.userData, 'sheet.pdf')
    powerMonitor.emit('lock-screen')
    await locked()
    expect(await fromPage(window, 'mijuan:deliver', 'savePaper', ticket)).toMatchObject({ ok: false })
    expect(existsSync(world.saveTo)).toBe(false)
    expect(world.asked).toEqual([])
  })
})
