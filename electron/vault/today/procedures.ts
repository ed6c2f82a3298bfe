import type { PersonRef } from '../../../contract/fields.ts'
import type { Output } from '../../../contract/index.ts'
import { type Desk as DeskName, DESKS } from '../../../contract/terms.ts'
import type { today } from '../../../contract/today.ts'
import type { Heads } from '../audit/heads.ts'
import { waitingBreaches } from '../breaches/reading.ts'
import { dayKind } from '../calendar/working-days.ts'
import { loadedCalendars } from '../calendar/loaded.ts'
import { incidentsOf } from '../circulation/incidents.ts'
import { isOverdue } from '../circulation/due.ts'
import { onPaper } from '../circulation/confirming.ts'
import { legsOut, numbersOut, overdueRows, readerRef, sheetRef, wideningsWhere } from '../circulation/reading.ts'
import { lentOf } from '../custody/lent.ts'
import { envelopes } from '../documents/envelopes.ts'
import { waitingDisposals } from '../disposal/reading.ts'
import { waitingDisclosures } from '../disclosure/waiting.ts'
import type { Desk, Query } from '../door/unit.ts'
import { waitingHandovers } from '../handover/reading.ts'
import { countLoose, looseTooLong } from '../keeping/kept.ts'
import { openStockTakings, stillMissing } from '../keeping/reading.ts'
import { mediaOut as carriersOut, waitingUses } from '../media/reading.ts'
import { loans as waitingLoans } from '../lending/reading.ts'
import { waitingOutgoing } from '../outgoing/reading.ts'
import { list as publicationsOf } from '../publication/reading.ts'
import { waitingPublications } from '../publication/waiting.ts'
import { list as reviewsOf } from '../review/reading.ts'
import { waitingReviews } from '../review/waiting.ts'
import type { Keyring } from '../people/keyring.ts'
import { list as requestsToCopy } from '../reproduction/reading.ts'
import { closeDay, closedOn } from './closing.ts'
import { LOOSE_LIMIT, remindersOf } from './reminders.ts'

type Home = Output<'today.home'>

const WAITING_LIMIT = 200
/** Of what is 办结未入箱, as many stand in the list of 今日. */
const LOOSE_SHOWN = 20

const toHandOut = (query: Query): Home['toHandOut'] =>
  query.read
    .all<{ leg: number; sheet: number; number: string; folder: string; reader: number; name: string; department: string }>(
      `SELECT leg.id AS leg, sheet.id AS sheet, sheet.number, sheet.folder, person.id AS reader, person.name, person.department
       FROM sheet JOIN leg ON leg.id = (SELECT id FROM leg WHERE leg.sheet = sheet.id AND leg.state = 'waiting' ORDER BY ord LIMIT 1) JOIN person ON person.id = leg.reader
       WHERE sheet.state IN ('confirmed','circulating') AND NOT EXISTS (SELECT 1 FROM leg WHERE leg.sheet = sheet.id AND leg.state IN ('handedOut','signed'))
       ORDER BY sheet.id LIMIT ${WAITING_LIMIT}`,
    )
    .map((line) => ({ sheet: sheetRef(line), leg: line.leg, reader: readerRef(line) }))

/**
 * Accounts that wait: to be opened by the 系统管理员; to be unlocked by the 安全保密管理员, whose own locked account is the
 * 系统管理员's to unlock (锁定).
 */
const accounts = ({ read, asking }: Query, keyring: Keyring): Home['accounts'] => {
  const people = (condition: string, ids = '[]') =>
    read.all<PersonRef>(`SELECT id, name, department FROM person WHERE ${condition} ORDER BY id`, ...(ids === '[]' ? [] : [ids]))
  const system = asking.roles.includes('systemAdmin')
  const toOpen = system ? people("account = 'none'") : []
  const locked = system || asking.roles.includes('securityAdmin') ? keyring.locked() : []
  const theirs = system ? ` AND instr(roles, '"securityAdmin"') > 0` : ''
  const toUnlock =
    locked.length > 0 ? people(`account <> 'disabled' AND id IN (SELECT value FROM json_each(?))${theirs}`, JSON.stringify(locked)) : []
  return [...toOpen.map((person) => ({ person, what: 'open' as const })), ...toUnlock.map((person) => ({ person, what: 'locked' as const }))]
}

/** What the signed-in person should see first. Each list is empty where their role does not reach. */
const home = (query: Query, keyring: Keyring, heads: Heads | null): Home => {
  const { read, asking, now, wall } = query
  const officer = asking.roles.includes('officer')
  const decides = asking.roles.some((role) => role === 'deputyLeader' || role === 'groupLeader')
  const out = officer ? legsOut(read) : []
  const overdue = officer ? overdueRows(query) : []
  const mine = legsOut(read, 'leg.reader = ?', asking.person.id)
  const waitingEnvelopes = envelopes(query, { waiting: true, limit: WAITING_LIMIT }).rows.filter(
    (row) => officer || row.personalFor?.id === asking.person.id,
  )
  const toDecide = decides
    ? wideningsWhere(read, "widening.state = 'requested' AND requested_by <> ? ORDER BY widening.id LIMIT 200", asking.person.id).filter(
        ({ persons }) => !persons.some(({ id }) => id === asking.person.id),
      )
    : []
  const next = officer ? toHandOut(query) : []
  const toClose = officer
    ? read.all<Home['toClose'][number]>("SELECT id, number, folder FROM sheet WHERE state = 'allReturned' ORDER BY id LIMIT 200")
    : []
  const incidents = officer ? incidentsOf(read, "incident.state = 'open'") : []
  const toOpen = accounts(query, keyring)
  const toConfirm = onPaper(query).rows
  const copying = requestsToCopy(query, { waiting: true, limit: WAITING_LIMIT }).rows
  const lending = waitingLoans(query, { waiting: true, limit: WAITING_LIMIT }).rows
  const lent = lentOf(query)
  const handovers = waitingHandovers(query, WAITING_LIMIT)
  const keeping = {
    loose: officer ? looseTooLong(query, LOOSE_SHOWN) : [],
    looseCount: officer ? countLoose(query, LOOSE_LIMIT) : 0,
    stockTakings: officer ? openStockTakings(read) : [],
    missing: officer ? stillMissing(read) : [],
  }
  const breaches = waitingBreaches(query, WAITING_LIMIT)
  const disposals = waitingDisposals(query, WAITING_LIMIT)
  const reviews = reviewsOf(query, { waiting: true, limit: WAITING_LIMIT }).rows
  const publications = publicationsOf(query, { waiting: true, limit: WAITING_LIMIT }).rows
  const mediaUses = waitingUses(query)
  const mediaOut = carriersOut(query)
  const ofMine = toConfirm.filter(({ signer }) => signer.id === asking.person.id)
  const counts: Partial<Record<DeskName, number>> = {
    documents: waitingEnvelopes.filter(({ state }) => state !== 'retained').length,
    circulation: mine.length + overdue.length + toClose.length + toDecide.length + incidents.length + ofMine.length,
    reproduction: copying.length,
    lending: lending.length + lent.filter(({ overdueDays }) => overdueDays > 0).length,
    keeping: (keeping.loose.length > 0 ? 1 : 0) + keeping.stockTakings.length + keeping.missing.length,
    handover: handovers.length,
    outgoing: waitingOutgoing(query),
    review: waitingReviews(query),
    publication: waitingPublications(query),
    disclosure: waitingDisclosures(query),
    breaches: breaches.length,
    disposal: disposals.length,
    media: mediaUses.length + mediaOut.filter(({ overdueDays }) => overdueDays > 0).length,
    people: toOpen.length,
  }
  const day = wall.slice(0, 10)
  return {
    day,
    closed: officer ? closedOn(read, day) : null,
    working: dayKind(loadedCalendars(read), day)?.works ?? null,
    out: out.map((line) => ({
      leg: line.leg,
      sheet: sheetRef(line),
      holder: readerRef(line),
      since: line.handed_out_at,
      due: line.due,
      overdue: isOverdue(line.due, now),
      signed: line.state === 'signed',
      numbers: numbersOut(read, line.sheet),
    })),
    overdue,
    toHandOut: next,
    toClose,
    envelopes: waitingEnvelopes,
    incidents,
    toDecide,
    toConfirm,
    mine: mine.map((line) => ({
      leg: line.leg,
      sheet: sheetRef(line),
      since: line.handed_out_at,
      due: line.due,
      overdue: isOverdue(line.due, now),
      signed: line.state === 'signed',
    })),
    copying,
    lending,
    lent,
    handovers,
    keeping,
    breaches,
    disposals,
    mediaUses,
    mediaOut,
    reviews,
    publications,
    accounts: toOpen,
    reminders: remindersOf(query, overdue.length, out.length, { lent, breaches, mediaOut, loose: keeping.looseCount }, heads),
    waiting: Object.fromEntries(DESKS.map((desk) => [desk, counts[desk] ?? 0])) as Home['waiting'],
  }
}

/** The procedures of the 今日 desk. `keyring` knows whose account is locked, `heads` whether data were put back. */
export const todayDesk = (keyring: Keyring, heads: () => Heads | null): Desk<typeof today> => ({
  'today.home': (query) => home(query, keyring, heads()),
  'today.closeDay': closeDay,
})
