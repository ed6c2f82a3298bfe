import { createDecipheriv, createHmac, createPrivateKey, createPublicKey, diffieHellman, hkdfSync, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import argon2 from 'argon2'
import { canonicalJson, sha256 } from './canonical.ts'
import { CannotOpen } from './report.ts'

type Box = { nonce: string; box: string }
/** A secret opens `own` (the X25519 private half, then the membership); that half opens the data key, which is sealed to `publicKey`. */
export type Lock = { publicKey: string; own: Box; dataKey: Box & { ephemeral: string } }
export type Slot = {
  person: number
  name: string
  salt: string
  lock: Lock
  signingKey: Box | null
  publicKey: string | null
  /** Digests of the last passwords, which only their owner can compare. */
  earlier: string[]
}
export type KeyFile = {
  format: string
  vault: string
  unit: string
  level: string
  /** The first bytes of the database the file belongs to. */
  database: string
  kdf: { algorithm: string; memoryKiB: number; passes: number; parallelism: number }
  slots: Slot[]
  /** What two of the three recovery sheets open. */
  recovery: Lock
  /** SHA-256 of the rest: tells a damaged file from a wrong password. */
  sum: string
  mac: string
}

const damaged = (why: string) => new CannotOpen('keys', `密钥文件 keys.json 已损坏：${why}`)
const isText = (value: unknown): value is string => typeof value === 'string'
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isBytes = (value: unknown, length: number) => isText(value) && Buffer.from(value, 'base64').length === length
const isBox = (value: unknown, length = 32) => isObject(value) && isBytes(value.nonce, 12) && isBytes(value.box, length + 16)
const isLock = (value: unknown) =>
  isObject(value) &&
  isBytes(value.publicKey, 32) &&
  isBox(value.own, 64) &&
  isObject(value.dataKey) &&
  isBox(value.dataKey) &&
  isBytes(value.dataKey.ephemeral, 32)
const isSlot = (slot: unknown) =>
  isObject(slot) &&
  Number.isSafeInteger(slot.person) &&
  isText(slot.name) &&
  isBytes(slot.salt, 16) &&
  isLock(slot.lock) &&
  (slot.signingKey === null || isBox(slot.signingKey)) &&
  (slot.publicKey === null || isBytes(slot.publicKey, 32)) &&
  Array.isArray(slot.earlier) &&
  slot.earlier.every((one) => isBytes(one, 32))
const isCost = (value: unknown, most: number) => Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= most

/** The key file of a renewal that was interrupted between its two moves: the database in place is the one that it names. */
const renewedIn = (dir: string): string | null => {
  try {
    const database = readFileSync(join(dir, 'vault.db')).subarray(0, 16).toString('base64')
    const text = readFileSync(join(dir, 'renewed-keys.json'), 'utf8')
    return (JSON.parse(text) as Partial<KeyFile>).database === database ? text : null
  } catch {
    return null
  }
}

/** Reads the key file; a missing one, a damaged one and one of another format are told apart. */
export const readKeyFile = (dir: string): KeyFile => {
  let text: string
  try {
    text = renewedIn(dir) ?? readFileSync(join(dir, 'keys.json'), 'utf8')
  } catch {
    throw new CannotOpen('absent', '此文件夹中没有密钥文件 keys.json')
  }
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    throw damaged('内容不完整')
  }
  if (!isObject(file)) throw damaged('格式不符')
  if (file.format !== 'mijuan-keys/2') throw damaged(`格式 ${String(file.format).slice(0, 40)} 不认识`)
  const kdf = file.kdf
  if (!isObject(kdf) || kdf.algorithm !== 'argon2id') throw damaged('口令算法不符')
  if (!isCost(kdf.memoryKiB, 4_194_304) || !isCost(kdf.passes, 100) || !isCost(kdf.parallelism, 64)) throw damaged('口令算法参数不符')
  if (!isText(file.vault) || !isText(file.unit) || !isText(file.level) || !isBytes(file.database, 16) || !isBytes(file.mac, 32))
    throw damaged('缺少必要的项')
  if (!Array.isArray(file.slots) || file.slots.length === 0) throw damaged('没有任何人员的密钥')
  if (!isLock(file.recovery)) throw damaged('恢复项不完整')
  const bad = file.slots.findIndex((slot) => !isSlot(slot))
  if (bad >= 0) throw damaged(`第 ${bad + 1} 人的密钥不完整`)
  const { sum, mac: _mac, ...rest } = file as KeyFile
  if (sha256(Buffer.from(canonicalJson(rest))).toString('hex') !== sum) throw damaged('内容与校验和不符')
  return file as KeyFile
}

const derive = (secret: Uint8Array, salt: string, info: string) => Buffer.from(hkdfSync('sha256', secret, Buffer.from(salt), Buffer.from(info), 32))

const opened = (box: Box, secret: Uint8Array, vault: string, info: string): Buffer | null => {
  const key = derive(secret, vault, info)
  const bytes = Buffer.from(box.box, 'base64')
  const cipher = createDecipheriv('aes-256-gcm', key, Buffer.from(box.nonce, 'base64'))
  cipher.setAAD(Buffer.from(info))
  cipher.setAuthTag(bytes.subarray(-16))
  try {
    return Buffer.concat([cipher.update(bytes.subarray(0, -16)), cipher.final()])
  } catch {
    return null
  } finally {
    key.fill(0)
  }
}

/** RFC 8410: the 32 bytes of an X25519 key stand behind these. */
const inDer = (prefix: string, half: Uint8Array) => Buffer.concat([Buffer.from(prefix, 'hex'), half])
const agreed = (privateHalf: Uint8Array, publicHalf: string) =>
  diffieHellman({
    privateKey: createPrivateKey({ key: inDer('302e020100300506032b656e04220420', privateHalf), format: 'der', type: 'pkcs8' }),
    publicKey: createPublicKey({ key: inDer('302a300506032b656e032100', Buffer.from(publicHalf, 'base64')), format: 'der', type: 'spki' }),
  })

/** What a secret opens at one place of the key file: the data key, or null. */
export const openLock = ({ publicKey, own, dataKey }: Lock, secret: Uint8Array, vault: string, place: string): Buffer | null => {
  const keys = opened(own, secret, vault, `mijuan/own-keys/${place}`)
  if (!keys) return null
  const shared = Buffer.concat([agreed(keys.subarray(0, 32), dataKey.ephemeral), keys.subarray(32)])
  keys.fill(0)
  const found = opened(dataKey, shared, vault, `mijuan/data-key/${place}/${dataKey.ephemeral}/${publicKey}`)
  shared.fill(0)
  return found
}

/** Unwraps the data key with a person's password. */
export const openDataKey = async (file: KeyFile, name: string, password: string): Promise<Buffer> => {
  const slot = file.slots.find((one) => one.name === name)
  if (!slot) throw new CannotOpen('person', `密钥文件中没有 ${name}`)
  const secret = await argon2.hash(Buffer.from(password.normalize('NFKC')), {
    raw: true,
    type: argon2.argon2id,
    salt: Buffer.from(slot.salt, 'base64'),
    hashLength: 32,
    memoryCost: file.kdf.memoryKiB,
    timeCost: file.kdf.passes,
    parallelism: file.kdf.parallelism,
  })
  try {
    const dataKey = openLock(slot.lock, secret, file.vault, String(slot.person))
    if (dataKey) return dataKey
  } finally {
    secret.fill(0)
  }
  throw new CannotOpen('password', `${name} 的口令不对（或 keys.json 中此人的密钥被换过；请另一人以其口令再校验一次）`)
}

/** Whether the key file's seal fits: it covers every slot, so a slot that was exchanged shows. */
export const sealFits = (file: KeyFile, dataKey: Uint8Array) => {
  const { mac, ...sealed } = file
  const key = derive(dataKey, file.vault, 'mijuan/key-file')
  const expected = createHmac('sha256', key).update(canonicalJson(sealed)).digest()
  key.fill(0)
  return timingSafeEqual(expected, Buffer.from(mac, 'base64'))
}

/** The raw key of the SQLCipher file. */
export const databaseKey = (file: KeyFile, dataKey: Uint8Array) => derive(dataKey, file.vault, 'mijuan/database')
