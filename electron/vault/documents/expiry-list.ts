import type { ExpiryLine, YearReviewView } from '../../../contract/documents-views.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import { type DocumentState, expiryOutcomeLabel, yearOutcomeLabel } from '../../../contract/terms.ts'
import { instantOf, wallClock } from '../door/clock.ts'
import type { Query, Read } from '../door/unit.ts'
import { expiryOn } from './expiry.ts'
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

/** The most that are listed on the screen or a sheet: more of them take longer than one waits, and nobody leafs through so many. */
export const MOST_LISTED = 1_000

/** What belongs on the list besides what ends: declassified in the year, or named by its 年度审核. `?` three times. */
const BESIDES = `SELECT document AS id FROM particulars WHERE declassified = 1 AND cause = 'declassification' AND at >= ? AND at < ?
  UNION SELECT value FROM json_each(?)`

/** Papers in keeping whose period ends by the end of the year, those declassified in it, and those named; in the order of their last day, and how many in all. */
const linesOf = (read: Read, year: number, named: readonly number[], most: number): { lines: Line[]; all: number } => {
  const until = `${year}-12-31`
  const besides = [instantOf(`${year}-01-01T00:00`).toISOString(), instantOf(`${year + 1}-01-01T00:00`).toISOString(), JSON.stringify(named)]
  const lines = read.all<Line>(
    `SELECT document.id, document.number, p.title, p.symbol, p.sender, p.level, p.mark, p.made_on AS madeOn, p.expires_on AS expiresOn, document.state, p.declassified
     FROM (SELECT * FROM (SELECT document AS id FROM search_ending WHERE expires_on <= ? ORDER BY expires_on, document LIMIT ?) UNION ${BESIDES}) AS listed
     JOIN document ON document.id = listed.id JOIN particulars AS p ON p.id = document.current ORDER BY p.expires_on IS NULL, p.expires_on, document.id LIMIT ?`,
    until,
    most,
    ...besides,
    most,
  )
  if (lines.length < most) return { lines, all: lines.length }
  const count = (sql: string, ...params: string[]) => read.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`, ...params)?.n ?? 0
  const ending = count('search_ending WHERE expires_on <= ?', until)
  const others = count(
    `(${BESIDES}) AS b WHERE NOT EXISTS (SELECT 1 FROM search_ending WHERE document = b.id AND expires_on <= ?)`,
    ...besides,
    until,
  )
  return { lines, all: ending + others }
}

/** 期满/解密清单 of a year, with the 年度审核 that were signed (domain 4). `most`: so many lines of it, those that ended first. */
export const expiryList = (
  { read, wall }: Pick<Query, 'read' | 'wall'>,
  { year }: Parsed<'documents.expiryList'>,
  most: number,
): Output<'documents.expiryList'> => {
  const reviews = yearReviewsOf(read, year)
  const last = reviews.at(-1)
  const named = last?.exceptions.map(({ document }) => document) ?? []
  const { lines, all } = linesOf(read, year, named, most)
  return {
    year,
    covered: secretsKept(read),
    lines: lines.map(({ state, declassified, ...line }) => ({
      ...line,
      expiry: expiryOn({ expiresOn: line.expiresOn, state, declassified }, wall.slice(0, 10)),
      outcome: outcomeOf(read, line.id, last),
    })),
    beyond: all - lines.length,
    reviews,
  }
}
