import type { ReactNode } from 'react'
import type { RegisterPaper } from '../../contract/paper.ts'
import { type Level, levelLabel, numberWord, rangeInWords, registerLabel } from '../../contract/terms.ts'
import { pair } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { rangeOf, registerForm } from './register.tsx'
import type { Section } from './section.tsx'
import { Signed } from './signed.tsx'
import { dayOfInstant } from './wording.ts'

type Bound = RegisterPaper & { bound: NonNullable<RegisterPaper['bound']>; level?: Level }

const COLUMNS = [36, 104.5, 36, 104.5]

const rangeOfLines = (lines: Bound['lines']): string => rangeInWords(lines[0]?.number ?? null, lines.at(-1)?.number ?? null)

/** From the first to the last number, those of 补录 apart: of the whole register as it was closed, of one level as its lines stand. */
const numbersOf = ({ bound, register, lines, level }: Bound): string => {
  const isOwn = ({ number }: Bound['lines'][number]) => number.startsWith(numberWord[register])
  const book = bound.counts.books.find((one) => one.register === register)
  const own = level === undefined && book ? rangeInWords(book.first, book.last) : rangeOfLines(lines.filter(isOwn))
  const backfilled = lines.filter((line) => !isOwn(line))
  return backfilled.length === 0 ? own : `${own}；补录 ${rangeOfLines(backfilled)}`
}

const wide = (key: string, className: string, text: ReactNode): ReactNode => (
  <tr key={key}>
    <td colSpan={4} className={className}>
      {text}
    </td>
  </tr>
)

/** What the cover and the last page both say of the closing. */
const closingRows = (paper: Bound): ReactNode[] => {
  const { bound, year } = paper
  const copies = paper.lines.reduce((sum, { counted }) => sum + counted, 0)
  return [
    pair('range', [
      ['编号', numbersOf(paper)],
      ['件数、份数', `${paper.lines.length} 件 ${copies} 份`],
    ]),
    pair('closed', [
      ['关账', <Signed key="closed" mark={bound.closed} year={String(year)} />],
      ['会签', <Signed key="approved" mark={bound.approved} year={String(year)} />],
    ]),
  ]
}

/** The cover: whose register of which year it is, what it holds, and who closed it. */
const cover = (paper: Bound): Section => ({
  key: 'cover',
  columns: COLUMNS,
  rows: [
    wide(
      'name',
      'book-cover',
      <>
        <span>{paper.frame.unit}</span>
        <strong>{registerLabel[paper.register]}</strong>
        <span>{paper.year} 年度</span>
      </>,
    ),
    pair('about', [
      ['范围', rangeOf(paper.register, paper.level)],
      ['本册密级', paper.level ? levelLabel[paper.level] : paper.frame.mark || '无'],
    ]),
    ...closingRows(paper),
  ],
})

/** 本年登记簿共…页…件: the last page, signed by hand under the signatures of the closing. */
const closing = (paper: Bound): Section => {
  const rows = (pages: string): ReactNode[] => [
    wide('total', 'book-total', `本年登记簿共 ${pages} 页，登记 ${paper.lines.length} 件，编号 ${numbersOf(paper)}，以下无登记。`),
    ...closingRows(paper),
    pair('record', [
      ['关账日期', dayOfInstant(paper.bound.at)],
      ['关账时的记录', `${paper.bound.size} 条　根 ${paper.bound.root.slice(0, 12)}`],
    ]),
  ]
  return {
    key: 'closing',
    columns: COLUMNS,
    rows: rows('　　'),
    opens: true,
    listing: (pagesOf) => rows(String(pagesOf('sign-off')?.last ?? '　　')),
  }
}

/** The register of a closed year as a bound book: cover, every document in its order, and the page that closes it, with who signs (domain 2 收文登记簿). */
export const yearBookForm = (paper: Bound, rows: readonly ReactNode[]): Form => {
  const form = registerForm(paper, rows)
  const [lines, signOff] = form.sections as [Section, Section]
  return { ...form, sections: [cover(paper), { ...lines, opens: true }, closing(paper), signOff] }
}
