import type { EntryView } from '../../../contract/audit.ts'
import { contract, type Output, type Parsed, type ProcedureName } from '../../../contract/index.ts'
import { type Outcome, type Role, roleLabel, THREE_OFFICERS } from '../../../contract/terms.ts'
import type { Query, Read, Value } from '../door/unit.ts'
import { UPGRADE } from '../upgrade/words.ts'
import type { EntryText } from './append.ts'
import { FOLLOWS } from './checkpoint.ts'
import { factsOf } from './facts.ts'
import { MASKED, maskedActor } from './masking.ts'
import { headOf, instantsOf, type Span, spanOf } from './span.ts'

type EntryRow = EntryText & { hash: Buffer }

const ownActs: Record<string, string> = {
  [FOLLOWS]: '存检查点',
  'shell.saved': '保存文件',
  'shell.printed': '送打印机',
  'shell.cancelled': '取消保存',
  'shell.exported': '生成导出文件',
  'shell.backup': '备份有效',
  'shell.backupUndone': '备份没有完成',
  'shell.archive': '整库导出完成',
  'shell.archiveUndone': '整库导出没有完成',
  'shell.drill': '恢复演练通过',
  'shell.drillUndone': '恢复演练没有完成',
  [UPGRADE]: '升级数据',
  'vault.check': '检查数据结束',
}
export const actOf = (call: string) => (Object.hasOwn(contract, call) ? contract[call as ProcedureName].act : (ownActs[call] ?? '未知步骤'))

const entryView = (written: EntryRow): EntryView => {
  const row = maskedActor(written)
  const detail = JSON.parse(row.detail) as { code?: string; clause?: string } & Record<string, unknown>
  return {
    seq: row.seq,
    at: row.at,
    boot: row.boot,
    actor: row.actor,
    role: Object.hasOwn(roleLabel, row.role) ? roleLabel[row.role as Role] : row.role,
    call: row.call,
    act: actOf(row.call),
    object: row.object,
    outcome: row.outcome as Outcome,
    code: detail.code ?? null,
    clause: detail.clause ?? null,
    facts: factsOf(detail),
    changes: (JSON.parse(row.changes) as unknown[]).length,
    hash: Buffer.from(row.hash).toString('hex'),
  }
}

const OFFICERS = THREE_OFFICERS.map((role) => `'${role}'`).join(',')
/** Acts of the users and of whoever was not let in, but nothing of the three officers. */
export const OF_USERS = `role NOT IN (${OFFICERS}) AND NOT (role = '-' AND actor IN
  (SELECT person.name FROM person, json_each(person.roles) AS held WHERE held.value IN (${OFFICERS})))`

type Filter = Partial<Pick<Parsed<'audit.list'>, 'from' | 'to' | 'actor' | 'call' | 'object' | 'outcome'>>

/** The filters as a WHERE clause and its parameters. */
const where = (filter: Filter) => {
  const parts: string[] = []
  const params: Value[] = []
  const add = (sql: string, value: Value) => {
    parts.push(sql)
    params.push(value)
  }
  const { from, to } = instantsOf(filter)
  if (from) add('at >= ?', from)
  if (to) add('at < ?', to)
  if (filter.actor) add(`${MASKED.actor} = ?`, filter.actor)
  if (filter.call) add('call = ?', filter.call)
  if (filter.object) add('instr(object, ?) > 0', filter.object)
  // Written out, not bound: only so does the index of the refusals answer.
  if (filter.outcome) parts.push(`outcome = '${filter.outcome}'`)
  return { sql: parts.length > 0 ? parts.join(' AND ') : '1', params }
}

/** No filter, or the outcome alone: the entries in their order, or the index of the refusals. */
const isPlain = (filter: Filter) => Object.entries(filter).every(([name, value]) => value === undefined || name === 'outcome')

/** Any other filter is answered from `audit_line` alone, which holds all that is asked for. */
const entriesFor = (filter: Filter) => (isPlain(filter) ? 'audit_entry' : 'audit_entry INDEXED BY audit_line')

/** So many entries are looked through in one call, so that no act waits long for a search through all the years. */
const LOOKED_THROUGH = 20_000

/** `after`: those before this entry alone; `skip`: so many of them are passed over; `most`: how many one call looks through. */
type Page = { after?: number | undefined; limit: number; skip?: number; most?: number }

/** What a call looks through: of a long span the newest part, of a plain filter all that there is. */
const lookedThrough = (read: Read, filter: Filter, { after, skip = 0, most = LOOKED_THROUGH }: Page, and: string): Span & { first: number } => {
  const { low, high } = spanOf(read, instantsOf(filter))
  const top = Math.max(low, Math.min(after ?? high, high))
  const isShort = skip > 0 || (and === '1' && isPlain(filter))
  return { first: low, low: isShort ? low : Math.max(low, top - most), high: top }
}

/**
 * A page of the record, newest first. One that is not full and has a `next` is as far as this call looked: the search goes on from there.
 */
export const page = (read: Read, filter: Filter, asked: Page, and = '1') => {
  const { limit, skip = 0 } = asked
  const { sql, params } = where(filter)
  const { first, low, high } = lookedThrough(read, filter, asked, and)
  const chosen = `SELECT seq FROM ${entriesFor(filter)} WHERE ${sql} AND ${and} AND seq >= ? AND seq < ? ORDER BY seq DESC LIMIT ? OFFSET ?`
  // Entries are numbered without a gap: to pass over some of all is to begin so many lower.
  const isWhole = and === '1' && sql === '1'
  const place = isWhole ? [low, high - skip, limit, 0] : [low, high, limit, skip]
  const rows = read.all<EntryRow>(`SELECT * FROM audit_entry WHERE seq IN (${chosen}) ORDER BY seq DESC`, ...params, ...place)
  const goesOn = low > first ? low : null
  return { rows: rows.map(entryView), next: rows.length === limit ? (rows.at(-1)?.seq ?? null) : goesOn }
}

/** How many refusals there are. */
export const countRefused = (read: Read): number => read.get<{ n: number }>("SELECT count(*) AS n FROM audit_entry WHERE outcome = 'refused'")?.n ?? 0

/** How many entries a filter leaves; `null` where that would be long to count. Acts that were done are all but the refusals, which are few. */
const counted = (read: Read, filter: Filter): number | null => {
  if (isPlain(filter)) {
    const { size } = headOf(read)
    if (filter.outcome === undefined) return size
    return filter.outcome === 'done' ? size - countRefused(read) : countRefused(read)
  }
  const { low, high } = spanOf(read, instantsOf(filter))
  if (high - low > LOOKED_THROUGH) return null
  const { sql, params } = where(filter)
  return (
    read.get<{ n: number }>(`SELECT count(*) AS n FROM ${entriesFor(filter)} WHERE ${sql} AND seq >= ? AND seq < ?`, ...params, low, high)?.n ?? 0
  )
}

/** A page with the count of all. */
export const listed = (query: Query, { after, limit, skip, ...filter }: Parsed<'audit.list'>): Output<'audit.list'> => ({
  ...page(query.read, filter, { after, limit, skip }),
  total: counted(query.read, filter),
})
