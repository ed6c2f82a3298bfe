import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { counter } from '../numbering.ts'
import type { Office } from '../office.ts'

export const place = '保密室'
const next = counter()
export const fresh = (word: string) => `${word}${next()}`

/** Signs a person in, unless it is they who are. */
export const be = async (office: Office, name: string) => {
  const now = await office.station.call('session.current', {}, { background: true })
  if (!now.ok || (now.output as { person: { name: string } }).person.name !== name) await office.as(name)
}

/** A folder beside the office's own, as a medium. */
export const mediumOf = (office: Office): string => {
  const folder = join(office.dir, '../medium')
  mkdirSync(folder, { recursive: true })
  return folder
}
