import { useSyncExternalStore } from 'react'
import type { SessionView } from '../../contract/session.ts'

/** Who is signed in, as the whole page sees it. Only sign-in, change of password and leaving set it. */
let current: SessionView | null = null
/** Why the page went back to sign-in, for the line above the form. */
let left: 'left' | 'locked' | 'idle' | null = null
/** The vault is being told to close: until it has, nothing is asked of it. */
let closing = false
const listeners = new Set<() => void>()

const tell = () => {
  for (const listener of listeners) listener()
}

export const enter = (session: SessionView): void => {
  current = session
  left = null
  tell()
}

/** The password has aged while its owner was at work: nothing but a new one is open to them. */
export const passwordAged = (): void => {
  if (current) enter({ ...current, mustChangePassword: true })
}

export const leave = (reason: 'left' | 'locked' | 'idle' = 'locked'): void => {
  if (current === null && left !== null) return
  current = null
  left = reason
  tell()
}

/** While the vault is told to close and has not answered. */
export const whileClosing = async (told: Promise<unknown>): Promise<void> => {
  closing = true
  tell()
  try {
    await told
  } finally {
    closing = false
    tell()
  }
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useSignedIn = () => useSyncExternalStore(subscribe, () => current)
export const useClosing = () => useSyncExternalStore(subscribe, () => closing)
export const useLeft = () => useSyncExternalStore(subscribe, () => left)
