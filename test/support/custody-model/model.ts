import type { ProcedureName } from '../../../contract/index.ts'
import { contract } from '../../../contract/index.ts'
import type { Caller } from '../../../contract/procedure.ts'
import { type CopyState, GONE_STATES, OUT_STATES, UNAVAILABLE_STATES } from '../../../contract/terms.ts'
import { staff } from '../office.ts'

/** The simple model of the custody ledger that the real vault is held to: where each numbered copy is, in whose hands, and what stands open about it. People are names. */
export type Item = {
  id: number
  number: string
  paper: Paper
  original: boolean
  place: CopyState
  holder: string | null
  under: Ground | null
  box: number | null
  archived: boolean
}
/** `from`: of a 汇编 the papers that it was made of; of what came in none. */
export type Paper = { id: number; number: string; scope: Set<string>; finished: boolean; received: number; made: number; from: Paper[] }
export type Leg = { id: number; reader: string; state: 'waiting' | 'handedOut' | 'signed' | 'returned' | 'returnedUnread' }
export type Sheet = {
  id: number
  items: Item[]
  legs: Leg[]
  state: 'confirmed' | 'circulating' | 'allReturned' | 'finished' | 'cancelled'
  /** The open short return. */
  short: { incident: number; leg: Leg; items: Item[] } | null
}
export type Request = {
  id: number
  /** One; of a 汇编 several. */
  sources: Item[]
  compiles: boolean
  state: 'toSection' | 'toLeader' | 'approved' | 'rejected' | 'made' | 'issued' | 'allBack' | 'cancelled'
  applicant: string
  enteredBy: string
  opinedBy: string | null
  asked: number
  approved: number
  recipients: string[]
  made: Item[]
}
export type Loan = {
  id: number
  item: Item
  borrower: string
  enteredBy: string
  state: 'requested' | 'approved' | 'rejected' | 'lent' | 'returned' | 'cancelled'
}
export type Visit = { id: number; person: string; items: Item[]; state: 'reading' | 'left' }
export type Handover = {
  id: number
  person: string
  items: Item[]
  found: Set<Item>
  state: 'listed' | 'checked' | 'supervised' | 'done' | 'cancelled'
  supervisor: string | null
}
/** A batch of 销毁: what stands on it and was not kept back since. */
export type Batch = {
  id: number
  going: Item[]
  state: 'draft' | 'counted' | 'toApprove' | 'toSend' | 'sent' | 'done' | 'rejected' | 'cancelled'
  enteredBy: string
  recountedBy: string | null
  decidedBy: string | null
}
export type Hold = { id: number; item: Item; lifted: boolean }
export type Ground = Request | Loan | Visit
/** A loss that was reported; `holds`: its item is looked for under it. */
export type Case = {
  id: number
  item: Item
  state: 'registered' | 'notified' | 'handling' | 'closed'
  handler: string | null
  measured: boolean
  holds: boolean
}

export type Model = {
  papers: Paper[]
  items: Item[]
  sheets: Sheet[]
  requests: Request[]
  loans: Loan[]
  visits: Visit[]
  handovers: Handover[]
  batches: Batch[]
  holds: Hold[]
  boxes: number[]
  cases: Case[]
}
export const emptyModel = (): Model => ({
  papers: [],
  items: [],
  sheets: [],
  requests: [],
  loans: [],
  visits: [],
  handovers: [],
  batches: [],
  holds: [],
  boxes: [],
  cases: [],
})

/** One step of the walk: a number that chooses the act, three that choose what it is about, and now and then somebody whose act it is not. */
export type Step = { act: number; a: number; b: number; c: number; by: string | null }

/** What a step comes to as things stand: the call, who is signed in, who signs in place, what the model answers, and what is so once it was done. */
export type Plan = {
  call: ProcedureName
  by: string
  input: Record<string, unknown>
  signer?: string
  /** Where several sign in place. */
  signers?: readonly string[]
  allowed: boolean
  done: (output: Record<string, unknown>, legs: () => Promise<{ id: number }[]>) => void | Promise<void>
}
/** The plan of an act, by the numbers of the step; null while there is nothing that it could be about. */
export type Act = {
  usual: string
  weight: number
  plan: (model: Model, step: Step, by: string, id: (name: string) => number) => Omit<Plan, 'by'> | null
}

/** Whose names stand in a 知悉范围, on a sheet, on a request. */
export const READERS = ['周阅', '吴阅', '韩综'] as const
export const SCOPED = [...READERS, '陈科'] as const
export const ACTORS = staff.map(({ name }) => name)

const rolesOf = (name: string) => staff.find((one) => one.name === name)?.roles ?? []
export const departmentOf = (name: string) => staff.find((one) => one.name === name)?.department
export const isOfficer = (name: string) => rolesOf(name).includes('officer')
export const mayCall = (call: ProcedureName, name: string) => {
  const { by }: { by: Caller } = contract[call]
  return typeof by === 'string' || rolesOf(name).some((role) => by.includes(role))
}

/** One of them: three times in four one that suits, if there is one. */
export const pick = <T>(all: readonly T[], n: number, suits: (one: T) => boolean = () => true): T | undefined => {
  const good = all.filter(suits)
  const from = n % 4 !== 0 && good.length > 0 ? good : all
  return from[Math.floor(n / 4) % Math.max(1, from.length)]
}
/** Some of them, at least one where there is one: all three times in four. */
export const some = <T>(all: readonly T[], n: number): T[] => {
  if (n % 4 !== 0) return [...all]
  const chosen = all.filter((_, index) => (Math.floor(n / 4) >> index) % 2 === 1)
  return chosen.length > 0 ? chosen : all.slice(0, 1)
}
/** Who signs: the right one, and one time in eight somebody else. */
export const signs = (right: string, n: number): string => (n % 8 === 0 ? (READERS[Math.floor(n / 8) % READERS.length] as string) : right)

export const isOut = ({ state }: Leg) => state === 'handedOut' || state === 'signed'
export const isOpen = ({ state }: Sheet) => state !== 'finished' && state !== 'cancelled'
export const openSheetOf = (model: Model, item: Item) => model.sheets.find((sheet) => isOpen(sheet) && sheet.items.includes(item))
export const inScope = (items: readonly Item[], name: string) => items.every(({ paper }) => paper.scope.has(name))
/** Put away or looked for: nothing is asked for of it any more. */
export const isUnavailable = ({ place }: Item) => (UNAVAILABLE_STATES as readonly CopyState[]).includes(place)
/** No longer in the office at all. */
export const isGone = ({ place }: Pick<Item, 'place'>) => (GONE_STATES as readonly CopyState[]).includes(place)
/** In a folder, in somebody's hands, or looked for. */
export const isOutOfBox = ({ place }: Item) => (OUT_STATES as readonly CopyState[]).includes(place)
export const inBox = ({ place }: Item) => place === 'inBox'
/** What is in a folder: what was lost is not. */
export const inFolder = ({ items }: Sheet) => items.filter(({ place }) => place !== 'lost')
/** In the box or in the archive: where papers are lent and consulted from. */
export const isHere = ({ place }: Item) => place === 'inBox' || place === 'archived'
export const numbersOf = (items: readonly Item[]) => items.map(({ number }) => number)

/** Whatever leaves the office for good leaves its box. */
export const put = (items: readonly Item[], place: CopyState, holder: string | null, under: Ground | null = null) => {
  for (const item of items) Object.assign(item, { place, holder, under, ...(isGone({ place }) && { box: null }) })
}

/** A leg is closed: the sheet is back when nobody else has it or waits for it. */
export const closed = (sheet: Sheet, leg: Leg, state: 'returned' | 'returnedUnread') => {
  leg.state = state
  if (!sheet.legs.some((one) => one.state === 'waiting' || isOut(one))) sheet.state = 'allReturned'
}
/** Short returns of which nothing is missing any more are over. */
export const endShorts = (model: Model) => {
  for (const sheet of model.sheets) {
    if (!sheet.short || sheet.short.items.some(({ place }) => place === 'missing')) continue
    const { leg } = sheet.short
    sheet.short = null
    closed(sheet, leg, leg.state === 'handedOut' ? 'returnedUnread' : 'returned')
  }
}

/** Back to where each belongs: the archive, once it was archived. */
export const bringBack = (items: readonly Item[]) => {
  for (const item of items) put([item], item.archived ? 'archived' : 'inBox', null)
}
