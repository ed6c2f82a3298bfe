import writeExcelFile from 'write-excel-file/node'
import { sanitizeTextContent } from 'write-excel-file/utility'
import type { Cell, Column } from './listing.ts'

/** What a file says of itself before its rows. */
export type Head = { title: string; unit: string; number: string; by: string; at: string; filter: string }
/** All that makes a file: `mark` is the highest in its rows. */
export type Contents = { head: Head; columns: readonly Column[]; mark: string; rows: readonly (readonly Cell[])[] }

/** Excel takes no longer a head or foot. */
const LONGEST_LINE = 255

/** `&` begins a code of Excel's own, so that one in a text is doubled. */
const plainly = (words: string) => words.replaceAll('&', '&&')

/** A head or foot of the printed page, left and right; a mark as long as a paragraph is cut here, for it stands whole in the first row. */
const pageLine = (left: string, right: string): string =>
  sanitizeTextContent(`&L${plainly(left).slice(0, LONGEST_LINE - right.length - 4)}&R${right}`)

/** Mark, unit and list stand above every printed page, number, by whom, when and the page below it. */
const pageLines = ({ head: { title, unit, number, by, at }, mark }: Contents): string =>
  `<headerFooter><oddHeader>${pageLine(`${mark}  ${unit}`, plainly(title))}</oddHeader><oddFooter>${pageLine(`${number}  ${by}  ${at}`, '&P / &N')}</oddFooter></headerFooter>`

const text = (value: string, more: object = {}) => ({ value, type: String, ...more }) as const

/** Text stays text whatever it begins with: a cell of a file is no formula unless the file says so. */
const cellOf = (value: Cell) => (value === null ? null : typeof value === 'number' ? { value, type: Number } : text(value, { wrap: true }))

/** The rows above the list: mark, unit, list, number, by whom and when; what it was filtered by and how many rows; the heads of the columns. */
const topRows = ({ head, mark, columns, rows }: Contents) => {
  const across = (value: string, more: object = {}) => [text(value, { columnSpan: columns.length, ...more }), ...columns.slice(1).map(() => null)]
  return [
    across(`${mark}　${head.unit}　${head.title}　${head.number}　${head.by}　${head.at}`, { fontWeight: 'bold' }),
    across(`条件：${head.filter || '全部'}　共 ${rows.length} 行`),
    columns.map(({ head: words }) => text(words, { fontWeight: 'bold', borderStyle: 'thin', wrap: true })),
  ]
}
const TOP_ROWS = 3

/** Makes the bytes of an .xlsx file. */
export const workbook = (contents: Contents): Promise<Buffer> =>
  writeExcelFile(
    [...topRows(contents), ...contents.rows.map((row) => row.map(cellOf))],
    {
      sheet: contents.head.title,
      columns: contents.columns.map(({ width }) => ({ width })),
      orientation: 'landscape',
      stickyRowsCount: TOP_ROWS,
    },
    {
      features: [
        {
          files: {
            transform: {
              'xl/worksheets/sheet{id}.xml': {
                transform: (xml: string) => xml.replace(/<pageSetup[^>]*\/>/, (setup) => setup + pageLines(contents)),
              },
            },
          },
        },
      ],
    },
  ).toBuffer()
