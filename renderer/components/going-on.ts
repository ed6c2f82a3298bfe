/** Where the cursor goes next in a form: Enter, or a box that is whole, moves on to the next box in which nothing stands yet. */

const BOXES = 'input:not([disabled]):not([type=hidden]), textarea:not([disabled])'

/** A box counts as filled by what its `Box` says of its value, so that what is prefilled is not stepped through. */
const isEmpty = (box: HTMLElement) => box.closest<HTMLElement>('.field')?.dataset.filled === undefined

/** The next empty box after this one, in the order of the form; null when there is none. */
export const nextBox = (form: HTMLFormElement, from: HTMLElement): HTMLElement | null => {
  const boxes = [...form.querySelectorAll<HTMLElement>(BOXES)]
  const own = from.closest('.field')
  const after = boxes.slice(boxes.indexOf(from) + 1).filter((box) => box.closest('.field') !== own)
  return after.find(isEmpty) ?? null
}

/** Moves on from a box that is whole, once the form has taken its value. */
export const goOnFrom = (box: HTMLInputElement | HTMLTextAreaElement): void => {
  setTimeout(() => {
    if (box.form) nextBox(box.form, box)?.focus()
  }, 0)
}
