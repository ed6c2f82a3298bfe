import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { contentSecurityPolicy } from '../../electron/shell/page.ts'
import { buildApp, buildScreen } from '../../tools/build.ts'
import { app, PROJECT, request, type SessionStandIn, world, type WindowStandIn } from './electron-stand-in.ts'
import { beginShellTest, endShellTest, opened, startApp } from './shell.ts'

vi.mock('electron', () => import('./electron-stand-in.ts'))

const argv = process.argv
let window: WindowStandIn
let own: SessionStandIn
beforeAll(async () => {
  await buildScreen()
  await buildApp()
})
beforeEach(async () => {
  beginShellTest()
  await startApp()
  window = await opened()
  own = window.options.webPreferences?.session as unknown as SessionStandIn
})
afterEach(async () => {
  process.argv = argv
  await endShellTest()
})

describe('the window', () => {
  test('清单2 3 4 6 8 9 10 24 34 every option of the page, one by one', () => {
    const { session, preload, ...rest } = window.options.webPreferences ?? {}
    expect(session).toBe(world.partitions.get('mijuan'))
    expect(preload).toBe(join(PROJECT, 'out/preload.cjs'))
    expect(rest).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      devTools: false,
      spellcheck: false,
      enableWebSQL: false,
      enableDeprecatedPaste: false,
      plugins: false,
      webgl: false,
      safeDialogs: true,
    })
  })

  test('清单24 47 one window, no menu, its content protected where the system can, shown when it is drawn', () => {
    expect(world.windows).toHaveLength(1)
    expect(window.state).toMatchObject({ menuRemoved: true, protected: true, shown: false })
    window.emit('ready-to-show')
    expect(window.state.shown).toBe(true)
  })

  test('清单1 the one page is ours', () => {
    expect(window.webContents.state.mainFrame.url).toBe('app://mijuan/')
  })

  test('清单4 20 the preload is one file that reaches Electron and nothing else, and shows the page named functions', () => {
    const preload = readFileSync(join(PROJECT, 'out/preload.cjs'), 'utf8')
    expect([...preload.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name)).toEqual(['electron'])
    expect(preload.match(/exposeInMainWorld/g)).toHaveLength(1)
    expect(preload).not.toMatch(/\bimport\b\s*[({'"]/)
  })

  test('清单27 35 no crash report, updater, upload or other program in what is shipped of the shell', () => {
    const shell = readFileSync(join(PROJECT, 'out/main.cjs'), 'utf8') + readFileSync(join(PROJECT, 'out/preload.cjs'), 'utf8')
    expect(shell).not.toMatch(
      /crashReporter|autoUpdater|electron\.(net|shell|netLog)\b|openExternal|openPath|showItemInFolder|child_process|https?:\/\//,
    )
  })
})

describe('清单5 every permission is denied', () => {
  const ask = <Answer>(name: string, ...before: unknown[]) =>
    new Promise<Answer>((answer) => (own.handlers[name] as (...values: unknown[]) => void)(...before, answer))

  test('清单5 request, check, device, display media, pairing, protected USB', async () => {
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'fullscreen',
      'fileSystem',
      'hid',
      'unknown',
    ])
      expect(await ask('permissionRequest', window.webContents, permission), permission).toBe(false)
    expect((own.handlers.permissionCheck as () => boolean)()).toBe(false)
    expect((own.handlers.devicePermission as () => boolean)()).toBe(false)
    expect(await ask('displayMedia', {})).toBeNull()
    expect(await ask('bluetoothPairing', {})).toEqual({ confirmed: false })
    expect((own.handlers.usbClasses as (of: object) => string[])({ protectedClasses: ['hid'] })).toEqual(['hid'])
  })

  test('清单5 the default session denies the same', () => {
    expect(Object.keys(world.partitions.get('')?.handlers ?? {}).sort()).toEqual(Object.keys(own.handlers).sort())
  })
})

describe('清单11–14 the page stays where it is', () => {
  const raise = (event: string, details: object = {}) => {
    const preventDefault = vi.fn()
    expect(window.webContents.emit(event, { ...details, preventDefault })).toBe(true)
    return preventDefault.mock.calls.length
  }

  test.each([
    ['will-attach-webview', {}],
    ['will-navigate', { url: 'https://example/' }],
    ['will-navigate', { url: 'app://mijuan/' }],
    ['will-redirect', { url: 'app://mijuan/' }],
    ['will-frame-navigate', { url: 'app://mijuan/', isMainFrame: false }],
    ['will-frame-navigate', { url: 'app://mijuan/', isMainFrame: true }],
    ['context-menu', {}],
    ['select-bluetooth-device', {}],
  ])('清单11 12 13 50 %s %j is prevented', (event, details) => {
    expect(raise(event, details)).toBe(1)
  })

  test('清单14 no other window', () => {
    expect(window.webContents.state.opened?.({ url: 'app://mijuan/' } as Electron.HandlerDetails)).toEqual({ action: 'deny' })
  })

  test('清单31 WebRTC only through the proxy that is not there', () => {
    expect(window.webContents.state.webRtc).toBe('disable_non_proxied_udp')
  })

  test('清单8 no certificate is accepted', () => {
    const accept = vi.fn()
    const preventDefault = vi.fn()
    app.emit('certificate-error', { preventDefault }, window.webContents, 'https://example/', 'net::ERR', {}, accept)
    expect(accept).toHaveBeenCalledWith(false)
    const verify = own.handlers.certificate as (of: object, answer: (verdict: number) => void) => void
    verify({}, accept)
    expect(accept).toHaveBeenLastCalledWith(-2)
  })

  test('清单50 nothing is downloaded', () => {
    const preventDefault = vi.fn()
    own.emit('will-download', { preventDefault })
    expect(preventDefault).toHaveBeenCalledOnce()
  })
})

describe('清单28–30 nothing goes out', () => {
  const sessions = () => [own, world.partitions.get('') as SessionStandIn]

  test.each([
    'https://example/',
    'http://127.0.0.1:80/',
    'ws://localhost/',
    'wss://example/',
    'ftp://example/',
    'file:///etc/passwd',
    'data:text/html,x',
  ])('清单28 %s is cancelled in both sessions', async (url) => {
    for (const each of sessions()) expect(await request(each, url)).toBe('cancelled')
  })

  test('清单18 30 and were it not cancelled, its scheme refuses', async () => {
    for (const each of sessions())
      for (const scheme of ['http', 'https', 'ws', 'wss', 'ftp', 'file']) {
        const answer = await each.served.get(scheme)?.({ url: `${scheme}://mijuan/`, method: 'GET' } as Request)
        expect(answer?.status, scheme).toBe(403)
      }
  })

  test('清单29 every session goes through a proxy that is not there, this computer’s own addresses as well', () => {
    for (const { handlers } of sessions())
      expect(handlers.proxy).toEqual({ mode: 'fixed_servers', proxyRules: 'socks5://0.0.0.0:1', proxyBypassRules: '<-loopback>' })
  })

  test('清单34 no spelling, no languages, no dictionaries of the maker', () => {
    expect(own.handlers).toMatchObject({ spellChecker: false, spellCheckerLanguages: [] })
    expect(own.handlers.dictionaries).toMatch(/^app:\/\/mijuan\//)
  })

  test('清单51 the session is in memory and keeps no cache; no answer sets a cookie', async () => {
    expect(own.partition.startsWith('persist:')).toBe(false)
    expect(own.options).toEqual({ cache: false })
    expect((await page()).headers.get('set-cookie')).toBeNull()
  })

  const page = async (path = '', method = 'GET') => (await request(own, `app://mijuan/${path}`, method)) as Response

  test('清单7 the page comes with its policy, and each load with a nonce of its own', async () => {
    const nonces = new Set<string>()
    for (const answer of [await page(), await page(), await page('index.html')]) {
      expect(answer.status).toBe(200)
      const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? ''
      expect(nonce).toMatch(/^[\w-]{24}$/)
      expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy(nonce))
      expect(await answer.text()).toContain(`nonce="${nonce}"`)
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(3)
  })

  test('清单18 GET only, our name only, files of the screen only', async () => {
    expect((await page('', 'POST')).status).toBe(405)
    expect((await page('..%2f..%2fpackage.json')).status).toBe(404)
    expect((await page('nothing.js')).status).toBe(404)
    expect(await request(own, 'app://mijuan.example/')).toBe('cancelled')
    expect((await own.served.get('app')?.({ url: 'app://mijuan.example/', method: 'GET' } as Request))?.status).toBe(403)
  })
})
