import type { ReactNode } from 'react'
import type { BreachCopy, BreachStep } from '../../contract/breaches-views.ts'
import type { BreachPaper } from '../../contract/paper.ts'
import { breachFateLabel, breachKindLabel, breachStateLabel, copyStateLabel, hiddenReporter } from '../../contract/terms.ts'
import { bookRows, type Column, DAY_BY_HAND, named, STRUCK } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { byHand, ending, headOf, namedRows, widthsOf } from './rows.tsx'
import type { Section } from './section.tsx'
import { Signed } from './signed.tsx'
import { boxesOn, type Content, half, whole } from './template.tsx'
import { dayOfInstant, instantOnLine, markInBox, symbolInBox, yearOfInstant } from './wording.ts'

type Breach = BreachPaper['breach']

const BOXES: readonly Column[] = [
  { head: '序号', width: 12, perLine: 3.4, centred: true },
  { head: '编号\n份号', width: 42, perLine: 12.6, centred: true },
  { head: '文号', width: 34, perLine: 10, centred: true },
  { head: '标题', width: 56, perLine: 17 },
  { head: '密级\n(保密期限)', width: 21, perLine: 6.2, centred: true },
  { head: '原处所\n结果', width: 23, perLine: 6.8, centred: true },
]
/** Chinese characters on a line over the full width. */
const FULL_LINE = 56

const minuteInWords = (minute: string) => minute.replace('T', ' ')

/** What it is, when it was discovered, until when it is to be reported; who reported it stands on no paper (E4). */
const headBoxes = ({ kind, state, discoveredAt, registeredAt, due, handler, list, note, persons }: Breach) => ({
  kind: half(breachKindLabel[kind]),
  state: half(breachStateLabel[state]),
  discoveredAt: half(minuteInWords(discoveredAt)),
  registeredAt: half(instantOnLine(registeredAt)),
  due: half(instantOnLine(due)),
  handler: half(handler?.name ?? ''),
  reporter: half(hiddenReporter),
  counted: half(`${list.length} 份`),
  note: whole(note, 'sheet-opinion'),
  persons: whole(persons.map(({ name, department }) => `${name}（${department}）`).join('、') || STRUCK),
})

const fateOf = ({ was, fate, state }: BreachCopy): string =>
  [was === null ? '' : copyStateLabel[was], fate === null ? copyStateLabel[state] : breachFateLabel[fate]].filter(Boolean).join('\n')

const copySection = ({ list }: Breach): Section => ({
  key: 'copies',
  columns: widthsOf(BOXES),
  head: headOf(BOXES),
  rows: [
    ...list.flatMap((copy, place) =>
      bookRows(
        `${copy.copy}`,
        copy.number,
        BOXES,
        [
          String(place + 1),
          [copy.number, copy.copyNo].filter(Boolean).join('\n'),
          copy.document.symbol === null ? STRUCK : symbolInBox(copy.document.symbol),
          copy.document.title ?? '',
          markInBox(copy.document.mark),
          fateOf(copy),
        ],
        FULL_LINE,
      ),
    ),
    ending(BOXES.length, list.length === 0 ? '（没有涉及登记在册的份）' : undefined),
  ],
})

/** A signature below what it is under. */
const under = ({ signature }: BreachStep, { registeredAt }: Breach): ReactNode => (
  <div className="paper-signature">
    <Signed mark={signature} year={yearOfInstant(registeredAt)} />
  </div>
)

/** To whom and when it was reported, or why it need not be; else what is written by hand (实施条例61). */
const reportBox = (breach: Breach, handler: string) => {
  const step = breach.steps.find(({ act }) => act === 'reported' || act === 'exempt')
  if (!step) {
    const over = breach.state === 'unfounded'
    return whole(over ? STRUCK : `报：　　　　　　　　　　文号：　　　　　　　　${DAY_BY_HAND}`, 'sheet-opinion', over ? null : byHand(handler))
  }
  const { report, words } = step
  const text = report
    ? `报${report.to}，${report.symbol}，${minuteInWords(report.at)}${report.late ? '（超过24小时）' : ''}。`
    : `无需上报：${words ?? ''}`
  return whole(text, 'sheet-opinion', under(step, breach))
}

const doneBox = (breach: Breach): Content => {
  const done = breach.steps.filter(({ act }) => act === 'measure' || act === 'found')
  if (done.length === 0) return whole(breach.state === 'unfounded' ? STRUCK : '', 'sheet-opinion')
  const rows = done.map((step, place) => {
    const text = step.act === 'found' ? `找回${step.numbers.join('、')}入箱。${step.words ?? ''}` : (step.words ?? '')
    return namedRows(place === 0 ? '处置措施' : `处置措施${place + 1}`, text, 'sheet-opinion', under(step, breach))
  })
  return named('measures', ...rows)
}

/** 结论, 责任认定 under the leader's signature; unsigned, boxes to be filled and signed by hand (E5). */
const endBoxes = (breach: Breach, leader: string) => {
  const end = breach.steps.find(({ act }) => act === 'closed' || act === 'unfounded')
  const lost = end?.act === 'closed' && end.numbers.length > 0 ? `${end.numbers.join('、')}认定为遗失损毁。` : ''
  const said = end ? `${end.act === 'closed' ? '结案' : '查否'}：${end.words ?? ''}。${lost}` : ''
  return {
    conclusion: whole(said, end ? 'sheet-scope' : 'sheet-opinion'),
    responsibility: whole(end ? (end.responsibility ?? STRUCK) : '', 'sheet-opinion', end ? under(end, breach) : byHand(leader)),
  }
}

/** The 违规（泄密）事件登记、报告表 of one case: A4 portrait. No official blank is known: its boxes are those of the rules. */
export const breachForm = ({ frame, breach }: BreachPaper): Form => ({
  frame,
  landscape: false,
  title: '违规（泄密）事件登记、报告表',
  about: (
    <>
      <span>编号：{breach.number}</span>
      <span>登记日期：{dayOfInstant(breach.registeredAt)}</span>
    </>
  ),
  rule: '泄露国家秘密应当在发现后二十四小时内报告；举报人姓名不得写在本表上',
  sections: boxesOn<'breach'>(frame.template, {
    ...headBoxes(breach),
    copies: copySection(breach),
    report: reportBox(breach, frame.template.signers.handler ?? ''),
    measures: doneBox(breach),
    ...endBoxes(breach, frame.template.signers.leader ?? ''),
  }),
})
