/**
 * The address of what is on the screen: `#/desk`, `#/desk/12`, `#/desk/12/act`, `#/desk/new`.
 *
 * - `go('documents', 12)` opens a record from anywhere; `go('documents', null, 'new')` a desk's own sub-page.
 * - `<To desk id>` the same as a link. `useRoute()` says where we are.
 * - `useGuard(guard)` keeps what is typed and not saved: whatever leads away, `go`, a link, the browser's own keys or `leaveFor`, asks the guards first.
 */
import { type MouseEvent, type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react'
import { DESKS, type Desk } from '../../contract/terms.ts'

export type Route = { desk: Desk; id: number | null; sub: string | null }

const read = (hash: string): Route => {
  const [desk, first, second] = hash.replace(/^#\/?/, '').split('/')
  const known = DESKS.find((name) => name === desk) ?? 'today'
  const id = first && /^[1-9]\d{0,14}$/.test(first) ? Number(first) : null
  return { desk: known, id, sub: (id === null ? first : second) || null }
}

let at = { hash: '', route: read('') }
const watching = new Set<() => void>()

/** The page is where its address says. */
const arrive = () => {
  const { hash } = window.location
  if (hash === at.hash) return
  at = { hash, route: read(hash) }
  for (const watch of watching) watch()
}

/** True when something on the page holds on to what is typed there; `leave` is what it may do when it is let go, `to` where that leads. */
export type Guard = (leave: () => void, to: string) => boolean
const guards: Guard[] = []

/** Asks before anything leads away from what is typed. */
export const useGuard = (guard: Guard): void => {
  const latest = useRef(guard)
  latest.current = guard
  useEffect(() => {
    const mine: Guard = (leave, to) => latest.current(leave, to)
    guards.push(mine)
    return () => {
      guards.splice(guards.indexOf(mine), 1)
    }
  }, [])
}

/** Leaves the page as it stands, once nothing on it holds on to what is typed. `to` tells one way of leaving from another. */
export const leaveFor = (to: string, leave: () => void): void => {
  if (!guards.some((guard) => guard(leave, to))) leave()
}

const open = (hash: string) => {
  window.location.hash = hash
  arrive()
}

/** The browser's own back and forward, or an address typed over ours. */
const moved = () => {
  const { hash } = window.location
  if (hash === at.hash) return
  const held = guards.some((guard) => guard(() => open(hash), hash))
  if (held) window.history.replaceState(null, '', at.hash)
  else arrive()
}

const subscribe = (watch: () => void) => {
  if (watching.size === 0) window.addEventListener('hashchange', moved)
  watching.add(watch)
  return () => {
    watching.delete(watch)
    if (watching.size === 0) window.removeEventListener('hashchange', moved)
  }
}

const now = (): Route => {
  if (watching.size === 0) arrive()
  return at.route
}

export const useRoute = (): Route => useSyncExternalStore(subscribe, now)

/** The address of a desk, a record, or a sub-page. */
export const link = (desk: Desk, id: number | null = null, sub: string | null = null): string =>
  `#/${[desk, id, sub].filter((part) => part !== null).join('/')}`

/** Opens a desk or a record. */
export const go = (desk: Desk, id: number | null = null, sub: string | null = null): void => {
  const to = link(desk, id, sub)
  if (to !== at.hash) leaveFor(to, () => open(to))
}

type ToProps = { desk: Desk; id?: number | null; sub?: string | null; className?: string; current?: boolean; children: ReactNode }

export const To = ({ desk, id = null, sub = null, className, current = false, children }: ToProps) => {
  const follow = (event: MouseEvent) => {
    event.preventDefault()
    go(desk, id, sub)
  }
  return (
    <a href={link(desk, id, sub)} className={className} aria-current={current ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  )
}
