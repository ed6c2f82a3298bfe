import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Clause, clauses } from '../../contract/clauses.ts'
import { coverage } from '../../tools/clauses.ts'

/** What this release answers for. */
const core: readonly Clause[] = [
  ...(['F1(1)a', 'F1(1)b', 'F1(1)c', 'F1(1)d', 'F1(2)a', 'F1(2)b', 'F1(2)c', 'F1(2)d', 'F1(3)a', 'F1(3)c'] as const),
  ...(['F1(4)a', 'F1(4)b', 'F1(4)c', 'F1(4)d', '保密法20', '保密法21', '保密法22', '保密法31'] as const),
  ...(['三员', '口令', '锁定', '审计', '日历'] as const),
]

it('审计 the list names every clause once, covered or not', () => {
  expect(coverage.map(({ clause }) => clause)).toEqual(Object.keys(clauses))
})

it('审计 every A, B and G clause has a rule and a test', () => {
  const lacking = coverage.filter(({ clause, rule, tests }) => /^[ABG]/.test(clause) && (rule === null || tests.length === 0))
  expect(lacking.map(({ clause }) => clause)).toEqual([])
})

for (const clause of core)
  it(`审计 the clause ${clause} is held by a rule, served by a procedure and shown by a test`, () => {
    const row = coverage.find((one) => one.clause === clause)
    expect(row?.rule).toMatch(/^electron\/vault\/.+:\d+$/)
    expect(row?.procedures).not.toEqual([])
    expect(row?.tests).not.toEqual([])
  })

it('审计 no text of the vault cites a clause that is not in the list', () => {
  const folder = join(import.meta.dirname, '../../electron/vault')
  const cited = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(/\b[A-G]\d?\(\d\)[a-d\d]?|(?:保密法|实施条例|条例)\d{1,3}(?!\d)/g)].map(([code]) => code),
    )
  expect(cited.length).toBeGreaterThan(50)
  expect([...new Set(cited)].filter((code) => !Object.hasOwn(clauses, code))).toEqual([])
})
