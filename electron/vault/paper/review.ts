import type { reviewPapers } from '../../../contract/paper.ts'
import type { ReviewView } from '../../../contract/review-views.ts'
import { highestMark } from '../documents/marking.ts'
import { refuse } from '../door/refuse.ts'
import type { Desk, Work } from '../door/unit.ts'
import { marksOfReviews } from '../review/marks.ts'
import { get as reviewView, summary as summaryOf } from '../review/reading.ts'
import { frame, withoutBrackets } from './frame.ts'
import { reviewTextPaper } from './review-text.ts'

/** The mark of a sheet on these cases: the highest of the papers that they come from and of their 拟定密级. */
const marksOn = (work: Work, reviews: readonly number[]) => highestMark(marksOfReviews(work.read, reviews))

/** A case as a sheet tells it. */
export const onPaper = ({ history: _past, acts: _next, document, ...review }: ReviewView) => ({ ...review, document: document?.number ?? null })

const shown = (work: Work, id: number) => onPaper(reviewView(work, { review: id }))

/** What 保密审查 prints. A sheet that names what comes from a classified paper bears that paper's mark, and what was answered to be a state secret its 拟定密级. */
export const reviewPapersDesk: Desk<typeof reviewPapers> = {
  'paper.review': (work, { review: id }) => {
    const review = shown(work, id)
    const fileStem = `保密审查表-${withoutBrackets(review.number)}`
    return { frame: frame(work, { form: 'review', about: review.number, fileStem, ...marksOn(work, [id]) }), review }
  },
  'paper.referral': (work, { review: id }) => {
    const review = shown(work, id)
    work.about(review.number)
    if (review.referrals.length === 0)
      refuse('rule.forbids', `${review.number}还没有报请，没有送审函。请先登记报请。`, { clause: 'B14', field: 'review' })
    const fileStem = `送审函-${withoutBrackets(review.number)}`
    return { frame: frame(work, { form: 'referral', about: review.number, fileStem, ...marksOn(work, [id]) }), review }
  },
  'paper.reviewText': reviewTextPaper,
  'paper.reviewSummary': (work, { year, month }) => {
    const summary = summaryOf(work, { year, month })
    const of = `${year}-${String(month).padStart(2, '0')}`
    const marks = marksOn(
      work,
      summary.lines.map(({ id }) => id),
    )
    return { frame: frame(work, { form: 'reviewSummary', about: `审查汇总表${of}`, fileStem: `审查汇总表-${of}`, ...marks }), summary }
  },
}
