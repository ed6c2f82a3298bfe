/** `npm run clauses [-- --json]`: every clause of the domain with the rule that holds it, the procedures that serve it and the tests named after it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { contract } from '../contract/index.ts'
import { clauses } from '../contract/clauses.ts'
import type { Procedure } from '../contract/procedure.ts'

const root = join(import.meta.dirname, '..')

const sources = (folder: string, ending: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(root, folder, name))
    .map((path) => ({ path: relative(root, path), lines: readFileSync(path, 'utf8').split('\n') }))

/** `file:line` of every line that a test accepts. */
const places = (files: ReturnType<typeof sources>, accepts: (line: string) => boolean) =>
  files.flatMap(({ path, lines }) => lines.flatMap((text, index) => (accepts(text) ? [`${path}:${index + 1}`] : [])))

const vault = sources('electron/vault', '.ts')
const tests = [...sources('test', '.test.ts'), ...sources('test', '.spec.ts')]
const procedures = Object.entries(contract as Record<string, Procedure>)

/** One row for each clause, also those that nothing covers yet. */
export const coverage = Object.entries(clauses).map(([clause, title]) => ({
  clause,
  title,
  rule: places(vault, (line) => /\b(clause|otherwise):/.test(line) && line.includes(`'${clause}'`))[0] ?? null,
  procedures: procedures.filter(([, procedure]) => (procedure.clauses as readonly string[]).includes(clause)).map(([name]) => name),
  tests: places(
    tests,
    (line) =>
      /^\s*(it|test)\('/.test(line) &&
      line
        .trimStart()
        .replace(/^(it|test)\('/, '')
        .startsWith(`${clause} `),
  ),
}))

if (import.meta.main) {
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(coverage, null, 2)}\n`)
  else
    for (const { clause, title, rule, procedures: by, tests: shown } of coverage)
      console.log(`${clause}\t${title}\t${rule ?? '—'}\t${by.length} procedures\t${shown.length} tests`)
}
