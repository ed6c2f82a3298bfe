import type { ReviewStepView, ReviewVersion, ReviewView } from '../../../contract/review-views.ts'
import {
  carrierLabel,
  channelLabel,
  checkAnswerLabel,
  checkItemLabel,
  levelLabel,
  REVIEW_STEPS,
  reviewBasisLabel,
  reviewOutcomeLabel,
  type ReviewStep,
} from '../../../contract/terms.ts'

/** The text that stands. */
export const textOf = ({ versions }: ReviewView): ReviewVersion => versions.at(-1) as ReviewVersion

/** The last step of a kind that stands. */
export const stepOf = ({ steps }: ReviewView, act: ReviewStep): ReviewStepView | undefined =>
  steps.findLast((step) => step.act === act && step.stands)

/** 是 and 不确定 with what was said of them; 否 of the others in one word. */
export const checklistInWords = ({ checklist }: ReviewStepView): string => {
  const told = (checklist ?? []).filter(({ answer }) => answer !== 'no')
  const said = told.map(({ item, answer, note, level }) => {
    const why = [level && `拟定密级${levelLabel[level]}`, note].filter(Boolean).join('，')
    return `${checkItemLabel[item]} ${checkAnswerLabel[answer]}${why ? `（${why}）` : ''}`
  })
  const others = (checklist?.length ?? 0) - told.length
  return [...said, ...(others > 0 ? [told.length === 0 ? '七项均为否' : `其余${others}项为否`] : [])].join('；')
}

export const basisInWords = ({ basis }: Pick<ReviewStepView, 'basis'>): string => basis.map((one) => reviewBasisLabel[one]).join('；')

export const outcomeInWords = ({ outcome, agree }: Pick<ReviewStepView, 'outcome' | 'agree'>): string => {
  if (agree !== null) return agree ? '同意' : '退回科室'
  if (outcome === null) return ''
  return outcome === 'return' ? '退回科室' : reviewOutcomeLabel[outcome]
}

/** How, when and to whom. */
export const wayInWords = ({ channels, channelNote, plannedOn, audience }: ReviewVersion): string =>
  [
    channels.map((one) => (one === 'elsewhere' && channelNote ? `${channelLabel[one]}（${channelNote}）` : channelLabel[one])).join('、'),
    plannedOn,
    audience,
  ]
    .filter(Boolean)
    .join('　')

/** What is to be signed for, as whoever signs reads it: the text, and what the steps before said. */
export const About = ({ of: review }: { of: ReviewView }) => {
  const text = textOf(review)
  const before = REVIEW_STEPS.flatMap((act) => stepOf(review, act) ?? [])
  const way = wayInWords(text)
  return (
    <div className="review-about">
      <p>
        {carrierLabel[review.carrier]}　{text.title}
        {text.symbol && `　${text.symbol}`}　第{text.version}版，{text.pages} 页
      </p>
      {text.text && (
        <p className="quiet">
          文本录入本机，{text.text.deletions === 0 ? '全文公开' : `涂黑、删除 ${text.text.deletions} 处`}
          ；签的就是这份文本（可先按“查看审查文本”逐处核对）
        </p>
      )}
      {way && <p className="quiet">{way}</p>}
      {before.map((step) => (
        <p key={step.id} className="quiet">
          {step.act === 'opinion' ? `科室意见　${outcomeInWords(step)}` : `小组审核　${outcomeInWords(step)}`}
          {step.words && `（${step.words}）`}　{step.signature.by}
          {step.checklist && `　${checklistInWords(step)}`}
        </p>
      ))}
    </div>
  )
}
