import { daysBetween } from '../door/clock.ts'
import type { Query, Value } from '../door/unit.ts'
import { loadedCalendars } from '../calendar/loaded.ts'
import { workingDaysSince } from '../calendar/working-days.ts'
import { today } from './records.ts'
import { among, type Condition } from '../storage/conditions.ts'

/** An extension that was asked for and is not decided. `?` is who would decide: nobody their own. */
const TO_EXTEND = `SELECT i.disclosure FROM disclosure_item AS i JOIN disclosure_step AS s ON s.disclosure = i.disclosure AND s.item = i.id
  WHERE i.state IN ('inHand','consulting','inReview','drafted') AND s.act = 'requestExtension' AND s.by_person <> ?
  AND NOT EXISTS (SELECT 1 FROM disclosure_step AS later WHERE later.disclosure = i.disclosure AND later.item = i.id AND later.id > s.id
  AND later.act IN ('requestExtension','extend','refuseExtension'))`
/** A draft that waits. `?` is who would approve it. */
const TO_APPROVE = `SELECT i.disclosure FROM disclosure_item AS i WHERE i.state = 'drafted' AND ? <> (SELECT by_person FROM disclosure_step AS s
  WHERE s.disclosure = i.disclosure AND s.item = i.id AND s.act = 'reply' ORDER BY s.id DESC LIMIT 1)`
/** Whoever was asked is out of time. `?` is today. */
const OUT = `EXISTS (SELECT 1 FROM disclosure_step AS s JOIN deadline AS l ON l.of_table = 'disclosure_step' AND l.record = s.id AND l.kind = s.outcome
  WHERE s.disclosure = i.disclosure AND s.item = i.id AND s.act = 'consult' AND l.open = 1 AND l.due < ?)`
/** The applicant is out of time for the 补正. `?` is today. */
const SILENT = `SELECT id FROM disclosure WHERE state = 'supplementing' AND EXISTS (SELECT 1 FROM deadline AS l WHERE l.of_table = 'disclosure'
  AND l.record = disclosure.id AND l.kind = 'supplement' AND l.open = 1 AND l.due < ?)`

/** Ids of the applications that wait for what this person can do with them. */
export const waitingFor = (query: Query): Condition[] => {
  const { roles, person } = query.asking
  const parts: Condition[] = []
  const add = (sql: string, ...params: Value[]) => parts.push({ sql, params })
  if (roles.includes('officeHead')) {
    add("SELECT id FROM disclosure WHERE state IN ('received','answered','delivered')")
    add(SILENT, today(query))
  }
  if (roles.includes('section')) {
    add("SELECT i.disclosure FROM disclosure_item AS i WHERE i.department = ? AND i.state IN ('inHand','answered')", person.department)
    add(`SELECT i.disclosure FROM disclosure_item AS i WHERE i.department = ? AND i.state = 'consulting' AND ${OUT}`, person.department, today(query))
  }
  if (roles.includes('deputyLeader') || roles.includes('groupLeader')) add(TO_EXTEND, person.id)
  if (roles.includes('groupLeader')) add(TO_APPROVE, person.id)
  return parts
}

/** How many applications wait for this person: the count of the menu. */
export const waitingDisclosures = (query: Query): number => {
  const { sql, params } = among('disclosure.id', waitingFor(query))
  return query.read.get<{ n: number }>(`SELECT count(*) AS n FROM disclosure WHERE ${sql}`, ...params)?.n ?? 0
}

/** A limit that is near or out: `left` working days, below 0 when it is out. */
export type Near = { number: string; kind: string; left: number }

/** Days ahead in which five working days may lie: the longest holiday and the weekends about it. */
const AHEAD = 16

/** Open limits that this person keeps to, out or within five working days: of what they handle, and as 综合办公室负责人 all. */
export const nearLimits = (query: Query): Near[] => {
  const { read, asking } = query
  const day = today(query)
  const until = new Date(Date.parse(day) + AHEAD * 86_400_000).toISOString().slice(0, 10)
  const all = asking.roles.includes('officeHead')
  const rows = read.all<{ number: string; kind: string; due: string; ordinal: number | null; items: number; handler: number | null }>(
    `SELECT l.number, l.kind, l.due, i.ordinal, i.handler, (SELECT count(*) FROM disclosure_item AS other WHERE other.disclosure = i.disclosure) AS items
     FROM deadline AS l LEFT JOIN disclosure_step AS s ON l.of_table = 'disclosure_step' AND s.id = l.record
     LEFT JOIN disclosure_item AS i ON i.id = CASE l.of_table WHEN 'disclosure_item' THEN l.record ELSE s.item END
     WHERE l.open = 1 AND l.due <= ? AND l.of_table IN ('disclosure','disclosure_item','disclosure_step') ORDER BY l.due, l.id`,
    until,
  )
  const calendars = loadedCalendars(read)
  return rows
    .filter(({ handler }) => all || handler === asking.person.id)
    .map(({ number, kind, due, ordinal, items }) => ({
      number: ordinal !== null && items > 1 ? `${number}第${ordinal}项` : number,
      kind,
      left: due < day ? -daysBetween(due, day) : (workingDaysSince(calendars, day, due) ?? daysBetween(day, due)),
    }))
    .filter(({ left }) => left <= 5)
}

/** Numbers of what was answered and is not given out. */
export const undelivered = ({ read, asking }: Query): string[] => {
  const all = asking.roles.includes('officeHead')
  return read
    .all<{ number: string; department: string }>(
      "SELECT DISTINCT number, department FROM disclosure_item AS i JOIN disclosure ON disclosure.id = i.disclosure WHERE i.state = 'answered' ORDER BY i.id",
    )
    .filter(({ department }) => all || (asking.roles.includes('section') && department === asking.person.department))
    .map(({ number }) => number)
}

/** Numbers of drafts that wait for the 组长, and of extensions that wait for a leader: not their own. */
export const toDecide = ({ read, asking }: Query): { replies: string[]; extensions: string[] } => {
  const leads = asking.roles.includes('groupLeader')
  const numbers = (sql: string) =>
    read.all<{ number: string }>(`SELECT number FROM disclosure WHERE id IN (${sql}) ORDER BY id`, asking.person.id).map(({ number }) => number)
  return {
    replies: leads ? numbers(TO_APPROVE) : [],
    extensions: leads || asking.roles.includes('deputyLeader') ? numbers(TO_EXTEND) : [],
  }
}
