/** Finds the Chromium that the browser host drives, and the Chinese font without which every character is an empty box. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium']

const ADVICE =
  'Install Chromium and a Chinese font (Debian/Ubuntu: sudo apt-get install chromium fonts-noto-cjk), or set MIJUAN_CHROMIUM to a Chromium.'

const existing = (): string | null => {
  const asked = process.env.MIJUAN_CHROMIUM
  if (asked) return existsSync(asked) ? asked : null
  return [...KNOWN, chromium.executablePath()].find((path) => path !== '' && existsSync(path)) ?? null
}

const hasChineseFont = (): boolean => {
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'file'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim() !== ''
}

const canInstall = (): boolean => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

const apt = (packages: readonly string[]): boolean => {
  process.stderr.write(`set-up: installing ${packages.join(', ')} with apt\n`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (args: string[]) => spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 2, 2] }).status === 0
  return run(['update']) && run(['install', '-y', '--no-install-recommends', ...packages])
}

const downloaded = (): boolean => {
  process.stderr.write('set-up: asking Playwright for its Chromium\n')
  const cli = new URL('../node_modules/playwright-core/cli.js', import.meta.url).pathname
  return spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 2, 2], timeout: 300_000 }).status === 0
}

/** The path of a Chromium, got where it can be had: what exists, Playwright's own, apt as root. Throws with what to install. */
export const findChromium = (): string => {
  const missing = [...(existing() ? [] : ['chromium']), ...(process.platform !== 'linux' || hasChineseFont() ? [] : ['fonts-noto-cjk', 'fontconfig'])]
  if (missing.length > 0 && canInstall()) apt(missing)
  if (!existing() && !process.env.MIJUAN_CHROMIUM) downloaded()
  const found = existing()
  if (!found) throw new Error(`No Chromium was found. ${ADVICE}`)
  if (process.platform === 'linux' && !hasChineseFont()) process.stderr.write(`set-up: no Chinese font was found. ${ADVICE}\n`)
  return found
}

/** Nor what Chromium keeps ready for an address bar, which no page here has: with every window it loads two pages of its own for it. */
const OFF =
  'OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,InterestFeedContentSuggestions,CertificateTransparencyComponentUpdater,DialMediaRouteProvider,WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup'

/** No look-up, no proxy, no update, no report: the page is answered by the host and nothing else is reached (wall 1). */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  // The first as in the product; the second because whoever drives the page asks where each function stands, and V8 would read it a second time to say so.
  '--js-flags=--heap-growing-percent=20,--no-enable-lazy-source-positions',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-pings',
  '--disable-domain-reliability',
  '--disable-default-apps',
  '--disable-breakpad',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=socks5://0.0.0.0:1',
  '--proxy-bypass-list=<-loopback>',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--lang=zh-CN',
  `--disable-features=${OFF}`,
]

if (import.meta.main) console.log(findChromium())
