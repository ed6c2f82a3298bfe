import { basename } from 'node:path'
import type { ChosenLedger } from '../../../contract/bridge.ts'
import { limits } from '../../../contract/fields.ts'
import type { Clock } from '../door/clock.ts'
import { declared, recordAndRefuse, refusalFrom, roleFor } from '../door/door.ts'
import type { Opened } from '../door/opened.ts'
import { refuse } from '../door/refuse.ts'
import type { Query } from '../door/unit.ts'
import { headRowOf } from './columns.ts'
import { type Judging, judgeLedger, newJudging } from './judging.ts'
import type { Reading } from './papers.ts'
import { startReading } from './reading.ts'
import type { TableRow } from './table.ts'

/** One sheet of a chosen ledger: its heads, and the rows below them. */
export type Sheet = { name: string | null; heads: string[]; rows: TableRow[] }
/** The ledger that was chosen last. `trying`: the dry run of one of its sheets. */
export type Ledger = { file: string; fileName: string; bytes: number; sheets: Sheet[]; trying: { sheet: number; judging: Judging } | null }

/** The ledgers of a session, one at a time. They are forgotten with it. */
export type Imports = {
  /** Has a chosen file read, outside the order of the calls; a refusal is on record. */
  choose(opened: Opened, path: string): Promise<ChosenLedger>
  /** The ledger that was chosen last. */
  ledger(): Ledger | null
  /** The same, refused when another was chosen since, or none. */
  ledgerOf(file: string): Ledger
  /** Begins the dry run of a sheet; one that goes on is given up. */
  judge(query: Query, ledger: Ledger, sheet: number, reading: Reading): void
  /** Whether a file is being read or judged now. */
  running(): boolean
  /** Drops the ledger and what goes on with it. */
  forget(): void
}

const sheetOf = ({ name, rows }: { name: string | null; rows: TableRow[] }): Sheet => {
  const at = headRowOf({ name, rows })
  const heads = rows[at]?.cells ?? []
  const below = rows.slice(at + 1)
  const width = Math.max(heads.length, ...below.slice(0, 200).map(({ cells }) => cells.length))
  return { name, heads: Array.from({ length: width }, (_, place) => heads[place] ?? ''), rows: below }
}

export const openImports = ({ clock, inOrder }: { clock: Clock; inOrder<T>(step: () => Promise<T>): Promise<T> }): Imports => {
  let chosen: Ledger | null = null
  let reading: { end(): void } | null = null
  /** Counts what is given up: what goes on under an earlier count is over. */
  let turn = 0

  const forget = () => {
    turn += 1
    reading?.end()
    reading = null
    chosen = null
  }

  const refused = (opened: Opened, error: unknown): ChosenLedger => {
    const reply = recordAndRefuse(opened, clock.now(), 'importing.file', refusalFrom(error))
    return { ok: false, message: reply.ok ? '' : reply.refused.message }
  }

  return {
    choose: async (opened, path) => {
      const begun = await inOrder(async () => {
        try {
          roleFor(declared('importing.file'), opened, 'importing.file')
        } catch (error) {
          return refused(opened, error)
        }
        forget()
        const started = startReading(path)
        reading = started
        return { turn, started }
      })
      if ('ok' in begun) return begun
      const read = await begun.started.read.catch((error: unknown) => ({ error }))
      return inOrder(async () => {
        if (turn !== begun.turn) return { ok: true, file: null }
        reading = null
        if ('error' in read) return refused(opened, read.error)
        const fileName = basename(path).slice(0, limits.title)
        chosen = { file: read.file, fileName, bytes: read.bytes, sheets: read.sheets.map(sheetOf), trying: null }
        return { ok: true, file: read.file }
      })
    },
    ledger: () => chosen,
    ledgerOf: (file) =>
      chosen?.file === file
        ? chosen
        : refuse('state.conflict', '所选的台账已不在，或又选了别的。请重新选择文件。', { clause: 'F1(1)b', field: 'file' }),
    judge: (query, ledger, sheet, how) => {
      turn += 1
      const mine = turn
      const rows = ledger.sheets[sheet]?.rows ?? []
      const judging = newJudging(query, rows, how)
      ledger.trying = { sheet, judging }
      judgeLedger(query, rows, judging, () => turn !== mine).catch(() => {
        if (ledger.trying?.judging === judging) ledger.trying = null
      })
    },
    running: () => reading !== null || (chosen?.trying != null && !chosen.trying.judging.done),
    forget,
  }
}
