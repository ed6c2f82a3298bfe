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
import { DAY_BY_HAND, named, pair, pairs, STRUCK } from './boxes.tsx'
import { compressCopyNos } from './copy-numbers.ts'
import type { Form } from './pages.tsx'
import { itemsSection } from './reproduction-items.tsx'
import { byHand, namedRows } from './rows.tsx'
import type { Section } from './section.tsx'
import { Signed } from './signed.tsx'
import { dayOfInstant, dayOnLine, instantOnLine, yearOfInstant } from './wording.ts'

type Asked = ReproductionPaper['reproduction']

/** No box of these is to be signed by hand any more. */
const OVER: readonly ReproductionState[] = ['rejected', 'cancelled']

const row = (key: string, left: readonly [name: string, text: ReactNode], right: readonly [name: string, text: ReactNode]) =>
  pair(key, [left, right], 'sheet-scope')

/** What is asked for, of which paper, for whom, where (domain 2). */
const askedSections = (asked: Asked): Section[] => {
  const { number, copyNo, document } = asked.source
  const { consent } = asked
  const agreed = consent ? `${consent.issuer}　${consent.symbol}　${dayOnLine(consent.date)}` : document.level === 'topSecret' ? '' : STRUCK
  const applicant = `${asked.applicant.name}${asked.enteredBy ? `（${asked.enteredBy}代录）` : ''}`
  const recipients = asked.recipients.map(({ name, department }) => `${name}（${department}）`).join('、')
  return [
    pairs('applicant', row('applicant', ['申请部门', asked.department], ['申请人', applicant])),
    named('title', namedRows('文件标题', document.title, 'sheet-scope'), namedRows('密级\n(保密期限)', document.mark, 'sheet-scope')),
    pairs(
      'source',
      row('symbol', ['文号', document.symbol ?? STRUCK], ['制发机关', document.sender]),
      row('number', ['登记编号', number], ['份号', copyNo ?? STRUCK]),
      row('ban', ['“不得翻印\n复印”标注', document.copyBan ? `有（${copyBanLabel}）` : '无'], ['原件份数', `${document.counted} 份`]),
      row('asked', ['申请份数', `${asked.asked} 份`], ['复制地点', asked.place]),
    ),
    named(
      'wish',
      namedRows('用途', asked.purpose, 'sheet-scope'),
      asked.extent === null ? [] : namedRows('摘抄范围', asked.extent, 'sheet-scope'),
      namedRows('分发对象', recipients, 'sheet-scope'),
      namedRows('原定密机关\n同意(绝密件)', agreed, 'sheet-scope'),
    ),
  ]
}

/** A step with its signature; unsigned, what is to be written and signed by hand, or a stroke when it never will be. */
const step = (asked: Asked, name: string, mark: SignatureMark | null, said: string, blank: string, who: string) => {
  if (mark === null && OVER.includes(asked.state)) return namedRows(name, STRUCK, 'sheet-scope')
  const foot = mark ? <Signature mark={mark} year={yearOfInstant(asked.enteredAt)} /> : byHand(who)
  return namedRows(name, mark ? said : blank, 'sheet-opinion', foot)
}
const Signature = ({ mark, year }: { mark: SignatureMark; year: string }) => (
  <div className="paper-signature">
    <Signed mark={mark} year={year} />
  </div>
)

/** What was decided, then what was said beside it; the same word is not said twice. */
const withOpinion = (decided: string, opinion: string | null) => `${decided}。${opinion === null || opinion === decided ? '' : opinion}`

/** 部门意见, then 分管领导审批 with 批准份数 and 有效期 (F1(5)a, b). A request that the department turned down never came to the leader. */
const approvalSection = (asked: Asked): Section => {
  const agreed = asked.state !== 'rejected' || asked.decision !== null
  const decided = asked.approved === null ? '不批准' : `批准 ${asked.approved} 份，有效期至${dayOnLine(asked.validUntil ?? '')}`
  return named(
    'approval',
    step(asked, '部门意见', asked.section, withOpinion(agreed ? '同意' : '不同意', asked.sectionOpinion), '□ 同意　　□ 不同意', '部门负责人'),
    step(
      asked,
      '分管领导\n审批',
      asked.decision,
      withOpinion(decided, asked.opinion),
      `□ 批准　　　　份，有效期至${DAY_BY_HAND}　　□ 不批准`,
      '分管领导',
    ),
  )
}

/** 复制人, 复制日期, 编号起止, 戳记; to be filled by hand while it may still be made. */
const madeSections = (asked: Asked): Section[] => {
  const made = asked.madeAt !== null
  const never = OVER.includes(asked.state) || asked.expired
  const box = (text: ReactNode, blank = '') => (made ? text : never ? STRUCK : blank)
  const numbers = compressCopyNos(asked.items.map((item) => item.number))
  return [
    pairs(
      'made',
      row('copier', ['复制人', box(asked.copier)], ['复制日期', box(asked.madeAt && dayOfInstant(asked.madeAt), DAY_BY_HAND)]),
      row(
        'stamp',
        ['复制份数', box(`${asked.made} 份　√ 已加盖戳记`, '　　　　份　□ 已加盖戳记')],
        ['登记人', box(<Signed mark={asked.makeMark} year={yearOfInstant(asked.enteredAt)} />)],
      ),
    ),
    named('numbers', namedRows('编号起止', String(box(numbers)), 'sheet-scope')),
  ]
}

/** 归还/销毁 of the whole: when every item was back, and the officer who signs for it on the paper. */
const endSection = (asked: Asked): Section => {
  const all = copyKindLabel[asked.kind]
  const text =
    asked.state === 'cancelled'
      ? `作废：${asked.reason ?? ''}`
      : asked.closedAt
        ? `${all} ${asked.made} 份全部收回，${instantOnLine(asked.closedAt)}。`
        : null
  return {
    ...named('end', namedRows('归还、销毁', text ?? (asked.expired || OVER.includes(asked.state) ? STRUCK : ''), 'sheet-opinion', byHand('保密员'))),
    closing: true,
  }
}

/** Stands beside the title when nothing may be made under this sheet, or not yet. */
const standing = ({ state, expired }: Asked) =>
  expired ? `（${expiredLabel}）` : state === 'draft' || OVER.includes(state) ? `（${reproductionStateLabel[state]}）` : ''

/** 内部 is no level of secrecy (保密法22). */
const titleOf = (asked: Asked) =>
  `${asked.source.document.level === 'internal' ? levelLabel.internal : '涉密'}文件${reproductionKindLabel[asked.kind]}审批单${standing(asked)}`

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
  sections: [...askedSections(asked), approvalSection(asked), ...madeSections(asked), itemsSection(asked), endSection(asked)],
})
