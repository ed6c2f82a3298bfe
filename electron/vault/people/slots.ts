import { type KeyObject, randomBytes } from 'node:crypto'
import type { Person, Signer } from '../door/unit.ts'
import type { KeyFile, OpenKeyFile, Slot } from '../storage/key-file.ts'
import { keyObjectOf, publicKeyOf, signByKept, signWith, stretch, unwrap, wrap } from '../storage/key-wrap.ts'
import { closeLock, eraseVaultKeys, openLock, type VaultKeys } from '../storage/sealing.ts'
import { canTakeBack } from '../storage/taking-back.ts'

const signingKeyPurpose = (person: number) => `mijuan/signing-key/${person}`

/** A person's key pair: the seed that signs, to be erased, and the public half. */
export type SigningKey = { seed: Buffer; publicKey: string }
/** What a right password gives: the keys of the vault, and the person's signing key once they have one. Whoever asked for it erases it. */
export type OpenedSlot = VaultKeys & { signing: SigningKey | null }

/** Makes a person's slot. `signing` null: no signing key yet, because somebody else knows this password. `earlier`: digests of their last passwords, this one among them. */
export const closeSlot = async (
  file: Pick<OpenKeyFile, 'vault' | 'kdf'>,
  person: { id: number; name: string },
  password: string,
  keys: VaultKeys,
  signing: SigningKey | null,
  earlier: readonly string[] = [],
): Promise<Slot> => {
  const salt = randomBytes(16)
  const secret = await stretch(password, salt, file.kdf)
  try {
    return {
      person: person.id,
      name: person.name,
      salt: salt.toString('base64'),
      lock: closeLock(keys, secret, file.vault, String(person.id)),
      signingKey: signing && wrap(signing.seed, secret, file.vault, signingKeyPurpose(person.id)),
      publicKey: signing?.publicKey ?? null,
      earlier: [...earlier],
    }
  } finally {
    secret.fill(0)
  }
}

/** Opens a slot; null when the password is wrong. */
export const openSlot = async (file: KeyFile, slot: Slot, password: string): Promise<OpenedSlot | null> => {
  const secret = await stretch(password, Buffer.from(slot.salt, 'base64'), file.kdf)
  try {
    const keys = openLock(slot.lock, secret, file.vault, String(slot.person))
    const seed = keys && slot.signingKey && slot.publicKey && unwrap(slot.signingKey, secret, file.vault, signingKeyPurpose(slot.person))
    return keys && { ...keys, signing: seed ? { seed, publicKey: slot.publicKey as string } : null }
  } finally {
    secret.fill(0)
  }
}

/** Erases the keys of a slot. */
export const eraseKeys = (keys: OpenedSlot): void => {
  eraseVaultKeys(keys)
  keys.signing?.seed.fill(0)
}

export const newSigningKey = (): SigningKey => {
  const seed = randomBytes(32)
  return { seed, publicKey: publicKeyOf(seed) }
}

/** Somebody who can sign until `erase`, with a copy of the seed for themselves. */
export const signerOf = (person: Person, keyId: number, seed: Uint8Array): Signer => {
  const own = Buffer.from(seed)
  return { person, keyId, sign: (bytes) => signWith(own, bytes), erase: () => own.fill(0) }
}

/** The signed-in person, who signs all day: their key is kept as an object, and taken back when the vault locks. Where that cannot be, as anybody else. */
export const signerOfSession = (person: Person, keyId: number, seed: Uint8Array): Signer => {
  if (!canTakeBack) return signerOf(person, keyId, seed)
  let key: KeyObject | null = keyObjectOf(seed)
  return {
    person,
    keyId,
    sign: (bytes) => {
      if (!key) throw new Error('the key was erased')
      return signByKept(key, bytes)
    },
    erase: () => {
      key = null
    },
  }
}
