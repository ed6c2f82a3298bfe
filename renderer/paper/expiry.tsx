import type { ReactNode } from 'react'
import type { YearReviewView } from '../../contract/documents-views.ts'
import type { BoxOf } from '../../contract/forms.ts'
import type { ExpiryPaper } from '../../contract/paper.ts'
import { declassifiedRule, expiryLabel } from '../../contract/terms.ts'
import { bookRows } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { continued, ending } from './rows.tsx'
import { bookOn, columnsOn, type Look, textsOn } from './template.tsx'
import { dayInBox, instantOnLine, markInBox, numberInTwo, symbolInBox } from './wording.ts'

/** How the columns of the 期满/解密清单 (domain 4) take their texts. */
const LOOKS: Record<BoxOf<'expiry'>, Look> = {
  ordinal: { perLine: 2.8, centred: true },
  number: { perLine: 7, centred: true },
  sender: { perLine: 9 },
  symbol: { perLine: 8.4 },
  title: { perLine: 19 },
  mark: { perLine: 7.8, centred: true },
  madeOn: { perLine: 5.3, centred: true },
  expiresOn: { perLine: 5.3, centred: true },
  state: { perLine: 5.3, centred: true },
  outcome: { perLine: 14.3 },
}
/** Chinese characters on a line over the full width. */
const FULL_LINE = 80

const textsOf = (line: ExpiryPaper['lines'][number], ordinal: number): Record<BoxOf<'expiry'>, string> => ({
  ordinal: String(ordinal),
  number: numberInTwo(line.number),
  sender: line.sender,
  symbol: symbolInBox(line.symbol ?? ''),
  title: line.title,
  mark: markInBox(line.mark),
  madeOn: dayInBox(line.madeOn),
  expiresOn: line.expiresOn ? dayInBox(line.expiresOn) : '',
  state: line.expiry ? expiryLabel[line.expiry] : '',
  outcome: line.outcome,
})

/** Who reviewed the year and who approved it, with their codes. */
const reviewRow = ({ number, at, documents, exceptions, reviewed, approved }: YearReviewView, columns: number): ReactNode =>
  continued(
    `review-${number}`,
    columns,
    `年度审核 ${number}（${instantOnLine(at)}）：`,
    `在管国家秘密 ${documents} 件，维持 ${documents - exceptions.length} 件，建议解密、变更 ${exceptions.length} 件。审核人 ${reviewed.by} 电子签名 ${reviewed.code}；审批人 ${approved.by} 电子签名 ${approved.code}。`,
  )

/** The 期满/解密清单 of a year: A4 landscape, by the last day, the 年度审核 below, sign-off at the end. */
export const expiryForm = ({ frame, year, lines, reviews }: ExpiryPaper): Form => {
  const columns = columnsOn(frame.template, LOOKS)
  return {
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
    sections: bookOn(frame.template, columns, [
      ...lines.flatMap((line, place) => bookRows(String(line.id), line.number, columns, textsOn(columns, textsOf(line, place + 1)), FULL_LINE)),
      ending(columns.length, lines.length === 0 ? '（年底以前没有届满、解密的文件）' : undefined),
      ...(reviews.length > 0
        ? reviews.map((review) => reviewRow(review, columns.length))
        : [continued('no-review', columns.length, '年度审核：', '尚未办理。')]),
    ]),
  }
}
