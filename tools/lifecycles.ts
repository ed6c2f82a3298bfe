/** `npm run lifecycles`: writes docs/lifecycles.md, the way of every kind of record as a diagram and a table, from the lifecycle tables of the vault. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contract } from '../contract/index.ts'
import type { Lifecycle } from '../electron/vault/door/lifecycle.ts'
import { lives } from '../electron/vault/door/lives.ts'

export const lifecyclesFile = join(import.meta.dirname, '../docs/lifecycles.md')

type Life = Lifecycle<string>
type Way = Life['steps'][number]

const acts = ({ by }: Way) => by.map((call) => contract[call].act).join('、')

/** States that no step leaves. */
const ends = ({ states, steps }: Life) => states.filter((state) => !steps.some(({ from }) => from === state))

/** A Mermaid state diagram. Names of states carry the table's, so that none is a word of Mermaid. */
const diagram = (life: Life): string[] => {
  const id = (state: string) => `${life.table}_${state}`
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...life.states.map((state) => `  state "${life.stateLabel[state]}" as ${id(state)}`),
    ...life.begins.map((state) => `  [*] --> ${id(state)}`),
    ...life.steps.map((way) => `  ${id(way.from)} --> ${id(way.to)}: ${acts(way)}（${way.clause}）`),
    ...ends(life).map((state) => `  ${id(state)} --> [*]`),
    '```',
  ]
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

const table = (life: Life): string[] => [
  line(['由', '到', '步骤', '条款']),
  line(['---', '---', '---', '---']),
  ...life.steps.map((way) =>
    line([
      life.stateLabel[way.from] as string,
      life.stateLabel[way.to] as string,
      way.by.map((call) => `${contract[call].act} \`${call}\``).join('<br>'),
      way.clause,
    ]),
  ),
]

const section = (life: Life): string[] => [
  `## ${life.label}`,
  '',
  `新的从“${life.begins.map((state) => life.stateLabel[state]).join('”“')}”开始。下表以外的变动一律拒绝，并告知${life.otherwise}。`,
  '',
  ...diagram(life),
  '',
  ...table(life),
  '',
]

/** The page as it must stand in the documentation. */
export const lifecycles = (): string =>
  [
    '# 状态变动图',
    '',
    '本页由程序所用的状态表（`electron/vault/*/lifecycle.ts`）生成：`npm run lifecycles`。改了状态表而没有重新生成，测试不通过；图上没有的变动，测试对每一状态、每一步骤各试一次，都被拒绝，并写明条款。',
    '',
    '箭头上是办理的步骤和依据的条款。谁能办，见[权限表](permissions.md)；办得成还须符合的规则（知悉范围、现场签字、不得审批本人的申请等），由各步骤另行核对。',
    '',
    ...lives.flatMap(section),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')

if (import.meta.main) writeFileSync(lifecyclesFile, lifecycles())

/** The page as it stands. */
export const writtenLifecycles = (): string => readFileSync(lifecyclesFile, 'utf8')
