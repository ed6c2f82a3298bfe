import type { Output, Parsed } from '../../../contract/index.ts'
import type { CopyKind, IntakeRegister, Level } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Value, Work } from '../door/unit.ts'
import type { SplitParts } from '../storage/search.ts'
import { refuseDuplicate } from './duplicates.ts'
import { takeEnvelope } from './letters.ts'
import { expiryOf, markOf, periodMarked, refuseAboveStation, refuseBadPeriod } from './marking.ts'
import { copyNumber, plain, plainSymbol } from './numbers.ts'
import { refuseStrangers } from './scope.ts'

type Registration = Parsed<'documents.register'>

const refuseBadCount = ({ asking }: Query, { counted, listed, discrepancyNote, copyNos }: Registration) => {
  if (counted !== listed && !discrepancyNote)
    refuse('rule.forbids', `清点份数不符：清单${listed}份，实点${counted}份。请重新清点；确有差异的，写明差异情况作差异登记。`, {
      clause: 'F1(1)b',
      field: 'counted',
    })
  if (copyNos.length > 0 && copyNos.length !== counted)
    refuse('rule.forbids', `份号有${copyNos.length}个，实点${counted}份，应逐份对应；来文没有份号的可全部留空。`, {
      clause: 'F1(1)b',
      field: 'copyNos',
    })
  if (new Set(copyNos).size < copyNos.length) refuse('input.duplicate', '份号有重复，请核对。', { clause: 'F1(1)b', field: 'copyNos' })
  if (asking.role !== 'officer') refuse('session.role', '登记由保密员办理。', { clause: 'F1(1)a' })
}

/** What the paper says, as a row of `particulars`. */
export const particularsRow = (
  work: Work,
  paper: Pick<Registration, 'title' | 'sender' | 'urgency' | 'madeOn' | 'copyBan' | 'level'> &
    Partial<Pick<Registration, 'symbol' | 'attachments' | 'addressee' | 'handledBy' | 'returnBy' | 'remarks' | 'period'>>,
): Record<string, Value> => ({
  by_person: work.asking.person.id,
  at: work.now.toISOString(),
  title: paper.title,
  symbol: paper.symbol ?? null,
  sender: paper.sender,
  attachments: paper.attachments ?? null,
  urgency: paper.urgency,
  made_on: paper.madeOn,
  addressee: paper.addressee ?? null,
  handled_by: paper.handledBy ?? null,
  return_by: paper.returnBy ?? null,
  copy_ban: paper.copyBan ? 1 : 0,
  remarks: paper.remarks ?? null,
  level: paper.level,
  period: paper.period ? JSON.stringify(paper.period) : null,
  mark: markOf(paper.level, paper.period),
  expires_on: expiryOf(paper.level, paper.period, paper.madeOn),
})

/** What new custody items are: originals with their 份号, or what was made under a request. */
type NewCopies = { kind: CopyKind; copyNos?: readonly string[]; reproduction?: number; boxes?: readonly (number | null)[] | undefined }

/** One custody item for each number, in the box (F1(1)b, F1(5)d). */
export const insertCopies = (work: Work, document: number, numbers: readonly string[], { kind, copyNos = [], reproduction, boxes = [] }: NewCopies) =>
  numbers.map((number, index) => {
    const copy = { number, copyNo: copyNos[index] ?? null }
    const made = { kind, reproduction: reproduction ?? null }
    const lies = { state: 'inBox', holder: null, sheet: null, box: boxes[index] ?? null, since: work.now.toISOString() }
    const row = { document, number, copy_no: copy.copyNo, ...made, ...lies }
    return { id: work.insert('copy', row), ...copy }
  })

/** The typed registration with its numbers and its period as the record writes them. */
const asRecorded = (typed: Registration): Registration => ({
  ...typed,
  symbol: typed.symbol === undefined ? undefined : plainSymbol(typed.symbol),
  copyNos: typed.copyNos.map(plain),
  period: periodMarked(typed.level, typed.period),
})

/** Judges a registration, whether it is typed or comes from an old ledger, by every rule but those of its envelope; gives it as the record writes it. */
export const judged = (query: Query, typed: Registration): Registration => {
  const input = asRecorded(typed)
  refuseAboveStation(input.level, query.settings.level)
  refuseBadPeriod(input.level, input.period, input.madeOn)
  refuseBadCount(query, input)
  if (input.returnBy !== undefined && input.returnBy < input.madeOn)
    refuse('input.range', '清退日期不得早于成文日期。', { clause: '实施条例27', field: 'returnBy' })
  refuseStrangers(query.read, input.scope, 'scope')
  refuseDuplicate(query.read, input)
  return input
}

/** The period runs from the day of making (实施条例19): nothing was made after it came in. */
export const refuseMadeLater = (madeOn: string, receivedAt: string): void => {
  if (madeOn > receivedAt.slice(0, 10)) refuse('input.future', '成文日期不得晚于收文日期。', { clause: '实施条例19', field: 'madeOn' })
}

/** 不宜公开的事项 go into a book of their own, with numbers of their own (F1(3)c). */
export const bookOf = (level: Level): IntakeRegister => (level === 'internal' ? 'internal' : 'classified')

/** What a document is entered under: its number and those of its copies, the envelope and the signature; `finished`: how its handling ended before it was entered here; `words`: what it is found by, where that is more than it says or was made ready before. */
type Entering = {
  number: string
  copyNumbers: readonly string[]
  envelope: number
  signature: number
  finished?: { result: string } | undefined
  boxes?: readonly (number | null)[]
  words?: SplitParts
}

/** The words that a registration is found by, beside its number. */
export const wordsOf = ({ title, symbol, sender, copyNos }: Registration): (string | null)[] => [title, symbol ?? null, sender, ...copyNos]

/** Writes a judged registration: document, particulars, one custody item for each copy, the words that it is found by. */
export const enter = (work: Work, input: Registration, { number, copyNumbers, envelope, signature, finished, boxes, words }: Entering) => {
  const { listed, counted, level } = input
  const next = (work.read.get<{ id: number }>('SELECT coalesce(max(id), 0) + 1 AS id FROM particulars') as { id: number }).id
  const document = work.insert('document', {
    register: bookOf(level),
    year: Number(work.wall.slice(0, 4)),
    number,
    envelope,
    listed,
    counted,
    discrepancy_note: input.discrepancyNote ?? null,
    registered_by: work.asking.person.id,
    register_signature: signature,
    state: finished ? 'finished' : 'registered',
    result: finished?.result ?? null,
    finished_at: finished ? work.now.toISOString() : null,
    current: next,
    level,
    copies: counted,
  })
  const row = particularsRow(work, input)
  work.insert('particulars', { id: next, document, version: 1, cause: 'registration', ...row })
  const copies = insertCopies(work, document, copyNumbers, { kind: 'original', copyNos: input.copyNos, boxes })
  for (const person of new Set(input.scope)) work.insert('scope', { document, person, widening: null, at: work.now.toISOString() })
  work.index('document', document, [number, ...(words ? [words] : wordsOf(input))])
  return { document, copies, row }
}

/** Registers a document: nothing becomes 已登记 without count, number and the officer's signature (F1(1)b). */
export const register = (work: Work, typed: Registration): Output<'documents.register'> => {
  const input = judged(work, typed)
  const envelope = takeEnvelope(work, input.envelope)
  refuseMadeLater(input.madeOn, envelope.received_at)
  const number = work.number(bookOf(input.level))
  const { listed, counted, copyNos } = input
  const copyNumbers = Array.from({ length: counted }, (_, index) => copyNumber(number, index, counted))
  const mark = markOf(input.level, input.period)
  const signed = { document: number, envelope: envelope.number, listed, counted, copies: copyNumbers, copyNos, mark }
  const signature = work.sign(work.me(), 'register', signed)
  const { document, copies, row } = enter(work, input, { number, copyNumbers, envelope: envelope.id, signature })
  work.about(number)
  return { id: document, number, copies, unmarked: input.period?.kind === 'unmarked', expiresOn: row.expires_on as string | null }
}
