import type { Role } from '../../contract/terms.ts'
import { closeOpened, type Opened, queryOf, runWork } from '../../electron/vault/door/opened.ts'
import type { Work } from '../../electron/vault/door/unit.ts'
import { openGate } from '../../electron/vault/people/gate.ts'
import { openVault } from '../../electron/vault/people/sign-in.ts'
import { type Office, passwordOf } from './office.ts'

/** One unit of work on an office's own vault, as a desk would do it under this procedure: the station is left for it and comes back after. */
export const within = async <R>(office: Office, name: string, role: Role, call: string, act: (work: Work) => R): Promise<R> => {
  await office.station.lock('locked')
  const opened: Opened = await openVault(office.dir, openGate(office.dir), office.clock, name, passwordOf(name))
  try {
    return runWork(opened, queryOf(opened, office.clock, role), call, act)
  } finally {
    closeOpened(opened)
  }
}
