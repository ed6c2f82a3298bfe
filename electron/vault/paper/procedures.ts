import type { Output } from '../../../contract/index.ts'
import type { auditPapers, paper } from '../../../contract/paper.ts'
import { highestMark } from '../documents/marking.ts'
import { refuse } from '../door/refuse.ts'
import type { Desk } from '../door/unit.ts'
import { auditReport, quarterStart } from './audit-report.ts'
import { breachPapersDesk } from './breaches.ts'
import { custodyPapersDesk } from './custody.ts'
import { disclosurePapersDesk } from './disclosure.ts'
import { disposalPapersDesk } from './disposal.ts'
import { documentPapersDesk } from './documents.ts'
import { evaluationPapersDesk } from './evaluation.ts'
import { frame } from './frame.ts'
import { mediaPapersDesk } from './media.ts'
import { publicationPapersDesk } from './publication.ts'
import { reviewPapersDesk } from './review.ts'
import { labelPapersDesk } from './labels.ts'
import { listPapersDesk } from '../exporting/printing.ts'

const auditPapersDesk: Desk<typeof auditPapers> = {
  'paper.auditReport': (work, { year, quarter }) => {
    if (quarterStart(year, quarter) > work.wall) refuse('input.future', '这个季度还没有开始。', { clause: '审计', field: 'quarter' })
    const report = auditReport(work.read, year, quarter)
    const about = `${year}年第${quarter}季度`
    // Numbers, names and counts, no title: it holds no state secret, but it is not for everybody.
    return {
      frame: frame(work, { form: 'auditReport', about: `安全审计报告${about}`, fileStem: `安全审计报告-${year}-${quarter}`, ...highestMark([]) }),
      ...report,
    }
  },
  'paper.printed': (query) => ({
    rows: query.read.all<Output<'paper.printed'>['rows'][number]>(
      `SELECT number, print.form, ifnull(t.version, 0) AS template, about, person.name AS by, print.at FROM print JOIN person ON person.id = print.by_person
       LEFT JOIN form_template t ON t.id = print.template ORDER BY print.id DESC LIMIT 500`,
    ),
  }),
}

/** The procedures of what is printed: each print is an act with its own number. */
export const paperDesk: Desk<typeof paper> = {
  ...documentPapersDesk,
  ...custodyPapersDesk,
  ...disposalPapersDesk,
  ...mediaPapersDesk,
  ...breachPapersDesk,
  ...reviewPapersDesk,
  ...disclosurePapersDesk,
  ...publicationPapersDesk,
  ...evaluationPapersDesk,
  ...labelPapersDesk,
  ...listPapersDesk,
  ...auditPapersDesk,
}
