import type { BoxOf } from '../../contract/forms.ts'
import type { PublicationsPaper } from '../../contract/paper.ts'
import { channelLabel, publicationClassLabel, publicationStandingLabel } from '../../contract/terms.ts'
import { bookRows } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { ending } from './rows.tsx'
import { bookOn, columnsOn, type Look, textsOn } from './template.tsx'
import { dayInBox, numberInTwo } from './wording.ts'

/** How the columns of the 公开目录 take their texts. */
const LOOKS: Record<BoxOf<'publications'>, Look> = {
  ordinal: { perLine: 3.4, centred: true },
  number: { perLine: 7.7, centred: true },
  class: { perLine: 10 },
  title: { perLine: 18 },
  madeOn: { perLine: 6.4, centred: true },
  department: { perLine: 7, centred: true },
  channels: { perLine: 7, centred: true },
  review: { perLine: 7.7, centred: true },
  published: { perLine: 7.2, centred: true },
  standing: { perLine: 7.2, centred: true },
}
/** Chinese characters on a line over the full width. */
const FULL_LINE = 80

type Row = PublicationsPaper['rows'][number]
/** The day it was made public; until then its last day, in brackets. */
const publishedOn = ({ publishedOn: on, publishBy }: Row): string => (on ? dayInBox(on) : publishBy ? `（${dayInBox(publishBy)}）` : '')

const textsOf = (row: Row, ordinal: number): Record<BoxOf<'publications'>, string> => ({
  ordinal: String(ordinal),
  number: numberInTwo(row.number),
  class: publicationClassLabel[row.class],
  title: row.title,
  madeOn: dayInBox(row.madeOn),
  department: row.department,
  channels: [
    ...row.channels.filter((one) => one !== 'elsewhere').map((one) => channelLabel[one]),
    ...(row.channelNote ? [row.channelNote] : []),
  ].join('、'),
  review: row.review ? numberInTwo(row.review.number) : '',
  published: publishedOn(row),
  standing: [publicationStandingLabel[row.standing], row.takeDownBy && `${dayInBox(row.takeDownBy)}下网`].filter(Boolean).join('\n'),
})

/** The 政府信息公开目录 of a year: A4 landscape, sign-off at the end (A三(一)). */
export const publicationsForm = ({ frame, year, class: heading, onlyPublic, rows }: PublicationsPaper): Form => {
  const columns = columnsOn(frame.template, LOOKS)
  const notes = [...new Set(rows.flatMap(({ publishNote }) => publishNote ?? []))]
  const count = (...standings: Row['standing'][]) => rows.filter(({ standing }) => standings.includes(standing)).length
  return {
    frame,
    landscape: true,
    title: '政府信息公开目录',
    about: (
      <>
        <span>
          年度：{year} 年{onlyPublic && '　已公开的'}
          {heading && `　${publicationClassLabel[heading]}`}
        </span>
        <span>
          共 {rows.length} 件，公开 {count('published', 'toTakeDown')} 件，已下网 {count('takenDown')} 件，待公开{' '}
          {count('toReview', 'ready', 'refused')} 件，撤回、不公开、作废 {count('withdrawn', 'withheld', 'cancelled')} 件
          {notes.length > 0 && `；公开期限${notes.join('、')}`}
        </span>
      </>
    ),
    rule: '先审查、后公开；除长期公开的类别外，网上留存1年',
    sections: bookOn(frame.template, columns, [
      ...rows.flatMap((row, place) => bookRows(String(row.id), row.number, columns, textsOn(columns, textsOf(row, place + 1)), FULL_LINE)),
      ending(columns.length, rows.length === 0 ? '（本年度没有列入的信息）' : undefined),
    ]),
  }
}
