import type { ReviewRow, ReviewSummaryLine } from '../../../contract/review-views.ts'
import { attributeLabel, carrierLabel, reviewOutcomeLabel, reviewStateLabel } from '../../../contract/terms.ts'
import type { Read } from '../door/unit.ts'
import { marksOfReviews } from '../review/marks.ts'
import { list, summary } from '../review/reading.ts'
import { trainingLists } from './training-list.ts'
import { type Exported, exported, paged, when, whole } from './listing.ts'

const officer = ['officer'] as const
/** The marks of the cases: of the papers that they come from, and their 拟定密级. */
const others = (read: Read, rows: readonly { id: number }[]) =>
  marksOfReviews(
    read,
    rows.map(({ id }) => id),
  )

/** The lists of 保密审查: its cases, what was decided in a month, and who was trained. */
export const reviewLists = {
  reviews: exported<ReviewRow>({ by: officer, newestFirst: true, pages: paged('review.list', list), others }, [
    ['审查编号', 18, (row) => row.number],
    ['状态', 14, (row) => reviewStateLabel[row.state]],
    ['信息名称', 50, (row) => row.title],
    ['文号', 22, (row) => row.symbol],
    ['载体形式', 10, (row) => carrierLabel[row.carrier]],
    ['公开属性', 14, (row) => row.attribute && attributeLabel[row.attribute]],
    ['拟公开单位', 24, (row) => row.unit],
    ['承办科室', 16, (row) => row.department],
    ['密级', 14, (row) => row.mark],
    ['承办人', 12, (row) => row.handler.name],
    ['版次', 8, (row) => row.version],
    ['拟公开时间', 12, (row) => row.plannedOn],
    ['现状起始', 17, (row) => when(row.since)],
    ['已停工作日', 12, (row) => row.idleDays],
  ]),
  reviewSummary: exported<ReviewSummaryLine>({ by: officer, pages: whole('review.summary', (query, asked) => summary(query, asked).lines), others }, [
    ['审查编号', 18, (row) => row.number],
    ['信息名称', 50, (row) => row.title],
    ['文号', 22, (row) => row.symbol],
    ['载体形式', 10, (row) => carrierLabel[row.carrier]],
    ['拟公开单位', 24, (row) => row.unit],
    ['版次', 8, (row) => row.version],
    ['结论', 18, (row) => reviewOutcomeLabel[row.outcome]],
    ['确定日期', 12, (row) => row.decidedOn],
    ['确定人', 12, (row) => row.by],
  ]),
  ...trainingLists,
} satisfies Record<string, Exported>
