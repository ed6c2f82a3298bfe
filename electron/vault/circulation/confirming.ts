import type { Clause } from '../../../contract/clauses.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import { PAPER_RECORDS, type PaperRecord, type PaperStep } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Read, Value, Work } from '../door/unit.ts'
import { ENTERED } from '../people/paper-signing.ts'
import { reproductionById, sourcesOf } from '../reproduction/records.ts'
import { signedFacts } from './legs.ts'
import { copiesOn, legById, sheetById } from './records.ts'
import { decisionOf, wideningById } from './widening.ts'

/** The rule of each record that is entered from paper, and the word by which signed facts name it. */
const RECORDS: Record<PaperRecord, { clause: Clause; fact: string }> = {
  loan: { clause: 'F1(7)b', fact: 'loan' },
  visit: { clause: 'F1(7)a', fact: 'visit' },
  return_list: { clause: '实施条例27', fact: 'return' },
  destruction: { clause: '实施条例28', fact: 'destruction' },
  outgoing: { clause: 'F1(3)b', fact: 'outgoing' },
  medium_use: { clause: 'F1(4)d', fact: 'use' },
}
type Recorded = Record<PaperRecord, number | null>

const recordIn = (row: Recorded): PaperRecord | undefined => PAPER_RECORDS.find((of) => row[of] !== null)
const RECORD_COLUMNS = PAPER_RECORDS.map((of) => `paper_signing.${of}`).join(', ')

type Signing = Recorded & {
  id: number
  leg: number | null
  widening: number | null
  reproduction: number | null
  number: string
  step: PaperStep
  person: number
  name: string
  signed_at: string
  confirmed_at: string | null
  entry_signature: number
}

type About = { numbers: [string, ...string[]]; facts: Record<string, unknown>; clause: Clause }

/** What the entry was about: the facts that were signed then, and the numbers that the log names. */
const subjectOf = (read: Read, signing: Signing): About => {
  const record = recordIn(signing)
  if (record) {
    const { clause, fact } = RECORDS[record]
    return { numbers: [signing.number], facts: { [fact]: signing.number }, clause }
  }
  if (signing.widening !== null) {
    const widening = wideningById(read, signing.widening)
    return { numbers: [widening.number, widening.documentNumber], facts: decisionOf(widening), clause: 'F1(4)c' }
  }
  if (signing.reproduction !== null) {
    const asked = reproductionById(read, signing.reproduction)
    const sources = sourcesOf(read, asked.id)
    return {
      numbers: [asked.number, ...sources.map(({ documentNumber }) => documentNumber)],
      facts: { reproduction: asked.number, sources: sources.map(({ number }) => number) },
      clause: 'F1(5)a',
    }
  }
  const leg = legById(read, signing.leg as number)
  const sheet = sheetById(read, leg.sheet)
  return { numbers: [sheet.number], facts: signedFacts(sheet, leg, copiesOn(read, sheet.id)), clause: 'F1(2)c' }
}

/** Whoever signed the paper signs for what was entered of it, with their own key: signed in, or in place by ticket. */
export const confirmPaper = (work: Work, input: Parsed<'circulation.confirmPaper'>): Output<'circulation.confirmPaper'> => {
  const signing =
    work.read.get<Signing>(
      `SELECT paper_signing.id, paper_signing.leg, paper_signing.widening, paper_signing.reproduction, ${RECORD_COLUMNS}, ${ENTERED.number} AS number,
       paper_signing.step, paper_signing.person, person.name, signed_at, confirmed_at, entry_signature
       FROM paper_signing JOIN person ON person.id = paper_signing.person ${ENTERED.joins} WHERE paper_signing.id = ?`,
      input.signing,
    ) ?? refuse('input.unknownRecord', '没有这条纸质签补录，请从列表中选择。', { field: 'signing' })
  const { numbers, facts, clause } = subjectOf(work.read, signing)
  work.about(...numbers)
  const signer = input.ticket === undefined ? work.me() : work.signer(input.ticket)
  if (signer.person.id !== signing.person)
    refuse('rule.forbids', `应由${signing.name}本人补签，不得代签。`, { clause, field: input.ticket === undefined ? 'signing' : 'ticket' })
  if (signing.confirmed_at !== null) refuse('state.forbids', '这条纸质签补录本人已补签。', { clause, field: 'signing' })
  const { step, signed_at: signedAt, entry_signature: entry } = signing
  work.change('paper_signing', signing.id, {
    confirmed_at: work.now.toISOString(),
    confirm_signature: work.sign(signer, 'paper.confirm', { ...facts, signing: signing.id, step, signedAt, entry }),
  })
  return { id: signing.id }
}

type Line = Recorded & {
  entered: string
  reason: string | null
  kept: string | null
  id: number
  step: PaperStep
  signedAt: string
  enteredBy: string
  person: number
  name: string
  department: string
  sheet: number | null
  number: string | null
  folder: string | null
  widening: number | null
  asked: string | null
  document: string | null
  reproduction: number | null
  copying: string | null
  source: string | null
}

/** Within so many days whoever signed on paper signs for it: the month of domain 6 (7). */
const MONTH_DAYS = 31

const isLate = (signedAt: string, now: Date): boolean => now.getTime() - Date.parse(signedAt) > MONTH_DAYS * 86_400_000

const lineOf = (line: Line, now: Date): Output<'circulation.onPaper'>['rows'][number] => {
  const record = recordIn(line)
  return {
    id: line.id,
    step: line.step,
    signedAt: line.signedAt,
    enteredBy: line.enteredBy,
    late: isLate(line.signedAt, now),
    signer: { id: line.person, name: line.name, department: line.department },
    sheet: line.sheet === null ? null : { id: line.sheet, number: line.number as string, folder: line.folder as string },
    widening: line.widening === null ? null : { id: line.widening, number: line.asked as string, document: line.document as string },
    reproduction: line.reproduction === null ? null : { id: line.reproduction, number: line.copying as string, document: line.source as string },
    record: record
      ? {
          of: record,
          id: line[record] as number,
          number: line.entered,
          clause: RECORDS[record].clause,
          reason: line.reason as string,
          kept: line.kept as string,
        }
      : null,
  }
}

/** What was entered and not yet signed for, oldest first: of everybody, or of one person. */
const unconfirmed = (read: Read, now: Date, person?: number): Output<'circulation.onPaper'>['rows'] => {
  const [of, ...params]: [string, ...Value[]] = person === undefined ? ['1'] : ['paper_signing.person = ?', person]
  return read
    .all<Line>(
      `SELECT paper_signing.id, paper_signing.step, signed_at AS signedAt, officer.name AS enteredBy, person.id AS person, person.name, person.department,
       sheet.id AS sheet, sheet.number, sheet.folder, widening.id AS widening, widening.number AS asked, document.number AS document,
       reproduction.id AS reproduction, reproduction.number AS copying, ${RECORD_COLUMNS}, ${ENTERED.number} AS entered,
       paper_signing.reason, paper_signing.kept,
       (SELECT group_concat(copy.number, '、') FROM reproduction_source AS named JOIN copy ON copy.id = named.copy WHERE named.reproduction = reproduction.id) AS source
       FROM paper_signing JOIN person ON person.id = paper_signing.person JOIN person AS officer ON officer.id = paper_signing.entered_by
       ${ENTERED.joins} LEFT JOIN document ON document.id = widening.document
       WHERE confirmed_at IS NULL AND ${of} ORDER BY paper_signing.id LIMIT 200`,
      ...params,
    )
    .map((line) => lineOf(line, now))
}

/** An officer sees everybody's, anybody else their own. */
export const onPaper = ({ read, now, asking }: Query): Output<'circulation.onPaper'> => ({
  rows: unconfirmed(read, now, asking.roles.includes('officer') ? undefined : asking.person.id),
})
