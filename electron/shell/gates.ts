/** Pure questions of the shell's lockdown, so that each can be tested without Electron. */
import { APP_ORIGIN } from './page.ts'

export type Sender = { sender: number; isMainFrame: boolean; url: string }

/** Whether a message comes from our page: the known web contents, its main frame, and the exact origin. An empty URL is nobody (checklist 17). */
export const senderAllowed = (message: Sender, page: number): boolean => message.sender === page && message.isMainFrame && isAppUrl(message.url)

/** `app://mijuan/…` and nothing that only looks like it (checklist 1, 13). */
export const isAppUrl = (url: string): boolean => {
  if (!URL.canParse(url)) return false
  const { protocol, host, username, password, port } = new URL(url)
  return `${protocol}//${host}` === APP_ORIGIN && username === '' && password === '' && port === ''
}

/** What the window may ask for at all: its own files, and blobs it made itself (checklist 28). */
export const requestAllowed = (url: string): boolean => isAppUrl(url) || url.startsWith(`blob:${APP_ORIGIN}/`)

const REFUSED_SWITCHES = [
  'remote-debugging',
  'inspect',
  'no-sandbox',
  'disable-web-security',
  'disable-site-isolation',
  'load-extension',
  'js-flags',
  'host-rules',
  'host-resolver-rules',
  'proxy-',
  'no-proxy-server',
  'user-data-dir',
  'enable-logging',
  'log-net-log',
  'allow-file-access',
  'unsafely-',
  'disable-gpu-sandbox',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'single-process',
  'in-process-gpu',
  'ignore-certificate',
  'remote-allow-origins',
  'enable-blink-features',
]

/** The first argument that would weaken a packaged app, or null (checklist 23). Written with one dash or two, or a slash on Windows. */
export const refusedArgument = (args: readonly string[]): string | null =>
  args.find((arg) => {
    const name = /^(?:--?|\/)([a-z][a-z0-9-]*)/i.exec(arg)?.[1]?.toLowerCase()
    return name !== undefined && REFUSED_SWITCHES.some((refused) => name.startsWith(refused))
  }) ?? null

/** Whether this user may run the app: not root, and not through setuid (checklist 26). Windows has neither. */
export const userAllowed = (real: number | undefined, effective: number | undefined): boolean => real !== 0 && effective !== 0 && real === effective
