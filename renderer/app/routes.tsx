/**
 * The address of what is on the screen: `#/desk`, `#/desk/12`, `#/desk/12/act`, `#/desk/new`.
 *
 * - `go('documents', 12)` opens a record from anywhere; `go('documents', null, 'new')` a desk's own sub-page.
 * - `<To desk id>` the same as a link. `useRoute()` says where we are.
 */
import { type ReactNode, useSyncExternalStore } from 'react'
import { DESKS, type Desk } from '../../contract/terms.ts'

export type Route = { desk: Desk; id: number | null; sub: string | null }

const read = (hash: string): Route => {
  const [desk, first, second] = hash.replace(/^#\/?/, '').split('/')
  const known = DESKS.find((name) => name === desk) ?? 'today'
  const id = first && /^[1-9]\d{0,14}$/.test(first) ? Number(first) : null
  return { desk: known, id, sub: (id === null ? first : second) || null }
}

let last = { hash: '', route: read('') }
const now = (): Route => {
  const { hash } = window.location
  if (hash !== last.hash) last = { hash, route: read(hash) }
  return last.route
}

const subscribe = (listener: () => void) => {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

export const useRoute = (): Route => useSyncExternalStore(subscribe, now)

/** The address of a desk, a record, or a sub-page. */
export const link = (desk: Desk, id: number | null = null, sub: string | null = null): string =>
  `#/${[desk, id, sub].filter((part) => part !== null).join('/')}`

/** Opens a desk or a record. */
export const go = (desk: Desk, id: number | null = null, sub: string | null = null): void => {
  window.location.hash = link(desk, id, sub)
}

export const To = ({ desk, id = null, sub = null, children }: { desk: Desk; id?: number | null; sub?: string | null; children: ReactNode }) => (
  <a href={link(desk, id, sub)}>{children}</a>
)
