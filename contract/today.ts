import { z } from 'zod'
import { day, id, instant, limits, optionalLine, personRef } from './fields.ts'
import { breachRow } from './breaches-views.ts'
import { envelopeRow } from './documents-views.ts'
import { incidentView, overdueRow, paperSigningRow, wideningView } from './circulation-views.ts'
import { reproductionRow } from './reproduction-views.ts'
import { publicationRow } from './publication-views.ts'
import { reviewRow } from './review-views.ts'
import { disposalRow } from './disposal-views.ts'
import { handoverRow } from './handover-views.ts'
import { keptCopy, stockTakingRow } from './keeping-views.ts'
import { loanRow } from './lending-views.ts'
import { mediumRow, mediumUse } from './media-views.ts'
import { procedure } from './procedure.ts'
import { DESKS, HOLDING_KINDS } from './terms.ts'

export const today = {
  'today.home': procedure({
    kind: 'query',
    by: 'anyone',
    clauses: ['F1(4)a', 'F1(4)b', 'F1(1)d'],
    says: 'The home of the signed-in person: what is out and with whom, what is due, what waits for them. Empty lists for what their role does not see',
    act: '查看今日',
    input: z.strictObject({}),
    output: z.strictObject({
      /** When today was last closed and by whom; null while it is not (officer). */
      closed: z.strictObject({ at: instant, by: z.string() }).nullable(),
      /** Today, `2026-03-10`, and whether it is a working day (null: no calendar for this year). */
      day: z.string(),
      working: z.boolean().nullable(),
      /** Folders that are out now (officer). */
      out: z.array(
        z.strictObject({
          leg: id,
          sheet: z.strictObject({ id, number: z.string(), folder: z.string() }),
          holder: personRef,
          since: instant,
          due: instant,
          overdue: z.boolean(),
          signed: z.boolean(),
          numbers: z.array(z.string()),
        }),
      ),
      overdue: z.array(overdueRow),
      /** Sheets whose next leg can go out now. */
      toHandOut: z.array(z.strictObject({ sheet: z.strictObject({ id, number: z.string(), folder: z.string() }), leg: id, reader: personRef })),
      /** Sheets with every leg back that wait to be closed. */
      toClose: z.array(z.strictObject({ id, number: z.string(), folder: z.string() })),
      envelopes: z.array(envelopeRow),
      incidents: z.array(incidentView),
      /** Widenings that wait for this person’s decision. */
      toDecide: z.array(wideningView),
      /** 纸质签补录 that wait for their reader’s own signature: all for an officer, their own for anybody else. */
      toConfirm: z.array(paperSigningRow),
      /** Legs this person holds: to read, sign, give back. */
      mine: z.array(
        z.strictObject({
          leg: id,
          sheet: z.strictObject({ id, number: z.string(), folder: z.string() }),
          since: instant,
          due: instant,
          overdue: z.boolean(),
          signed: z.boolean(),
        }),
      ),
      /** Requests to copy that wait for this person: an opinion, a decision; for an officer also to make and to issue. */
      copying: z.array(reproductionRow),
      /** Loans that wait for this person: a decision; for an officer to be lent. */
      lending: z.array(loanRow),
      /** Copies in somebody’s hands against a signature beyond the folder’s day, longest first: all for an officer, their own for anybody else. */
      lent: z.array(
        z.strictObject({
          copy: z.strictObject({ id, number: z.string() }),
          since: instant,
          holder: personRef,
          /** The act of its return: what it was issued, lent or consulted under. */
          under: z.strictObject({ kind: z.enum(HOLDING_KINDS), id, number: z.string() }),
          /** Of a loan: 应还, and the calendar days past it. */
          due: day.nullable(),
          overdueDays: z.int(),
        }),
      ),
      /** 离岗移交 that waits for this person: all that is open for an officer; for a leader what was checked and waits for 监交. Never their own. */
      handovers: z.array(handoverRow),
      /** 归档清点 (officer): what is 办结 and lies in no box too long, oldest first; what is being counted; what a 清点 found missing and is looked for still. */
      keeping: z.strictObject({
        loose: z.array(keptCopy),
        /** How many there are; what is more than two hundred is not counted on. */
        looseCount: z.int(),
        stockTakings: z.array(stockTakingRow),
        missing: z.array(z.strictObject({ stockTaking: z.strictObject({ id, number: z.string() }), number: z.string() })),
      }),
      /** Cases that this person may see and that wait: not taken on, not reported, or theirs to handle. */
      breaches: z.array(breachRow),
      /** 清退、销毁 that waits for this person: all that is open for an officer; for a 分管领导 what waits for approval. Never their own. */
      disposals: z.array(disposalRow),
      /** 携带外出 that wait for this person’s decision; for an officer also what is approved and not yet handed out. */
      mediaUses: z.array(mediumUse),
      /** Carriers in somebody’s hands, what is due first at the top: all for an officer, their own for anybody else. */
      mediaOut: z.array(mediumRow),
      /** Reviews that wait for this person: of their own 科室, to examine, to decide; never a second step of theirs (B7). */
      reviews: z.array(reviewRow),
      /** Entries of the 公开目录 that wait for this person: of their own 科室 to be reviewed, made public or ended; for 公开办 past their day. */
      publications: z.array(publicationRow),
      /** Accounts to open (系统管理员), to unlock or people without account (安全保密管理员): names only. */
      accounts: z.array(z.strictObject({ person: personRef, what: z.enum(['open', 'locked']) })),
      /** Reminders in plain Chinese: calendar missing, password ageing, clock set back, same-day return. */
      reminders: z.array(z.strictObject({ level: z.enum(['info', 'warning', 'urgent']), text: z.string(), desk: z.enum(DESKS).nullable() })),
      /** Counts that the menu shows. */
      waiting: z.record(z.enum(DESKS), z.int()),
    }),
  }),
  'today.closeDay': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(4)b', '审计'],
    says: 'Closes the day: keeps what is not back, with the reason (required then), signed, and makes the checkpoint of the day. What is out stays 当日未退. A day may be closed again',
    act: '收班',
    input: z.strictObject({ reason: optionalLine(limits.note) }),
    output: z.strictObject({ day: z.string(), folders: z.int(), unread: z.int(), letters: z.int() }),
  }),
}
