import type { ReactNode } from 'react'
import type { YearReviewView } from '../../contract/documents-views.ts'
import type { ExpiryPaper } from '../../contract/paper.ts'
import { declassifiedRule, expiryLabel } from '../../contract/terms.ts'
import { book, bookRows, type Column } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { continued, ending } from './rows.tsx'
import { dayInBox, instantOnLine, markInBox, numberInTwo, symbolInBox } from './wording.ts'

/** The boxes of the 期满/解密清单 (domain 4). */
const BOXES: readonly Column[] = [
  { head: '序号', width: 10, perLine: 2.8, centred: true },
  { head: '编号', width: 24, perLine: 7, centred: true },
  { head: '来文机关', width: 30, perLine: 9 },
  { head: '来文字号', width: 28, perLine: 8.4 },
  { head: '标题', width: 62, perLine: 19 },
  { head: '密级\n(保密期限)', width: 26, perLine: 7.8, centred: true },
  { head: '成文日期', width: 18, perLine: 5.3, centred: true },
  { head: '期限至', width: 18, perLine: 5.3, centred: true },
  { head: '状态', width: 18, perLine: 5.3, centred: true },
  { head: '审核、通知情况', width: 47, perLine: 14.3 },
]
/** Chinese characters on a line over the full width. */
const FULL_LINE = 80

const textsOf = (line: ExpiryPaper['lines'][number], ordinal: number): string[] => [
  String(ordinal),
  numberInTwo(line.number),
  line.sender,
  symbolInBox(line.symbol ?? ''),
  line.title,
  markInBox(line.mark),
  dayInBox(line.madeOn),
  line.expiresOn ? dayInBox(line.expiresOn) : '',
  line.expiry ? expiryLabel[line.expiry] : '',
  line.outcome,
]

/** Who reviewed the year and who approved it, with their codes. */
const reviewRow = ({ number, at, documents, exceptions, reviewed, approved }: YearReviewView): ReactNode =>
  continued(
    `review-${number}`,
    BOXES.length,
    `年度审核 ${number}（${instantOnLine(at)}）：`,
    `在管国家秘密 ${documents} 件，维持 ${documents - exceptions.length} 件，建议解密、变更 ${exceptions.length} 件。审核人 ${reviewed.by} 电子签名 ${reviewed.code}；审批人 ${approved.by} 电子签名 ${approved.code}。`,
  )

/** The 期满/解密清单 of a year: A4 landscape, by the last day, the 年度审核 below, sign-off at the end. */
export const expiryForm = ({ frame, year, lines, reviews }: ExpiryPaper): Form => ({
  frame,
  landscape: true,
  // 内部 is no level of secrecy (保密法22).
  title: `${frame.level === 'internal' ? '' : '涉密'}文件期满、解密清单`,
  about: (
    <>
      <span>年度：{year} 年</span>
      <span>
        共 {lines.length} 件，其中期满待核 {lines.filter(({ expiry }) => expiry === 'past').length} 件，已解密{' '}
        {lines.filter(({ expiry }) => expiry === 'declassified').length} 件
      </span>
    </>
  ),
  rule: declassifiedRule,
  sections: book(BOXES, [
    ...lines.flatMap((line, place) => bookRows(String(line.id), line.number, BOXES, textsOf(line, place + 1), FULL_LINE)),
    ending(BOXES.length, lines.length === 0 ? '（年底以前没有届满、解密的文件）' : undefined),
    ...(reviews.length > 0 ? reviews.map(reviewRow) : [continued('no-review', BOXES.length, '年度审核：', '尚未办理。')]),
  ]),
})
