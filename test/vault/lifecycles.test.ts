import { afterAll, beforeAll, expect, it } from 'vitest'
import { incidentLifecycle, legLifecycle, sheetLifecycle, wideningLifecycle } from '../../electron/vault/circulation/lifecycle.ts'
import { copyLifecycle, documentLifecycle, envelopeLifecycle } from '../../electron/vault/documents/lifecycle.ts'
import { type Lifecycle, stepOf } from '../../electron/vault/door/lifecycle.ts'
import { contract } from '../../contract/index.ts'

const lives = [
  envelopeLifecycle,
  documentLifecycle,
  copyLifecycle,
  sheetLifecycle,
  legLifecycle,
  incidentLifecycle,
  wideningLifecycle,
] as unknown as Lifecycle<string>[]

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
