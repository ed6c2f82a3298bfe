import { spawn } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { buildApp, buildScreen } from '../../tools/build.ts'
import { app, PROJECT, world } from './electron-stand-in.ts'
import { beginShellTest, endShellTest, fromPage, opened, startApp } from './shell.ts'

vi.mock('electron', () => import('./electron-stand-in.ts'))

const argv = process.argv
beforeAll(async () => {
  await buildScreen()
  await buildApp()
})
beforeEach(beginShellTest)
afterEach(async () => {
  process.argv = argv
  await endShellTest()
})

const nothingOpened = () => {
  expect(world.exit).toBe(1)
  expect(world.windows).toEqual([])
  expect(world.forked).toEqual([])
  expect(world.ready).toBe(false)
}

describe('refused before anything opens', () => {
  test('清单23 a packaged app that is started with a debugging port ends with 1 and says which argument', async () => {
    world.packaged = true
    await startApp({ args: ['--remote-debugging-port=9222'] })
    nothingOpened()
    expect(world.said.join()).toContain('--remote-debugging-port')
    expect(world.said.join()).not.toContain('9222')
  })

  test('清单26 root', async () => {
    await startApp({ user: 0 })
    nothingOpened()
    expect(world.said.join()).toContain('root')
  })

  test('清单26 setuid: another effective user', async () => {
    await startApp({ user: 1000, effective: 0 })
    nothingOpened()
  })

  test('清单25 a second instance ends quietly', async () => {
    world.onlyInstance = false
    await startApp()
    expect(world.exit).toBe(0)
    expect(world.windows).toEqual([])
    expect(world.said).toEqual([])
  })
})

describe('opened', () => {
  test('清单25 a second start brings the window back', async () => {
    await startApp()
    const window = await opened()
    window.state.minimized = true
    await vi.waitFor(() => expect(app.emit('second-instance')).toBe(true))
    expect(window.state).toMatchObject({ minimized: false, focused: 1 })
  })

  test('清单4 24 29 31 before ready: sandbox, no menu, no host name, dead proxy, still network', async () => {
    await startApp()
    await opened()
    expect(world.sandboxed).toBe(true)
    expect(world.menu).toBeNull()
    expect(world.switches).toMatchObject({
      'host-resolver-rules': 'MAP * ~NOTFOUND',
      'proxy-server': 'socks5://0.0.0.0:1',
      'proxy-bypass-list': '<-loopback>',
      'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
    })
    for (const name of ['disable-background-networking', 'disable-component-update', 'no-pings', 'dns-prefetch-disable', 'disable-breakpad'])
      expect(world.switches).toHaveProperty(name)
    expect(world.privileges).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
    expect(world.resolver).toMatchObject({ secureDnsMode: 'off', enableBuiltInResolver: false })
    expect(world.proxy).toMatchObject({ mode: 'fixed_servers', proxyRules: 'socks5://0.0.0.0:1', proxyBypassRules: '<-loopback>' })
  })

  test('清单41 the data folder is its owner’s alone, and so is all that comes after', async () => {
    await startApp()
    await opened()
    expect(statSync(join(world.userData, 'data')).mode & 0o777).toBe(0o700)
    expect(process.umask()).toBe(0o077)
  })

  test.runIf(process.platform === 'linux')('清单27 neither the shell’s process nor the page’s puts its memory into a core dump', async () => {
    const filterOf = (pid: number | 'self') => readFileSync(`/proc/${pid}/coredump_filter`, 'utf8').trim()
    writeFileSync('/proc/self/coredump_filter', '0x33')
    const page = spawn('sleep', ['60'])
    expect(filterOf(page.pid as number)).not.toBe('00000000')
    await startApp()
    const window = await opened()
    expect(filterOf('self')).toBe('00000000')
    window.webContents.state.process = page.pid as number
    window.webContents.emit('did-finish-load')
    expect(filterOf(page.pid as number)).toBe('00000000')
    page.kill()
    // A page that is gone is no reason to stop.
    window.webContents.state.process = 0
    window.webContents.emit('did-finish-load')
  })

  test('清单37 the vault gets a data folder and calendars, and nothing of this environment', async () => {
    vi.stubEnv('ARGON2_PREBUILD', '/somewhere/else')
    await startApp()
    await opened()
    const [{ entry, args, options }] = world.forked as [(typeof world.forked)[0]]
    expect(entry).toBe(join(PROJECT, 'out/vault.mjs'))
    expect(args).toEqual(['--data', join(world.userData, 'data'), '--calendars', join(PROJECT, 'resources/calendars')])
    expect(options).toMatchObject({ env: { LANG: 'C.UTF-8' }, execArgv: [], stdio: 'ignore' })
    expect(Object.keys(options.env ?? {})).toEqual(['LANG'])
  })

  test('清单23 --data is for the unpacked app alone', async () => {
    const asked = join(world.userData, 'asked')
    await startApp({ args: ['.', '--data', asked] })
    await opened()
    expect(world.forked[0]?.args).toContain(asked)
  })

  test('the page’s call is answered by the real vault, which finds its calendars', async () => {
    await startApp()
    const window = await opened()
    expect(await fromPage(window, 'mijuan:call', 'setup.status', {})).toMatchObject({
      ok: true,
      output: { vault: 'absent', calendarYears: expect.arrayContaining([2026]), missing: [] },
    })
  })
})

describe('the end', () => {
  test('清单39 48 quitting locks the vault, ends its process and empties both clipboards', async () => {
    await startApp()
    const window = await opened()
    await fromPage(window, 'mijuan:call', 'setup.status', {})
    world.copied = { text: 'a title', marked: 'a title' }
    app.emit('window-all-closed')
    await vi.waitFor(() => expect(world.exit).toBe(0))
    expect(world.copied).toEqual({ text: '', marked: '' })
    expect(world.forked[0]?.process.killed).toBe(true)
    expect(world.said).toEqual([])
  })

  test('清单48 a vault that is killed: hidden window, empty clipboard, a plain message, exit 1', async () => {
    await startApp()
    const window = await opened()
    await fromPage(window, 'mijuan:call', 'setup.status', {})
    world.copied = { text: 'a title', marked: 'a title' }
    const waiting = fromPage(window, 'mijuan:call', 'setup.status', {})
    world.forked[0]?.process.kill('SIGKILL')
    await vi.waitFor(() => expect(world.exit).toBe(1))
    expect(window.state.hidden).toBe(true)
    expect(world.copied).toEqual({ text: '', marked: '' })
    expect(world.said).toEqual([expect.stringContaining('保密库进程意外停止')])
    await waiting
    expect(await fromPage(window, 'mijuan:call', 'setup.status', {})).toMatchObject({ ok: false, refused: { code: 'fault' } })
  })

  test('a vault that dies before the window is open is told as well', async () => {
    await startApp()
    await vi.waitFor(() => expect(world.forked).toHaveLength(1))
    world.forked[0]?.process.kill('SIGKILL')
    await vi.waitFor(() => expect(world.exit).toBe(1))
    expect(world.said).toEqual([expect.stringContaining('保密库进程意外停止')])
  })

  test('清单39 a page that crashes: locked, hidden, told', async () => {
    await startApp()
    const window = await opened()
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
    expect(world.exit).toBe(1)
    expect(window.state.hidden).toBe(true)
    expect(world.said).toEqual([expect.stringContaining('页面进程意外停止')])
  })

  test('清单52 an error nobody caught is told without its text', async () => {
    await startApp()
    await opened()
    const added = process.listeners('uncaughtException').at(-1)
    added?.(new Error('密收〔2026〕0001 关于某事的通知'), 'uncaughtException')
    expect(world.exit).toBe(1)
    expect(world.said.join()).not.toContain('通知')
  })
})
