import { describe, expect, it } from 'vitest'
import { contract } from '../contract/index.ts'
import { lives } from '../electron/vault/door/lives.ts'
import { lifecycles, writtenLifecycles } from '../tools/lifecycles.ts'

describe('审计 the diagrams in the documentation', () => {
  it('are those of the tables that the vault moves records by (written anew with npm run lifecycles)', () => {
    expect(writtenLifecycles()).toBe(lifecycles())
  })

  it.each(lives)('$label: every state, every way with its clause, every act, and no other way', (life) => {
    const section = writtenLifecycles()
      .split('\n## ')
      .find((text) => text.startsWith(`${life.label}\n`)) as string
    const states = new Map([...section.matchAll(/^ {2}state "(.+)" as (\w+)$/gm)].map(([, label, id]) => [id as string, label]))
    expect([...states.values()]).toEqual(life.states.map((state) => life.stateLabel[state]))
    const ways = [...section.matchAll(/^ {2}(\w+) --> (\w+): (.+)（(.+)）$/gm)].map(([, from, to, acts, clause]) => [
      states.get(from as string),
      states.get(to as string),
      acts,
      clause,
    ])
    expect(ways).toEqual(
      life.steps.map(({ from, to, by, clause }) => [
        life.stateLabel[from],
        life.stateLabel[to],
        by.map((call) => contract[call].act).join('、'),
        clause,
      ]),
    )
    for (const call of life.steps.flatMap(({ by }) => by)) expect(section).toContain(`${contract[call].act} \`${call}\``)
  })
})
