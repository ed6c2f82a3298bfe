import type { Output, Parsed } from '../../../contract/index.ts'
import type { KnowingKind } from '../../../contract/terms.ts'
import { documentById } from '../documents/document.ts'
import type { Query, Read } from '../door/unit.ts'

type Knower = Output<'documents.knowers'>['rows'][number]
type Line = { person: number; name: string; department: string; kind: KnowingKind; number: string; at: string }

/** Every time the paper lay open before somebody: registered or compiled it, read it in a folder, got a copy, borrowed it, consulted it. `?` is the document, five times. */
const TIMES = `
  SELECT registered_by AS person, CASE register WHEN 'compiled' THEN 'compiled' ELSE 'registered' END AS kind, document.number, signature.at FROM document JOIN signature ON signature.id = register_signature WHERE document.id = ?
  UNION ALL
  SELECT leg.reader, 'circulated', sheet.number, min(leg.handed_out_at) FROM copy JOIN sheet_copy ON sheet_copy.copy = copy.id JOIN sheet ON sheet.id = sheet_copy.sheet
    JOIN leg ON leg.sheet = sheet.id WHERE copy.document = ? AND leg.handed_out_at IS NOT NULL GROUP BY leg.id
  UNION ALL
  SELECT holding.person, 'issued', reproduction.number, holding.given_at FROM copy JOIN holding ON holding.copy = copy.id JOIN reproduction ON reproduction.id = holding.reproduction WHERE copy.document = ?
  UNION ALL
  SELECT holding.person, 'borrowed', loan.number, holding.given_at FROM copy JOIN holding ON holding.copy = copy.id JOIN loan ON loan.id = holding.loan WHERE copy.document = ?
  UNION ALL
  SELECT holding.person, 'consulted', visit.number, holding.given_at FROM copy JOIN holding ON holding.copy = copy.id JOIN visit ON visit.id = holding.visit WHERE copy.document = ?`

/** 知悉人员登记 of one document, by itself from what was signed: each person once, in the order in which they came to know of it (实施条例20). */
export const knowersOf = (read: Read, document: number): Knower[] => {
  const lines = read.all<Line>(
    `SELECT person, person.name, person.department, kind, known.number, known.at FROM (${TIMES}) AS known JOIN person ON person.id = known.person
     ORDER BY known.at, known.kind NOT IN ('registered','compiled'), known.number`,
    ...Array<number>(5).fill(document),
  )
  const knowers = new Map<number, Knower>()
  for (const { person: id, name, department, kind, number, at } of lines) {
    const knower = knowers.get(id) ?? { person: { id, name, department }, since: at, times: [] }
    if (!knower.times.some((time) => time.kind === kind && time.number === number)) knower.times.push({ kind, number, at })
    knowers.set(id, knower)
  }
  return [...knowers.values()]
}

export const knowers = ({ read }: Query, { document }: Parsed<'documents.knowers'>): Output<'documents.knowers'> => ({
  rows: knowersOf(read, documentById(read, document).id),
})
