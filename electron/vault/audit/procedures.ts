import type { audit, EntryView } from '../../../contract/audit.ts'
import { contract, type Output, type Parsed, type ProcedureName } from '../../../contract/index.ts'
import { type Outcome, type Role, roleLabel, THREE_OFFICERS } from '../../../contract/terms.ts'
import { instantOf } from '../door/clock.ts'
import { refuse } from '../door/refuse.ts'
import type { Desk, Query, Value, Work } from '../door/unit.ts'
import type { EntryText } from './append.ts'
import { acknowledge } from './acknowledging.ts'
import { FOLLOWS, issueCheckpoint, lastTaken } from './checkpoint.ts'
import { factsOf } from './facts.ts'
import type { Heads } from './heads.ts'
import { MASKED, maskedActor } from './masking.ts'
import { checkpointOf, prove, proveGrowth } from './proving.ts'
import { inAll } from './row-verification.ts'
import { UPGRADE } from '../upgrade/words.ts'
import { beginVerification, checkedIn, checkSpan, type Verification } from './verification.ts'
import { nextOf } from '../storage/paging.ts'

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

const DAY_MS = 86_400_000

const OFFICERS = THREE_OFFICERS.map((role) => `'${role}'`).join(',')
/** Acts of the users and of whoever was not let in, but nothing of the three officers. */
const OF_USERS = `role NOT IN (${OFFICERS}) AND NOT (role = '-' AND actor IN
  (SELECT person.name FROM person, json_each(person.roles) AS held WHERE held.value IN (${OFFICERS})))`

type Filter = Partial<Pick<Parsed<'audit.list'>, 'from' | 'to' | 'actor' | 'call' | 'object' | 'outcome'>>

/** The filters as a WHERE clause and its parameters. */
const where = ({ from, to, actor, call, object, outcome }: Filter) => {
  const parts: string[] = []
  const params: Value[] = []
  const add = (sql: string, value: Value) => {
    parts.push(sql)
    params.push(value)
  }
  if (from) add('at >= ?', instantOf(`${from}T00:00`).toISOString())
  if (to) add('at < ?', new Date(instantOf(`${to}T00:00`).getTime() + DAY_MS).toISOString())
  if (actor) add(`${MASKED.actor} = ?`, actor)
  if (call) add('call = ?', call)
  if (object) add('instr(object, ?) > 0', object)
  // Written out, not bound: only so does the index of the refusals answer.
  if (outcome) parts.push(`outcome = '${outcome}'`)
  return { sql: parts.length > 0 ? parts.join(' AND ') : '1', params }
}

/** No filter, or the outcome alone: the entries in their order, or the index of the refusals. */
const isPlain = (filter: Filter) => Object.entries(filter).every(([name, value]) => value === undefined || name === 'outcome')

/** Any other filter is answered from `audit_line` alone, which holds all that is asked for. */
const entriesFor = (filter: Filter) => (isPlain(filter) ? 'audit_entry' : 'audit_entry INDEXED BY audit_line')

const FROM_THE_TOP = Number.MAX_SAFE_INTEGER

/** `after`: those before this entry alone; `skip`: so many of them are passed over. */
type Page = { after?: number; limit: number; skip?: number }

/** A page of the record, newest first. */
export const entriesPage = (query: Query, filter: Filter, { after, limit, skip = 0 }: Page, and = '1') => {
  const { sql, params } = where(filter)
  const chosen = `SELECT seq FROM ${entriesFor(filter)} WHERE ${sql} AND ${and} AND seq < ? ORDER BY seq DESC LIMIT ? OFFSET ?`
  // Entries are numbered without a gap: to pass over some of all is to begin so many lower.
  const all = and === '1' && Object.values(filter).every((value) => value === undefined)
  const place = all ? [Math.min(after ?? FROM_THE_TOP, head(query).size) - skip, limit, 0] : [after ?? FROM_THE_TOP, limit, skip]
  const rows = query.read.all<EntryRow>(`SELECT * FROM audit_entry WHERE seq IN (${chosen}) ORDER BY seq DESC`, ...params, ...place)
  return { rows: rows.map(entryView), next: rows.length === limit ? (rows.at(-1)?.seq ?? null) : null }
}

/** How many entries a filter leaves, of those before one. Acts that were done are all but the refusals, which are few. */
const counted = (query: Query, filter: Filter, before = FROM_THE_TOP): number => {
  if (isPlain(filter) && filter.outcome !== 'refused') {
    const { size } = head(query)
    return filter.outcome === 'done' ? size - counted(query, { outcome: 'refused' }) : size
  }
  const { sql, params } = where(filter)
  return query.read.get<{ n: number }>(`SELECT count(*) AS n FROM ${entriesFor(filter)} WHERE ${sql} AND seq < ?`, ...params, before)?.n ?? 0
}

/** A page with the count of all. What the first page went through is not gone through again: only what lies before it is counted. */
const pageOfAll = (query: Query, filter: Filter, page: Page) => {
  const found = entriesPage(query, filter, page)
  if (page.after !== undefined || page.skip || isPlain(filter)) return { ...found, total: counted(query, filter) }
  return { ...found, total: found.rows.length + (found.next === null ? 0 : counted(query, filter, found.next)) }
}

const head = (query: Query) =>
  query.read.get<{ size: number; head: Buffer }>('SELECT size, head FROM audit_head WHERE id = 1') ?? { size: 0, head: Buffer.alloc(32) }

/** Lets the shell save the text of a checkpoint outside this machine. */
const ticketFor = (work: Work, { text, size }: { text: string; size: number }) =>
  work.shellTicket({ kind: 'text', fileName: `检查点-${work.wall.slice(0, 10)}-${size}.txt`, text, about: `检查点${size}` })

/** The procedures of the 审计 desk. One verification at a time goes on from span to span. */
export const auditDesk = (heads: () => Heads | null): Desk<typeof audit> => {
  let run: Verification = beginVerification()
  return {
    'audit.list': (query, { after, limit, skip, ...filter }) => pageOfAll(query, filter, { after, limit, skip }),
    'audit.users': (query, { after, limit, ...filter }) => entriesPage(query, filter, { after, limit }, OF_USERS),
    'audit.verify': (query, { from }) => {
      if (from === 0) run = beginVerification()
      if (from !== checkedIn(run)) refuse('state.conflict', '校验已被另一次校验打断，请重新开始。', { clause: '审计' })
      checkSpan(run, query.read)
      const { broken, head: reached } = run
      const last = broken !== null || run.done
      const checked = checkedIn(run)
      // The digests of every row are much to keep: a run that has ended is forgotten.
      if (last) run = beginVerification()
      return {
        checked,
        total: last ? checked : Math.max(checked, inAll(query.read)),
        next: last ? null : checked,
        ok: broken === null,
        broken,
        head: reached,
      }
    },
    'audit.checkpoint': (work) => {
      const made = issueCheckpoint(work, 'taken', work.me())
      return { ...made, ticket: ticketFor(work, made) }
    },
    'audit.exportCheckpoint': (work, { checkpoint }) => {
      const { text, size } = checkpointOf(work.read, checkpoint, 'checkpoint')
      work.about(`检查点${size}`)
      return { text, size, ticket: ticketFor(work, { text, size }) }
    },
    'audit.checkpoints': (query, { after, limit }) => {
      const rows = query.read.all<Output<'audit.checkpoints'>['rows'][number]>(
        'SELECT checkpoint.id, occasion, checkpoint.at, person.name AS by, size, root FROM checkpoint JOIN person ON person.id = by_person WHERE checkpoint.id < ? ORDER BY checkpoint.id DESC LIMIT ?',
        after ?? Number.MAX_SAFE_INTEGER,
        limit,
      )
      return { rows, next: nextOf(rows, limit) }
    },
    'audit.heads': () => ({ lines: heads()?.lines() ?? 0, putBack: heads()?.putBack()?.words ?? null }),
    'audit.acknowledge': (work, input) => acknowledge(work, input, heads()),
    'audit.prove': prove,
    'audit.proveGrowth': proveGrowth,
    'audit.summary': (query) => ({
      entries: head(query).size,
      refusals: counted(query, { outcome: 'refused' }),
      clockBack: query.read.get<{ n: number }>('SELECT count(*) AS n FROM audit_entry WHERE instr(detail, \'"clockBack"\') > 0')?.n ?? 0,
      last: query.read.get<{ at: string }>('SELECT at FROM audit_entry ORDER BY seq DESC LIMIT 1')?.at ?? null,
      lastCheckpoint: lastTaken(query.read),
      head: Buffer.from(head(query).head).toString('hex'),
    }),
  }
}
