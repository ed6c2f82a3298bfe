/** What 清退 and 销毁 print. */
import { z } from 'zod'
import { destructionView, returnView } from './disposal-views.ts'
import { id } from './fields.ts'
import { paperFrame } from './paper-frame.ts'
import { procedure } from './procedure.ts'

/** One document of a 清退清单: its copies on the list, how many of them went, and what is to be said of the difference. */
export const returnLine = z.strictObject({
  id,
  title: z.string(),
  symbol: z.string().nullable(),
  mark: z.string(),
  copies: z.array(z.strictObject({ number: z.string(), copyNo: z.string().nullable() })),
  /** Copies that go back; null until each on the list was checked: then it is written by hand. */
  going: z.int().nullable(),
  /** 留用说明: which copy stays and why. */
  notes: z.array(z.string()),
})
export type ReturnLine = z.infer<typeof returnLine>
/** 清退清单, 按文号排列, with everything that was signed under it. */
export const returnListPaper = z.strictObject({
  frame: paperFrame,
  returnList: returnView.omit({ list: true, history: true, acts: true }),
  lines: z.array(returnLine),
})

/** 销毁审批、清单: one batch with everything that was signed under it. */
export const destructionPaper = z.strictObject({ frame: paperFrame, destruction: destructionView.omit({ history: true, acts: true }) })

export type ReturnListPaper = z.infer<typeof returnListPaper>
export type DestructionPaper = z.infer<typeof destructionPaper>

export const disposalPapers = {
  'paper.returnList': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['实施条例27'],
    says: 'The 清退清单 as a sheet to print in two copies, in the order of the 文号: what was to go back, what went, the difference with its explanation; what is signed stands with its code, the receiver and the seal sign by hand',
    act: '打印清退清单',
    input: z.strictObject({ returnList: id }),
    output: returnListPaper,
  }),
  'paper.destruction': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['实施条例28'],
    says: 'The 销毁审批、清单 of a batch as a sheet to print: every line with its pages, counts, approval, method, place, 押运人, 监销人, 销毁人 and receipt; what is not signed yet is a box to sign by hand',
    act: '打印销毁清单',
    input: z.strictObject({ destruction: id }),
    output: destructionPaper,
  }),
}
