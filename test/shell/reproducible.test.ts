import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const SOURCES = ['contract', 'electron', 'renderer', 'resources', 'tools', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts']

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mijuan-reproducible-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const filesUnder = (place: string): string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(place, join(entry.parentPath, entry.name)))
    .sort()

/** A checkout of its own, at another place, with other times on its files, built as another person would in another country. */
const built = (name: string, day: string, env: Record<string, string>, mask: string) => {
  const place = join(folder, name, 'mijuan')
  mkdirSync(place, { recursive: true })
  for (const source of SOURCES) cpSync(join(root, source), join(place, source), { recursive: true })
  for (const file of filesUnder(place)) utimesSync(join(place, file), new Date(day), new Date(day))
  symlinkSync(realpathSync(join(root, 'node_modules')), join(place, 'node_modules'))
  const { status, stderr } = spawnSync('sh', ['-c', `umask ${mask}; exec "$0" tools/build.ts`, process.execPath], {
    cwd: place,
    env: { PATH: process.env.PATH, HOME: join(folder, name), ...env },
    encoding: 'utf8',
  })
  expect(status, stderr).toBe(0)
  const out = join(place, 'out')
  return new Map(filesUnder(out).map((file) => [file, readFileSync(join(out, file))]))
}

test.skipIf(process.platform === 'win32')(
  '清单56 built twice, at two places, by two people: the same files, byte for byte, and nothing in them says where',
  () => {
    const here = built('a', '2026-01-02T03:04:05Z', { LANG: 'zh_CN.UTF-8', TZ: 'Asia/Shanghai', USER: 'one' }, '022')
    const there = built(
      'somewhere/else/altogether',
      '2020-06-07T08:09:10Z',
      { LANG: 'C', TZ: 'America/New_York', USER: 'other', NODE_ENV: 'test' },
      '077',
    )
    expect(here.size).toBeGreaterThan(10)
    for (const file of ['main.cjs', 'preload.cjs', 'vault.mjs', 'screen/index.html']) expect([...here.keys()]).toContain(file)
    const sums = (files: Map<string, Buffer>) => [...files].map(([file, body]) => `${createHash('sha256').update(body).digest('hex')}  ${file}`)
    expect(sums(there)).toEqual(sums(here))
    for (const [file, body] of here)
      for (const place of [folder, realpathSync(root)]) expect(body.includes(place), `${file} names ${place}`).toBe(false)
  },
)
