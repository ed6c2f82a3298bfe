/**
 * How far down a list is, where the list is taller than a page of the browser can be: half a million rows and more. The scroll bar then stands for the
 * whole of it, the wheel and the keys still move by pixels.
 */

/** Pixels that Chromium certainly lays out in one element; it ends at some thirty million. */
export const TALLEST = 8_000_000

/** Pixels: of all rows, and of the window on them. */
export type Span = { whole: number; view: number }
/** `top`: pixels of rows above the window; `scroll`: where the scroll bar stands. */
export type Place = { top: number; scroll: number }

export const START: Place = { top: 0, scroll: 0 }

/** How tall the element is that is scrolled. */
export const heightOf = ({ whole }: Span): number => Math.min(whole, TALLEST)

const reachOf = ({ whole, view }: Span) => Math.max(0, whole - view)
const trackOf = (span: Span) => Math.max(0, heightOf(span) - span.view)
const within = (value: number, most: number) => Math.max(0, Math.min(most, value))

/** Pixels at either end of which the bar keeps one for each pixel of rows, so that the wheel reaches the end. */
const END = 100_000

/** Of `from` pixels as many in `to`: alike at both ends, in proportion between. */
const between = (value: number, from: number, to: number): number => {
  if (from === to || value <= END) return value
  if (value >= from - END) return to - (from - value)
  return END + ((value - END) / (from - 2 * END)) * (to - 2 * END)
}

/** A place with so many pixels above it, and the scroll bar as it then stands. */
export const placeAt = (span: Span, top: number): Place => {
  const [reach, track] = [reachOf(span), trackOf(span)]
  const there = within(top, reach)
  return { top: there, scroll: Math.round(between(there, reach, track)) }
}

/** Steps of the wheel and of the keys are shorter, drags of the bar mostly longer. */
const STEP_VIEWS = 3
/** Pixels by which the bar may stand elsewhere than the rows, before it is put right. */
const ASTRAY = END / 2

/** The scroll bar was moved to `scroll`: where the list is now. A place with another `scroll` than this wants the bar put there. */
export const scrolledTo = (span: Span, before: Place, scroll: number): Place => {
  const [reach, track] = [reachOf(span), trackOf(span)]
  if (reach === track) return { top: scroll, scroll }
  const by = scroll - before.scroll
  if (Math.abs(by) > STEP_VIEWS * span.view) return { top: within(between(scroll, track, reach), reach), scroll }
  const right = placeAt(span, before.top + by)
  const isAtEnd = scroll <= 0 || scroll >= track
  return isAtEnd || Math.abs(right.scroll - scroll) > ASTRAY ? right : { top: right.top, scroll }
}
