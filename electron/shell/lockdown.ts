import { randomBytes } from 'node:crypto'
import { app, Menu, protocol, type Session, session, type WebContents } from 'electron'
import { isAppUrl, requestAllowed } from './gates.ts'
import { answerPage, filesIn, type PageFiles } from './page.ts'

const DEAD_PROXY = 'socks5://0.0.0.0:1'

const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['proxy-server', DEAD_PROXY],
  ['proxy-bypass-list', '<-loopback>'],
  [
    'disable-features',
    'OptimizationHints,MediaRouter,DialMediaRouteProvider,Translate,AutofillServerCommunication,InterestFeedContentSuggestions,CertificateTransparencyComponentUpdater',
  ],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-breakpad'],
  ['disable-quic'],
  ['disable-sync'],
  ['no-pings'],
  ['dns-prefetch-disable'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  // The cookie fuse would ask for the desktop's keyring, to encrypt cookies that do not exist.
  ['password-store', 'basic'],
  // What is thrown away is collected sooner: a page that was scrolled through for a minute held 600 MiB instead of 350 (docs/performance.md).
  ['js-flags', '--heap-growing-percent=20'],
]

/** Before Electron is ready: sandbox for every renderer, no menu, the switches that keep Chromium still, our scheme (checklist 4, 18, 24, 29, 31). */
export const lockDownProcess = (): void => {
  app.enableSandbox()
  Menu.setApplicationMenu(null)
  for (const [name, value] of SWITCHES) app.commandLine.appendSwitch(name, value)
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents))
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault()
    callback(false)
  })
}

/**
 * The page goes nowhere, opens nothing and holds no other page (checklist 11–14, 50). What the shell itself does, its one load and the reload
 * on lock, raises none of these events.
 */
const lockDownContents = (contents: WebContents): void => {
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('context-menu', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

const denyPermissions = (own: Session): void => {
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.setPermissionCheckHandler(() => false)
  own.setDevicePermissionHandler(() => false)
  own.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  own.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses)
  own.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }))
}

const refuse = () => new Response(null, { status: 403 })

const proxy = { mode: 'fixed_servers', proxyRules: DEAD_PROXY, proxyBypassRules: '<-loopback>' } as const

/** `<-loopback>`, because an empty list of exceptions still lets this computer's own addresses past the proxy. */
const closeNetwork = async (own: Session): Promise<void> => {
  own.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !requestAllowed(details.url) }))
  for (const scheme of ['http', 'https', 'ws', 'wss', 'ftp', 'file']) own.protocol.handle(scheme, refuse)
  own.setCertificateVerifyProc((_request, answer) => answer(-2))
  own.on('will-download', (event) => event.preventDefault())
  own.setSpellCheckerEnabled(false)
  own.setSpellCheckerLanguages([])
  own.setSpellCheckerDictionaryDownloadURL('app://mijuan/no-dictionaries/')
  await own.setProxy(proxy)
}

/** The answer to a request of the page, under a policy with a nonce of its own. */
const serve = (files: PageFiles, request: Request): Response => {
  if (!isAppUrl(request.url)) return refuse()
  const nonce = randomBytes(18).toString('base64url')
  const { status, headers, body } = answerPage(files, request.method, new URL(request.url).pathname, nonce)
  return new Response(new Uint8Array(body), { status, headers })
}

/** What does not belong to a window: requests of no session, look-ups, and the list of recent files on the task bar. */
const closeRest = async (): Promise<void> => {
  app.configureHostResolver({ enableBuiltInResolver: false, secureDnsMode: 'off', enableAdditionalDnsQueryTypes: false })
  await app.setProxy(proxy)
  if (process.platform !== 'win32') return
  app.clearRecentDocuments()
  app.setJumpList([])
}

/**
 * The window's session: in memory only, every permission denied, every request but the screen's own files cancelled; `app://mijuan/` serves
 * `screen` (checklist 5, 7, 18, 28–30, 34, 50, 51).
 */
export const lockedSession = async (screen: string): Promise<Session> => {
  await closeRest()
  const own = session.fromPartition('mijuan', { cache: false })
  // Electron's default session is used by nothing here, and nothing shall leave by it either.
  for (const each of [session.defaultSession, own]) {
    denyPermissions(each)
    await closeNetwork(each)
  }
  const files = filesIn(screen)
  own.protocol.handle('app', (request) => serve(files, request))
  return own
}
