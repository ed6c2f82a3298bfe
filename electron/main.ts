/** The shell's beginning: refusals first, then lockdown, then the vault, then the one window. It knows no table and no rule. */
import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app, BrowserWindow } from 'electron'
import { emptyClipboard } from './shell/clipboard.ts'
import { say } from './shell/dialogs.ts'
import { openDoor } from './shell/door.ts'
import { keepPageOutOfDumps, keepShellOutOfDumps } from './shell/dumps.ts'
import { refusedArgument, userAllowed } from './shell/gates.ts'
import { lockDownProcess, lockedSession } from './shell/lockdown.ts'
import { type RunningVault, startVault } from './shell/vault-process.ts'
import { openWindow } from './shell/window.ts'

/** Why the app must not run at all, or null. Arguments are judged in the packaged app only: a test drives the unpacked one by them. */
const reasonNotToRun = (): string | null => {
  const argument = app.isPackaged ? refusedArgument(process.argv.slice(1)) : null
  if (argument !== null) return `启动参数 ${argument.split('=')[0]} 会削弱保护，已拒绝启动。请从桌面图标打开密卷。`
  if (process.platform !== 'win32' && !userAllowed(process.getuid?.(), process.geteuid?.()))
    return '不能以 root 或特权身份运行密卷，已拒绝启动。请用自己的系统账号登录后打开。'
  return null
}

/** The data folder: the user's own, or for an unpacked app the one that `--data` names. */
const dataFolder = (): string => {
  const at = process.argv.indexOf('--data')
  const asked = app.isPackaged || at < 0 ? undefined : process.argv[at + 1]
  const folder = asked === undefined ? join(app.getPath('userData'), 'data') : resolve(asked)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

let ending = false

/** Ends an app that cannot go on: no title stays on the screen or in the clipboard while the person reads why. */
const stop = (message: string): void => {
  ending = true
  for (const window of BrowserWindow.getAllWindows()) window.hide()
  if (app.isReady()) emptyClipboard()
  say(message)
  app.exit(1)
}

/** Starts the vault, and sees to it that the app neither outlives it nor leaves it open. */
const openVault = (root: string): RunningVault => {
  const vault = startVault(join(root, 'out/vault.mjs'), dataFolder(), join(root, 'resources/calendars'))
  app.on('before-quit', (event) => {
    if (ending) return
    ending = true
    event.preventDefault()
    emptyClipboard()
    void vault.end().then(() => app.quit())
  })
  void vault.ended.then(() => {
    if (!ending) stop('保密库进程意外停止。已完成的操作都已保存；请重新打开密卷，仍然出错请告知系统管理员。')
  })
  return vault
}

const open = async (): Promise<void> => {
  const root = app.getAppPath()
  const vault = openVault(root)
  const icon = join(root, 'resources/icons/icon.png')
  const session = await lockedSession(join(root, 'out/screen'))
  const window = await openWindow(session, join(root, 'out/preload.cjs'), existsSync(icon) ? icon : undefined, (created) => {
    openDoor(created, vault.client)
    keepPageOutOfDumps(created)
    created.webContents.on('render-process-gone', (_event, { reason }) => {
      if (ending || reason === 'clean-exit') return
      void vault.client.lock('locked')
      stop('页面进程意外停止，已锁定。已完成的操作都已保存；请重新打开密卷，仍然出错请告知系统管理员。')
    })
  })
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
}

const start = (): void => {
  process.umask(0o077)
  keepShellOutOfDumps()
  const reason = reasonNotToRun()
  if (reason !== null) {
    stop(reason)
    return
  }
  if (!app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }
  // Electron's own box would show the error itself, with paths and whatever it quotes.
  process.on('uncaughtException', () => stop('程序内部出错，已停止。已完成的操作都已保存；请重新打开密卷，仍然出错请告知系统管理员。'))
  lockDownProcess()
  app.on('window-all-closed', () => app.quit())
  app
    .whenReady()
    .then(open)
    .catch(() => stop('密卷没有能够打开。请检查数据目录的权限和磁盘空间，仍然出错请告知系统管理员。'))
}

start()
