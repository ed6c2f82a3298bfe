import type { Output } from '../../../contract/index.ts'
import { type Desk as DeskName, DESKS } from '../../../contract/terms.ts'
import type { today } from '../../../contract/today.ts'
import { dayKind } from '../calendar/working-days.ts'
import { loadedCalendars } from '../calendar/procedures.ts'
import { incidentsOf } from '../circulation/incidents.ts'
import { isOverdue } from '../circulation/due.ts'
import { legsOut, numbersOn, overdueRows, readerRef, sheetRef, wideningsWhere } from '../circulation/reading.ts'
import { envelopes } from '../documents/reading.ts'
import type { Desk, Query } from '../door/unit.ts'

type Home = Output<'today.home'>

const WAITING_LIMIT = 200

const toHandOut = (query: Query): Home['toHandOut'] =>
  query.read
    .all<{ leg: number; sheet: number; number: string; folder: string; reader: number; name: string; department: string }>(
      `SELECT leg.id AS leg, sheet.id AS sheet, sheet.number, sheet.folder, person.id AS reader, person.name, person.department
       FROM sheet JOIN leg ON leg.id = (SELECT id FROM leg WHERE leg.sheet = sheet.id AND leg.state = 'waiting' ORDER BY ord LIMIT 1) JOIN person ON person.id = leg.reader
       WHERE sheet.state IN ('confirmed','circulating') AND NOT EXISTS (SELECT 1 FROM leg WHERE leg.sheet = sheet.id AND leg.state IN ('handedOut','signed'))
       ORDER BY sheet.id LIMIT ${WAITING_LIMIT}`,
    )
    .map((line) => ({ sheet: sheetRef(line), leg: line.leg, reader: readerRef(line) }))

const accounts = (query: Query): Home['accounts'] => {
  if (!query.asking.roles.includes('systemAdmin')) return []
  return query.read
    .all<{ id: number; name: string; department: string }>("SELECT id, name, department FROM person WHERE account = 'none' ORDER BY id")
    .map((person) => ({ person, what: 'open' }))
}

const reminders = (query: Query, overdue: number, out: number): Home['reminders'] => {
  const { wall, settings, read, asking } = query
  const said: Home['reminders'] = []
  const hour = wall.slice(11)
  const year = Number(wall.slice(0, 4))
  if (overdue > 0) said.push({ level: 'urgent', text: `有${overdue}夹当日未退，请立即催还（F1(4)b）。`, desk: 'circulation' })
  else if (out > 0 && hour >= settings.reminderHour)
    said.push({ level: 'warning', text: `有${out}夹在外，应于${settings.returnHour}前退回（F1(4)b）。`, desk: 'circulation' })
  const calendars = loadedCalendars(read)
  if (!calendars.has(year)) said.push({ level: 'warning', text: `${year}年工作日历尚未装入，请安全保密管理员装入。`, desk: 'office' })
  if (wall.slice(5, 7) >= '11' && !calendars.has(year + 1) && asking.roles.includes('securityAdmin'))
    said.push({ level: 'info', text: `${year + 1}年放假安排公布后，请及时装入工作日历。`, desk: 'office' })
  return said
}

/** What the signed-in person should see first. Each list is empty where their role does not reach. */
const home = (query: Query): Home => {
  const { read, asking, now, wall } = query
  const office = asking.roles.some((role) => ['officer', 'deputyLeader', 'groupLeader', 'officeHead'].includes(role))
  const officer = asking.roles.includes('officer')
  const decides = asking.roles.some((role) => role === 'deputyLeader' || role === 'groupLeader')
  const out = office ? legsOut(read) : []
  const overdue = office ? overdueRows(query) : []
  const mine = legsOut(read, 'leg.reader = ?', asking.person.id)
  const waitingEnvelopes = envelopes(query, { waiting: true, limit: WAITING_LIMIT }).rows.filter((row) => officer || row.state === 'personalUnopened')
  const toDecide = decides
    ? wideningsWhere(read, "widening.state = 'requested' AND requested_by <> ? ORDER BY widening.id LIMIT 200", asking.person.id).filter(
        ({ persons }) => !persons.some(({ id }) => id === asking.person.id),
      )
    : []
  const next = officer ? toHandOut(query) : []
  const toClose = officer
    ? read.all<Home['toClose'][number]>("SELECT id, number, folder FROM sheet WHERE state = 'allReturned' ORDER BY id LIMIT 200")
    : []
  const incidents = office ? incidentsOf(read, "incident.state = 'open'") : []
  const toOpen = accounts(query)
  const counts: Partial<Record<DeskName, number>> = {
    documents: waitingEnvelopes.length,
    circulation: mine.length + overdue.length + toClose.length + toDecide.length + incidents.length,
    people: toOpen.length,
  }
  const day = wall.slice(0, 10)
  return {
    day,
    working: dayKind(loadedCalendars(read), day)?.works ?? null,
    out: out.map((line) => ({
      leg: line.leg,
      sheet: sheetRef(line),
      holder: readerRef(line),
      since: line.handed_out_at,
      due: line.due,
      overdue: isOverdue(line.due, now),
      signed: line.state === 'signed',
      numbers: numbersOn(read, line.sheet),
    })),
    overdue,
    toHandOut: next,
    toClose,
    envelopes: waitingEnvelopes,
    incidents,
    toDecide,
    mine: mine.map((line) => ({
      leg: line.leg,
      sheet: sheetRef(line),
      since: line.handed_out_at,
      due: line.due,
      overdue: isOverdue(line.due, now),
      signed: line.state === 'signed',
    })),
    accounts: toOpen,
    reminders: reminders(query, overdue.length, out.length),
    waiting: Object.fromEntries(DESKS.map((desk) => [desk, counts[desk] ?? 0])) as Home['waiting'],
  }
}

/** The procedure of the 今日 desk. */
export const todayDesk: Desk<typeof today> = { 'today.home': home }
