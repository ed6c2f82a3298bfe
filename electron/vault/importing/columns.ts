import type { LedgerColumns } from '../../../contract/importing.ts'
import { LEDGER_COLUMNS, type LedgerColumn, type LedgerKind, ledgerColumnLabel, NEEDED_COLUMNS } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Work } from '../door/unit.ts'
import { canonicalJson, sha256 } from '../storage/bytes.ts'
import { HEAD_ROWS, type Table, type TableRow } from './table.ts'

/** What ledgers call a column, but for the name that it has here. The first that fits is taken. */
const SYNONYMS: Record<LedgerColumn, readonly string[]> = {
  oldNumber: ['收文号', '收文编号', '登记号', '登记编号', '编号', '序号', '收文序号'],
  receivedOn: ['收文时间', '收到日期', '收件日期', '登记日期', '接收日期', '签收日期', '收文日'],
  sender: ['来文单位', '发文机关', '发文单位', '来文部门', '制发机关', '制文单位', '发文字号机关'],
  symbol: ['文号', '发文字号', '文件字号', '来文文号', '文件编号', '发文号', '字号'],
  title: ['文件标题', '文件名称', '题名', '文件题名', '名称', '事由', '内容'],
  copies: ['数量', '件数', '收文份数', '份'],
  copyNo: ['份号', '编号份号', '印号', '份数编号', '份序号'],
  mark: ['密级', '密级期限', '密级和保密期限', '密级及期限', '秘密等级', '密级与保密期限'],
  period: ['期限', '保密年限', '保密期'],
  urgency: ['缓急', '紧急', '缓急程度', '紧急等级'],
  madeOn: ['成文时间', '发文日期', '制发日期', '签发日期', '印发日期', '文件日期', '成文日'],
  addressee: ['主送机关', '主送单位'],
  handledBy: ['承办部门', '承办科室', '承办处室', '主办单位', '承办'],
  attachments: ['附件名称', '附件情况'],
  returnBy: ['清退期限', '应清退日期', '退文日期', '清退时限'],
  result: ['办理情况', '处理结果', '办结情况', '处理情况', '办理'],
  whereabouts: ['现去向', '文件去向', '处置', '处置情况', '归卷清退销毁', '归档清退销毁', '状态'],
  box: ['箱号', '存放位置', '保密箱号', '存放地点', '存放处', '柜号', '位置'],
  remarks: ['说明', '备考'],
}

/** A head without what is only there for the eye. */
const plainHead = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')

const namesOf = (column: LedgerColumn): string[] => [plainHead(ledgerColumnLabel[column]), ...SYNONYMS[column]]

/** What the heads seem to say; a head is taken once, by the column whose name it is, then by one whose name it holds. */
export const suggested = (heads: readonly string[]): LedgerColumns => {
  const plainHeads = heads.map(plainHead)
  const columns: LedgerColumns = {}
  const taken = new Set<number>()
  const take = (fits: (head: string, name: string) => boolean) => {
    for (const column of LEDGER_COLUMNS) {
      if (columns[column] !== undefined) continue
      const place = namesOf(column)
        .map((name) => plainHeads.findIndex((head, at) => !taken.has(at) && head !== '' && fits(head, name)))
        .find((at) => at >= 0)
      if (place === undefined) continue
      columns[column] = place
      taken.add(place)
    }
  }
  take((head, name) => head === name)
  take((head, name) => name.length > 1 && head.includes(name))
  return columns
}

/** The row of the heads: of the first rows the one that says most. */
export const headRowOf = ({ rows }: Table): number => {
  const said = rows.slice(0, HEAD_ROWS).map(({ cells }) => Object.keys(suggested(cells)).length)
  return Math.max(0, said.indexOf(Math.max(...said)))
}

/** A list of copies has a place for each of them, or says no day of receipt. */
export const kindOf = (columns: LedgerColumns): LedgerKind =>
  columns.box !== undefined || (columns.receivedOn === undefined && columns.copyNo !== undefined) ? 'holdings' : 'intake'

const headsDigest = (heads: readonly string[]): string => sha256(Buffer.from(canonicalJson(heads.map(plainHead)))).toString('hex')

type Remembered = { id: number; kind: LedgerKind; columns: string }
const rememberedRow = (read: Read, heads: readonly string[]) =>
  read.get<Remembered>('SELECT id, kind, columns FROM import_columns WHERE heads = ?', headsDigest(heads))

/** What was said of a file with the same heads the last time. */
export const rememberedFor = (read: Read, heads: readonly string[]): { kind: LedgerKind; columns: LedgerColumns } | null => {
  const row = rememberedRow(read, heads)
  return row ? { kind: row.kind, columns: JSON.parse(row.columns) } : null
}

/** Keeps which column says what for the next file with the same heads. */
export const remember = (work: Work, heads: readonly string[], kind: LedgerKind, columns: LedgerColumns): void => {
  const said = { kind, columns: canonicalJson(columns) }
  const before = rememberedRow(work.read, heads)
  if (before && before.kind === said.kind && before.columns === said.columns) return
  const by = { by_person: work.asking.person.id, at: work.now.toISOString() }
  if (before) work.change('import_columns', before.id, { ...said, ...by })
  else work.insert('import_columns', { heads: headsDigest(heads), ...said, ...by })
}

/** Refuses columns by which nothing could be registered: one that is needed is not named, one place named twice, one beyond the sheet. */
export const refuseColumns = (heads: readonly string[], kind: LedgerKind, columns: LedgerColumns): void => {
  const places = Object.values(columns)
  const twice = LEDGER_COLUMNS.find((column) => places.filter((place) => place === columns[column]).length > 1)
  if (twice) refuse('input.duplicate', '同一栏不得当作两项，请核对各项对应的栏。', { clause: 'F1(1)b', field: `columns.${twice}` })
  const beyond = LEDGER_COLUMNS.find((column) => (columns[column] ?? 0) >= heads.length)
  if (beyond) refuse('input.unknownRecord', '所选的表没有这一栏，请重新选择。', { clause: 'F1(1)b', field: `columns.${beyond}` })
  const needed = [...NEEDED_COLUMNS, ...(kind === 'intake' ? (['receivedOn'] as const) : [])]
  const missing = needed.find((column) => columns[column] === undefined)
  if (missing)
    refuse('input.missing', `没有指明哪一栏是${ledgerColumnLabel[missing]}，登记缺不了这一项。请选定；原台账没有的，先在表中补上一栏。`, {
      clause: 'F1(1)b',
      field: `columns.${missing}`,
    })
}

/** What a row says in a column; nothing where it has none. */
export const said = ({ cells }: TableRow, columns: LedgerColumns, column: LedgerColumn): string => {
  const place = columns[column]
  return place === undefined ? '' : (cells[place] ?? '')
}
