import { rmSync } from 'node:fs'
import { type Opened, quietly } from '../door/opened.ts'
import type { Read, Work } from '../door/unit.ts'
import { earlierOf, nextOf } from '../storage/files.ts'
import { type KeyFile, keyFilePath, type Slot, writeKeyFile } from '../storage/key-file.ts'
import type { Gate } from './gate.ts'
import { sealedKeyFileOf, storeKeyFile } from './renewal.ts'
import { closeSlot } from './slots.ts'

/** The key slots of the open vault, and the wrong-password counts of the gate. */
export type Keyring = {
  /** Makes (does not store) a slot without signing key, for a password that somebody else sets. */
  close(person: { id: number; name: string }, password: string): Promise<Slot>
  /** Stores a slot with a unit of work. */
  put(work: Work, slot: Slot): void
  /** Removes a slot once the unit of work is committed: until then its owner must be able to come in. */
  remove(work: Work, person: number): void
  failures(person: number): number
  /** People whose accounts are locked. */
  locked(): number[]
  clearFailures(person: number): void
}

export const keyringOf = (dir: string, gate: Gate, current: () => Opened): Keyring => {
  const file = () => sealedKeyFileOf(dir, current())
  return {
    close: (person, password) => closeSlot(file(), person, password, current(), null),
    put: (work, slot) => {
      const open = file()
      work.checkpoint('keys')
      storeKeyFile(work, dir, { ...open, slots: [...open.slots.filter(({ person }) => person !== slot.person), slot] }, current().dataKey)
    },
    // Whoever has no account does not come in, slot or not. One that cannot be removed now is removed at the next sign-in
    remove: (work, person) => work.afterCommit(() => quietly(() => removeSlots(dir, file(), current().dataKey, (slot) => slot.person === person))),
    failures: (person) => gate.failures(person),
    locked: () => gate.locked(),
    clearFailures: (person) => gate.clear(person),
  }
}

const removeSlots = (dir: string, file: KeyFile, dataKey: Uint8Array, which: (slot: Slot) => boolean): void => {
  const slots = file.slots.filter((slot) => !which(slot))
  if (slots.length > 0 && slots.length < file.slots.length) writeKeyFile(dir, { ...file, slots }, dataKey)
}

/**
 * Makes the key file what the database says, after a program that ended between writing the two: whoever has no account has
 * no slot, and no earlier or unfinished key file lies beside it.
 */
export const settleKeyFile = (dir: string, file: KeyFile, read: Read, dataKey: Uint8Array): void => {
  for (const beside of [earlierOf, nextOf]) rmSync(beside(keyFilePath(dir)), { force: true })
  const open = new Set(read.all<{ id: number }>("SELECT id FROM person WHERE account IN ('initial','active')").map(({ id }) => id))
  removeSlots(dir, file, dataKey, ({ person }) => !open.has(person))
}
