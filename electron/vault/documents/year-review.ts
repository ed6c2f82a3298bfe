import type { Output, Parsed } from '../../../contract/index.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Work } from '../door/unit.ts'
import { digestOfWords } from '../storage/bytes.ts'
import { leaderInPlace } from './approving.ts'
import { KEPT } from './expiry.ts'

const SECRETS = "'secret','confidential','topSecret'"

/** State secrets in keeping now: what a 年度审核 covers. */
export const secretsKept = (read: Read): number => {
  const count = (sql: string) => read.get<{ n: number }>(sql)?.n ?? 0
  return (
    count(`SELECT count(*) AS n FROM document WHERE level IN (${SECRETS}) AND state IN (${KEPT})`) -
    count(
      `SELECT count(*) AS n FROM particulars AS p JOIN document AS d ON d.current = p.id AND d.id = p.document WHERE p.declassified = 1 AND d.state IN (${KEPT})`,
    )
  )
}

/** The numbers of the papers that are named, in their order; refused for one that the review does not cover, or that is named twice. */
const namedIn = (work: Work, exceptions: Parsed<'documents.reviewYear'>['exceptions']): string[] =>
  exceptions.map(({ document }, index) => {
    const field = `exceptions.${index}.document`
    const row =
      work.read.get<{ number: string; covered: number }>(
        `SELECT number, (document.level IN (${SECRETS}) AND p.declassified = 0 AND state IN (${KEPT})) AS covered
         FROM document JOIN particulars AS p ON p.id = document.current WHERE document.id = ?`,
        document,
      ) ?? refuse('input.unknownRecord', '没有这份文件，请从登记簿中选择。', { field })
    if (row.covered === 0) refuse('rule.forbids', `${row.number}不是在管的国家秘密，不在年度审核之内。`, { clause: '保密法24', field })
    if (exceptions.findIndex((other) => other.document === document) < index)
      refuse('input.duplicate', `${row.number}列了两次，请核对。`, { clause: '保密法24', field })
    return row.number
  })

/** 年度审核: one signed act over everything in keeping, the exceptions named. It changes no level: that is the issuer's (F1(3)a). */
export const reviewYear = (work: Work, { year, exceptions, ticket }: Parsed<'documents.reviewYear'>): Output<'documents.reviewYear'> => {
  const now = Number(work.wall.slice(0, 4))
  if (year > now) refuse('input.future', '这一年还没有到，不能审核。', { clause: '保密法24', field: 'year' })
  if (year < now - 1) refuse('input.range', '年度审核只补办到上一年。', { clause: '保密法24', field: 'year' })
  const numbers = namedIn(work, exceptions)
  const documents = secretsKept(work.read)
  const leader = leaderInPlace(work, ticket, '保密法24')
  const number = work.number('yearReview')
  const named = exceptions.map(({ outcome, reason }, index) => ({ document: numbers[index] as string, outcome, reason: digestOfWords(reason) }))
  const said = { review: number, year, documents, exceptions: named }
  const id = work.insert('year_review', {
    number,
    year,
    documents,
    at: work.now.toISOString(),
    by_person: work.asking.person.id,
    signature: work.sign(work.me(), 'year.review', said),
    approved_by: leader.person.id,
    approve_signature: work.sign(leader, 'year.approve', said),
  })
  for (const { document, outcome, reason } of exceptions) work.insert('year_review_item', { review: id, document, outcome, reason })
  work.about(number, ...numbers)
  return { id, number, documents }
}
