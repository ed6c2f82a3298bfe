import type { PublicationRow } from '../../../contract/publication-views.ts'
import { channelLabel, publicationClassLabel, publicationStandingLabel } from '../../../contract/terms.ts'
import type { Read } from '../door/unit.ts'
import { list, reviewsOf } from '../publication/reading.ts'
import { marksOfReviews } from '../review/marks.ts'
import { type Exported, exported, paged } from './listing.ts'

/** The marks of the reviews: of the papers that the texts come from, and their 拟定密级. */
const others = (read: Read, rows: readonly PublicationRow[]) => marksOfReviews(read, reviewsOf(rows))

/** The list of 主动公开. */
export const publicationLists = {
  publications: exported<PublicationRow>({ by: ['officer'], newestFirst: true, pages: paged('publication.list', list), others }, [
    ['目录编号', 18, (row) => row.number],
    ['状态', 12, (row) => publicationStandingLabel[row.standing]],
    ['密级', 14, (row) => row.mark],
    ['目录类别', 30, (row) => publicationClassLabel[row.class]],
    ['信息名称', 50, (row) => row.title],
    ['产生日期', 12, (row) => row.madeOn],
    ['责任科室', 16, (row) => row.department],
    [
      '公开方式',
      24,
      ({ channels, channelNote }) => [...channels.map((channel) => channelLabel[channel]), ...(channelNote ? [channelNote] : [])].join('、'),
    ],
    ['审查编号', 18, (row) => row.review?.number ?? null],
    ['公开期限', 12, (row) => row.publishBy],
    ['公开日期', 12, (row) => row.publishedOn],
    ['下网日期', 12, (row) => row.takeDownBy],
  ]),
} satisfies Record<string, Exported>
