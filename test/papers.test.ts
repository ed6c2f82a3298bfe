import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DESKS, deskLabel, passwordPolicy } from '../contract/terms.ts'

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
    expect(manual).toContain(`机密级不少于 ${confidential.shortest} 个字符、每 ${confidential.days} 天更换`)
  })
})
