import type { evaluationPapers } from '../../../contract/paper.ts'
import { highestMark } from '../documents/marking.ts'
import type { Desk } from '../door/unit.ts'
import { report as reportOf } from '../evaluation/reading.ts'
import { frame } from './frame.ts'

/** What 评估与年报 prints: figures and what was written of them, no names and no titles. */
export const evaluationPapersDesk: Desk<typeof evaluationPapers> = {
  'paper.evaluation': (work, input) => {
    const report = reportOf(work, input)
    const { year, half, record } = report
    const of = half === null ? `${year}年` : `${year}年${half === 1 ? '上' : '下'}半年`
    const [form, name] = half === null ? (['annualReport', '政府信息公开年报'] as const) : (['evaluation', '信息公开评估'] as const)
    const about = record?.number ?? `${name}草稿${of}`
    return { frame: frame(work, { form, about, fileStem: `${name}-${of}`, ...highestMark([]) }), report }
  },
}
