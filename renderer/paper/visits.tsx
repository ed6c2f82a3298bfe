import type { ReactNode } from 'react'
import type { SignatureMark } from '../../contract/fields.ts'
import type { VisitRow } from '../../contract/lending-views.ts'
import type { VisitsPaper } from '../../contract/paper.ts'
import { bookRows, type Column } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { ending, headOf, signOff, widthsOf } from './rows.tsx'
import { instantInBox, markInBox, numberInTwo } from './wording.ts'

/** The boxes of the 查阅登记簿. */
const BOXES: readonly Column[] = [
  { head: '序号', width: 9, perLine: 2.4, centred: true },
  { head: '查阅编号', width: 23, perLine: 6.8, centred: true },
  { head: '查阅人\n部门', width: 20, perLine: 5.8, centred: true },
  { head: '事由', width: 26, perLine: 7.7 },
  { head: '文件编号\n份号', width: 23, perLine: 6.8, centred: true },
  { head: '文件标题', width: 38, perLine: 11.5 },
  { head: '密级\n(保密期限)', width: 17, perLine: 5, centred: true },
  { head: '地点', width: 16, perLine: 4.6, centred: true },
  { head: '入室', width: 16.5, perLine: 4.8, centred: true },
  { head: '离室', width: 16.5, perLine: 4.8, centred: true },
  { head: '抄录、拍照\n复制', width: 20, perLine: 6, centred: true },
  { head: '签收签字', width: 22, perLine: 6.4, centred: true },
  { head: '归还签字', width: 22, perLine: 6.4, centred: true },
  { head: '经办人', width: 12, perLine: 3.3, centred: true },
]
/** Chinese characters on a line over the full width. */
const FULL_LINE = 80

const signature = (mark: SignatureMark | null) => (mark ? `${mark.by}\n${mark.code}` : '')
/** Who handed over, and who took back when that was somebody else. */
const officers = ({ give, takeBack }: VisitRow) => [...new Set([give?.by, takeBack?.by].filter(Boolean))].join('\n')

/** Stands in the boxes of the further copies of one visit. */
const SAME = '同上'

/** What stands in the boxes of one copy that was read; the first of a visit says all of the visit. */
const textsOf = (visit: VisitRow, place: number, ordinal: number, year: number): string[] => {
  const copy = visit.copies[place] as VisitRow['copies'][number]
  const once = (text: string) => (place === 0 ? text : SAME)
  return [
    place === 0 ? String(ordinal) : '',
    numberInTwo(visit.number),
    `${visit.person.name}\n${visit.person.department}`,
    once(visit.purpose),
    [numberInTwo(copy.number), copy.copyNo].filter(Boolean).join('\n'),
    copy.document.title ?? '',
    markInBox(copy.document.mark),
    once(visit.room),
    once(instantInBox(visit.cameAt, String(year))),
    visit.leftAt ? once(instantInBox(visit.leftAt, String(year))) : '',
    once(visit.reproduction ? `按${visit.reproduction.number}` : '否'),
    once(signature(visit.take)),
    visit.giveBack ? once(signature(visit.giveBack)) : '',
    once(officers(visit)),
  ]
}

const rowsOf = (visit: VisitRow, ordinal: number, year: number): ReactNode[] =>
  visit.copies.flatMap(({ id, number }, place) =>
    bookRows(`${visit.id}-${id}`, `${visit.number} ${number}`, BOXES, textsOf(visit, place, ordinal, year), FULL_LINE),
  )

/** The 查阅登记簿 of a year: A4 landscape, one line a copy that was read, sign-off at the end (F1(7)a). */
export const visitsForm = ({ frame, year, lines }: VisitsPaper): Form => ({
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
      columns: widthsOf(BOXES),
      head: headOf(BOXES),
      rows: [
        ...lines.flatMap((visit, place) => rowsOf(visit, place + 1, year)),
        ending(BOXES.length, lines.length === 0 ? '（本年度没有查阅）' : undefined),
      ],
    },
    { key: 'sign-off', columns: [140.5, 140.5], rows: [signOff], closing: true },
  ],
})
