import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contract } from '../contract/index.ts'
import { DESKS, deskLabel, overdueLabel, passwordPolicy } from '../contract/terms.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const below = (folder: string, ending: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))

const papers = [...readdirSync(root).filter((name) => name.endsWith('.md')), ...below('docs', '.md')]
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts)

/** Relative links and pictures of a paper. */
const linksOf = (paper: string) =>
  [...read(paper).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link as string).filter((link) => !/^(https?:|#)/.test(link))

const COMMENTS = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm

/** Each act with its key, as the screen writes it on its button: `拟制传阅单`, `F4`. */
const keysOnScreen = () => {
  const found: [label: string, key: string][] = []
  for (const text of below('renderer', '.tsx').map((file) => read(file).replace(COMMENTS, ''))) {
    for (const [, call, key] of text.matchAll(/'([a-zA-Z]+\.[a-zA-Z]+)': '((?:Ctrl\+)?[A-Z]\d*)'/g))
      if (call && key && Object.hasOwn(contract, call)) found.push([contract[call as keyof typeof contract].act, key])
    for (const [, key, label] of text.matchAll(/\['(F\d+)', '(\p{Script=Han}+)'/gu)) found.push([label as string, key as string])
    for (const [, label, key] of text.matchAll(/(\p{Script=Han}+(?:PDF|Excel)?)(?: |\{!?\w+ (?:&&|\?) ' )((?:F|Ctrl\+)[A-Z\d]+)\b/gu))
      if (!label?.endsWith('按')) found.push([label as string, key as string])
  }
  return found
}

/** What the tables of the manual's first page say of each key: its column, or the line that begins with it. */
const keysInManual = () => {
  const rows = read('docs/manual/README.md')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()))
  const head = rows.find((cells) => cells.includes('F2')) ?? []
  const below = rows.slice(rows.indexOf(head) + 1)
  const columns = head.flatMap((key, place) => (/^F\d$/.test(key) ? below.map((cells) => [key, cells[place] ?? ''] as const) : []))
  const lines = rows
    .filter((cells) => /^Ctrl\+/.test(cells[1] ?? ''))
    .map((cells) => [cells[1] as string, (cells[2] ?? '').replace(/（.*/, '')] as const)
  return [...columns, ...lines].flatMap(([key, said]) => said.split('、').flatMap((label) => (label ? [[label, key] as const] : [])))
}

const inWords = (pairs: readonly (readonly [string, string])[]) => [...new Set(pairs.map(([label, key]) => `${label} ${key}`))].sort()

describe('审计 the papers', () => {
  for (const paper of papers)
    it(`审计 ${paper}: every link and picture is there`, () => {
      for (const link of linksOf(paper)) expect(existsSync(join(root, dirname(paper), decodeURI(link.split('#')[0] as string))), link).toBe(true)
    })

  it('审计 every command that a paper gives is one of package.json', () => {
    const named = papers.flatMap((paper) => [...read(paper).matchAll(/npm run (?:--silent )?([a-z-]+)/g)].map(([, script]) => script as string))
    expect(named.length).toBeGreaterThan(5)
    for (const script of new Set(named)) expect(scripts).toContain(script)
  })

  it('审计 every file of the project that a paper names is there', () => {
    for (const paper of papers)
      for (const [, path] of read(paper).matchAll(/`((?:contract|electron|renderer|test|tools|resources)\/[A-Za-z0-9._/-]+)`/g))
        expect(existsSync(join(root, path as string)), `${paper}: ${path}`).toBe(true)
  })

  it('审计 the manual’s pictures are the demo’s screens, all of them and no others', () => {
    const taken = below('tools/demo', '.ts').flatMap((file) => [...read(file).matchAll(/picture\('([^']+)'\)/g)].map(([, name]) => `${name}.png`))
    const kept = readdirSync(join(root, 'docs/manual/pictures'))
    expect(kept.sort()).toEqual(taken.filter((name) => name !== 'stopped-here.png').sort())
    const shown = below('docs/manual', '.md').flatMap((paper) => linksOf(paper).map((link) => relative('docs/manual', join(dirname(paper), link))))
    for (const picture of shown.filter((link) => link.endsWith('.png'))) expect(kept).toContain(picture.replace('pictures/', ''))
  })

  it('口令 the manual says of each desk by its name, and of passwords what the policy says', () => {
    const manual = below('docs/manual', '.md').map(read).join('\n')
    for (const desk of DESKS) expect(manual).toContain(deskLabel[desk])
    const { secret, confidential } = passwordPolicy
    expect(manual).toContain(`秘密级不少于 ${secret.shortest} 个字符、每 ${secret.days} 天更换`)
    expect(manual).toContain(`秘密级最近 ${secret.remembered} 次，机密级以上最近 ${confidential.remembered} 次`)
    expect(manual).toContain(`机密级不少于 ${confidential.shortest} 个字符、每 ${confidential.days} 天更换`)
  })

  it('审计 the manual’s table of keys is that of the screen, no key more and none less', () => {
    const onScreen = inWords(keysOnScreen())
    expect(onScreen.length).toBeGreaterThan(25)
    expect(inWords(keysInManual())).toEqual(onScreen)
  })

  it('审计 a key that stands beside an act anywhere in the manual is its key on the screen', () => {
    const onScreen = inWords(keysOnScreen())
    const said = below('docs/manual', '.md').flatMap((paper) =>
      [...read(paper).matchAll(/(\p{Script=Han}+)[*”]*（((?:F|Ctrl\+)[A-Z\d]+)）/gu)].map(([, label, key]) => `${label} ${key}`),
    )
    expect(said.length).toBeGreaterThan(20)
    for (const pair of said) expect(onScreen).toContain(pair)
  })

  it('审计 the manual tells of every act of the contract by its name', () => {
    const manual = below('docs/manual', '.md').map(read).join('\n')
    for (const { kind, act } of Object.values(contract)) if (kind === 'mutation') expect(manual).toContain(act)
    expect(manual).toContain(overdueLabel)
  })

  it('F1(4)b the manual tells of every list of 今日 by its heading', () => {
    const headings = below('renderer/desks/today', '.tsx').flatMap((file) =>
      [...read(file).matchAll(/<Part title="([^"]+)"/g)].map(([, name]) => name as string),
    )
    expect(headings.length).toBeGreaterThan(8)
    for (const heading of headings) expect(read('docs/manual/today.md')).toContain(`| ${heading} |`)
  })
})
