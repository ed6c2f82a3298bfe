import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerPage, contentSecurityPolicy, filesIn, filesOnce, NONCE_MARK, pageFile } from '../../electron/shell/page.ts'

let folder: string
let root: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mijuan-page-'))
  root = join(folder, 'screen')
  mkdirSync(join(root, 'assets'), { recursive: true })
  mkdirSync(join(folder, 'screen-secret'))
  writeFileSync(join(root, 'index.html'), `<script nonce="${NONCE_MARK}"></script><style nonce="${NONCE_MARK}"></style>`)
  writeFileSync(join(root, 'assets/index.js'), `const mark = '${NONCE_MARK}'`)
  writeFileSync(join(root, 'notes.txt'), 'not a file of the screen')
  writeFileSync(join(folder, 'outside.js'), 'outside')
  writeFileSync(join(folder, 'screen-secret/key.js'), 'outside')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('清单18 the screen’s own files are found', () => {
  expect(pageFile(root, '/')).toBe(join(root, 'index.html'))
  expect(pageFile(root, '/assets/index.js')).toBe(join(root, 'assets/index.js'))
  expect(pageFile(root, '/assets/../index.html')).toBe(join(root, 'index.html'))
})

test.each([
  '/../outside.js',
  '/assets/../../outside.js',
  '/%2e%2e/outside.js',
  '/..%2foutside.js',
  '/%2e%2e%2foutside.js',
  '/..%5coutside.js',
  '/..\\outside.js',
  '/%00/../outside.js',
  '/index.html%00.js',
  '/%',
  '/%ff',
  '/../screen-secret/key.js',
  '/assets',
  '/assets/',
  '/notes.txt',
  '/nothing.js',
  '//etc/passwd',
  '',
])('清单18 nothing outside, no folder, no unknown kind: %s', (path) => {
  expect(pageFile(root, path)).toBeNull()
  expect(filesIn(root).read(path)).toBeNull()
  expect(answerPage(filesIn(root), 'GET', path, 'n').status).toBe(404)
})

test('清单18 a link is followed first: what leads outside is not there', () => {
  symlinkSync(join(folder, 'outside.js'), join(root, 'assets/link.js'))
  symlinkSync(join(folder, 'screen-secret'), join(root, 'linked'))
  symlinkSync(join(root, 'assets/index.js'), join(root, 'inside.js'))
  expect(pageFile(root, '/assets/link.js')).toBeNull()
  expect(pageFile(root, '/linked/key.js')).toBeNull()
  expect(pageFile(root, '/inside.js')).toBe(join(root, 'assets/index.js'))
})

test('清单18 a folder beside ours whose name begins with ours is outside', () => {
  mkdirSync(join(folder, 'scr'))
  expect(pageFile(join(folder, 'scr'), '/../screen/index.html')).toBeNull()
  expect(pageFile(root, '/../screen-secret/key.js')).toBeNull()
})

test.each(['POST', 'PUT', 'HEAD', 'OPTIONS', 'DELETE', 'get'])('清单18 %s is refused: GET only', (method) => {
  const { status, body } = answerPage(filesIn(root), method, '/', 'n')
  expect(status).toBe(405)
  expect(body).toHaveLength(0)
})

test('清单7 the policy, word for word', () => {
  expect(contentSecurityPolicy('abc')).toBe(
    "default-src 'none'; script-src 'self' 'nonce-abc'; style-src 'self' 'nonce-abc'; img-src 'self' blob:; font-src 'self'; " +
      "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; worker-src 'none'",
  )
})

test('清单7 every answer carries the policy, also one that refuses; nothing is kept or guessed', () => {
  for (const [method, path] of [
    ['GET', '/'],
    ['GET', '/assets/index.js'],
    ['GET', '/nothing.js'],
    ['POST', '/'],
  ] as const) {
    const { headers } = answerPage(filesIn(root), method, path, 'abc')
    expect(headers['content-security-policy']).toBe(contentSecurityPolicy('abc'))
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    expect(Object.keys(headers)).not.toContain('set-cookie')
  }
})

test('清单7 the page bears the nonce of its own answer; scripts are left as they are', () => {
  const page = answerPage(filesIn(root), 'GET', '/', 'abc')
  expect(page.body.toString()).toBe('<script nonce="abc"></script><style nonce="abc"></style>')
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(answerPage(filesIn(root), 'GET', '/assets/index.js', 'abc').body.toString()).toContain(NONCE_MARK)
})

test('清单18 files read once: the same files, no others, and a later change is not seen', () => {
  const once = filesOnce(root)
  writeFileSync(join(root, 'assets/index.js'), 'changed')
  expect(once.read('/assets/index.js')?.body.toString()).toContain(NONCE_MARK)
  expect(once.read('/')?.type).toBe('text/html; charset=utf-8')
  for (const path of ['/notes.txt', '/../outside.js', '/assets', 'assets/index.js']) expect(once.read(path), path).toBeNull()
})
