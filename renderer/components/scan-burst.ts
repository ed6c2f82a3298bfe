/**
 * A scanner that types into a box of words: told from a hand by sixteen digits that check out as a label, typed with their Enter faster than any
 * hand. What stood in the box before is kept with each key, so that the digits can be taken out again. Nothing is held back from who types: until
 * its Enter a burst is ordinary typing.
 */
import { checksOut, LABEL_CODE } from '../../contract/labels.ts'

/** A key as the box hears it; `before` is what the box was like. */
export type BurstKey<B> = { key: string; at: number; repeat: boolean; before: B }

const DIGITS = 16
/** All sixteen and the Enter: seventy milliseconds a key. The quickest hands need a hundred, and have a label to read meanwhile. */
const BURST_MS = DIGITS * 70
/** What was typed before a scan is a while ago; digits that go on without a pause are a longer number, not a label. */
const PAUSE_MS = 150

/** Listens to one box. `hear` gives the label and what the box was like before it, at the Enter that ends one; else null. */
export const listenForBurst = <B>() => {
  let keys: BurstKey<B>[] = []
  const forget = () => {
    keys = []
  }
  const ended = (at: number): { code: string; before: B } | null => {
    const burst = keys.slice(-DIGITS)
    const [first] = burst
    const earlier = keys.at(-DIGITS - 1)
    const code = burst.map(({ key }) => key).join('')
    if (!first || !LABEL_CODE.test(code) || !checksOut(code)) return null
    if (at - first.at > BURST_MS || (earlier && first.at - earlier.at < PAUSE_MS)) return null
    return { code, before: first.before }
  }
  const hear = (key: BurstKey<B>): { code: string; before: B } | null => {
    if (key.key === 'Enter') {
      const found = key.repeat ? null : ended(key.at)
      forget()
      return found
    }
    if (!/^\d$/.test(key.key) || key.repeat) forget()
    else keys = [...keys.slice(-DIGITS), key]
    return null
  }
  return { hear, forget }
}
