import type { PersonRef } from '../../../contract/fields.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import type { ReproductionRow, SourceView } from '../../../contract/reproduction-views.ts'
import { type Level, type ReproductionKind, type ReproductionState, UNAVAILABLE_STATES } from '../../../contract/terms.ts'
import { historyOf } from '../documents/history.ts'
import { highestMark } from '../documents/marking.ts'
import { copiesMatching, matching } from '../documents/matching.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Read, Value } from '../door/unit.ts'
import { signatureMark } from '../people/marks.ts'
import { actsOn } from './acts.ts'
import { itemsOf } from './items.ts'
import { isExpired } from './making.ts'
import { madeUnder, reproductionById } from './records.ts'
import { nextOf } from '../storage/paging.ts'
import { among, type Condition } from '../storage/conditions.ts'

type SourceLine = {
  copy: number
  copyNumber: string
  copyNo: string | null
  document: number
  documentNumber: string
  title: string
  symbol: string | null
  sender: string
  level: Level
  mark: string
  copyBan: number
  counted: number
}
const SOURCE_COLUMNS = `copy.id AS copy, copy.number AS copyNumber, copy.copy_no AS copyNo, document.id AS document, document.number AS documentNumber,
  p.title, p.symbol, p.sender, p.level, p.mark, p.copy_ban AS copyBan, document.counted`
const SOURCE_FROM = 'JOIN document ON document.id = copy.document JOIN particulars AS p ON p.id = document.current'

const sourceView = ({ copy, copyNumber, copyNo, document, documentNumber, copyBan, ...said }: SourceLine): SourceView => {
  const { title, symbol, sender, level, mark, counted } = said
  return {
    id: copy,
    number: copyNumber,
    copyNo,
    document: { id: document, number: documentNumber, title, symbol, sender, level, mark, copyBan: copyBan === 1, counted },
  }
}

type NamedLine = SourceLine & {
  nth: number
  reproduction: number
  consent: string | null
  period: string | null
  madeOn: string
  declassified: number
}
type Named = Pick<ReproductionRow, 'sources' | 'level' | 'mark'>

/** What each of these requests is of, and the mark of it together: of a single original its own, as it stands on it. */
const namedIn = (read: Read, requests: readonly number[]): Map<number, Named> => {
  const lines = read
    .all<NamedLine>(
      `SELECT named.id AS nth, named.reproduction, named.consent, ${SOURCE_COLUMNS}, p.period, p.made_on AS madeOn, p.declassified FROM json_each(?) AS asked
     JOIN reproduction_source AS named ON named.reproduction = asked.value JOIN copy ON copy.id = named.copy ${SOURCE_FROM}`,
      JSON.stringify(requests),
    )
    .toSorted((one, other) => one.nth - other.nth)
  const named = [...Map.groupBy(lines, ({ reproduction }) => reproduction)].map(([reproduction, its]): [number, Named] => {
    const [first] = its as [NamedLine, ...NamedLine[]]
    const marked = its.map(({ level, period, madeOn, declassified }) => ({
      level,
      madeOn,
      declassified,
      period: period === null ? null : JSON.parse(period),
    }))
    const { level, mark } = its.length === 1 ? first : highestMark(marked)
    const sources = its.map(({ consent, ...line }) => ({ ...sourceView(line), consent: consent === null ? null : JSON.parse(consent) }))
    return [reproduction, { sources, level, mark }]
  })
  return new Map(named)
}

type Line = {
  id: number
  number: string
  kind: ReproductionKind
  title: string | null
  state: ReproductionState
  valid_until: string | null
  applicant: number
  name: string
  department: string
  entered_at: string
  asked: number
  approved: number | null
  made: number
  out: number
}
const ROW = `SELECT reproduction.id, reproduction.number, reproduction.kind, reproduction.title, reproduction.state, valid_until, applicant, asker.name, reproduction.department,
  entered_at, asked, approved, made, (SELECT count(*) FROM holding WHERE holding.reproduction = reproduction.id AND back_at IS NULL) AS out
  FROM reproduction JOIN person AS asker ON asker.id = applicant`

const rowOf = (line: Line, named: Map<number, Named>, wall: string): ReproductionRow => ({
  ...(named.get(line.id) as Named),
  id: line.id,
  number: line.number,
  kind: line.kind,
  state: line.state,
  expired: isExpired(line, wall),
  title: line.title,
  applicant: { id: line.applicant, name: line.name, department: line.department },
  enteredAt: line.entered_at,
  asked: line.asked,
  approved: line.approved,
  made: line.made,
  out: line.out,
})

/** Ids of requests that wait for what this person alone can do with them, never what is their own nor a second step of theirs; and of what an officer makes, issues and closes. */
const waitingFor = ({ asking: { roles, person } }: Query): Condition[] => {
  const parts: Condition[] = []
  const add = (sql: string, ...params: Value[]) => parts.push({ sql: `SELECT id FROM reproduction WHERE ${sql}`, params })
  if (roles.includes('officeHead')) add("state = 'toSection' AND ? NOT IN (applicant, entered_by)", person.id)
  else if (roles.includes('section')) add("state = 'toSection' AND ? NOT IN (applicant, entered_by) AND department = ?", person.id, person.department)
  if (roles.includes('deputyLeader')) add("state = 'toLeader' AND ? NOT IN (applicant, entered_by, section_by)", person.id)
  if (roles.includes('officer')) add("state IN ('approved','made')")
  return parts
}

/** Ids of requests that a person asked for, keyed in, opined or decided on: by an index each, whatever else was asked in thirty years. */
const ownOf = ({ asking: { person } }: Query): Condition[] =>
  ['applicant', 'entered_by', 'section_by', 'decided_by'].map((column) => ({
    sql: `SELECT id FROM reproduction WHERE ${column} = ?`,
    params: [person.id],
  }))

/** Which requests a person sees: an officer all; anybody else their own, those that wait for them, those they opined or decided on. */
const seenBy = (query: Query): Condition =>
  query.asking.roles.includes('officer') ? { sql: '1', params: [] } : among('reproduction.id', [...ownOf(query), ...waitingFor(query)])

const FROM_THE_TOP = Number.MAX_SAFE_INTEGER
const NOT_GONE = `copy.state NOT IN (${UNAVAILABLE_STATES.map((state) => `'${state}'`).join(',')})`

/** Requests, newest first, a page at a time. */
export const list = (query: Query, { state, waiting, text, after, limit }: Parsed<'reproduction.list'>): Output<'reproduction.list'> => {
  const parts = ['reproduction.id < ?']
  const params: Value[] = [after ?? FROM_THE_TOP]
  const add = (sql: string, ...values: Value[]) => {
    parts.push(sql)
    params.push(...values)
  }
  if (state) add('reproduction.state = ?', state)
  const seen = waiting ? among('reproduction.id', waitingFor(query)) : seenBy(query)
  add(seen.sql, ...seen.params)
  if (text !== undefined) {
    const found = matching(query.read, text)
    add(
      `(instr(reproduction.number, ?) > 0 OR instr(asker.name, ?) > 0 OR instr(coalesce(reproduction.title, ''), ?) > 0
       OR ${found ? `reproduction.id IN (SELECT named.reproduction FROM (${found.sql}) AS meant JOIN copy ON copy.document = meant.id JOIN reproduction_source AS named ON named.copy = copy.id)` : '0'})`,
      text,
      text,
      text,
      ...(found?.params ?? []),
    )
  }
  const rows = query.read.all<Line>(`${ROW} WHERE ${parts.join(' AND ')} ORDER BY reproduction.id DESC LIMIT ?`, ...params, limit)
  const named = namedIn(
    query.read,
    rows.map(({ id }) => id),
  )
  return { rows: rows.map((line) => rowOf(line, named, query.wall)), next: nextOf(rows, limit) }
}

type Rest = {
  extent: string | null
  enteredBy: string
  entered_by: number
  purpose: string
  recipients: string
  place: string
  section_opinion: string | null
  section_signature: number | null
  opinion: string | null
  signature: number | null
  copier: string | null
  made_at: string | null
  make_signature: number | null
  closed_at: string | null
  reason: string | null
}

const peopleOf = (read: Read, ids: string): PersonRef[] =>
  read.all<PersonRef>('SELECT id, name, department FROM person WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id', ids)

/** One request, whole; refused to whom the list does not show it (保密法21). */
export const get = (query: Query, { reproduction: id }: Parsed<'reproduction.get'>): Output<'reproduction.get'> => {
  const asked = reproductionById(query.read, id)
  const seen = seenBy(query)
  const line =
    query.read.get<Line>(`${ROW} WHERE reproduction.id = ? AND ${seen.sql}`, id, ...seen.params) ??
    refuse('session.role', '只能查看本人申请、签署或审批的复制申请。', { clause: '保密法21', field: 'reproduction' })
  const rest = query.read.get<Rest>(
    'SELECT reproduction.*, person.name AS enteredBy FROM reproduction JOIN person ON person.id = entered_by WHERE reproduction.id = ?',
    id,
  ) as Rest
  const mark = (signature: number | null) => signatureMark(query.read, signature)
  return {
    ...rowOf(line, namedIn(query.read, [id]), query.wall),
    extent: rest.extent,
    department: line.department,
    enteredBy: rest.entered_by === asked.applicant ? null : rest.enteredBy,
    purpose: rest.purpose,
    recipients: peopleOf(query.read, rest.recipients),
    place: rest.place,
    compiled: query.read.get<{ id: number; number: string }>('SELECT id, number FROM document WHERE reproduction = ?', id) ?? null,
    sectionOpinion: rest.section_opinion,
    section: mark(rest.section_signature),
    opinion: rest.opinion,
    validUntil: line.valid_until,
    decision: mark(rest.signature),
    copier: rest.copier,
    madeAt: rest.made_at,
    makeMark: mark(rest.make_signature),
    closedAt: rest.closed_at,
    reason: rest.reason,
    items: itemsOf(query.read, id),
    history: historyOf(query.read, asked.number),
    acts: actsOn(query, asked, madeUnder(query.read, id)),
  }
}

/** Originals to ask copies of, newest first: an officer any, anybody else what they hold themselves (F1(2)a). */
export const sources = (query: Query, { text, limit }: Parsed<'reproduction.sources'>): Output<'reproduction.sources'> => {
  const found = text === undefined ? undefined : matching(query.read, text)
  if (found === null) return { rows: [] }
  const meant = found && copiesMatching(query.read, found)
  const officer = query.asking.roles.includes('officer')
  const rows = query.read.all<SourceLine>(
    `SELECT ${SOURCE_COLUMNS} FROM copy ${SOURCE_FROM} WHERE copy.id < ${FROM_THE_TOP} AND copy.kind = 'original' AND ${NOT_GONE} AND copy.archiving IS NULL
     ${officer ? '' : 'AND copy.holder = ?'} ${meant ? `AND ${meant.sql}` : ''} ORDER BY copy.id DESC LIMIT ?`,
    ...[...(officer ? [] : [query.asking.person.id]), ...(meant?.params ?? []), limit],
  )
  const scope = (document: number) =>
    query.read.all<PersonRef>(
      'SELECT person.id, person.name, person.department FROM in_scope AS scope JOIN person ON person.id = scope.person WHERE document = ? ORDER BY scope.id',
      document,
    )
  return { rows: rows.map((line) => ({ ...sourceView(line), scope: scope(line.document) })) }
}
