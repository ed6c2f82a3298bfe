import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { LEVELS } from '../../../contract/terms.ts'
import { Refused, refuse } from '../door/refuse.ts'
import { canonicalJson, sha256 } from './bytes.ts'
import { refuseIfShared, replaceWhole, writeWhole } from './files.ts'
import { macOf } from './key-wrap.ts'

const wrapped = z.strictObject({ nonce: z.base64(), box: z.base64() })
const lock = z.strictObject({ publicKey: z.base64(), own: wrapped, dataKey: wrapped.extend({ ephemeral: z.base64() }) })
const slot = z.strictObject({
  person: z.int().positive(),
  name: z.string(),
  salt: z.base64(),
  lock,
  signingKey: wrapped.nullable(),
  publicKey: z.base64().nullable(),
  /** Digests of the last passwords, under a key that the person's signing key gives. */
  earlier: z.array(z.base64()).max(24),
})
const keyFile = z.strictObject({
  format: z.literal('mijuan-keys/2'),
  vault: z.uuid(),
  unit: z.string(),
  level: z.enum(LEVELS),
  /** The first bytes of the database this file belongs to (`storage/rewriting.ts`). */
  database: z.base64(),
  kdf: z.strictObject({
    algorithm: z.literal('argon2id'),
    memoryKiB: z.int().min(65_536).max(4_194_304),
    passes: z.int().min(3).max(64),
    parallelism: z.int().min(1).max(16),
  }),
  slots: z.array(slot).min(1),
  /** What two of the three sealed sheets open (`storage/recovery-sheets.ts`). */
  recovery: lock,
  /** Plain SHA-256, so that a damaged file is told apart from a wrong password before any key is known. */
  sum: z.string(),
  /** HMAC by the data key over everything else: a slot added, removed or swapped is found at sign-in. */
  mac: z.string(),
})
export type Slot = z.infer<typeof slot>
export type KeyFile = z.infer<typeof keyFile>
/** The key file before it is sealed. */
export type OpenKeyFile = Omit<KeyFile, 'sum' | 'mac'>

export const keyFilePath = (dir: string) => join(dir, 'keys.json')

const damaged = (): never => refuse('vault.damaged', '密钥文件已损坏或被调换，与口令无关。请停止使用，由系统管理员从备份恢复密钥文件。')

/** Reads the key file; null when there is none. Refuses a damaged, cut or foreign one. */
export const readKeyFile = (dir: string): KeyFile | null => readKeyFileAt(keyFilePath(dir))

/** The same at any path. */
export const readKeyFileAt = (path: string): KeyFile | null => {
  if (!existsSync(path)) return null
  refuseIfShared(path)
  try {
    return parseKeyFile(readFileSync(path, 'utf8'))
  } catch (error) {
    if (error instanceof Refused) throw error
    return damaged()
  }
}

/** A key file by its text. Refuses a damaged, cut or foreign one. */
export const parseKeyFile = (text: string): KeyFile => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return damaged()
  }
  const parsed = keyFile.safeParse(value)
  if (!parsed.success) return damaged()
  const { sum, mac: _mac, ...open } = parsed.data
  return sumOf(open) === sum ? parsed.data : damaged()
}

const sumOf = (open: OpenKeyFile) => sha256(Buffer.from(canonicalJson(open))).toString('hex')

/** Checks the whole file against the data key that one of its slots gave. */
export const refuseIfForged = (file: KeyFile, dataKey: Uint8Array): void => {
  if (!isSealedUnder(file, dataKey)) damaged()
}

/** Whether a key file bears the seal of a data key. */
export const isSealedUnder = (file: KeyFile, dataKey: Uint8Array): boolean => {
  const { mac, ...rest } = file
  return macOf(canonicalJson(rest), dataKey, file.vault) === mac
}

const sealed = ({ format, vault, unit, level, database, kdf, slots, recovery }: OpenKeyFile, dataKey: Uint8Array): string => {
  const plain: OpenKeyFile = { format, vault, unit, level, database, kdf, slots, recovery }
  const summed = { ...plain, sum: sumOf(plain) }
  return JSON.stringify({ ...summed, mac: macOf(canonicalJson(summed), dataKey, vault) }, null, 1)
}

/** Seals and writes the key file whole. */
export const writeKeyFile = (dir: string, open: OpenKeyFile, dataKey: Uint8Array): void => writeKeyFileAt(keyFilePath(dir), open, dataKey)

/** The same at any path. */
export const writeKeyFileAt = (path: string, open: OpenKeyFile, dataKey: Uint8Array): void => writeWhole(path, sealed(open, dataKey))

/** The same as part of a unit of work, which may yet be taken back. */
export const replaceKeyFile = (dir: string, open: OpenKeyFile, dataKey: Uint8Array) => replaceWhole(keyFilePath(dir), sealed(open, dataKey))
