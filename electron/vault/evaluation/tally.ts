import type { ApplicantKind } from '../../../contract/terms.ts'
import type { Read, Value } from '../door/unit.ts'
import { COUNTED, type Days } from './units.ts'

/** How many were received, and how many had ended, before these days and by the end of them. */
export type Tally = { receivedBefore: number; receivedThrough: number; endedBefore: number; endedThrough: number }
const NONE: Tally = { receivedBefore: 0, receivedThrough: 0, endedBefore: 0, endedThrough: 0 }

/** The four rows that are no sub-rows. */
export const wholeOf = ({ receivedBefore, receivedThrough, endedBefore, endedThrough }: Tally = NONE) => ({
  received: receivedThrough - receivedBefore,
  carriedIn: receivedBefore - endedBefore,
  concluded: endedThrough - endedBefore,
  carriedOn: receivedThrough - endedThrough,
})

/** The day of a step: as it says itself, else that of the office's wall clock. */
const dayOf = (named: string) => `coalesce(json_extract(s.facts, '$.${named}'), substr(datetime(s.at, '+8 hours'), 1, 10))`
const NO_ITEM = 'NOT EXISTS (SELECT 1 FROM disclosure_item AS i WHERE i.disclosure = d.id)'

/**
 * What ended, each with its day: answers by the last approval of every item that stands answered; what was given up or withdrawn by the closing step.
 * It goes through the whole record, and shares nothing with the table but the rows.
 */
const ENDINGS = `SELECT disclosure, ended FROM (SELECT s.disclosure, max(s.id), ${dayOf('repliedOn')} AS ended FROM disclosure_step AS s
    JOIN disclosure_item AS i ON i.id = s.item WHERE s.${COUNTED} AND s.act = 'approve' AND i.state IN ('answered','delivered') GROUP BY s.item)
  UNION ALL SELECT s.disclosure, ${dayOf('on')} FROM disclosure_step AS s JOIN disclosure_item AS i ON i.disclosure = s.disclosure
    WHERE s.${COUNTED} AND s.act IN ('abandoned','withdrawn') AND i.state = 'ended'
  UNION ALL SELECT s.disclosure, ${dayOf('on')} FROM disclosure_step AS s JOIN disclosure AS d ON d.id = s.disclosure
    WHERE s.${COUNTED} AND s.act IN ('abandoned','withdrawn') AND d.state IN ('abandoned','withdrawn') AND ${NO_ITEM}`

/** Of every application alike, whoever made it. */
export const tallyOf = (read: Read, { from, to }: Days): Tally => {
  const one = <T>(sql: string, ...params: Value[]) => read.get<T>(sql, ...params) as T
  return {
    ...one<Pick<Tally, 'receivedBefore' | 'receivedThrough'>>(
      `SELECT count(*) AS receivedThrough, coalesce(sum(d.received_on < ?), 0) AS receivedBefore
       FROM disclosure AS d LEFT JOIN disclosure_item AS i ON i.disclosure = d.id WHERE d.received_on <= ?`,
      from,
      to,
    ),
    ...one<Pick<Tally, 'endedBefore' | 'endedThrough'>>(
      `SELECT coalesce(sum(ended < ?), 0) AS endedBefore, coalesce(sum(ended <= ?), 0) AS endedThrough FROM (${ENDINGS})`,
      from,
      to,
    ),
  }
}

/** The class of whoever made an application, as it stands. */
const KIND = 'JOIN application AS a ON a.disclosure = d.id AND a.version = d.version'

/** Class by class. */
export const talliesOf = (read: Read, { from, to }: Days): Map<ApplicantKind, Tally> => {
  const received = read.all<Tally & { kind: ApplicantKind }>(
    `SELECT a.kind, count(*) AS receivedThrough, sum(d.received_on < ?) AS receivedBefore FROM disclosure AS d ${KIND}
     LEFT JOIN disclosure_item AS i ON i.disclosure = d.id WHERE d.received_on <= ? GROUP BY a.kind`,
    from,
    to,
  )
  const ended = read.all<Tally & { kind: ApplicantKind }>(
    `SELECT a.kind, sum(ended < ?) AS endedBefore, sum(ended <= ?) AS endedThrough FROM (${ENDINGS}) AS e JOIN disclosure AS d ON d.id = e.disclosure ${KIND} GROUP BY a.kind`,
    from,
    to,
  )
  const kinds = new Map<ApplicantKind, Tally>()
  for (const { kind, ...counts } of [...received, ...ended]) kinds.set(kind, { ...NONE, ...kinds.get(kind), ...counts })
  return kinds
}

/** How many count as ended without a step that says when. */
export const unfound = (read: Read): number => {
  const row = read.get<{ n: number }>(
    `SELECT (SELECT count(*) FROM disclosure_item WHERE state IN ('answered','delivered','ended'))
     + (SELECT count(*) FROM disclosure AS d WHERE d.state IN ('abandoned','withdrawn') AND ${NO_ITEM}) - (SELECT count(ended) FROM (${ENDINGS})) AS n`,
  )
  return row?.n ?? 0
}
