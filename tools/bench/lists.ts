/**
 * The first page of every list and search through the door, as the screen asks for it. Each sample follows an act that was committed: that is
 * when the screen reads again.
 */
import type { Input, ProcedureName } from '../../contract/index.ts'
import { copyOf } from './archive.ts'
import { type Figure, p95, timed, under } from './figure.ts'
import { type BenchOffice, officers, openBenchOffice } from './office.ts'

type Asked = { [N in ProcedureName]: [call: N, inputs: Input<N>[]] }[ProcedureName]
/** A figure: what it is called, its limit in milliseconds, who asks, and every input of which the worst counts. */
type Group = { what: string; limit: typeof LIST | typeof SEARCH; person: string; asked: Asked }

const LIST = 8
const SEARCH = 20
/** In every title; in many; in one. Each of the lengths the issue names. */
const texts = { one: ['关', '2', '港'], two: ['的通', '有关', '9之'], six: ['工作有关事项', '应急物资储备', '青禾市人民政'] }
const textInputs = <More extends object>(some: readonly string[], more: More) => some.map((text) => ({ text, ...more }))

const office = '李保'
const { auditor, securityAdmin } = officers

export const groups: readonly Group[] = [
  {
    what: 'documents.list, each filter',
    limit: LIST,
    person: office,
    asked: [
      'documents.list',
      [
        {},
        { register: 'classified' },
        { register: 'internal' },
        { year: 2022 },
        { year: 2026 },
        { level: 'internal' },
        { level: 'secret' },
        { level: 'topSecret' },
        { state: 'registered' },
        { state: 'inProgress' },
        { state: 'finished' },
        { out: true },
        { expiry: 'soon' },
        { expiry: 'past' },
        { register: 'internal', year: 2022 },
        { register: 'classified', level: 'confidential', state: 'finished' },
      ],
    ],
  },
  { what: 'documents.closedYears', limit: LIST, person: office, asked: ['documents.closedYears', [{}]] },
  { what: 'importing.list', limit: LIST, person: office, asked: ['importing.list', [{}, { text: '导入' }]] },
  { what: 'archive.list', limit: LIST, person: office, asked: ['archive.list', [{}]] },
  { what: 'documents.envelopes', limit: LIST, person: office, asked: ['documents.envelopes', [{}, { waiting: false }, { text: '机' }]] },
  {
    what: 'circulation.list, each filter',
    limit: LIST,
    person: office,
    asked: [
      'circulation.list',
      [{}, { open: true }, { state: 'draft' }, { state: 'circulating' }, { state: 'finished' }, { text: '同事' }, { text: '查无' }],
    ],
  },
  { what: 'circulation.inBox', limit: LIST, person: office, asked: ['circulation.inBox', [{}]] },
  {
    what: 'circulation.widenings, each filter',
    limit: LIST,
    person: office,
    asked: ['circulation.widenings', [{}, { state: 'requested' }, { state: 'approved' }]],
  },
  {
    what: 'reproduction.list, each filter',
    limit: LIST,
    person: office,
    asked: ['reproduction.list', [{}, { state: 'toSection' }, { state: 'issued' }, { waiting: true }, { text: '同事' }, { text: '查无' }]],
  },
  { what: 'reproduction.sources', limit: LIST, person: office, asked: ['reproduction.sources', [{}]] },
  {
    what: 'lending.loans, each filter',
    limit: LIST,
    person: office,
    asked: [
      'lending.loans',
      [{}, { state: 'requested' }, { state: 'returned' }, { overdue: true }, { waiting: true }, { text: '同事' }, { text: '查无' }],
    ],
  },
  { what: 'lending.sources', limit: LIST, person: office, asked: ['lending.sources', [{}, { inBox: true }]] },
  { what: 'lending.visits', limit: LIST, person: office, asked: ['lending.visits', [{}, { state: 'reading' }]] },
  { what: 'handover.list', limit: LIST, person: office, asked: ['handover.list', [{}, { open: true }]] },
  { what: 'keeping.boxes', limit: LIST, person: office, asked: ['keeping.boxes', [{}]] },
  { what: 'keeping.copies, each filter', limit: LIST, person: office, asked: ['keeping.copies', [{}, { loose: true }]] },
  { what: 'keeping.list', limit: LIST, person: office, asked: ['keeping.list', [{}]] },
  { what: 'outgoing.list', limit: LIST, person: office, asked: ['outgoing.list', [{}, { text: '同事' }]] },
  { what: 'breaches.list', limit: LIST, person: office, asked: ['breaches.list', [{}, { open: true }, { text: '同事' }]] },
  {
    what: 'review.list, each filter',
    limit: LIST,
    person: office,
    asked: [
      'review.list',
      [{}, { state: 'drafted' }, { state: 'opined' }, { state: 'filed' }, { waiting: true }, { text: '服务' }, { text: '查无' }],
    ],
  },
  {
    what: 'publication.list, each filter',
    limit: LIST,
    person: '韩综',
    asked: [
      'publication.list',
      [
        {},
        { standing: 'toReview' },
        { class: 'rules' },
        { year: 2026 },
        { overdue: true },
        { toTakeDown: true },
        { waiting: true },
        { text: '服务' },
        { text: '查无' },
      ],
    ],
  },
  {
    what: 'disclosure.list, each filter',
    limit: LIST,
    person: '韩综',
    asked: [
      'disclosure.list',
      [{}, { state: 'received' }, { state: 'filed' }, { dueBy: '2026-03-10' }, { waiting: true }, { text: '采购' }, { text: '查无' }],
    ],
  },
  {
    what: 'disclosure.heard, each filter',
    limit: LIST,
    person: '韩综',
    asked: ['disclosure.heard', [{}, { kind: 'suggestion' }, { text: '更快' }, { text: '查无' }]],
  },
  { what: 'office.trainings', limit: LIST, person: office, asked: ['office.trainings', [{}]] },
  { what: 'media.list', limit: LIST, person: office, asked: ['media.list', [{}, { overdue: true }, { text: '同事' }]] },
  { what: 'disposal.list', limit: LIST, person: office, asked: ['disposal.list', [{ kind: 'return' }, { kind: 'destruction', open: true }]] },
  { what: 'disposal.holds', limit: LIST, person: office, asked: ['disposal.holds', [{}, { standing: true }, { text: '同事' }]] },
  {
    what: 'disposal.offer',
    limit: LIST,
    person: office,
    asked: ['disposal.offer', [{ kind: 'return' }, { kind: 'return', issuer: '青禾市国家保密局' }, { kind: 'destruction' }]],
  },
  { what: 'circulation.overdue', limit: LIST, person: office, asked: ['circulation.overdue', [{}]] },
  { what: 'circulation.onPaper', limit: LIST, person: office, asked: ['circulation.onPaper', [{}]] },
  { what: 'people.choose', limit: LIST, person: office, asked: ['people.choose', [{}, { text: '同事' }, { text: '业务三科' }]] },
  { what: 'today.home of the officer', limit: LIST, person: office, asked: ['today.home', [{}]] },
  ...Object.entries(texts).flatMap(([length, some]): Group[] => [
    { what: `search of ${length}: documents.whereIs`, limit: SEARCH, person: office, asked: ['documents.whereIs', textInputs(some, {})] },
    { what: `search of ${length}: documents.list`, limit: SEARCH, person: office, asked: ['documents.list', textInputs(some, {})] },
    { what: `search of ${length}: circulation.inBox`, limit: SEARCH, person: office, asked: ['circulation.inBox', textInputs(some, {})] },
  ]),
  { what: 'circulation.mine', limit: LIST, person: '周阅', asked: ['circulation.mine', [{}]] },
  { what: 'today.home of the leader', limit: LIST, person: '王管', asked: ['today.home', [{}]] },
  {
    what: 'audit.list, each filter',
    limit: LIST,
    person: auditor,
    asked: [
      'audit.list',
      [
        {},
        { from: '2024-04-05', to: '2024-04-05' },
        { from: '2022-01-01', to: '2026-12-31' },
        { actor: office },
        { actor: auditor },
        { call: 'documents.register' },
        { call: 'documents.correct' },
        { object: '密收〔2022〕0001' },
        { object: '收' },
        { outcome: 'refused' },
        { outcome: 'done' },
        { actor: office, call: 'documents.register', outcome: 'done', from: '2023-01-01', to: '2023-12-31' },
      ],
    ],
  },
  { what: 'audit.checkpoints', limit: LIST, person: auditor, asked: ['audit.checkpoints', [{}]] },
  { what: 'backup.list', limit: LIST, person: auditor, asked: ['backup.list', [{}]] },
  { what: 'people.list', limit: LIST, person: securityAdmin, asked: ['people.list', [{}, { text: '9' }]] },
  {
    what: 'audit.users, each filter',
    limit: LIST,
    person: securityAdmin,
    asked: ['audit.users', [{}, { actor: office }, { outcome: 'refused' }, { from: '2024-04-05', to: '2024-04-05' }]],
  },
]

/** Something is committed: a call that the contract does not know, whose refusal is recorded. */
const somethingHappens = (at: BenchOffice) => at.station.call('no.such.call', {})

const worst = async (at: BenchOffice, [call, inputs]: Asked, samples: number) => {
  let slowest = 0
  for (const input of inputs) {
    const times: number[] = []
    for (let n = 0; n < samples; n += 1) {
      await somethingHappens(at)
      times.push(await timed(() => at.ok(call, input as Input<typeof call>)))
    }
    slowest = Math.max(slowest, p95(times))
  }
  return slowest
}

/** Goes through all groups, each asked by its person. */
const eachGroup = async (at: Pick<BenchOffice, 'as'>, act: (group: Group) => Promise<void>) => {
  let person = ''
  for (const group of groups) {
    if (group.person !== person) await at.as(group.person)
    person = group.person
    await act(group)
  }
}

/** Asks every list and every search once. */
export const askAll = (at: Pick<BenchOffice, 'as' | 'ok'>): Promise<void> =>
  eachGroup(at, async ({ asked: [call, inputs] }) => {
    for (const input of inputs) await at.ok(call, input as Input<typeof call>)
  })

/** What a list and a search may take at thirty years of ten times an office's volume. */
const LONG = { [LIST]: 16, [SEARCH]: 50 } as const

/** Every list and search over an archive. `long`: of thirty years, whose limits are its own. */
export const listing = async (archive: string, samples: number, long = false): Promise<Figure[]> => {
  const at = openBenchOffice(copyOf(archive))
  const figures: Figure[] = []
  await eachGroup(at, async ({ what, limit, asked }) => {
    const took = await worst(at, asked, samples)
    figures.push(long ? under(`thirty years: ${what}, p95`, took, 'ms', LONG[limit]) : under(`${what}, p95`, took, 'ms', limit))
  })
  await at.close()
  return figures
}
