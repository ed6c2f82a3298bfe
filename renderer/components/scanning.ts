/**
 * What a scanner types: a label's digits and Enter, faster than a hand.
 *
 * - `useScanned(take, place)`: while it stands on the screen, a scan is this step's (收回核对, 放入传阅夹, 逐件核对). The step that was opened last is asked.
 * - `useScanFrom(open)`: a scan from anywhere else. Once, in the frame.
 * - Nothing is taken while the cursor stands in a text box: there the scanner types like a hand, and the box knows what it is for.
 */
import { useEffect, useRef } from 'react'
import { LABEL_CODE, RUN_TOGETHER } from '../../contract/labels.ts'

type Take = (code: string) => void
/** The box of a step, by which it is told from what lies under a dialog. */
type Place = () => Element | null | undefined
const steps: { take: Take; place: Place }[] = []

/** No hand types the next key of a code later than this, and no scanner; a slow machine may. */
const BETWEEN_MS = 400

export const isLabel = (text: string): boolean => {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  return LABEL_CODE.test(plain) || RUN_TOGETHER.test(plain)
}

const TEXTLESS = ['checkbox', 'radio', 'button', 'submit']
/** The cursor stands where text is typed. */
const inText = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !TEXTLESS.includes(target.type)) ||
  (target instanceof HTMLElement && target.isContentEditable)

/** The dialog or printed sheet that lies on top of the desk. */
const topCover = () => [...document.querySelectorAll('.ant-modal-wrap, .paper-room')].filter((cover) => cover.getClientRects().length > 0).at(-1)

/** A step takes scans. One that stands under a dialog waits until that is closed. */
export const useScanned = (take: Take, place: Place): void => {
  const latest = useRef({ take, place })
  latest.current = { take, place }
  useEffect(() => {
    const mine = { take: (code: string) => latest.current.take(code), place: () => latest.current.place() }
    steps.push(mine)
    return () => {
      steps.splice(steps.indexOf(mine), 1)
    }
  }, [])
}

/** Hears the scanner wherever no text is typed, and gives what it read to the step at hand; else to `open`. */
export const useScanFrom = (open: Take, enabled: boolean): void => {
  const latest = useRef(open)
  latest.current = open
  useEffect(() => {
    if (!enabled) return
    let typed = ''
    let last = 0
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || inText(event.target)) return
      if (event.timeStamp - last > BETWEEN_MS) typed = ''
      last = event.timeStamp
      if (event.key.length === 1) {
        typed += event.key
        return
      }
      if (event.key !== 'Enter') return
      const code = typed
      typed = ''
      if (!isLabel(code)) return
      // The scanner's Enter presses no button that happens to have the focus.
      event.preventDefault()
      event.stopImmediatePropagation()
      const cover = topCover()
      const step = steps.findLast(({ place }) => cover === undefined || cover.contains(place() ?? null))
      if (step) step.take(code)
      else if (!cover) latest.current(code)
    }
    window.addEventListener('keydown', hear, true)
    return () => window.removeEventListener('keydown', hear, true)
  }, [enabled])
}
