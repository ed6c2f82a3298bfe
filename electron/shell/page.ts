import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { extname, join, relative, resolve, sep } from 'node:path'

/** Where the page believes it lives in Electron: a scheme of our own, no host of the world. */
export const APP_ORIGIN = 'app://mijuan'

/** The mark that the build leaves in index.html and that each load replaces by a fresh nonce. */
export const NONCE_MARK = '__NONCE__'

/** What the page may do (security-checklist 7): its own files, and styles that carry this load's nonce. No eval, no data: URL, no frame, no worker. */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "worker-src 'none'",
  ].join('; ')

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
}

export type PageAnswer = { status: number; headers: Record<string, string>; body: Buffer }

/** The file a URL path names below `root`, or null: only regular files of known types, resolved through links, inside the root with its separator. */
export const pageFile = (root: string, pathname: string): string | null => {
  let wanted: string
  try {
    wanted = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (wanted.includes('\0') || wanted.includes('\\')) return null
  const path = resolve(root, `.${wanted === '/' ? '/index.html' : wanted}`)
  try {
    const real = realpathSync(path)
    if (!real.startsWith(realpathSync(root) + sep)) return null
    if (!statSync(real).isFile() || !(extname(real) in TYPES)) return null
    return real
  } catch {
    return null
  }
}

const headers = (type: string, nonce: string) => ({
  'content-type': type,
  'content-security-policy': contentSecurityPolicy(nonce),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
  'cache-control': 'no-store',
})

/** The answer to one request of the page: GET only, a file of the screen or 404. `nonce` is fresh for each load. */
export const answerPage = (files: PageFiles, method: string, pathname: string, nonce: string): PageAnswer => {
  if (method !== 'GET') return { status: 405, headers: headers('text/plain', nonce), body: Buffer.alloc(0) }
  const file = files.read(pathname)
  if (!file) return { status: 404, headers: headers('text/plain', nonce), body: Buffer.alloc(0) }
  const body = file.type === TYPES['.html'] ? Buffer.from(file.body.toString('utf8').replaceAll(NONCE_MARK, nonce)) : file.body
  return { status: 200, headers: headers(file.type, nonce), body }
}

export type PageFiles = { read(pathname: string): { type: string; body: Buffer } | null }

/** The screen's files as they lie in a folder (the packaged app: inside app.asar). */
export const filesIn = (root: string): PageFiles => ({
  read: (pathname) => {
    const path = pageFile(root, pathname)
    return path === null ? null : { type: TYPES[extname(path)] ?? 'application/octet-stream', body: readFileSync(path) }
  },
})

/** The screen's files, read once: a build that runs meanwhile does not change the page under somebody's hands. */
export const filesOnce = (root: string): PageFiles => {
  const kept = new Map<string, { type: string; body: Buffer }>()
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const path = join(entry.parentPath, entry.name)
    kept.set(`/${relative(root, path).split(sep).join('/')}`, { type, body: readFileSync(path) })
  }
  return { read: (pathname) => kept.get(pathname === '/' ? '/index.html' : pathname) ?? null }
}
