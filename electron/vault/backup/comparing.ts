import { existsSync } from 'node:fs'
import type { Output } from '../../../contract/index.ts'
import { numberWord } from '../../../contract/terms.ts'
import { headsPath, openHeads } from '../audit/heads.ts'
import { nodesOf, rootAt } from '../audit/proofs.ts'
import { quietly } from '../door/opened.ts'
import { Refused } from '../door/refuse.ts'
import type { Read } from '../door/unit.ts'
import { openSlot } from '../people/slots.ts'
import { type Database, databasePath, openDatabase } from '../storage/database.ts'
import { type KeyFile, refuseIfForged } from '../storage/key-file.ts'
import { readVault } from '../storage/vault-files.ts'

export type Here = Output<'setup.compareBackup'>['here']
type Credentials = readonly { name: string; password: string }[]

const nothing: Here = { found: 'none', entries: null, lost: null, documents: null, numbers: [], records: [], witness: null }

/** The key file of the vault here; null where there is none, or none that can be read. */
export const keyFileHere = (dir: string): { file: KeyFile | null; damaged: boolean } => {
  try {
    return { file: readVault(dir), damaged: false }
  } catch (error) {
    if (error instanceof Refused) return { file: null, damaged: true }
    throw error
  }
}

/** The data key of the vault here: the backup's own, where it was not renewed since, or what the same passwords open. The caller erases it. */
const keyHere = async (file: KeyFile, ofBackup: Uint8Array, credentials: Credentials): Promise<Buffer | null> => {
  try {
    refuseIfForged(file, ofBackup)
    return Buffer.from(ofBackup)
  } catch {
    // Renewed since, or changed by somebody
  }
  for (const { name, password } of credentials) {
    const slot = file.slots.find((each) => each.name === name)
    const keys = slot && (await openSlot(file, slot, password))
    if (!keys) continue
    keys.membership.fill(0)
    keys.signing?.seed.fill(0)
    return keys.dataKey
  }
  return null
}

const sizeOf = (read: Read): number => read.get<{ size: number }>('SELECT size FROM audit_head WHERE id = 1')?.size ?? 0

/** Whether two records are one up to a size. */
const agree = (one: Read, other: Read, size: number): boolean => {
  try {
    return rootAt(nodesOf(one), size).equals(rootAt(nodesOf(other), size))
  } catch {
    return false
  }
}

const NUMBERS = 200
/** As many of one word and kind are listed. */
const OF_A_KIND = 50
/** A number of any series: the longer word first, where one begins with another. */
const NUMBER = new RegExp(
  `(${Object.values(numberWord)
    .sort((a, b) => b.length - a.length)
    .join('|')})〔\\d{4}〕\\d{4,}`,
  'g',
)

/** What the entries from one on are about, by the word of its number. `but`: what is told otherwise. */
const aboutSince = (here: Read, backup: Read, from: number, but: ReadonlySet<string>): Here['records'] => {
  const numbers = new Map<string, string>()
  for (const { object } of here.all<{ object: string }>('SELECT object FROM audit_entry WHERE seq >= ? ORDER BY seq', from))
    for (const [number, word = ''] of object.matchAll(NUMBER)) if (!but.has(number)) numbers.set(number, word)
  const told = new Map<string, Here['records'][number]>()
  for (const [number, word] of numbers) {
    const kind = told.get(word) ?? { word, gone: [], behind: [], more: 0 }
    told.set(word, kind)
    const into = backup.get('SELECT 1 AS known FROM audit_object WHERE object = ? LIMIT 1', number) ? kind.behind : kind.gone
    if (into.length < OF_A_KIND) into.push(number)
    else kind.more += 1
  }
  return [...told.values()]
}

/** The record here against that of the backup. Numbers only: neither of the two officers sees a title. */
const against = (here: Read, backup: Read): Omit<Here, 'witness'> => {
  const [entries, there] = [sizeOf(here), sizeOf(backup)]
  const one = agree(here, backup, Math.min(entries, there))
  const found = !one ? 'other' : entries > there ? 'longer' : entries < there ? 'shorter' : 'same'
  const last = backup.get<{ last: number | null }>('SELECT max(id) AS last FROM document')?.last ?? 0
  const gone = here.all<{ number: string }>('SELECT number FROM document WHERE id > ? ORDER BY id', last).map(({ number }) => number)
  const records = one ? aboutSince(here, backup, there, new Set(gone)) : []
  return { found, entries, lost: one ? Math.max(0, entries - there) : null, documents: gone.length, numbers: gone.slice(0, NUMBERS), records }
}

/** What 末条登记 here says of a backup that is to be restored under it. */
const witnessOf = (dir: string, backup: Read, vault: string): string | null => {
  const heads = openHeads(dir, backup, vault)
  try {
    return heads.putBack()?.words ?? null
  } finally {
    heads.close()
  }
}

/** What is here, and what of it a backup has not. What is here is read and nothing else; the folder must be held. */
export const compareWithHere = async (dir: string, backup: Read, vault: string, ofBackup: Uint8Array, credentials: Credentials): Promise<Here> => {
  const { file, damaged } = keyFileHere(dir)
  // 末条登记 speaks of what was here also where nothing else is left
  const witness = existsSync(headsPath(dir)) ? witnessOf(dir, backup, vault) : null
  if (!file && !damaged) return { ...nothing, witness }
  const unread: Here = { ...nothing, found: 'unread', witness }
  const key = file && (await keyHere(file, ofBackup, credentials))
  if (!key) return unread
  let database: Database | undefined
  try {
    database = openDatabase(databasePath(dir), key, vault)
    return { ...against(database.read, backup), witness }
  } catch {
    return unread
  } finally {
    key.fill(0)
    quietly(() => database?.close())
  }
}
