import type { ExpiryLine, YearReviewView } from '../../../contract/documents-views.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import { type DocumentState, expiryOutcomeLabel, yearOutcomeLabel } from '../../../contract/terms.ts'
import { instantOf, wallClock } from '../door/clock.ts'
import type { Query, Read } from '../door/unit.ts'
import { expiryOn, KEPT } from './expiry.ts'
import { reviewsOf, yearReviewsOf } from './reviews.ts'
import { versionsOf } from './versions.ts'
import { secretsKept } from './year-review.ts'

const dayOf = (instant: string) => wallClock(new Date(instant)).slice(0, 10)

/** What was reviewed and noticed about a document, in words, oldest first; the 年度审核 last. */
const outcomeOf = (read: Read, document: number, review: YearReviewView | undefined): string => {
  const reviewed = reviewsOf(read, document).map(({ number, at, outcome }) => ({
    at,
    says: `${number}（${dayOf(at)}）${expiryOutcomeLabel[outcome]}`,
  }))
  const noticed = versionsOf(read, document).flatMap(({ at, cause, notice, review: by, mark }) =>
    notice && by === null
      ? [{ at, says: `按${notice.issuer}${notice.symbol}（${notice.date}）${cause === 'declassification' ? '解密' : `变更为${mark}`}` }]
      : [],
  )
  const named = review?.exceptions.find((one) => one.document === document)
  return [
    ...[...reviewed, ...noticed].toSorted((one, other) => one.at.localeCompare(other.at)).map(({ says }) => says),
    ...(named ? [`${review?.number}${yearOutcomeLabel[named.outcome]}：${named.reason}`] : []),
  ].join('；')
}

type Line = Omit<ExpiryLine, 'expiry' | 'outcome'> & { state: DocumentState; declassified: number }

/** Papers in keeping whose period ends by the end of the year, those declassified in it, and those named; in the order of their last day. */
const linesOf = (read: Read, year: number, named: readonly number[]): Line[] =>
  read.all<Line>(
    `SELECT document.id, document.number, p.title, p.symbol, p.sender, p.level, p.mark, p.made_on AS madeOn, p.expires_on AS expiresOn, document.state, p.declassified
     FROM (SELECT d.id FROM particulars AS e JOIN document AS d ON d.id = e.document AND d.current = e.id WHERE e.expires_on <= ? AND d.state IN (${KEPT})
       UNION SELECT d.document FROM particulars AS d WHERE d.declassified = 1 AND d.cause = 'declassification' AND d.at >= ? AND d.at < ?
       UNION SELECT value FROM json_each(?)) AS listed
     JOIN document ON document.id = listed.id JOIN particulars AS p ON p.id = document.current ORDER BY p.expires_on IS NULL, p.expires_on, document.id`,
    `${year}-12-31`,
    instantOf(`${year}-01-01T00:00`).toISOString(),
    instantOf(`${year + 1}-01-01T00:00`).toISOString(),
    JSON.stringify(named),
  )

/** 期满/解密清单 of a year, with the 年度审核 that were signed (domain 4). */
export const expiryList = ({ read, wall }: Query, { year }: Parsed<'documents.expiryList'>): Output<'documents.expiryList'> => {
  const reviews = yearReviewsOf(read, year)
  const last = reviews.at(-1)
  const named = last?.exceptions.map(({ document }) => document) ?? []
  return {
    year,
    covered: secretsKept(read),
    lines: linesOf(read, year, named).map(({ state, declassified, ...line }) => ({
      ...line,
      expiry: expiryOn({ expiresOn: line.expiresOn, state, declassified }, wall.slice(0, 10)),
      outcome: outcomeOf(read, line.id, last),
    })),
    reviews,
  }
}
