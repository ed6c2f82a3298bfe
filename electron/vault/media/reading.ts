import type { Output, Parsed } from '../../../contract/index.ts'
import type { MediumMaintenance, MediumRepair, MediumRow, MediumUse, MediumView } from '../../../contract/media-views.ts'
import type { Level, MediumKind, MediumState, MediumUseState, RepairPlace } from '../../../contract/terms.ts'
import { mediumLabelled } from '../custody/labels.ts'
import { historyOf } from '../documents/history.ts'
import { daysPast } from '../door/clock.ts'
import type { Query, Read, Value } from '../door/unit.ts'
import { signatureMark } from '../people/marks.ts'
import { actsOn, actsOnUse } from './acts.ts'
import { mediumById, plainOwn } from './records.ts'
import { nextOf } from '../storage/paging.ts'

type Line = {
  id: number
  number: string
  own_number: string
  kind: MediumKind
  level: Level
  state: MediumState
  keeper: number
  keeperName: string
  keeperDepartment: string
  department: string
  place: string
  holder: number | null
  holderName: string | null
  holderDepartment: string | null
  since: string
  due: string | null
}
const ROW = `SELECT medium.id, medium.number, own_number, medium.kind, medium.level, medium.state, medium.keeper, keeper.name AS keeperName,
  keeper.department AS keeperDepartment, p.department, p.place, medium.holder, holder.name AS holderName, holder.department AS holderDepartment,
  medium.since, open.until AS due FROM medium JOIN medium_particulars AS p ON p.id = medium.current JOIN person AS keeper ON keeper.id = medium.keeper
  LEFT JOIN person AS holder ON holder.id = medium.holder LEFT JOIN medium_use AS open ON open.medium = medium.id AND open.state = 'out'`

const rowOf = ({ wall }: Query, line: Line): MediumRow => ({
  id: line.id,
  number: line.number,
  ownNumber: line.own_number,
  kind: line.kind,
  level: line.level,
  state: line.state,
  keeper: { id: line.keeper, name: line.keeperName, department: line.keeperDepartment },
  department: line.department,
  place: line.place,
  holder: line.holder === null ? null : { id: line.holder, name: line.holderName ?? '', department: line.holderDepartment ?? '' },
  since: line.since,
  due: line.due,
  overdueDays: line.due === null ? 0 : daysPast(line.due, wall.slice(0, 10)),
})

/** What a carrier is used for, and the remarks, are no matter of whoever only maintains it. */
const seesPurposes = ({ asking }: Query) => asking.roles.some((role) => role !== 'systemAdmin')

type UseLine = {
  id: number
  number: string
  state: MediumUseState
  medium: number
  mediumNumber: string
  own_number: string
  kind: MediumKind
  level: Level
  person: number
  name: string
  department: string
  outside: number
  place: string
  purpose: string
  until: string
  entered_by: number
  enteredBy: string
  opinion: string | null
  signature: number | null
  given_at: string | null
  give_signature: number | null
  take_signature: number | null
  back_at: string | null
  give_back_signature: number | null
  take_back_signature: number | null
  intact: number | null
  condition: string | null
  checked: string | null
}
const USE = `SELECT medium_use.*, medium.number AS mediumNumber, medium.own_number, medium.kind, medium.level, person.name, person.department,
  entering.name AS enteredBy FROM medium_use JOIN medium ON medium.id = medium_use.medium JOIN person ON person.id = medium_use.person
  JOIN person AS entering ON entering.id = medium_use.entered_by`

const shownUse = (query: Query, line: UseLine): MediumUse => {
  const mark = (signature: number | null) => signatureMark(query.read, signature)
  const today = query.wall.slice(0, 10)
  return {
    id: line.id,
    number: line.number,
    state: line.state,
    medium: { id: line.medium, number: line.mediumNumber, ownNumber: line.own_number, kind: line.kind, level: line.level },
    person: { id: line.person, name: line.name, department: line.department },
    outside: line.outside === 1,
    place: line.place,
    purpose: seesPurposes(query) ? line.purpose : null,
    until: line.until,
    overdueDays: line.state === 'out' ? daysPast(line.until, today) : 0,
    lapsed: (line.state === 'requested' || line.state === 'approved') && line.until < today,
    enteredBy: line.enteredBy,
    opinion: line.opinion,
    decision: mark(line.signature),
    givenAt: line.given_at,
    give: mark(line.give_signature),
    take: mark(line.take_signature),
    backAt: line.back_at,
    giveBack: mark(line.give_back_signature),
    takeBack: mark(line.take_back_signature),
    intact: line.intact === null ? null : line.intact === 1,
    condition: line.condition,
    check: line.checked,
    acts: actsOnUse(query, line),
  }
}

const WAITING_LIMIT = 200

/** 领用 that wait for a person: for a 分管领导 to be decided, not their own; for an officer to be decided or handed out. What lapsed waits no longer. */
export const waitingUses = (query: Query): MediumUse[] => {
  const { roles, person } = query.asking
  const states = roles.includes('officer') ? ["'requested'", "'approved'"] : roles.includes('deputyLeader') ? ["'requested'"] : []
  if (states.length === 0) return []
  const others = roles.includes('officer') ? '' : 'AND medium_use.person <> ? AND medium_use.entered_by <> ?'
  return query.read
    .all<UseLine>(
      `${USE} WHERE medium_use.state IN (${states}) AND until >= ? ${others} ORDER BY medium_use.id LIMIT ${WAITING_LIMIT}`,
      query.wall.slice(0, 10),
      ...(others === '' ? [] : [person.id, person.id]),
    )
    .map((line) => shownUse(query, line))
}

/** Carriers that are in hands now, what is due first at the top: for an officer all, for anybody else their own. */
export const mediaOut = (query: Query): MediumRow[] => {
  const officer = query.asking.roles.includes('officer')
  return query.read
    .all<Line>(
      `${ROW} WHERE medium.state = 'out' ${officer ? '' : 'AND medium.holder = ?'} ORDER BY open.until, medium.id LIMIT ${WAITING_LIMIT}`,
      ...(officer ? [] : [query.asking.person.id]),
    )
    .map((line) => rowOf(query, line))
}

/** A number on the thing itself may look like a label: then it is that number. */
const isOwnNumber = ({ read }: Query, text: string) => read.get('SELECT 1 FROM medium WHERE own_number = ?', plainOwn(text)) !== undefined

/** The ledger, newest first, a page at a time; of a label that was scanned, that carrier. */
export const list = (query: Query, { kind, state, overdue, text, after, limit }: Parsed<'media.list'>): Output<'media.list'> => {
  const parts = ['medium.id < ?']
  const params: Value[] = [after ?? Number.MAX_SAFE_INTEGER]
  const add = (sql: string, ...values: Value[]) => {
    parts.push(sql)
    params.push(...values)
  }
  if (kind) add('medium.kind = ?', kind)
  if (state) add('medium.state = ?', state)
  if (overdue) add("medium.state = 'out' AND open.until < ?", query.wall.slice(0, 10))
  const scanned = text === undefined || isOwnNumber(query, text) ? null : mediumLabelled(query.read, text, 'text')
  if (scanned) add('medium.id = ?', scanned.id)
  else if (text !== undefined)
    add(
      '(instr(medium.number, ?) > 0 OR instr(own_number, ?) > 0 OR instr(keeper.name, ?) > 0 OR instr(holder.name, ?) > 0 OR instr(p.place, ?) > 0)',
      ...Array<string>(5).fill(text),
    )
  const rows = query.read.all<Line>(`${ROW} WHERE ${parts.join(' AND ')} ORDER BY medium.id DESC LIMIT ?`, ...params, limit)
  return { rows: rows.map((line) => rowOf(query, line)), next: nextOf(rows, limit) }
}

/** Every 领用 that began within a span of time, oldest first. */
export const usesWithin = (query: Query, [from, before]: readonly [string, string]): MediumUse[] =>
  query.read
    .all<UseLine>(`${USE} WHERE given_at >= ? AND given_at < ? ORDER BY given_at, medium_use.id`, from, before)
    .map((line) => shownUse(query, line))

/** The whole ledger as it stands: what is still in the unit, in the order of the numbers. */
export const wholeLedger = (query: Query): MediumRow[] =>
  query.read.all<Line>(`${ROW} WHERE medium.state <> 'destroyed' ORDER BY medium.id`).map((line) => rowOf(query, line))

/** Carriers in a person's hands, and those in their charge (责任人) that are still in the unit, in the order of the numbers. */
export const mediaWith = (query: Query, person: number): MediumRow[] =>
  query.read
    .all<Line>(
      `${ROW} WHERE medium.id IN (SELECT id FROM medium WHERE holder = ? UNION SELECT id FROM medium WHERE keeper = ?
       AND state IN ('inStore','out','inRepair','retired','toDestroy')) ORDER BY medium.id`,
      person,
      person,
    )
    .map((line) => rowOf(query, line))

const usesOf = (query: Query, medium: number): MediumUse[] =>
  query.read.all<UseLine>(`${USE} WHERE medium_use.medium = ? ORDER BY medium_use.id`, medium).map((line) => shownUse(query, line))

type RepairLine = {
  id: number
  number: string
  place: RepairPlace
  firm: string
  fault: string
  storage_removed: number
  supervisorName: string | null
  out_at: string
  out_signature: number
  back_at: string | null
  result: string | null
  back_signature: number | null
}

const repairsOf = (read: Read, medium: number): MediumRepair[] =>
  read
    .all<RepairLine>(
      `SELECT medium_repair.*, person.name AS supervisorName FROM medium_repair LEFT JOIN person ON person.id = supervisor
       WHERE medium = ? ORDER BY medium_repair.id`,
      medium,
    )
    .map((line) => ({
      id: line.id,
      number: line.number,
      where: line.place,
      firm: line.firm,
      fault: line.fault,
      storageRemoved: line.storage_removed === 1,
      supervisor: line.supervisorName,
      outAt: line.out_at,
      out: signatureMark(read, line.out_signature),
      backAt: line.back_at,
      result: line.result,
      back: signatureMark(read, line.back_signature),
    }))

const maintenanceOf = (read: Read, medium: number): MediumMaintenance[] =>
  read
    .all<{ id: number; at: string; done: string; signature: number }>(
      'SELECT id, at, done, signature FROM medium_maintenance WHERE medium = ? ORDER BY id',
      medium,
    )
    .map(({ signature, ...line }) => ({ ...line, signed: signatureMark(read, signature) }))

type ChangeLine = { version: number; reason: string; at: string; keeper: string; department: string; place: string; signature: number }

const changesOf = (read: Read, medium: number): MediumView['changes'] =>
  read
    .all<ChangeLine>(
      `SELECT version, reason, p.at, keeper.name AS keeper, p.department, p.place, signature FROM medium_particulars AS p
       JOIN person AS keeper ON keeper.id = p.keeper WHERE medium = ? AND version > 1 ORDER BY version`,
      medium,
    )
    .map(({ signature, ...line }) => ({ ...line, signed: signatureMark(read, signature) }))

type EndingLine = Omit<MediumView['endings'][number], 'signed'> & { signature: number }

const endingsOf = (read: Read, medium: number): MediumView['endings'] =>
  read
    .all<EndingLine>('SELECT became, at, incident, words, signature FROM medium_ending WHERE medium = ? ORDER BY id', medium)
    .map(({ signature, ...line }) => ({ ...line, signed: signatureMark(read, signature) }))

type Rest = {
  model: string | null
  remarks: string | null
  isolated: number | null
  in_use_on: string
  registered_at: string
  register_signature: number
}

/** One carrier, whole. */
export const get = (query: Query, { medium: id }: Parsed<'media.get'>): Output<'media.get'> => {
  const medium = mediumById(query.read, id)
  const line = query.read.get<Line>(`${ROW} WHERE medium.id = ?`, id) as Line
  const rest = query.read.get<Rest>(
    `SELECT model, remarks, isolated, in_use_on, registered_at, register_signature FROM medium
     JOIN medium_particulars AS p ON p.id = medium.current WHERE medium.id = ?`,
    id,
  ) as Rest
  return {
    ...rowOf(query, line),
    model: rest.model,
    remarks: seesPurposes(query) ? rest.remarks : null,
    isolated: rest.isolated === null ? null : rest.isolated === 1,
    inUseOn: rest.in_use_on,
    registeredAt: rest.registered_at,
    registered: signatureMark(query.read, rest.register_signature),
    changes: changesOf(query.read, id),
    uses: usesOf(query, id),
    repairs: repairsOf(query.read, id),
    maintenance: maintenanceOf(query.read, id),
    endings: endingsOf(query.read, id),
    history: historyOf(query.read, medium.number),
    acts: actsOn(query, medium),
  }
}
