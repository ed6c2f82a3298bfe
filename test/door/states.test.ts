import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input, ProcedureName } from '../../contract/index.ts'
import { incidentLifecycle, legLifecycle, sheetLifecycle, wideningLifecycle } from '../../electron/vault/circulation/lifecycle.ts'
import { copyLifecycle, documentLifecycle, envelopeLifecycle } from '../../electron/vault/documents/lifecycle.ts'
import { type Lifecycle, stepOf } from '../../electron/vault/door/lifecycle.ts'
import { closeOpened, type Opened, queryOf, runWork } from '../../electron/vault/door/opened.ts'
import { Refused } from '../../electron/vault/door/refuse.ts'
import type { Row } from '../../electron/vault/door/unit.ts'
import { openGate } from '../../electron/vault/people/gate.ts'
import { openVault } from '../../electron/vault/people/sign-in.ts'
import { type Office, openOffice, passwordOf, type SignedCall, type Unsigned } from '../support/office.ts'
import { askedBySection, be, drafted, fresh, handedOut, opened, place, registered, short, signed } from '../support/records.ts'
import { openStore, type Store } from '../support/store.ts'

const lives = [
  envelopeLifecycle,
  documentLifecycle,
  copyLifecycle,
  sheetLifecycle,
  legLifecycle,
  incidentLifecycle,
  wideningLifecycle,
] as unknown as Lifecycle<string>[]

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

/** The records that an attempt may be about. */
type About = Partial<Record<'envelope' | 'document' | 'copy' | 'sheet' | 'leg' | 'incident' | 'widening', number>> & { numbers?: string[] }

/** What the sheet of a leg is about, from the file itself. */
const around = (leg: number): About => {
  const [row] = store.all<{ sheet: number }>('SELECT sheet FROM leg WHERE id = ?', leg)
  const copies = store.all<{ id: number; document: number; number: string }>(
    'SELECT copy.id, document, number FROM sheet_copy JOIN copy ON copy.id = copy WHERE sheet_copy.sheet = ? ORDER BY copy.id DESC',
    row?.sheet as number,
  )
  const [incident] = store.all<{ id: number }>('SELECT id FROM incident WHERE leg = ?', leg)
  const about: About = { leg, sheet: row?.sheet as number, numbers: copies.map(({ number }) => number) }
  if (copies[0]) Object.assign(about, { copy: copies[0].id, document: copies[0].document })
  return incident ? { ...about, incident: incident.id } : about
}

const received = async (personal: boolean): Promise<number> => {
  await be(office, '李保')
  const envelope = { envelopeNo: fresh('机要'), sender: '青禾市人民政府办公室', receivedAt: '2026-03-10T08:20', sealIntact: true }
  return (await office.ok('documents.receive', { ...envelope, ...(personal && { personalFor: office.id('周阅') }) })).id
}
const openedByAddressee = async (choice: 'register' | 'retain') => {
  const envelope = await received(true)
  await office.signed('周阅', 'documents.openEnvelope', { envelope, choice })
  return envelope
}
const wideningAsked = async () => (await askedBySection(office)).widening
const decided = async (approve: boolean) => {
  const widening = await wideningAsked()
  await be(office, '王管')
  await office.ok('circulation.decideWidening', { widening, approve, opinion: '意见' })
  return widening
}
const back = async () => {
  const out = await signed(office)
  await office.ok('circulation.receiveBack', { leg: out.leg, numbers: out.numbers })
  return out
}
const passedOver = async () => {
  const out = await handedOut(office)
  await office.ok('circulation.returnUnread', { leg: out.leg, reason: '出差', numbers: out.numbers })
  return out
}
const shortLeg = async () => store.all<{ leg: number }>('SELECT leg FROM incident WHERE id = ?', (await short(office)).incident)[0]?.leg as number
const settled = async () => {
  const leg = await shortLeg()
  const { incident, numbers } = around(leg)
  await office.ok('circulation.settleShort', { incident: incident as number, numbers: [numbers?.[0] as string], note: '找回' })
  return leg
}
const two = { readers: ['周阅', '吴阅'] }
const cancelled = async () => {
  const sheet = await drafted(office, two)
  await office.ok('circulation.cancel', { sheet: sheet.sheet, reason: '列错' })
  return sheet
}
const closed = async () => {
  const out = await back()
  await office.ok('circulation.close', { sheet: out.sheet, result: '传阅完毕' })
  return out
}

const onLeg = (make: () => Promise<{ leg: number }>) => async (): Promise<About> => around((await make()).leg)
const document = async (): Promise<About> => ({ document: (await registered(office)).id })
const fromEnvelope = async (): Promise<About> => {
  const about = await document()
  const [row] = store.all<{ envelope: number }>('SELECT envelope FROM document WHERE id = ?', about.document as number)
  return { ...about, envelope: row?.envelope as number }
}
const finished = async (): Promise<About> => {
  const about = await document()
  await office.ok('documents.finish', { document: about.document as number, result: '办结' })
  return about
}

type World = { shows: Record<string, string>; accepts: string; make: () => Promise<About> }
const world = (shows: Record<string, string>, accepts: string, make: () => Promise<About>): World => ({ shows, accepts, make })

/** Records brought through the door to where they show each kind in each of its states, and all that may be done there. */
const worlds: World[] = [
  world({ envelope: 'unopened' }, '拆封', async () => ({ envelope: await received(false) })),
  world({ envelope: 'personalUnopened' }, '本人拆封 本人留存', async () => ({ envelope: await received(true) })),
  world({ envelope: 'opened' }, '登记', async () => ({ envelope: await opened(office) })),
  world({ envelope: 'toRegister' }, '登记', async () => ({ envelope: await openedByAddressee('register') })),
  world({ envelope: 'retained' }, '留存件转登记', async () => ({ envelope: await openedByAddressee('retain') })),
  // A second document out of the same envelope is registered like the first
  world({ envelope: 'registered', document: 'registered' }, '登记 文件办结', fromEnvelope),
  world({ document: 'finished' }, '', finished),
  world(
    { sheet: 'draft', leg: 'waiting', copy: 'inBox' },
    '核定 作废 加人',
    onLeg(() => drafted(office, { confirm: false })),
  ),
  world(
    { sheet: 'confirmed', leg: 'waiting', copy: 'inBox' },
    '作废 加人 送阅 纸质签收 不在',
    onLeg(() => drafted(office, two)),
  ),
  world(
    { sheet: 'circulating', leg: 'handedOut', copy: 'circulating', document: 'inProgress' },
    '加人 阅签 纸质阅签 未阅退回 少一份 全少',
    onLeg(() => handedOut(office)),
  ),
  world(
    { sheet: 'circulating', leg: 'signed', copy: 'circulating' },
    '加人 收回 少一份 全少',
    onLeg(() => signed(office)),
  ),
  world({ sheet: 'circulating', incident: 'open', leg: 'signed', copy: 'missing' }, '加人 查清', async () => around(await shortLeg())),
  world({ sheet: 'allReturned', incident: 'settled', leg: 'returned', copy: 'inBox' }, '加人 传阅办结', async () => around(await settled())),
  world({ sheet: 'allReturned', leg: 'returned' }, '加人 传阅办结', onLeg(back)),
  world({ sheet: 'allReturned', leg: 'returnedUnread' }, '加人 传阅办结', onLeg(passedOver)),
  world({ sheet: 'finished', leg: 'returned' }, '文件办结 拟制', onLeg(closed)),
  world({ sheet: 'cancelled', leg: 'waiting' }, '文件办结 拟制', onLeg(cancelled)),
  world({ widening: 'requested' }, '批准 不批准 补录审批', async () => ({ widening: await wideningAsked() })),
  world({ widening: 'approved' }, '', async () => ({ widening: await decided(true) })),
  world({ widening: 'rejected' }, '', async () => ({ widening: await decided(false) })),
]

/** One way of calling a procedure about a record, with the words that the table below knows it by. */
type Attempt = { as: string; call: ProcedureName; by: string; needs: keyof About; input: (about: Required<About>) => Promise<unknown> | unknown }
const attempt = <N extends ProcedureName>(
  as: string,
  call: N,
  needs: keyof About,
  input: (about: Required<About>) => Promise<Input<N>> | Input<N>,
  by = '李保',
): Attempt => ({ as, call, by, needs, input })

/** The step with 周阅's leave to sign it in place. */
const zhou = async <N extends SignedCall>(call: N, input: Unsigned<N>) => ({ ...input, ticket: await office.ticket('周阅', call, input) })

/** Every procedure that moves a record, in each of the ways in which it may move it. */
const attempts: Attempt[] = [
  attempt('拆封', 'documents.openEnvelope', 'envelope', ({ envelope }) => ({ envelope })),
  attempt('本人拆封', 'documents.openEnvelope', 'envelope', ({ envelope }) => zhou('documents.openEnvelope', { envelope })),
  attempt('本人留存', 'documents.openEnvelope', 'envelope', ({ envelope }) => zhou('documents.openEnvelope', { envelope, choice: 'retain' })),
  attempt('留存件转登记', 'documents.turnOver', 'envelope', ({ envelope }) => zhou('documents.turnOver', { envelope })),
  attempt('登记', 'documents.register', 'envelope', ({ envelope }) => ({ ...office.incoming(), envelope: { id: envelope } })),
  attempt('文件办结', 'documents.finish', 'document', ({ document }) => ({ document, result: '办结' })),
  attempt('拟制', 'circulation.draft', 'copy', ({ copy }) => ({ folder: fresh('夹'), copies: [copy], readers: [office.id('周阅')] })),
  attempt('核定', 'circulation.confirm', 'sheet', ({ sheet }) => ({ sheet })),
  attempt('作废', 'circulation.cancel', 'sheet', ({ sheet }) => ({ sheet, reason: '作废' })),
  attempt('加人', 'circulation.addReader', 'sheet', ({ sheet }) => ({ sheet, reader: office.id('韩综') })),
  attempt('送阅', 'circulation.handOut', 'leg', ({ leg }) => zhou('circulation.handOut', { leg, place })),
  attempt('阅签', 'circulation.sign', 'leg', ({ leg }) => zhou('circulation.sign', { leg })),
  attempt('纸质签收', 'circulation.handOutOnPaper', 'leg', ({ leg }) => ({ leg, place, signedAt: '2026-03-10T09:00' })),
  attempt('纸质阅签', 'circulation.signOnPaper', 'leg', ({ leg }) => ({ leg, signedAt: '2026-03-10T09:00' })),
  attempt('收回', 'circulation.receiveBack', 'leg', ({ leg, numbers }) => ({ leg, numbers })),
  attempt('收回无份', 'circulation.receiveBack', 'leg', ({ leg }) => ({ leg, numbers: [] })),
  attempt('未阅退回', 'circulation.returnUnread', 'leg', ({ leg, numbers }) => ({ leg, reason: '退回', numbers })),
  attempt('不在', 'circulation.returnUnread', 'leg', ({ leg }) => ({ leg, reason: '不在' })),
  attempt('少一份', 'circulation.reportShort', 'leg', ({ leg, numbers }) => ({ leg, numbers: numbers.slice(1), note: '少一份' })),
  attempt('全少', 'circulation.reportShort', 'leg', ({ leg }) => ({ leg, numbers: [], note: '全少' })),
  attempt('查清', 'circulation.settleShort', 'incident', ({ incident, numbers }) => ({ incident, numbers: numbers.slice(0, 1), note: '找回' })),
  attempt('传阅办结', 'circulation.close', 'sheet', ({ sheet }) => ({ sheet, result: '办结' })),
  attempt('批准', 'circulation.decideWidening', 'widening', ({ widening }) => ({ widening, approve: true }), '王管'),
  attempt('不批准', 'circulation.decideWidening', 'widening', ({ widening }) => ({ widening, approve: false, opinion: '不同意' }), '赵组'),
  attempt('补录审批', 'circulation.decideWideningOnPaper', 'widening', ({ widening }) => ({
    widening,
    approver: office.id('王管'),
    approve: true,
    signedAt: '2026-03-10T09:00',
  })),
]

/** Every record's state, `table id` → state, from the file. */
const statesNow = () =>
  new Map(
    lives.flatMap(({ table }) =>
      store.all<{ id: number; state: string }>(`SELECT id, state FROM ${table}`).map(({ id, state }) => [`${table} ${id}`, state]),
    ),
  )

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
      for (const { by } of life.steps) expect(attempts.map(({ call }) => call)).toEqual(expect.arrayContaining([...by]))
    }
  })

  const labelOf = ({ shows }: World) =>
    lives.flatMap(({ table, label, stateLabel }) => (shows[table] ? `${label}${stateLabel[shows[table]]}` : [])).join('、')
  it.each(worlds.map((each) => ({ ...each, label: labelOf(each) })))('$label', async ({ make, shows, accepts }) => {
    let about = await make()
    const accepted: string[] = []
    const standing = statesNow()
    for (const [table, state] of Object.entries(shows)) expect(standing.get(`${table} ${about[table as 'leg']}`), table).toBe(state)
    for (const { as, call, by, needs, input } of attempts) {
      if (about[needs] === undefined) continue
      await be(office, by)
      const typed = await input(about as Required<About>)
      const before = { states: statesNow(), business: store.business() }
      const reply = await office.station.call(call, typed)
      expect(moved(before.states), as).toEqual([])
      if (reply.ok) {
        accepted.push(as)
        about = await make()
      } else {
        expect(reply.refused.code, as).toMatch(/^(state|rule|input)\./)
        expect(reply.refused.clause, `${as}: ${reply.refused.message}`).toBeDefined()
        expect(store.business(), as).toBe(before.business)
      }
    }
    expect(accepted.join(' ')).toBe(accepts)
  })
})

describe('审计 the table itself: a move is made when it is a step of it and by a procedure of the step, and refused with its clause when not', () => {
  let vault: Opened
  beforeAll(async () => {
    await short(office)
    await wideningAsked()
    await office.station.lock('locked')
    vault = await openVault(office.dir, openGate(office.dir), office.clock, '李保', passwordOf('李保'))
  })
  afterAll(() => closeOpened(vault))

  /** One move of one record inside a unit of work that is always taken back. */
  const tryMove = (life: Lifecycle<string>, from: string, to: string, call: string): string => {
    let outcome = 'moved'
    const undone = new Error('taken back')
    const holder = (state: string): Row => (life.table === 'copy' ? { holder: state === 'inBox' ? null : 1 } : {})
    const id = vault.database.read.get<{ id: number }>(`SELECT max(id) AS id FROM ${life.table}`)?.id as number
    expect(() =>
      runWork(vault, queryOf(vault, office.clock, 'officer'), call, (work) => {
        work.change(life.table, id, { state: from, ...holder(from) })
        try {
          work.move(life, id, to, holder(to))
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
