import type { Output, Parsed } from '../../../contract/index.ts'
import type { Role } from '../../../contract/terms.ts'
import type { Clock } from '../door/clock.ts'
import type { Opened } from '../door/opened.ts'
import { stepOf } from '../door/tickets.ts'
import { putUnderAnotherKey } from './data-key.ts'
import { newRecovery } from './recovery.ts'
import { recordSet, refuseUnlikeSecond } from './recovery-sets.ts'

/** What is told of new sheets; `sheets`: what stands on them, one after the other. */
type Made = Omit<Output<'keys.newSheets'>, 'sheets'> & { sheets: string[] }

/**
 * 换发密钥恢复单: a new lock for two of three new sheets, in the key file that the switch to another data key brings. So the old sheets
 * open nothing from that moment, and with an older key file nothing that is written after it; a crash leaves the one set or the other.
 * Refused `vault.busy` like any renewal: then the old ones are in force.
 */
export const newSheets = (dir: string, opened: Opened, clock: Clock, role: Role | null, input: Parsed<'keys.newSheets'>): Made => {
  const step = stepOf('keys.newSheets', input)
  // Who agrees is known before hundreds of megabytes are written.
  refuseUnlikeSecond(opened.database.read, opened.tickets.signer(input.ticket, clock.now(), step), opened.person.id)
  let sheets: string[] = []
  const { at } = putUnderAnotherKey(dir, opened, clock, role, (file, keys) => {
    const recovery = newRecovery(keys, file.vault)
    sheets = recovery.sheets
    return { call: 'keys.newSheets', act: (work) => recordSet(work, recovery.lock.publicKey, input), step, recovery: recovery.lock }
  })
  return { at, vault: opened.vault, sheets }
}
