import type Database from 'better-sqlite3'
import { sha256 } from './canonical.ts'
import { checkStep, type Signed } from './said-by.ts'

type Request = {
  id: number
  number: string
  kind: string
  title: string | null
  state: string
  applicant: number
  entered_by: number
  asked: number
  recipients: string
  place: string
  section_by: number | null
  section_opinion: string | null
  section_signature: number | null
  decided_by: number | null
  opinion: string | null
  approved: number | null
  valid_until: string | null
  signature: number | null
  copier: string | null
  make_signature: number | null
}

type Source = { number: string; consent: string | null }

const askedIn = (row: Request, sources: readonly Source[]) => ({
  reproduction: row.number,
  kind: row.kind,
  sources: sources.map(({ number, consent }) => ({ number, consent: consent === null ? null : (JSON.parse(consent) as unknown) })),
  title: row.title === null ? null : sha256(Buffer.from(row.title)).toString('base64'),
  applicant: row.applicant,
  asked: row.asked,
  recipients: JSON.parse(row.recipients) as number[],
  place: row.place,
})

/** 部门意见, 审批 and 复制登记 of one request. */
const checkRequest = (means: Signed, row: Request, sources: readonly Source[], numbers: readonly string[]) => {
  const where = `reproduction ${row.id}（${row.number}）`
  const asked = askedIn(row, sources)
  const own = [row.applicant, row.entered_by]
  const neverSaid = '是申请人、代录人，或已签过前一步'
  checkStep(means, where, {
    step: '部门意见',
    signature: row.section_signature,
    said: { ...asked, agree: row.state !== 'rejected' || row.signature !== null, opinion: row.section_opinion },
    by: row.section_by,
    duty: ['section', 'officeHead'],
    never: own,
    neverSaid,
  })
  const decision = row.state === 'rejected' ? 'rejected' : 'approved'
  checkStep(means, where, {
    step: '审批',
    signature: row.signature,
    said: { ...asked, decision, approved: row.approved, validUntil: row.valid_until, opinion: row.opinion },
    by: row.decided_by,
    duty: ['deputyLeader'],
    never: [...own, row.section_by],
    neverSaid,
  })
  const said = { ...asked, numbers, copier: row.copier, stamped: true }
  checkStep(means, where, { step: '复制登记', signature: row.make_signature, said, by: null, duty: ['officer'], never: [], neverSaid })
}

/** What requests to copy say is what was signed, by who had the duty then; nobody opines or decides on what is their own, nor twice (F1(5)a, b). Gives the signatures that stand under them. */
export const checkReproductions = (database: Database.Database, means: Signed): (number | null)[] => {
  const made = database.prepare('SELECT number FROM copy WHERE reproduction = ? ORDER BY id').pluck()
  const sources = database.prepare(
    'SELECT copy.number, n.consent FROM reproduction_source n JOIN copy ON copy.id = n.copy WHERE n.reproduction = ? ORDER BY n.id',
  )
  const rows = database.prepare('SELECT * FROM reproduction ORDER BY id').all() as Request[]
  for (const row of rows) checkRequest(means, row, sources.all(row.id) as Source[], made.all(row.id) as string[])
  return rows.flatMap((row) => [row.section_signature, row.make_signature])
}
