import { createHmac } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import type { Past } from './chain.ts'
import { rewrittenSince } from './checkpoint.ts'
import type { Findings } from './report.ts'

/** A line of heads.log: so many entries with this root. */
export type HeadLine = { size: number; root: string; at: string }

const where = (n: number) => `heads.log 第 ${n} 行`

/** The whole lines of 末条登记 in a folder; one without its end was never written. */
const linesIn = (dir: string): string[] => {
  const path = join(dir, 'heads.log')
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : []
}

/** How many lines the record says there were when somebody last came in. */
const linesSaid = (database: Database.Database): number => {
  const last = database.prepare(
    "SELECT json_extract(detail, '$.heads') FROM audit_entry WHERE json_extract(detail, '$.heads') IS NOT NULL ORDER BY seq DESC",
  )
  return Number(last.pluck().get() ?? 0)
}

/** Reads 末条登记 and holds each line to its seal, each bound to the one before. What does not fit is named; the lines before it count. */
export const readHeads = (database: Database.Database, dir: string, vault: string, findings: Findings): HeadLine[] => {
  const seal = database.prepare('SELECT seal FROM audit_seal WHERE id = 1').pluck().get() as Buffer | undefined
  if (!seal) {
    findings.breaks('末条登记', 'audit_seal 1', '没有这一行')
    return []
  }
  const found: HeadLine[] = []
  const lines = linesIn(dir)
  let before = ''
  for (const [index, line] of lines.entries()) {
    const [n, size, root, at, why, mac] = line.split(' ')
    const sealed = createHmac('sha256', seal)
      .update(`mijuan-head/1\n${vault}\n${before}\n${[n, size, root, at, why].join(' ')}`)
      .digest('base64')
    if (Number(n) !== index + 1 || mac !== sealed) {
      findings.breaks('末条登记', where(index + 1), '封印不符：被改动、换序，或是另一个库的')
      return found
    }
    found.push({ size: Number(size), root: root as string, at: at as string })
    before = mac
  }
  const said = linesSaid(database)
  if (lines.length < said) findings.breaks('末条登记', 'heads.log', `应有 ${said} 行，现有 ${lines.length} 行`)
  return found
}

/** Holds the record against what it was when each line was written; the first line that does not fit is named. */
export const checkHeads = (lines: readonly HeadLine[], size: number, pasts: ReadonlyMap<number, Past>, findings: Findings): void => {
  for (const [index, line] of lines.entries()) {
    if (line.size > size) {
      findings.breaks('末条登记', where(index + 1), `当时有 ${line.size} 条记录，现在只有 ${size} 条：记录被截短或换回了旧文件`, () => ({
        after: line.at,
        by: null,
      }))
      return
    }
    if (pasts.get(line.size)?.root === line.root) continue
    findings.breaks('末条登记', where(index + 1), `前 ${line.size} 条记录的根不同：记录被重写过`, () => rewrittenSince(line, lines, pasts))
    return
  }
}
