import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { contract } from '../../contract/index.ts'
import { stepOf } from '../../electron/vault/door/lifecycle.ts'
import { lives } from '../../electron/vault/door/lives.ts'

let walked = 0
beforeAll(() => {
  walked = 0
})
afterAll(() => expect(walked).toBeGreaterThan(100))

for (const life of lives) {
  it(`审计 ${life.label}: every state is reachable from where a record begins, by a procedure of the contract`, () => {
    const reached = new Set(life.begins)
    for (const _ of life.states) for (const { from, to } of life.steps) if (reached.has(from)) reached.add(to)
    expect([...reached].sort()).toEqual([...life.states].sort())
    for (const { by } of life.steps) for (const each of by) expect(Object.keys(contract)).toContain(each)
  })

  it(`审计 ${life.label}: a pair of states is a step of the table once, or none`, () => {
    for (const from of life.states)
      for (const to of life.states) {
        walked += 1
        const steps = life.steps.filter((step) => step.from === from && step.to === to)
        expect(steps.length).toBeLessThanOrEqual(1)
        expect(stepOf(life, from, to)).toBe(steps[0])
      }
  })
}

it('审计 every table of records that have a state has its lifecycle, and takes no other states', () => {
  const schema = readFileSync(join(import.meta.dirname, '../../electron/vault/storage/migrations/0001-first.sql'), 'utf8')
  const states = new Map(
    [...schema.matchAll(/CREATE TABLE (\w+) (?:(?!CREATE TABLE)[\s\S])*?\n {2}state TEXT NOT NULL CHECK \(state IN \(([^)]*)\)\)/g)].map(
      ([, table, list]) => [table, (list as string).split(',').map((state) => state.slice(1, -1))],
    ),
  )
  expect([...states.keys()].sort()).toEqual(lives.map(({ table }) => table).sort())
  for (const { table, states: known } of lives) expect(states.get(table), table).toEqual([...known])
})
