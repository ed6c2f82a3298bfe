/** How a limit in working days shows: its day, what it says beside the law, and its arithmetic day by day (日历, 条例33). */
import { z } from 'zod'
import { day, instant, signatureMark } from './fields.ts'
import { DEADLINE_KINDS } from './terms.ts'

/** One day of the arithmetic: whether it counts, which it is, and why. */
export const countedDay = z.strictObject({ day, counts: z.boolean(), number: z.int().nullable(), why: z.string() })
export type CountedDay = z.infer<typeof countedDay>

/** Days that do not count: those after `from`, up to and with `to`. While `to` is null the clock stands still. */
export const pause = z.strictObject({ from: day, to: day.nullable() })
export type Pause = z.infer<typeof pause>

/** A running deadline whose day a change of calendar moves; null: it has none, for want of a year or while it stands still. */
export const deadlineMove = z.strictObject({ number: z.string(), kind: z.enum(DEADLINE_KINDS), before: day.nullable(), after: day.nullable() })
export type DeadlineMove = z.infer<typeof deadlineMove>

/** How many running deadlines reach into a year, how many of them its change moves, and the first of these. */
export const deadlineMoves = z.strictObject({ looked: z.int(), moved: z.int(), moves: z.array(deadlineMove) })
export type DeadlineMoves = z.infer<typeof deadlineMoves>

/** A year that was loaded or changed: who signed for it, from which file (null: typed), and what it moved. */
export const calendarChange = deadlineMoves.extend({
  year: z.int(),
  /** Whether the year had a calendar before. */
  replaced: z.boolean(),
  source: z.string(),
  file: z.string().nullable(),
  signature: signatureMark,
})
export type CalendarChange = z.infer<typeof calendarChange>

/** A limit in working days as it is shown, whatever it is for. */
export const shownDeadline = z.strictObject({
  /** The day that it runs from, not counted itself. */
  from: day,
  /** Working days in all; `extension` of them are those by which it was extended. */
  days: z.int(),
  extension: z.int(),
  pauses: z.array(pause),
  /** Null while it stands still, and where a year has no calendar (`missingYear`). */
  due: day.nullable(),
  missingYear: z.int().nullable(),
  /** Whether it still runs. */
  open: z.boolean(),
  /** `宽于现行法规…`, `短于现行法规…`: shown wherever the deadline is. */
  laxer: z.string().nullable(),
  shorter: z.string().nullable(),
  arithmetic: z.array(countedDay),
  /** Each time that a change of a year's calendar moved it, oldest first. */
  moves: z.array(z.strictObject({ at: instant, year: z.int(), before: day.nullable(), after: day.nullable() })),
})
export type ShownDeadline = z.infer<typeof shownDeadline>

/** A kept deadline of a record. */
export const deadlineView = shownDeadline.extend({ kind: z.enum(DEADLINE_KINDS) })
export type DeadlineView = z.infer<typeof deadlineView>
