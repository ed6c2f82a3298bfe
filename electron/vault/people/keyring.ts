import type { Opened } from '../door/opened.ts'
import { type Slot, writeKeyFile } from '../storage/key-file.ts'
import type { Gate } from './gate.ts'
import { keyFileOf } from './renewal.ts'
import { closeSlot } from './slots.ts'

/** The key slots of the open vault, and the wrong-password counts of the gate. */
export type Keyring = {
  /** Makes (does not store) a slot without signing key, for a password that somebody else sets. */
  close(person: { id: number; name: string }, password: string): Promise<Slot>
  put(slot: Slot): void
  remove(person: number): void
  failures(person: number): number
  /** People whose accounts are locked. */
  locked(): number[]
  clearFailures(person: number): void
}

export const keyringOf = (dir: string, gate: Gate, current: () => Opened): Keyring => {
  const file = () => keyFileOf(dir)
  const rewrite = (change: (slots: Slot[]) => Slot[]) => {
    const open = file()
    writeKeyFile(dir, { ...open, slots: change(open.slots) }, current().dataKey)
  }
  return {
    close: (person, password) => closeSlot(file(), person, password, current().dataKey, null),
    put: (slot) => rewrite((slots) => [...slots.filter(({ person }) => person !== slot.person), slot]),
    remove: (person) => rewrite((slots) => slots.filter((slot) => slot.person !== person)),
    failures: (person) => gate.failures(person),
    locked: () => gate.locked(),
    clearFailures: (person) => gate.clear(person),
  }
}
