import type { HandoverState, Role } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Read } from '../door/unit.ts'

export type HandoverRecord = {
  id: number
  number: string
  person: number
  name: string
  roles: readonly Role[]
  state: HandoverState
  supervised_by: number | null
}

/** One list; refused when there is none. */
export const handoverById = (read: Read, id: number): HandoverRecord => {
  const row =
    read.get<Omit<HandoverRecord, 'roles'> & { roles: string }>(
      'SELECT handover.id, number, person, person.name, person.roles, state, supervised_by FROM handover JOIN person ON person.id = person WHERE handover.id = ?',
      id,
    ) ?? refuse('input.unknownRecord', '没有这份移交清单，请从列表中选择。', { field: 'handover' })
  return { ...row, roles: JSON.parse(row.roles) as Role[] }
}

export type Item = { id: number; copy: number; number: string; found_at: string | null; condition: string | null }

/** What is on a list, in the order of the numbers' making. */
export const itemsOn = (read: Read, handover: number): Item[] =>
  read.all<Item>(
    'SELECT handover_item.id, copy, copy.number, found_at, condition FROM handover_item JOIN copy ON copy.id = copy WHERE handover = ? ORDER BY copy.id',
    handover,
  )

/** What lies in somebody's hands now, in whatever way: a folder, a copy, a loan, the reading room; also what is missing from their hands. */
export const inHandsOf = (read: Read, person: number): { id: number; number: string }[] =>
  read.all<{ id: number; number: string }>('SELECT id, number FROM copy WHERE holder = ? ORDER BY id', person)

/** Whether the holdings are no longer those of the list. */
export const hasChanged = (read: Read, { person }: Pick<HandoverRecord, 'person'>, items: readonly Item[]): boolean => {
  const now = inHandsOf(read, person)
  return now.length !== items.length || now.some(({ id }, index) => id !== items[index]?.copy)
}

/** What every signature of a handover is over. No title. */
export const signedFacts = ({ number, person }: HandoverRecord, items: readonly Item[]) => ({
  handover: number,
  leaving: person,
  numbers: items.map((item) => item.number),
})
