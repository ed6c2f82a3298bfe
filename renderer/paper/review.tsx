import type { ReactNode } from 'react'
import type { ReviewPaper } from '../../contract/paper.ts'
import type { ReviewStepView, ReviewVersion } from '../../contract/review-views.ts'
import type { PrintedTemplate } from '../../contract/templates.ts'
import {
  ATTRIBUTES,
  attributeLabel,
  CARRIERS,
  carrierLabel,
  CHANNELS,
  CHECK_ANSWERS,
  CHECK_ITEMS,
  channelLabel,
  checkAnswerLabel,
  checkItemLabel,
  consultAnswerLabel,
  levelLabel,
  REVIEW_OUTCOMES,
  reviewBasisLabel,
  reviewOutcomeLabel,
  reviewStateLabel,
  seatLabel,
  type ReviewStep,
} from '../../contract/terms.ts'
import { STRUCK } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { byHand, headOf } from './rows.tsx'
import type { Section } from './section.tsx'
import { Signed } from './signed.tsx'
import { boxesOn, half, whole } from './template.tsx'
import { dayOfInstant, dayOnLine, yearOfInstant } from './wording.ts'

type Review = ReviewPaper['review']

/** Boxes to tick, as the paper has them. */
export const ticked = (choices: readonly { value: string; label: string }[], on: readonly string[]): string =>
  choices.map(({ value, label }) => `${on.includes(value) ? '☑' : '□'} ${label}`).join('　')

/** The text that stands. */
export const textOf = ({ versions }: Pick<Review, 'versions'>): ReviewVersion => versions.at(-1) as ReviewVersion

const stepOf = ({ steps }: Review, act: ReviewStep): ReviewStepView | undefined => steps.findLast((step) => step.act === act && step.stands)

/** 文号, and where there is none, or besides it, what it says. */
export const symbolOrSummary = ({ symbol, summary }: ReviewVersion): string => [symbol, summary].filter(Boolean).join('　')

const channelsOf = ({ channels, channelNote }: ReviewVersion): string =>
  ticked(
    CHANNELS.map((value) => ({
      value,
      label: value === 'elsewhere' && channelNote ? `${channelLabel[value]}（${channelNote}）` : channelLabel[value],
    })),
    channels,
  )

const headBoxes = (review: Review) => {
  const { carrier, unit, department, handler, document } = review
  const text = textOf(review)
  return {
    unit: half(unit),
    department: half(department),
    title: whole(text.title),
    symbol: whole(symbolOrSummary(text)),
    carrier: half(
      ticked(
        CARRIERS.map((value) => ({ value, label: carrierLabel[value] })),
        [carrier],
      ),
    ),
    attribute: half(
      carrier === 'official'
        ? ticked(
            ATTRIBUTES.map((value) => ({ value, label: attributeLabel[value] })),
            [text.attribute ?? ''],
          )
        : STRUCK,
    ),
    channels: whole(channelsOf(text)),
    plannedOn: half(text.plannedOn ? dayOnLine(text.plannedOn) : STRUCK),
    audience: half(text.audience ?? STRUCK),
    madeOn: half(`${dayOnLine(text.madeOn)}　${text.pages} 页${text.text ? `\n公开文本 ${text.text.released.slice(0, 16)}` : ''}`),
    source: half(document ?? STRUCK),
    handler: whole(`${handler.name}　${handler.department}`),
  }
}

const ANSWERS = CHECK_ANSWERS.map((value) => ({ value, label: checkAnswerLabel[value] }))

/** Item by item (B2); before the opinion, boxes to tick by hand. */
const checklistSection = (opinion: ReviewStepView | undefined): Section => ({
  key: 'checklist',
  columns: [44, 56, 88],
  head: headOf([{ head: '审查清单' }, { head: '是、否、不确定' }, { head: '情况' }]),
  rows: CHECK_ITEMS.map((item) => {
    const given = opinion?.checklist?.find((one) => one.item === item)
    return (
      <tr key={item}>
        <td>{checkItemLabel[item]}</td>
        <td>{ticked(ANSWERS, given ? [given.answer] : [])}</td>
        <td>{[given?.level && `拟定密级：${levelLabel[given.level]}。`, given?.note].filter(Boolean).join('')}</td>
      </tr>
    )
  }),
})

/** Whoever was asked about this text, and what they answered (B4); struck out once decided without. */
const consultsBox = ({ consults, version }: Review, over: boolean) => {
  const own = consults.filter((one) => one.version === version)
  if (own.length === 0) return whole(over ? STRUCK : '')
  const told = own.map(({ to, sentOn, letter, answer, answeredOn, words }) => {
    const answered = answer && answeredOn ? `${consultAnswerLabel[answer]}（${dayOnLine(answeredOn)}）${words ?? ''}` : '尚未答复'
    return `${to}：${dayOnLine(sentOn)}征求${letter ? `（${letter}）` : ''}，${answered}`
  })
  return whole(told.join('。'))
}

/** Why it is not simply made public: what decides it, else what is proposed (B9). */
const groundsBox = (opinion: ReviewStepView | undefined, decided: ReviewStepView | undefined) => {
  const said = decided ?? opinion
  if (!said) return whole('', 'sheet-opinion')
  const basis = said.basis.map((one) => reviewBasisLabel[one]).join('；')
  const why = said.outcome === 'withheld' || said.outcome === 'onApplication' ? `${basis}${said.words ? `。理由：${said.words}` : ''}` : ''
  const interest = said.interest ? `公共利益理由：${said.interest}` : ''
  return whole([why, interest].filter(Boolean).join('。') || STRUCK)
}

const under = ({ signature, seat }: ReviewStepView, year: string): ReactNode => (
  <div className="paper-signature">
    {seat && <span>领导小组{seatLabel[seat]}</span>}
    <Signed mark={signature} year={year} />
  </div>
)

const OUTCOMES = REVIEW_OUTCOMES.map((value) => ({ value, label: reviewOutcomeLabel[value] }))
const AGREED = [
  { value: 'yes', label: '同意' },
  { value: 'no', label: '退回科室' },
]

/** One of the three steps: what was said, under its signature; else boxes to tick and a line to sign on. Struck out when the case ended without it. */
const stepBox = (
  step: ReviewStepView | undefined,
  who: string,
  { over, year, agreeing = false }: { over: boolean; year: string; agreeing?: boolean },
) => {
  if (!step && over) return whole(STRUCK)
  const choices = agreeing ? AGREED : OUTCOMES
  const on = !step ? [] : agreeing ? [step.agree ? 'yes' : 'no'] : [step.outcome ?? '']
  const said = step?.words ? `\n${step.words}` : ''
  return whole(`${ticked(choices, on)}${said}`, 'sheet-opinion', step ? under(step, year) : byHand(who))
}

/** What was made public, what was answered from above, how it ended. */
const remarksOf = ({ releases, referrals, version, versions, state }: Review): string =>
  [
    ...referrals.map(({ organ, sentOn, reply }) =>
      reply
        ? `${dayOnLine(sentOn)}报请${organ}，${dayOnLine(reply.repliedOn)}批复${reply.number}：${reviewOutcomeLabel[reply.conclusion]}`
        : `${dayOnLine(sentOn)}报请${organ}，待批复`,
    ),
    ...releases.map((one) => `${dayOnLine(one.releasedOn)}${channelLabel[one.channel]}发布第${one.version}版（${one.where}）`),
    ...(versions.length > 1 ? [`第${version}版：${textOf({ versions }).changes ?? ''}；此前各版的意见、审核、确定失效`] : []),
    ...(textOf({ versions }).transferred ? ['已移交档案馆'] : []),
    ...(['cancelled', 'byArchives', 'filed'].includes(state) ? [reviewStateLabel[state]] : []),
  ].join('。')

/** The boxes of the 保密审查表 of one case, for its text as it stands. */
export const reviewSections = (review: Review, template: PrintedTemplate): Section[] => {
  const { section = '', reviewer = '', leader = '' } = template.signers
  const [opinion, examined, decided] = [stepOf(review, 'opinion'), stepOf(review, 'examine'), stepOf(review, 'decide')]
  const over = ['cancelled', 'byArchives'].includes(review.state)
  const by = { over, year: yearOfInstant(review.enteredAt) }
  return boxesOn<'review'>(template, {
    ...headBoxes(review),
    checklist: checklistSection(opinion),
    consults: consultsBox(review, over || decided !== undefined),
    grounds: over && !opinion ? whole(STRUCK) : groundsBox(opinion, decided),
    opinion: stepBox(opinion, section, by),
    examined: stepBox(examined, reviewer, { ...by, agreeing: true }),
    decided: stepBox(decided, leader, by),
    remarks: whole(remarksOf(review)),
  })
}

/** The 保密审查表 of one case: A4 portrait, for its text as it stands. */
export const reviewForm = ({ frame, review }: ReviewPaper): Form => ({
  frame,
  landscape: false,
  title: '政务信息公开保密审查表',
  about: (
    <>
      <span>编号：{review.number}</span>
      <span>第 {review.version} 版</span>
      <span>填表日期：{dayOfInstant(textOf(review).at)}</span>
    </>
  ),
  rule: '先审查、后公开；文本变动的重新审查',
  sections: reviewSections(review, frame.template),
})
