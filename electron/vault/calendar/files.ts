import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import type { ChosenCalendar } from '../../../contract/bridge.ts'
import { type CalendarYear, calendarYear } from '../../../contract/office.ts'
import type { Clock } from '../door/clock.ts'
import { declared, recordAndRefuse, refusalFrom, roleFor } from '../door/door.ts'
import type { Opened } from '../door/opened.ts'
import { refuse } from '../door/refuse.ts'
import { canonicalJson } from '../storage/bytes.ts'
import { refuseBadYear } from './year.ts'

/** Files of calendars that were chosen in a session. They are forgotten with it. */
export type CalendarFiles = {
  /** Reads a chosen file for whoever may load a calendar; a refusal is on record. */
  choose(opened: Opened, path: string): ChosenCalendar
  /** Refuses a calendar that is not, to the letter, what the file with this digest says. */
  refuseOther(file: string, calendar: CalendarYear): void
  forget(): void
}

/** A year of days and its source: some 3 KB. */
const MOST_BYTES = 64 * 1024

const bad = (message: string) => refuse('input.format', `${message}请换一个文件，或照放假通知在屏幕上录入。`, { clause: '日历', field: 'calendar' })

const bytesOf = (path: string): Buffer => {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    return bad('读不出所选的文件。')
  }
  try {
    const { size } = fstatSync(file)
    if (!fstatSync(file).isFile()) bad('所选的不是文件。')
    if (size > MOST_BYTES) bad(`所选的文件超过${MOST_BYTES / 1024}KB，不是一年的工作日历。`)
    return readFileSync(file)
  } finally {
    closeSync(file)
  }
}

const jsonOf = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return bad('所选的不是工作日历文件：内容不是 UTF-8 的 JSON 文本。')
  }
}

/** A year's calendar as a file has it, in the shape of resources/calendars/2026.json and by the same rules as one that is typed. */
export const readCalendarFile = (path: string): { calendar: CalendarYear; file: string } => {
  const bytes = bytesOf(path)
  const read = calendarYear.safeParse(jsonOf(bytes))
  if (!read.success) {
    const at = read.error.issues[0]?.path.join('.') ?? ''
    return bad(`所选的不是工作日历文件${at ? `：“${at}”一项缺少或不合格式` : '：须写明 year、source、off、working 四项，别无其他'}。`)
  }
  refuseBadYear(read.data)
  return { calendar: read.data, file: createHash('sha256').update(bytes).digest('hex') }
}

export const openCalendarFiles = (clock: Clock): CalendarFiles => {
  const chosen = new Map<string, string>()
  return {
    choose: (opened, path) => {
      try {
        roleFor(declared('office.setCalendar'), opened, 'office.setCalendar')
        const { calendar, file } = readCalendarFile(path)
        chosen.set(file, canonicalJson(calendar))
        return { ok: true, calendar: { ...calendar, file } }
      } catch (error) {
        const reply = recordAndRefuse(opened, clock.now(), 'office.setCalendar', refusalFrom(error))
        return { ok: false, message: reply.ok ? '' : reply.refused.message }
      }
    },
    refuseOther: (file, calendar) => {
      if (chosen.get(file) !== canonicalJson(calendar))
        refuse('state.conflict', '所录的与所选文件不同，或文件不是这次登录后选的。请重新选择文件；要更改内容，请在屏幕上录入。', {
          clause: '日历',
          field: 'file',
        })
    },
    forget: () => chosen.clear(),
  }
}
