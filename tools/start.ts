/** `npm start`: opens the app. Electron where its binary is or can be had; else the browser host; with no display, the demo. */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildApp, buildScreen } from './build.ts'
import { tryToGetElectron } from './electron.ts'
import { openBrowserHost } from './hosts/browser.ts'

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({ options: { data: { type: 'string' }, 'save-to': { type: 'string' } } })
const dataFolder = () => values.data ?? join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local/share'), 'mijuan')

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
const isRoot = process.getuid?.() === 0

const runDemo = (): number => {
  console.log('没有显示器（DISPLAY 未设置），改为运行演示。No display: running the demo instead.')
  const out = join(root, 'demo-out')
  rmSync(out, { recursive: true, force: true })
  return spawnSync(process.execPath, [join(root, 'tools/demo/main.ts'), '--out', out], { cwd: root, stdio: 'inherit' }).status ?? 1
}

const runElectron = async (binary: string): Promise<number> => {
  await buildApp()
  return spawnSync(binary, [root, '--data', dataFolder()], { stdio: 'inherit' }).status ?? 1
}

const runBrowser = async (why: string): Promise<number> => {
  console.log(
    `${why}：改用本机 Chromium 打开密卷。${why === '没有 Electron' ? 'The Electron binary is not here' : 'Electron refuses to run as root'}: Chromium is used.`,
  )
  console.log(`数据目录 data: ${dataFolder()}`)
  const host = await openBrowserHost({ dir: dataFolder(), headless: false, ...(values['save-to'] ? { saveTo: values['save-to'] } : {}) })
  process.once('SIGINT', () => void host.close().then(() => process.exit(0)))
  await host.closed
  await host.close()
  return 0
}

const start = async (): Promise<number> => {
  if (!hasDisplay) return runDemo()
  await buildScreen()
  const binary = isRoot ? null : tryToGetElectron()
  if (binary !== null) return runElectron(binary)
  return runBrowser(isRoot ? '当前是 root 用户' : '没有 Electron')
}

process.exit(await start())
