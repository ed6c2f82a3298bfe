/**
 * A word at the foot of the page about something that was just tried, while it is worth saying: `const { tell, useWords } = passingWords()`.
 * `tell(null)` takes it back.
 */
import { useSyncExternalStore } from 'react'

const SAID_MS = 6_000

export const passingWords = () => {
  let said: string | null = null
  let silence = 0
  const listeners = new Set<() => void>()
  const tell = (words: string | null): void => {
    said = words
    for (const listener of listeners) listener()
    clearTimeout(silence)
    if (words !== null) silence = window.setTimeout(() => tell(null), SAID_MS)
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return { tell, useWords: (): string | null => useSyncExternalStore(subscribe, () => said) }
}
