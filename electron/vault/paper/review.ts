import type { reviewPapers } from '../../../contract/paper.ts'
import { highestMark } from '../documents/marking.ts'
import type { Desk } from '../door/unit.ts'
import { summary as summaryOf } from '../review/reading.ts'
import { documentsOf } from '../review/records.ts'
import { frame } from './frame.ts'
import { marksOf } from './lent.ts'

/** What 保密审查 prints. A sheet that names what comes from a classified paper bears that paper's mark. */
export const reviewPapersDesk: Desk<typeof reviewPapers> = {
  'paper.reviewSummary': (work, { year, month }) => {
    const summary = summaryOf(work, { year, month })
    const marks = highestMark(
      marksOf(
        work.read,
        documentsOf(
          work.read,
          summary.lines.map(({ id }) => id),
        ),
      ),
    )
    const of = `${year}-${String(month).padStart(2, '0')}`
    return { frame: frame(work, { form: 'reviewSummary', about: `审查汇总表${of}`, fileStem: `审查汇总表-${of}`, ...marks }), summary }
  },
}
