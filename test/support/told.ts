import type Database from 'better-sqlite3'
import { followDuties } from '../../tools/verify/duties.ts'
import { checkHoldings } from '../../tools/verify/holdings.ts'
import { checkMedia } from '../../tools/verify/media.ts'
import { checkPaperEntries } from '../../tools/verify/paper-entries.ts'
import { beginVerdict, type Findings } from '../../tools/verify/report.ts'
import { checkRows } from '../../tools/verify/rows.ts'
import { checkInvariants, checkNumbers } from '../../tools/verify/rules.ts'
import { checkPointers, checkSignatures } from '../../tools/verify/signatures.ts'
import { behindTheDoor, copyOf, withoutTriggers } from './attack.ts'

/** What the rules and the signatures tell of rows that were changed past the door, whatever the record says of the rows. */
const toldOf = (database: Database.Database): string[] => {
  const told: string[] = []
  const findings: Findings = { ...beginVerdict().findings, breaks: (_what, where, why) => told.push(`${where} ${why}`) }
  const orders = checkRows(database, beginVerdict().findings)
  const held = checkSignatures(database, database.prepare('SELECT vault FROM office').pluck().get() as string, orders, findings)
  checkPointers(database, held, findings)
  const means = { duties: followDuties(database, orders, findings), held, orders, findings }
  checkHoldings(database, means)
  checkMedia(database, means)
  checkPaperEntries(database, means)
  checkNumbers(database, findings)
  checkInvariants(database, findings)
  return told
}

/** A change of rows past the door, in SQL. */
export type Change = readonly [what: string, sql: () => string, ...unknown[]]

/** What is told of each change, each made to the same closed vault and taken back; and, by the name `nothing`, of none. */
export const toldOfEach = async (dir: string, changes: readonly Change[]): Promise<Map<string, string[]>> => {
  const told = new Map<string, string[]>()
  await behindTheDoor(copyOf(dir), (database) =>
    withoutTriggers(database, () => {
      database.pragma('ignore_check_constraints = ON')
      for (const [what, sql] of [['nothing', () => ''] as Change, ...changes]) {
        database.exec(`BEGIN; ${sql()}`)
        told.set(what, toldOf(database))
        database.exec('ROLLBACK')
      }
    }),
  )
  return told
}
