import type { KeyObject } from 'node:crypto'
import { refuse } from '../door/refuse.ts'
import type { Work } from '../door/unit.ts'
import { type KeyFile, readKeyFile, type Slot, writeKeyFile } from '../storage/key-file.ts'
import { publicKeyOf, signingKeyOf } from '../storage/key-wrap.ts'
import { refuseWeakPassword } from './password-policy.ts'
import { closeSlot, newSeed, type OpenedSlot } from './slots.ts'
import type { Level } from '../../../contract/terms.ts'

/** A person's slot under their new password. `first`: their signing key was made with it, for nobody else ever knew a password that opens it. */
export type Renewal = { slot: Slot; signingKey: KeyObject; first: boolean }

type Wanted = { person: { id: number; name: string }; keys: OpenedSlot; current: string; next: string; level: Level; dataKey: Uint8Array }

/** The key file of the folder; refused when it has vanished meanwhile. */
export const keyFileOf = (dir: string): KeyFile =>
  readKeyFile(dir) ?? refuse('vault.damaged', '密钥文件不见了。请停止使用，由系统管理员从备份恢复密钥文件。')

/** Makes (does not store) the slot of a new password. Refused when it is the old one or weaker than the level asks (口令). */
export const renew = async (file: KeyFile, { person, keys, current, next, level, dataKey }: Wanted): Promise<Renewal> => {
  if (next === current) refuse('rule.forbids', '新口令不得与原口令相同。', { clause: '口令', field: 'next' })
  refuseWeakPassword(level, next, person.name, 'next')
  const first = keys.seed === null
  const seed = keys.seed ?? newSeed()
  const slot = await closeSlot(file, person, next, dataKey, seed)
  const signingKey = signingKeyOf(seed)
  seed.fill(0)
  return { slot, signingKey, first }
}

/** Stores a renewal: the person's row, their public key the first time, and the key file. Gives the id of the public key it made, or null. */
export const storeRenewal = (work: Work, dir: string, file: KeyFile, dataKey: Uint8Array, { slot, signingKey, first }: Renewal): number | null => {
  const at = work.now.toISOString()
  const keyId = first ? work.insert('person_key', { person: slot.person, public_key: publicKeyOf(signingKey), since: at, retired: null }) : null
  work.change('person', slot.person, { account: 'active', password_set_at: at })
  work.note({ firstKey: first })
  writeKeyFile(dir, { ...file, slots: file.slots.map((each) => (each.person === slot.person ? slot : each)) }, dataKey)
  return keyId
}
