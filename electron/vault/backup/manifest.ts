import { createHmac, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Read } from '../door/unit.ts'
import { canonicalJson } from '../storage/bytes.ts'

const manifest = z.strictObject({
  format: z.literal('mijuan-backup/1'),
  vault: z.uuid(),
  /** When it was begun, how many entries it holds and their root, how large the database is. */
  at: z.iso.datetime(),
  entries: z.int().nonnegative(),
  root: z.string().max(44),
  bytes: z.int().nonnegative(),
  /** HMAC by the key of 末条登记, which lies in the database and stays when the data key is renewed. */
  mac: z.base64(),
})
export type Manifest = z.infer<typeof manifest>

/** What a backup says of itself beside its files. */
export const manifestPath = (folder: string): string => join(folder, 'backup.json')

const macOf = (seal: Uint8Array, open: Omit<Manifest, 'mac'>): Buffer =>
  createHmac('sha256', seal)
    .update(`mijuan-backup/1\n${canonicalJson(open)}`)
    .digest()

/** The key by which a vault knows its own files outside. The caller erases it. */
export const sealOf = (read: Read): Buffer =>
  Buffer.from(read.get<{ seal: Buffer }>('SELECT seal FROM audit_seal WHERE id = 1')?.seal ?? Buffer.alloc(0))

/** The text of a manifest under its seal. */
export const sealedManifest = (seal: Uint8Array, open: Omit<Manifest, 'mac' | 'format'>): string => {
  const whole = { format: 'mijuan-backup/1' as const, ...open }
  return JSON.stringify({ ...whole, mac: macOf(seal, whole).toString('base64') }, null, 1)
}

const LARGEST = 4096

/** What a folder says of itself; null where it says nothing that a backup says. */
export const readManifest = (folder: string): Manifest | null => {
  const path = manifestPath(folder)
  try {
    if (!existsSync(path) || statSync(path).size > LARGEST) return null
    return manifest.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null
  } catch {
    return null
  }
}

/** Whether a manifest was written by the vault that holds this key. */
export const isSealedBy = (seal: Uint8Array, { mac, ...open }: Manifest): boolean => {
  const own = macOf(seal, open)
  const theirs = Buffer.from(mac, 'base64')
  return seal.length > 0 && own.length === theirs.length && timingSafeEqual(own, theirs)
}
