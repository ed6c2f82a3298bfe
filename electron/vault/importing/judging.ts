import { setImmediate as nextTurn } from 'node:timers/promises'
import { limits } from '../../../contract/fields.ts'
import type { LedgerRow } from '../../../contract/importing.ts'
import type { Refusal } from '../../../contract/refusal.ts'
import type { LedgerColumn, RowFate } from '../../../contract/terms.ts'
import { goneRule, ROW_FATES } from '../../../contract/terms.ts'
import { isSamePaper } from '../documents/duplicates.ts'
import { judged, refuseMadeLater, wordsOf } from '../documents/intake.ts'
import { refuseReceivedLater } from '../documents/letters.ts'
import { plain } from '../documents/numbers.ts'
import { Refused, refuse } from '../door/refuse.ts'
import type { Query } from '../door/unit.ts'
import { indexText, type SplitParts } from '../storage/search.ts'
import { columnOf, gathering, isGone, type Paper, type Read, readPaper, type Reading } from './papers.ts'
import type { TableRow } from './table.ts'

/** A paper that would be registered, with the box of each copy (null: loose) and the words that it is found by. */
export type Ready = Omit<Read, 'boxes'> & { lines: number[]; boxes: (number | null)[]; words: SplitParts }

type Fate = { fate: RowFate; why: string | null; clause: string | null; column: LedgerColumn | null; known: LedgerRow['known'] }

/** A dry run, as far as it is. */
export type Judging = {
  reading: Reading
  total: number
  judged: number
  done: boolean
  counts: Record<RowFate, number>
  fates: Map<number, Fate>
  ready: Ready[]
  /** What the register stood at when it was begun: what came after it was not seen. */
  stamp: string
}

/** The rows are judged so long in one turn: no act waits longer for it. */
const TURN_MS = 6

/** What the register and its boxes stand at; two stamps are one when nothing came between them. */
export const stampOf = ({ read }: Pick<Query, 'read'>): string =>
  JSON.stringify(
    read.get(
      'SELECT (SELECT max(id) FROM document) AS documents, (SELECT max(id) FROM particulars) AS particulars, (SELECT max(id) FROM copy) AS copies, (SELECT max(id) FROM box_change) AS boxes',
    ) ?? null,
  )

const right: Fate = { fate: 'register', why: null, clause: null, column: null, known: null }
const gone: Fate = { ...right, fate: 'gone', why: goneRule, clause: '实施条例28', column: 'whereabouts' }

const faultOf = ({ message, clause, field, link }: Refusal): Fate => ({
  fate: link ? 'known' : 'faulty',
  why: message,
  clause: clause ?? 'F1(1)b',
  column: columnOf(field),
  known: link ? { id: link.id, number: link.number } : null,
})

/** The open boxes by what they are called. */
const boxesOf = ({ read }: Query): Map<string, number> =>
  new Map(read.all<{ id: number; number: string }>("SELECT id, number FROM box WHERE state = 'open'").map(({ id, number }) => [plain(number), id]))

const boxOf = (boxes: ReadonlyMap<string, number>, called: string): number | null => {
  if (called === '') return null
  return (
    boxes.get(plain(called)) ??
    refuse('input.unknownRecord', '没有这个在用的保密箱。请先在“归档清点”建箱，或把表中的箱号改成已有的、留空。', { clause: 'F1(6)', field: 'box' })
  )
}

/** Papers of the same ledger that were found right, by 文号 or by day and title: none is entered twice. */
const openSeen = () => {
  const seen = new Map<string, { paper: Ready; line: number }[]>()
  return (paper: Ready): void => {
    const { symbol, madeOn, title, sender, copyNos } = paper.registration
    const key = symbol ?? `${madeOn}\n${title}`
    const earlier = seen.get(key) ?? []
    const twin = earlier.find(({ paper: { registration } }) => isSamePaper({ sender, copyNos }, registration))
    if (twin)
      refuse('input.duplicate', `与第${twin.line}行是同一文件，不得重复登记。另有份的，请填写不同的份号。`, {
        clause: 'F1(1)b',
        field: symbol ? 'symbol' : 'title',
      })
    earlier.push({ paper, line: paper.lines[0] as number })
    seen.set(key, earlier)
  }
}

/** Judges one paper by the rules of registration; refused in their words. */
const judgePaper = (query: Query, read: Read, lines: number[], boxes: ReadonlyMap<string, number>): Ready => {
  const { receivedAt } = read.registration.envelope as { receivedAt: string }
  // A year that is closed takes no late letter; a 补录 is entered into this year, by a series of its own.
  refuseReceivedLater(query.wall, receivedAt, 'envelope.receivedAt')
  const registration = judged(query, read.registration)
  refuseMadeLater(registration.madeOn, receivedAt)
  if ((read.oldNumber?.length ?? 0) > limits.symbol)
    refuse('input.tooLong', `不得超过${limits.symbol}个字符。`, { clause: 'F1(1)b', field: 'oldNumber' })
  if ((read.finished?.result.length ?? 0) > limits.note)
    refuse('input.tooLong', `不得超过${limits.note}个字符。`, { clause: 'F1(6)', field: 'result' })
  const words = { split: indexText([...wordsOf(registration), read.oldNumber]) }
  return { ...read, registration, lines, words, boxes: read.boxes.map((called) => boxOf(boxes, called)) }
}

/** What becomes of the rows of one paper. */
const judgeRows = ({ rows }: Paper, judging: Judging, judge: (rows: readonly TableRow[]) => Ready): void => {
  const say = (row: TableRow, fate: Fate) => {
    judging.fates.set(row.line, fate)
    judging.counts[fate.fate] += 1
  }
  try {
    const left = rows.filter((row) => isGone(row, judging.reading))
    const held = rows.filter((row) => !left.includes(row))
    if (held.length > 0) judging.ready.push(judge(held))
    for (const row of rows) say(row, left.includes(row) ? gone : right)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    for (const row of rows) say(row, faultOf(error.refusal))
  }
  judging.judged += rows.length
}

/** A dry run that has not begun yet. */
export const newJudging = (query: Query, rows: readonly TableRow[], reading: Reading): Judging => ({
  reading,
  total: rows.length,
  judged: 0,
  done: false,
  counts: Object.fromEntries(ROW_FATES.map((fate) => [fate, 0])) as Record<RowFate, number>,
  fates: new Map(),
  ready: [],
  stamp: stampOf(query),
})

/** Does a step for each of many, turn by turn, so that acts go on between; no further once `isOver` says that nobody waits for it. */
const inTurns = async <T>(each: readonly T[], step: (one: T) => void, isOver: () => boolean): Promise<void> => {
  for (let at = 0; at < each.length && !isOver(); await nextTurn())
    for (const until = performance.now() + TURN_MS; at < each.length && performance.now() < until; at += 1) step(each[at] as T)
}

/** Judges the rows of a ledger beside other acts. Ends early where nobody waits for it any more. */
export const judgeLedger = async (query: Query, rows: readonly TableRow[], judging: Judging, isOver: () => boolean): Promise<void> => {
  const boxes = boxesOf(query)
  const refuseTwin = openSeen()
  const judge = (its: readonly TableRow[]): Ready => {
    const lines = its.map(({ line }) => line)
    const ready = judgePaper(query, readPaper(its, judging.reading), lines, boxes)
    refuseTwin(ready)
    return ready
  }
  const { papers, add } = gathering(judging.reading)
  await inTurns(rows, add, isOver)
  await inTurns(papers, (paper) => judgeRows(paper, judging, judge), isOver)
  judging.done = !isOver()
}
