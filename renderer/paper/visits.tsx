import type { ReactNode } from 'react'
import type { BoxOf } from '../../contract/forms.ts'
import type { VisitRow } from '../../contract/lending-views.ts'
import type { VisitsPaper } from '../../contract/paper.ts'
import { bookRows } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { ending, headOf, widthsOf } from './rows.tsx'
import { briefly } from './signed.tsx'
import { columnsOn, type Look, type NamedColumn, signOffOn, textsOn } from './template.tsx'
import { instantInBox, markInBox, numberInTwo } from './wording.ts'

/** How the columns of the 查阅登记簿 take their texts. */
const LOOKS: Record<BoxOf<'visits'>, Look> = {
  ordinal: { perLine: 2.4, centred: true },
  number: { perLine: 6.8, centred: true },
  person: { perLine: 5.8, centred: true },
  purpose: { perLine: 7.7 },
  copy: { perLine: 6.8, centred: true },
  title: { perLine: 11.5 },
  mark: { perLine: 5, centred: true },
  room: { perLine: 4.6, centred: true },
  cameAt: { perLine: 4.8, centred: true },
  leftAt: { perLine: 4.8, centred: true },
  copied: { perLine: 6, centred: true },
  taken: { perLine: 6.4, centred: true },
  givenBack: { perLine: 6.4, centred: true },
  officers: { perLine: 3.3, centred: true },
}
/** Chinese characters on a line over the full width. */
const FULL_LINE = 80

/** Who handed over, and who took back when that was somebody else. */
const officers = ({ give, takeBack }: VisitRow) => [...new Set([give?.by, takeBack?.by].filter(Boolean))].join('\n')

/** Stands in the boxes of the further copies of one visit. */
const SAME = '同上'

/** What stands in the boxes of one copy that was read; the first of a visit says all of the visit. */
const textsOf = (visit: VisitRow, place: number, ordinal: number, year: number): Record<BoxOf<'visits'>, string> => {
  const copy = visit.copies[place] as VisitRow['copies'][number]
  const once = (text: string) => (place === 0 ? text : SAME)
  return {
    ordinal: place === 0 ? String(ordinal) : '',
    number: numberInTwo(visit.number),
    person: `${visit.person.name}\n${visit.person.department}`,
    purpose: once(visit.purpose),
    copy: [numberInTwo(copy.number), copy.copyNo].filter(Boolean).join('\n'),
    title: copy.document.title ?? '',
    mark: markInBox(copy.document.mark),
    room: once(visit.room),
    cameAt: once(instantInBox(visit.cameAt, String(year))),
    leftAt: visit.leftAt ? once(instantInBox(visit.leftAt, String(year))) : '',
    copied: once(visit.reproduction ? `按${visit.reproduction.number}` : '否'),
    taken: once(briefly(visit.take)),
    givenBack: visit.giveBack ? once(briefly(visit.giveBack)) : '',
    officers: once(officers(visit)),
  }
}

const rowsOf = (visit: VisitRow, ordinal: number, year: number, columns: readonly NamedColumn[]): ReactNode[] =>
  visit.copies.flatMap(({ id, number }, place) =>
    bookRows(`${visit.id}-${id}`, `${visit.number} ${number}`, columns, textsOn(columns, textsOf(visit, place, ordinal, year)), FULL_LINE),
  )

/** The 查阅登记簿 of a year: A4 landscape, one line a copy that was read, sign-off at the end (F1(7)a). */
export const visitsForm = ({ frame, year, lines }: VisitsPaper): Form => {
  const columns = columnsOn(frame.template, LOOKS)
  return {
    frame,
    landscape: true,
    // 内部 is no level of secrecy (保密法22).
    title: `${frame.level === 'internal' ? '' : '涉密'}文件查阅登记簿`,
    about: (
      <>
        <span>年度：{year} 年</span>
        <span>
          共 {lines.length} 人次 {lines.reduce((sum, { copies }) => sum + copies.length, 0)} 份次，其中正在查阅{' '}
          {lines.filter(({ state }) => state === 'reading').length} 人次
        </span>
      </>
    ),
    rule: '在指定地点查阅，各份归还后才能离开；未经批准不得抄录、拍照、复制',
    sections: [
      {
        key: 'lines',
        columns: widthsOf(columns),
        head: headOf(columns),
        rows: [
          ...lines.flatMap((visit, place) => rowsOf(visit, place + 1, year, columns)),
          ending(columns.length, lines.length === 0 ? '（本年度没有查阅）' : undefined),
        ],
      },
      signOffOn(frame.template),
    ],
  }
}
