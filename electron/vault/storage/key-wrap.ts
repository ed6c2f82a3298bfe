import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto'
import { argon2id, hash } from 'argon2'

/** Cost of one password try. Never below the floor. */
export type ArgonCost = { memoryKiB: number; passes: number; parallelism: number }
export const argonFloor: ArgonCost = { memoryKiB: 65_536, passes: 3, parallelism: 4 }

/** AES-256-GCM: nonce and ciphertext‖tag, base64. */
export type Wrapped = { nonce: string; box: string }

/** Argon2id over the NFKC form of a password: 32 bytes. */
export const stretch = async (password: string, salt: Buffer, cost: ArgonCost): Promise<Buffer> =>
  hash(password.normalize('NFKC'), {
    type: argon2id,
    salt,
    memoryCost: cost.memoryKiB,
    timeCost: cost.passes,
    parallelism: cost.parallelism,
    hashLength: 32,
    raw: true,
  })

const CALIBRATED_MS = 850

/** The quicker of two tries: what else the machine was doing meanwhile should not make the password cheap. */
const timeOf = async (cost: ArgonCost): Promise<number> => {
  const times: number[] = []
  for (let n = 0; n < 2; n += 1) {
    const start = performance.now()
    await stretch('calibration', Buffer.alloc(16), cost)
    times.push(performance.now() - start)
  }
  return Math.min(...times)
}

/** Finds the memory and passes that make one try take 0.7–1 s on this machine: reckoned from the floor, tried out, and put right once. */
export const calibrate = async (): Promise<ArgonCost> => {
  const factor = Math.max(1, CALIBRATED_MS / (await timeOf(argonFloor)))
  const memory = Math.min(4, Math.max(1, Math.floor(factor / 1.3)))
  const withPasses = (passes: number): ArgonCost => ({
    memoryKiB: argonFloor.memoryKiB * memory,
    passes: Math.max(argonFloor.passes, Math.round(passes)),
    parallelism: argonFloor.parallelism,
  })
  const reckoned = withPasses((argonFloor.passes * factor) / memory)
  return withPasses((reckoned.passes * CALIBRATED_MS) / (await timeOf(reckoned)))
}

/** A key for one purpose out of a secret: HKDF-SHA256, salted with the vault's id. The caller zeroes both. */
export const derive = (secret: Uint8Array, vault: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.from(vault), Buffer.from(purpose), 32))

/** Wraps bytes under a secret for a named purpose; the name is authenticated too, so a box does not open in another place. */
export const wrap = (bytes: Uint8Array, secret: Uint8Array, vault: string, purpose: string): Wrapped => {
  const key = derive(secret, vault, purpose)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose))
  const box = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  key.fill(0)
  return { nonce: nonce.toString('base64'), box: box.toString('base64') }
}

/** Opens a box, or gives null when the secret is not the one it was closed with. */
export const unwrap = (wrapped: Wrapped, secret: Uint8Array, vault: string, purpose: string): Buffer | null => {
  const key = derive(secret, vault, purpose)
  const box = Buffer.from(wrapped.box, 'base64')
  let bytes: Buffer | undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(wrapped.nonce, 'base64')).setAAD(Buffer.from(purpose))
    decipher.setAuthTag(box.subarray(box.length - 16))
    // One buffer, and no copy of it that nobody could erase: `final` of this cipher only checks
    bytes = decipher.update(box.subarray(0, box.length - 16))
    decipher.final()
    return bytes
  } catch {
    bytes?.fill(0)
    return null
  } finally {
    key.fill(0)
  }
}

export const macOf = (text: string, dataKey: Uint8Array, vault: string): string => {
  const key = derive(dataKey, vault, 'mijuan/key-file')
  const mac = createHmac('sha256', key).update(text).digest('base64')
  key.fill(0)
  return mac
}

const SEED_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')

/** Does something with the Ed25519 private key of a 32-byte seed, in a form that is erased after it. */
const withPrivateKey = <T>(seed: Uint8Array, use: (key: { key: Buffer; format: 'der'; type: 'pkcs8' }) => T): T => {
  const der = Buffer.concat([SEED_PREFIX, seed])
  try {
    return use({ key: der, format: 'der', type: 'pkcs8' })
  } finally {
    der.fill(0)
  }
}

/** The raw 32 bytes of the public half, base64. */
export const publicKeyOf = (seed: Uint8Array): string =>
  withPrivateKey(seed, (key) => createPublicKey(createPrivateKey(key)).export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64'))

/** The Ed25519 signature. The key is made for it and gone with it: one kept as an object would stay in memory until it is collected. */
export const signWith = (seed: Uint8Array, bytes: Uint8Array): Buffer => withPrivateKey(seed, (key) => sign(null, bytes, key))

/** The key as an object, made once for many signatures: each then takes half the time. Whoever keeps one sees to it that it is taken back. */
export const keyObjectOf = (seed: Uint8Array): KeyObject => withPrivateKey(seed, createPrivateKey)

/** The Ed25519 signature by a key that is kept. */
export const signByKept = (key: KeyObject, bytes: Uint8Array): Buffer => sign(null, bytes, key)
