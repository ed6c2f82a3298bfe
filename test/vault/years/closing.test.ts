import { afterAll, beforeAll, expect, it } from 'vitest'
import { behindTheDoor, copyOf, hideCheckpoints, rebuildHeads, rebuildRecord, removeCopies, verify, withoutTriggers } from '../../support/attack.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { copiesMade, entryOf, fresh, loanOut, registered } from '../../support/records.ts'

/** An office that lived through 2025 and came into January 2026. */
let office: Office
let first: Awaited<ReturnType<typeof registered>>
const NEW_YEAR = '2026-01-05T09:00:00+08:00'
const in2025 = { receivedAt: '2025-06-10T08:55', sealIntact: true, sender: '青禾市人民政府办公室' }
const letter = () => ({ envelopeNo: fresh('机要旧'), ...in2025 })
const paper = { madeOn: '2025-06-05' }

beforeAll(async () => {
  office = await openOffice()
  await office.later('2025-06-10T09:00:00+08:00', '李保')
  first = await registered(office, { ...paper, envelope: letter(), counted: 2, listed: 2 })
  const done = await registered(office, { ...paper, envelope: letter(), level: 'secret' })
  await office.ok('documents.finish', { document: done.id, result: '已办结' })
  await registered(office, { ...paper, envelope: letter(), level: 'internal', period: undefined })
  await office.ok('documents.receive', letter())
})
afterAll(async () => {
  await office.close()
  removeCopies()
})

const said = async () => (await office.ok('today.home', {})).reminders.map(({ text }) => text).join('\n')
const close = (year: number, leader = '王管') => office.signed(leader, 'documents.closeYear', { year })

it('F1(1)b 年度关账: × while the year goes on, × by anyone but a 分管领导 beside the 保密员', async () => {
  expect(await office.notSigned('王管', 'documents.closeYear', { year: 2025 })).toMatchObject({
    code: 'rule.forbids',
    clause: 'F1(1)b',
    field: 'year',
    message: '2025年度还没有结束，到2026年1月1日起才能关账。',
  })
  expect(await said()).not.toContain('关账')
  await office.later('2025-12-31T23:50:00+08:00', '李保')
  expect(await office.notSigned('王管', 'documents.closeYear', { year: 2025 })).toMatchObject({ field: 'year' })
  await office.later(NEW_YEAR, '李保')
  for (const other of ['赵组', '韩综', '冯审'])
    expect(await office.notSigned(other, 'documents.closeYear', { year: 2025 })).toMatchObject({ clause: 'F1(1)b', field: 'ticket' })
  expect(await said()).toContain('2025年度的登记簿还没有关账')
  await office.as('王管')
  expect(await said()).not.toContain('关账')
  expect(await office.no('documents.closeYear', { year: 2025, ticket: 'x'.repeat(22) })).toMatchObject({ code: 'session.role' })
})

it('F1(1)b the preview counts registers, numbers, levels, states, copies and what is carried over', async () => {
  await office.as('李保')
  // The next year goes on meanwhile: nothing of it is counted
  await registered(office, { ...paper, envelope: { ...letter(), receivedAt: '2026-01-05T08:55' } })
  expect(await office.ok('documents.closedYears', {})).toEqual({ rows: [], waiting: [2025] })
  const { counts, against } = await office.ok('documents.countYear', { year: 2025 })
  expect(against).toBeNull()
  expect(counts.books).toMatchObject([
    {
      register: 'classified',
      first: '密收〔2025〕0001',
      last: '密收〔2025〕0002',
      documents: 2,
      received: 3,
      made: 0,
      levels: [
        { level: 'secret', documents: 1, copies: 1 },
        { level: 'confidential', documents: 1, copies: 2 },
      ],
      states: [
        { state: 'registered', documents: 1 },
        { state: 'finished', documents: 1 },
      ],
      copies: [{ state: 'inBox', copies: 3 }],
    },
    { register: 'internal', first: '内收〔2025〕0001', last: '内收〔2025〕0001', documents: 1 },
    { register: 'compiled', first: null, last: null, documents: 0 },
  ])
  expect(counts.series).toEqual([{ series: 'envelope', first: '封〔2025〕0001', last: '封〔2025〕0004', count: 4 }])
  const carried = Object.fromEntries(counts.carried.map(({ what, numbers }) => [what, numbers]))
  expect(carried).toMatchObject({ envelopes: ['封〔2025〕0004'], documents: ['密收〔2025〕0001', '内收〔2025〕0001'], out: [], loans: [] })
  expect((await office.ok('documents.countYear', { year: 2026 })).against).toBe('2026年度还没有结束，到2027年1月1日起才能关账。')
})

it('F1(1)b, 审计 closed once, with a checkpoint of its own; what was counted stays as it was signed', async () => {
  const { counts } = await office.ok('documents.countYear', { year: 2025 })
  expect(await close(2025)).toMatchObject({ documents: 3, carried: 3 })
  expect(await office.ok('documents.closedYear', { year: 2025 })).toMatchObject({
    year: 2025,
    counts,
    closed: { by: '李保' },
    approved: { by: '王管' },
  })
  expect(await office.ok('documents.closedYears', {})).toMatchObject({
    rows: [{ year: 2025, by: '李保', approvedBy: '王管', documents: 3, copies: 4, carried: 3 }],
    waiting: [],
  })
  expect(await said()).not.toContain('关账')
  expect(await office.notSigned('王管', 'documents.closeYear', { year: 2025 })).toMatchObject({
    message: '2025年度已经关账，不再关第二次。更正仍照常办理，另留记录。',
  })
  expect(await office.no('documents.closedYear', { year: 2024 })).toMatchObject({ code: 'input.unknownRecord', field: 'year' })
  expect(await office.no('paper.register', { year: 2026, bound: true })).toMatchObject({ clause: 'F1(1)b', field: 'year' })
  const { bound, lines, frame } = await office.ok('paper.register', { year: 2025, bound: true })
  expect(bound).toMatchObject({ year: 2025, counts })
  expect(lines.map(({ number }) => number)).toEqual(['密收〔2025〕0001', '密收〔2025〕0002'])
  expect(frame.fileName).toMatch(/^机要收文登记簿-2025-印2026\d{4}\.pdf$/)
  await office.as('冯审')
  const { rows } = await office.ok('audit.checkpoints', { limit: 20 })
  const { size } = (await office.ok('audit.list', { call: 'documents.closeYear', outcome: 'done' })).rows.map(({ seq }) => ({
    size: seq + 1,
  }))[0] as { size: number }
  expect(rows.filter(({ occasion }) => occasion === 'day')).toMatchObject([{ by: '李保', size }])
})

it('F1(1)b nothing is registered into a closed year: × a letter dated into it, × a clock set back into it; corrections go on as new records', async () => {
  await office.as('李保')
  const late = { clause: 'F1(1)b', message: expect.stringMatching(/^202[45]年度的登记簿已经关账/) }
  expect(await office.no('documents.receive', letter())).toMatchObject({ ...late, field: 'receivedAt' })
  expect(await office.no('documents.register', office.incoming({ ...paper, envelope: letter() }))).toMatchObject({
    ...late,
    field: 'envelope.receivedAt',
  })
  const { id: document } = first
  expect(await office.ok('documents.correct', { document, reason: '录入有误', changes: { remarks: '已核对' } })).toMatchObject({ version: 2 })
  expect((await office.ok('documents.list', { year: 2025, text: '预备' })).rows).toHaveLength(3)
  await office.ok('documents.finish', { document, result: '办结' })
  expect((await office.ok('documents.closedYear', { year: 2025 })).counts.books[0]).toMatchObject({ states: [{ documents: 1 }, { documents: 1 }] })
  // What was signed on paper in the closed year is entered with its reason, under a number of this year
  const input = { person: office.id('周阅'), copies: [first.copies[0]?.id as number], purpose: '核对', room: '档案室' }
  const step = { call: 'lending.admit' as const, input }
  await office.ok('entry.fromPaper', entryOf(office, '周阅', step, { signedAt: '2025-06-20T10:00' }))
  expect((await office.ok('lending.visits', {})).rows).toMatchObject([{ number: '查阅〔2026〕0001' }])
  await office.later('2025-12-30T09:00:00+08:00', '李保')
  expect(
    await office.no('documents.register', office.incoming({ ...paper, envelope: { ...letter(), receivedAt: '2024-12-30T08:00' } })),
  ).toMatchObject(late)
  const envelope = (await office.ok('documents.envelopes', {})).rows[0]?.id as number
  await office.ok('documents.openEnvelope', { envelope })
  expect(await office.no('documents.register', office.incoming({ ...paper, envelope: { id: envelope } }))).toMatchObject({
    clause: 'F1(1)b',
    message: expect.stringContaining('校准时钟'),
  })
  await office.later(NEW_YEAR, '李保')
  await office.ok('documents.register', office.incoming({ ...paper, envelope: { id: envelope } }))
})

it('F1(1)b years are closed in their order, and the one that waits longest first', async () => {
  await office.later('2026-03-10T09:00:00+08:00', '李保')
  await copiesMade(office)
  await loanOut(office)
  await office.later('2028-01-05T09:00:00+08:00', '李保')
  await office.ok('session.changePassword', { current: office.passwordOf('李保'), next: 'Other#2028pass' })
  expect((await office.ok('documents.closedYears', {})).waiting).toEqual([2026, 2027])
  expect(await said()).toContain('2026至2027年度的登记簿还没有关账')
  expect((await office.ok('documents.countYear', { year: 2027 })).against).toBe('2026年度还没有关账，请按年度先后逐年关账。')
  const { counts } = await office.ok('documents.countYear', { year: 2026 })
  expect(counts.books[0]?.made).toBeGreaterThan(0)
  const carried = Object.fromEntries(counts.carried.map(({ what, numbers }) => [what, numbers.length]))
  expect(carried).toMatchObject({ loans: 1, visits: 1, out: 2, reproductions: 1 })
})

it('F1(1)b, 审计 the verifier counts a closed year anew from the rows and the record, and names what differs, the record rebuilt to fit', async () => {
  await office.station.close()
  expect(verify(office.dir).verdict.broken).toEqual([])
  const tampered = async (sql: string) => {
    const dir = copyOf(office.dir)
    await behindTheDoor(dir, (database) =>
      withoutTriggers(database, () => {
        database.exec(sql)
        hideCheckpoints(database)
        rebuildRecord(database)
        rebuildHeads(database, dir)
      }),
    )
    return verify(dir).verdict.broken.map(({ where, why }) => `${where}：${why}`)
  }
  const set = (path: string, value: string) => `UPDATE year_close SET counts = json_set(counts, '${path}', json('${value}'))`
  const where = 'year_close 1（2025年度）：'
  const found = await tampered(`${set('$.books[0].documents', '3')}; ${set('$.books[0].received', '4')}; ${set('$.series[0].count', '5')};
    ${set('$.books[0].levels[0].documents', '2')}; ${set('$.carried[1].numbers', '["密收〔2025〕0001"]')}`)
  for (const why of [
    '关账所写的与所签的不同',
    '会签所写的与所签的不同',
    '密收件数记3，实为2',
    '密收收文份数记4，实为3',
    '密收秘密件数记2，实为1',
    '封的编号与关账时不同',
    '结转的未办结文件与记录不符',
  ])
    expect(found).toContain(where + why)
  const later = await tampered(
    `UPDATE document SET year = 2025 WHERE year = 2026 AND id = (SELECT max(id) FROM document WHERE year = 2026);
     UPDATE counter SET last = last + 1 WHERE year = 2025 AND series = 'internal'; UPDATE year_close SET approved_by = ${office.id('周阅')}, size = size - 1`,
  )
  expect(later.some((line) => line.startsWith(`${where}关账以后又登记了密收〔2026〕`))).toBe(true)
  for (const why of ['内收的编号与关账时不同', '关账时的记录条数不是这一条之前的条数']) expect(later).toContain(where + why)
  expect(later.some((line) => line.startsWith(where) && line.includes('会签的签名人当时没有这项职责'))).toBe(true)
  const gone = await tampered('DELETE FROM year_close')
  expect(gone.filter((line) => line.includes('没有一行以它为据'))).toHaveLength(2)
})
