import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CalendarYear } from '../../../contract/office.ts'
import { deadlinesOf, endDeadline, runDeadline } from '../../../electron/vault/calendar/deadlines.ts'
import { removeCopies, verify } from '../../support/attack.ts'
import { within } from '../../support/deadlines.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { rebuilt } from '../../support/rebuilt.ts'
import { scratch } from '../../support/scratch.ts'

let office: Office
let now: CalendarYear
const files = mkdtempSync(join(scratch, 'mijuan-calendars-'))
const next: CalendarYear = { year: 2027, source: '国办发明电〔2026〕9号', off: ['2027-01-01'], working: ['2027-02-06'] }

/** Three that run: into May, into the next year, one that stands still; and one that ended. */
beforeAll(async () => {
  office = await openOffice()
  await within(office, (work) => {
    const run = (record: number, more: Partial<Parameters<typeof runDeadline>[1]>) =>
      runDeadline(work, { of: 'disclosure', record, number: `公开〔2026〕000${record}`, kind: 'reply', from: '2026-04-27', days: 20, ...more })
    expect(run(1, {})).toEqual({ due: '2026-05-27' })
    expect(run(2, { kind: 'publish', from: '2026-12-20' })).toEqual({ due: null })
    expect(run(3, { pauses: [{ from: '2026-04-29', to: null }] })).toEqual({ due: null })
    expect(run(4, { days: 15 })).toEqual({ due: '2026-05-20' })
    endDeadline(work, { of: 'disclosure', record: 4, kind: 'reply' })
  })
  await office.as('钱安')
  now = (await office.ok('office.calendars', {})).years[0] as CalendarYear
})
afterAll(async () => {
  await office.close()
  removeCopies()
})

const changed = () => ({ ...now, working: now.working.filter((day) => day !== '2026-05-09') })

describe('日历 a change of calendar counts what runs anew', () => {
  it('shows before it is saved what it would move, and moves nothing by that', async () => {
    const { would, changes } = await office.ok('office.calendars', { trying: changed() })
    expect(would).toEqual({
      looked: 3,
      moved: 1,
      moves: [{ number: '公开〔2026〕0001', kind: 'reply', before: '2026-05-27', after: '2026-05-28' }],
    })
    expect(changes).toEqual([])
    expect(await office.no('office.calendars', { trying: { ...now, off: ['2026-05-09'] } })).toMatchObject({ field: 'calendar.off' })
  })

  it('whoever has a deadline to keep is told that it cannot be counted, and the 安全保密管理员 to load its year, from December in any case', async () => {
    const told = async (name: string, at = '2026-03-10T09:30:00+08:00') => {
      await office.later(at, name)
      return (await office.ok('today.home', {})).reminders.map(({ text }) => text).filter((text) => text.includes('2027年'))
    }
    expect(await told('陈科')).toEqual(['有1项期限跨入2027年，该年工作日历尚未录入，到期日算不出，请安全保密管理员录入（日历）。'])
    expect(await told('周阅')).toEqual([])
    expect(await told('钱安')).toEqual(['有1项期限跨入2027年，该年工作日历尚未录入，请立即录入（日历）。'])
  })

  it('a worked weekend that is turned off moves what reaches over it, in the same act, on record and signed; what ended keeps its day', async () => {
    const set = await office.ok('office.setCalendar', { calendar: changed() })
    expect(set).toMatchObject({ year: 2026, looked: 3, moved: 1 })
    const { changes } = await office.ok('office.calendars', {})
    expect(changes).toMatchObject([{ year: 2026, replaced: true, file: null, looked: 3, moved: 1, moves: set.moves, signature: { by: '钱安' } }])
    await within(office, (work) => {
      expect(deadlinesOf(work.read, { of: 'disclosure', record: 1 })).toMatchObject([
        { due: '2026-05-28', moves: [{ year: 2026, before: '2026-05-27', after: '2026-05-28' }] },
      ])
      expect(deadlinesOf(work.read, { of: 'disclosure', record: 4 })).toMatchObject([{ due: '2026-05-20', arithmetic: [], moves: [] }])
    })
    await office.as('冯审')
    const [entry] = (await office.ok('audit.list', { limit: 20 })).rows.filter(({ call }) => call === 'office.setCalendar')
    expect(entry?.facts).toEqual([
      { label: '涉及期限', text: '3' },
      { label: '变动期限', text: '1' },
    ])
  })

  it('a deadline into a year that is loaded then has its day; that of a setting changes none', async () => {
    await office.as('钱安')
    expect(await office.ok('office.setCalendar', { calendar: next })).toMatchObject({
      looked: 2,
      moved: 1,
      moves: [{ number: '公开〔2026〕0002', kind: 'publish', before: null, after: '2027-01-18' }],
    })
    await office.ok('office.changeSettings', { disclosurePreset: 'unit2017' })
    await within(office, (work) => expect(deadlinesOf(work.read, { of: 'disclosure', record: 2 })).toMatchObject([{ due: '2027-01-18', days: 20 }]))
  })
})

describe('日历 a year read from a file', () => {
  const fileOf = (text: string | Uint8Array) => {
    const path = join(files, `${Math.random()}.json`)
    writeFileSync(path, text)
    return path
  }
  const chosen = async (text: string | Uint8Array) => {
    const reply = await office.station.calendar(fileOf(text))
    return reply.ok ? reply.calendar : reply.message
  }

  it('is refused with the reason when it is not what it says', async () => {
    await office.as('钱安')
    expect(await office.station.calendar(join(files, 'none.json'))).toMatchObject({ ok: false, message: expect.stringContaining('读不出') })
    expect(await office.station.calendar(files)).toMatchObject({ ok: false, message: expect.stringContaining('不是文件') })
    const cases: [string | Uint8Array, string][] = [
      [Buffer.from([0xff, 0xfe, 0x00]), '不是 UTF-8 的 JSON'],
      ['BEGIN:VCALENDAR', '不是 UTF-8 的 JSON'],
      [`${JSON.stringify(next)}${' '.repeat(70_000)}`, '超过64KB'],
      ['[]', '四项'],
      [JSON.stringify({ ...next, holidays: [] }), '四项'],
      [JSON.stringify({ ...next, source: undefined }), '“source”'],
      [JSON.stringify({ ...next, off: ['2027-02-30'] }), '“off.0”'],
      [JSON.stringify({ ...next, year: 2028 }), '不属于2028年'],
      [JSON.stringify({ ...next, off: ['2027-01-02'] }), '周末本来不计'],
      [JSON.stringify({ ...next, working: ['2027-02-05'] }), '周六、周日'],
    ]
    for (const [text, says] of cases) expect(await chosen(text), says).toContain(says)
    await office.as('李保')
    expect(await chosen(JSON.stringify(next))).toContain('安全保密管理员')
    await office.station.lock('locked')
    expect(await chosen(JSON.stringify(next))).toContain('已锁定')
  })

  it('is loaded as it stands in the file, with the digest of the file; another text under that digest is refused', async () => {
    await office.as('钱安')
    const read = await chosen(JSON.stringify({ ...next, off: ['2027-01-01', '2027-01-04'] }))
    if (read === null || typeof read === 'string') throw new Error(String(read))
    const { file, ...calendar } = read
    expect(await office.no('office.setCalendar', { calendar: next, file })).toMatchObject({ code: 'state.conflict', field: 'file' })
    expect(await office.ok('office.setCalendar', { calendar, file })).toMatchObject({ moves: [{ before: '2027-01-18', after: '2027-01-19' }] })
    expect((await office.ok('office.calendars', {})).changes[0]).toMatchObject({ year: 2027, replaced: true, file })
    await office.as('钱安')
    expect(await office.no('office.setCalendar', { calendar, file })).toMatchObject({ code: 'state.conflict', field: 'file' })
  })
})

describe('日历 the verifier counts every deadline again', () => {
  const told = async (sql: string) => {
    const spoilt = await openOffice({ from: office.dir })
    try {
      await spoilt.station.close()
      await rebuilt(spoilt.dir, sql)
      return verify(spoilt.dir)
        .verdict.broken.map(({ where, why }) => `${where} ${why}`)
        .join('\n')
    } finally {
      await spoilt.close()
    }
  }

  it('holds as it is, and names a day that its figures do not come to, running or ended', async () => {
    await office.station.close()
    expect(verify(office.dir).verdict.broken).toEqual([])
    const days = await told(`UPDATE deadline SET due = '2026-05-29' WHERE record = 1; UPDATE deadline SET due = '2026-05-21' WHERE record = 4;
      UPDATE deadline SET pauses = '[{"from":"2026-12-24","to":"2026-12-25"}]' WHERE record = 2; UPDATE deadline SET due = '2026-06-01' WHERE record = 3`)
    for (const record of [1, 2, 3, 4]) expect(days).toMatch(new RegExp(`deadline \\d+（公开〔2026〕000${record} \\w+） .*与所记不符`))
  })

  it('names a calendar that is not the one that was signed, and moves that were taken out', async () => {
    const calendars = await told(
      `UPDATE calendar_year SET working_days = '[]' WHERE id = 2027; UPDATE calendar_change SET before = '{}' WHERE id = 3;
       UPDATE calendar_change SET file = NULL WHERE id = 3; DELETE FROM calendar_move WHERE change = 1`,
    )
    expect(calendars).toContain('calendar_year 2027 不是最后一次录入的日历')
    expect(calendars).toMatch(/calendar_change 3（2027年） 更改前的日历不是上一次录入的/)
    expect(calendars).toMatch(/calendar_change 3（2027年） .*所写的与所签的不同/)
    expect(calendars).toMatch(/calendar_change 1（2026年） 所记变动/)
  })
})
