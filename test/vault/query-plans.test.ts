import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Input, ProcedureName } from '../../contract/index.ts'
import { groups } from '../../tools/bench/lists.ts'
import { type Office, openOffice } from '../support/office.ts'
import { disclosureReceived } from '../support/records.ts'

/** Plans do not depend on how much is stored: what is read whole here is read whole in an archive of ten thousand documents. */
let office: Office
let signedIn = ''
const asking = async (person: string) => {
  if (person !== signedIn) await office.as(person)
  signedIn = person
}

type Plan = { sql: string; steps: string[] }
/** The reading statements that the vault prepared since the last look, each with its plan. A statement is prepared once in a session. */
const prepared: Plan[] = []
const lookAt = () => prepared.splice(0)

beforeAll(async () => {
  office = await openOffice()
  const prepare = Database.prototype.prepare
  vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (this: Database.Database, sql: string) {
    if (/^\s*SELECT/.test(sql)) {
      const values = Array.from(sql.matchAll(/\?/g), () => 1)
      const explain: Database.Statement<number[]> = prepare.call(this, `EXPLAIN QUERY PLAN ${sql}`)
      const steps = explain.all(...values) as { detail: string }[]
      prepared.push({ sql, steps: steps.map(({ detail }) => detail) })
    }
    return prepare.call(this, sql)
  })
})
afterAll(async () => {
  vi.restoreAllMocks()
  await office.close()
})

const ask = async <N extends ProcedureName>(person: string, call: N, input: Input<N>): Promise<Plan[]> => {
  await asking(person)
  lookAt()
  await office.ok(call, input)
  return lookAt()
}

/** A table that grows with the archive, walked from end to end; an index that holds all that is asked for may be, and one of the few rows that wait. */
const WALK =
  /^SCAN (?:document|particulars|copy|envelope|scope|sheet|sheet_copy|leg|reproduction|deadline|calendar_move|review|review_version|review_text|review_step|disclosure|application|disclosure_item|disclosure_step|disclosure_letter|heard|publication|publication_step|loan|visit|holding|medium|medium_use|medium_particulars|medium_repair|medium_maintenance|medium_ending|breach|breach_copy|breach_step|hold|return_list|return_item|destruction|destruction_item|signature|audit_entry|audit_object)(?: |$)(?!USING (?:COVERING INDEX|INDEX (?:document_out|leg_due|copy_loose|sheet_folder_open|audit_clock)))/
/** What a rare text found, or what ends within ninety days, is few and may be sorted. */
const FEW = /FROM json_each|search_ending WHERE expires_on BETWEEN/
/** A list of what grows without end is read in its order, never sorted. */
const endless: readonly ProcedureName[] = [
  'documents.list',
  'circulation.list',
  'circulation.widenings',
  'reproduction.list',
  'reproduction.sources',
  'lending.loans',
  'lending.visits',
  'keeping.list',
  'keeping.copies',
  'media.list',
  'breaches.list',
  'disposal.list',
  'disposal.holds',
  'disposal.offer',
  'review.list',
  'disclosure.list',
  'disclosure.heard',
  'publication.list',
  'audit.list',
  'audit.users',
]

/** Everybody who sees requests and loans, and how they ask: whose own are few finds them without a walk past all others'. */
const custody = ['李保', '周阅', '陈科', '王管', '韩综'].flatMap((person) => [
  {
    what: `reproduction.list of ${person}`,
    person,
    asked: ['reproduction.list', [{}, { waiting: true }, { state: 'toSection' }, { state: 'toSection', waiting: true }]] as const,
  },
  { what: `today.home of ${person}`, person, asked: ['today.home', [{}]] as const },
])
const choices = ['李保', '周阅'].flatMap((person) => [
  { what: `reproduction.sources of ${person}`, person, asked: ['reproduction.sources', [{}, { text: '通' }]] as const },
  { what: `lending.sources of ${person}`, person, asked: ['lending.sources', [{}, { inBox: true }, { text: '通' }]] as const },
])
const loans = ['李保', '周阅', '陈科', '韩综'].map((person) => ({
  what: `lending.loans of ${person}`,
  person,
  asked: ['lending.loans', [{}, { waiting: true }, { state: 'lent' }, { overdue: true }]] as const,
}))
const periods = [
  { what: 'documents.expiryList', person: '李保', asked: ['documents.expiryList', [{ year: 2026 }]] as const },
  {
    what: 'documents.list of an end',
    person: '李保',
    asked: ['documents.list', [{ expiry: 'declassified' }, { expiry: 'past' }, { toReturn: true }]] as const,
  },
]
const replies = [{ what: 'outgoing.list', person: '王管', asked: ['outgoing.list', [{}, { state: 'drafted' }]] as const }]
const reviews = ['李保', '陈科', '孙审', '赵组'].flatMap((person) => [
  { what: `review.list of ${person}`, person, asked: ['review.list', [{}, { waiting: true }, { state: 'opined' }, { text: '告' }]] as const },
  { what: `review.summary of ${person}`, person, asked: ['review.summary', [{ year: 2026, month: 3 }]] as const },
])
const applications = ['韩综', '陈科', '孙审', '王管', '赵组'].flatMap((person) => [
  {
    what: `disclosure.list of ${person}`,
    person,
    asked: ['disclosure.list', [{}, { waiting: true }, { state: 'registered' }, { dueBy: '2026-04-30' }, { text: '名' }]] as const,
  },
  { what: `disclosure.heard of ${person}`, person, asked: ['disclosure.heard', [{}, { kind: 'enquiry' }, { text: '问' }]] as const },
])
const catalogue = ['李保', '陈科', '韩综'].map((person) => ({
  what: `publication.list of ${person}`,
  person,
  asked: [
    'publication.list',
    [
      {},
      { waiting: true },
      { standing: 'ready' },
      { standing: 'toTakeDown' },
      { class: 'other' },
      { year: 2026 },
      { overdue: true },
      { toTakeDown: true },
    ],
  ] as const,
}))
/** What a year would move if it were loaded, and what was moved before. */
const trying = { year: 2027, source: '放假安排的通知', off: ['2027-01-01'], working: [] }
const calendars = [{ what: 'office.calendars', person: '钱安', asked: ['office.calendars', [{}, { trying }]] as const }]
const rooms = [
  { what: 'lending.visits', person: '李保', asked: ['lending.visits', [{}, { state: 'reading' }]] as const },
  { what: 'lending.lent', person: '李保', asked: ['lending.lent', [{}, { person: 2 }]] as const },
]
const keeping = [
  { what: 'keeping.copies', person: '李保', asked: ['keeping.copies', [{}, { loose: true }, { archived: true }, { text: '通' }]] as const },
  { what: 'keeping.list', person: '李保', asked: ['keeping.list', [{}, { state: 'counting' }]] as const },
  { what: 'keeping.balance', person: '李保', asked: ['keeping.balance', [{}, { year: 2026 }]] as const },
]
const carriers = ['李保', '王管', '郑系'].map((person) => ({
  what: `media.list of ${person}`,
  person,
  asked: ['media.list', [{}, { kind: 'disk' }, { state: 'out' }, { overdue: true }, { text: '青' }]] as const,
}))

const cases = ['李保', '王管'].map((person) => ({
  what: `breaches.list of ${person}`,
  person,
  asked: ['breaches.list', [{}, { open: true }, { state: 'registered' }, { text: '违规' }]] as const,
}))

for (const { what, person, asked } of [
  ...groups,
  ...custody,
  ...loans,
  ...choices,
  ...rooms,
  ...cases,
  ...carriers,
  ...periods,
  ...replies,
  ...reviews,
  ...applications,
  ...catalogue,
  ...keeping,
  ...calendars,
])
  it(`F1(1)b, 审计 ${what}: nothing that grows is walked or sorted`, async () => {
    const [call, inputs] = asked
    for (const input of inputs)
      for (const { sql, steps } of await ask(person, call, input as Input<typeof call>)) {
        expect(
          steps.filter((step) => WALK.test(step)),
          sql,
        ).toEqual([])
        if (endless.includes(call) && !FEW.test(sql)) expect(steps, sql).not.toContain('USE TEMP B-TREE FOR ORDER BY')
      }
  })

const first: { [N in ProcedureName]?: [person: string, input: Input<N>, step: string][] } = {
  'documents.list': [
    ['李保', {}, 'SEARCH document USING COVERING INDEX document_narrow (id<?)'],
    ['李保', { level: 'secret', state: 'finished' }, 'SEARCH document USING COVERING INDEX document_narrow (id<?)'],
    ['李保', { register: 'internal' }, 'SEARCH document USING COVERING INDEX document_register (register=? AND id<?)'],
    ['李保', { register: 'internal', year: 2026 }, 'SEARCH document USING COVERING INDEX document_year (year=? AND id<?)'],
    ['李保', { year: 2026 }, 'SEARCH document USING COVERING INDEX document_year (year=? AND id<?)'],
    ['李保', { level: 'secret' }, 'SEARCH document USING COVERING INDEX document_level (level=? AND id<?)'],
    ['李保', { state: 'finished' }, 'SEARCH document USING COVERING INDEX document_state (state=? AND id<?)'],
    ['李保', { out: true }, 'SEARCH document USING INDEX document_out (id<?)'],
    ['李保', { text: '通' }, 'SCAN search VIRTUAL TABLE INDEX 192:M1<'],
  ],
  'documents.whereIs': [['李保', { text: '通' }, 'CO-ROUTINE hit']],
  'circulation.inBox': [
    ['李保', {}, 'SEARCH copy USING INTEGER PRIMARY KEY (rowid<?)'],
    ['李保', { text: '通' }, 'SEARCH copy USING INDEX copy_document (document=? AND id<?)'],
  ],
  'reproduction.list': [
    ['李保', { waiting: true }, 'SEARCH reproduction USING COVERING INDEX reproduction_state (state=?)'],
    ['周阅', {}, 'SEARCH reproduction USING COVERING INDEX reproduction_applicant (applicant=?)'],
    ['王管', {}, 'SEARCH reproduction USING COVERING INDEX reproduction_decided (decided_by=?)'],
    ['王管', { waiting: true }, 'SEARCH reproduction USING INDEX reproduction_state (state=?)'],
    ['陈科', { waiting: true }, 'SEARCH reproduction USING INDEX reproduction_state (state=?)'],
  ],
  'lending.loans': [
    ['周阅', {}, 'SEARCH loan USING COVERING INDEX loan_borrower (borrower=?)'],
    ['韩综', { waiting: true }, 'SEARCH loan USING INDEX loan_state (state=?)'],
  ],
  'keeping.copies': [
    ['李保', {}, 'SEARCH copy USING INTEGER PRIMARY KEY (rowid<?)'],
    ['李保', { loose: true }, 'SEARCH copy USING INDEX copy_loose (id<?)'],
    ['李保', { archived: true }, 'SEARCH copy USING INDEX copy_state (state=? AND id<?)'],
  ],
  'keeping.balance': [['李保', {}, 'SCAN copy USING COVERING INDEX copy_state']],
  'audit.list': [
    ['冯审', {}, 'SEARCH audit_entry USING INTEGER PRIMARY KEY (rowid=?)'],
    ['冯审', { actor: '李保' }, 'SEARCH audit_entry USING COVERING INDEX audit_line (seq>? AND seq<?)'],
    ['冯审', { call: 'documents.register' }, 'SEARCH audit_entry USING COVERING INDEX audit_line (seq>? AND seq<?)'],
    ['冯审', { outcome: 'refused' }, 'SEARCH audit_entry USING COVERING INDEX audit_outcome (outcome=? AND seq>? AND seq<?)'],
    ['冯审', { object: '密收' }, 'SEARCH audit_entry USING COVERING INDEX audit_line (seq>? AND seq<?)'],
    ['冯审', { from: '2026-03-01', actor: '李保', outcome: 'done' }, 'SEARCH audit_entry USING COVERING INDEX audit_line (seq>? AND seq<?)'],
  ],
}

for (const [call, cases] of Object.entries(first))
  for (const [person, input, step] of cases)
    it(`F1(1)b, 审计 ${call} ${JSON.stringify(input)} goes by ${step}`, async () => {
      await office.station.lock('locked')
      signedIn = ''
      const plans = await ask(person, call as ProcedureName, input as never)
      expect(plans.flatMap(({ steps }) => steps)).toContain(step)
    })

it('F1(1)b, F1(4)a registering and a whole leg walk nothing that grows', async () => {
  await asking('李保')
  lookAt()
  await office.ok('documents.register', office.incoming({ symbol: undefined, title: '关于没有文号的来文的通知' }))
  const { copies } = await office.ok('documents.register', office.incoming())
  const sheet = await office.ok('circulation.draft', { folder: '夹09', copies: copies.map(({ id }) => id), readers: [office.id('周阅')] })
  const leg = sheet.legs[0]?.id as number
  await office.signed('周阅', 'circulation.handOut', { leg, place: '保密室' })
  await office.signed('周阅', 'circulation.sign', { leg })
  await office.ok('circulation.receiveBack', { leg, numbers: copies.map(({ number }) => number) })
  const plans = lookAt()
  expect(plans.length).toBeGreaterThan(10)
  expect(plans.filter(({ steps }) => steps.some((step) => WALK.test(step)))).toEqual([])
  const steps = plans.flatMap((plan) => plan.steps)
  expect(steps).toContain('SEARCH particulars USING INDEX particulars_symbol (symbol=?)')
  expect(steps).toContain('SEARCH particulars USING INDEX particulars_unnumbered (made_on=? AND title=?)')
})

it('G4 the 台账 and the 案卷: what stands behind an application is found by indexes', async () => {
  const { disclosure } = await disclosureReceived(office)
  await asking('韩综')
  const ledger = await ask('韩综', 'paper.disclosures', { year: 2026 })
  const steps = ledger.flatMap((plan) => plan.steps)
  expect(steps).toContain('SEARCH disclosure USING COVERING INDEX disclosure_received (received_on>? AND received_on<?)')
  const plans = [...ledger, ...(await ask('韩综', 'paper.caseFile', { disclosure }))]
  expect(plans.some(({ sql }) => sql.includes('JOIN review ON review.item'))).toBe(true)
  for (const { sql, steps } of plans.filter(({ sql }) => sql.includes('disclosure')))
    expect(
      steps.filter((step) => WALK.test(step)),
      sql,
    ).toEqual([])
})

it('条例49 a report reads applications by their days, their states and their endings, and walks nothing that grows', async () => {
  const plans = await ask('韩综', 'disclosure.annualReport', { year: 2025 })
  const steps = plans.flatMap((plan) => plan.steps)
  expect(steps).toContain('SEARCH s USING INDEX disclosure_step_counted (act=? AND at>?)')
  expect(steps.filter((step) => /^SCAN (?!named |e$|\(subquery|CONSTANT)/.test(step))).toEqual([])
})

it('F1(1)b a year is counted by its own documents and by what is open, and asked after by one row: no other year is read', async () => {
  const counted = await ask('李保', 'documents.countYear', { year: 2026 })
  const steps = counted.flatMap((plan) => plan.steps)
  expect(steps).toContain('SEARCH document USING INDEX document_year (year=?)')
  expect(steps).toContain('SEARCH sheet USING INDEX sheet_state (state=?)')
  expect(steps.filter((step) => /^SCAN (?!counter)/.test(step))).toEqual([])
  const waiting = (await ask('李保', 'today.home', {})).filter(({ sql }) => sql.includes('year_close'))
  expect(waiting.flatMap((plan) => plan.steps)).toEqual(['SEARCH year_close USING COVERING INDEX sqlite_autoindex_year_close_1'])
})

it('F1(6) a scan and a move beside it walk nothing that grows', async () => {
  await asking('李保')
  const { copies } = await office.ok('documents.register', office.incoming())
  const numbers = copies.map(({ number }) => number)
  const { id: box } = await office.ok('keeping.setBox', { number: '箱77', cabinet: '甲', shelf: '一', custodian: office.id('李保') })
  const { id: stockTaking } = await office.ok('keeping.begin', { reason: '年度清点' })
  lookAt()
  await office.ok('keeping.scan', { stockTaking, numbers })
  await office.ok('keeping.store', { box, numbers })
  const plans = lookAt()
  expect(plans.length).toBeGreaterThan(3)
  expect(plans.filter(({ steps }) => steps.some((step) => WALK.test(step) || /SCAN stock_item/.test(step)))).toEqual([])
})
