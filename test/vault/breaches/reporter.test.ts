import { afterEach, expect, it } from 'vitest'
import { contract, type ProcedureName } from '../../../contract/index.ts'
import { hiddenReporter } from '../../../contract/terms.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { be, registered, withPassword } from '../../support/records.ts'

const offices: Office[] = []
afterEach(async () => {
  for (const office of offices.splice(0)) await office.close()
})

const told = { kind: 'loss' as const, note: '清点时没有找到', discoveredAt: '2026-03-10T08:40' }
const NAME = '举报甲'

/** A case in an office where 举报甲 was signed in, and reported it or did not; the same otherwise, to the last entry but those. */
const lived = async (reports: boolean) => {
  const office = await openOffice()
  offices.push(office)
  const { copies, id: document } = await registered(office)
  const copy = copies[0] as { id: number; number: string }
  const reporter = await withPassword(office, ['reader'], { name: NAME })
  const input = { ...told, numbers: [copy.number] }
  if (reports) {
    await office.no('breaches.report', { ...input, numbers: [] })
    await office.ok('breaches.report', input)
  }
  await be(office, '李保')
  if (!reports) await office.ok('breaches.report', { ...input, reporter: null })
  await office.station.lock('locked')
  await be(office, '王管')
  await office.ok('breaches.takeOn', { breach: 1 })
  await office.ok('breaches.measure', { breach: 1, measure: '查找' })
  return { office, document, copy, reporter }
}

/** Every query, with what asks it for most; and what is printed. */
const asked = (document: number, copy: { id: number; number: string }): [ProcedureName, object][] => {
  const mine: Partial<Record<ProcedureName, object[]>> = {
    'breaches.get': [{ breach: 1 }],
    'breaches.list': [{}, { text: NAME }],
    'documents.get': [{ document }],
    'documents.knowers': [{ document }],
    'documents.whereIs': [{ text: copy.number }, { text: NAME }],
    'documents.list': [{}, { text: NAME }],
    'audit.list': [{}, { actor: NAME, call: 'breaches.report' }, { call: 'breaches.report' }, { object: '违规' }, { outcome: 'refused' }],
    'audit.users': [{}, { actor: hiddenReporter }],
    'people.changes': [{ person: 1 }],
  }
  const queries = Object.entries(contract)
    .filter(([, { kind, by }]) => kind === 'query' && by !== 'nobody')
    .flatMap(([name]) => (mine[name as ProcedureName] ?? [{}]).map((input): [ProcedureName, object] => [name as ProcedureName, input]))
  return [...queries, ['paper.breach', { breach: 1 }], ['paper.auditReport', { year: 2026, quarter: 1 }]]
}

/** How often the name stands in each reply to a person; who signed in and out is no matter of the report. */
const namesTold = async ({ office, document, copy }: Awaited<ReturnType<typeof lived>>, person: string) => {
  await office.as(person)
  const told = new Map<string, number>()
  for (const [name, input] of asked(document, copy)) {
    const reply = await office.station.call(name, input)
    told.set(`${name} ${JSON.stringify(input)}`, JSON.stringify(reply).split(NAME).length - 1)
  }
  return told
}

it('E4 举报: the name of whoever reported is in no reply to anybody but the handler, in no list, view, history, search, audit entry nor print, in whatever role', async () => {
  const [reported, silent] = [await lived(true), await lived(false)]
  for (const person of ['李保', '赵组', '陈科', '孙审', '周阅', '韩综', '郑系', '钱安', '冯审'])
    expect(await namesTold(reported, person), person).toEqual(await namesTold(silent, person))
  const [handler, without] = [await namesTold(reported, '王管'), await namesTold(silent, '王管')]
  const more = [...handler].filter(([what, times]) => times !== without.get(what)).map(([what]) => what)
  expect(more).toEqual(['breaches.get {"breach":1}'])
  const { office } = reported
  expect(await office.ok('breaches.get', { breach: 1 })).toMatchObject({ reporter: { shown: true, person: { name: NAME } } })
  await office.as('李保')
  const { reporter, history } = await office.ok('breaches.get', { breach: 1 })
  expect(reporter).toEqual({ shown: false, person: null })
  expect(history[0]).toMatchObject({ act: contract['breaches.report'].act, by: hiddenReporter })
}, 240_000)

it('审计 E4 the audit desk shows the report, done or refused, without name and role, finds nobody by it, and proves it to nobody; the chain holds it', async () => {
  const { office } = await lived(true)
  await office.as('冯审')
  const { rows } = await office.ok('audit.list', { call: 'breaches.report' })
  expect(rows.map(({ actor, role, outcome }) => `${actor} ${role} ${outcome}`)).toEqual([`${hiddenReporter} - done`, `${hiddenReporter} - refused`])
  expect(await office.ok('audit.list', { call: 'breaches.report', actor: NAME })).toMatchObject({ rows: [], total: 0 })
  expect((await office.ok('audit.list', { actor: hiddenReporter })).total).toBe(2)
  await office.ok('audit.checkpoint', {})
  for (const { seq } of rows)
    expect(await office.no('audit.prove', { entry: seq })).toMatchObject({ code: 'rule.forbids', clause: 'E4', field: 'entry' })
  const { people } = await office.ok('paper.auditReport', { year: 2026, quarter: 1 })
  expect(people.filter(({ actor }) => actor === hiddenReporter)).toEqual([{ actor: hiddenReporter, role: '—', done: 1, refused: 1 }])
  let next: number | null = 0
  while (next !== null) {
    const span: { next: number | null; ok: boolean } = await office.ok('audit.verify', { from: next })
    expect(span.ok).toBe(true)
    next = span.next
  }
})

it('E4 an officer enters a letter without a name, or what somebody told them; the handler sees who that was, or that no name was given', async () => {
  const office = await openOffice()
  offices.push(office)
  await be(office, '李保')
  const leak = { ...told, kind: 'leak' as const }
  const { id: letter } = await office.ok('breaches.report', { ...leak, reporter: null })
  const { id: oral } = await office.ok('breaches.report', { ...leak, reporter: office.id('吴阅') })
  for (const breach of [letter, oral]) await office.ok('breaches.takeOn', { breach })
  expect((await office.ok('breaches.get', { breach: letter })).reporter).toEqual({ shown: true, person: null })
  expect((await office.ok('breaches.get', { breach: oral })).reporter).toMatchObject({ shown: true, person: { name: '吴阅' } })
  await office.as('王管')
  await office.ok('breaches.takeOn', { breach: oral, handler: office.id('赵组') })
  await office.as('李保')
  expect((await office.ok('breaches.get', { breach: oral })).reporter).toEqual({ shown: false, person: null })
})
