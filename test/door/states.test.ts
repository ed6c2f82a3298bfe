import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Lifecycle, stepOf } from '../../electron/vault/door/lifecycle.ts'
import { lives } from '../../electron/vault/door/lives.ts'
import { closeOpened, type Opened, queryOf, runWork } from '../../electron/vault/door/opened.ts'
import { Refused } from '../../electron/vault/door/refuse.ts'
import type { Row } from '../../electron/vault/door/unit.ts'
import { openGate } from '../../electron/vault/people/gate.ts'
import { openVault } from '../../electron/vault/people/sign-in.ts'
import { proposed, returnListed } from '../support/disposals.ts'
import { type Office, openOffice, passwordOf } from '../support/office.ts'
import {
  askedBySection,
  be,
  breachReported,
  consulting,
  copiesAsked,
  disclosureRegistered,
  handingOver,
  loanAsked,
  outgoingDrafted,
  publicationListed,
  reviewDrafted,
  counting,
  outsideAsked,
  short,
} from '../support/records.ts'
import { breachAttempts, breachWorlds } from '../support/states/breaches.ts'
import { circulationAttempts, circulationWorlds } from '../support/states/circulation.ts'
import { disclosureAttempts, disclosureWorlds } from '../support/states/disclosure.ts'
import { disposalAttempts, disposalWorlds } from '../support/states/disposal.ts'
import { entryAttempts } from '../support/states/entry.ts'
import { documentAttempts, documentWorlds } from '../support/states/documents.ts'
import { handoverAttempts, handoverWorlds } from '../support/states/handover.ts'
import { keepingAttempts, keepingWorlds } from '../support/states/keeping.ts'
import { lendingAttempts, lendingWorlds } from '../support/states/lending.ts'
import { mediaAttempts, mediaWorlds } from '../support/states/media.ts'
import { outgoingAttempts, outgoingWorlds } from '../support/states/outgoing.ts'
import { reproductionAttempts, reproductionWorlds } from '../support/states/reproduction.ts'
import { publicationAttempts, publicationWorlds } from '../support/states/publication.ts'
import { reviewAttempts, reviewWorlds } from '../support/states/review.ts'
import type { About, World } from '../support/states/scene.ts'
import { openStore, type Store } from '../support/store.ts'

let office: Office
let store: Store
beforeAll(async () => {
  office = await openOffice()
  store = await openStore(office.dir)
})
afterAll(async () => {
  store.close()
  await office.close()
})

const worlds = [
  ...documentWorlds,
  ...circulationWorlds,
  ...reproductionWorlds,
  ...lendingWorlds,
  ...keepingWorlds,
  ...handoverWorlds,
  ...outgoingWorlds,
  ...reviewWorlds,
  ...publicationWorlds,
  ...disclosureWorlds,
  ...breachWorlds,
  ...disposalWorlds,
  ...mediaWorlds,
]
/** Every procedure that moves a record, in each of the ways in which it may move it. */
const attempts = [
  ...documentAttempts,
  ...circulationAttempts,
  ...reproductionAttempts,
  ...lendingAttempts,
  ...keepingAttempts,
  ...handoverAttempts,
  ...outgoingAttempts,
  ...reviewAttempts,
  ...publicationAttempts,
  ...disclosureAttempts,
  ...breachAttempts,
  ...disposalAttempts,
  ...mediaAttempts,
  ...entryAttempts,
]

/** Moves a record only in the act that makes it: what it makes is held to the table like any other move. */
const ATTEMPTED_IN_MAKING: readonly string[] = ['reproduction.request', 'publication.enter']

/** Every record's state, `table id` → state, from the file. */
const statesNow = () =>
  new Map(
    lives.flatMap(({ table }) =>
      store.all<{ id: number; state: string }>(`SELECT id, state FROM ${table}`).map(({ id, state }) => [`${table} ${id}`, state]),
    ),
  )

/** What the file held when no row had been changed since by any entry: not read again for every refusal. */
let lastLook: { size: number; business: string } | undefined
const businessBefore = () => {
  if (!lastLook || store.changedSince(lastLook.size)) lastLook = { size: store.size(), business: store.business() }
  return lastLook.business
}

/** The moves since a look at the file that no lifecycle table knows. A new record may have gone one step from where it began. */
const moved = (before: ReadonlyMap<string, string>): string[] =>
  [...statesNow()].flatMap(([key, to]) => {
    const life = lives.find(({ table }) => key.startsWith(`${table} `)) as Lifecycle<string>
    const from = before.get(key)
    if (from === to) return []
    const known = from === undefined ? life.begins.some((begin) => begin === to || stepOf(life, begin, to)) : stepOf(life, from, to)
    return known ? [] : [`${life.table}: ${from} → ${to}`]
  })

describe('审计 no record goes a way that its lifecycle does not know, whatever is called about it', () => {
  it('a record of every kind stands ready in every state, and every procedure that moves one is tried', () => {
    for (const life of lives) {
      expect(new Set(worlds.map(({ shows }) => shows[life.table]).filter((state) => state !== undefined))).toEqual(new Set(life.states))
      for (const { by } of life.steps)
        expect(attempts.map(({ call }) => call)).toEqual(expect.arrayContaining(by.filter((call) => !ATTEMPTED_IN_MAKING.includes(call))))
    }
  })

  const labelOf = ({ shows }: World) =>
    lives.flatMap(({ table, label, stateLabel }) => (shows[table] ? `${label}${stateLabel[shows[table]]}` : [])).join('、')
  it.each(worlds.map((each) => ({ ...each, label: labelOf(each) })))('$label', async ({ make, shows, accepts }) => {
    const scene = { office, store }
    let about = await make(scene)
    const accepted: string[] = []
    const standing = statesNow()
    for (const [table, state] of Object.entries(shows)) expect(standing.get(`${table} ${about[table as 'leg']}`), table).toBe(state)
    for (const { as, call, by, needs, input } of attempts) {
      if (about[needs] === undefined) continue
      await be(office, typeof by === 'string' ? by : by(about))
      const typed = await input(about as Required<About>, scene)
      const before = { states: statesNow(), business: businessBefore() }
      const reply = await office.station.call(call, typed)
      expect(moved(before.states), as).toEqual([])
      if (reply.ok) {
        accepted.push(as)
        about = await make(scene)
      } else {
        expect(reply.refused.code, as).toMatch(/^(state|rule|input)\./)
        expect(reply.refused.clause, `${as}: ${reply.refused.message}`).toBeDefined()
        expect(store.business(), as).toBe(before.business)
      }
    }
    expect(accepted.join(' ')).toBe(accepts)
  })
})

it('保密法24 after all that was done to papers, the list of endings has each in keeping by the last day that it bears now, and no other', () => {
  const listed = store.all('SELECT document, expires_on FROM search_ending ORDER BY document')
  expect(listed.length).toBeGreaterThan(5)
  expect(listed).toEqual(
    store.all(
      `SELECT document.id AS document, expires_on FROM document JOIN particulars ON particulars.id = current
       WHERE expires_on IS NOT NULL AND state NOT IN ('destroyed','returned') ORDER BY document.id`,
    ),
  )
})

describe('审计 the table itself: a move is made when it is a step of it and by a procedure of the step, and refused with its clause when not', () => {
  let vault: Opened
  beforeAll(async () => {
    await short(office)
    await askedBySection(office)
    await copiesAsked(office)
    await loanAsked(office)
    await consulting(office)
    await handingOver(office)
    await outgoingDrafted(office)
    await reviewDrafted(office)
    await publicationListed(office)
    await disclosureRegistered(office)
    await counting(office)
    await breachReported(office)
    await returnListed(office)
    await proposed(office)
    await outsideAsked(office)
    await office.station.lock('locked')
    vault = await openVault(office.dir, openGate(office.dir), office.clock, '李保', passwordOf('李保'))
  })
  afterAll(() => closeOpened(vault))

  /** What the table asks of a row in a state beside the state itself. */
  const columnsOf: Record<string, (state: string) => Row> = {
    copy: (state) => ({ holder: state === 'circulating' || state === 'lent' ? 1 : null }),
    stock_taking: (state) => {
      const signed = state === 'done' ? 1 : null
      return { counted_by: signed, count_signature: signed, supervised_by: signed, supervise_signature: signed }
    },
    breach: (state) => ({ handler: state === 'registered' ? null : 1 }),
    loan: (state) => ({ intact: state === 'returned' ? 1 : null }),
    handover: (state) => {
      const signed = state === 'done' ? 1 : null
      return { received_by: signed, give_signature: signed, take_signature: signed }
    },
    medium: (state) => ({ holder: state === 'out' ? 1 : null }),
    visit: (state) => ({ left_at: state === 'left' ? '2026-03-10T02:00:00.000Z' : null }),
  }

  /** One move of one record inside a unit of work that is always taken back. */
  const tryMove = (life: Lifecycle<string>, from: string, to: string, call: string): string => {
    let outcome = 'moved'
    const undone = new Error('taken back')
    const fitting = (state: string): Row => columnsOf[life.table]?.(state) ?? {}
    const id = vault.database.read.get<{ id: number }>(`SELECT max(id) AS id FROM ${life.table}`)?.id as number
    expect(() =>
      runWork(vault, queryOf(vault, office.clock, 'officer'), call, (work) => {
        work.change(life.table, id, { state: from, ...fitting(from) })
        try {
          work.move(life, id, to, fitting(to))
        } catch (error) {
          if (!(error instanceof Refused)) throw error
          outcome = `${error.refusal.code} ${error.refusal.clause}`
        }
        throw undone
      }),
    ).toThrow(undone)
    return outcome
  }

  const movers = [...new Set(lives.flatMap(({ steps }) => steps.flatMap(({ by }) => by)))]
  it.each(lives)('$label', (life) => {
    let tried = 0
    for (const from of life.states)
      for (const to of life.states) {
        const by: readonly string[] = stepOf(life, from, to)?.by ?? []
        for (const call of movers)
          expect(tryMove(life, from, to, call), `${from} → ${to} by ${call}`).toBe(by.includes(call) ? 'moved' : `state.forbids ${life.otherwise}`)
        tried += 1
      }
    expect(tried).toBe(life.states.length ** 2)
  })
})
