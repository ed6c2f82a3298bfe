import { afterEach, beforeEach, expect, it } from 'vitest'
import { behindTheDoor, rebuildRecord, removeCopies, verify, withoutTriggers } from '../../support/attack.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { rewrittenSince } from '../../../tools/verify/checkpoint.ts'
import { registered } from '../../support/records.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(async () => {
  await office.close()
  removeCopies()
})

/** A day of the office with a checkpoint at each hour: what is done in between, by the hour. */
const hour = async (at: string, act: () => Promise<unknown>) => {
  office.clock.set(`2026-03-10T${at}:00+08:00`)
  await act()
  await office.as('冯审')
  await office.ok('audit.checkpoint', {})
}

it('审计 a row that was changed was whole when the record last spoke of it, and is broken at the latest now', async () => {
  await hour('09:10', () => registered(office))
  await office.station.close()
  await behindTheDoor(office.dir, (database) =>
    withoutTriggers(database, () => database.exec("UPDATE particulars SET title = '另一标题' WHERE id = 1")),
  )
  expect(verify(office.dir).verdict.broken.find(({ where }) => where.startsWith('particulars 1'))).toMatchObject({
    since: { after: '2026-03-10T01:10:00.000Z', by: null },
  })
})

it('审计 a record that was rewritten was so after each checkpoint that does not fit it', async () => {
  await hour('09:10', () => registered(office))
  await office.station.close()
  await behindTheDoor(office.dir, (database) =>
    withoutTriggers(database, () => {
      database.exec("UPDATE particulars SET title = '另一标题' WHERE id = 1")
      rebuildRecord(database)
    }),
  )
  const since = verify(office.dir).verdict.broken.map((each) => each.since)
  expect(since).toContainEqual({ after: '2026-03-10T01:10:00.000Z', by: null })
})

it('审计 … and before the first thing kept of it that fits again', () => {
  const at = (hour: number) => `2026-03-10T0${hour}:00:00.000Z`
  const seen = [1, 2, 3, 4].map((hour) => ({ size: hour * 10, root: `root ${hour}`, at: at(hour) }))
  const past = (size: number, root: string) => [size, { root, head: '' }] as const
  const pasts = new Map([past(10, 'root 1'), past(20, 'another'), past(30, 'another'), past(40, 'root 4')])
  const [, second, third] = seen as [Seen, Seen, Seen, Seen]
  expect(rewrittenSince(second, seen, pasts)).toEqual({ after: at(2), by: at(4) })
  expect(rewrittenSince(third, seen.slice(0, 3), pasts)).toEqual({ after: at(3), by: null })
})
type Seen = Parameters<typeof rewrittenSince>[0]
