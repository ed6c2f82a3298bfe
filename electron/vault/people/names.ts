import { refuse } from '../door/refuse.ts'
import type { Read } from '../door/unit.ts'

/** A name as the eye tells it from others: one form of each character, ordinary width, no spaces. */
export const nameSeen = (name: string): string => name.normalize('NFKC').replaceAll(/\s/gu, '')

/** The name of a person; empty for an id that is nobody's. */
export const nameOf = (read: Read, person: number): string => read.get<{ name: string }>('SELECT name FROM person WHERE id = ?', person)?.name ?? ''

/** Refuses a name that looks like one that is there: one person with two accounts would be two people to every rule (三员). */
export const refuseSameName = (read: Read, name: string): void => {
  const seen = nameSeen(name)
  if (read.all<{ name: string }>('SELECT name FROM person').some((other) => nameSeen(other.name) === seen))
    refuse('input.duplicate', '已有同名人员。同名的请在姓名后加注部门，如“李保（办公室）”。', { clause: '三员', field: 'name' })
}
