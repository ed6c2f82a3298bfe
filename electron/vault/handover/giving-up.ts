import { closeLeg } from '../circulation/legs.ts'
import { copiesIn, type LegRecord, legById, openIncident, sheetById } from '../circulation/records.ts'
import { GROUND, heldUnder, takeBack } from '../custody/holding.ts'
import { putBack } from '../custody/moves.ts'
import { refuse } from '../door/refuse.ts'
import type { Signer, Work } from '../door/unit.ts'
import { loanLifecycle, visitLifecycle } from '../lending/lifecycle.ts'
import type { HoldingKind } from '../../../contract/terms.ts'
import type { Item } from './records.ts'

/** Folders in the person's hands: each comes back whole; what they have not signed goes back unread (F1(2)c). */
const giveUpFolders = (work: Work, person: number) => {
  const legs = work.read.all<{ id: number }>("SELECT id FROM leg WHERE reader = ? AND state IN ('handedOut','signed') ORDER BY id", person)
  for (const { id } of legs) {
    const leg: LegRecord = legById(work.read, id)
    const sheet = sheetById(work.read, leg.sheet)
    const incident = openIncident(work.read, sheet.id)
    if (incident) refuse('rule.forbids', `${incident.number}尚未查清，不能移交。请先查清短少的份。`, { clause: 'F1(8)', field: 'handover' })
    const copies = copiesIn(work.read, sheet.id)
    putBack(work, copies)
    const unread = leg.state === 'handedOut'
    closeLeg(work, sheet, leg, unread ? 'returnedUnread' : 'returned', copies, unread ? '离岗移交' : null)
    work.about(sheet.number)
  }
}

type Ground = { kind: HoldingKind; id: number; number: string }

/** What the person holds against a signature, by what they hold it under. */
const groundsOf = (work: Work, person: number): Ground[] =>
  work.read.all<Ground>(
    `SELECT DISTINCT ${GROUND.kind} AS kind, ${GROUND.id} AS id, ${GROUND.number} AS number FROM holding ${GROUND.joins}
     WHERE holding.person = ? AND holding.back_at IS NULL ORDER BY kind, id`,
    person,
  )

/** A loan is returned, a visit over, once its copies are back. */
const endGround = (work: Work, { kind, id }: Ground, condition: string | null) => {
  const closed_at = work.now.toISOString()
  if (kind === 'loan') work.move(loanLifecycle, id, 'returned', { intact: condition === null ? 1 : 0, condition, closed_at })
  if (kind === 'visit') work.move(visitLifecycle, id, 'left', { left_at: closed_at })
}

const giveUpHoldings = (work: Work, leaver: Signer, items: readonly Item[]) => {
  for (const ground of groundsOf(work, leaver.person.id)) {
    const held = heldUnder(work.read, ground.kind, ground.id).filter(({ person }) => person === leaver.person.id)
    const conditions = items.filter(({ copy }) => held.some(({ id }) => id === copy)).flatMap(({ condition }) => condition ?? [])
    const condition = conditions.length > 0 ? conditions.join('；') : null
    const facts = ground.kind === 'loan' ? { loan: ground.number, intact: condition === null } : { [ground.kind]: ground.number }
    takeBack(work, held, facts, { person: leaver.person.id, at: work.now, sign: (signed) => work.sign(leaver, 'giveBack', signed) })
    endGround(work, ground, condition)
    work.about(ground.number)
  }
}

/** Everything in the leaving person's hands goes back into the box, under their own signature and the receiver's (F1(8)). */
export const giveUpAll = (work: Work, leaver: Signer, items: readonly Item[]): void => {
  giveUpFolders(work, leaver.person.id)
  giveUpHoldings(work, leaver, items)
}
