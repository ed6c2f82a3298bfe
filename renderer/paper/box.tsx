import type { KeptCopy } from '../../contract/keeping-views.ts'
import type { BoxOf, SignerOf } from '../../contract/forms.ts'
import type { BoxPaper } from '../../contract/paper.ts'
import { copyStateLabel } from '../../contract/terms.ts'
import { bookRows, STRUCK } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { continued, ending, headOf, widthsOf } from './rows.tsx'
import { bookOn, columnsOn, type Look, textsOn } from './template.tsx'
import { signaturesOn } from './signatures.tsx'
import { dayOfInstantInBox, instantOnLine, markInBox, numberInTwo, symbolInBox } from './wording.ts'

/** How the columns of the 箱内清单 take their texts; the last is for whoever looks into the box. */
const LOOKS: Record<BoxOf<'box'>, Look> = {
  ordinal: { perLine: 3.4, centred: true },
  number: { perLine: 9.5, centred: true },
  symbol: { perLine: 12, centred: true },
  title: { perLine: 27.3 },
  mark: { perLine: 7.1, centred: true },
  finishedOn: { perLine: 7.1, centred: true },
  where: { perLine: 7.8, centred: true },
  checked: { perLine: 10.6 },
}
const FULL_LINE = 80

const textsOf = ({ number, copyNo, document, state, finishedAt }: KeptCopy, ordinal: number): Record<BoxOf<'box'>, string> => ({
  ordinal: String(ordinal),
  number: [numberInTwo(number), copyNo].filter(Boolean).join('\n'),
  symbol: document.symbol === null ? STRUCK : symbolInBox(document.symbol),
  title: document.title,
  mark: markInBox(document.mark),
  finishedOn: finishedAt === null ? '在办' : dayOfInstantInBox(finishedAt),
  where: copyStateLabel[state],
  checked: '',
})

const SIGNERS: readonly SignerOf<'box'>[] = ['custodian', 'checker']

/** The 箱内清单 of one box at this moment: A4 landscape, to lie in the box and be checked against (F1(6) 经常检查). */
const contentForm = ({ frame, lines }: BoxPaper, box: NonNullable<BoxPaper['box']>): Form => {
  const columns = columnsOn(frame.template, LOOKS)
  return {
    frame,
    landscape: true,
    title: '保密箱箱内清单',
    about: (
      <>
        <span>箱号：{box.number}</span>
        <span>
          位置：{box.cabinet}　{box.shelf}
        </span>
        <span>专管人：{box.custodian.name}</span>
        <span>截至：{instantOnLine(frame.printedAt)}</span>
      </>
    ),
    rule: '专人专管，经常检查；在外的收回后放回本箱',
    sections: [
      {
        key: 'lines',
        columns: widthsOf(columns),
        head: headOf(columns),
        rows: [
          ...lines.flatMap((line, place) => bookRows(`${line.id}`, line.number, columns, textsOn(columns, textsOf(line, place + 1)), FULL_LINE)),
          ...(lines.length === 0 ? [] : [continued('total', columns.length, '合计：', `箱内 ${box.inside} 份，在外待归 ${box.out} 份。`)]),
          ending(columns.length, lines.length === 0 ? '（箱内没有文件）' : undefined),
        ],
      },
      signaturesOn(frame.template, SIGNERS, {}, { year: '' }),
    ],
  }
}

/** How the columns of the 办结未入箱清单 take their texts; the last two are for whoever puts it away. */
const LOOSE: Record<BoxOf<'loose'>, Look> = {
  ordinal: { perLine: 3.4, centred: true },
  number: { perLine: 9.5, centred: true },
  symbol: { perLine: 12, centred: true },
  title: { perLine: 27.3 },
  mark: { perLine: 7.1, centred: true },
  finishedOn: { perLine: 7.1, centred: true },
  days: { perLine: 4.6, centred: true },
  into: { perLine: 7.4 },
  remarks: { perLine: 5.9 },
}

const looseTexts = (line: KeptCopy, ordinal: number): Record<BoxOf<'loose'>, string> => {
  const { number, symbol, title, mark, finishedOn } = textsOf(line, ordinal)
  return { ordinal: String(ordinal), number, symbol, title, mark, finishedOn, days: String(line.looseDays ?? ''), into: '', remarks: '' }
}

/** The 办结未入箱清单 of this moment: A4 landscape, sign-off at the end (F1(6) 办结及时存放). */
const looseForm = ({ frame, lines }: BoxPaper): Form => {
  const columns = columnsOn(frame.template, LOOSE)
  return {
    frame,
    landscape: true,
    // 内部 is no level of secrecy (保密法22).
    title: `${frame.level === 'internal' ? '' : '涉密'}文件办结未入箱清单`,
    about: (
      <>
        <span>截至：{instantOnLine(frame.printedAt)}</span>
        <span>共 {lines.length} 份</span>
      </>
    ),
    rule: '办结的文件及时存放指定保密箱，专人专管',
    sections: bookOn(frame.template, columns, [
      ...lines.flatMap((line, place) => bookRows(`${line.id}`, line.number, columns, textsOn(columns, looseTexts(line, place + 1)), FULL_LINE)),
      ending(columns.length, lines.length === 0 ? '（办结的文件都已入箱或归档）' : undefined),
    ]),
  }
}

/** 箱内清单 of one box, or the 办结未入箱清单. */
export const boxForm = (paper: BoxPaper): Form => (paper.box === null ? looseForm(paper) : contentForm(paper, paper.box))
