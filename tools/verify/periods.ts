import type Database from 'better-sqlite3'
import { sha256 } from './canonical.ts'
import { checkStep, type Signed } from './said-by.ts'

const VERSION = `SELECT 'particulars ' || p.id || '（' || d.number || ' 第' || p.version || '次）' AS place FROM particulars p JOIN document d ON d.id = p.document`
const BEFORE = 'LEFT JOIN particulars b ON b.document = p.document AND b.version = p.version - 1'
const REVIEW = `SELECT 'expiry_review ' || r.id || '（' || r.number || '）' AS place FROM expiry_review r`

/** What must always be true of marks and periods: nothing changes or ends them but the issuer's notice or a 期满审核 (F1(3)a, 保密法24). */
export const periodInvariants: readonly { what: string; why: string; sql: string }[] = [
  {
    what: '密级',
    why: '密级、期限变更没有变更通知，或解密没有解密通知也没有期满审核（F1(3)a、保密法24）',
    sql: `${VERSION} WHERE (p.cause = 'levelChange' AND p.notice IS NULL) OR (p.cause = 'declassification' AND p.notice IS NULL
      AND NOT EXISTS (SELECT 1 FROM expiry_review r WHERE r.after = p.id AND r.outcome = 'declassified'))`,
  },
  {
    what: '密级',
    why: '密级、期限或解密与上一次登记不同，却不是按通知变更或解密（F1(3)a）',
    sql: `${VERSION} ${BEFORE} WHERE (p.cause = 'registration') <> (p.version = 1) OR (p.version = 1 AND p.declassified <> 0)
      OR (p.cause = 'correction' AND (p.level <> b.level OR p.mark <> b.mark OR p.period IS NOT b.period OR p.declassified <> b.declassified))
      OR (p.cause = 'levelChange' AND p.declassified <> 0)
      OR (p.cause = 'declassification' AND (p.declassified <> 1 OR b.declassified <> 0 OR p.level <> b.level OR p.level = 'internal'
        OR p.period IS NOT b.period OR p.mark <> '已解密（原' || b.mark || '）'))`,
  },
  {
    what: '期满审核',
    why: '审核的不是本件的登记，审核时期限尚未届满，或结果与本件不符（保密法24）',
    sql: `${REVIEW} LEFT JOIN particulars b ON b.id = r.before LEFT JOIN particulars a ON a.id = r.after
      WHERE b.document IS NOT r.document OR a.document IS NOT r.document OR (r.outcome = 'waiting') <> (r.before = r.after)
      OR (r.outcome = 'declassified' AND (a.cause IS NOT 'declassification' OR a.version IS NOT b.version + 1))
      OR (b.expires_on IS NULL AND json_extract(b.period, '$.kind') IS NOT 'condition')
      OR b.expires_on >= substr(datetime(r.at, '+8 hours'), 1, 10)`,
  },
]

type Review = {
  id: number
  number: string
  signature: number
  by_person: number
  approve_signature: number
  approved_by: number
}
type ExpiryRow = Review & { documentNumber: string; outcome: string; reason: string; before: string; after: string }
type YearRow = Review & { year: number; documents: number }
type Item = { document: string; outcome: string; reason: string }

const digestOf = (words: string) => sha256(Buffer.from(words)).toString('base64')

/** Both signed the same words: a 保密员, and a 分管领导 who is another person. Gives the two signatures. */
const checkReview = (means: Signed, where: string, row: Review, said: Record<string, unknown>): number[] => {
  checkStep(means, where, {
    step: '审核',
    signature: row.signature,
    said,
    by: row.by_person,
    duty: ['officer'],
    never: [row.approved_by],
    neverSaid: '就是审批人',
  })
  checkStep(means, where, {
    step: '审批',
    signature: row.approve_signature,
    said,
    by: row.approved_by,
    duty: ['deputyLeader'],
    never: [row.by_person],
    neverSaid: '就是审核人',
  })
  return [row.signature, row.approve_signature]
}

/** 期满审核 and 年度审核 say what was signed, by a 保密员 and a 分管领导; none that was signed is gone (保密法24). */
export const checkPeriods = (database: Database.Database, means: Signed): void => {
  const stoodOn = new Set<number>()
  const expiries = database.prepare(
    `SELECT r.*, d.number AS documentNumber, b.mark AS before, a.mark AS after FROM expiry_review r LEFT JOIN document d ON d.id = r.document
     LEFT JOIN particulars b ON b.id = r.before LEFT JOIN particulars a ON a.id = r.after ORDER BY r.id`,
  )
  for (const row of expiries.all() as ExpiryRow[]) {
    const { number: review, documentNumber: document, outcome, before, after } = row
    const said = { review, document, outcome, before, after, reason: digestOf(row.reason) }
    for (const signature of checkReview(means, `expiry_review ${row.id}（${review}）`, row, said)) stoodOn.add(signature)
  }
  const itemsOf = database.prepare(
    'SELECT d.number AS document, i.outcome, i.reason FROM year_review_item i LEFT JOIN document d ON d.id = i.document WHERE i.review = ? ORDER BY i.id',
  )
  for (const row of database.prepare('SELECT * FROM year_review ORDER BY id').all() as YearRow[]) {
    const { number: review, year, documents } = row
    const exceptions = (itemsOf.all(row.id) as Item[]).map((item) => ({ ...item, reason: digestOf(item.reason) }))
    for (const signature of checkReview(means, `year_review ${row.id}（${review}）`, row, { review, year, documents, exceptions }))
      stoodOn.add(signature)
  }
  for (const [id, { purpose }] of means.held)
    if (/^(expiry|year)\./.test(purpose) && !stoodOn.has(id)) means.findings.breaks('签名', `signature ${id}`, '没有一行以它为据，所据的一行被去掉了')
}
