import type { BoxOf } from '../../contract/forms.ts'
import type { MediaPaper } from '../../contract/paper.ts'
import { levelLabel, mediumKindLabel, mediumOverdueLabel, mediumStateLabel, mediumUseStateLabel } from '../../contract/terms.ts'
import { bookRows } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { ending } from './rows.tsx'
import { bookOn, columnsOn, type Look, textsOn } from './template.tsx'
import { briefly } from './signed.tsx'
import { dayInBox, dayOfInstant, instantInBox, numberInTwo } from './wording.ts'

type Ledger = Extract<MediaPaper, { sheet: 'ledger' }>
type Uses = Extract<MediaPaper, { sheet: 'uses' }>

/** How the columns of the 台账 take their texts; the last three are for whoever goes and looks (台账核对). */
const LEDGER: Record<BoxOf<'media'>, Look> = {
  ordinal: { perLine: 2.8, centred: true },
  number: { perLine: 7, centred: true },
  kind: { perLine: 7.8, centred: true },
  ownNumber: { perLine: 10.8, centred: true },
  level: { perLine: 3.7, centred: true },
  keeper: { perLine: 5.9, centred: true },
  department: { perLine: 8.4, centred: true },
  place: { perLine: 9.6 },
  now: { perLine: 6.4, centred: true },
  checked: { perLine: 4.6, centred: true },
  checkedBy: { perLine: 7, centred: true },
  remarks: { perLine: 9 },
}
/** How those of the 领用登记 do. */
const USES: Record<BoxOf<'mediaUses'>, Look> = {
  ordinal: { perLine: 2.4, centred: true },
  number: { perLine: 6.9, centred: true },
  medium: { perLine: 8, centred: true },
  level: { perLine: 3.1, centred: true },
  person: { perLine: 5.8, centred: true },
  purpose: { perLine: 8.4 },
  place: { perLine: 6.4 },
  givenAt: { perLine: 4.8, centred: true },
  until: { perLine: 4.8, centred: true },
  backAt: { perLine: 4.8, centred: true },
  check: { perLine: 7.1 },
  outside: { perLine: 5.6, centred: true },
  take: { perLine: 5.2, centred: true },
  giveBack: { perLine: 5.2, centred: true },
  officers: { perLine: 3.3, centred: true },
}
/** Chinese characters on a line over the full width. */
const FULL_LINE = 80
const RULE = '涉密计算机与互联网物理隔离，由专人维护；涉密载体不得转借，不得擅自携带外出'

/** Where a carrier is now, in a word; in whose hands, and whether it should be back. */
const nowOf = ({ state, holder, overdueDays }: Ledger['lines'][number]) =>
  [mediumStateLabel[state], holder?.name, overdueDays > 0 ? mediumOverdueLabel : ''].filter(Boolean).join('\n')

const ledgerTexts = (line: Ledger['lines'][number], ordinal: number): Record<BoxOf<'media'>, string> => ({
  ordinal: String(ordinal),
  number: numberInTwo(line.number),
  kind: mediumKindLabel[line.kind],
  ownNumber: line.ownNumber,
  level: levelLabel[line.level],
  keeper: line.keeper.name,
  department: line.department,
  place: line.place,
  now: nowOf(line),
  checked: '',
  checkedBy: '',
  remarks: '',
})

const usesTexts = (line: Uses['lines'][number], ordinal: number, year: string): Record<BoxOf<'mediaUses'>, string> => ({
  ordinal: String(ordinal),
  number: numberInTwo(line.number),
  medium: `${numberInTwo(line.medium.number)}\n${line.medium.ownNumber}`,
  level: levelLabel[line.medium.level],
  person: `${line.person.name}\n${line.person.department}`,
  purpose: line.purpose ?? '',
  place: line.place,
  givenAt: line.givenAt ? instantInBox(line.givenAt, year) : '',
  until: dayInBox(line.until),
  backAt: line.backAt ? instantInBox(line.backAt, year) : line.state === 'lost' ? mediumUseStateLabel.lost : '',
  check: [line.check, line.condition].filter(Boolean).join('；'),
  outside: line.outside ? briefly(line.decision) : '',
  take: briefly(line.take),
  giveBack: briefly(line.giveBack),
  officers: [...new Set([line.give?.by, line.takeBack?.by].filter(Boolean))].join('\n'),
})

const ledgerForm = ({ frame, lines }: Ledger): Form => {
  const columns = columnsOn(frame.template, LEDGER)
  return {
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
    sections: bookOn(frame.template, columns, [
      ...lines.flatMap((line, place) => bookRows(`${line.id}`, line.number, columns, textsOn(columns, ledgerTexts(line, place + 1)), FULL_LINE)),
      ending(columns.length, lines.length === 0 ? '（台账中没有载体设备）' : undefined),
    ]),
  }
}

const usesForm = ({ frame, year, lines }: Uses): Form => {
  const columns = columnsOn(frame.template, USES)
  return {
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
    sections: bookOn(frame.template, columns, [
      ...lines.flatMap((line, place) =>
        bookRows(`${line.id}`, line.number, columns, textsOn(columns, usesTexts(line, place + 1, String(year))), FULL_LINE),
      ),
      ending(columns.length, lines.length === 0 ? '（本年度没有领用）' : undefined),
    ]),
  }
}

/** 涉密载体与设备台账 with boxes to tick and sign, or the 领用登记 of a year: A4 landscape, sign-off at the end (F2(2)). */
export const mediaForm = (paper: MediaPaper): Form => (paper.sheet === 'ledger' ? ledgerForm(paper) : usesForm(paper))
