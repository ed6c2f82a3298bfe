import type { Opened } from '../door/opened.ts'
import { refuse } from '../door/refuse.ts'
import { readKeyFile, type Slot, writeKeyFile } from '../storage/key-file.ts'
import type { Gate } from './gate.ts'
import { closeSlot } from './slots.ts'

/** The key slots of the open vault, and the wrong-password counts of the gate. */
export type Keyring = {
  /** Makes (does not store) a slot without signing key, for a password that somebody else sets. */
  close(person: { id: number; name: string }, password: string): Promise<Slot>
  put(slot: Slot): void
  remove(person: number): void
  failures(person: number): number
  clearFailures(person: number): void
}

export const keyringOf = (dir: string, gate: Gate, current: () => Opened): Keyring => {
  const file = () => readKeyFile(dir) ?? refuse('vault.damaged', '密钥文件不见了。请停止使用，由系统管理员从备份恢复密钥文件。')
  const rewrite = (change: (slots: Slot[]) => Slot[]) => {
    const open = file()
    writeKeyFile(dir, { ...open, slots: change(open.slots) }, current().dataKey)
  }
  return {
    close: (person, password) => closeSlot(file(), person, password, current().dataKey, null),
    put: (slot) => rewrite((slots) => [...slots.filter(({ person }) => person !== slot.person), slot]),
    remove: (person) => rewrite((slots) => slots.filter((slot) => slot.person !== person)),
    failures: (person) => gate.failures(person),
    clearFailures: (person) => gate.clear(person),
  }
}
