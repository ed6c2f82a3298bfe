import type { z } from 'zod'
import { archive } from './archive.ts'
import { audit } from './audit.ts'
import { backup } from './backup.ts'
import { breaches } from './breaches.ts'
import { circulation } from './circulation.ts'
import { disclosure } from './disclosure.ts'
import { disposal } from './disposal.ts'
import { documents } from './documents.ts'
import { entry } from './entry.ts'
import { evaluation } from './evaluation.ts'
import { exporting } from './exporting.ts'
import { keys } from './keys.ts'
import { group } from './group.ts'
import { handover } from './handover.ts'
import { importing } from './importing.ts'
import { keeping } from './keeping.ts'
import { lending } from './lending.ts'
import { media } from './media.ts'
import { outgoing } from './outgoing.ts'
import { office } from './office.ts'
import { paper } from './paper.ts'
import { people } from './people.ts'
import { publication } from './publication.ts'
import { review } from './review.ts'
import { reproduction } from './reproduction.ts'
import { session } from './session.ts'
import { setup } from './setup.ts'
import { today } from './today.ts'
import { training } from './training.ts'

/** Everything that crosses the door. There is no second way. */
export const contract = {
  ...setup,
  ...session,
  ...people,
  ...group,
  ...office,
  ...training,
  ...keys,
  ...backup,
  ...documents,
  ...importing,
  ...circulation,
  ...reproduction,
  ...lending,
  ...keeping,
  ...handover,
  ...outgoing,
  ...review,
  ...publication,
  ...disclosure,
  ...evaluation,
  ...breaches,
  ...disposal,
  ...media,
  ...entry,
  ...today,
  ...paper,
  ...exporting,
  ...archive,
  ...audit,
}

export type Contract = typeof contract
export type ProcedureName = keyof Contract
/** What a caller sends (before defaults). */
export type Input<N extends ProcedureName> = z.input<Contract[N]['input']>
/** What the vault works with (after defaults). */
export type Parsed<N extends ProcedureName> = z.output<Contract[N]['input']>
export type Output<N extends ProcedureName> = z.output<Contract[N]['output']>
