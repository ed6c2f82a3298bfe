import type { Output, Parsed } from '../../../contract/index.ts'
import { WITNESSING_ROLES } from '../../../contract/terms.ts'
import { copyMeant, numberMeant } from '../custody/labels.ts'
import { moveTo, putBack } from '../custody/moves.ts'
import { refuse } from '../door/refuse.ts'
import { hasDuty } from '../people/duties.ts'
import type { Read, Signer, Work } from '../door/unit.ts'
import { isSamePerson } from '../people/identity.ts'
import { digestOfWords } from '../storage/bytes.ts'
import { stockTakingLifecycle } from './lifecycle.ts'
import { allUnmet, boxById, casesOf, differencesOf, type StockTakingRecord, stockTakingById, type Unmet } from './records.ts'

const no = (message: string, field: string) => refuse('rule.forbids', message, { clause: 'F1(6)', field })

type Line = { id: number; copy: number; number: string }

const linesWhere = (read: Read, stockTaking: number, which: string): Line[] =>
  read.all<Line>(
    `SELECT stock_item.id, copy, copy.number FROM stock_item JOIN copy ON copy.id = copy WHERE stock_taking = ? AND ${which} ORDER BY copy`,
    stockTaking,
  )
const numbersOf = (lines: readonly { number: string }[]): string[] => lines.map(({ number }) => number)

/** 监点人: another 保密员 or a leader, not the one who counts on any account, and not the keeper of what is counted. */
const refuseBadWitness = (work: Work, { boxes }: StockTakingRecord, { person }: Signer) => {
  if (isSamePerson(work.read, person.id, work.asking.person.id)) no('清点人和监点人不得是同一人。', 'ticket')
  if (!hasDuty(work.read, person.id, WITNESSING_ROLES)) no('监点人应为另一名保密员或领导。', 'ticket')
  const keeps = work.read
    .all<{ number: string; custodian: number }>(
      `SELECT number, custodian FROM box WHERE state = 'open' ${boxes.length === 0 ? '' : 'AND id IN (SELECT value FROM json_each(?))'} ORDER BY number`,
      ...(boxes.length === 0 ? [] : [JSON.stringify(boxes)]),
    )
    .find(({ custodian }) => isSamePerson(work.read, custodian, person.id))
  if (keeps) no(`监点人是${keeps.number}的专管人，不得监点自己管的箱。`, 'ticket')
}

/** What explains each difference, by number; refused for what is no difference, and said twice. */
const notesBy = (work: Work, notes: Parsed<'keeping.close'>['notes'], differences: readonly string[]): Map<string, string> => {
  const by = new Map<string, string>()
  for (const [index, { number: typed, note }] of notes.entries()) {
    const field = `notes.${index}.number`
    const number = numberMeant(work.read, typed, field)
    if (!differences.includes(number)) no('所说明的编号不是差异，请核对。', field)
    if (by.has(number)) refuse('input.duplicate', `${number}说明了两次，请核对。`, { clause: 'F1(6)', field })
    by.set(number, note)
  }
  return by
}

type Differences = { missing: readonly Unmet[]; surplus: readonly Line[]; notes: ReadonlyMap<string, string> }

/** What both sign: what should be there, what was (by the digest of the numbers read), every difference, and what explains them (by the digest of the words). No title. */
const factsOf = (read: Read, { id, number, boxes, expected, counted }: StockTakingRecord, { missing, surplus, notes }: Differences) => ({
  stockTaking: number,
  boxes: boxes.map((box) => boxById(read, box, 'stockTaking').number),
  expected,
  counted,
  present: digestOfWords(numbersOf(linesWhere(read, id, 'expected = 1 AND counted_at IS NOT NULL AND elsewhere = 0')).join('\n')),
  missing: numbersOf(missing),
  surplus: numbersOf(surplus),
  notes: digestOfWords([...surplus, ...missing].map((one) => `${one.number} ${notes.get(one.number) ?? ''}`).join('\n')),
  moved: numbersOf(linesWhere(read, id, 'moved_at IS NOT NULL AND counted_at IS NULL')),
})

/** 清点完成: two people sign; what is not there is 短少待查 from now on, each a case until it is found or reported. */
export const close = (work: Work, input: Parsed<'keeping.close'>): Output<'keeping.close'> => {
  const stockTaking = stockTakingById(work.read, input.stockTaking)
  const { id, number } = stockTaking
  work.about(number)
  const counting = stockTaking.state === 'counting'
  const surplus = counting ? linesWhere(work.read, id, 'elsewhere = 1') : []
  const missing = counting ? allUnmet(work.read, stockTaking) : []
  const notes = notesBy(work, counting ? input.notes : [], [...numbersOf(surplus), ...numbersOf(missing)])
  const unsaid = numbersOf(surplus).filter((one) => !notes.has(one))
  if (unsaid.length > 0) no(`${unsaid.join('、')}账实不符，尚未说明。请逐份写明为何在这里，再完成清点。`, 'notes')
  const witness = work.signer(input.ticket)
  refuseBadWitness(work, stockTaking, witness)
  const facts = factsOf(work.read, stockTaking, { missing, surplus, notes })
  const at = work.now.toISOString()
  work.move(stockTakingLifecycle, id, 'done', {
    counted_by: work.asking.person.id,
    count_signature: work.sign(work.me(), 'stock.count', facts),
    supervised_by: witness.person.id,
    supervise_signature: work.sign(witness, 'stock.supervise', facts),
    closed_at: at,
  })
  for (const line of surplus) work.change('stock_item', line.id, { note: notes.get(line.number) ?? null })
  for (const copy of missing)
    work.insert('stock_item', {
      stock_taking: id,
      copy: copy.id,
      expected: 1,
      ledger: copy.state,
      box: copy.box,
      missing: 1,
      note: notes.get(copy.number) ?? null,
    })
  moveTo(work, missing, 'missing', { holder: null, sheet: null, since: at })
  work.about(...facts.missing, ...facts.surplus)
  return { id, expected: stockTaking.expected, counted: stockTaking.counted, missing: facts.missing, surplus: facts.surplus }
}

/** 找回: what was missing is in hand, by its number, signed; it goes back to where it belongs. */
export const found = (work: Work, input: Parsed<'keeping.found'>): Output<'keeping.found'> => {
  const { id, number } = stockTakingById(work.read, input.stockTaking)
  work.about(number)
  const open = casesOf(work.read, id)
  const found = input.numbers.map((typed, index) => {
    const field = `numbers.${index}`
    const copy = copyMeant(work.read, typed, { clause: 'F1(6)', field })
    return open.find((one) => one.id === copy.id) ?? no(`${copy.number}不是${number}待查的短少，不能在此找回。`, field)
  })
  const doubled = found.find((one, index) => found.indexOf(one) < index)
  if (doubled) refuse('input.duplicate', `${doubled.number}列了两次，请核对。`, { clause: 'F1(6)', field: 'numbers' })
  const facts = { stockTaking: number, numbers: numbersOf(found), note: digestOfWords(input.note) }
  const settled = {
    settled_at: work.now.toISOString(),
    settled_note: input.note,
    settle_signature: work.sign(work.me(), 'stock.found', facts),
  }
  for (const { item } of found) work.change('stock_item', item, settled)
  putBack(work, found)
  work.about(...numbersOf(found))
  return { id, left: open.length - found.length }
}

/** Differences that a case of breach took over end with what became of the copies there, found or lost: they do not wake when one is missing again. */
export const endDifferences = (work: Work, breach: number, copies: readonly { id: number }[], note: string): void => {
  const settled = { settled_at: work.now.toISOString(), settled_note: note, breach }
  for (const { id } of copies)
    for (const item of differencesOf(work.read, id)) {
      work.change('stock_item', item.id, settled)
      work.about(item.number)
    }
}
