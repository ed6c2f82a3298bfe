/**
 * Stands in for Electron where the shell is tested without its binary. It decides nothing: it keeps what the shell asked for, lets a test raise
 * the events, and starts the vault as a real process. Every member is typed by Electron's own declarations, so that a name or a signature
 * which Electron does not have does not compile. What only Electron itself can show is in test/electron.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import type {
  App,
  BrowserWindow as RealWindow,
  BrowserWindowConstructorOptions,
  Clipboard,
  Dialog,
  ForkOptions,
  IpcMain,
  IpcMainInvokeEvent,
  Menu as RealMenu,
  PowerMonitor,
  Protocol,
  Session,
  UtilityProcess,
  WebContents,
  WebRequest,
} from 'electron'

export const PROJECT = join(import.meta.dirname, '../..')

type Forked = { entry: string; args: readonly string[]; options: ForkOptions; process: ChildProcess }
type Copied = { text: string; marked: string }

const begin = () => ({
  packaged: false,
  ready: false,
  onlyInstance: true,
  userData: '',
  sandboxed: false,
  switches: {} as Record<string, string>,
  menu: undefined as RealMenu | null | undefined,
  privileges: [] as Electron.CustomScheme[],
  resolver: undefined as Electron.ConfigureHostResolverOptions | undefined,
  proxy: undefined as Electron.ProxyConfig | undefined,
  said: [] as string[],
  exit: null as number | null,
  quits: 0,
  copied: { text: '', marked: '' } as Copied,
  screen: 'active' as ReturnType<PowerMonitor['getSystemIdleState']>,
  saveTo: '' as string,
  asked: [] as Electron.SaveDialogOptions[],
  folder: '' as string,
  askedFolder: [] as Electron.OpenDialogOptions[],
  partitions: new Map<string, SessionStandIn>(),
  channels: new Map<string, (event: IpcMainInvokeEvent, ...values: unknown[]) => unknown>(),
  windows: [] as WindowStandIn[],
  forked: [] as Forked[],
})

/** What the shell did so far in this test. */
export let world: ReturnType<typeof begin>

const sessionFor = (partition: string, options: { cache?: boolean } = {}) => {
  const handlers: Record<string, unknown> = {}
  const keep = (name: string) => (value: unknown) => {
    handlers[name] = value
  }
  const served = new Map<string, Parameters<Protocol['handle']>[1]>()
  const protocol = { handle: (scheme, handler) => void served.set(scheme, handler) } satisfies Partial<Protocol>
  const webRequest = { onBeforeRequest: keep('onBeforeRequest') } satisfies Partial<WebRequest>
  const members = {
    setPermissionRequestHandler: keep('permissionRequest'),
    setPermissionCheckHandler: keep('permissionCheck'),
    setDevicePermissionHandler: keep('devicePermission'),
    setDisplayMediaRequestHandler: keep('displayMedia'),
    setUSBProtectedClassesHandler: keep('usbClasses'),
    setBluetoothPairingHandler: keep('bluetoothPairing'),
    setCertificateVerifyProc: keep('certificate'),
    setSpellCheckerEnabled: keep('spellChecker'),
    setSpellCheckerLanguages: keep('spellCheckerLanguages'),
    setSpellCheckerDictionaryDownloadURL: keep('dictionaries'),
    setProxy: async (config) => keep('proxy')(config),
  } satisfies Partial<Session>
  return Object.assign(new EventEmitter(), members, { partition, options, handlers, served, protocol, webRequest })
}
export type SessionStandIn = ReturnType<typeof sessionFor>

/** What becomes of a request of the page: what the filter cancels, what a scheme's handler answers, or nobody. */
export const request = async (own: SessionStandIn, url: string, method = 'GET'): Promise<Response | 'cancelled' | 'unserved'> => {
  const filter = own.handlers.onBeforeRequest as (details: { url: string }, answer: (verdict: { cancel?: boolean }) => void) => void
  const { cancel } = await new Promise<{ cancel?: boolean }>((answer) => filter({ url }, answer))
  if (cancel) return 'cancelled'
  const handler = own.served.get(new URL(url).protocol.slice(0, -1))
  return handler ? handler({ url, method } as Request) : 'unserved'
}

const contentsFor = () => {
  const state = {
    id: 7,
    mainFrame: { url: '', parent: null },
    reloads: 0,
    process: 0,
    opened: undefined as Parameters<WebContents['setWindowOpenHandler']>[0] | undefined,
    webRtc: '',
    printers: [] as Electron.PrinterInfo[],
    printing: { printed: true, reason: '' },
    printed: [] as unknown[],
  }
  const members = {
    reload: () => void state.reloads++,
    getOSProcessId: () => state.process,
    setWindowOpenHandler: (handler) => {
      state.opened = handler
    },
    setWebRTCIPHandlingPolicy: (policy) => {
      state.webRtc = policy
    },
    getPrintersAsync: async () => state.printers,
    printToPDF: async (options) => {
      state.printed.push(options)
      return Buffer.from('%PDF-sheet')
    },
    print: (options, ended) => {
      state.printed.push(options)
      ended?.(state.printing.printed, state.printing.reason)
    },
  } satisfies Partial<WebContents>
  return Object.assign(new EventEmitter(), members, { state, id: state.id })
}

const windowFor = (options: BrowserWindowConstructorOptions) => {
  const webContents = contentsFor()
  const state = { shown: false, hidden: false, destroyed: false, protected: false, menuRemoved: false, minimized: false, focused: 0 }
  const members = {
    show: () => {
      state.shown = true
    },
    hide: () => {
      state.hidden = true
    },
    focus: () => void state.focused++,
    restore: () => {
      state.minimized = false
    },
    isMinimized: () => state.minimized,
    isDestroyed: () => state.destroyed,
    removeMenu: () => {
      state.menuRemoved = true
    },
    setContentProtection: (on) => {
      state.protected = on
    },
    loadURL: async (url) => {
      const answer = await request(options.webPreferences?.session as unknown as SessionStandIn, url)
      if (!(answer instanceof Response) || answer.status !== 200) throw new Error(`${url} did not load`)
      webContents.state.mainFrame.url = url
      webContents.emit('did-finish-load')
    },
  } satisfies Partial<RealWindow>
  return Object.assign(new EventEmitter(), members, { options, state, webContents })
}
export type WindowStandIn = ReturnType<typeof windowFor>

export const BrowserWindow = Object.assign(
  function newWindow(options: BrowserWindowConstructorOptions) {
    const made = windowFor(options)
    world.windows.push(made)
    app.emit('web-contents-created', {}, made.webContents)
    return made
  },
  { getAllWindows: () => world.windows as unknown as RealWindow[] } satisfies Partial<typeof RealWindow>,
)

const appMembers = {
  whenReady: async () => {
    world.ready = true
  },
  isReady: () => world.ready,
  getAppPath: () => PROJECT,
  getPath: () => world.userData,
  exit: (code) => {
    world.exit ??= code ?? 0
  },
  quit: () => {
    world.quits++
    let prevented = false
    app.emit('before-quit', { preventDefault: () => (prevented = true) })
    if (!prevented) world.exit ??= 0
  },
  enableSandbox: () => {
    if (world.ready) throw new Error('enableSandbox after ready')
    world.sandboxed = true
  },
  requestSingleInstanceLock: () => world.onlyInstance,
  configureHostResolver: (options) => {
    world.resolver = options
  },
  setProxy: async (config) => {
    world.proxy = config
  },
  clearRecentDocuments: () => undefined,
  setJumpList: () => 'ok',
} satisfies Partial<App>

const commandLine = {
  appendSwitch: (name, value) => {
    if (world.ready) throw new Error('a switch after ready')
    world.switches[name] = value ?? ''
  },
} satisfies Partial<App['commandLine']>

export const app = Object.defineProperty(Object.assign(new EventEmitter(), appMembers, { commandLine }), 'isPackaged', {
  get: () => world.packaged,
}) as EventEmitter & typeof appMembers & { commandLine: typeof commandLine } & Pick<App, 'isPackaged'>

export const Menu = {
  setApplicationMenu: (menu) => {
    world.menu = menu
  },
} satisfies Partial<typeof RealMenu>

export const protocol = {
  registerSchemesAsPrivileged: (schemes) => void world.privileges.push(...schemes),
} satisfies Partial<Protocol>

const partition = (name: string, options?: { cache?: boolean }): SessionStandIn => {
  const known = world.partitions.get(name)
  if (known) return known
  const made = sessionFor(name, options)
  world.partitions.set(name, made)
  return made
}

export const session = {
  fromPartition: (name: string, options?: { cache?: boolean }) => partition(name, options),
  get defaultSession() {
    return partition('')
  },
}

export const clipboard = {
  clear: () => {
    world.copied.text = ''
  },
  readText: async () => world.copied.text,
  get selection() {
    return { clear: () => (world.copied.marked = '') } as unknown as Clipboard
  },
} satisfies Partial<Clipboard>

export const dialog = {
  showErrorBox: (_title, content) => void world.said.push(content),
  showSaveDialog: (async (_window: unknown, options: Electron.SaveDialogOptions) => {
    world.asked.push(options)
    return { canceled: world.saveTo === '', filePath: world.saveTo }
  }) as Dialog['showSaveDialog'],
  showOpenDialog: (async (_window: unknown, options: Electron.OpenDialogOptions) => {
    world.askedFolder.push(options)
    return { canceled: world.folder === '', filePaths: world.folder === '' ? [] : [world.folder] }
  }) as Dialog['showOpenDialog'],
} satisfies Partial<Dialog>

export const ipcMain = {
  handle: (channel, listener) => {
    if (world.channels.has(channel)) throw new Error(`a second handler for ${channel}`)
    world.channels.set(channel, listener)
  },
} satisfies Partial<IpcMain>

export const powerMonitor = Object.assign(new EventEmitter(), {
  getSystemIdleState: () => world.screen,
} satisfies Partial<PowerMonitor>)

/** A real process of the machine's Node that runs the entry, with a port like Electron's. */
export const utilityProcess = {
  fork: (entry: string, args: string[] = [], options: ForkOptions = {}) => {
    const child = fork(entry, args, {
      env: options.env ? { ...options.env } : process.env,
      execArgv: ['--import', join(import.meta.dirname, 'parent-port.mjs')],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    world.forked.push({ entry, args, options, process: child })
    const events = new EventEmitter()
    child.on('message', (message) => events.emit('message', message))
    child.on('exit', (code) => events.emit('exit', code ?? 1))
    const members = {
      postMessage: (message: unknown) => void child.send(message as object),
      kill: () => child.kill(),
    } satisfies Partial<UtilityProcess>
    return Object.assign(events, members)
  },
}

/** A message of the page, or of whoever pretends to be it. */
export const send = (channel: string, event: object, ...values: unknown[]): Promise<unknown> => {
  const listener = world.channels.get(channel)
  if (!listener) throw new Error(`nobody listens on ${channel}`)
  return (async () => listener(event as IpcMainInvokeEvent, ...values))()
}

/** Forgets everything: to be called before each test. */
export const begins = (): void => {
  app.removeAllListeners()
  powerMonitor.removeAllListeners()
  world = begin()
}
begins()
