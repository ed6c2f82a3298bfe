import { type KeyObject, randomBytes, sign } from 'node:crypto'
import type { Person, Signer } from '../door/unit.ts'
import type { KeyFile, OpenKeyFile, Slot } from '../storage/key-file.ts'
import { publicKeyOf, signingKeyOf, stretch, unwrap, wrap } from '../storage/key-wrap.ts'

const dataKeyPurpose = (person: number) => `mijuan/data-key/${person}`
const signingKeyPurpose = (person: number) => `mijuan/signing-key/${person}`

/** What a right password gives: the data key, and the person's signing key once they have one. */
export type OpenedSlot = { dataKey: Buffer; signingKey: KeyObject | null; seed: Buffer | null }

/** Makes a person's slot. `seed` null: no signing key yet, because somebody else knows this password. */
export const closeSlot = async (
  file: Pick<OpenKeyFile, 'vault' | 'kdf'>,
  person: { id: number; name: string },
  password: string,
  dataKey: Uint8Array,
  seed: Buffer | null,
): Promise<Slot> => {
  const salt = randomBytes(16)
  const secret = await stretch(password, salt, file.kdf)
  try {
    return {
      person: person.id,
      name: person.name,
      salt: salt.toString('base64'),
      dataKey: wrap(dataKey, secret, file.vault, dataKeyPurpose(person.id)),
      signingKey: seed === null ? null : wrap(seed, secret, file.vault, signingKeyPurpose(person.id)),
      publicKey: seed === null ? null : publicKeyOf(signingKeyOf(seed)),
    }
  } finally {
    secret.fill(0)
  }
}

/** Opens a slot; null when the password is wrong. */
export const openSlot = async (file: KeyFile, slot: Slot, password: string): Promise<OpenedSlot | null> => {
  const secret = await stretch(password, Buffer.from(slot.salt, 'base64'), file.kdf)
  try {
    const dataKey = unwrap(slot.dataKey, secret, file.vault, dataKeyPurpose(slot.person))
    const seed = dataKey && slot.signingKey ? unwrap(slot.signingKey, secret, file.vault, signingKeyPurpose(slot.person)) : null
    return dataKey && { dataKey, seed, signingKey: seed && signingKeyOf(seed) }
  } finally {
    secret.fill(0)
  }
}

/** Erases the raw keys of a slot. The signing key as an object of its own stays. */
export const eraseKeys = ({ dataKey, seed }: OpenedSlot): void => {
  dataKey.fill(0)
  seed?.fill(0)
}

export const newSeed = (): Buffer => randomBytes(32)

export const signerOf = (person: Person, keyId: number, key: KeyObject): Signer => ({ person, keyId, sign: (bytes) => sign(null, bytes, key) })
