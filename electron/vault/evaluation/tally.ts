import { APPLICANT_KINDS, type ApplicantKind } from '../../../contract/terms.ts'
import type { Read } from '../door/unit.ts'
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

/** The class of whoever made an application, as it stands; none where its words are gone. */
const KIND = 'LEFT JOIN application AS a ON a.disclosure = d.id AND a.version = d.version'

/** The tally of all, and of each class of applicants. `unfound`: how many count as ended without a step that says when. */
export type Tallies = { all: Tally; kinds: ReadonlyMap<ApplicantKind, Tally>; unfound: number }

const sumOf = (rows: readonly (Tally & { kind: unknown })[]): Tally =>
  rows.reduce(
    (sum, row) => ({
      receivedBefore: sum.receivedBefore + row.receivedBefore,
      receivedThrough: sum.receivedThrough + row.receivedThrough,
      endedBefore: sum.endedBefore + row.endedBefore,
      endedThrough: sum.endedThrough + row.endedThrough,
    }),
    NONE,
  )

/** How many stand as ended, by their states alone. */
const standEnded = (read: Read): number =>
  read.get<{ n: number }>(
    `SELECT (SELECT count(*) FROM disclosure_item WHERE state IN ('answered','delivered','ended'))
     + (SELECT count(*) FROM disclosure AS d WHERE d.state IN ('abandoned','withdrawn') AND ${NO_ITEM}) AS n`,
  )?.n ?? 0

export const talliesOf = (read: Read, { from, to }: Days): Tallies => {
  const received = read.all<Tally & { kind: ApplicantKind | null }>(
    `SELECT a.kind, count(*) AS receivedThrough, sum(d.received_on < ?) AS receivedBefore, 0 AS endedBefore, 0 AS endedThrough FROM disclosure AS d ${KIND}
     LEFT JOIN disclosure_item AS i ON i.disclosure = d.id WHERE d.received_on <= ? GROUP BY a.kind`,
    from,
    to,
  )
  const ended = read.all<Tally & { kind: ApplicantKind | null; found: number }>(
    `SELECT a.kind, 0 AS receivedThrough, 0 AS receivedBefore, sum(ended < ?) AS endedBefore, sum(ended <= ?) AS endedThrough, count(ended) AS found
     FROM (${ENDINGS}) AS e JOIN disclosure AS d ON d.id = e.disclosure ${KIND} GROUP BY a.kind`,
    from,
    to,
  )
  const kinds = new Map<ApplicantKind, Tally>()
  for (const kind of APPLICANT_KINDS) kinds.set(kind, sumOf([...received, ...ended].filter((row) => row.kind === kind)))
  const found = ended.reduce((sum, row) => sum + row.found, 0)
  return { all: sumOf([...received, ...ended]), kinds, unfound: standEnded(read) - found }
}
