/**
 * The signed-in person for everything below the frame.
 *
 * - `useSession()` the session (person, roles, unit, level).
 * - `useMay()` gives `may('documents.register')`: whether the roles let this person call it (from the contract, the vault decides anyway).
 * - `lock()` and `signOut()` end the session; the page is dropped.
 */
import { type ReactNode, createContext, useContext } from 'react'
import { procedures } from 'virtual:procedures'
import type { ProcedureName } from '../../contract/index.ts'
import type { SessionView } from '../../contract/session.ts'
import { BUSINESS_ROLES, DESKS, type Desk, type Role } from '../../contract/terms.ts'
import { call, forget } from './client.ts'
import { whileClosing } from './signed-in.ts'

const Session = createContext<SessionView | null>(null)

export const SessionOf = ({ session, children }: { session: SessionView; children: ReactNode }) => <Session value={session}>{children}</Session>

export const useSession = (): SessionView => {
  const session = useContext(Session)
  if (!session) throw new Error('used outside a session')
  return session
}

const mayCall = (roles: readonly Role[], name: ProcedureName): boolean => {
  const { by } = procedures[name]
  return by === 'anyone' || by === 'nobody' || by.some((role) => roles.includes(role))
}

export const useMay = () => {
  const { roles } = useSession()
  return (name: ProcedureName) => mayCall(roles, name)
}

/** The desks that these roles can do or read anything at. */
export const desksFor = (roles: readonly Role[]): Desk[] => {
  const opens: Record<Desk, boolean> = {
    today: true,
    documents: mayCall(roles, 'documents.list'),
    importing: mayCall(roles, 'importing.list'),
    circulation: roles.some((role) => BUSINESS_ROLES.some((business) => business === role)),
    reproduction: mayCall(roles, 'reproduction.list'),
    lending: mayCall(roles, 'lending.loans'),
    keeping: mayCall(roles, 'keeping.boxes'),
    handover: mayCall(roles, 'handover.list'),
    breaches: mayCall(roles, 'breaches.report'),
    disposal: mayCall(roles, 'disposal.list'),
    media: mayCall(roles, 'media.list'),
    outgoing: mayCall(roles, 'outgoing.list'),
    review: mayCall(roles, 'review.list'),
    publication: mayCall(roles, 'publication.list'),
    disclosure: mayCall(roles, 'disclosure.list'),
    people: mayCall(roles, 'people.list'),
    office: true,
    audit: mayCall(roles, 'audit.list') || mayCall(roles, 'audit.users'),
  }
  return DESKS.filter((desk) => opens[desk])
}

/** The page is dropped before the vault answers: nothing stays readable while it is at work on something else (锁定). */
const end = async (reason: 'left' | 'locked') => {
  const told = whileClosing(call('session.signOut', { reason }))
  forget(reason)
  // Refused only when it was closed already.
  await told.catch(() => null)
}

/** Ends the session because the person leaves the seat for a moment: database closed, key erased, page dropped. */
export const lock = () => end('locked')
/** Ends the session because the person is done. */
export const signOut = () => end('left')
