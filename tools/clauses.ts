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

const vault = sources('electron/vault', '.ts')
const tests = [...sources('test', '.test.ts'), ...sources('test', '.spec.ts')]
const procedures = Object.entries(contract as Record<string, Procedure>)

/** First line of the vault that a test accepts, as `file:line`. */
const firstPlace = (accepts: (line: string) => boolean): string | null => {
  for (const { path, lines } of vault) {
    const at = lines.findIndex(accepts)
    if (at >= 0) return `${path}:${at + 1}`
  }
  return null
}

/** Whether a comment names this very clause: B1 is not in B10, nor A2 in a longer word. */
const isNamedIn = (line: string, clause: string): boolean =>
  line.split(clause).some((before, place, parts) => {
    const after = parts[place + 1]
    return after !== undefined && !/[A-Za-z0-9]$/.test(before) && !/^[A-Za-z0-9(]/.test(after)
  })

/** Where a clause is held: where a refusal or a lifecycle cites it, else where the code that carries it out says so in a comment, `(F1(4)b)`. */
const ruleOf = (clause: string) =>
  firstPlace((line) => /\b(clause|otherwise):/.test(line) && line.includes(`'${clause}'`)) ??
  firstPlace((line) => /(\/\*\*|\/\/|^\s*\*)/.test(line) && isNamedIn(line, clause))

/** A test's line as `file:line title`, when it has a title. */
const named = tests.flatMap(({ path, lines }) =>
  lines.flatMap((line, at) => {
    const title = /^\s*(?:it|test)(?:\.\w+)?\((['`"])(.*?)\1/.exec(line)?.[2]
    return title ? [{ title, shown: `${path}:${at + 1} ${title}` }] : []
  }),
)

/** One row for each clause, also those that nothing covers yet. */
export const coverage = Object.entries(clauses).map(([clause, title]) => ({
  clause,
  title,
  rule: ruleOf(clause),
  procedures: procedures.filter(([, procedure]) => (procedure.clauses as readonly string[]).includes(clause)).map(([name]) => name),
  tests: named.filter((test) => test.title.startsWith(`${clause} `)).map(({ shown }) => shown),
}))

if (import.meta.main) {
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(coverage, null, 2)}\n`)
  else
    for (const { clause, title, rule, procedures: by, tests: shown } of coverage)
      console.log(`${clause}\t${title}\t${rule ?? '—'}\t${by.length} procedures\t${shown.length} tests`)
}
