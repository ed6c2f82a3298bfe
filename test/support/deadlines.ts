import type { Role } from '../../contract/terms.ts'
import { closeOpened, queryOf, runWork } from '../../electron/vault/door/opened.ts'
import type { Work } from '../../electron/vault/door/unit.ts'
import { openGate } from '../../electron/vault/people/gate.ts'
import { openVault } from '../../electron/vault/people/sign-in.ts'
import { type Office, passwordOf } from './office.ts'

/** Units of work on an office's own vault, as a desk would do them under this procedure, while nobody is at its station. Closed by whoever opened it. */
export const openWork = async (office: Office, name: string, role: Role, call: string) => {
  await office.station.lock('locked')
  const opened = await openVault(office.dir, openGate(office.dir), office.clock, name, passwordOf(name))
  return {
    does: <R>(act: (work: Work) => R): R => runWork(opened, queryOf(opened, office.clock, role), call, act),
    close: () => closeOpened(opened),
  }
}

/** One of them. */
export const within = async <R>(office: Office, act: (work: Work) => R): Promise<R> => {
  const { does, close } = await openWork(office, '李保', 'officer', 'circulation.issue')
  try {
    return does(act)
  } finally {
    close()
  }
}
