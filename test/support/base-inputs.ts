import type { ProcedureName } from '../../contract/index.ts'
import type { Base } from './inputs/base.ts'
import { archiveInputs } from './inputs/archive.ts'
import { breachesInputs } from './inputs/breaches.ts'
import { circulationInputs } from './inputs/circulation.ts'
import { disclosureInputs } from './inputs/disclosure.ts'
import { disposalInputs } from './inputs/disposal.ts'
import { documentsInputs } from './inputs/documents.ts'
import { entryInputs } from './inputs/entry.ts'
import { exportInputs } from './inputs/exporting.ts'
import { gateInputs } from './inputs/gate.ts'
import { handoverInputs } from './inputs/handover.ts'
import { importingInputs } from './inputs/importing.ts'
import { keepingInputs } from './inputs/keeping.ts'
import { lendingInputs } from './inputs/lending.ts'
import { mediaInputs } from './inputs/media.ts'
import { outgoingInputs } from './inputs/outgoing.ts'
import { peopleInputs } from './inputs/people.ts'
import { proofInputs } from './inputs/proof.ts'
import { publicationInputs } from './inputs/publication.ts'
import { reviewInputs } from './inputs/review.ts'
import { reproductionInputs } from './inputs/reproduction.ts'

/** A valid call of every procedure of the contract. A name without one does not compile. */
export const baseInputs: { [N in ProcedureName]: Base<N> } = {
  ...gateInputs,
  ...peopleInputs,
  ...documentsInputs,
  ...importingInputs,
  ...circulationInputs,
  ...reproductionInputs,
  ...lendingInputs,
  ...keepingInputs,
  ...handoverInputs,
  ...outgoingInputs,
  ...reviewInputs,
  ...publicationInputs,
  ...disclosureInputs,
  ...breachesInputs,
  ...disposalInputs,
  ...mediaInputs,
  ...entryInputs,
  ...proofInputs,
  ...exportInputs,
  ...archiveInputs,
}
