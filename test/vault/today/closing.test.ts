import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Input } from '../../../contract/index.ts'
import { behindTheDoor, copyOf, hideCheckpoints, rebuildHeads, rebuildRecord, removeCopies, verify, withoutTriggers } from '../../support/attack.ts'
import { type Office, openOffice } from '../../support/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(async () => {
  await office.close()
  removeCopies()
})

const said = async () => (await office.ok('today.home', {})).reminders.map(({ text }) => text).join('\n')
const handOut = async () => {
  const { copies } = await office.ok('documents.register', office.incoming())
  const sheet = await office.ok('circulation.draft', { folder: '夹01', copies: copies.map(({ id }) => id), readers: [office.id('周阅')] })
  await office.signed('周阅', 'circulation.handOut', { leg: sheet.legs[0]?.id as number, place: '保密室' })
  return sheet
}
const reason = '周阅在市里开会，明早上班即收回'
const dayCheckpoints = async () => {
  await office.as('冯审')
  return (await office.ok('audit.checkpoints', { limit: 50 })).rows.filter(({ occasion }) => occasion === 'day')
}
const broken = async () => {
  await office.station.lock('locked')
  return verify(office.dir).verdict.broken
}

it('审计 the day is closed by a 保密员 with their own signature, and makes the checkpoint of the day', async () => {
  await office.as('李保')
  await office.ok('documents.receive', office.incoming().envelope as Input<'documents.receive'>)
  expect((await office.ok('today.home', {})).closed).toBeNull()
  expect(await office.ok('today.closeDay', {})).toEqual({ day: '2026-03-10', folders: 0, unread: 0, letters: 1 })
  expect((await office.ok('today.home', {})).closed).toEqual({ at: '2026-03-10T01:00:00.000Z', by: '李保' })
  const [checkpoint] = await dayCheckpoints()
  expect(checkpoint).toMatchObject({ by: '李保' })
  const { rows } = await office.ok('audit.list', { call: 'today.closeDay' })
  expect(rows).toMatchObject([{ seq: (checkpoint?.size ?? 0) - 1, object: '收班2026-03-10', outcome: 'done' }])
  const { text } = await office.ok('audit.exportCheckpoint', { checkpoint: checkpoint?.id as number })
  expect(text).toContain('\nfor day\n')
  expect(await broken()).toEqual([])
})

it('F1(4)b 当日退回: what is out must be explained, and stays 当日未退; closing again replaces nothing', async () => {
  await office.as('李保')
  const sheet = await handOut()
  expect(await office.no('today.closeDay', {})).toMatchObject({
    code: 'rule.forbids',
    clause: 'F1(4)b',
    field: 'reason',
    message: '还有1夹未收回（夹01在周阅处），应当天退回。今天收不回的，请写明原因再收班。',
  })
  expect(await office.ok('today.closeDay', { reason })).toMatchObject({ folders: 1, unread: 1 })
  expect((await office.ok('today.home', {})).out).toMatchObject([{ sheet: { number: sheet.number } }])
  await office.later('2026-03-10T17:40:00+08:00', '李保')
  expect((await office.ok('today.home', {})).overdue).toMatchObject([{ sheet: { number: sheet.number } }])
  await office.ok('today.closeDay', { reason })
  expect(await dayCheckpoints()).toHaveLength(2)
  const { rows } = await office.ok('audit.list', { call: 'today.closeDay', outcome: 'done' })
  expect(rows.map(({ object }) => object)).toEqual([`收班2026-03-10 ${sheet.number}`, `收班2026-03-10 ${sheet.number}`])
  expect(JSON.stringify(rows)).not.toContain('开会')
  expect(await broken()).toEqual([])
})

it('F1(4)b a working day that nobody closed is spoken of to the 保密员 and the auditor, over the weekend too, until the next closing', async () => {
  await office.as('李保')
  expect(await said()).not.toContain('收班')
  await office.ok('today.closeDay', {})
  await office.later('2026-03-11T09:00:00+08:00', '李保')
  expect(await said()).not.toContain('收班')
  await office.later('2026-03-13T09:00:00+08:00', '李保')
  expect(await said()).toContain('上一个工作日（3月12日）没有收班')
  await office.ok('today.closeDay', {})
  expect(await said()).not.toContain('收班')
  await office.later('2026-03-17T09:00:00+08:00', '冯审')
  expect(await said()).toContain('上一个工作日（3月16日）没有收班，那天的记录没有收班检查点')
  await office.as('郑系')
  expect(await said()).not.toContain('收班')
})

it('审计 a closing rewritten with the data key in hand does not fit what was signed', async () => {
  await office.as('李保')
  await handOut()
  await office.ok('today.closeDay', { reason })
  await office.station.lock('locked')
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
  for (const change of ["out = '[]'", "reason = '没有原因'", 'unread = 0', 'letters = 3'])
    expect(await tampered(`UPDATE day_close SET ${change}`)).toContain('day_close 1：所写的与所签的不同')
  expect(await tampered(`UPDATE day_close SET by_person = ${office.id('周阅')}`)).toContain('day_close 1：签名人当时不是保密员')
})
