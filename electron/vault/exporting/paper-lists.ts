import type { StockLine, StockPlace } from '../../../contract/keeping-views.ts'
import type { MediumUse } from '../../../contract/media-views.ts'
import type { CopyLedgerLine, ExpiryPaper, HandoverLine, ReturnLine } from '../../../contract/paper.ts'
import {
  copyKindLabel,
  copyStateLabel,
  expiryLabel,
  type Level,
  levelLabel,
  mediumKindLabel,
  mediumOverdueLabel,
  mediumUseStateLabel,
} from '../../../contract/terms.ts'
import { expiryList } from '../documents/expiry-list.ts'
import { levelAlone } from '../documents/marking.ts'
import type { Read } from '../door/unit.ts'
import { get as handoverView } from '../handover/reading.ts'
import { get as stockTakingView } from '../keeping/reading.ts'
import { usesWithin } from '../media/reading.ts'
import { copyLedger } from '../paper/copy-ledger.ts'
import { destructionShown, returnLines, returnShown } from '../paper/disposal.ts'
import { handoverLines } from '../paper/handover.ts'
import { yearSpan } from '../paper/year.ts'
import { holdingsList } from './holdings.ts'
import { type Box, type Cell, exported, type Exported, ofRecord, when, whole, yes } from './listing.ts'

const officer = ['officer'] as const
const joined = (texts: readonly (string | null)[]): string | null => texts.filter(Boolean).join('、') || null

/** The documents that these copies are of. */
const documentsOf = (read: Read, copies: readonly { id: number }[]): number[] =>
  read
    .all<{ document: number }>(
      'SELECT DISTINCT document FROM json_each(?) AS named JOIN copy ON copy.id = named.value',
      JSON.stringify(copies.map(({ id }) => id)),
    )
    .map(({ document }) => document)

/** A line of a 清退清单 or 移交清单, with the number of its list. */
type Owed<L extends HandoverLine | ReturnLine> = { list: string; line: L }

/** 按文号排列: what was to go, what went, the difference and what explains it; before it was counted those are open. */
const owedBoxes = <L extends HandoverLine | ReturnLine>(wentOf: (line: L) => number | null): readonly Box<Owed<L>>[] => [
  ['清单编号', 18, ({ list }) => list],
  ['文号', 22, ({ line }) => line.symbol],
  ['标题', 50, ({ line }) => line.title],
  ['编号', 30, ({ line }) => joined(line.copies.map(({ number }) => number))],
  ['份号', 16, ({ line }) => joined(line.copies.map(({ copyNo }) => copyNo))],
  ['密级（保密期限）', 18, ({ line }) => line.mark],
  ['应退份数', 10, ({ line }) => line.copies.length],
  ['实退', 8, ({ line }) => wentOf(line)],
  ['差额', 8, ({ line }) => [wentOf(line)].map((went) => (went === null ? null : line.copies.length - went))[0] as Cell],
  ['留用说明', 30, ({ line }) => line.notes.join('；') || null],
]

/** A row of a 清点表: 账, 实, 差 of a place, or one copy that is more than counted. */
type Stock = { number: string; closed: boolean } & ({ place: StockPlace } | { kind: string; line: StockLine })
const ofPlace = (cell: (place: StockPlace, closed: boolean) => Cell) => (row: Stock) => ('place' in row ? cell(row.place, row.closed) : null)
const ofLine = (cell: (line: StockLine) => Cell) => (row: Stock) => ('line' in row ? cell(row.line) : null)

/** A line of a 销毁清单: a copy, or a carrier. */
type ToDestroy = { batch: string; number: string; own: string | null; name: string; symbol: string | null; mark: string } & {
  pages: number | null
  withheld: string | null
  kept: string | null
  document: number | null
  level: Level
}

/** What is printed with boxes to sign, as files: the same lines of the same record or year. */
export const paperLists = {
  expiring: exported<ExpiryPaper['lines'][number]>(
    {
      by: officer,
      pages: whole('paper.expiry', (query, asked) => expiryList(query, asked, Number.MAX_SAFE_INTEGER).lines),
      documents: (_read, rows) => rows.map(({ id }) => id),
    },
    [
      ['编号', 20, (row) => row.number],
      ['来文机关', 24, (row) => row.sender],
      ['来文字号', 22, (row) => row.symbol],
      ['标题', 50, (row) => row.title],
      ['密级（保密期限）', 18, (row) => row.mark],
      ['成文日期', 12, (row) => row.madeOn],
      ['期限至', 12, (row) => row.expiresOn],
      ['状态', 14, (row) => row.expiry && expiryLabel[row.expiry]],
      ['审核、通知情况', 50, (row) => row.outcome || null],
    ],
  ),
  copyLedger: exported<CopyLedgerLine>(
    {
      by: officer,
      pages: whole('paper.copyLedger', ({ read }, { year, level }) => copyLedger(read, year, level).lines),
      documents: documentsOf,
    },
    [
      ['编号', 24, (row) => row.number],
      ['种类', 10, (row) => copyKindLabel[row.kind]],
      ['原件编号', 22, (row) => row.source],
      ['标题', 50, (row) => row.title],
      ['文号', 22, (row) => row.symbol],
      ['密级（保密期限）', 18, (row) => row.mark],
      ['复制审批编号', 20, (row) => row.reproduction],
      ['批准人', 12, (row) => row.approvedBy],
      ['复制日期', 17, (row) => when(row.madeAt)],
      ['复制人', 12, (row) => row.copier],
      ['现在何处', 12, (row) => copyStateLabel[row.state]],
      ['持有人', 22, (row) => row.holder && `${row.holder.name}（${row.holder.department}）`],
      [
        '领取、归还',
        50,
        (row) =>
          row.holdings.map(({ person, givenAt, backAt }) => `${person} ${when(givenAt)}领取${backAt ? `，${when(backAt)}归还` : ''}`).join('；') ||
          null,
      ],
    ],
  ),
  holdings: holdingsList,
  handover: exported<Owed<HandoverLine> & { document: number }>(
    {
      by: officer,
      pages: ofRecord((query, record) => {
        const { number, list, state } = handoverView(query, { handover: record })
        return handoverLines(list, state).map((line) => ({ list: number, line, document: line.id }))
      }),
      documents: (_read, rows) => rows.map(({ document }) => document),
    },
    owedBoxes<HandoverLine>(({ found }) => found),
  ),
  returnList: exported<Owed<ReturnLine> & { document: number }>(
    {
      by: officer,
      pages: ofRecord((query, record) => {
        const { number, list } = returnShown(query, record)
        return returnLines(list).map((line) => ({ list: number, line, document: line.id }))
      }),
      documents: (_read, rows) => rows.map(({ document }) => document),
    },
    owedBoxes<ReturnLine>(({ going }) => going),
  ),
  destruction: exported<ToDestroy>(
    {
      by: officer,
      pages: ofRecord((query, record) => {
        const { number: batch, list, media } = destructionShown(query, record)
        return [
          ...list.map(({ number, copyNo, document: { id, title, symbol, mark, level }, pages, withheld, kept }) => ({
            ...{ batch, number, own: copyNo, name: title, symbol, mark, pages, withheld, kept, document: id, level },
          })),
          ...media.map(({ number, ownNumber, kind, level, kept }) => ({
            ...{
              batch,
              number,
              own: ownNumber,
              name: mediumKindLabel[kind],
              symbol: null,
              mark: levelLabel[level],
              pages: null,
              withheld: null,
              kept,
            },
            ...{ document: null, level },
          })),
        ]
      }),
      documents: (_read, rows) => rows.flatMap(({ document }) => document ?? []),
      others: (_read, rows) => rows.flatMap(({ document, level }) => (document === null ? levelAlone(level) : [])),
    },
    [
      ['清单编号', 18, (row) => row.batch],
      ['标题', 50, (row) => row.name],
      ['文号', 22, (row) => row.symbol],
      ['编号', 22, (row) => row.number],
      ['份号、自有编号', 18, (row) => row.own],
      ['密级', 18, (row) => row.mark],
      ['份数', 8, (row) => (row.withheld === null ? 1 : 0)],
      ['页数', 8, (row) => (row.withheld === null ? row.pages : null)],
      ['留用', 24, (row) => row.withheld],
      ['差额原因', 24, (row) => row.kept],
    ],
  ),
  stockTaking: exported<Stock>(
    {
      by: officer,
      pages: ofRecord((query, record) => {
        const { number, state, places, missing, surplus, moved } = stockTakingView(query, { stockTaking: record, absent: false })
        const of = { number, closed: state === 'done' }
        const each = (kind: string, lines: readonly StockLine[]) => lines.map((line) => ({ ...of, kind, line }))
        return [...places.map((place) => ({ ...of, place })), ...each('短少', missing), ...each('盘盈', surplus), ...each('出入', moved)]
      }),
      documents: (_read, rows) => rows.flatMap((row) => ('line' in row ? row.line.document.id : [])),
    },
    [
      ['清点编号', 18, (row) => row.number],
      ['类别', 8, (row) => ('place' in row ? '账实' : row.kind)],
      ['箱号', 14, (row) => ('place' in row ? (row.place.archived ? '归档' : (row.place.box ?? '未入箱')) : row.line.box)],
      ['账', 8, ofPlace(({ expected }) => expected)],
      ['实', 8, ofPlace(({ counted }, closed) => (closed ? counted : null))],
      ['清点中出入', 12, ofPlace(({ moved }, closed) => (closed ? moved : null))],
      ['差', 8, ofPlace(({ expected, counted, moved }, closed) => (closed ? expected - counted - moved : null))],
      ['编号', 22, ofLine(({ number }) => number)],
      ['标题', 50, ofLine(({ document }) => document.title)],
      ['密级（保密期限）', 18, ofLine(({ document }) => document.mark)],
      ['账上', 12, ofLine(({ ledger }) => copyStateLabel[ledger])],
      ['说明', 40, ofLine(({ note, moved, settled }) => [note, moved, settled?.note].filter(Boolean).join('；') || null)],
    ],
  ),
  mediaUses: exported<MediumUse>(
    {
      by: officer,
      // A book of a year, asked for as the 查阅登记簿 is.
      pages: whole('paper.visits', (query, { year }) => usesWithin(query, yearSpan(year))),
      others: (_read, rows) => rows.map(({ medium }) => levelAlone(medium.level)),
    },
    [
      ['领用编号', 18, (row) => row.number],
      ['载体编号', 18, (row) => row.medium.number],
      ['自有编号', 20, (row) => row.medium.ownNumber],
      ['密级', 8, (row) => levelLabel[row.medium.level]],
      ['领用人', 22, (row) => `${row.person.name}（${row.person.department}）`],
      ['用途', 30, (row) => row.purpose],
      ['使用地点', 18, (row) => row.place],
      ['携带外出', 10, (row) => yes(row.outside, '是')],
      ['批准人', 12, (row) => row.decision && (row.decision.paper?.of ?? row.decision.by)],
      ['领用时间', 17, (row) => when(row.givenAt)],
      ['应还', 12, (row) => row.until],
      ['归还时间', 17, (row) => when(row.backAt)],
      ['归还检查', 30, (row) => [row.check, row.condition].filter(Boolean).join('；') || null],
      ['状态', 12, (row) => mediumUseStateLabel[row.state]],
      ['逾期', 10, (row) => yes(row.overdueDays > 0, mediumOverdueLabel)],
    ],
  ),
} satisfies Record<string, Exported>
