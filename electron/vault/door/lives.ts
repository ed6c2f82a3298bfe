import { breachLifecycle } from '../breaches/lifecycle.ts'
import { incidentLifecycle, legLifecycle, sheetLifecycle, wideningLifecycle } from '../circulation/lifecycle.ts'
import { disclosureLifecycle, itemLifecycle } from '../disclosure/lifecycle.ts'
import { destructionLifecycle, returnLifecycle } from '../disposal/lifecycle.ts'
import { copyLifecycle, documentLifecycle, envelopeLifecycle } from '../documents/lifecycle.ts'
import { handoverLifecycle } from '../handover/lifecycle.ts'
import { boxLifecycle, stockTakingLifecycle } from '../keeping/lifecycle.ts'
import { loanLifecycle, visitLifecycle } from '../lending/lifecycle.ts'
import { mediumLifecycle, mediumUseLifecycle } from '../media/lifecycle.ts'
import { outgoingLifecycle } from '../outgoing/lifecycle.ts'
import { publicationLifecycle } from '../publication/lifecycle.ts'
import { reproductionLifecycle } from '../reproduction/lifecycle.ts'
import { reviewLifecycle } from '../review/lifecycle.ts'
import type { Lifecycle } from './lifecycle.ts'

/** The life of every kind of record, in the order in which a paper meets them. Diagrams and tests of forbidden ways go through it: one that is left out is found by its table. */
export const lives = [
  envelopeLifecycle,
  documentLifecycle,
  copyLifecycle,
  sheetLifecycle,
  legLifecycle,
  incidentLifecycle,
  wideningLifecycle,
  reproductionLifecycle,
  loanLifecycle,
  visitLifecycle,
  boxLifecycle,
  stockTakingLifecycle,
  handoverLifecycle,
  outgoingLifecycle,
  reviewLifecycle,
  publicationLifecycle,
  disclosureLifecycle,
  itemLifecycle,
  breachLifecycle,
  returnLifecycle,
  destructionLifecycle,
  mediumLifecycle,
  mediumUseLifecycle,
] as unknown as readonly Lifecycle<string>[]
