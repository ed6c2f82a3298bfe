import type { DisclosureLine } from '../../../contract/paper.ts'
import {
  applicantKindLabel,
  applicationChannelLabel,
  askedLabel,
  consultAnswerLabel,
  disclosureStateLabel,
  itemStateLabel,
  replyRule,
  reportRowLabel,
} from '../../../contract/terms.ts'
import { documentsBehind, ledgerLines } from '../disclosure/ledger.ts'
import { list } from '../disclosure/reading.ts'
import { type Exported, exported, paged } from './listing.ts'

const consultsOf = ({ item }: DisclosureLine): string | null =>
  item?.consults.map(({ whom, answer }) => `${askedLabel[whom]}：${answer ? consultAnswerLabel[answer] : '未答复'}`).join('；') || null

/** 依申请公开台账: one line for each thing asked for. It is kept at the desk where applications are registered. */
export const disclosureLists = {
  disclosures: exported<DisclosureLine>(
    {
      by: ['officeHead'],
      *pages(query, asked) {
        for (const rows of paged('disclosure.list', list)(query, asked)) yield rows.flatMap((row) => ledgerLines(query, row).reverse())
      },
      newestFirst: true,
      documents: (read, rows) =>
        documentsBehind(
          read,
          rows.map(({ id }) => id),
        ),
    },
    [
      ['申请编号', 20, (row) => row.number],
      ['状态', 12, (row) => disclosureStateLabel[row.state]],
      ['收到日期', 12, (row) => row.receivedOn],
      ['收到方式', 14, (row) => applicationChannelLabel[row.channel]],
      ['申请人', 30, (row) => row.applicant],
      ['申请人类别', 14, (row) => applicantKindLabel[row.applicantKind]],
      ['项', 6, (row) => row.item?.ordinal ?? null],
      ['申请内容', 60, (row) => row.content],
      ['承办科室', 16, (row) => row.item?.department ?? null],
      ['承办人', 12, (row) => row.item?.handler ?? null],
      ['办理情况', 12, (row) => row.item && itemStateLabel[row.item.state]],
      ['答复期限', 12, (row) => row.item?.due ?? null],
      ['延期工作日', 10, (row) => row.item?.extension ?? null],
      ['征求意见', 24, consultsOf],
      ['答复类型', 28, (row) => (row.item?.reply ? replyRule[row.item.reply.kind].label : null)],
      ['年报类别', 14, (row) => (row.item?.reply ? reportRowLabel[replyRule[row.item.reply.kind].row] : null)],
      ['答复文号', 20, (row) => row.item?.reply?.letter ?? null],
      ['答复日期', 12, (row) => row.item?.reply?.writtenOn ?? null],
      ['送达日期', 12, (row) => row.item?.reply?.deliveredOn ?? null],
    ],
  ),
} satisfies Record<string, Exported>
