/** What 复制, 查阅借用 and 离岗移交 print. */
import { z } from 'zod'
import { bookYear, id, instant, personRef } from './fields.ts'
import { handoverView } from './handover-views.ts'
import { boxRow, keptCopy, stockTakingView } from './keeping-views.ts'
import { lentAsked, lentView, loanView, visitRow } from './lending-views.ts'
import { procedure } from './procedure.ts'
import { reproductionView } from './reproduction-views.ts'
import { COPY_KINDS, COPY_STATES, LATE_KINDS } from './terms.ts'
import { bookOf, paperFrame } from './paper-frame.ts'

/** 复制审批单: one request with everything that was signed under it. What may be done next is no matter of the paper. */
export const reproductionPaper = z.strictObject({ frame: paperFrame, reproduction: reproductionView.omit({ history: true, acts: true }) })

/** One row of the 复制件台账: an item that was made, and through whose hands it went. */
export const copyLedgerLine = z.strictObject({
  id,
  number: z.string(),
  kind: z.enum(COPY_KINDS),
  /** 编号 of the original it was made from. */
  source: z.string(),
  title: z.string(),
  symbol: z.string().nullable(),
  mark: z.string(),
  /** 编号 of the request, and who approved it. */
  reproduction: z.string(),
  approvedBy: z.string(),
  madeAt: instant,
  copier: z.string(),
  state: z.enum(COPY_STATES),
  holder: personRef.nullable(),
  /** Each time it was in somebody's hands, oldest first. */
  holdings: z.array(z.strictObject({ person: z.string(), givenAt: instant, backAt: instant.nullable() })),
})
export type CopyLedgerLine = z.infer<typeof copyLedgerLine>
export const copyLedgerPaper = z.strictObject({ frame: paperFrame, year: z.int(), lines: z.array(copyLedgerLine) })

/** 借阅、借用审批单: one loan with everything that was signed under it. */
export const loanPaper = z.strictObject({ frame: paperFrame, loan: loanView.omit({ history: true, acts: true }) })
/** 查阅登记簿 of a year, oldest first. */
export const visitsPaper = z.strictObject({ frame: paperFrame, year: z.int(), lines: z.array(visitRow) })
/** 在外清单 of this moment: all, what of it is `late`, or what one person holds, then as the 个人持有清单. */
export const lentPaper = z.strictObject({ frame: paperFrame, late: z.enum(LATE_KINDS).nullable(), ...lentView.shape })

/** One document of a 移交清单: its copies on the list, how many of them were there, and what is to be said of them. */
export const handoverLine = z.strictObject({
  id,
  title: z.string(),
  symbol: z.string().nullable(),
  mark: z.string(),
  copies: z.array(z.strictObject({ number: z.string(), copyNo: z.string().nullable() })),
  /** Copies that were there; null until each on the list was checked: then it is written by hand. */
  found: z.int().nullable(),
  /** 留用说明: what is wrong with which copy, which is 短少待查. */
  notes: z.array(z.string()),
})
export type HandoverLine = z.infer<typeof handoverLine>
/** 移交清单 of somebody who leaves, 按文号排列, with everything that was signed under it. */
export const handoverPaper = z.strictObject({
  frame: paperFrame,
  handover: handoverView.omit({ list: true, duties: true, changed: true, history: true, acts: true }),
  lines: z.array(handoverLine),
})

/** 清点表 (of the whole keeping: 年度清点表): 账, 实, 差 by place, each difference, two signatures. */
export const stockTakingPaper = z.strictObject({ frame: paperFrame, stockTaking: stockTakingView.omit({ absent: true, history: true, acts: true }) })
/** 箱内清单 of one box at this moment; of none, what is 办结未入箱. */
export const boxPaper = z.strictObject({ frame: paperFrame, box: boxRow.omit({ changes: true }).nullable(), lines: z.array(keptCopy) })

export type StockTakingPaper = z.infer<typeof stockTakingPaper>
export type BoxPaper = z.infer<typeof boxPaper>
export type ReproductionPaper = z.infer<typeof reproductionPaper>
export type CopyLedgerPaper = z.infer<typeof copyLedgerPaper>
export type LoanPaper = z.infer<typeof loanPaper>
export type VisitsPaper = z.infer<typeof visitsPaper>
export type LentPaper = z.infer<typeof lentPaper>
export type HandoverPaper = z.infer<typeof handoverPaper>

export const custodyPapers = {
  'paper.reproduction': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(5)a', 'F1(5)b', 'F1(5)c', 'F1(5)d'],
    says: 'The 复制审批单 of a request as a sheet to print: what is signed stands with its code, what is not yet signed is a box to sign by hand',
    act: '打印复制审批单',
    input: z.strictObject({ reproduction: id }),
    output: reproductionPaper,
  }),
  'paper.copyLedger': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(5)d', '实施条例27'],
    says: 'The 复制件台账 of a year as a sheet to print: each item that was made, by which approval, where it is now; the print is recorded with its number and the audit head',
    act: '打印复制件台账',
    input: z.strictObject(bookOf),
    output: copyLedgerPaper,
  }),
  'paper.loan': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(7)b', 'F1(4)d'],
    says: 'The 借阅、借用审批单 of a loan as a sheet to print: what is signed stands with its code, what is not yet signed is a box to sign by hand',
    act: '打印借用审批单',
    input: z.strictObject({ loan: id }),
    output: loanPaper,
  }),
  'paper.visits': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(7)a'],
    says: 'The 查阅登记簿 of a year as a sheet to print: who read what, where, from when to when, and whether anything was copied',
    act: '打印查阅登记簿',
    input: z.strictObject({ year: bookYear }),
    output: visitsPaper,
  }),
  'paper.lent': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(4)a', 'F1(4)b', 'F1(7)b'],
    says: 'The 在外清单 of this moment as a sheet to print and sign: every copy in a folder or in somebody’s hands, since when, under what, until when, and how late it is. `late` leaves 当日未退 or 逾期未还; for a `person` it is the 个人持有清单, with the carriers, boxes and letters that they have',
    act: '打印在外清单',
    input: z.strictObject(lentAsked),
    output: lentPaper,
  }),
  'paper.handover': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(8)', '实施条例53'],
    says: 'The 移交清单 of somebody who leaves as a sheet to print in two copies, in the order of the 文号: what was to be given up, what was there, the difference; what is signed stands with its code, what is not yet signed is a box to sign by hand',
    act: '打印移交清单',
    input: z.strictObject({ handover: id }),
    output: handoverPaper,
  }),
  'paper.stockTaking': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(6)'],
    says: 'The 清点表 of a 清点 as a sheet to print, 年度清点表 where it is of the whole keeping: 账, 实, 差 by box, every difference with its explanation; what is signed stands with its code, what is not yet signed is a box to sign by hand',
    act: '打印清点表',
    input: z.strictObject({ stockTaking: id }),
    output: stockTakingPaper,
  }),
  'paper.box': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(6)'],
    says: 'The 箱内清单 of a box as a sheet to print: every copy that belongs in it, and where it is while it is out; without a box the 办结未入箱清单, what lies loose the longest first',
    act: '打印箱内清单',
    input: z.strictObject({ box: id.optional() }),
    output: boxPaper,
  }),
}
