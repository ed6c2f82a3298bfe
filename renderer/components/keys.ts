/**
 * Keys of a desk. `useKeys([['F2', start], ['Escape', back]])` or the same as a record, and `enabled` false while a dialog of the desk is open.
 *
 * - The part of the screen that was opened last is asked first.
 * - Nothing fires while Chinese is being composed, while a dialog lies over the desk (unless `over` is set), or, for a plain letter, in a field.
 */
import { useEffect, useRef } from 'react'

export type Keys = Record<string, () => unknown> | readonly (readonly [string, () => unknown])[]
type Listening = { act: (name: string) => (() => unknown) | undefined; over: boolean }

const listening: Listening[] = []

const nameOf = (event: KeyboardEvent) => {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  return `${event.ctrlKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${key}`
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** An open list, a dialog or a printed sheet takes its own keys first. */
const opened = (target: EventTarget | null) => target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true'
const covered = () => [...document.querySelectorAll('.ant-modal-wrap, .paper-room')].some((cover) => cover.getClientRects().length > 0)

const press = (event: KeyboardEvent) => {
  if (event.isComposing || event.defaultPrevented) return
  const name = nameOf(event)
  if (name.length === 1 && typing(event.target)) return
  if (name === 'Escape' && opened(event.target)) return
  const under = covered()
  for (const each of [...listening].reverse()) {
    const act = under && !each.over ? undefined : each.act(name)
    if (!act) continue
    event.preventDefault()
    act()
    return
  }
}

const listed = (keys: Keys) => (Array.isArray(keys) ? keys : Object.entries(keys)) as [string, () => unknown][]

export const useKeys = (keys: Keys, enabled = true, over = false): void => {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    if (!enabled) return
    const act = (name: string) => new Map<string, () => unknown>(listed(latest.current)).get(name)
    const mine: Listening = { act, over }
    if (listening.length === 0) window.addEventListener('keydown', press)
    listening.push(mine)
    return () => {
      listening.splice(listening.indexOf(mine), 1)
      if (listening.length === 0) window.removeEventListener('keydown', press)
    }
  }, [enabled, over])
}
