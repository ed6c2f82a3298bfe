import { createHash } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Refusal } from '../../contract/refusal.ts'
import { settableClock } from '../../electron/vault/door/clock.ts'
import { openStation } from '../../electron/vault/station.ts'
import { argonFloor } from '../../electron/vault/storage/key-wrap.ts'
import { MORNING, passwordOf } from './office.ts'

/** The office's data itself: what an attempt to open must leave as it was. */
const DATA = ['keys.json', 'vault.db', 'vault.db-wal']

const fingerprint = (dir: string): string =>
  DATA.map((name) => {
    const path = join(dir, name)
    const isFile = statSync(path, { throwIfNoEntry: false })?.isFile()
    return isFile ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'none'
  }).join(' ')

/** What came of opening a folder: what the sign-in page is told, and the sign-in's refusal; null when it let the person in. */
export type Opening = { vault: string; problem: string | null; refused: Refusal | null; untouched: boolean; verified: string }

/**
 * Opens a folder as a person would, and looks through the whole record when that is let in.
 * `verified`: `ok`, the place that does not hold, or the code of the refusal.
 */
export const tryOpening = async (dir: string, name = '冯审', password = passwordOf(name)): Promise<Opening> => {
  const before = fingerprint(dir)
  const station = openStation({ dir, clock: settableClock(MORNING), argon: argonFloor })
  const status = await station.call('setup.status', {})
  if (!status.ok) throw new Error(`the status was refused: ${status.refused.code}`)
  const { vault, problem } = status.output as { vault: string; problem: string | null }
  const entered = await station.call('session.signIn', { name, password })
  if (!entered.ok) {
    await station.close()
    return { vault, problem, refused: entered.refused, untouched: fingerprint(dir) === before, verified: '-' }
  }
  const check = await station.call('audit.verify', {})
  await station.close()
  const { ok, broken } = (check.ok ? check.output : { ok: false, broken: null }) as { ok: boolean; broken: { where: string } | null }
  return { vault, problem, refused: null, untouched: true, verified: check.ok ? (ok ? 'ok' : (broken?.where ?? '?')) : check.refused.code }
}

/** Refused by this code in plain Chinese that says whose business it is; the data is as it was. */
export const expectRefused = async (dir: string, code: Refusal['code'], words: RegExp, name?: string, password?: string) => {
  const { refused, untouched } = await tryOpening(dir, name, password)
  expect(refused?.code).toBe(code)
  expect(refused?.message).toMatch(words)
  expect(refused?.message).toMatch(/管理员|重新|请|再错/)
  expect(untouched).toBe(true)
}

/** A file with one byte changed in each of its bits that `mask` names. */
export const flip = (path: string, at: number, mask = 0xff): void => {
  const bytes = readFileSync(path)
  const index = at < 0 ? bytes.length + at : at
  bytes[index] = (bytes[index] as number) ^ mask
  writeFileSync(path, bytes)
}

/** Changes the key file as someone would who knows its format but no password: the plain sum is made to fit again. */
export const editKeyFile = (dir: string, edit: (file: KeyFileText) => void, resum: (file: object) => string): void => {
  const path = join(dir, 'keys.json')
  const file = JSON.parse(readFileSync(path, 'utf8')) as KeyFileText
  edit(file)
  const { sum: _sum, mac: _mac, ...open } = file
  file.sum = resum(open)
  writeFileSync(path, JSON.stringify(file, null, 1))
}
export type SlotText = {
  person: number
  name: string
  salt: string
  lock: { publicKey: string }
  signingKey: object | null
  publicKey: string | null
}
export type KeyFileText = { vault: string; unit: string; level: string; kdf: Record<string, unknown>; slots: SlotText[]; sum: string; mac: string }
