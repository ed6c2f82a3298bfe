import type { LedgerColumns } from '../../../contract/importing.ts'
import { contract, type Input, type Parsed } from '../../../contract/index.ts'
import type { LedgerColumn, LedgerKind } from '../../../contract/terms.ts'
import { plain, plainSymbol } from '../documents/numbers.ts'
import { parseInput } from '../door/parse.ts'
import { refuse } from '../door/refuse.ts'
import { copyNosIn, countIn, dayOf, markIn, urgencyIn, whereaboutsIn } from './cells.ts'
import { said } from './columns.ts'
import type { TableRow } from './table.ts'

/** The rows of a ledger that tell of one paper. */
export type Paper = { rows: TableRow[] }

/** A paper as it would be registered. `receivedOn`: by the ledger, null when that gives no day; `boxes`: of each copy, as they are called. */
export type Read = {
  registration: Parsed<'documents.register'>
  oldNumber: string | null
  receivedOn: string | null
  finished: { result: string } | undefined
  boxes: string[]
}

/** How a ledger's rows are read. */
export type Reading = { kind: LedgerKind; columns: LedgerColumns }

/** What makes rows one paper: 原收文号 of one year; of a list of copies else 文号 and title, without a 文号 title and day. Null: the row stands alone. */
const keyOf = (row: TableRow, { kind, columns }: Reading): string | null => {
  const of = (column: LedgerColumn) => plain(said(row, columns, column))
  const symbol = plainSymbol(of('symbol'))
  const same = [of('sender'), symbol || dayOf(said(row, columns, 'madeOn')), of('title')]
  const oldNumber = of('oldNumber')
  if (kind === 'intake') return oldNumber === '' ? null : [dayOf(said(row, columns, 'receivedOn')).slice(0, 4), oldNumber, ...same].join('\n')
  return same.join('\n')
}

/** Puts rows together to papers, in the order of their first rows. */
export const gathering = (reading: Reading): { papers: Paper[]; add(row: TableRow): void } => {
  const byKey = new Map<string, Paper>()
  const papers: Paper[] = []
  const add = (row: TableRow): void => {
    const key = keyOf(row, reading)
    const known = key === null ? undefined : byKey.get(key)
    if (known) {
      known.rows.push(row)
      return
    }
    const paper = { rows: [row] }
    papers.push(paper)
    if (key !== null) byKey.set(key, paper)
  }
  return { papers, add }
}

/** Whether a row tells of what is no longer held; refused while somebody has it. */
export const isGone = (row: TableRow, { columns }: Reading): boolean => {
  const where = whereaboutsIn(said(row, columns, 'whereabouts'))
  if (where === 'out')
    refuse('rule.forbids', '去向写明借出、在外，不能登记为在箱。请先收回，在表中改写去向，再导入；借用在导入后办理。', {
      clause: 'F1(4)a',
      field: 'whereabouts',
    })
  return where === 'gone'
}

/** The copies of a row: by its 份数, by its 份号, or one. */
const copiesIn = (row: TableRow, columns: LedgerColumns) => {
  const copyNos = copyNosIn(said(row, columns, 'copyNo'))
  const count = countIn(said(row, columns, 'copies')) ?? Math.max(1, copyNos.length)
  return { copyNos, count, box: said(row, columns, 'box') }
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)

/** The first thing that one of the rows says in a column. */
const firstSaid = (rows: readonly TableRow[], columns: LedgerColumns) => (column: LedgerColumn) =>
  rows.map((row) => said(row, columns, column)).find((text) => text !== '') ?? ''

/** Everything that the rows say in a column, each once. */
const allSaid = (rows: readonly TableRow[], columns: LedgerColumns) => (column: LedgerColumn) =>
  [...new Set(rows.map((row) => said(row, columns, column)).filter((text) => text !== ''))].join('；')

/** Each row of a paper says the same of it. */
const refuseDiffering = (rows: readonly TableRow[], columns: LedgerColumns): void => {
  for (const column of ['mark', 'period', 'madeOn', 'returnBy', 'urgency'] as const) {
    const meaning = column === 'madeOn' || column === 'returnBy' ? dayOf : plain
    const values = new Set(rows.map((row) => meaning(said(row, columns, column))).filter((text) => text !== ''))
    if (values.size > 1) refuse('input.format', '同一文件的几行写得不一样，请照原件核对后改成一致。', { clause: 'F1(3)a', field: column })
  }
}

/** Where a column's name is another than that of the registration's box. */
const COLUMN_OF: Record<string, LedgerColumn> = {
  'envelope.receivedAt': 'receivedOn',
  level: 'mark',
  listed: 'copies',
  counted: 'copies',
  copyNos: 'copyNo',
}

/** The column that a refusal of the registration is about. */
export const columnOf = (field: string | undefined): LedgerColumn | null => {
  if (field === undefined) return null
  if (field.startsWith('period')) return 'mark'
  const [head = ''] = field.split('.')
  return COLUMN_OF[field] ?? COLUMN_OF[head] ?? (head as LedgerColumn)
}

const optional = (text: string) => (text === '' ? undefined : text)

/** Reads the rows of one paper as a registration, held against the contract. Refused at the column where one of them cannot be read. */
export const readPaper = (rows: readonly TableRow[], { kind, columns }: Reading): Read => {
  const first = firstSaid(rows, columns)
  const all = allSaid(rows, columns)
  const days = (column: LedgerColumn) => optional(dayOf(first(column)))
  refuseDiffering(rows, columns)
  const { level, period } = markIn(first('mark'), first('period'))
  const copies = rows.map((row) => copiesIn(row, columns))
  const count = sumOf(copies.map((row) => row.count))
  const receivedOn = days('receivedOn') ?? null
  if (kind === 'intake' && receivedOn === null) refuse('input.missing', '此项必填。', { clause: 'F1(1)b', field: 'envelope.receivedAt' })
  const madeOn = days('madeOn')
  if (madeOn === undefined)
    return refuse('input.missing', '此项必填，保密期限从这一天起算。请照原件补上。', { clause: '实施条例19', field: 'madeOn' })
  const sender = first('sender')
  // One copy in a volume does not end the handling of a paper whose others are in the box.
  const filed = rows.every((row) => whereaboutsIn(said(row, columns, 'whereabouts')) === 'filed')
  const result = all('result') || (filed ? all('whereabouts') : '')
  const input: Input<'documents.register'> = {
    envelope: { envelopeNo: '补录', sender: sender || '-', receivedAt: `${receivedOn ?? madeOn}T00:00`, sealIntact: true },
    sender,
    symbol: first('symbol'),
    title: first('title'),
    attachments: all('attachments'),
    urgency: urgencyIn(first('urgency')),
    madeOn,
    addressee: all('addressee'),
    handledBy: all('handledBy'),
    returnBy: days('returnBy'),
    remarks: all('remarks'),
    level,
    period,
    listed: count,
    counted: count,
    copyNos: copies.flatMap(({ copyNos }) => copyNos),
  }
  return {
    registration: parseInput(contract['documents.register'].input, input),
    oldNumber: optional(first('oldNumber')) ?? null,
    receivedOn,
    finished: result === '' ? undefined : { result },
    boxes: copies.flatMap(({ count: n, box }) => Array.from({ length: n }, () => box)),
  }
}
