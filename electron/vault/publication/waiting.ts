import type { Query, Value } from '../door/unit.ts'
import { standsAs } from './standing.ts'
import { among, type Condition } from '../storage/conditions.ts'

/** Ids of the entries that wait for what this person can do with them. */
const waitingFor = ({ asking: { roles, person }, wall }: Query): Condition[] => {
  const today = wall.slice(0, 10)
  const parts: Condition[] = []
  const add = ({ sql, params }: Condition, more = '', ...given: Value[]) =>
    parts.push({
      sql: `SELECT publication.id FROM publication LEFT JOIN review ON review.id = publication.review WHERE ${sql}${more}`,
      params: [...params, ...given],
    })
  const whole = roles.includes('officeHead')
  if (roles.includes('section')) {
    const own = ' AND publication.department = ?'
    for (const standing of ['ready', 'refused'] as const) add(standsAs(standing, today), own, person.department)
    // One under review waits at 保密审查; one without is the 科室's own to have reviewed
    add(standsAs('toReview', today), ` AND (publication.review IS NULL OR review.state = 'cancelled')${own}`, person.department)
    if (!whole) add(standsAs('toTakeDown', today), own, person.department)
  }
  if (whole) add(standsAs('toTakeDown', today))
  return parts
}

/** One of these. */
export const waitingAmong = (query: Query): Condition => among('publication.id', waitingFor(query))

/** How many entries wait for this person: the count of the menu. */
export const waitingPublications = (query: Query): number => {
  const { sql, params } = waitingAmong(query)
  return query.read.get<{ n: number }>(`SELECT count(*) AS n FROM publication WHERE ${sql}`, ...params)?.n ?? 0
}
