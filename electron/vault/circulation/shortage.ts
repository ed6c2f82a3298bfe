import type { Output, Parsed } from '../../../contract/index.ts'
import { countBack } from '../custody/counting.ts'
import { putBack } from '../custody/moves.ts'
import { copyLifecycle } from '../documents/lifecycle.ts'
import { refuse } from '../door/refuse.ts'
import type { Work } from '../door/unit.ts'
import { closeLeg } from './legs.ts'
import { incidentLifecycle } from './lifecycle.ts'
import { copiesIn, FOLDER, legById, openIncident, sheetById } from './records.ts'

/** 短少登记: what came back goes into the box, what did not becomes an incident, and the sheet stands still (F1(2)b). */
export const reportShort = (work: Work, input: Parsed<'circulation.reportShort'>): Output<'circulation.reportShort'> => {
  const leg = legById(work.read, input.leg)
  const sheet = sheetById(work.read, leg.sheet)
  work.about(sheet.number)
  if (leg.state !== 'handedOut' && leg.state !== 'signed')
    refuse('state.forbids', '本次送阅没有份在外，不能作短少登记。', { clause: 'F1(2)b', field: 'leg' })
  if (openIncident(work.read, sheet.id)) refuse('state.conflict', '本次送阅已作短少登记，请用“短少查清”办理。', { clause: 'F1(2)b', field: 'leg' })
  const { present, missing } = countBack(work.read, copiesIn(work.read, sheet.id), input.numbers, FOLDER)
  if (missing.length === 0) refuse('rule.forbids', '各份齐全，不是短少，请用“收回核对”。', { clause: 'F1(2)b', field: 'numbers' })
  putBack(work, present)
  for (const copy of missing) work.move(copyLifecycle, copy.id, 'missing')
  const number = work.number('incident')
  const incident = work.insert('incident', {
    number,
    sheet: sheet.id,
    leg: leg.id,
    missing: JSON.stringify(missing.map(({ id }) => id)),
    note: input.note,
    opened_at: work.now.toISOString(),
    opened_by: work.asking.person.id,
    state: 'open',
  })
  work.about(number, ...missing.map((copy) => copy.number))
  return { incident, number, missing: missing.map((copy) => copy.number) }
}

type IncidentRecord = { id: number; number: string; sheet: number; leg: number; missing: string }

/** 短少查清: every missing number is back in hand; the leg closes and the sheet goes on. */
export const settleShort = (work: Work, input: Parsed<'circulation.settleShort'>): Output<'circulation.settleShort'> => {
  const incident =
    work.read.get<IncidentRecord>('SELECT id, number, sheet, leg, missing FROM incident WHERE id = ?', input.incident) ??
    refuse('input.unknownRecord', '没有这件短少登记。', { field: 'incident' })
  work.about(incident.number)
  work.move(incidentLifecycle, incident.id, 'settled', { settled_at: work.now.toISOString(), settled_note: input.note })
  const ids = JSON.parse(incident.missing) as number[]
  const copies = copiesIn(work.read, incident.sheet)
  const lost = copies.filter((copy) => ids.includes(copy.id) && copy.state === 'missing')
  const { missing } = countBack(work.read, lost, input.numbers, FOLDER)
  if (missing.length > 0)
    refuse('rule.forbids', `仍缺 ${missing.map(({ number }) => number).join('、')}，不能查清。`, { clause: 'F1(2)b', field: 'numbers' })
  putBack(work, lost)
  endLeg(work, incident, input.note)
  return { id: incident.id }
}

/** The leg of a short return that is over closes with what is in the folder. */
const endLeg = (work: Work, { sheet, leg: id }: IncidentRecord, note: string) => {
  const leg = legById(work.read, id)
  const unread = leg.state === 'handedOut'
  closeLeg(work, sheetById(work.read, sheet), leg, unread ? 'returnedUnread' : 'returned', copiesIn(work.read, sheet), unread ? note : null)
}

/** Short returns of these copies, found or lost under a case, end when none of theirs is missing any more: then the folder goes on. */
export const endShortages = (work: Work, copies: readonly { id: number }[], note: string): void => {
  for (const { id } of copies) {
    const incidents = work.read.all<IncidentRecord>(
      `SELECT incident.id, number, incident.sheet, leg, missing FROM sheet_copy JOIN incident ON incident.sheet = sheet_copy.sheet AND incident.state = 'open'
       WHERE sheet_copy.copy = ?`,
      id,
    )
    for (const incident of incidents) {
      const ids = JSON.parse(incident.missing) as number[]
      if (copiesIn(work.read, incident.sheet).some((copy) => ids.includes(copy.id) && copy.state === 'missing')) continue
      work.move(incidentLifecycle, incident.id, 'settled', { settled_at: work.now.toISOString(), settled_note: note })
      endLeg(work, incident, note)
      work.about(incident.number)
    }
  }
}
