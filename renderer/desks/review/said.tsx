import type { ReactNode } from 'react'
import type { ReviewStepView, ReviewView } from '../../../contract/review-views.ts'
import {
  channelLabel,
  checkAnswerLabel,
  checkItemLabel,
  consultAnswerLabel,
  levelLabel,
  reviewActLabel,
  reviewOutcomeLabel,
  seatLabel,
} from '../../../contract/terms.ts'
import { Deadline } from '../../components/deadline.tsx'
import { Signed } from '../../components/signature.tsx'
import { When } from '../../components/when.tsx'
import { basisInWords, outcomeInWords, stepOf, wayInWords } from './about.tsx'

type Of = { of: ReviewView }

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <>
    <h3>{title}</h3>
    {children}
  </>
)

/** The seven items as the opinion that stands answers them (B2). */
export const Checked = ({ of: review }: Of) => {
  const checklist = stepOf(review, 'opinion')?.checklist
  return (
    checklist && (
      <Part title="审查清单">
        <table className="short-list review-checklist">
          <tbody>
            {checklist.map(({ item, answer, note, level }) => (
              <tr key={item}>
                <th scope="row">{checkItemLabel[item]}</th>
                <td className={answer === 'no' ? undefined : 'waits'}>{checkAnswerLabel[answer]}</td>
                <td>
                  {level && <strong>拟定密级 {levelLabel[level]}　</strong>}
                  {note}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
    )
  )
}

/** The askings, the referral, the releases say more in parts of their own. */
const TOLD_ELSEWHERE = ['consult', 'consulted', 'refer', 'reply', 'release']

const Step = ({ of: step }: { of: ReviewStepView }) => {
  const outcome = outcomeInWords(step)
  return (
    <li className={step.stands ? undefined : 'review-void'}>
      <Signed act={reviewActLabel[step.act]} mark={step.signature} />
      {step.seat && <span className="quiet">　领导小组{seatLabel[step.seat]}</span>}
      {!step.stands && <div className="quiet">第{step.version}版，已失效</div>}
      {(outcome || step.words) && !TOLD_ELSEWHERE.includes(step.act) && (
        <div>
          {outcome && <strong>{outcome}</strong>}
          {step.to && <strong>改由{step.to}承办　</strong>}
          {step.words && `${outcome ? '　' : ''}${step.words}`}
        </div>
      )}
      {step.basis.length > 0 && <div>依据：{basisInWords(step)}</div>}
      {step.interest && <div>公共利益：{step.interest}</div>}
    </li>
  )
}

/** Every signed step, oldest first; what a later text or a giving back voided stays, and says so. */
export const Steps = ({ of: { steps } }: Of) =>
  steps.length > 0 && (
    <Part title="签署">
      <ol className="lines review-steps">
        {steps.map((step) => (
          <Step key={step.id} of={step} />
        ))}
      </ol>
    </Part>
  )

export const Consults = ({ of: { consults, version } }: Of) =>
  consults.length > 0 && (
    <Part title="征求权利人意见">
      <ul className="lines">
        {consults.map((one) => (
          <li key={one.id} className={one.version === version ? undefined : 'review-void'}>
            <div className="line-head">
              <strong>{one.to}</strong>
              <span>
                {one.sentOn} 发出{one.letter && `　${one.letter}`}
              </span>
              <span className="quiet">第{one.version}版</span>
            </div>
            {one.answer === null ? (
              <>
                <div className="waits">等待答复</div>
                <Deadline of={one.clock} />
              </>
            ) : (
              <div>
                {consultAnswerLabel[one.answer]}　{one.answeredOn}
                {one.words && `　${one.words}`}
              </div>
            )}
          </li>
        ))}
      </ul>
    </Part>
  )

export const Referrals = ({ of: { referrals } }: Of) =>
  referrals.length > 0 && (
    <Part title="报请确定">
      <ul className="lines">
        {referrals.map((one) => (
          <li key={`${one.version} ${one.letter}`}>
            <div className="line-head">
              <strong>{one.organ}</strong>
              <span>
                {one.sentOn}　{one.letter}
              </span>
              <span className="quiet">第{one.version}版</span>
            </div>
            <div>① 信息文本：{one.text}</div>
            <div>② 原因公文：{one.cause}</div>
            {one.others.length > 0 && <div>③ 其他材料：{one.others.join('、')}</div>}
            {one.reply ? (
              <div>
                批复 {one.reply.number}　{one.reply.repliedOn}　<strong>{reviewOutcomeLabel[one.reply.conclusion]}</strong>
                {one.reply.words && `　${one.reply.words}`}
              </div>
            ) : (
              <div className="waits">等待批复，其间不得公开（B13）</div>
            )}
          </li>
        ))}
      </ul>
    </Part>
  )

export const Releases = ({ of: { releases } }: Of) =>
  releases.length > 0 && (
    <Part title="发布">
      <ul className="lines">
        {releases.map((one) => (
          <li key={one.signature.code}>
            {one.releasedOn}　{channelLabel[one.channel]}　{one.where}　<span className="quiet">第{one.version}版</span>
          </li>
        ))}
      </ul>
    </Part>
  )

/** The texts before the one that stands, newest first, with what each changed. */
export const Versions = ({ of: { versions } }: Of) =>
  versions.length > 1 && (
    <Part title="历次文本">
      <ul className="lines">
        {versions.toReversed().map((one) => (
          <li key={one.version}>
            <div className="line-head">
              <strong>第{one.version}版</strong>
              <span>
                {one.madeOn}　{one.pages} 页
              </span>
              <span className="quiet">
                {one.by} <When at={one.at} />
              </span>
            </div>
            <div>
              {one.title}
              {one.symbol && `　${one.symbol}`}
            </div>
            {one.changes && <div>改动：{one.changes}</div>}
            <div className="quiet">{wayInWords(one)}</div>
          </li>
        ))}
      </ul>
    </Part>
  )
