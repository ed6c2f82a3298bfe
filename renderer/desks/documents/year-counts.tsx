import type { YearCounts } from '../../../contract/documents-years.ts'
import {
  carriedLabel,
  copyStateLabel,
  documentStateLabel,
  levelLabel,
  numberWord,
  type NumberSeries,
  rangeInWords,
  registerLabel,
} from '../../../contract/terms.ts'
import { type ShortColumn, ShortList } from '../../components/short-list.tsx'

type Book = YearCounts['books'][number]
type Carried = YearCounts['carried'][number]
type Series = YearCounts['series'][number]

/** As many numbers are named; the rest is counted. */
const NAMED = 12

const several = (parts: readonly string[]) => parts.join('，') || '—'

const books: ShortColumn<Book>[] = [
  { title: '登记簿', width: 170, render: ({ register }) => registerLabel[register] },
  { title: '编号', width: 300, figures: true, render: ({ first, last }) => rangeInWords(first, last) },
  {
    title: '件数',
    width: 130,
    figures: true,
    render: ({ documents, backfilled }) => (backfilled > 0 ? `${documents}（补录 ${backfilled}）` : documents),
  },
  { title: '密级', render: ({ levels }) => several(levels.map(({ level, documents }) => `${levelLabel[level]} ${documents}`)) },
  { title: '办理', render: ({ states }) => several(states.map(({ state, documents }) => `${documentStateLabel[state]} ${documents}`)) },
  {
    title: '份数',
    width: 130,
    render: ({ received, made }) => several([...(received > 0 ? [`收 ${received}`] : []), ...(made > 0 ? [`自制 ${made}`] : [])]),
  },
  { title: '各份', render: ({ copies: of }) => several(of.map(({ state, copies }) => `${copyStateLabel[state]} ${copies}`)) },
]
const carried: ShortColumn<Carried>[] = [
  { title: '结转下年', width: 170, render: ({ what }) => carriedLabel[what] },
  { title: '数', width: 70, figures: true, render: ({ numbers }) => numbers.length },
  {
    title: '编号',
    figures: true,
    render: ({ numbers }) => `${numbers.slice(0, NAMED).join('、')}${numbers.length > NAMED ? ` 等 ${numbers.length} 个` : ''}`,
  },
]
const series: ShortColumn<Series>[] = [
  { title: '其他编号', width: 170, render: ({ series: name }) => numberWord[name as NumberSeries] },
  { title: '数', width: 70, figures: true, render: ({ count }) => count },
  { title: '起止', figures: true, render: ({ first, last }) => rangeInWords(first, last) },
]

/** What was counted of a year: its registers, what is carried over, its other numbers, each from the first to the last without a gap. */
export const Counted = ({ of: counts }: { of: YearCounts }) => (
  <>
    <ShortList columns={books} rows={counts.books} rowKey={({ register }) => register} />
    <ShortList
      columns={carried}
      rows={counts.carried.filter(({ numbers }) => numbers.length > 0)}
      rowKey={({ what }) => what}
      empty="没有结转下年的事项"
    />
    <ShortList columns={series} rows={counts.series} rowKey={({ series: name }) => name} empty="这一年没有其他编号" />
  </>
)
