import type { Output, Parsed } from '../../../contract/index.ts'
import { reviewCopyLabel, reviewStateLabel } from '../../../contract/terms.ts'
import { highestMark } from '../documents/marking.ts'
import { refuse } from '../door/refuse.ts'
import type { Work } from '../door/unit.ts'
import { secretStill } from '../review/outcomes.ts'
import { marksOfReviews } from '../review/marks.ts'
import { lastOf, refuseReplaced, reviewById, type ReviewRecord, standing, type StepRecord, stepsOf } from '../review/records.ts'
import { leakedIn, leftOf, type Run } from '../review/redaction.ts'
import { keptText, type KeptText, whySecret } from '../review/texts.ts'
import { frame, withoutBrackets } from './frame.ts'

type Case = { review: ReviewRecord; steps: readonly StepRecord[]; text: KeptText }

/** What may be a state secret is printed by nothing but the paper that it is on (保密法31). */
const refuseSecret = (work: Work, { review, steps, text: { row } }: Case): void => {
  const why = whySecret(work.read, { document: review.document, declassification: row.declassification, steps, version: row.version })
  if (why) refuse('rule.forbids', `${why}，本机不打印它的文本。请以纸质文本办理。`, { clause: '保密法31', field: 'version' })
}

/** 先审查、后公开: given out is the text that stands, decided 可公开 or 依申请公开, and no other (B1). */
const refuseUndecided = (work: Work, { review, steps }: Case): void => {
  const { number, state, version } = review
  const outcome = lastOf(standing(steps, version), 'decide')?.outcome
  const decided = outcome === 'open' || outcome === 'onApplication'
  if (!decided || state === 'cancelled')
    refuse('rule.forbids', `先审查、后公开：${number}现为“${reviewStateLabel[state]}”，现行文本没有确定为可以公开，不得打印公开文本。`, {
      clause: 'B1',
      field: 'review',
    })
  const secret = secretStill(work.read, review, steps)
  if (secret) refuse('rule.forbids', `${secret}不得打印公开文本，请重新审查。`, { clause: 'B10', field: 'review' })
}

/** Nothing that was deleted is in what goes out, wherever it stood (B10). */
export const refuseLeaked = (runs: readonly Run[], output: string): void => {
  if (leakedIn(runs, output) >= 0)
    refuse('rule.forbids', '公开文本中仍有涂黑删除的文字，没有打印。请更换文本，扩大涂黑删除的范围，重新审查。', { clause: 'B10', field: 'version' })
}

const markedRuns = (runs: readonly Run[]) =>
  runs.map((run) => ({
    words: run.words,
    deletion: run.deletion && { how: run.deletion.how, reason: run.deletion.reason, left: leftOf(runs, run) },
  }))

/** 审查用文本, for the three who sign: all of it, with its deletions. */
const marked = (work: Work, { review, text }: Case, fileStem: string) => ({
  frame: frame(work, { form: 'reviewText', about: review.number, fileStem, ...highestMark(marksOfReviews(work.read, [review.id])) }),
  digest: text.row.digest,
  runs: markedRuns(text.runs),
  file: null,
})

/** 公开文本: the applied text as the vault keeps it, on paper and as a file; it bears no mark, for it is for everybody. */
const released = (work: Work, { review, text }: Case, fileStem: string) => {
  refuseLeaked(text.runs, text.released)
  const fileName = `${fileStem}.txt`
  const ticket = work.shellTicket({ kind: 'text', fileName, text: text.released, about: review.number })
  return {
    frame: frame(work, { form: 'releasedText', about: review.number, fileStem, level: 'internal', mark: '' }),
    digest: null,
    runs: [{ words: text.released, deletion: null }],
    file: { ticket, fileName },
  }
}

/** The text of a version that is kept in the vault, as one of its two sheets. */
export const reviewTextPaper = (work: Work, { review: id, version, copy }: Parsed<'paper.reviewText'>): Output<'paper.reviewText'> => {
  const review = reviewById(work, id)
  work.about(review.number)
  const found: Case = { review, steps: stepsOf(work.read, id), text: keptText(work.read, review, version) }
  if (copy === 'released') {
    refuseReplaced(review, version)
    refuseUndecided(work, found)
  }
  refuseSecret(work, found)
  const fileStem = `${reviewCopyLabel[copy]}-${withoutBrackets(review.number)}-第${version}版`
  const { row } = found.text
  const sheet = copy === 'marked' ? marked(work, found, fileStem) : released(work, found, fileStem)
  return { copy, number: review.number, version, title: row.title, madeOn: row.made_on, releasedDigest: row.released as string, ...sheet }
}
