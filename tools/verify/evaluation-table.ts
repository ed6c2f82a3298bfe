/** 年报表三 as it was to be counted at one moment of the record, told from the rows alone (条例49, 50). */

export type StepRow = {
  id: number
  disclosure: number
  item: number | null
  act: string
  outcome: string | null
  facts: string
  at: string
  seq: number
}
/** A change of a review's text, or its end, by which an answer that rests on it is void until it was given out. */
export type Voiding = { review: number; version: number; seq: number }
export type Rows = {
  received: ReadonlyMap<number, string>
  steps: readonly StepRow[]
  /** By application. */
  items: ReadonlyMap<number, readonly { id: number }[]>
  /** The class of applicants, by application and version: `12 1`. */
  kinds: ReadonlyMap<string, string>
  voidings: readonly Voiding[]
  /** Letters that are replies, and to which item. */
  letterItems: ReadonlyMap<number, number | null>
}

const COLUMNS = ['person', 'company', 'research', 'welfare', 'legal', 'other', 'total']
/** The kinds of reply that count under another name. */
const COUNTS_AS: Record<string, string> = { alreadyPublic: 'open', provided: 'open', notOurs: 'notHeld' }
const LINES =
  'received carriedIn open partly stateSecret forbidden safety thirdParty internal process files registry notHeld toBeMade unclear petition repeated publications excessive reissue abandoned unpaid otherwise concluded carriedOn'.split(
    ' ',
  )

type Facts = { reply?: number; repliedOn?: string; on?: string; letter?: number | string; review?: { id: number; version: number } | null }
const factsOf = ({ facts }: StepRow) => JSON.parse(facts) as Facts
/** The day of an instant on the office's wall clock (UTC+8). */
const wallDay = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)

type Ended = { on: string; line: string }

/** Whether an answer had been taken back by then: the review that it rests on was changed or given up before it was given out (B1). */
const isVoid = (rows: Rows, answer: StepRow, reply: StepRow | undefined, steps: readonly StepRow[], before: number): boolean => {
  const rests = reply && factsOf(reply).review
  if (!rests) return false
  const given = steps.find(
    (step) => step.act === 'deliver' && step.id > answer.id && rows.letterItems.get(Number(factsOf(step).letter)) === answer.item,
  )
  return rows.voidings.some(
    ({ review, version, seq }) =>
      review === rests.id && version >= rests.version && seq > answer.seq && seq < before && (given === undefined || seq < given.seq),
  )
}

const answerOf = (rows: Rows, item: number, steps: readonly StepRow[], before: number): Ended | null => {
  const answer = steps.findLast((step) => step.act === 'approve' && step.item === item)
  if (!answer) return null
  const reply = steps.find(({ id }) => id === factsOf(answer).reply)
  if (isVoid(rows, answer, reply, steps, before)) return null
  const kind = reply?.outcome ?? ''
  return { on: factsOf(answer).repliedOn ?? wallDay(answer.at), line: COUNTS_AS[kind] ?? kind }
}

/** Each that counts as one, of an application as it stood: when it was received, by whose class, how it had ended. */
const unitsOf = (rows: Rows, disclosure: number, steps: readonly StepRow[], before: number) => {
  const receivedOn = rows.received.get(disclosure) ?? ''
  const version = 1 + steps.filter(({ act }) => act === 'supplement').length
  const kind = rows.kinds.get(`${disclosure} ${version}`) ?? ''
  const closing = steps.findLast(({ act }) => act === 'abandoned' || act === 'withdrawn')
  const closed: Ended | null = closing
    ? { on: factsOf(closing).on ?? wallDay(closing.at), line: closing.act === 'abandoned' ? 'abandoned' : 'otherwise' }
    : null
  const registered = steps.some(({ act }) => act === 'register')
  const items = registered ? (rows.items.get(disclosure) ?? []) : []
  if (items.length === 0) return [{ receivedOn, kind, ended: closed }]
  return items.map(({ id }) => ({ receivedOn, kind, ended: answerOf(rows, id, steps, before) ?? closed }))
}

/** The whole table from one day to another, of what the record held before this entry; row by row, column by column. */
export const tableBefore = (rows: Rows, from: string, to: string, before: number): Map<string, Record<string, number>> => {
  const table = new Map(LINES.map((line) => [line, Object.fromEntries(COLUMNS.map((column) => [column, 0]))]))
  const add = (line: string, kind: string) => {
    for (const column of [kind, 'total']) {
      const counts = table.get(line)
      if (counts) counts[column] = (counts[column] ?? 0) + 1
    }
  }
  const known = Map.groupBy(
    rows.steps.filter(({ seq }) => seq < before),
    ({ disclosure }) => disclosure,
  )
  for (const [disclosure, steps] of known)
    for (const { receivedOn, kind, ended } of unitsOf(rows, disclosure, steps, before)) {
      if (receivedOn > to || (receivedOn < from && ended !== null && ended.on < from)) continue
      add(receivedOn < from ? 'carriedIn' : 'received', kind)
      for (const line of ended !== null && ended.on <= to ? [ended.line, 'concluded'] : ['carriedOn']) add(line, kind)
    }
  return table
}
