import type { YearCounts } from '../../../contract/documents-years.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import { YEAR_CLOSING_ROLES } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Read, Signer, Work } from '../door/unit.ts'
import { hasDuty } from '../people/duties.ts'
import { isSamePerson } from '../people/identity.ts'
import { canonicalJson, digestOfWords } from '../storage/bytes.ts'
import { lastClosed } from './closed.ts'
import { countYear, totalsOf } from './counting.ts'

/** The first year in which a number was given; null in a vault that gave none. */
const firstYear = (read: Read): number | null => read.get<{ year: number | null }>('SELECT min(year) AS year FROM counter')?.year ?? null

/** The years that are over and not closed, oldest first: from the first that has a number, each after the other. */
export const waitingYears = ({ read, wall }: Pick<Query, 'read' | 'wall'>): number[] => {
  const now = Number(wall.slice(0, 4))
  const from = Math.max((lastClosed(read) ?? 0) + 1, firstYear(read) ?? now)
  return Array.from({ length: Math.max(0, now - from) }, (_, after) => from + after)
}

/** What stands against closing a year: that it is not over, is closed, or that one before it is not; null when nothing does (F1(1)b). */
export const against = (query: Pick<Query, 'read' | 'wall'>, year: number): string | null => {
  if (year >= Number(query.wall.slice(0, 4))) return `${year}年度还没有结束，到${year + 1}年1月1日起才能关账。`
  if (year <= (lastClosed(query.read) ?? 0)) return `${year}年度已经关账，不再关第二次。更正仍照常办理，另留记录。`
  const [first] = waitingYears(query)
  return first === undefined || first >= year ? null : `${first}年度还没有关账，请按年度先后逐年关账。`
}

/** 分管领导, in place; nobody countersigns what they closed themselves, on whichever account (domain 4). */
const leaderOf = (work: Work, ticket: string): Signer => {
  const leader = work.signer(ticket)
  const no = (message: string) => refuse('rule.forbids', message, { clause: 'F1(1)b', field: 'ticket' })
  if (!hasDuty(work.read, leader.person.id, YEAR_CLOSING_ROLES)) no('年度关账应由分管领导会签。')
  if (isSamePerson(work.read, leader.person.id, work.asking.person.id)) no('关账人和会签人不得是同一人，请由另一名分管领导会签。')
  return leader
}

/** What both sign: how much of what there is, the whole by its digest, on which record. */
const factsOf = (year: number, counts: YearCounts, text: string, { size, root }: { size: number; root: string }) => ({
  year,
  ...totalsOf(counts),
  counts: digestOfWords(text),
  size,
  root,
})

/** 年度关账: the year as it stands, signed by both, with a checkpoint. Nothing of it is changed, nothing taken away. */
export const closeYear = (work: Work, { year, ticket }: Parsed<'documents.closeYear'>): Output<'documents.closeYear'> => {
  work.about(`年度关账${year}`)
  const no = against(work, year)
  if (no !== null) refuse('rule.forbids', no, { clause: 'F1(1)b', field: 'year' })
  const leader = leaderOf(work, ticket)
  const counts = countYear(work.read, year)
  const text = canonicalJson(counts)
  const { size, root } = work.head()
  const facts = factsOf(year, counts, text, { size, root })
  const id = work.insert('year_close', {
    year,
    counts: text,
    size,
    root,
    at: work.now.toISOString(),
    by_person: work.asking.person.id,
    signature: work.sign(work.me(), 'yearEnd.close', facts),
    approved_by: leader.person.id,
    approve_signature: work.sign(leader, 'yearEnd.approve', facts),
  })
  return { id, documents: facts.documents, carried: facts.carried }
}
