import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { argon2id as Argon2id, hash as Hash } from 'argon2'
import { folderOfRun } from './run.ts'

/**
 * The real argon2, asked once in a run of the tests for each password under each salt and cost: the fictional people sign in some thousand times,
 * and the same try has the same result. In the tests it stands in the place of the library (`vitest.config.ts`); the hosts, the journeys and the bench
 * have the library itself.
 */
const real = createRequire(import.meta.url)('argon2') as { argon2id: typeof Argon2id; hash: typeof Hash }
const known = join(folderOfRun(), 'tries')

export const argon2id = real.argon2id

/** As the library's: raw bytes of one try. Without a salt of its own it is a try that measures what one costs (`calibrate`): that one is made each time. */
export const hash = async (password: string, options: Parameters<typeof Hash>[1] & { raw: true; salt: Buffer }): Promise<Buffer> => {
  if (options.salt.every((byte) => byte === 0)) return real.hash(password, options)
  const asked = JSON.stringify([password, { ...options, salt: options.salt.toString('hex') }])
  const file = join(known, createHash('sha256').update(asked).digest('hex'))
  if (existsSync(file)) return readFileSync(file)
  const bytes = await real.hash(password, options)
  mkdirSync(known, { recursive: true, mode: 0o700 })
  const making = `${file}.${process.pid}`
  writeFileSync(making, bytes, { mode: 0o600 })
  renameSync(making, file)
  return bytes
}

export default { ...real, hash }
