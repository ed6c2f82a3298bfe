import { createPrivateKey, createPublicKey, diffieHellman, type KeyObject, randomBytes } from 'node:crypto'
import { unwrap, type Wrapped, wrap } from './key-wrap.ts'

/**
 * What everybody with an account shares. `dataKey` opens the database and seals the key file; `membership` is needed to seal a
 * data key to anybody, so that whoever only writes the folder cannot slip another vault under people's passwords. Erased by whoever holds it.
 */
export type VaultKeys = { dataKey: Buffer; membership: Buffer }

/** Bytes sealed to the public half of a pair: the ephemeral public half beside the box. */
type Sealed = Wrapped & { ephemeral: string }

/**
 * What one secret opens: a password's, or that of the recovery sheets. The secret opens `own`, the private half and the
 * membership; the private half opens the data key, which anybody with the vault open can seal anew to the public half.
 */
export type Lock = { publicKey: string; own: Wrapped; dataKey: Sealed }

const PRIVATE_PREFIX = Buffer.from('302e020100300506032b656e04220420', 'hex')
const PUBLIC_PREFIX = Buffer.from('302a300506032b656e032100', 'hex')

/** The X25519 key of 32 bytes, made by way of a form that is erased after it. */
const privateKeyOf = (half: Uint8Array): KeyObject => {
  const der = Buffer.concat([PRIVATE_PREFIX, half])
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  } finally {
    der.fill(0)
  }
}
const publicKeyOf = (half: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, Buffer.from(half, 'base64')]), format: 'der', type: 'spki' })
const publicHalfOf = (key: KeyObject): string => createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')

/** Does something with the secret that two halves and the membership give together; erased after it. */
const withShared = <T>(own: KeyObject, other: string, membership: Uint8Array, use: (secret: Uint8Array) => T): T => {
  const shared = diffieHellman({ privateKey: own, publicKey: publicKeyOf(other) })
  const secret = Buffer.concat([shared, membership])
  try {
    return use(secret)
  } finally {
    shared.fill(0)
    secret.fill(0)
  }
}

const ownPurpose = (place: string) => `mijuan/own-keys/${place}`
const dataKeyPurpose = (place: string, ephemeral: string, publicKey: string) => `mijuan/data-key/${place}/${ephemeral}/${publicKey}`

const seal = ({ dataKey, membership }: VaultKeys, publicKey: string, vault: string, place: string): Sealed => {
  const half = randomBytes(32)
  const own = privateKeyOf(half)
  half.fill(0)
  const ephemeral = publicHalfOf(own)
  return {
    ephemeral,
    ...withShared(own, publicKey, membership, (secret) => wrap(dataKey, secret, vault, dataKeyPurpose(place, ephemeral, publicKey))),
  }
}

/** Makes a lock for one place of the key file, with a new pair: an old secret with an old key file opens nothing that is sealed later. */
export const closeLock = (keys: VaultKeys, secret: Uint8Array, vault: string, place: string): Lock => {
  const half = randomBytes(32)
  const own = Buffer.concat([half, keys.membership])
  const publicKey = publicHalfOf(privateKeyOf(half))
  half.fill(0)
  try {
    return { publicKey, own: wrap(own, secret, vault, ownPurpose(place)), dataKey: seal(keys, publicKey, vault, place) }
  } finally {
    own.fill(0)
  }
}

/** Opens a lock; null when the secret is not its own. */
export const openLock = (lock: Lock, secret: Uint8Array, vault: string, place: string): VaultKeys | null => {
  const own = unwrap(lock.own, secret, vault, ownPurpose(place))
  if (!own) return null
  try {
    const membership = Buffer.from(own.subarray(32))
    const { ephemeral, ...box } = lock.dataKey
    const purpose = dataKeyPurpose(place, ephemeral, lock.publicKey)
    const dataKey = withShared(privateKeyOf(own.subarray(0, 32)), ephemeral, membership, (shared) => unwrap(box, shared, vault, purpose))
    if (!dataKey) membership.fill(0)
    return dataKey && { dataKey, membership }
  } catch {
    // A public half that is no point to agree on: put there by somebody else
    return null
  } finally {
    own.fill(0)
  }
}

/** The same lock with another data key, sealed to its public half. Nobody's secret is needed. */
export const sealAnew = (lock: Lock, keys: VaultKeys, vault: string, place: string): Lock => ({
  ...lock,
  dataKey: seal(keys, lock.publicKey, vault, place),
})

export const newVaultKeys = (): VaultKeys => ({ dataKey: randomBytes(32), membership: randomBytes(32) })

export const eraseVaultKeys = ({ dataKey, membership }: VaultKeys): void => {
  dataKey.fill(0)
  membership.fill(0)
}
