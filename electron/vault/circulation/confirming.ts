import type { Output, Parsed } from '../../../contract/index.ts'
import type { PaperStep } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Read, Value, Work } from '../door/unit.ts'
import { reproductionById, sourcesOf } from '../reproduction/records.ts'
import { signedFacts } from './legs.ts'
import { copiesOn, legById, sheetById } from './records.ts'
import { decisionOf, wideningById } from './widening.ts'

type Signing = {
  id: number
  leg: number | null
  widening: number | null
  reproduction: number | null
  step: PaperStep
  person: number
  name: string
  signed_at: string
  confirmed_at: string | null
  entry_signature: number
}

/** What the entry was about: the facts that were signed then, and the numbers that the log names. */
const subjectOf = (read: Read, signing: Signing): { numbers: [string, ...string[]]; facts: Record<string, unknown> } => {
  if (signing.widening !== null) {
    const widening = wideningById(read, signing.widening)
    return { numbers: [widening.number, widening.documentNumber], facts: decisionOf(widening) }
  }
  if (signing.reproduction !== null) {
    const asked = reproductionById(read, signing.reproduction)
    const sources = sourcesOf(read, asked.id)
    return {
      numbers: [asked.number, ...sources.map(({ documentNumber }) => documentNumber)],
      facts: { reproduction: asked.number, sources: sources.map(({ number }) => number) },
    }
  }
  const leg = legById(read, signing.leg as number)
  const sheet = sheetById(read, leg.sheet)
  return { numbers: [sheet.number], facts: signedFacts(sheet, leg, copiesOn(read, sheet.id)) }
}

/** Whoever signed the paper signs for what was entered of it, with their own key: signed in, or in place by ticket. */
export const confirmPaper = (work: Work, input: Parsed<'circulation.confirmPaper'>): Output<'circulation.confirmPaper'> => {
  const signing =
    work.read.get<Signing>(
      `SELECT paper_signing.id, leg, widening, reproduction, step, person, person.name, signed_at, confirmed_at, entry_signature
       FROM paper_signing JOIN person ON person.id = person WHERE paper_signing.id = ?`,
      input.signing,
    ) ?? refuse('input.unknownRecord', '没有这条纸质签补录，请从列表中选择。', { field: 'signing' })
  const { numbers, facts } = subjectOf(work.read, signing)
  const clause = signing.leg !== null ? 'F1(2)c' : signing.widening !== null ? 'F1(4)c' : 'F1(5)a'
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

type Line = {
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

/** What was entered and not yet signed for, oldest first: of everybody, or of one person. */
const unconfirmed = (read: Read, now: Date, person?: number): Output<'circulation.onPaper'>['rows'] => {
  const [of, ...params]: [string, ...Value[]] = person === undefined ? ['1'] : ['paper_signing.person = ?', person]
  return read
    .all<Line>(
      `SELECT paper_signing.id, paper_signing.step, signed_at AS signedAt, officer.name AS enteredBy, person.id AS person, person.name, person.department,
       sheet.id AS sheet, sheet.number, sheet.folder, widening.id AS widening, widening.number AS asked, document.number AS document,
       reproduction.id AS reproduction, reproduction.number AS copying, 
       (SELECT group_concat(copy.number, '、') FROM reproduction_source AS named JOIN copy ON copy.id = named.copy WHERE named.reproduction = reproduction.id) AS source
       FROM paper_signing JOIN person ON person.id = paper_signing.person JOIN person AS officer ON officer.id = paper_signing.entered_by
       LEFT JOIN leg ON leg.id = paper_signing.leg LEFT JOIN sheet ON sheet.id = leg.sheet
       LEFT JOIN widening ON widening.id = paper_signing.widening LEFT JOIN document ON document.id = widening.document
       LEFT JOIN reproduction ON reproduction.id = paper_signing.reproduction
       WHERE confirmed_at IS NULL AND ${of} ORDER BY paper_signing.id LIMIT 200`,
      ...params,
    )
    .map(
      ({
        id,
        step,
        signedAt,
        enteredBy,
        person: signer,
        name,
        department,
        sheet,
        number,
        folder,
        widening,
        asked,
        document,
        reproduction,
        copying,
        source,
      }) => ({
        id,
        step,
        signedAt,
        enteredBy,
        late: isLate(signedAt, now),
        signer: { id: signer, name, department },
        sheet: sheet === null ? null : { id: sheet, number: number as string, folder: folder as string },
        widening: widening === null ? null : { id: widening, number: asked as string, document: document as string },
        reproduction: reproduction === null ? null : { id: reproduction, number: copying as string, document: source as string },
      }),
    )
}

/** An officer sees everybody's, anybody else their own. */
export const onPaper = ({ read, now, asking }: Query): Output<'circulation.onPaper'> => ({
  rows: unconfirmed(read, now, asking.roles.includes('officer') ? undefined : asking.person.id),
})
