import { auditPapers } from './paper-audit.ts'
import { breachPapers } from './paper-breaches.ts'
import { custodyPapers } from './paper-custody.ts'
import { disclosurePapers } from './paper-disclosure.ts'
import { disposalPapers } from './paper-disposal.ts'
import { documentPapers } from './paper-documents.ts'
import { evaluationPapers } from './paper-evaluation.ts'
import { mediaPapers } from './paper-media.ts'
import { publicationPapers } from './paper-publication.ts'
import { reviewPapers } from './paper-review.ts'
import { labelPapers } from './paper-labels.ts'
import { listPapers } from './paper-lists.ts'

export * from './paper-audit.ts'
export * from './paper-breaches.ts'
export * from './paper-custody.ts'
export * from './paper-disclosure.ts'
export * from './paper-disposal.ts'
export * from './paper-documents.ts'
export * from './paper-evaluation.ts'
export * from './paper-labels.ts'
export * from './paper-lists.ts'
export * from './paper-media.ts'
export * from './paper-publication.ts'
export * from './paper-review.ts'
export { type PaperFrame, paperFrame } from './paper-frame.ts'

/** Every sheet that is printed: each print is an act with its own number. */
export const paper = {
  ...documentPapers,
  ...custodyPapers,
  ...disposalPapers,
  ...breachPapers,
  ...mediaPapers,
  ...reviewPapers,
  ...disclosurePapers,
  ...publicationPapers,
  ...evaluationPapers,
  ...labelPapers,
  ...listPapers,
  ...auditPapers,
}
