import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

/** One import: of what (a path of this project, or a package), only for types, and the line as it stands. */
type Import = { from: string; of: string; typeOnly: boolean; says: string }

const FORMS = [
  /^[ \t]*(?:import|export)\s+(?<type>type\s)?[^'"`;]*?\bfrom\s+['"](?<of>[^'"]+)['"]/gm,
  /^[ \t]*import\s+['"](?<of>[^'"]+)['"]/gm,
  /\b(?:import|require)\(\s*['"`](?<of>[^'"`]+)['"`]/g,
]

const importsIn = (file: string, text: string): Import[] =>
  FORMS.flatMap((form) =>
    [...text.matchAll(form)].map((match) => {
      const of = match.groups?.of ?? ''
      const local = of.startsWith('.')
        ? relative(root, resolve(root, dirname(file), of))
            .split(sep)
            .join('/')
        : of
      return { from: file, of: local, typeOnly: match.groups?.type !== undefined, says: match[0].trim() }
    }),
  )

const filesUnder = (...folders: string[]): string[] =>
  folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx,mts,mjs}`, { cwd: root })).map((file) => file.split(sep).join('/'))
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')
const importsUnder = (...folders: string[]): Import[] => filesUnder(...folders).flatMap((file) => importsIn(file, textOf(file)))

const SHELL = ['electron/main.ts', 'electron/preload.ts']
const shellFiles = [...SHELL, ...filesUnder('electron/shell')]
const shellImports = shellFiles.flatMap((file) => importsIn(file, textOf(file)))
const within = (path: string, ...folders: string[]): boolean => folders.some((folder) => path === folder || path.startsWith(`${folder}/`))

/** What breaks a rule, each as `file: import`, so that a failure names the line. */
const breaking = (imports: readonly Import[], allowed: (each: Import) => boolean): string[] =>
  imports.filter((each) => !allowed(each)).map(({ from, says }) => `${from}: ${says}`)

test('布局 the reader of imports sees every form', () => {
  const text = `import a from './a.ts'\nimport type { B } from "../b.ts"\nimport {\n  c,\n} from 'c'\nexport { d } from './d.ts'\nimport './e.css'
  const f = await import('./f.ts')\nconst g = require('g')\n// import h from 'h' stands in a comment\n`
  const seen = importsIn('electron/shell/x.ts', text)
  expect(seen.map(({ of }) => of).sort()).toEqual(
    ['c', 'electron/b.ts', 'electron/shell/a.ts', 'electron/shell/d.ts', 'electron/shell/e.css', 'electron/shell/f.ts', 'g'].sort(),
  )
  expect(seen.filter(({ typeOnly }) => typeOnly).map(({ of }) => of)).toEqual(['electron/b.ts'])
  for (const folder of ['contract', 'electron/vault', 'electron/shell', 'renderer', 'tools'])
    expect(importsUnder(folder).length, folder).toBeGreaterThan(10)
})

test('布局 contract/ imports zod and itself', () => {
  expect(breaking(importsUnder('contract'), ({ of }) => of === 'zod' || within(of, 'contract'))).toEqual([])
})

test('布局 the vault imports the contract and itself: nothing of Electron, the shell, the screen, a tool or a test', () => {
  const packages = ['zod', 'better-sqlite3', 'argon2', 'write-excel-file/node', 'write-excel-file/utility', 'read-excel-file/universal', 'fflate']
  expect(
    breaking(importsUnder('electron/vault'), ({ of }) => within(of, 'contract', 'electron/vault') || of.startsWith('node:') || packages.includes(of)),
  ).toEqual([])
})

test('布局 the vault opens no socket and starts no program', () => {
  const local = [
    'node:fs',
    'node:path',
    'node:crypto',
    'node:util',
    'node:os',
    'node:worker_threads',
    'node:perf_hooks',
    'node:timers',
    'node:timers/promises',
  ]
  // By these V8's own collection is asked for, and there is no other way (storage/taking-back.ts)
  const collecting = ['node:v8', 'node:vm']
  expect(breaking(importsUnder('electron/vault'), ({ of }) => !of.startsWith('node:') || local.includes(of) || collecting.includes(of))).toEqual([])
})

test('布局 the shell knows no table and no rule: nothing of the vault, no SQL, no clause', () => {
  const allowed = ['electron', 'node:fs', 'node:path', 'node:crypto', 'node:timers/promises']
  expect(breaking(shellImports, ({ of }) => allowed.includes(of) || within(of, 'electron/shell', 'contract'))).toEqual([])
  expect(breaking(shellImports, ({ of, typeOnly }) => typeOnly || !within(of, 'contract'))).toEqual([])
  for (const file of shellFiles) {
    expect(textOf(file).match(/\b(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM|CREATE TABLE|PRAGMA)\b/)?.[0], file).toBeUndefined()
    expect(textOf(file).match(/\bF\d\(\d\)|'(documents|circulation|people|session|audit|setup|today|office|paper)\.\w+'/)?.[0], file).toBeUndefined()
  }
})

test('清单15 27 28 35 of Electron the shell takes these names and no others; no program, no network, no upload', () => {
  const names = shellImports.filter(({ of }) => of === 'electron').map(({ says }) => /\{([^}]*)\}/.exec(says)?.[1] ?? `not by name: ${says}`)
  const taken = new Set(names.flatMap((list) => list.split(',').map((name) => name.trim())).filter((name) => name !== ''))
  expect([...taken].filter((name) => !name.startsWith('type ')).sort()).toEqual([
    'BrowserWindow',
    'Menu',
    'app',
    'clipboard',
    'contextBridge',
    'dialog',
    'ipcMain',
    'ipcRenderer',
    'powerMonitor',
    'protocol',
    'session',
    'utilityProcess',
  ])
  for (const file of shellFiles)
    expect(textOf(file).match(/openExternal|openPath|showItemInFolder|\bimport\(|\brequire\(/)?.[0], file).toBeUndefined()
})

test('清单20 the preload reaches Electron and, for types, the contract', () => {
  const preload = shellImports.filter(({ from }) => from === 'electron/preload.ts')
  expect(breaking(preload, ({ of, typeOnly }) => of === 'electron' || (typeOnly && within(of, 'contract')))).toEqual([])
  expect(textOf('electron/preload.ts')).not.toMatch(/exposeInMainWorld\([^)]*ipcRenderer/)
})

test('布局 the screen imports the contract, itself and packages: no Node, no Electron, no tool', () => {
  const screen = importsUnder('renderer')
  expect(breaking(screen, ({ of }) => !of.startsWith('node:') && !within(of, 'electron', 'tools', 'test', 'better-sqlite3', 'argon2'))).toEqual([])
})

/** What a set of files reads when it runs, and what that reads: types are gone by then. */
const readBy = (files: readonly string[]): Import[] => {
  const seen = new Set(files)
  const imports: Import[] = []
  for (const file of seen) {
    const own = importsIn(file, textOf(file)).filter(({ typeOnly }) => !typeOnly)
    imports.push(...own)
    for (const { of } of own) if (within(of, 'contract', 'renderer') && /\.tsx?$/.test(of)) seen.add(of)
  }
  return imports
}

test('布局 清单7 the screen has no schema in it: nothing it reads, nor what that reads, reads zod', () => {
  const read = readBy(filesUnder('renderer').filter((file) => !file.endsWith('.d.ts')))
  expect(read.some(({ from }) => from === 'contract/terms.ts')).toBe(true)
  expect(breaking(read, ({ of }) => of !== 'zod')).toEqual([])
})

test('布局 what is shipped imports no tool and no test, and no tool imports a test', () => {
  expect(breaking(importsUnder('contract', 'electron', 'renderer'), ({ of }) => !within(of, 'tools', 'test'))).toEqual([])
  expect(breaking(importsUnder('tools'), ({ of }) => !within(of, 'test'))).toEqual([])
})

test('布局 the verifier is its own code: nothing of the vault, the shell or the contract', () => {
  expect(
    breaking(importsUnder('tools/verify'), ({ of }) => within(of, 'tools/verify') || !within(of, 'electron', 'contract', 'renderer', 'tools')),
  ).toEqual([])
})

test('布局 hosts are thin: they open a station and serve its port, and know nothing inside', () => {
  const open = ['station.ts', 'port.ts', 'door/clock.ts', 'storage/key-wrap.ts'].map((file) => `electron/vault/${file}`)
  expect(breaking(importsUnder('tools/hosts'), ({ of }) => !within(of, 'electron/vault') || open.includes(of))).toEqual([])
  for (const file of filesUnder('tools/hosts')) {
    expect(textOf(file).split('\n').length, file).toBeLessThan(200)
    expect(textOf(file).match(/\b(SELECT|INSERT INTO|DELETE FROM|CREATE TABLE)\b|\bF\d\(\d\)/)?.[0], file).toBeUndefined()
  }
})

test('布局 no circle between the rooms', () => {
  const roomOf = (path: string) =>
    within(path, 'electron/vault')
      ? 'vault'
      : within(path, 'electron')
        ? 'shell'
        : (['contract', 'renderer', 'tools', 'test'].find((room) => within(path, room)) ?? null)
  const reaches = new Map<string, Set<string>>()
  for (const { from, of } of importsUnder('contract', 'electron', 'renderer', 'tools', 'test')) {
    const [one, other] = [roomOf(from), roomOf(of)]
    if (one !== null && other !== null && one !== other) reaches.set(one, (reaches.get(one) ?? new Set()).add(other))
  }
  const circles = (room: string, path: readonly string[]): string[] =>
    path.includes(room) ? [[...path, room].join(' → ')] : [...(reaches.get(room) ?? [])].flatMap((next) => circles(next, [...path, room]))
  expect([...reaches.keys()].flatMap((room) => circles(room, []))).toEqual([])
  expect(reaches.get('contract')).toBeUndefined()
})

const FORBIDDEN: readonly [file: string, text: string][] = [
  ['contract/a.ts', "import { a } from 'dayjs'\na()"],
  ['contract/b.ts', "import { a } from '../electron/vault/station.ts'\na()"],
  ['electron/vault/a.ts', "import { app } from 'electron'\napp.quit()"],
  ['electron/vault/b.ts', "import { a } from '../shell/gates.ts'\na()"],
  ['electron/vault/c.ts', "import { createServer } from 'node:http'\ncreateServer()"],
  ['electron/vault/d.ts', "import { connect } from 'node:net'\nconnect(1)"],
  ['electron/vault/e.ts', "fetch('x')"],
  ['electron/shell/a.ts', "import { shell } from 'electron'\nshell.beep()"],
  ['electron/shell/b.ts', "import { shell as other } from 'electron'\nother.beep()"],
  ['electron/shell/c.ts', "import { net, autoUpdater } from 'electron'\nnet.x(autoUpdater)"],
  ['electron/shell/d.ts', "import { crashReporter } from 'electron'\ncrashReporter.start()"],
  ['electron/shell/e.ts', "import { shell } from 'electron/main'\nshell.beep()"],
  ['electron/shell/f.ts', "import { a } from '../vault/station.ts'\na()"],
  ['electron/shell/g.ts', "import Sqlite from 'better-sqlite3'\nnew Sqlite('x')"],
  ['electron/shell/h.ts', "import { exec } from 'node:child_process'\nexec('x')"],
  ['electron/shell/i.ts', "import { connect } from 'node:tls'\nconnect(1)"],
  ['electron/shell/j.ts', "new WebSocket('x')"],
  ['renderer/a.ts', "import { readFileSync } from 'node:fs'\nreadFileSync('x')"],
  ['renderer/b.ts', "import { ipcRenderer } from 'electron'\nipcRenderer.send('x')"],
  ['renderer/c.ts', "import { a } from '../electron/shell/gates.ts'\na()"],
  ['renderer/d.ts', "import { a } from '../tools/build.ts'\na()"],
  ['renderer/e.ts', "new XMLHttpRequest().open('GET', 'x')"],
]
const ALLOWED: readonly [file: string, text: string][] = [
  ['contract/ok.ts', "import { z } from 'zod'\nz.string()"],
  ['electron/vault/ok.ts', "import Sqlite from 'better-sqlite3'\nnew Sqlite('x')"],
  ['electron/shell/ok.ts', "import { app } from 'electron'\napp.quit()"],
  ['renderer/ok.ts', "import { a } from '../contract/terms.ts'\na()"],
]

test('清单32 lint itself forbids it: each wrong line is an error, each right one is not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mijuan-lint-'))
  try {
    const config = JSON.parse(textOf('biome.json'))
    writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...config, $schema: undefined, vcs: { enabled: false } }))
    for (const [file, text] of [...FORBIDDEN, ...ALLOWED]) {
      mkdirSync(join(folder, file, '..'), { recursive: true })
      writeFileSync(join(folder, file), `${text}\n`)
    }
    cpSync(join(root, 'package.json'), join(folder, 'package.json'))
    const { stdout } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/@biomejs/biome/bin/biome'), 'lint', '--reporter=json', '--max-diagnostics=none', '.'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    )
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { category: string; severity: string; location: { path: string | { file: string } } }[]
    }
    const refused = diagnostics
      .filter(({ category, severity }) => severity === 'error' && /noRestricted(Imports|Globals)$/.test(category))
      .map(({ location: { path } }) => (typeof path === 'string' ? path : path.file).replace(/^\.\//, ''))
    expect([...new Set(refused)].sort()).toEqual(FORBIDDEN.map(([file]) => file).sort())
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
