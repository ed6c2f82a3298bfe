import Sqlite from 'better-sqlite3'
import { join } from 'node:path'
import type { OfficeSettings } from '../../../contract/office.ts'
import type { Refusal } from '../../../contract/refusal.ts'
import type { Level, Occasion, Role } from '../../../contract/terms.ts'
import type { Log } from '../audit/append.ts'
import { FOLLOWS, issueCheckpoint, occasionOf } from '../audit/checkpoint.ts'
import { type Heads, lineWordOf } from '../audit/heads.ts'
import type { Database } from '../storage/database.ts'
import { takeBack } from '../storage/taking-back.ts'
import { type Clock, wallClock } from './clock.ts'
import { refuse } from './refuse.ts'
import type { Tickets } from './tickets.ts'
import type { Person, Query, Read, Signer, Work } from './unit.ts'
import { noTraces, type Traces, workOver } from './work.ts'

/** A vault while somebody is signed in: the open file, the data key, and who it is. Ends with `close`. */
export type Opened = {
  vault: string
  dataKey: Buffer
  /** Needed to seal the data key to somebody (`storage/sealing.ts`). */
  membership: Buffer
  database: Database
  log: Log
  /** 末条登记; null while a vault is being set up. */
  heads: Heads | null
  tickets: Tickets
  person: Person
  roles: readonly Role[]
  me: Signer | null
  passwordSetAt: Date
  mustChangePassword: boolean
  lastActive: number
  release: () => void
}

/** Holds the folder for one program at a time; the system lets go of it when the program dies. */
export const holdFolder = (dir: string): (() => void) => {
  const hold = new Sqlite(join(dir, 'in-use.lock'), { timeout: 0 })
  try {
    hold.pragma('journal_mode = MEMORY')
    hold.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    hold.close()
    if (error instanceof Sqlite.SqliteError && error.code === 'SQLITE_BUSY')
      refuse('vault.busy', '另一个密卷程序正在使用这个数据文件夹，请先退出那个程序。')
    throw error
  }
  return () => hold.close()
}

/** Closes the file and erases the key. A locked vault is a closed file. A full disk does not keep it open: what was committed stands in the log file. */
export const closeOpened = (opened: Opened): void => {
  opened.dataKey.fill(0)
  opened.membership.fill(0)
  opened.me?.erase()
  opened.me = null
  opened.tickets.forget()
  opened.heads?.close()
  quietly(opened.database.close)
  takeBack()
  opened.release()
}

type OfficeRow = { unit: string; level: Level; settings: string }

/** The unit's settings as they stand now. */
export const settingsOf = (database: Database): OfficeSettings => settingsIn(database.read)

/** The same, through any reading connection. */
export const settingsIn = (read: Read): OfficeSettings => {
  const row = read.get<OfficeRow>('SELECT unit, level, settings FROM office WHERE id = 1')
  if (!row) return refuse('vault.damaged', '数据库缺少单位设置，已损坏。请由系统管理员用备份恢复。')
  return { ...JSON.parse(row.settings), unit: row.unit, level: row.level }
}

/** What a call may know: the clock, who asks under which role, the settings. */
export const queryOf = (opened: Opened, clock: Clock, role: Role | null): Query => {
  const now = clock.now()
  return {
    read: opened.database.read,
    now,
    wall: wallClock(now),
    asking: { person: opened.person, roles: opened.roles, role },
    settings: settingsOf(opened.database),
  }
}

/** A step that clears up: that it failed must not hide what it clears up after. */
export const quietly = (step: () => void): void => {
  try {
    step()
  } catch {
    // What stays is whole in itself, and the next sign-in settles it.
  }
}

const tablesIn = ({ changes }: Traces) => [...changes.values()].map(({ table }) => table)

/** Writes the entry of what a unit of work left. */
const writeEntry = ({ log }: Opened, { asking, now }: Pick<Query, 'asking' | 'now'>, call: string, traces: Traces) =>
  log.write(
    {
      actor: asking.person.name,
      role: asking.role ?? '-',
      call,
      object: traces.objects.join(' '),
      outcome: 'done',
      detail: traces.facts,
      changes: [...traces.changes.values()].map(({ table, id, before, after }) => [table, id, before, after] as const),
    },
    now,
  )

/**
 * The checkpoint that an act asks for, over its entry, with an entry of its own. Before anybody has a key (set-up, recovery sheets)
 * nobody can sign: the next checkpoint covers it. Gives the occasion; null: none was asked for.
 */
const follow = (opened: Opened, call: string, query: Query, traces: Traces, work: (call: string, own: Traces) => Work): Occasion | null => {
  const occasion = traces.checkpoint?.occasion ?? occasionOf(call, tablesIn(traces))
  const signer = traces.checkpoint?.signer ?? opened.me
  if (!occasion || !signer) return occasion
  const own = noTraces()
  issueCheckpoint(work(FOLLOWS, own), occasion, signer)
  writeEntry(opened, query, FOLLOWS, own)
  return occasion
}

/** Runs one mutation: its changes, signatures, audit entry and the checkpoint it asks for commit together or not at all. `step`: what a ticket must have been given for. */
export const runWork = <R>(opened: Opened, query: Query, call: string, act: (work: Work) => R, traces: Traces = noTraces(), step = () => ''): R => {
  const { database, log, tickets, me, vault } = opened
  const { read: _queries, ...rest } = query
  const work = (name: string, left: Traces) => workOver(database, rest, left, { log, tickets, me, vault, call: name, step })
  let result: R
  let line: string | null
  database.begin()
  try {
    result = act(work(call, traces))
    writeEntry(opened, query, call, traces)
    line = lineWordOf(follow(opened, call, query, traces, work), tablesIn(traces))
    database.commit()
  } catch (error) {
    log.forget()
    database.rollback()
    for (const undo of traces.undo) quietly(undo)
    throw error
  }
  log.keep()
  if (line !== null) opened.heads?.write(line, log.head(), query.now)
  for (const ticket of traces.spent) tickets.spend(ticket)
  for (const then of traces.after) then()
  return result
}

/** Records a refusal: who, what, which rule; the numbers it was about, and nothing of what was typed. */
export const recordRefusal = (opened: Opened, now: Date, role: Role | null, call: string, refusal: Refusal, objects: readonly string[]): void => {
  const { database, log } = opened
  const { code, clause, field } = refusal
  database.begin()
  try {
    log.write(
      {
        actor: opened.person.name,
        role: role ?? '-',
        call,
        object: objects.join(' '),
        outcome: 'refused',
        detail: { code, ...(clause && { clause }), ...(field && code !== 'input.unknownField' && { field }) },
        changes: [],
      },
      now,
    )
    database.commit()
  } catch (error) {
    log.forget()
    database.rollback()
    throw error
  }
  log.keep()
}
