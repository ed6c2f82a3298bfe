import type { ReactNode } from 'react'
import type { SignatureMark } from '../../contract/fields.ts'
import type { ReproductionPaper } from '../../contract/paper.ts'
import {
  copyBanLabel,
  copyKindLabel,
  expiredLabel,
  levelLabel,
  type ReproductionState,
  reproductionKindLabel,
  reproductionStateLabel,
} from '../../contract/terms.ts'
import { DAY_BY_HAND, STRUCK } from './boxes.tsx'
import { compressCopyNos } from './copy-numbers.ts'
import type { Form } from './pages.tsx'
import { itemsSection, sourcesSection } from './reproduction-items.tsx'
import { byHand } from './rows.tsx'
import { Signed } from './signed.tsx'
import { boxesOn, half, whole } from './template.tsx'
import { dayOfInstant, dayOnLine, instantOnLine, yearOfInstant } from './wording.ts'

type Asked = ReproductionPaper['reproduction']
type Signers = ReproductionPaper['frame']['template']['signers']

/** No box of these is to be signed by hand any more. */
const OVER: readonly ReproductionState[] = ['rejected', 'cancelled']

const beside = (text: ReactNode) => half(text, 'sheet-scope')

/** Of what: the original, box by box; of a 汇编 its own title and mark, and its sources in a table below (实施条例27). */
const originalBoxes = (asked: Asked) => {
  const { sources, mark } = asked
  const none = { symbol: null, sender: null, number: null, copyNo: null, ban: null, counted: null }
  if (asked.kind === 'compilation') return { ...none, title: whole(asked.title), mark: whole(mark), sources: sourcesSection(sources) }
  const [{ number, copyNo, document }] = sources as [Asked['sources'][number]]
  return {
    title: whole(document.title),
    mark: whole(document.mark),
    symbol: beside(document.symbol ?? STRUCK),
    sender: beside(document.sender),
    number: beside(number),
    copyNo: beside(copyNo ?? STRUCK),
    ban: beside(document.copyBan ? `有（${copyBanLabel}）` : '无'),
    counted: beside(`${document.counted} 份`),
    sources: null,
  }
}

/** By whose consent each 绝密 original is copied; struck where none is asked for, empty where it is missing still. */
const consentsTo = ({ sources }: Asked): string => {
  const secret = sources.filter(({ document, consent }) => document.level === 'topSecret' || consent !== null)
  if (secret.length === 0) return STRUCK
  return secret
    .flatMap(({ number, consent }) =>
      consent ? [`${sources.length > 1 ? `${number}：` : ''}${consent.issuer}　${consent.symbol}　${dayOnLine(consent.date)}`] : [],
    )
    .join('；')
}

/** What is asked for, of which paper, for whom, where (domain 2). */
const askedBoxes = (asked: Asked) => {
  return {
    ...originalBoxes(asked),
    department: beside(asked.department),
    applicant: beside(`${asked.applicant.name}${asked.enteredBy ? `（${asked.enteredBy}代录）` : ''}`),
    asked: beside(`${asked.asked} 份`),
    place: beside(asked.place),
    purpose: whole(asked.purpose),
    extent: asked.extent === null ? null : whole(asked.extent),
    recipients: whole(asked.recipients.map(({ name, department }) => `${name}（${department}）`).join('、')),
    consent: whole(consentsTo(asked)),
  }
}

/** A step with its signature; unsigned, what is to be written and signed by hand, or a stroke when it never will be. */
const step = (asked: Asked, mark: SignatureMark | null, said: string, blank: string, who: string) => {
  if (mark === null && OVER.includes(asked.state)) return whole(STRUCK)
  const foot = mark ? <Signature mark={mark} year={yearOfInstant(asked.enteredAt)} /> : byHand(who)
  return whole(mark ? said : blank, 'sheet-opinion', foot)
}
const Signature = ({ mark, year }: { mark: SignatureMark; year: string }) => (
  <div className="paper-signature">
    <Signed mark={mark} year={year} />
  </div>
)

/** What was decided, then what was said beside it; the same word is not said twice. */
const withOpinion = (decided: string, opinion: string | null) => `${decided}。${opinion === null || opinion === decided ? '' : opinion}`

/** 部门意见, then 分管领导审批 with 批准份数 and 有效期 (F1(5)a, b). A request that the department turned down never came to the leader. */
const approvalBoxes = (asked: Asked, { section = '', leader = '' }: Signers) => {
  const agreed = asked.state !== 'rejected' || asked.decision !== null
  const decided = asked.approved === null ? '不批准' : `批准 ${asked.approved} 份，有效期至${dayOnLine(asked.validUntil ?? '')}`
  return {
    opinion: step(asked, asked.section, withOpinion(agreed ? '同意' : '不同意', asked.sectionOpinion), '□ 同意　　□ 不同意', section),
    decision: step(asked, asked.decision, withOpinion(decided, asked.opinion), `□ 批准　　　　份，有效期至${DAY_BY_HAND}　　□ 不批准`, leader),
  }
}

/** 复制人, 复制日期, 编号起止, 戳记; to be filled by hand while it may still be made. */
const madeBoxes = (asked: Asked) => {
  const made = asked.madeAt !== null
  const never = OVER.includes(asked.state) || asked.expired
  const box = (text: ReactNode, blank = '') => (made ? text : never ? STRUCK : blank)
  return {
    copier: beside(box(asked.copier)),
    madeOn: beside(box(asked.madeAt && dayOfInstant(asked.madeAt), DAY_BY_HAND)),
    made: beside(box(`${asked.made} 份　√ 已加盖戳记`, '　　　　份　□ 已加盖戳记')),
    recorded: beside(box(<Signed mark={asked.makeMark} year={yearOfInstant(asked.enteredAt)} />)),
    numbers: whole(String(box(compressCopyNos(asked.items.map((item) => item.number))))),
  }
}

/** 归还/销毁 of the whole: when every item was back, and the officer who signs for it on the paper. */
const endBox = (asked: Asked, who: string) => {
  const all = copyKindLabel[asked.kind]
  const text =
    asked.state === 'cancelled'
      ? `作废：${asked.reason ?? ''}`
      : asked.closedAt
        ? `${all} ${asked.made} 份全部收回，${instantOnLine(asked.closedAt)}。`
        : null
  return whole(text ?? (asked.expired || OVER.includes(asked.state) ? STRUCK : ''), 'sheet-opinion', byHand(who))
}

/** Stands beside the title when nothing may be made under this sheet, or not yet. */
const standing = ({ state, expired }: Asked) =>
  expired ? `（${expiredLabel}）` : state === 'draft' || OVER.includes(state) ? `（${reproductionStateLabel[state]}）` : ''

/** 内部 is no level of secrecy (保密法22). */
const titleOf = (asked: Asked) =>
  `${asked.level === 'internal' ? levelLabel.internal : '涉密'}文件${reproductionKindLabel[asked.kind]}审批单${standing(asked)}`

/** The 复制审批单 of one request: A4 portrait, boxes of domain 2, a row for each time an item was in somebody's hands. */
export const reproductionForm = ({ frame, reproduction: asked }: ReproductionPaper): Form => ({
  frame,
  landscape: false,
  title: titleOf(asked),
  about: (
    <>
      <span>编号：{asked.number}</span>
      <span>申请日期：{dayOfInstant(asked.enteredAt)}</span>
    </>
  ),
  rule: '复制件视同原件管理：只发给批准的对象，不得再复制，不得转交他人，用毕归还',
  sections: boxesOn<'reproduction'>(frame.template, {
    ...askedBoxes(asked),
    ...approvalBoxes(asked, frame.template.signers),
    ...madeBoxes(asked),
    items: itemsSection(asked),
    end: endBox(asked, frame.template.signers.officer ?? ''),
  }),
})
