import { PUBLISH_DAYS, TAKE_DOWN_DAYS } from '../../../contract/terms.ts'
import { daysAfter } from '../door/clock.ts'
import type { Query } from '../door/unit.ts'

/** An entry with the day that it has. */
export type Due = { number: string; on: string }

/** Whose entries are spoken of to this person: of their own 科室, or all to 公开办; null: none. */
const spokenOf = ({ asking: { roles, person } }: Query): { sql: string; params: string[] } | null => {
  if (roles.includes('officeHead')) return { sql: '', params: [] }
  return roles.includes('section') ? { sql: ' AND publication.department = ?', params: [person.department] } : null
}

/** What should be made public within five days, or should have been (条例26), first what is longest past. */
export const publishDue = (query: Query): Due[] => {
  const whose = spokenOf(query)
  if (!whose) return []
  return query.read.all<Due>(
    `SELECT publication.number, due AS "on" FROM deadline JOIN publication ON publication.id = deadline.record
     WHERE deadline.open = 1 AND due <= ? AND of_table = 'publication'${whose.sql} ORDER BY due LIMIT 200`,
    daysAfter(query.wall.slice(0, 10), PUBLISH_DAYS[0]),
    ...whose.params,
  )
}

/** What leaves the 网站 within thirty days, or should have left it (A三(三)). */
export const takeDownDue = (query: Query): Due[] => {
  const whose = spokenOf(query)
  if (!whose) return []
  return query.read.all<Due>(
    `SELECT number, take_down_by AS "on" FROM publication WHERE take_down_by IS NOT NULL AND take_down_by <= ?${whose.sql}
     ORDER BY take_down_by LIMIT 200`,
    daysAfter(query.wall.slice(0, 10), TAKE_DOWN_DAYS[0]),
    ...whose.params,
  )
}

/** Days for which an officer is told that something public was found secret. */
const SECRET_DAYS = 7

/** What was withdrawn of late since it was found secret: the 保密员 enters it under 违规遗失, whoever withdrew it (实施条例61). */
export const foundSecret = ({ read, asking, now }: Query): string[] => {
  if (!asking.roles.includes('officer')) return []
  const since = new Date(now.getTime() - SECRET_DAYS * 86_400_000).toISOString()
  return read
    .all<{ number: string }>(
      `SELECT DISTINCT publication.number FROM publication_step JOIN publication ON publication.id = publication
       WHERE cause = 'secret' AND publication_step.at >= ?`,
      since,
    )
    .map(({ number }) => number)
}
