import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { expiryAt } from '../../../electron/vault/documents/expiry.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { be, registered } from '../../support/records.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

const ending = (until: string) => registered(office, { madeOn: '2025-03-05', period: { kind: 'until', until } })
const listed = async (expiry: 'soon' | 'past') => (await office.ok('documents.list', { expiry })).rows.map(({ number, expiry: is }) => [number, is])
const said = async () => (await office.ok('today.home', {})).reminders.map(({ text }) => text).join('\n')

describe('保密法24 a 保密期限 that ends', () => {
  it('is spoken of ninety days ahead, on its last day still as running, from the next day as 期满待核', () => {
    expect(expiryAt('2026-06-09', '2026-03-10')).toBeNull()
    expect(expiryAt('2026-06-08', '2026-03-10')).toBe('soon')
    expect(expiryAt('2026-03-10', '2026-03-10')).toBe('soon')
    expect(expiryAt('2026-03-09', '2026-03-10')).toBe('past')
    expect(expiryAt(null, '2026-03-10')).toBeNull()
  })

  it('stands on its list and on the officer’s 今日; it is never silently unclassified', async () => {
    const [gone, today, month, later] = [
      await ending('2026-03-09'),
      await ending('2026-03-10'),
      await ending('2026-04-01'),
      await ending('2026-06-08'),
    ]
    await ending('2026-06-09')
    expect(await listed('past')).toEqual([[gone.number, 'past']])
    expect(await listed('soon')).toEqual([later, month, today].map(({ number }) => [number, 'soon']))
    const words = await said()
    expect(words).toContain('有1件文件期满待核')
    expect(words).toContain('有3件文件的保密期限在九十天内届满，其中2件在三十天内，1件今天届满')
    expect(await office.ok('documents.get', { document: gone.id })).toMatchObject({ level: 'confidential', expiry: 'past', expiresOn: '2026-03-09' })
    await be(office, '周阅')
    expect(await said()).not.toContain('期满')
  })

  it('the issuer’s notice alone puts it off, and the list follows the version that stands', async () => {
    const gone = await ending('2026-03-09')
    const notice = { issuer: '青禾市人民政府办公室', symbol: '青政办变〔2026〕3号', date: '2026-03-09' }
    await office.ok('documents.changeLevel', { document: gone.id, level: 'confidential', period: { kind: 'years', years: 10 }, notice })
    expect(await listed('past')).toEqual([])
    expect(await said()).not.toContain('期满待核')
  })
})
