import type { ExpiryReviewView, YearReviewView } from '../../../contract/documents-views.ts'
import type { SignatureMark } from '../../../contract/fields.ts'
import type { ExpiryOutcome, YearOutcome } from '../../../contract/terms.ts'
import type { Read } from '../door/unit.ts'
import { signatureMark } from '../people/marks.ts'

const marked = (read: Read, signature: number) => signatureMark(read, signature) as SignatureMark

type ExpiryRow = {
  number: string
  at: string
  outcome: ExpiryOutcome
  reason: string
  expired: string | null
  signature: number
  approve_signature: number
}

/** The 期满审核 of a document, oldest first. */
export const reviewsOf = (read: Read, document: number): ExpiryReviewView[] =>
  read
    .all<ExpiryRow>(
      `SELECT number, expiry_review.at, outcome, expiry_review.reason, p.expires_on AS expired, signature, approve_signature FROM expiry_review
       JOIN particulars AS p ON p.id = expiry_review.before WHERE expiry_review.document = ? ORDER BY expiry_review.id`,
      document,
    )
    .map(({ signature, approve_signature, ...row }) => ({
      ...row,
      reviewed: marked(read, signature),
      approved: marked(read, approve_signature),
    }))

type YearRow = { id: number; number: string; year: number; at: string; documents: number; signature: number; approve_signature: number }

/** The 年度审核 of a year, oldest first: the last one stands. */
export const yearReviewsOf = (read: Read, year: number): YearReviewView[] =>
  read
    .all<YearRow>('SELECT id, number, year, at, documents, signature, approve_signature FROM year_review WHERE year = ? ORDER BY id', year)
    .map(({ signature, approve_signature, ...row }) => ({
      ...row,
      exceptions: read.all<{ document: number; number: string; outcome: YearOutcome; reason: string }>(
        `SELECT document, document.number, outcome, reason FROM year_review_item JOIN document ON document.id = document
         WHERE review = ? ORDER BY year_review_item.id`,
        row.id,
      ),
      reviewed: marked(read, signature),
      approved: marked(read, approve_signature),
    }))

/** Whether a year was reviewed. */
export const wasReviewed = (read: Read, year: number): boolean => read.get('SELECT 1 FROM year_review WHERE year = ? LIMIT 1', year) !== undefined
