/** `npm run permissions`: writes docs/permissions.md, the table of who may do what, from the contract. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contract } from '../contract/index.ts'
import type { Procedure } from '../contract/procedure.ts'
import { DESKS, type Desk, deskLabel, ROLES, type Role, roleLabel } from '../contract/terms.ts'

export const permissionsFile = join(import.meta.dirname, '../docs/permissions.md')

const procedures = Object.entries(contract as Record<string, Procedure>)
/** What comes before the desks. */
const doors: Record<string, string> = {
  setup: '初次设置',
  session: '登录',
  paper: '打印',
  entry: '纸质签补录',
  keys: '密钥',
  backup: '备份',
  export: '导出',
  archive: '整库导出',
}

const sections = [...Object.keys(doors), ...DESKS].map((section) => ({
  title: doors[section] ?? deskLabel[section as Desk],
  rows: procedures.filter(([name]) => name.startsWith(`${section}.`)),
}))

const mark = ({ kind, by }: Procedure, role: Role): string => {
  if (by === 'nobody') return '未登录'
  if (by !== 'anyone' && !by.includes(role)) return '–'
  return kind === 'query' ? '看' : '办'
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** The table as it must stand in the documentation. */
export const permissions = (): string => {
  const left = procedures.filter(([name]) => !sections.some(({ rows }) => rows.some(([listed]) => listed === name)))
  if (left.length > 0) throw new Error(`no desk for ${left.map(([name]) => name).join(', ')}`)
  const head = ['步骤', ...ROLES.map((role) => roleLabel[role])]
  const tables = sections.flatMap(({ title, rows }) =>
    rows.length === 0
      ? []
      : [
          `## ${title}`,
          '',
          line(head),
          line(head.map(() => '---')),
          ...rows.map(([name, declared]) => line([`${declared.act}<br>\`${name}\``, ...ROLES.map((role) => mark(declared, role))])),
          '',
        ],
  )
  return [
    '# 权限表',
    '',
    '本表由接口约定（`contract/`）生成：`npm run permissions`。改了约定而没有重新生成，测试不通过；每一步骤都由测试以每一角色、退出后、锁定后各调用一次。',
    '',
    '**办**：可以办理，留审计记录。**看**：可以查看，只看得到本人按知悉范围和职责该看的。**–**：拒绝，拒绝也留记录。**未登录**：只在没有人登录时可用。',
    '',
    '能办不等于都办得成：知悉范围、现场签字、不得审批本人的申请、三员不得互兼等规则，由各步骤另行核对。',
    '',
    ...tables,
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}

if (import.meta.main) writeFileSync(permissionsFile, permissions())

/** The table as it stands. */
export const writtenPermissions = (): string => readFileSync(permissionsFile, 'utf8')
