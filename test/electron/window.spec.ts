import { spawnSync } from 'node:child_process'
import { expect, test } from '@playwright/test'
import type { Bridge } from '../../contract/bridge.ts'
import { whyNoElectron } from '../../tools/electron.ts'
import { type Electron, openElectron } from './app.ts'

const why = whyNoElectron()
test.skip(why !== '', why)

let electron: Electron
test.beforeEach(async () => {
  electron = await openElectron()
  await electron.page.getByLabel('姓名').waitFor()
})
test.afterEach(() => electron.close())

test('清单2 3 4 6 24 51 the window as Electron has it', async () => {
  const asked = await electron.app.evaluate(({ app, BrowserWindow, Menu }) => {
    const [window] = BrowserWindow.getAllWindows()
    // Electron keeps what it made of the options; its declarations leave this one out.
    const contents = window?.webContents as Electron.WebContents & { getLastWebPreferences(): Electron.WebPreferences }
    const { sandbox, contextIsolation, nodeIntegration, nodeIntegrationInWorker, nodeIntegrationInSubFrames } = contents.getLastWebPreferences()
    const { webSecurity, webviewTag, devTools } = contents.getLastWebPreferences()
    return {
      options: { sandbox, contextIsolation, nodeIntegration, nodeIntegrationInWorker, nodeIntegrationInSubFrames, webSecurity, webviewTag, devTools },
      windows: BrowserWindow.getAllWindows().length,
      menu: Menu.getApplicationMenu(),
      persistent: contents.session.isPersistent(),
      storage: contents.session.getStoragePath(),
      spelling: contents.session.isSpellCheckerEnabled(),
      sandboxSwitch: app.commandLine.hasSwitch('no-sandbox'),
    }
  })
  expect(asked).toEqual({
    options: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
    },
    windows: 1,
    menu: null,
    persistent: false,
    storage: null,
    spelling: false,
    sandboxSwitch: false,
  })
})

/** The names of the bridge, held to its type where Electron is not, too. */
const BRIDGE = {
  active: true,
  call: true,
  chooseBackup: true,
  chooseCalendar: true,
  chooseLedger: true,
  copied: true,
  host: true,
  marked: true,
  onLocked: true,
  printPaper: true,
  printers: true,
  saveArchive: true,
  saveBackup: true,
  saveFile: true,
  savePaper: true,
  saveText: true,
  tryBackup: true,
} satisfies Record<keyof Bridge, true>

test('清单20 the page has named functions, and neither Node nor Electron', async () => {
  const reach = await electron.page.evaluate(() => ({
    bridge: Object.keys(window.mijuan).sort(),
    node: ['require', 'process', 'Buffer', 'module', 'ipcRenderer'].filter((name) => name in globalThis),
    host: window.mijuan.host,
  }))
  expect(reach).toEqual({
    bridge: Object.keys(BRIDGE).sort(),
    node: [],
    host: 'electron',
  })
})

test('清单1 7 28 30 every request of the page is for its own files; what it tries elsewhere never leaves', async () => {
  const { app, page } = electron
  await app.evaluate(({ BrowserWindow }) => {
    const seen: string[] = []
    Object.assign(globalThis, { seen })
    BrowserWindow.getAllWindows()[0]?.webContents.session.webRequest.onCompleted(({ url }) => void seen.push(url))
  })
  const tried = await page.evaluate(async () => {
    const outcomes: string[] = []
    for (const url of ['https://example.com/', 'http://127.0.0.1:1/', 'file:///etc/passwd', 'app://other/'])
      outcomes.push(await window.fetch(url).then(String, () => 'refused'))
    return outcomes
  })
  expect(tried).toEqual(['refused', 'refused', 'refused', 'refused'])
  await electron.signIn()
  const seen = await app.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)
  expect(seen.filter((url) => !url.startsWith('app://mijuan/') && !url.startsWith('blob:app://mijuan/'))).toEqual([])
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.session.cookies.get({}))).toEqual([])
})

test('清单13 14 the page goes nowhere and opens nothing', async () => {
  const { app, page } = electron
  expect(await page.evaluate(() => window.open('app://mijuan/') === null)).toBe(true)
  await page.evaluate(() => {
    window.location.href = 'https://example.com/'
  })
  await page.waitForTimeout(500)
  expect(page.url()).toBe('app://mijuan/')
  expect(app.windows()).toHaveLength(1)
})

test('清单5 what a page could ask for is denied', async () => {
  const states = await electron.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'] as PermissionName[]
    const asked = await Promise.all(names.map((name) => navigator.permissions.query({ name })))
    return asked.map(({ state }) => state)
  })
  expect(new Set(states)).toEqual(new Set(['denied']))
})

test('清单25 a second start ends by itself, and the first window stays', async () => {
  const { executablePath, args, env } = electron.start
  const second = spawnSync(executablePath, args, { env, timeout: 30_000 })
  expect(second.status).toBe(0)
  expect(electron.app.windows()).toHaveLength(1)
  await expect(electron.page.getByLabel('姓名')).toBeVisible()
})
