import type { Output, ProcedureName } from '../../../contract/index.ts'
import {
  breachKindLabel,
  breachStateLabel,
  copyStateLabel,
  type DisposalKind,
  destructionStateLabel,
  type Level,
  outgoingStateLabel,
  returnStateLabel,
  routeLabel,
  stockTakingStateLabel,
} from '../../../contract/terms.ts'
import { list as breaches } from '../breaches/reading.ts'
import { list as disposals } from '../disposal/reading.ts'
import { levelAlone, type Marked } from '../documents/marking.ts'
import type { Read } from '../door/unit.ts'
import { copies } from '../keeping/kept.ts'
import { list as stockTakings } from '../keeping/reading.ts'
import { list as outgoing, outgoingMarks } from '../outgoing/reading.ts'
import { documentsOn, exported, type Exported, paged, when } from './listing.ts'

const officer = ['officer'] as const

type Row<N extends ProcedureName> = Output<N> extends { rows: readonly (infer R)[] } ? R : never

/** The carriers on these batches. */
const carriersOn = (read: Read, rows: readonly { id: number }[]): Marked[] =>
  read
    .all<{ level: Level }>(
      `SELECT DISTINCT level FROM json_each(?) AS named JOIN destruction_item AS item ON item.destruction = named.value
       JOIN medium ON medium.id = item.medium`,
      JSON.stringify(rows.map(({ id }) => id)),
    )
    .map(({ level }) => levelAlone(level))

/** Lists of one kind. Why one was made may be said of the papers on it, so that it bears their mark. */
const disposalList = (kind: DisposalKind): Exported =>
  exported<Row<'disposal.list'>>(
    {
      by: officer,
      newestFirst: true,
      pages: paged('disposal.list', disposals, { kind }),
      documents: kind === 'return' ? documentsOn('return_item', 'return_list') : documentsOn('destruction_item', 'destruction'),
      ...(kind === 'destruction' && { others: carriersOn }),
    },
    [
      ['编号', 18, (row) => row.number],
      ['状态', 12, (row) => (row.kind === 'return' ? returnStateLabel[row.state] : destructionStateLabel[row.state])],
      ...(kind === 'return' ? [['清退给', 24, (row: Row<'disposal.list'>) => (row.kind === 'return' ? row.issuer : null)] as const] : []),
      ['原因', 30, (row) => row.reason],
      ['列入份数', 10, (row) => row.items],
      ['留用份数', 10, (row) => row.withheld],
      ['经办人', 12, (row) => row.begunBy],
      ['拟制时间', 17, (row) => when(row.begunAt)],
    ],
  )

/** The lists of 归档清点, 上报答复, 清退销毁 and 违规遗失. */
export const custodyLists = {
  kept: exported<Row<'keeping.copies'>>(
    { by: officer, newestFirst: true, pages: paged('keeping.copies', copies), documents: (_read, rows) => rows.map(({ document }) => document.id) },
    [
      ['编号', 22, (row) => row.number],
      ['份号', 10, (row) => row.copyNo],
      ['标题', 50, (row) => row.document.title],
      ['来文字号', 22, (row) => row.document.symbol],
      ['密级（保密期限）', 18, (row) => row.document.mark],
      ['现在', 12, (row) => copyStateLabel[row.state]],
      ['保密箱', 12, (row) => row.box?.number ?? null],
      ['归入卷号', 20, (row) => row.archiving?.volume ?? null],
      ['归卷日期', 12, (row) => row.archiving?.day ?? null],
      ['办结时间', 17, (row) => when(row.finishedAt)],
      ['未入箱天数', 10, (row) => row.looseDays],
    ],
  ),
  // Why it was begun is left out: it is typed freely, and of no papers that could be named for its mark.
  stockTakings: exported<Row<'keeping.list'>>({ by: officer, newestFirst: true, pages: paged('keeping.list', stockTakings) }, [
    ['清点编号', 18, (row) => row.number],
    ['状态', 12, (row) => stockTakingStateLabel[row.state]],
    ['范围', 30, (row) => (row.boxes.length === 0 ? '全部' : row.boxes.map((box) => box.number).join('、'))],
    ['开始时间', 17, (row) => when(row.begunAt)],
    ['清点人', 12, (row) => row.begunBy],
    ['账', 8, (row) => row.expected],
    ['实', 8, (row) => row.counted],
    ['完成时间', 17, (row) => when(row.closedAt)],
  ]),
  outgoing: exported<Row<'outgoing.list'>>(
    {
      by: officer,
      newestFirst: true,
      pages: paged('outgoing.list', outgoing),
      documents: (_read, rows) => rows.map(({ document }) => document.id),
      others: outgoingMarks,
    },
    [
      ['发文号', 18, (row) => row.number],
      ['状态', 12, (row) => outgoingStateLabel[row.state]],
      ['标题', 50, (row) => row.title],
      ['文号', 22, (row) => row.symbol],
      ['密级（保密期限）', 18, (row) => row.mark],
      ['制发日期', 12, (row) => row.madeOn],
      ['来文登记编号', 20, (row) => row.document.number],
      ['收文机关', 24, (row) => row.addressee],
      ['份数', 7, (row) => row.copies],
      ['承办人', 22, (row) => `${row.maker.name}（${row.maker.department}）`],
      ['审批人', 12, (row) => row.approved?.paper?.of ?? row.approved?.by ?? null],
      ['发出方式', 12, (row) => row.route && routeLabel[row.route]],
      ['递送人', 18, (row) => row.carriers.join('、') || null],
      ['交寄单号', 18, (row) => row.waybill],
      ['发出时间', 17, (row) => row.sentAt?.replace('T', ' ') ?? null],
      ['回执号', 18, (row) => row.receipt],
      ['签收日期', 12, (row) => row.receivedOn],
    ],
  ),
  returns: disposalList('return'),
  destructions: disposalList('destruction'),
  breaches: exported<Row<'breaches.list'>>({ by: officer, newestFirst: true, pages: paged('breaches.list', breaches) }, [
    ['编号', 18, (row) => row.number],
    ['类别', 14, (row) => breachKindLabel[row.kind]],
    ['状态', 12, (row) => breachStateLabel[row.state]],
    ['发现时间', 17, (row) => row.discoveredAt.replace('T', ' ')],
    ['上报期限', 17, (row) => when(row.due)],
    ['经办人', 22, (row) => (row.handler === null ? null : `${row.handler.name}（${row.handler.department}）`)],
    ['涉及份数', 10, (row) => row.copies],
  ]),
} satisfies Record<string, Exported>
