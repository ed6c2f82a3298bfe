import type { KnowerRow } from '../../contract/documents-views.ts'
import type { BoxOf } from '../../contract/forms.ts'
import type { KnowersPaper } from '../../contract/paper.ts'
import { knowingKindLabel } from '../../contract/terms.ts'
import { bookRows, named, pair, pairs, STRUCK } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { ending, headOf, namedRows, widthsOf } from './rows.tsx'
import { columnsOn, type Look, signOffOn, textsOn } from './template.tsx'
import { instantInBox, instantInLine, instantOnLine, yearOfInstant } from './wording.ts'

/** How the columns of the 知悉人员登记 take their texts; the last two are filled by hand. */
const LOOKS: Record<BoxOf<'knowers'>, Look> = {
  ordinal: { perLine: 2.8, centred: true },
  name: { perLine: 5.9, centred: true },
  department: { perLine: 7.7, centred: true },
  since: { perLine: 6.4, centred: true },
  times: { perLine: 21.8 },
  signed: { perLine: 7, centred: true },
  remarks: { perLine: 4.3 },
}
/** Chinese characters on a line over the full width. */
const FULL_LINE = 52

const textsOf = ({ person, since, times }: KnowerRow, ordinal: number, year: string): Record<BoxOf<'knowers'>, string> => ({
  ordinal: String(ordinal),
  name: person.name,
  department: person.department,
  since: instantInBox(since, year),
  times: times.map(({ kind, number, at }) => `${knowingKindLabel[kind]} ${number}　${instantInLine(at, year)}`).join('\n'),
  signed: '',
  remarks: '',
})

/** The 知悉人员登记 of one document: A4 portrait, the paper named above, each person once, sign-off at the end (实施条例20). */
export const knowersForm = ({ frame, document, knowers }: KnowersPaper): Form => {
  const columns = columnsOn(frame.template, LOOKS)
  const year = yearOfInstant(frame.printedAt)
  return {
    frame,
    landscape: false,
    // 内部 is no level of secrecy (保密法22).
    title: `${frame.level === 'internal' ? '' : '涉密'}文件知悉人员登记`,
    about: (
      <>
        <span>登记编号：{document.number}</span>
        <span>截至：{instantOnLine(frame.printedAt)}</span>
        <span>共 {knowers.length} 人</span>
      </>
    ),
    rule: '知悉机密级以上国家秘密的人员应当作出书面记录；未经批准不得扩大知悉范围',
    sections: [
      named('title', namedRows('文件标题', document.title, 'sheet-scope')),
      pairs(
        'head',
        pair('sender', [
          ['来文机关', document.sender],
          ['来文字号', document.symbol ?? STRUCK],
        ]),
      ),
      named('mark', namedRows('密级\n(保密期限)', document.mark, 'sheet-scope')),
      {
        key: 'lines',
        columns: widthsOf(columns),
        head: headOf(columns),
        rows: [
          ...knowers.flatMap((knower, place) =>
            bookRows(`${knower.person.id}`, knower.person.name, columns, textsOn(columns, textsOf(knower, place + 1, year)), FULL_LINE),
          ),
          ending(columns.length, knowers.length === 0 ? '（还没有人知悉）' : undefined),
        ],
      },
      signOffOn(frame.template),
    ],
  }
}
