import { type CopyKind, type CopyState, type Level, OUT_STATES, type ReproductionKind, type ReproductionState } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Read } from '../door/unit.ts'

/** An original with what its document says of copying it. */
export type Source = {
  id: number
  number: string
  kind: CopyKind
  state: CopyState
  holder: number | null
  document: number
  documentNumber: string
  level: Level
  copyBan: number
  archiving: number | null
  madeOn: string
}

/** The copy that a request names; refused when there is none. */
export const sourceById = (read: Read, id: number): Source =>
  read.get<Source>(
    `SELECT copy.id, copy.number, copy.kind, copy.state, copy.holder, copy.document, document.number AS documentNumber, p.level, p.copy_ban AS copyBan, copy.archiving, p.made_on AS madeOn
     FROM copy JOIN document ON document.id = copy.document JOIN particulars AS p ON p.id = document.current WHERE copy.id = ?`,
    id,
  ) ?? refuse('input.unknownRecord', '没有这一份，请从原件中选择。', { field: 'source' })

export type ReproductionRecord = {
  id: number
  number: string
  kind: ReproductionKind
  state: ReproductionState
  source: number
  extent: string | null
  applicant: number
  applicantName: string
  department: string
  entered_by: number
  entered_at: string
  asked: number
  recipients: string
  place: string
  consent: string | null
  section_by: number | null
  section_signature: number | null
  approved: number | null
  valid_until: string | null
  made: number
  made_at: string | null
}

/** One request; refused when there is none. */
export const reproductionById = (read: Read, id: number, field = 'reproduction'): ReproductionRecord =>
  read.get<ReproductionRecord>(
    `SELECT reproduction.id, number, kind, state, source, extent, applicant, person.name AS applicantName, reproduction.department, entered_by, entered_at, asked,
     recipients, place, consent, section_by, section_signature, approved, valid_until, made, made_at
     FROM reproduction JOIN person ON person.id = applicant WHERE reproduction.id = ?`,
    id,
  ) ?? refuse('input.unknownRecord', '没有这件复制申请，请从列表中选择。', { field })

export const recipientsOf = ({ recipients }: Pick<ReproductionRecord, 'recipients'>): number[] => JSON.parse(recipients) as number[]

/** What every signature under a request is over: what is asked for, from which original, for whom, where. No title. */
export const askedFacts = (asked: ReproductionRecord, source: Source) => ({
  reproduction: asked.number,
  kind: asked.kind,
  source: source.number,
  applicant: asked.applicant,
  asked: asked.asked,
  recipients: recipientsOf(asked),
  place: asked.place,
  consent: asked.consent === null ? null : (JSON.parse(asked.consent) as Record<string, string>),
})

export type Made = {
  id: number
  number: string
  document: number
  state: CopyState
  archiving: number | null
  reproduction: number | null
  holder: string | null
}

/** What was made under a request, in the order of its numbers. */
export const madeUnder = (read: Read, reproduction: number): Made[] =>
  read.all<Made>(
    'SELECT copy.id, number, document, state, archiving, reproduction, person.name AS holder FROM copy LEFT JOIN person ON person.id = holder WHERE reproduction = ? ORDER BY copy.id',
    reproduction,
  )

/** Whether an item still has to come back under its request: what was archived since, or put away, came back before (F1(5)d). */
export const isStillOut = ({ state, archiving }: Pick<Made, 'state' | 'archiving'>): boolean =>
  archiving === null && OUT_STATES.some((out) => out === state)
