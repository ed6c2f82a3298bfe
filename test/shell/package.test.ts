import { type ChildProcess, fork, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll } from '@electron/asar'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { archivePaths } from '../../tools/package/archive.ts'
import { readFuses } from '../../tools/package/fuses.ts'
import { identityOf, passwordOf } from '../support/office.ts'
import { layOutElectron } from './electron-folder.ts'
import { PROJECT } from './electron-stand-in.ts'

let folder: string
const packed = () => join(folder, 'dist/linux-unpacked')

/** Runs `npm run package -- --dir` with an Electron folder, without the network: the real electron-builder on the real build. */
const pack = (electron: string, out = 'dist') =>
  spawnSync(process.execPath, [join(PROJECT, 'tools/package/main.ts'), '--dir', '--out', join(folder, out)], {
    encoding: 'utf8',
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: electron },
  })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mijuan-package-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('packed with a folder that is laid out like Electron', () => {
  beforeAll(() => {
    layOutElectron(join(folder, 'electron'))
    const { status, stdout, stderr } = pack(join(folder, 'electron'))
    if (status !== 0) throw new Error(stdout + stderr)
    extractAll(join(packed(), 'resources/app.asar'), join(folder, 'app'))
  })

  test('清单19 21 the fuses of the packed program stand as decided', () => {
    expect(readFuses(join(packed(), 'mijuan'))).toEqual([false, true, false, false, true, true, false, false, true])
  })

  test('清单56 what the program is made of is listed with versions and hashes as they are locked', () => {
    const text = readFileSync(join(folder, 'dist/sbom.cdx.json'), 'utf8')
    const { bomFormat, components } = JSON.parse(text) as { bomFormat: string; components: { name: string; version: string; hashes: unknown[] }[] }
    expect(bomFormat).toBe('CycloneDX')
    const locked = JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8')) as { packages: Record<string, { version: string }> }
    for (const name of ['argon2', 'zod', 'react', 'antd', 'electron'])
      expect(components.filter((one) => one.name === name)).toMatchObject([
        { version: locked.packages[`node_modules/${name}`]?.version, hashes: [{}] },
      ])
    expect(components.some(({ name }) => name === 'better-sqlite3')).toBe(true)
    expect(text).not.toContain(PROJECT)
  })

  test('清单22 the archive holds the bundles, the screen, the calendars, an icon and two native modules, and nothing else', () => {
    const files = archivePaths(join(packed(), 'resources/app.asar'))
    const outside = files.filter((path) => !/^\/(node_modules|out|resources)(\/|$)|^\/package\.json$/.test(path))
    expect(outside).toEqual([])
    const modules = [...new Set(files.flatMap((path) => /^\/node_modules\/(@[^/]+\/[^/]+|[^@/][^/]*)/.exec(path)?.[1] ?? []))]
    expect(modules.sort()).toEqual(['@phc/format', 'argon2', 'better-sqlite3', 'node-gyp-build'])
    const rest = files.filter((path) => /^\/(out|resources)\//.test(path) && !path.startsWith('/out/screen/'))
    expect(rest.sort()).toEqual([
      '/out/archive-worker.mjs',
      '/out/export-licences.txt',
      '/out/export-worker.mjs',
      '/out/import-licences.txt',
      '/out/import-worker.mjs',
      '/out/main.cjs',
      '/out/migrations',
      ...readdirSync(join(PROJECT, 'electron/vault/storage/migrations')).map((file) => `/out/migrations/${file}`),
      '/out/preload.cjs',
      '/out/screen',
      '/out/vault-licences.txt',
      '/out/vault-worker.mjs',
      '/out/vault.mjs',
      '/resources/calendars',
      ...readdirSync(join(PROJECT, 'resources/calendars')).map((file) => `/resources/calendars/${file}`),
      '/resources/icons',
      '/resources/icons/icon.png',
    ])
    expect(files.filter((path) => /\.(ts|tsx|map|md|cpp|c|h)$/.test(path))).toEqual([])
  })

  test('清单22 native modules lie outside the archive, for this system alone', () => {
    const native = archivePaths(join(packed(), 'resources/app.asar')).filter((path) => path.endsWith('.node'))
    expect(native.sort()).toEqual([
      '/node_modules/argon2/prebuilds/linux-x64/argon2.glibc.node',
      '/node_modules/better-sqlite3/prebuilds/linux-x64.node',
    ])
    for (const path of native) expect(existsSync(join(packed(), 'resources/app.asar.unpacked', path)), path).toBe(true)
  })

  test('清单24 34 Electron’s own welcome app is gone, and of its languages two are left', () => {
    expect(existsSync(join(packed(), 'resources/default_app.asar'))).toBe(false)
    expect(['zh-CN', 'en-US', 'de', 'fr'].map((language) => existsSync(join(packed(), `locales/${language}.pak`)))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  test('清单52 what is packed names no machine and no secret: a name, a version, no scripts', () => {
    const shipped = JSON.parse(readFileSync(join(folder, 'app/package.json'), 'utf8'))
    expect(shipped).toMatchObject({ name: 'mijuan', productName: '密卷', main: 'out/main.cjs', desktopName: 'mijuan.desktop' })
    expect(shipped).not.toHaveProperty('scripts')
    expect(shipped).not.toHaveProperty('devDependencies')
    for (const file of ['main.cjs', 'preload.cjs', 'vault.mjs', 'vault-worker.mjs', 'archive-worker.mjs', 'export-worker.mjs', 'import-worker.mjs'])
      expect(readFileSync(join(folder, 'app/out', file), 'utf8')).not.toContain(PROJECT)
  })

  const vaults: ChildProcess[] = []
  afterEach(() => {
    for (const vault of vaults.splice(0)) vault.kill('SIGKILL')
  })

  test.skipIf(process.platform !== 'linux' || process.arch !== 'x64')(
    'the packed vault finds its migrations, its calendars and its native modules: it makes a vault',
    async () => {
      const data = join(folder, 'data')
      mkdirSync(data, { mode: 0o700 })
      const vault = fork(join(folder, 'app/out/vault.mjs'), ['--data', data, '--calendars', join(folder, 'app/resources/calendars')], {
        execArgv: ['--import', join(import.meta.dirname, 'parent-port.mjs')],
        env: { LANG: 'C.UTF-8' },
        cwd: data,
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      })
      vaults.push(vault)
      const call = (id: number, name: string, input: object) => {
        const answer = new Promise((answered, failed) => {
          vault.once('message', answered)
          vault.once('exit', () => failed(new Error('the packed vault ended')))
        })
        vault.send({ id, call: name, input })
        return answer
      }
      expect(await call(1, 'setup.status', {})).toMatchObject({
        ok: true,
        output: { vault: 'absent', calendarYears: expect.arrayContaining([2026]), missing: [] },
      })
      const officer = (name: string) => ({ name, password: passwordOf(name) })
      const founder = (name: string) => ({ ...officer(name), identity: identityOf(name) })
      const officers = { systemAdmin: founder('郑系'), securityAdmin: founder('钱安'), auditor: founder('冯审') }
      const made = await call(2, 'setup.create', { unit: '青禾市示范中心', level: 'secret', calendarYears: [2026], officers })
      expect(made).toEqual(expect.objectContaining({ id: 2, ok: true }))
      expect(await call(3, 'session.signIn', officer('冯审'))).toMatchObject({ id: 3, ok: true })
    },
  )
})

describe('not packed', () => {
  test('no Electron: said in both languages, what would be made, exit 3', () => {
    mkdirSync(join(folder, 'empty'))
    const { status, stdout } = pack(join(folder, 'empty'), 'none')
    expect(status).toBe(3)
    expect(stdout).toContain('没有 Electron，未打包。No Electron binary is here')
    expect(stdout).toContain('- win32 x64 (dir): needs electron-v')
    expect(existsSync(join(folder, 'none'))).toBe(false)
  })

  test('清单21 an Electron with a fuse that nobody decided: exit 1, and which', () => {
    layOutElectron(join(folder, 'newer'), '1011000111')
    const { status, stderr } = pack(join(folder, 'newer'), 'newer-dist')
    expect(status).toBe(1)
    expect(stderr).toContain('fuse 9: new in this Electron, not decided')
  })

  test('清单22 an archive that is not the published one: exit 1', () => {
    mkdirSync(join(folder, 'archives'))
    const { version } = JSON.parse(readFileSync(join(PROJECT, 'node_modules/electron/package.json'), 'utf8')) as { version: string }
    writeFileSync(join(folder, `archives/electron-v${version}-linux-x64.zip`), 'altered')
    const { status, stderr } = pack(join(folder, 'archives'), 'altered')
    expect(status).toBe(1)
    expect(stderr).toContain('is not the archive that was published')
  })
})
