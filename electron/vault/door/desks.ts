import type { Contract } from '../../../contract/index.ts'
import type { setup } from '../../../contract/setup.ts'
import type { session } from '../../../contract/session.ts'
import type { Heads } from '../audit/heads.ts'
import { auditDesk } from '../audit/procedures.ts'
import type { Checks } from '../backup/checks.ts'
import { checksDesk } from '../backup/checking.ts'
import type { Archives } from '../archive/jobs.ts'
import { archiveDesk } from '../archive/procedures.ts'
import type { Jobs } from '../backup/jobs.ts'
import { backupDesk } from '../backup/procedures.ts'
import { breachesDesk } from '../breaches/procedures.ts'
import { type Calendars, officeDesk } from '../calendar/procedures.ts'
import { circulationDesk } from '../circulation/procedures.ts'
import { disposalDesk } from '../disposal/procedures.ts'
import { disclosureDesk } from '../disclosure/procedures.ts'
import { documentsDesk } from '../documents/procedures.ts'
import { entryDesk } from '../entry/procedures.ts'
import type { Exports } from '../exporting/making.ts'
import { evaluationDesk } from '../evaluation/procedures.ts'
import { exportDesk } from '../exporting/procedures.ts'
import { handoverDesk } from '../handover/procedures.ts'
import type { Imports } from '../importing/chosen.ts'
import { importingDesk } from '../importing/procedures.ts'
import { keepingDesk } from '../keeping/procedures.ts'
import { lendingDesk } from '../lending/procedures.ts'
import { mediaDesk } from '../media/procedures.ts'
import { outgoingDesk } from '../outgoing/procedures.ts'
import { paperDesk } from '../paper/procedures.ts'
import { groupDesk } from '../people/group.ts'
import type { Keyring } from '../people/keyring.ts'
import { sheetsSealed } from '../people/recovery-sets.ts'
import { peopleDesk } from '../people/procedures.ts'
import { publicationDesk } from '../publication/procedures.ts'
import { todayDesk } from '../today/procedures.ts'
import { reviewDesk } from '../review/procedures.ts'
import { reproductionDesk } from '../reproduction/procedures.ts'
import { trainingDesk } from '../training/procedures.ts'
import type { Desk } from './unit.ts'

/** Everything but set-up, the session and what changes the keys themselves, which live in the station itself. */
export type Desks = Desk<Omit<Contract, keyof typeof setup | keyof typeof session | 'keys.renew' | 'keys.newSheets'>>

/** All desks of one open vault. `copies`: the copies made before upgrades that lie in its folder. */
export const desksOf = (
  keyring: Keyring,
  calendars: Calendars,
  heads: () => Heads | null,
  { jobs, exports, archives, checks, imports }: { jobs: Jobs; exports: Exports; archives: Archives; checks: Checks; imports: Imports },
  copies: () => string[],
): Desks => ({
  ...peopleDesk(keyring),
  ...groupDesk,
  'keys.sheetsSealed': sheetsSealed,
  ...officeDesk(calendars),
  ...trainingDesk,
  ...documentsDesk,
  ...circulationDesk,
  ...reproductionDesk,
  ...lendingDesk,
  ...keepingDesk,
  ...handoverDesk,
  ...outgoingDesk,
  ...reviewDesk,
  ...publicationDesk,
  ...disclosureDesk,
  ...evaluationDesk,
  ...breachesDesk,
  ...disposalDesk,
  ...mediaDesk,
  ...entryDesk,
  ...todayDesk(keyring, heads),
  ...paperDesk,
  ...auditDesk(heads),
  ...backupDesk(jobs, copies),
  ...checksDesk(checks),
  ...exportDesk(exports),
  ...archiveDesk(archives),
  ...importingDesk(imports),
})
