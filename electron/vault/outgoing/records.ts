import { type Level, levelLabel, type OutgoingState, type Route } from '../../../contract/terms.ts'
import { rankOf } from '../documents/marking.ts'
import { refuse } from '../door/refuse.ts'
import type { Read } from '../door/unit.ts'
import { digestOfWords } from '../storage/bytes.ts'

export type OutgoingRecord = {
  id: number
  number: string
  document: number
  documentNumber: string
  title: string
  symbol: string | null
  level: Level
  mark: string
  made_on: string
  addressee: string
  copies: number
  maker: number
  entered_by: number
  state: OutgoingState
  decided_by: number | null
  route: Route | null
  sent_at: string | null
}

/** One outgoing paper; refused when there is none. */
export const outgoingById = (read: Read, id: number): OutgoingRecord =>
  read.get<OutgoingRecord>(
    `SELECT outgoing.id, outgoing.number, document, document.number AS documentNumber, title, symbol, outgoing.level, mark, made_on, addressee,
     outgoing.copies, maker, entered_by, outgoing.state, decided_by, route, sent_at FROM outgoing JOIN document ON document.id = document WHERE outgoing.id = ?`,
    id,
  ) ?? refuse('input.unknownRecord', '没有这件发文，请从列表中选择。', { field: 'outgoing' })

/** What its signatures are over: this very paper, its title by the digest alone. */
export const signedFacts = ({ number, documentNumber, title, symbol, level, mark, made_on, addressee, copies, maker }: OutgoingRecord) => ({
  outgoing: number,
  document: documentNumber,
  what: digestOfWords(title),
  symbol,
  level,
  mark,
  madeOn: made_on,
  addressee,
  copies,
  maker,
})

/** 同等密级 (F1(3)b): what answers a paper is not below it as it is marked now. One that is 已解密 asks for no level any more. */
export const refuseBelowParent = (read: Read, document: number, level: Level, field: string): void => {
  const parent = read.get<{ level: Level; declassified: number }>(
    'SELECT p.level, p.declassified FROM document JOIN particulars AS p ON p.id = document.current WHERE document.id = ?',
    document,
  )
  if (parent && parent.declassified === 0 && rankOf(level) < rankOf(parent.level))
    refuse('rule.forbids', `上报、答复密件按来文同等密级：来文为${levelLabel[parent.level]}，不得低于${levelLabel[parent.level]}。`, {
      clause: 'F1(3)b',
      field,
    })
}
