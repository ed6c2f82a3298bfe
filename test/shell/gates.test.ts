import { expect, test } from 'vitest'
import { isAppUrl, refusedArgument, requestAllowed, senderAllowed, userAllowed } from '../../electron/shell/gates.ts'

test('清单1 13 our address, and addresses that only look like it', () => {
  for (const ours of ['app://mijuan/', 'app://mijuan/assets/index.js', 'app://mijuan/#/today', 'app://mijuan'])
    expect(isAppUrl(ours), ours).toBe(true)
  for (const other of [
    '',
    'app:',
    'app:mijuan/',
    'app:///mijuan/',
    'app://mijuan.example/',
    'app://mijuan@example/',
    'app://someone@mijuan/',
    'app://:secret@mijuan/',
    'app://mijuan:80/',
    'app://MIJUAN/',
    'app://example/mijuan/',
    'application://mijuan/',
    'https://mijuan/',
    'file:///app://mijuan/',
    'javascript:app://mijuan/',
    'data:text/html,app://mijuan/',
    'about:blank',
    'blob:app://mijuan/x',
    ' app://mijuan.example/',
    'mijuan',
  ])
    expect(isAppUrl(other), other).toBe(false)
})

test('清单28 the page may ask for its files and for blobs it made, and nothing else', () => {
  for (const own of ['app://mijuan/x.js', 'blob:app://mijuan/0e5b']) expect(requestAllowed(own), own).toBe(true)
  for (const other of [
    'https://example/',
    'http://127.0.0.1/',
    'ws://localhost/',
    'wss://example/',
    'ftp://example/',
    'file:///etc/passwd',
    'data:text/plain,x',
    'blob:null/x',
    'blob:app://mijuan.example/x',
    'blob:https://example/x',
    'devtools://devtools/',
    'chrome://gpu/',
    'chrome-extension://x/',
    'about:blank',
    '',
  ])
    expect(requestAllowed(other), other).toBe(false)
})

test('清单17 only the known page, its main frame, its exact origin; an empty address is nobody', () => {
  const page = { sender: 7, isMainFrame: true, url: 'app://mijuan/' }
  expect(senderAllowed(page, 7)).toBe(true)
  expect(senderAllowed({ ...page, sender: 8 }, 7)).toBe(false)
  expect(senderAllowed({ ...page, isMainFrame: false }, 7)).toBe(false)
  expect(senderAllowed({ ...page, url: '' }, 7)).toBe(false)
  expect(senderAllowed({ ...page, url: 'app://mijuan.example/' }, 7)).toBe(false)
})

test('清单23 every argument that could weaken a packaged app is refused, however it is written', () => {
  for (const argument of [
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--inspect',
    '--inspect-brk=0',
    '-inspect',
    '--no-sandbox',
    ' --no-sandbox',
    '--no-sandbox\t',
    '--disable-web-security',
    '--load-extension=/tmp/x',
    '--js-flags=--expose-gc',
    '--host-rules=MAP * example',
    '--host-resolver-rules=',
    '--proxy-server=example:1',
    '--no-proxy-server',
    '--user-data-dir=/tmp/x',
    '--enable-logging',
    '--disable-features=X',
    '--trace-startup',
    '--utility-cmd-prefix=gdb',
    '--require=/tmp/x.js',
    '-r',
    '--password-store=gnome',
    '--data=/tmp/x',
    '--a-switch-of-the-future',
    '--',
  ])
    expect(refusedArgument(['密卷', argument], 'linux'), argument).toBe(argument)
})

test('清单23 on Windows a slash is a switch too; elsewhere it is a path', () => {
  expect(refusedArgument(['/no-sandbox'], 'win32')).toBe('/no-sandbox')
  expect(refusedArgument(['/home/someone/sheet.pdf'], 'linux')).toBeNull()
})

test('清单23 what a desktop may ask: how the window is drawn', () => {
  expect(refusedArgument([], 'linux')).toBeNull()
  expect(refusedArgument(['--ozone-platform=wayland', '--force-device-scale-factor=1.25', '--disable-gpu', 'a file'], 'linux')).toBeNull()
  expect(refusedArgument(['--disable-gpu', '--disable-gpu-sandbox'], 'linux')).toBe('--disable-gpu-sandbox')
})

test('清单26 a user of one’s own: not root, not through setuid; Windows has neither', () => {
  expect(userAllowed(1000, 1000)).toBe(true)
  expect(userAllowed(0, 0)).toBe(false)
  expect(userAllowed(1000, 0)).toBe(false)
  expect(userAllowed(0, 1000)).toBe(false)
  expect(userAllowed(1000, 1001)).toBe(false)
  expect(userAllowed(undefined, undefined)).toBe(true)
})
