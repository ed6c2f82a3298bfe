import type { DocumentRow } from '../../../contract/documents-views.ts'
import type { Output } from '../../../contract/index.ts'
import type { RegisterLine } from '../../../contract/paper.ts'
import {
  copyBanLabel,
  documentStateLabel,
  type ExportList,
  expiryLabel,
  exportLabel,
  handoverStateLabel,
  knowingKindLabel,
  type Level,
  levelLabel,
  mediumKindLabel,
  mediumOverdueLabel,
  mediumStateLabel,
  outcomeLabel,
  overdueLabel,
  registerLabel,
  reproductionKindLabel,
  reproductionStateLabel,
  sheetStateLabel,
  urgencyLabel,
} from '../../../contract/terms.ts'
import { page as entriesPage } from '../audit/entries.ts'
import { list as sheets, overdueRows } from '../circulation/reading.ts'
import { knowersOf } from '../custody/knowing.ts'
import { documentById } from '../documents/document.ts'
import { list as documents } from '../documents/list.ts'
import { list as handovers } from '../handover/reading.ts'
import { list as media } from '../media/reading.ts'
import { registerLine } from '../paper/documents.ts'
import { list as reproductions } from '../reproduction/reading.ts'
import { custodyLists } from './custody-lists.ts'
import { disclosureLists } from './disclosure-lists.ts'
import { evaluationLists } from './evaluation-lists.ts'
import { lendingLists } from './lending-lists.ts'
import { documentsOn, exported, type Exported, names, paged, when, whole, yes } from './listing.ts'
import { paperLists } from './paper-lists.ts'
import { publicationLists } from './publication-lists.ts'
import { reviewLists } from './review-lists.ts'
import { exportsMade, type Made } from './made.ts'

const officer = ['officer'] as const
const auditor = ['auditor'] as const

type Row<N extends 'circulation.list' | 'circulation.overdue' | 'reproduction.list' | 'handover.list' | 'media.list' | 'audit.list'> =
  Output<N>['rows'][number]
type Knower = Output<'documents.knowers'>['rows'][number] & { document: { id: number; number: string } }

/** The lists that leave as files, each by its own query and its own columns. A desk's list is one line here. */
export const exportedLists: Record<Exclude<ExportList, 'importFaults'>, Exported> = {
  register: exported<DocumentRow, RegisterLine>(
    { by: officer, newestFirst: true, pages: paged('documents.list', documents), documents: (_read, rows) => rows.map(({ id }) => id) },
    [
      ['登记编号', 20, (line) => line.number],
      ['登记簿', 18, (line) => registerLabel[line.register]],
      ['收文时间', 17, (line) => line.receivedAt?.replace('T', ' ') ?? null],
      ['来文机关', 24, (line) => line.particulars.sender],
      ['来文字号', 22, (line) => line.particulars.symbol],
      ['标题', 50, (line) => line.particulars.title],
      ['附件', 20, (line) => line.particulars.attachments],
      ['份数', 7, (line) => line.counted],
      ['份号', 16, (line) => line.copyNos.join('、')],
      ['密级（保密期限）', 18, (line) => line.particulars.mark],
      ['紧急程度', 10, (line) => urgencyLabel[line.particulars.urgency]],
      ['成文日期', 12, (line) => line.particulars.madeOn],
      ['主送', 20, (line) => line.particulars.addressee],
      ['承办单位', 16, (line) => line.particulars.handledBy],
      ['签收人', 10, (line) => line.receivedBy],
      ['状态', 10, (line) => documentStateLabel[line.state]],
      ['办理情况', 40, (line) => line.handling],
      ['在外份数', 10, (line) => line.out],
      ['清退日期', 12, (line) => line.particulars.returnBy],
      ['归卷日期', 12, (line) => line.filing.map(({ day }) => day).join('、') || null],
      ['归入卷号', 18, (line) => line.filing.map(({ volume }) => volume).join('、') || null],
      ['届满', 14, (line) => (line.expiry === null ? null : expiryLabel[line.expiry])],
      ['翻印复印', 12, (line) => yes(line.particulars.copyBan, copyBanLabel)],
      ['差异', 24, (line) => line.discrepancy],
      ['更正、变更', 40, (line) => line.corrections.join('；')],
      ['备注', 20, (line) => line.particulars.remarks],
      ['原收文号', 18, (line) => line.oldNumber],
    ],
    (query, row) => registerLine(query.read, row),
  ),
  sheets: exported<Row<'circulation.list'>>(
    {
      by: officer,
      newestFirst: true,
      pages: paged('circulation.list', sheets),
      documents: documentsOn('sheet_copy', 'sheet'),
    },
    [
      ['传阅单号', 18, (row) => row.number],
      ['夹号', 14, (row) => row.folder],
      ['密级（保密期限）', 18, (row) => row.mark],
      ['夹内份数', 10, (row) => row.copies],
      ['状态', 12, (row) => sheetStateLabel[row.state]],
      ['阅文人数', 10, (row) => row.readers],
      ['已退回', 10, (row) => row.back],
      ['现在谁处', 22, (row) => names(row.holder)],
      ['送出时间', 17, (row) => when(row.since)],
      ['应退时间', 17, (row) => when(row.due)],
      ['逾期', 10, (row) => yes(row.overdue, overdueLabel)],
      ['短少待查', 10, (row) => yes(row.blocked, '是')],
      ['拟制时间', 17, (row) => when(row.createdAt)],
    ],
  ),
  overdue: exported<Row<'circulation.overdue'>>(
    {
      by: officer,
      pages: whole('circulation.overdue', overdueRows),
      documents: (read, rows) =>
        read
          .all<{ document: number }>(
            'SELECT DISTINCT document FROM json_each(?) AS named JOIN copy ON copy.number = named.value',
            JSON.stringify(rows.flatMap(({ numbers }) => numbers)),
          )
          .map(({ document }) => document),
    },
    [
      ['传阅单号', 18, (row) => row.sheet.number],
      ['夹号', 14, (row) => row.sheet.folder],
      ['阅文人', 22, (row) => names(row.reader)],
      ['编号', 50, (row) => row.numbers.join('、')],
      ['送出时间', 17, (row) => when(row.handedOutAt)],
      ['应退时间', 17, (row) => when(row.due)],
      ['逾期天数', 10, (row) => row.days],
    ],
  ),
  reproductions: exported<Row<'reproduction.list'>>(
    {
      by: officer,
      newestFirst: true,
      pages: paged('reproduction.list', reproductions),
      documents: (_read, rows) => rows.flatMap(({ sources }) => sources.map(({ document }) => document.id)),
    },
    [
      ['申请编号', 18, (row) => row.number],
      ['事项', 8, (row) => reproductionKindLabel[row.kind]],
      ['状态', 12, (row) => reproductionStateLabel[row.state]],
      ['原件编号', 22, (row) => row.sources.map(({ number }) => number).join('、')],
      ['标题', 50, (row) => row.title ?? row.sources.map(({ document }) => document.title).join('；')],
      ['来文字号', 22, (row) => row.sources.flatMap(({ document }) => document.symbol ?? []).join('、') || null],
      ['密级（保密期限）', 18, (row) => row.mark],
      ['申请人', 22, (row) => names(row.applicant)],
      ['申请时间', 17, (row) => when(row.enteredAt)],
      ['申请份数', 10, (row) => row.asked],
      ['批准份数', 10, (row) => row.approved],
      ['复制份数', 10, (row) => row.made],
      ['在外份数', 10, (row) => row.out],
    ],
  ),
  ...lendingLists,
  handovers: exported<Row<'handover.list'>>(
    { by: officer, newestFirst: true, pages: paged('handover.list', handovers), documents: documentsOn('handover_item', 'handover') },
    [
      ['移交编号', 18, (row) => row.number],
      ['状态', 12, (row) => handoverStateLabel[row.state]],
      ['移交人', 22, (row) => names(row.person)],
      ['事由', 24, (row) => row.reason],
      ['生成时间', 17, (row) => when(row.begunAt)],
      ['应移交', 10, (row) => row.items],
      ['已核对', 10, (row) => row.found],
    ],
  ),
  ...custodyLists,
  ...paperLists,
  ...reviewLists,
  ...disclosureLists,
  ...publicationLists,
  ...evaluationLists,
  media: exported<Row<'media.list'>>({ by: officer, newestFirst: true, pages: paged('media.list', media) }, [
    ['编号', 18, (row) => row.number],
    ['种类', 18, (row) => mediumKindLabel[row.kind]],
    ['自有编号', 20, (row) => row.ownNumber],
    ['密级', 8, (row) => levelLabel[row.level]],
    ['责任人', 22, (row) => names(row.keeper)],
    ['使用部门', 16, (row) => row.department],
    ['存放地点', 20, (row) => row.place],
    ['现在', 12, (row) => mediumStateLabel[row.state]],
    ['领用人', 22, (row) => names(row.holder)],
    ['应还', 12, (row) => row.due],
    ['逾期', 10, (row) => yes(row.overdueDays > 0, mediumOverdueLabel)],
  ]),
  knowers: exported<Knower>(
    {
      by: officer,
      pages: whole('documents.knowers', ({ read }, input) => {
        const document = documentById(read, input.document, 'filter.document')
        return knowersOf(read, document.id).map((knower) => ({ ...knower, document }))
      }),
      documents: (_read, rows) => rows.slice(0, 1).map(({ document }) => document.id),
    },
    [
      ['登记编号', 20, (row) => row.document.number],
      ['姓名', 12, (row) => row.person.name],
      ['部门', 18, (row) => row.person.department],
      ['首次知悉', 17, (row) => when(row.since)],
      ['方式', 60, (row) => row.times.map(({ kind, number, at }) => `${knowingKindLabel[kind]} ${number} ${when(at)}`).join('；')],
    ],
  ),
  audit: exported<Row<'audit.list'>>(
    {
      by: auditor,
      newestFirst: true,
      pages: paged('audit.list', ({ read }, { after, limit, skip, ...filter }) => entriesPage(read, filter, { after, limit, skip })),
    },
    [
      ['序号', 10, (row) => row.seq],
      ['时间', 17, (row) => when(row.at)],
      ['人员', 12, (row) => row.actor],
      ['身份', 16, (row) => row.role],
      ['步骤', 20, (row) => row.act],
      ['对象', 40, (row) => row.object],
      ['结果', 8, (row) => outcomeLabel[row.outcome]],
      ['拒绝依据', 14, (row) => row.clause],
      ['事实', 40, (row) => row.facts.map(({ label, text }) => `${label} ${text}`).join('；')],
      ['记录校验码', 66, (row) => row.hash],
    ],
  ),
  exports: exported<Made>({ by: [...officer, ...auditor], pages: (query, asked) => [exportsMade(query, asked)] }, [
    ['导出编号', 18, (row) => row.number],
    ['清单', 18, (row) => exportLabel[row.list]],
    ['条件', 30, (row) => row.filter],
    ['导出人', 12, (row) => row.by],
    ['时间', 17, (row) => when(row.at)],
    ['行数', 8, (row) => row.rows],
    ['最高密级', 10, (row) => (row.level === null ? '没有生成' : levelLabel[row.level as Level])],
    ['批准人', 12, (row) => row.approvedBy],
    ['文件校验码', 66, (row) => row.digest],
  ]),
}
