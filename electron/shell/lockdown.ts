import { randomBytes } from 'node:crypto'
import { app, Menu, protocol, type Session, session, type WebContents } from 'electron'
import { isAppUrl, requestAllowed } from './gates.ts'
import { answerPage, filesIn } from './page.ts'

const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['proxy-server', 'socks5://0.0.0.0:1'],
  ['proxy-bypass-list', '<-loopback>'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-breakpad'],
  ['disable-quic'],
  ['disable-sync'],
  ['no-pings'],
  ['dns-prefetch-disable'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
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

/** The page goes nowhere, opens nothing and holds no other page (checklist 11–14, 50). */
const lockDownContents = (contents: WebContents): void => {
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    if (!isAppUrl(event.url) || !event.isMainFrame) event.preventDefault()
  })
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

const closeNetwork = async (own: Session): Promise<void> => {
  own.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !requestAllowed(details.url) }))
  for (const scheme of ['http', 'https', 'file']) own.protocol.handle(scheme, refuse)
  own.on('will-download', (event) => event.preventDefault())
  own.setSpellCheckerEnabled(false)
  own.setSpellCheckerLanguages([])
  own.setSpellCheckerDictionaryDownloadURL('app://mijuan/no-dictionaries/')
  await own.setProxy({ mode: 'fixed_servers', proxyRules: 'socks5://0.0.0.0:1', proxyBypassRules: '' })
}

/**
 * The window's session: in memory only, every permission denied, every request but the screen's own files cancelled; `app://mijuan/` serves
 * `screen` under a policy with a fresh nonce for each load (checklist 5, 7, 18, 28–30, 34, 51).
 */
export const lockedSession = async (screen: string): Promise<Session> => {
  // Chromium's own session is not ours to use, but nothing shall leave by it either.
  denyPermissions(session.defaultSession)
  await closeNetwork(session.defaultSession)
  const own = session.fromPartition('mijuan', { cache: false })
  denyPermissions(own)
  await closeNetwork(own)
  const files = filesIn(screen)
  let nonce = ''
  own.protocol.handle('app', (request) => {
    if (!isAppUrl(request.url)) return refuse()
    const { pathname } = new URL(request.url)
    if (pathname === '/') nonce = randomBytes(18).toString('base64url')
    const { status, headers, body } = answerPage(files, request.method, pathname, nonce)
    return new Response(new Uint8Array(body), { status, headers })
  })
  return own
}
