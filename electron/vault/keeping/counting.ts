import type { Output, Parsed } from '../../../contract/index.ts'
import { copyStateLabel, GONE_STATES, type ScanResult } from '../../../contract/terms.ts'
import { type CopyMeant, copyBefore } from '../custody/labels.ts'
import { countings, liesIn, type Standing, standing } from '../custody/watching.ts'
import { plainNumber } from '../documents/numbers.ts'
import { Refused, refuse } from '../door/refuse.ts'
import type { Read, Row, Work } from '../door/unit.ts'
import { stockTakingLifecycle } from './lifecycle.ts'
import { boxById, isPresent, itemOf, type StockTakingRecord, stockTakingById } from './records.ts'

const KEPT = "state IN ('inBox','archived')"

const accountOf = (read: Read, boxes: readonly number[]): number =>
  (boxes.length === 0
    ? read.get<{ n: number }>(`SELECT count(*) AS n FROM copy WHERE ${KEPT}`)
    : read.get<{ n: number }>(`SELECT count(*) AS n FROM copy WHERE box IN (SELECT value FROM json_each(?)) AND ${KEPT}`, JSON.stringify(boxes))
  )?.n ?? 0

/** 开始清点: the account is fixed by this minute. No part of the keeping is counted twice at once. */
export const begin = (work: Work, input: Parsed<'keeping.begin'>): Output<'keeping.begin'> => {
  const boxes = input.boxes.map((id, index) => boxById(work.read, id, `boxes.${index}`))
  if (new Set(input.boxes).size < boxes.length) refuse('input.duplicate', '同一个箱列了两次，请核对。', { clause: 'F1(6)', field: 'boxes' })
  const other = countings(work.read).find((one) => boxes.length === 0 || one.boxes.length === 0 || one.boxes.some((id) => input.boxes.includes(id)))
  if (other) {
    const { number } = stockTakingById(work.read, other.id)
    work.about(number)
    refuse('state.conflict', `${number}正在清点其中的箱，请先清点完成或作废。`, { clause: 'F1(6)', field: 'boxes' })
  }
  const number = work.number('stockTaking')
  const expected = accountOf(work.read, input.boxes)
  const id = work.insert('stock_taking', {
    number,
    boxes: JSON.stringify(input.boxes),
    reason: input.reason,
    begun_by: work.asking.person.id,
    begun_at: work.now.toISOString(),
    last_copy: work.read.get<{ last: number | null }>('SELECT max(id) AS last FROM copy')?.last ?? 0,
    expected,
    state: 'counting',
  })
  work.about(number, ...boxes.map((box) => box.number))
  return { id, number, expected }
}

type Answer = Output<'keeping.scan'>['results'][number]

/** What a copy that lies here is by the ledger, when that has it somewhere else. */
const elsewhere = (read: Read, { state, box }: Standing): { result: ScanResult; says: string } => {
  if (state === 'inBox') {
    const where = box === null ? '未入箱' : read.get<{ number: string }>('SELECT number FROM box WHERE id = ?', box)?.number
    return { result: 'foreign', says: `账上在${where}，不在本次清点之列，已记为盘盈。请放回原处。` }
  }
  if (state === 'archived') return { result: 'foreign', says: '账上已归档，不在本次清点之列，已记为盘盈。请放回卷内。' }
  if (state === 'toDestroy') return { result: 'listed', says: '已列销毁，不计入账、实。' }
  if (GONE_STATES.some((gone) => gone === state))
    return { result: 'gone', says: `账上现为“${copyStateLabel[state]}”，不应再有这一份。已记为盘盈，请扣下并报告查明。` }
  const how = state === 'missing' ? '请在找到它的登记上办理“查清”或“找回”。' : '请查明由谁送回，并办理归还。'
  return { result: 'out', says: `账上现为“${copyStateLabel[state]}”，却在这里，已记为盘盈。${how}` }
}

/** Keeps what was read of a copy. Gives by how much 实 changed. */
const keep = (work: Work, stockTaking: StockTakingRecord, copy: Standing, read: Pick<Row, 'elsewhere'> & { elsewhere: 0 | 1 }): number => {
  const item = itemOf(work.read, stockTaking.id, copy.id)
  const columns = { counted_at: work.now.toISOString(), elsewhere: read.elsewhere, ledger: copy.state, box: copy.box }
  if (item) {
    work.change('stock_item', item.id, columns)
    return Number(isPresent({ ...item, ...columns })) - Number(isPresent(item))
  }
  const expected = read.elsewhere === 0 && copy.id <= stockTaking.lastCopy ? 1 : 0
  work.insert('stock_item', { stock_taking: stockTaking.id, copy: copy.id, expected, ...columns })
  return expected
}

const answerOf = (work: Work, stockTaking: StockTakingRecord, copy: CopyMeant): Answer & { present: number } => {
  const [now] = standing(work.read, [copy]) as [Standing]
  const { number } = copy
  const item = itemOf(work.read, stockTaking.id, copy.id)
  const inside = liesIn(stockTaking, now)
  if (item?.counted_at != null && (item.elsewhere === 0) === inside) return { number, result: 'again', says: '已经点过，重复。', present: 0 }
  if (!inside) {
    const { result, says } = elsewhere(work.read, now)
    return { number, result, says, present: result === 'listed' ? 0 : keep(work, stockTaking, now, { elsewhere: 1 }) }
  }
  const present = keep(work, stockTaking, now, { elsewhere: 0 })
  const expected = itemOf(work.read, stockTaking.id, copy.id)?.expected === 1
  return { number, result: expected ? 'expected' : 'came', says: expected ? '在账，已点到。' : '清点开始以后入箱，不计入账。', present }
}

/** What the ledger does not know: nothing is kept of it, whoever counts is told. */
const unknown = (typed: string, says: string): Answer & { present: number } => ({ number: plainNumber(typed), result: 'unknown', says, present: 0 })

const answer = (work: Work, stockTaking: StockTakingRecord, typed: string): Answer & { present: number } => {
  try {
    const copy = copyBefore(work.read, typed, 'numbers')
    if (copy) return answerOf(work, stockTaking, copy)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return unknown(typed, error.refusal.message)
  }
  return unknown(typed, '台账上没有这个编号。请核对标签；确是涉密文件的，按收文登记。')
}

/** 点实: each number as it is read, one or many. What was read is kept whatever comes after. */
export const scan = (work: Work, input: Parsed<'keeping.scan'>): Output<'keeping.scan'> => {
  const stockTaking = stockTakingById(work.read, input.stockTaking)
  work.about(stockTaking.number)
  if (stockTaking.state !== 'counting') refuse('state.forbids', '这次清点已经结束，不再点实。', { clause: 'F1(6)', field: 'stockTaking' })
  const answers = input.numbers.map((typed) => answer(work, stockTaking, typed))
  const counted = stockTaking.counted + answers.reduce((sum, { present }) => sum + present, 0)
  if (counted !== stockTaking.counted) work.change('stock_taking', stockTaking.id, { counted })
  for (const { number, result } of answers) if (result !== 'unknown' && result !== 'again') work.about(number)
  return { results: answers.map(({ present: _present, ...one }) => one), expected: stockTaking.expected, counted }
}

/** 作废, before it is closed. */
export const cancel = (work: Work, input: Parsed<'keeping.cancel'>): Output<'keeping.cancel'> => {
  const { id, number } = stockTakingById(work.read, input.stockTaking)
  work.about(number)
  work.move(stockTakingLifecycle, id, 'cancelled', { void_reason: input.reason, closed_at: work.now.toISOString() })
  return { id }
}
