import type Database from 'better-sqlite3'
import { checkCompilations } from './compilations.ts'
import { checkReproductions } from './reproductions.ts'
import { checkStep, type Signed } from './said-by.ts'

type Holding = {
  id: number
  copyNumber: string
  person: number
  request: string | null
  loan: string | null
  due: string | null
  intact: number | null
  visit: string | null
  room: string | null
  give_signature: number
  take_signature: number
  give_back_signature: number | null
  take_back_signature: number | null
}

const HANDS = [
  { column: 'give_signature', said: '发放', officer: true, back: false },
  { column: 'take_signature', said: '领取', officer: false, back: false },
  { column: 'give_back_signature', said: '归还', officer: false, back: true },
  { column: 'take_back_signature', said: '收回', officer: true, back: true },
] as const

/** What both hands sign for beside the numbers: the request, loan or visit that the copies are given under. */
const groundOf = ({ request, loan, due, intact, visit, room }: Holding, back: boolean): Record<string, unknown> => {
  if (loan !== null) return back ? { loan, intact: intact === 1 } : { loan, due }
  if (visit !== null) return back ? { visit } : { visit, room }
  return { reproduction: request }
}

/** Each hand signed for the very numbers that went through it, and no officer is their own other hand (F1(5)d, F1(7)). */
const checkHands = (means: Signed, holdings: readonly Holding[]) => {
  for (const { column, said: step, officer, back } of HANDS) {
    const bySignature = Map.groupBy(holdings, (holding) => holding[column])
    for (const [signature, rows] of bySignature) {
      const [first] = rows as [Holding, ...Holding[]]
      checkStep(means, `holding ${first.id}（${first.copyNumber}）`, {
        step,
        signature,
        said: { ...groundOf(first, back), numbers: rows.map(({ copyNumber }) => copyNumber), holder: first.person },
        by: null,
        duty: officer ? ['officer'] : null,
        never: officer ? [first.person] : [],
        neverSaid: '就是领取人（F1(4)a 不得自发自收）',
      })
    }
  }
}

type Loan = {
  id: number
  number: string
  copyNumber: string
  borrower: number
  entered_by: number
  place: string
  asked_until: string
  state: string
  decided_by: number | null
  opinion: string | null
  due: string | null
  signature: number | null
}

/** 综合办公室 decides on loans, never on their own (F1(7)b). */
const checkLoans = (database: Database.Database, means: Signed) => {
  const rows = database.prepare('SELECT l.*, copy.number AS copyNumber FROM loan l LEFT JOIN copy ON copy.id = l.copy ORDER BY l.id')
  for (const row of rows.all() as Loan[]) {
    const asked = { loan: row.number, copy: row.copyNumber, borrower: row.borrower, place: row.place, until: row.asked_until }
    checkStep(means, `loan ${row.id}（${row.number}）`, {
      step: '审批',
      signature: row.signature,
      said: { ...asked, decision: row.state === 'rejected' ? 'rejected' : 'approved', due: row.due, opinion: row.opinion },
      by: row.decided_by,
      duty: ['officeHead'],
      never: [row.borrower, row.entered_by],
      neverSaid: '是借用人或代录人',
    })
  }
}

/** What these signatures are for stands on a row; one that no row stands on tells of a row that was taken out. */
const ONLY_FOR = new Set([
  'section.opinion',
  'paper.opinion',
  'make',
  'issue.give',
  'issue.take',
  'paper.issue',
  'giveBack',
  'paper.giveBack',
  'takeBack',
])

/** What requests, loans and holdings say is what was signed, by who might sign it then; and nothing that was signed for is gone. */
export const checkHoldings = (database: Database.Database, means: Signed): void => {
  const stoodOn = new Set(checkReproductions(database, means))
  checkLoans(database, means)
  checkCompilations(database, means)
  const holdings = database
    .prepare(
      `SELECT h.*, copy.number AS copyNumber, r.number AS request, l.number AS loan, l.due, l.intact, v.number AS visit, v.room FROM holding h
       LEFT JOIN copy ON copy.id = h.copy LEFT JOIN reproduction r ON r.id = h.reproduction LEFT JOIN loan l ON l.id = h.loan
       LEFT JOIN visit v ON v.id = h.visit ORDER BY h.id`,
    )
    .all() as Holding[]
  checkHands(means, holdings)
  for (const holding of holdings) for (const { column } of HANDS) stoodOn.add(holding[column])
  for (const [id, { purpose }] of means.held)
    if (ONLY_FOR.has(purpose) && !stoodOn.has(id)) means.findings.breaks('签名', `signature ${id}`, '没有一行以它为据，所据的一行被去掉了')
}
