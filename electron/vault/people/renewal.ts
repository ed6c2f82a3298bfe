import { type Opened, quietly } from '../door/opened.ts'
import { refuse } from '../door/refuse.ts'
import type { Work } from '../door/unit.ts'
import { type KeyFile, type OpenKeyFile, readKeyFile, refuseIfForged, replaceKeyFile, type Slot } from '../storage/key-file.ts'
import type { VaultKeys } from '../storage/sealing.ts'
import { withNextPassword } from './password-history.ts'
import { refuseWeakPassword } from './password-policy.ts'
import { closeSlot, newSigningKey, type OpenedSlot, type SigningKey } from './slots.ts'
import type { Level } from '../../../contract/terms.ts'

type Wanted = { slot: Slot; keys: OpenedSlot; current: string; next: string; level: Level; vaultKeys: VaultKeys }

/** The key file of the folder; refused when it has vanished meanwhile. */
export const keyFileOf = (dir: string): KeyFile =>
  readKeyFile(dir) ?? refuse('vault.damaged', '密钥文件不见了。请停止使用，由系统管理员从备份恢复密钥文件。')

/** The key file under the hands of somebody who is signed in: it must still bear the seal of the data key, or what is written on top of it would hide what was done to it. */
export const sealedKeyFileOf = (dir: string, { dataKey }: Pick<Opened, 'dataKey'>): KeyFile => {
  const file = keyFileOf(dir)
  refuseIfForged(file, dataKey)
  return file
}

/**
 * Makes (does not store) the slot of a new password. Refused when it is the old one, one of the last, or weaker than the level asks (口令).
 * The first one also makes the signing key, for nobody else ever knew a password that opens it; it joins the `keys`.
 */
export const renew = async (file: KeyFile, { slot, keys, current, next, level, vaultKeys }: Wanted): Promise<{ slot: Slot; signing: SigningKey }> => {
  if (next === current) refuse('rule.forbids', '新口令不得与原口令相同。', { clause: '口令', field: 'next' })
  refuseWeakPassword(level, next, slot.name, 'next')
  keys.signing ??= newSigningKey()
  const { signing } = keys
  const earlier = withNextPassword(file, slot, signing, { next, current, level })
  return { slot: await closeSlot(file, { id: slot.person, name: slot.name }, next, vaultKeys, signing, earlier), signing }
}

/**
 * Writes the key file with a unit of work, before its commit: a work that is taken back puts the file before it back. A program
 * that ends between the two leaves the new file and the old rows, and with these everybody in the file can come in.
 */
export const storeKeyFile = (work: Work, dir: string, file: OpenKeyFile, dataKey: Uint8Array): void => {
  const { undo, keep } = replaceKeyFile(dir, file, dataKey)
  work.afterUndo(undo)
  work.afterCommit(() => quietly(keep))
}

/** A signature is made with no key of this person any more; those that were made stand. */
export const retireKeys = (work: Work, person: number): void => {
  for (const key of work.read.all<{ id: number }>('SELECT id FROM person_key WHERE person = ? AND retired IS NULL', person))
    work.change('person_key', key.id, { retired: work.now.toISOString() })
}

/** The stored public key of a slot. Where there is none yet (the first password, or a key file that was written and its rows not) it is stored, and any other retired. */
const storedKey = (work: Work, slot: Slot): { id: number; made: boolean } => {
  const stored = work.read.get<{ id: number }>(
    'SELECT id FROM person_key WHERE person = ? AND public_key = ? AND retired IS NULL',
    slot.person,
    slot.publicKey,
  )
  if (stored) return { id: stored.id, made: false }
  retireKeys(work, slot.person)
  const key = { person: slot.person, public_key: slot.publicKey, since: work.now.toISOString(), retired: null }
  return { id: work.insert('person_key', key), made: true }
}

/** Stores a renewal: the person's row, their public key the first time (`made`), and the key file. Gives the id of the public key. */
export const storeRenewal = (work: Work, dir: string, file: KeyFile, dataKey: Uint8Array, slot: Slot): { id: number; made: boolean } => {
  const key = storedKey(work, slot)
  work.change('person', slot.person, { account: 'active', password_set_at: work.now.toISOString() })
  work.note({ firstKey: key.made })
  storeKeyFile(work, dir, { ...file, slots: file.slots.map((each) => (each.person === slot.person ? slot : each)) }, dataKey)
  return key
}
