/** The parts of a 案卷 that are tables of their own: what was done, how the limits run, askings, deliveries, publication, feedback. */
import type { ReactNode } from 'react'
import type { CountedDay, DeadlineView } from '../../contract/deadlines.ts'
import type { CaseFilePaper } from '../../contract/paper.ts'
import {
  askedLabel,
  channelLabel,
  consultAnswerLabel,
  deadlineKindLabel,
  deliveryLabel,
  disclosureActLabel,
  heardKindLabel,
  letterKindLabel,
} from '../../contract/terms.ts'
import { bookRows, type Column } from './boxes.tsx'
import { ending, headOf, widthsOf } from './rows.tsx'
import type { Section } from './section.tsx'
import { briefly, signedAt } from './signed.tsx'
import { dayInBox, dayOnLine, instantOnLine } from './wording.ts'

/** Chinese characters on a line over the full width. */
const FULL_LINE = 52

/** A part of the file: its name as the list of contents has it, and what stands in it. */
export type Part = { key: string; name: string; sections: readonly Section[] }

const title = (name: string, columns: number): ReactNode => (
  <tr key="part" className="part-head">
    <th colSpan={columns}>{name}</th>
  </tr>
)

/** A part that is made of forms or letters: its name, then those. */
export const partOf = (key: string, name: string, sections: readonly Section[]): Part => ({
  key,
  name,
  sections: [
    {
      key,
      columns: [1],
      rows: [
        <tr key="part" className="part-title">
          <td>{name}</td>
        </tr>,
      ],
      opens: true,
    },
    ...sections.map((section) => ({ ...section, key: `${key} ${section.key}` })),
  ],
})

/** A part that is one table, under its name on every page of it. `opens`: on a page of its own, else where there is room. */
const tablePart = (key: string, name: string, columns: readonly Column[], lines: readonly (readonly string[])[], opens = false): Part => ({
  key,
  name,
  sections: [
    {
      key,
      columns: widthsOf(columns),
      head: (
        <>
          {title(name, columns.length)}
          {headOf(columns)}
        </>
      ),
      rows: [
        ...lines.flatMap((texts, at) => bookRows(`${key}-${at}`, texts[0]?.replace('\n', '') ?? '', columns, texts, FULL_LINE)),
        ending(columns.length, lines.length === 0 ? '（无）' : undefined),
      ],
      opens,
    },
  ],
})

const ordinalOf = ({ disclosure }: CaseFilePaper, item: number | null): string => {
  const ordinal = disclosure.items.find(({ id }) => id === item)?.ordinal
  return ordinal ? `第${ordinal}项` : ''
}

const stepsPart = (paper: CaseFilePaper): Part =>
  tablePart(
    'steps',
    '办理经过',
    [
      { head: '时间', width: 34, perLine: 9, centred: true },
      { head: '步骤', width: 30, perLine: 8, centred: true },
      { head: '事项', width: 18, perLine: 4.5, centred: true },
      { head: '情况', width: 70, perLine: 19 },
      { head: '签名', width: 36, perLine: 9, centred: true },
    ],
    paper.disclosure.steps.map(({ act, item, words, signature }) => [
      instantOnLine(signedAt(signature)),
      disclosureActLabel[act],
      ordinalOf(paper, item),
      words ?? '',
      briefly(signature),
    ]),
    true,
  )

const WEEK = 7
/** A day of the arithmetic: which it is, and whether it counts. */
const dayCell = (at: number, counted: CountedDay | undefined): ReactNode => (
  <td key={at} className={counted && !counted.counts ? 'clock-off' : undefined}>
    {counted ? `${dayInBox(counted.day).split('\n')[1]}\n${counted.counts ? `第${counted.number}日` : counted.why}` : ''}
  </td>
)

const clockWords = ({ from, days, extension, pauses, due, missingYear, open, laxer, shorter }: DeadlineView): string =>
  [
    `自${dayOnLine(from)}起算，当日不计，${days}个工作日${extension > 0 ? `（其中延期${extension}个）` : ''}`,
    ...pauses.map((one) => `${dayOnLine(one.from)}至${one.to ? dayOnLine(one.to) : '答复'}征求意见，不计`),
    due ? `到期日${dayOnLine(due)}` : missingYear ? `${missingYear}年没有日历，尚不能算出到期日` : '停止计算',
    open ? '仍在计算' : '已经办结',
    ...(laxer ? [laxer] : []),
    ...(shorter ? [shorter] : []),
  ].join('；')

/** How each limit runs, a week to a line (日历, 条例33). */
const clocksPart = ({ clocks }: CaseFilePaper): Part => {
  const tables = clocks.map(({ of, clock }, at): Section => {
    const weeks = Math.ceil(clock.arithmetic.length / WEEK)
    return {
      key: `clock-${at}`,
      columns: Array.from({ length: WEEK }, () => 1),
      head: title(`${of}　${deadlineKindLabel[clock.kind]}`, WEEK),
      rows: [
        <tr key="words" className="paper-continued">
          <td colSpan={WEEK}>{clockWords(clock)}</td>
        </tr>,
        ...Array.from({ length: weeks }, (_, week) => (
          <tr key={week} className="clock-week">
            {Array.from({ length: WEEK }, (__, day) => dayCell(day, clock.arithmetic[week * WEEK + day]))}
          </tr>
        )),
      ],
    }
  })
  return partOf('clocks', '期限计算', tables)
}

const consultsPart = (paper: CaseFilePaper): Part =>
  tablePart(
    'consults',
    '征求意见',
    [
      { head: '事项', width: 18, perLine: 4.5, centred: true },
      { head: '被征求人', width: 44, perLine: 12 },
      { head: '征求内容', width: 46, perLine: 12 },
      { head: '发出日期', width: 26, perLine: 7, centred: true },
      { head: '答复', width: 54, perLine: 14 },
    ],
    paper.disclosure.items.flatMap(({ ordinal, consults }) =>
      consults.map(({ whom, to, about, sentOn, answer, answeredOn, words }) => [
        `第${ordinal}项`,
        `${askedLabel[whom]}\n${to}`,
        about,
        dayInBox(sentOn),
        answer && answeredOn ? `${dayOnLine(answeredOn)}${consultAnswerLabel[answer]}${words ? `：${words}` : ''}` : '尚未答复',
      ]),
    ),
  )

const deliveriesPart = ({ letters }: CaseFilePaper): Part =>
  tablePart(
    'deliveries',
    '送达',
    [
      { head: '文号', width: 30, perLine: 8, centred: true },
      { head: '文书', width: 40, perLine: 11 },
      { head: '受送达人', width: 40, perLine: 11 },
      { head: '送达', width: 42, perLine: 11 },
      { head: '经办人', width: 36, perLine: 9, centred: true },
    ],
    letters.map(({ number, kind, to, delivery, stands }) => [
      number,
      letterKindLabel[kind],
      to,
      delivery
        ? `${dayOnLine(delivery.deliveredOn)}${deliveryLabel[delivery.how]}\n${delivery.receipt ?? ''}`
        : stands
          ? '尚未送达'
          : '已失效，不得发出',
      briefly(delivery?.signature ?? null),
    ]),
    true,
  )

const releasesPart = ({ reviews }: CaseFilePaper): Part =>
  tablePart(
    'releases',
    '公开发布',
    [
      { head: '审查编号', width: 36, perLine: 10, centred: true },
      { head: '版次', width: 18, perLine: 4, centred: true },
      { head: '公开方式', width: 34, perLine: 9, centred: true },
      { head: '登载处', width: 66, perLine: 18 },
      { head: '日期', width: 34, perLine: 9, centred: true },
    ],
    reviews.flatMap(({ number, releases }) =>
      releases.map(({ version, channel, where, releasedOn }) => [number, `第${version}版`, channelLabel[channel], where, dayOnLine(releasedOn)]),
    ),
  )

const heardPart = ({ disclosure }: CaseFilePaper): Part =>
  tablePart(
    'heard',
    '反馈',
    [
      { head: '编号', width: 30, perLine: 8, centred: true },
      { head: '类别、日期', width: 30, perLine: 8, centred: true },
      { head: '内容', width: 68, perLine: 18 },
      { head: '答复、改进', width: 60, perLine: 16 },
    ],
    disclosure.heard.map(({ number, kind, heardOn, content, answer, improvement }) => [
      number,
      `${heardKindLabel[kind]}\n${dayOnLine(heardOn)}`,
      content,
      [answer, improvement && `改进：${improvement}`].filter(Boolean).join('\n'),
    ]),
  )

/** Before the reviews and the letters. */
export const partsBefore = (paper: CaseFilePaper): Part[] => [stepsPart(paper), clocksPart(paper), consultsPart(paper)]
/** After them. */
export const partsAfter = (paper: CaseFilePaper): Part[] => [deliveriesPart(paper), releasesPart(paper), heardPart(paper)]
