import type { EntryView } from '../../../contract/audit.ts'
import { contract, type ProcedureName } from '../../../contract/index.ts'
import {
  type BackupKind,
  type BackupOutcome,
  backupKindLabel,
  backupOutcomeLabel,
  type DisclosureLimit,
  disclosureLimitLabel,
  factLabel,
  type FoundHere,
  foundHereLabel,
  type Occasion,
  occasionLabel,
  type Role,
  roleLabel,
} from '../../../contract/terms.ts'

const roles = (codes: string) =>
  codes
    .split(' ')
    .map((code) => roleLabel[code as Role] ?? code)
    .join('、')

/** `reply 25, publish 30`: limits with their days. */
const limits = (codes: string) =>
  codes.replaceAll(/[a-zA-Z]+/g, (code) => disclosureLimitLabel[code as DisclosureLimit] ?? code).replaceAll(', ', '、')

/** How a fact is said in Chinese; what is not named here is shown as it stands. */
const said: Record<string, (value: string) => string> = {
  roles,
  before: roles,
  after: roles,
  signs: (call) => (Object.hasOwn(contract, call) ? contract[call as ProcedureName].act : call),
  found: (kind) => ({ older: '数据较旧', other: '记录不同', cut: '末条登记缺行', altered: '末条登记被改' })[kind] ?? kind,
  occasion: (code) => occasionLabel[code as Occasion] ?? code,
  here: (found) => foundHereLabel[found as FoundHere] ?? found,
  kind: (kind) => backupKindLabel[kind as BackupKind] ?? kind,
  ended: (how) => backupOutcomeLabel[how as BackupOutcome] ?? how,
  laxer: limits,
  whole: (yes) => (yes === 'true' ? '是' : '否'),
  firstKey: (yes) => (yes === 'true' ? '是' : '否'),
  reason: (how) => ({ left: '本人退出', locked: '锁屏', idle: '空闲到时' })[how] ?? how,
}

/** The plain facts of an entry that a person should read, each with its Chinese label. Code and clause stand in places of their own. */
export const factsOf = (detail: Record<string, unknown>): EntryView['facts'] =>
  Object.entries(detail).flatMap(([name, value]) => {
    const label = Object.hasOwn(factLabel, name) ? factLabel[name as keyof typeof factLabel] : null
    return label === null ? [] : [{ label, text: said[name]?.(String(value)) ?? String(value) }]
  })
