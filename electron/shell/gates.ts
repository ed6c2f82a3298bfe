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

/** All that a desktop may ask of the packaged app by its arguments: how it is drawn. */
const HARMLESS_SWITCHES = ['disable-gpu', 'enable-wayland-ime', 'force-device-scale-factor', 'gtk-version', 'ozone-platform', 'ozone-platform-hint']

/**
 * The first argument that a packaged app is not to be started with, or null (checklist 23). Every switch but the harmless ones is refused, since
 * each new Chromium and Node bring more of them; what is no switch is never read. A switch is written with one dash or two, on Windows also
 * with a slash, and Chromium takes it with blanks around it.
 */
export const refusedArgument = (args: readonly string[], platform: NodeJS.Platform = process.platform): string | null =>
  args.find((arg) => {
    const name = (platform === 'win32' ? /^(?:--?|\/)([^=]*)/ : /^--?([^=]*)/).exec(arg.trim())?.[1]
    return name !== undefined && !HARMLESS_SWITCHES.includes(name)
  }) ?? null

/** Whether this user may run the app: not root, and not through setuid (checklist 26). Windows has neither. */
export const userAllowed = (real: number | undefined, effective: number | undefined): boolean => real !== 0 && effective !== 0 && real === effective
