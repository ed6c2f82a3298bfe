import {
  BREACH_HOURS,
  type BreachAct,
  type BreachFate,
  type BreachKind,
  type BreachState,
  type CopyState,
  LOSING_KINDS,
} from '../../../contract/terms.ts'
import { instantOf } from '../door/clock.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Read, Signer, Work } from '../door/unit.ts'
import { isSamePerson } from '../people/identity.ts'
import { digestOfWords } from '../storage/bytes.ts'

export type BreachRecord = {
  id: number
  number: string
  kind: BreachKind
  discovered_at: string
  persons: readonly number[]
  state: BreachState
  handler: number | null
}

/** Whether a case concerns somebody, on whichever account. */
export const concerns = (read: Read, persons: readonly number[], person: number): boolean => persons.some((one) => isSamePerson(read, one, person))

/** One case. To whom it concerns there is none: they neither see nor handle it (E4). */
export const breachById = ({ read, asking }: Pick<Query, 'read' | 'asking'>, id: number): BreachRecord => {
  const row = read.get<Omit<BreachRecord, 'persons'> & { persons: string }>(
    'SELECT id, number, kind, discovered_at, persons, state, handler FROM breach WHERE id = ?',
    id,
  )
  const persons = row ? (JSON.parse(row.persons) as number[]) : []
  if (!row || concerns(read, persons, asking.person.id))
    return refuse('input.unknownRecord', '没有这件违规事件，请从列表中选择。', { field: 'breach' })
  return { ...row, persons }
}

/** The same for an act: while the case is open. */
export const openBreach = (work: Work, id: number): BreachRecord => {
  const breach = breachById(work, id)
  work.about(breach.number)
  if (breach.state === 'closed' || breach.state === 'unfounded')
    refuse('state.forbids', `${breach.number}已经办结，不再变动。又有新情况的，请另行登记。`, { clause: 'E5', field: 'breach' })
  return breach
}

const HOUR_MS = 3_600_000

/** Until when it is to be reported (实施条例61). */
export const dueOf = (discoveredAt: string): Date => new Date(instantOf(discoveredAt).getTime() + BREACH_HOURS * HOUR_MS)

/** Whole hours left; below 0 those it is late by. */
export const hoursUntil = (due: Date, now: Date): number => Math.floor((due.getTime() - now.getTime()) / HOUR_MS)

export const isLosing = (kind: BreachKind): boolean => (LOSING_KINDS as readonly BreachKind[]).includes(kind)

export type ConcernedCopy = {
  id: number
  document: number
  number: string
  state: CopyState
  level: string
  /** Its row in the case. */
  row: number
  was: CopyState | null
  fate: BreachFate | null
}

/** The copies that a case is about. */
export const copiesOf = (read: Read, breach: number): ConcernedCopy[] =>
  read.all<ConcernedCopy>(
    `SELECT copy.id, copy.document, copy.number, copy.state, document.level, breach_copy.id AS row, was, fate FROM breach_copy
     JOIN copy ON copy.id = breach_copy.copy JOIN document ON document.id = copy.document WHERE breach = ? ORDER BY breach_copy.id`,
    breach,
  )

/** Of them those that the case holds and that are still missing. */
export const missingIn = (read: Read, breach: number): ConcernedCopy[] =>
  copiesOf(read, breach).filter(({ was, fate, state }) => was !== null && fate === null && state === 'missing')

/** Acts that a leader decides; the others are signed by whoever does them. */
const DECIDED: readonly BreachAct[] = ['exempt', 'closed', 'unfounded']

/** Signs one act of a case and keeps it. Words are signed by their digest: a signed record holds no sentence. */
export const signStep = (
  work: Work,
  breach: BreachRecord,
  signer: Signer,
  act: BreachAct,
  { words = null, ...facts }: { words?: string | null } & Record<string, unknown>,
): void => {
  const said = { breach: breach.number, act, words: words === null ? null : digestOfWords(words), ...facts }
  const signature = work.sign(signer, DECIDED.includes(act) ? 'breach.decide' : 'breach.act', said)
  work.insert('breach_step', { breach: breach.id, act, words, facts: JSON.stringify(facts), signature })
}

/** Whether an act stands in the case already. */
export const hasStep = (read: Read, breach: number, act: BreachAct): boolean =>
  read.get('SELECT 1 FROM breach_step WHERE breach = ? AND act = ?', breach, act) !== undefined
