/** Where the cursor goes next in a form: Enter, or a box that is whole, moves on to the next box in which nothing stands yet. */
import type { KeyboardEvent } from 'react'

const BOXES = 'input:not([disabled]):not([type=hidden]), textarea:not([disabled])'
/** What says of itself whether something stands in it (`data-filled`): a field, a list box, a checklist. */
const HOLDERS = '.field, .choose-box, .checklist'

/** What is prefilled is not stepped through, nor is a tick that needs no answer. */
const isEmpty = (box: HTMLElement) => {
  const holder = box.closest<HTMLElement>(HOLDERS)
  if (holder) return holder.dataset.filled === undefined
  return box instanceof HTMLInputElement && ['checkbox', 'radio'].includes(box.type) ? false : (box as HTMLInputElement).value === ''
}

/** The next empty box after this one, in the order of the form; null when there is none. */
export const nextBox = (form: HTMLElement, from: HTMLElement): HTMLElement | null => {
  const own = from.closest(HOLDERS)
  const follows = (box: HTMLElement) => (from.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const boxes = [...form.querySelectorAll<HTMLElement>(BOXES)]
  return boxes.find((box) => follows(box) && (own === null || box.closest(HOLDERS) !== own) && isEmpty(box)) ?? null
}

/** Moves on from a box that is whole, once the form has taken its value. */
export const goOnFrom = (box: HTMLInputElement | HTMLTextAreaElement): void => {
  setTimeout(() => {
    if (box.form) nextBox(box.form, box)?.focus()
  }, 0)
}

/** Buttons and links do what they say; an open list or a scanned number takes its own Enter (`data-own-enter`). */
const keepsEnter = (target: HTMLElement) => ['BUTTON', 'A'].includes(target.tagName) || target.closest('[data-own-enter]') !== null

/** For `onKeyDownCapture` of a form: Enter goes on to the next empty box; true when there is none, so that the act is done. */
export const goOnByEnter = (event: KeyboardEvent<HTMLElement>): boolean => {
  const { target } = event
  if (!(target instanceof HTMLElement) || event.key !== 'Enter' || event.nativeEvent.isComposing || event.shiftKey) return false
  if (keepsEnter(target)) return false
  event.preventDefault()
  event.stopPropagation()
  const next = nextBox(event.currentTarget, target)
  next?.focus()
  return next === null
}
