import type { Output } from '../../../contract/index.ts'
import type { LentLine } from '../../../contract/lending-views.ts'
import { holdingKindLabel, loanOverdueLabel, loanStateLabel, overdueLabel, visitStateLabel } from '../../../contract/terms.ts'
import { lentNow } from '../lending/out.ts'
import { loans, visits } from '../lending/reading.ts'
import { exported, names, paged, when, whole, yes } from './listing.ts'

const officer = ['officer'] as const

type Row<N extends 'lending.loans' | 'lending.visits'> = Output<N>['rows'][number]

/** What 借阅 has leave as files: loans, visits to the reading room, and what is out now. */
export const lendingLists = {
  loans: exported<Row<'lending.loans'>>(
    { by: officer, newestFirst: true, pages: paged('lending.loans', loans), documents: (_read, rows) => rows.map(({ copy }) => copy.document.id) },
    [
      ['借用编号', 18, (row) => row.number],
      ['状态', 12, (row) => loanStateLabel[row.state]],
      ['份的编号', 22, (row) => row.copy.number],
      ['标题', 50, (row) => row.copy.document.title],
      ['来文字号', 22, (row) => row.copy.document.symbol],
      ['密级（保密期限）', 18, (row) => row.copy.document.mark],
      ['借用人', 22, (row) => names(row.borrower)],
      ['申请时间', 17, (row) => when(row.enteredAt)],
      ['应还', 12, (row) => row.due],
      ['逾期', 12, (row) => yes(row.overdue, loanOverdueLabel)],
      ['逾期天数', 10, (row) => row.overdueDays],
    ],
  ),
  visits: exported<Row<'lending.visits'>>(
    {
      by: officer,
      newestFirst: true,
      pages: paged('lending.visits', visits),
      documents: (_read, rows) => rows.flatMap(({ copies }) => copies.map(({ document }) => document.id)),
    },
    [
      ['查阅编号', 18, (row) => row.number],
      ['状态', 12, (row) => visitStateLabel[row.state]],
      ['查阅人', 22, (row) => names(row.person)],
      ['用途', 30, (row) => row.purpose],
      ['地点', 14, (row) => row.room],
      ['编号', 40, (row) => row.copies.map(({ number }) => number).join('、')],
      ['标题', 50, (row) => row.copies.map(({ document }) => document.title ?? '').join('；')],
      ['进入时间', 17, (row) => when(row.cameAt)],
      ['离开时间', 17, (row) => when(row.leftAt)],
      ['抄录、复制', 18, (row) => row.reproduction?.number ?? '否'],
    ],
  ),
  lent: exported<LentLine>(
    {
      by: officer,
      pages: whole('lending.lent', (query, asked) => lentNow(query, asked).lines),
      documents: (_read, rows) => rows.map(({ copy }) => copy.document.id),
    },
    [
      ['编号', 22, (row) => row.copy.number],
      ['份号', 10, (row) => row.copy.copyNo],
      ['标题', 50, (row) => row.copy.document.title],
      ['密级（保密期限）', 18, (row) => row.copy.document.mark],
      ['持有人', 22, (row) => names(row.holder)],
      ['领取时间', 17, (row) => when(row.since)],
      ['依据', 10, (row) => (row.under.kind === 'circulation' ? '传阅' : holdingKindLabel[row.under.kind])],
      ['依据编号', 18, (row) => row.under.number],
      ['应还', 12, (row) => row.due],
      ['逾期', 10, (row) => yes(row.overdue, overdueLabel)],
      ['逾期天数', 10, (row) => row.overdueDays],
    ],
  ),
}
