import type { DisclosureRow } from '../../../contract/disclosure-views.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import type { ApplicantKind, ApplicationChannel, DisclosureState, ItemState } from '../../../contract/terms.ts'
import { deadlinesOf } from '../calendar/deadlines.ts'
import { historyOf } from '../documents/history.ts'
import type { Query } from '../door/unit.ts'
import { found } from '../storage/search.ts'
import { actsOn } from './acts.ts'
import { heardOf } from './hearing.ts'
import { OPEN_ITEM } from './lifecycle.ts'
import { applicationOf, applicationsOf, disclosureById, itemsOf, seesAll, stepsOf } from './records.ts'
import { lacking } from './registering.ts'
import { itemView, letterViews, stepViews, supplementView, versionView } from './viewing.ts'
import { waitingFor } from './waiting.ts'
import { nextOf } from '../storage/paging.ts'
import { all, among, type Condition } from '../storage/conditions.ts'

type Line = {
  id: number
  number: string
  state: DisclosureState
  applicant: string
  applicantKind: ApplicantKind
  channel: ApplicationChannel
  receivedOn: string
  content: string
  items: string
  due: string | null
}
/** The earliest last day of its own clocks and of those of its items. */
const DUE = `(SELECT min(due) FROM (SELECT due FROM deadline WHERE of_table = 'disclosure' AND record = disclosure.id AND open = 1
  UNION ALL SELECT due FROM disclosure_item AS i CROSS JOIN deadline ON of_table = 'disclosure_item' AND record = i.id WHERE i.disclosure = disclosure.id AND open = 1))`
const ROW = `SELECT disclosure.id, number, disclosure.state, a.name AS applicant, a.kind AS applicantKind, channel, disclosure.received_on AS receivedOn,
  substr(a.content, 1, 80) AS content, (SELECT json_group_array(json_array(i.state, i.department)) FROM disclosure_item AS i WHERE i.disclosure = disclosure.id) AS items,
  ${DUE} AS due FROM disclosure JOIN application AS a ON a.disclosure = disclosure.id AND a.version = disclosure.version`

const rowOf = ({ items, ...line }: Line): DisclosureRow => {
  const each = JSON.parse(items) as [ItemState, string][]
  const open = each.map(([state]) => state).filter((state) => [...OPEN_ITEM, 'answered'].includes(state))
  return { ...line, items: each.length, itemStates: open, departments: [...new Set(each.map(([, department]) => department))] }
}

/** The applications that this person sees, as a condition; none where they see all. */
const seen = (query: Query): Condition[] =>
  seesAll(query)
    ? []
    : [{ sql: 'disclosure.id IN (SELECT disclosure FROM disclosure_item WHERE department = ?)', params: [query.asking.person.department] }]

/** With an open limit on or before a day. `?` twice. */
const DUE_BY = `disclosure.id IN (SELECT record FROM deadline WHERE open = 1 AND due <= ? AND of_table = 'disclosure'
  UNION ALL SELECT i.disclosure FROM deadline AS l JOIN disclosure_item AS i ON i.id = l.record WHERE l.open = 1 AND l.due <= ? AND l.of_table = 'disclosure_item')`

/** Applications, newest first, a page at a time. */
export const list = (query: Query, { state, waiting, dueBy, text, after, limit }: Parsed<'disclosure.list'>): Output<'disclosure.list'> => {
  const parts: Condition[] = [{ sql: 'disclosure.id < ?', params: [after ?? Number.MAX_SAFE_INTEGER] }, ...seen(query)]
  if (state) parts.push({ sql: 'disclosure.state = ?', params: [state] })
  if (waiting) parts.push(among('disclosure.id', waitingFor(query)))
  if (dueBy !== undefined) parts.push({ sql: DUE_BY, params: [dueBy, dueBy] })
  if (text !== undefined) parts.push(found('disclosure', text, 'disclosure.id'))
  const { sql, params } = all(parts)
  const rows = query.read.all<Line>(`${ROW} WHERE ${sql} ORDER BY disclosure.id DESC LIMIT ?`, ...params, limit)
  return { rows: rows.map(rowOf), next: nextOf(rows, limit) }
}

/** Ids of the applications received from one day to another, both counted, that this person sees, as they were numbered. */
export const receivedIn = (query: Query, from: string, to: string): number[] => {
  const { sql, params } = all([{ sql: 'disclosure.received_on BETWEEN ? AND ?', params: [from, to] }, ...seen(query)])
  return query.read
    .all<{ id: number }>(`SELECT id FROM disclosure WHERE ${sql}`, ...params)
    .map(({ id }) => id)
    .sort((one, other) => one - other)
}

type Head = { arrived_on: string; confirmed_on: string | null; labelled: 0 | 1 | null }

/** One application, whole. */
export const get = (query: Query, { disclosure: id }: Parsed<'disclosure.get'>): Output<'disclosure.get'> => {
  const disclosure = disclosureById(query, id)
  const { read } = query
  const steps = stepsOf(read, id)
  const items = itemsOf(read, id)
  const application = applicationOf(read, disclosure)
  const { content: _content, items: _items, ...row } = rowOf(read.get<Line>(`${ROW} WHERE disclosure.id = ?`, id) as Line)
  const head = read.get<Head>('SELECT arrived_on, confirmed_on, labelled FROM disclosure WHERE id = ?', id) as Head
  return {
    ...row,
    arrivedOn: head.arrived_on,
    confirmedOn: head.confirmed_on,
    labelled: head.labelled === null ? null : head.labelled === 1,
    versions: applicationsOf(read, id).map((version) => versionView(read, version)),
    lacks: lacking(disclosure, application),
    supplement: supplementView(read, disclosure, steps),
    clocks: deadlinesOf(read, { of: 'disclosure', record: id }),
    items: items.map((item) => itemView(query, disclosure, item, steps)),
    letters: letterViews(read, disclosure, items, steps),
    heard: heardOf(read, id),
    steps: stepViews(read, steps),
    history: historyOf(read, disclosure.number),
    acts: actsOn(query, { disclosure, application, steps }),
  }
}
