/** How a limit in working days shows: its day, what it says beside the law, and its arithmetic day by day (日历, 条例33). */
import { z } from 'zod'
import { day } from './fields.ts'
import { DEADLINE_KINDS } from './terms.ts'

/** One day of the arithmetic: whether it counts, which it is, and why. */
export const countedDay = z.strictObject({ day, counts: z.boolean(), number: z.int().nullable(), why: z.string() })
export type CountedDay = z.infer<typeof countedDay>

/** Days that do not count: those after `from`, up to and with `to`. While `to` is null the clock stands still. */
export const pause = z.strictObject({ from: day, to: day.nullable() })
export type Pause = z.infer<typeof pause>

export const deadlineView = z.strictObject({
  kind: z.enum(DEADLINE_KINDS),
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
})
export type DeadlineView = z.infer<typeof deadlineView>
