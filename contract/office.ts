import { z } from 'zod'
import { calendarChange, countedDay, deadlineMoves } from './deadlines.ts'
import { day, level, limits, line } from './fields.ts'
import { codeProfile } from './intake-code.ts'
import { letterOffice } from './letters.ts'
import { procedure } from './procedure.ts'
import { templates } from './templates.ts'
import { DISCLOSURE_PRESETS } from './terms.ts'

const workingDays = z.int().min(1).max(60)

export const calendarYear = z.strictObject({
  year: z.int().min(2000).max(2100),
  /** Where it comes from: the State Council's notice. */
  source: line(limits.note),
  /** Weekdays that are off. */
  off: z.array(day).max(120),
  /** Saturdays and Sundays that are worked. */
  working: z.array(day).max(60),
})
export type CalendarYear = z.infer<typeof calendarYear>

/** The SHA-256 of a calendar's file, in hex: the vault knows those that were chosen in this session. */
const calendarFile = z.string().regex(/^[0-9a-f]{64}$/)

/** What is printed is no setting: each form has its name, number and boxes in forms.ts, and the unit’s own in templates.ts. */
const settings = z.strictObject({
  unit: line(limits.unit),
  level,
  /** 当日退回 hour, `17:30` (F1(4)b). */
  returnHour: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** First reminder of the day, `15:00`. */
  reminderHour: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  idleMinutes: z.int().min(1).max(10),
  /** Days after which a backup is overdue. */
  backupDays: z.int().min(1).max(90),
  /** Good backups that stay on a medium; older ones are removed once a new one is good. */
  backupGenerations: z.int().min(1).max(100),
  /** Whether what was signed on paper may be entered (domain 6 (7)). */
  paperSignatures: z.boolean(),
  /** Where a folder may be read (F1(4)d). */
  places: z.array(line(limits.place)).min(1).max(100),
  /** Where 绝密 may be read, of those places (domain 3.2). */
  topSecretPlaces: z.array(line(limits.place)).min(1).max(100),
  /** Where copies may be made: the unit’s own 文印室, or a 定点单位 with its 资质号 (F1(5)c). */
  copyPlaces: z.array(line(limits.place)).min(1).max(20),
  /** Days within which approved copies are made, unless the approval names a day. */
  copyDays: z.int().min(1).max(365),
  /** Days that a loan may last at most (F1(7)b 规定时间). */
  loanDays: z.int().min(1).max(90),
  /** Days after 办结 within which its copies lie in their box (F1(6)). */
  boxDays: z.int().min(1).max(90),
  /** 少量: copies that the unit may destroy itself at most (实施条例28). */
  selfDestruction: z.int().min(1).max(200),
  /** Where papers are consulted (F1(7)a); 绝密 only in the places listed for it. */
  readingRooms: z.array(line(limits.place)).min(1).max(20),
  /** Rows that a list may have to be exported without a leader's approval (domain 4). */
  exportRows: z.int().min(50).max(2000),
  /** Whose limits of days disclosure and its reviews keep to. Choosing another fills `disclosureDays`. */
  disclosurePreset: z.enum(DISCLOSURE_PRESETS),
  /** The limits in force, in working days; they may be set apart from the preset. What is laxer than the law says so wherever it shows (条例33). */
  disclosureDays: z.strictObject({
    reply: workingDays,
    extension: workingDays,
    supplementNotice: workingDays,
    thirdParty: workingDays,
    coMaker: workingDays,
    publish: workingDays,
  }),
  /** Whether an application by telephone is taken (G三.1); by the rule of A四(一)1 it is heard as 咨询. */
  phoneRequests: z.boolean(),
  /** Working days that a step of a review may lie still before it is reminded of. */
  reviewIdleDays: z.int().min(1).max(30),
  /** Whether a 分管领导 may sit in the 小组 that examines (domain 6 (5)). */
  deputyExamines: z.boolean(),
  /** What is the unit’s own in the letters of 依申请公开. */
  letterOffice,
  /** Whether the text under review may be kept in the vault, below the workstation level (domain 6 (8)); else it is on paper alone. */
  reviewTexts: z.boolean(),
  /** How the 二维条码 on incoming paper is laid out. */
  intakeCode: codeProfile,
  /** Printers that may be printed to, by the names that the system gives them; with none listed nothing is printed. */
  printers: z.array(line(limits.printer)).max(20),
})
export type OfficeSettings = z.infer<typeof settings>

export const office = {
  ...templates,
  'office.settings': procedure({
    kind: 'query',
    by: 'anyone',
    clauses: ['保密法31'],
    says: 'The unit’s settings: level, same-day hour, places',
    act: '查看设置',
    input: z.strictObject({}),
    output: settings,
  }),
  'office.changeSettings': procedure({
    kind: 'mutation',
    by: ['securityAdmin'],
    clauses: ['F1(4)b', 'F1(4)d', '锁定'],
    says: 'Changes the unit’s settings. The workstation level cannot be changed here; idle time can only be ten minutes or less',
    act: '更改设置',
    input: settings.omit({ level: true }).partial(),
    output: settings,
  }),
  'office.calendars': procedure({
    kind: 'query',
    by: 'anyone',
    clauses: ['日历'],
    says: 'The loaded working-day calendars, the last changes of them with the deadlines that they moved, and what a calendar would move if it were loaded (`trying`)',
    act: '查看日历',
    input: z.strictObject({ trying: calendarYear.optional() }),
    output: z.strictObject({
      years: z.array(calendarYear),
      available: z.array(z.int()),
      changes: z.array(calendarChange),
      would: deadlineMoves.nullable(),
    }),
  }),
  'office.setCalendar': procedure({
    kind: 'mutation',
    by: ['securityAdmin'],
    clauses: ['日历'],
    says: 'Loads or replaces one year’s working-day calendar: off days and worked weekend days of that year, typed or read from a `file` that was chosen. Counts every running deadline that reaches into it anew and records what moved',
    act: '录入日历',
    input: z.strictObject({ calendar: calendarYear, file: calendarFile.optional() }),
    output: deadlineMoves.extend({ year: z.int() }),
  }),
  'office.countDays': procedure({
    kind: 'query',
    by: 'anyone',
    clauses: ['日历'],
    says: 'A deadline in working days, the first day excluded, with its arithmetic day by day. Refused with a warning when it reaches a year without calendar',
    act: '计算期限',
    input: z.strictObject({ from: day, workingDays: z.int().min(1).max(400) }),
    output: z.strictObject({ due: day, days: z.array(countedDay) }),
  }),
}
