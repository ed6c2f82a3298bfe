/**
 * The cursor never stands nowhere. When what it stood on goes, because a dialog closes, a button turns grey or a record is closed, it goes to where
 * the keys of the page are: the open dialog, else the next act of the open record, the first act of 今日, or the list.
 */
import { useEffect } from 'react'

const PLACES = [
  '.record .acts-row .ant-btn-primary:not([disabled])',
  '.record .acts-row button:not([disabled])',
  '[data-line]',
  '.list',
  '[data-landing]',
  '.today-reminder a',
  '[role=tab][aria-selected=true]',
  'button:not([disabled])',
]

const shown = (place: Element | null | undefined): place is HTMLElement =>
  place instanceof HTMLElement && place.checkVisibility({ visibilityProperty: true })

const dialog = () => [...document.querySelectorAll('.ant-modal-wrap')].filter(shown).at(-1)

/** In a dialog: the choice that it begins with (`data-first`), else the first text box, else its act, else what is ticked. While the act is not ready the cursor waits on the dialog itself, never on 返回. */
const IN_DIALOG = [
  '[data-first] input:not([disabled])',
  'textarea:not([disabled]), input:not([disabled]):not([type=checkbox]):not([type=radio])',
  '[type=submit]:not([disabled])',
  'input:not([disabled])',
  '[data-waits]',
]
export const placeIn = (over: Element): HTMLElement | undefined =>
  IN_DIALOG.map((places) => [...over.querySelectorAll(places)].find(shown)).find((place) => place !== undefined)

/** Where the cursor belongs when it is lost. */
const landing = (): HTMLElement | undefined => {
  const over = dialog()
  if (over) return placeIn(over)
  const page = document.querySelector('main')
  for (const place of PLACES) {
    const found = [...(page?.querySelectorAll(place) ?? [])].find(shown)
    if (found) return found
  }
  return undefined
}

const isWaiting = () => document.activeElement?.matches('[data-waits]') === true
const isLost = () => document.activeElement === document.body || document.activeElement === null || isWaiting()

/** Puts the cursor back to where it was, or to where the keys of the page are. */
export const land = (before?: Element | null): void => {
  const over = dialog()
  // One dialog gave way to another, which has the cursor already.
  if (over?.contains(document.activeElement) && !isWaiting()) return
  const under = over !== undefined && !over.contains(before ?? null)
  const back =
    before && !under && before !== document.body && before.isConnected && shown(before) && !before.matches('[disabled]') ? before : landing()
  back?.focus({ preventScroll: true })
}

/** Watches the page and lands a cursor that was lost or that waits. A click on an empty place is left alone until the page next changes. */
export const useLanding = (): void => {
  useEffect(() => {
    let waiting = 0
    const look = () => {
      cancelAnimationFrame(waiting)
      waiting = requestAnimationFrame(() => isLost() && land())
    }
    const watch = new MutationObserver(look)
    watch.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] })
    document.addEventListener('focusout', look)
    return () => {
      cancelAnimationFrame(waiting)
      watch.disconnect()
      document.removeEventListener('focusout', look)
    }
  }, [])
}
