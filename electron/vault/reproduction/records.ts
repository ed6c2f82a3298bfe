import { type CopyKind, type CopyState, OUT_STATES, type ReproductionKind, type ReproductionState } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Period } from '../../../contract/fields.ts'
import type { Marked } from '../documents/marking.ts'
import type { Read } from '../door/unit.ts'
import { digestOfWords } from '../storage/bytes.ts'

/** Who agreed to a copy of a 绝密 paper, by what, when. */
export type Consent = { issuer: string; symbol: string; date: string }
/** An original with what its document says of copying it. */
export type Source = Marked & {
  id: number
  number: string
  kind: CopyKind
  state: CopyState
  holder: number | null
  document: number
  documentNumber: string
  mark: string
  copyBan: number
  archiving: number | null
  consent: Consent | null
}

type SourceLine = Omit<Source, 'period' | 'consent'> & { period: string | null; consent?: string | null }
const SOURCE = `copy.id, copy.number, copy.kind, copy.state, copy.holder, copy.document, document.number AS documentNumber, p.level, p.mark, p.period,
  p.declassified, p.copy_ban AS copyBan, copy.archiving, p.made_on AS madeOn`
const SOURCE_FROM = 'copy JOIN document ON document.id = copy.document JOIN particulars AS p ON p.id = document.current'
const sourceOf = ({ period, consent, ...line }: SourceLine): Source => ({
  ...line,
  period: period === null ? null : (JSON.parse(period) as Period),
  consent: consent === null || consent === undefined ? null : (JSON.parse(consent) as Consent),
})

/** The copy that a request is to name; refused when there is none. */
export const sourceById = (read: Read, id: number, field: string): Source =>
  sourceOf(
    read.get<SourceLine>(`SELECT ${SOURCE} FROM ${SOURCE_FROM} WHERE copy.id = ?`, id) ??
      refuse('input.unknownRecord', '没有这一份，请从原件中选择。', { field }),
  )

/** What a request is of, in the order in which it was asked: one original, of a 汇编 two or more. */
export const sourcesOf = (read: Read, reproduction: number): Source[] =>
  read
    .all<SourceLine>(
      `SELECT ${SOURCE}, named.consent FROM reproduction_source AS named JOIN ${SOURCE_FROM.replace('copy JOIN', 'copy ON copy.id = named.copy JOIN')}
       WHERE named.reproduction = ? ORDER BY named.id`,
      reproduction,
    )
    .map(sourceOf)

export type ReproductionRecord = {
  id: number
  number: string
  kind: ReproductionKind
  state: ReproductionState
  title: string | null
  extent: string | null
  applicant: number
  applicantName: string
  department: string
  entered_by: number
  entered_at: string
  asked: number
  recipients: string
  place: string
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
    `SELECT reproduction.id, number, kind, state, title, extent, applicant, person.name AS applicantName, reproduction.department, entered_by, entered_at, asked,
     recipients, place, section_by, section_signature, approved, valid_until, made, made_at
     FROM reproduction JOIN person ON person.id = applicant WHERE reproduction.id = ?`,
    id,
  ) ?? refuse('input.unknownRecord', '没有这件复制申请，请从列表中选择。', { field })

export const recipientsOf = ({ recipients }: Pick<ReproductionRecord, 'recipients'>): number[] => JSON.parse(recipients) as number[]

/** What every signature under a request is over: what is asked for, from which originals by whose consent, for whom, where. Of a title its digest. */
export const askedFacts = (asked: ReproductionRecord, sources: readonly Source[]) => ({
  reproduction: asked.number,
  kind: asked.kind,
  sources: sources.map(({ number, consent }) => ({ number, consent })),
  title: asked.title === null ? null : digestOfWords(asked.title),
  applicant: asked.applicant,
  asked: asked.asked,
  recipients: recipientsOf(asked),
  place: asked.place,
})

export type Made = {
  id: number
  number: string
  document: number
  documentNumber: string
  state: CopyState
  archiving: number | null
  reproduction: number | null
  holder: string | null
}

/** What was made under a request, in the order of its numbers. */
export const madeUnder = (read: Read, reproduction: number): Made[] =>
  read.all<Made>(
    `SELECT copy.id, copy.number, copy.document, document.number AS documentNumber, copy.state, archiving, copy.reproduction, person.name AS holder FROM copy
     JOIN document ON document.id = copy.document LEFT JOIN person ON person.id = holder WHERE copy.reproduction = ? ORDER BY copy.id`,
    reproduction,
  )

/** Whether an item still has to come back under its request: what was archived since, or put away, came back before (F1(5)d). */
export const isStillOut = ({ state, archiving }: Pick<Made, 'state' | 'archiving'>): boolean =>
  archiving === null && OUT_STATES.some((out) => out === state)
