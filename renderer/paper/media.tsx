import type { MediaPaper } from '../../contract/paper.ts'
import { levelLabel, mediumKindLabel, mediumOverdueLabel, mediumStateLabel, mediumUseStateLabel } from '../../contract/terms.ts'
import { book, bookRows, type Column } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { ending } from './rows.tsx'
import { briefly } from './signed.tsx'
import { dayInBox, dayOfInstant, instantInBox, numberInTwo } from './wording.ts'

type Ledger = Extract<MediaPaper, { sheet: 'ledger' }>
type Uses = Extract<MediaPaper, { sheet: 'uses' }>

/** The boxes of the 台账; the last three are for whoever goes and looks (台账核对). */
const LEDGER: readonly Column[] = [
  { head: '序号', width: 10, perLine: 2.8, centred: true },
  { head: '编号', width: 24, perLine: 7, centred: true },
  { head: '种类', width: 26, perLine: 7.8, centred: true },
  { head: '自有编号\n（序列号）', width: 36, perLine: 10.8, centred: true },
  { head: '密级', width: 13, perLine: 3.7, centred: true },
  { head: '责任人', width: 20, perLine: 5.9, centred: true },
  { head: '使用部门', width: 28, perLine: 8.4, centred: true },
  { head: '存放地点', width: 32, perLine: 9.6 },
  { head: '现在', width: 22, perLine: 6.4, centred: true },
  { head: '账物相符', width: 16, perLine: 4.6, centred: true },
  { head: '核对人\n签字', width: 24, perLine: 7, centred: true },
  { head: '备注', width: 30, perLine: 9 },
]
/** The boxes of the 领用登记. */
const USES: readonly Column[] = [
  { head: '序号', width: 9, perLine: 2.4, centred: true },
  { head: '领用编号', width: 23.5, perLine: 6.9, centred: true },
  { head: '载体编号\n自有编号', width: 27, perLine: 8, centred: true },
  { head: '密级', width: 11, perLine: 3.1, centred: true },
  { head: '领用人\n部门', width: 20, perLine: 5.8, centred: true },
  { head: '用途', width: 28, perLine: 8.4 },
  { head: '使用地点', width: 22, perLine: 6.4 },
  { head: '领用时间', width: 16.5, perLine: 4.8, centred: true },
  { head: '应还', width: 16.5, perLine: 4.8, centred: true },
  { head: '归还时间', width: 16.5, perLine: 4.8, centred: true },
  { head: '归还检查', width: 24, perLine: 7.1 },
  { head: '批准\n(携带外出)', width: 19, perLine: 5.6, centred: true },
  { head: '领用签字', width: 18, perLine: 5.2, centred: true },
  { head: '归还签字', width: 18, perLine: 5.2, centred: true },
  { head: '经办人', width: 12, perLine: 3.3, centred: true },
]
/** Chinese characters on a line over the full width. */
const FULL_LINE = 80
const RULE = '涉密计算机与互联网物理隔离，由专人维护；涉密载体不得转借，不得擅自携带外出'

/** Where a carrier is now, in a word; in whose hands, and whether it should be back. */
const nowOf = ({ state, holder, overdueDays }: Ledger['lines'][number]) =>
  [mediumStateLabel[state], holder?.name, overdueDays > 0 ? mediumOverdueLabel : ''].filter(Boolean).join('\n')

const ledgerTexts = (line: Ledger['lines'][number], ordinal: number): string[] => [
  String(ordinal),
  numberInTwo(line.number),
  mediumKindLabel[line.kind],
  line.ownNumber,
  levelLabel[line.level],
  line.keeper.name,
  line.department,
  line.place,
  nowOf(line),
]

const usesTexts = (line: Uses['lines'][number], ordinal: number, year: string): string[] => [
  String(ordinal),
  numberInTwo(line.number),
  `${numberInTwo(line.medium.number)}\n${line.medium.ownNumber}`,
  levelLabel[line.medium.level],
  `${line.person.name}\n${line.person.department}`,
  line.purpose ?? '',
  line.place,
  line.givenAt ? instantInBox(line.givenAt, year) : '',
  dayInBox(line.until),
  line.backAt ? instantInBox(line.backAt, year) : line.state === 'lost' ? mediumUseStateLabel.lost : '',
  [line.check, line.condition].filter(Boolean).join('；'),
  line.outside ? briefly(line.decision) : '',
  briefly(line.take),
  briefly(line.giveBack),
  [...new Set([line.give?.by, line.takeBack?.by].filter(Boolean))].join('\n'),
]

const ledgerForm = ({ frame, lines }: Ledger): Form => ({
  frame,
  landscape: true,
  title: '涉密载体与设备台账',
  about: (
    <>
      <span>截至：{dayOfInstant(frame.printedAt)}</span>
      <span>
        共 {lines.length} 件，其中领用 {lines.filter(({ state }) => state === 'out').length} 件、维修{' '}
        {lines.filter(({ state }) => state === 'inRepair').length} 件
      </span>
    </>
  ),
  rule: RULE,
  sections: book(LEDGER, [
    ...lines.flatMap((line, place) => bookRows(`${line.id}`, line.number, LEDGER, ledgerTexts(line, place + 1), FULL_LINE)),
    ending(LEDGER.length, lines.length === 0 ? '（台账中没有载体设备）' : undefined),
  ]),
})

const usesForm = ({ frame, year, lines }: Uses): Form => ({
  frame,
  landscape: true,
  title: '涉密载体领用登记簿',
  about: (
    <>
      <span>年度：{year} 年</span>
      <span>
        共 {lines.length} 次，其中未归还 {lines.filter(({ state }) => state === 'out').length} 次
      </span>
    </>
  ),
  rule: RULE,
  sections: book(USES, [
    ...lines.flatMap((line, place) => bookRows(`${line.id}`, line.number, USES, usesTexts(line, place + 1, String(year)), FULL_LINE)),
    ending(USES.length, lines.length === 0 ? '（本年度没有领用）' : undefined),
  ]),
})

/** 涉密载体与设备台账 with boxes to tick and sign, or the 领用登记 of a year: A4 landscape, sign-off at the end (F2(2)). */
export const mediaForm = (paper: MediaPaper): Form => (paper.sheet === 'ledger' ? ledgerForm(paper) : usesForm(paper))
