import type { OfficeSettings } from '../../../contract/office.ts'
import type { Contract, Output, Parsed, ProcedureName } from '../../../contract/index.ts'
import type { FolderErrand, NumberSeries, Occasion, Role, SignaturePurpose } from '../../../contract/terms.ts'
import type { IndexPart, Searched } from '../storage/search.ts'
import type { Lifecycle } from './lifecycle.ts'

/** What SQLite gives and takes in a STRICT table of ours. */
export type Value = string | number | null
export type Row = Record<string, Value>

/** Reads and only reads. Each statement is prepared once and kept by its text. */
export type Read = {
  get<T>(sql: string, ...params: Value[]): T | undefined
  all<T>(sql: string, ...params: Value[]): T[]
}

export type Person = { id: number; name: string; department: string }

/** What a query may use: reading, the clock, who asks, the unit's settings. */
export type Query = {
  read: Read
  /** The one clock. */
  now: Date
  /** `now` as the office's wall clock reads it: `2026-03-10T09:05` (UTC+8). */
  wall: string
  asking: { person: Person; roles: readonly Role[] /** the role under which this call was let in */; role: Role | null }
  settings: OfficeSettings
}

/** Somebody whose signing key is at hand until it is erased: the signed-in person, or one who gave a ticket. */
export type Signer = { person: Person; readonly sign: (bytes: Uint8Array) => Uint8Array; keyId: number; erase(): void }

/**
 * One mutation: everything through it is one transaction with its audit entry, all or none.
 * Every change of a row goes through `insert` and `change`, so that the entry binds the row's digest before and after.
 */
export type Work = Query & {
  /** The procedure that is being carried out. */
  call: string
  /** Adds a row and gives its id. */
  insert(table: string, row: Row): number
  /** Changes columns of one row. */
  change(table: string, id: number, columns: Row): void
  /** Moves a record along its lifecycle; refused `state.forbids` with the table's clause when the table has no such way. `columns` change in the same step. */
  move<S extends string>(lifecycle: Lifecycle<S>, id: number, to: S, columns?: Row): void
  /** The next gap-free number of a series in the year of the wall clock: `密收〔2026〕0001`. */
  number(series: NumberSeries): string
  /** So many of them at once, in their order. */
  numbers(series: NumberSeries, count: number): string[]
  /** The signed-in person as signer. */
  me(): Signer
  /** Uses up a ticket of `session.countersign`. Refused `session.ticket` when unknown, used, expired or of another session. */
  signer(ticket: string): Signer
  /** Signs a record (numbers, ids, instants; no titles), stores it and gives the signature's id. `at` and `person` are added. */
  sign(signer: Signer, purpose: SignaturePurpose, record: Record<string, unknown>): number
  /** What the audit entry is about: numbers. Called more than once they are joined by a space. Also kept when refused afterwards. */
  about(...numbers: string[]): void
  /** A few plain facts for the entry, no titles. */
  note(facts: Record<string, string | number | boolean>): void
  /** Replaces what the search index holds for a record. */
  index(of: Searched, record: number, parts: readonly IndexPart[]): void
  /**
   * Asks for a checkpoint over the entry of this act, signed by the signed-in person (or `signer`, whose key this act makes), in the same
   * transaction. Changes of people and of keys ask for one by themselves (`audit/checkpoint.ts`).
   */
  checkpoint(occasion: Occasion, signer?: Signer): void
  /** The audit head before this work: size, RFC 6962 root and chain head. */
  head(): { size: number; root: string; head: string }
  /** Registers a ticket for the shell (paper, text, a file to be made, a folder on another medium). */
  shellTicket(grant: { kind: 'paper' | 'text' | 'file' | FolderErrand; fileName: string; text?: string; about: string }): string
  /** Runs after the commit; never before, never without it. */
  afterCommit(then: () => void): void
  /** Runs if the work is taken back: undoes what it did outside the database. */
  afterUndo(then: () => void): void
}

/** How a procedure is carried out. `before` may wait (password hashing); `act` runs inside the transaction and may not. */
export type Implementation<N extends ProcedureName> = Contract[N]['kind'] extends 'query'
  ? (query: Query, input: Parsed<N>) => Output<N>
  : ((work: Work, input: Parsed<N>) => Output<N>) | MutationWithPreparation<N>

// biome-ignore lint/suspicious/noExplicitAny: what `before` gives is known only to its own `act`
export type MutationWithPreparation<N extends ProcedureName, P = any> = {
  before: (query: Query, input: Parsed<N>) => Promise<P>
  act: (work: Work, input: Parsed<N>, prepared: P) => Output<N>
}

/** The procedures of one desk. A name in the contract without an implementation does not compile. */
export type Desk<Declared> = { [N in keyof Declared & ProcedureName]: Implementation<N> }
