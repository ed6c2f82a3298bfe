import { REFER_DAYS } from '../../../contract/terms.ts'
import { loadedCalendars } from '../calendar/loaded.ts'
import { workingDayAfter, workingDaysSince } from '../calendar/working-days.ts'
import type { Query } from '../door/unit.ts'
import { dueOfConsult } from './asking.ts'
import { type ReviewRecord, standing, stepsOf } from './records.ts'
import { referClock } from './viewing.ts'

/** What is due of a case; `left`: working days to its last day, −1 once that is past. */
export type Due = { what: 'consult' | 'refer'; number: string; due: string; left: number }

/** Working days ahead of the last day from which it is spoken of. */
const AHEAD_DAYS = 2

/** 征求意见 that wait for their answer and 报请 that wait to be sent, of the cases that this person handles, once they are near (条例32, 实施条例25). */
export const duesOf = (query: Pick<Query, 'read' | 'wall' | 'asking'>): Due[] => {
  const { read, wall, asking } = query
  const today = wall.slice(0, 10)
  const calendars = loadedCalendars(read)
  const leftTo = (due: string) => (due < today ? -1 : (workingDaysSince(calendars, today, due) ?? REFER_DAYS))
  const near = (what: Due['what'], number: string, due: string | null): Due[] => {
    if (due === null || due > (workingDayAfter(calendars, today, AHEAD_DAYS) ?? due)) return []
    return [{ what, number, due, left: leftTo(due) }]
  }
  return read
    .all<Pick<ReviewRecord, 'id' | 'number' | 'state' | 'version'>>(
      "SELECT id, number, state, version FROM review WHERE handling = ? AND state IN ('drafted','pending','opined','examined','answered','toRefer') ORDER BY id",
      asking.person.id,
    )
    .flatMap((review) => {
      const steps = stepsOf(read, review.id)
      const own = standing(steps, review.version)
      const answered = new Set(own.flatMap(({ facts }) => facts.consult ?? []))
      const asked = review.state === 'toRefer' ? [] : own.filter(({ act, id }) => act === 'consult' && !answered.has(id))
      return [
        ...asked.flatMap((step) => near('consult', review.number, dueOfConsult(calendars, step))),
        ...near('refer', review.number, referClock(read, review, steps)?.due ?? null),
      ]
    })
}
