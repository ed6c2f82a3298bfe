import type { Output, Parsed } from '../../../contract/index.ts'
import type { LegState } from '../../../contract/terms.ts'
import { countBack } from '../custody/counting.ts'
import { putBack, takeOut } from '../custody/moves.ts'
import { documentLifecycle } from '../documents/lifecycle.ts'
import { refuseNotReader } from '../documents/scope.ts'
import { refuse } from '../door/refuse.ts'
import type { Signer, Work } from '../door/unit.ts'
import { dueOf } from './due.ts'
import { legLifecycle, sheetLifecycle } from './lifecycle.ts'
import {
  copiesIn,
  FOLDER,
  type LegRecord,
  legById,
  openIncident,
  refuseOutsideScope,
  type SheetCopy,
  type SheetRecord,
  sheetById,
} from './records.ts'

/** What every signature on a leg is over: the sheet, the reader and the numbers in the folder. */
export const signedFacts = (sheet: SheetRecord, leg: LegRecord, copies: readonly SheetCopy[]) => ({
  sheet: sheet.number,
  folder: sheet.folder,
  leg: leg.id,
  order: leg.ord,
  reader: leg.reader,
  numbers: copies.map(({ number }) => number),
})

/** 横传: no leg starts before the one ahead of it is back (F1(2)d). */
const refuseLateral = (work: Work, leg: LegRecord) => {
  const ahead = work.read.get<{ name: string; state: LegState; ord: number }>(
    `SELECT person.name, leg.state, leg.ord FROM leg JOIN person ON person.id = leg.reader
     WHERE sheet = ? AND leg.id <> ? AND (leg.state IN ('handedOut','signed') OR (leg.ord < ? AND leg.state = 'waiting')) ORDER BY leg.state = 'waiting', leg.ord LIMIT 1`,
    leg.sheet,
    leg.id,
    leg.ord,
  )
  if (!ahead) return
  if (ahead.state === 'waiting')
    refuse('rule.forbids', `应按顺序送阅，请先送${ahead.name}；其不在的，先登记“未阅退回”并写明原因。`, { clause: 'F1(2)b', field: 'leg' })
  refuse('rule.forbids', `上一阅文人尚未退回，不得横传。请先从${ahead.name}处收回核对，再送${leg.name}。`, { clause: 'F1(2)d', field: 'leg' })
}

/** Who gives is not who takes: one person's two signatures prove nothing (domain 4). */
export const refuseSelf = (work: Work, leg: LegRecord) => {
  if (leg.reader === work.asking.person.id)
    refuse('rule.forbids', '保密员不得自送自收：本人阅文的，请由另一名保密员送阅和收回。', { clause: 'F1(4)a', field: 'leg' })
}

const refuseWrongReader = (signer: Signer, leg: LegRecord, field: string) => {
  if (signer.person.id !== leg.reader)
    refuse('rule.forbids', `应由${leg.name}本人签字，不得由他人代签代转。`, { clause: field === 'ticket' ? 'F1(4)a' : 'F1(2)c', field })
}

const moveOut = (work: Work, sheet: SheetRecord, leg: LegRecord, copies: readonly SheetCopy[], since: string) => {
  takeOut(work, copies, 'circulating', { holder: leg.reader, sheet: sheet.id, since })
  for (const copy of copies)
    if (copy.documentState === 'registered' && work.read.get("SELECT 1 FROM document WHERE id = ? AND state = 'registered'", copy.document))
      work.move(documentLifecycle, copy.document, 'inProgress')
}

/** Only the listed places; 绝密 only those listed for it (F1(4)d, domain 3.2). */
const refuseBadPlace = (work: Work, copies: readonly SheetCopy[], place: string) => {
  const { places, topSecretPlaces } = work.settings
  const topSecret = copies.some(({ level }) => level === 'topSecret')
  const allowed = topSecret ? topSecretPlaces : places
  if (!allowed.includes(place))
    refuse('rule.forbids', `${topSecret ? '绝密件' : ''}只能在指定地点阅读：${allowed.join('、')}。涉密文件不得携带回家或进入公共场所。`, {
      clause: 'F1(4)d',
      field: 'place',
    })
}

/** What is looked for is not in the folder; a folder of which nothing is left goes nowhere (F1(2)b). */
const refuseNotWhole = (copies: readonly SheetCopy[]) => {
  const no = (message: string) => refuse('rule.forbids', message, { clause: 'F1(2)b', field: 'leg' })
  if (copies.length === 0) no('夹内各份都已遗失、损毁，不再送阅。其余阅文人请作“未阅退回”。')
  const missing = copies.filter(({ state }) => state === 'missing')
  if (missing.length > 0) no(`${missing.map(({ number }) => number).join('、')}短少待查，本夹暂停传阅。请待“违规遗失”办结。`)
}

export type Going = { sheet: SheetRecord; leg: LegRecord; copies: readonly SheetCopy[] }

/** What must hold before a folder goes to a reader, however they sign for it. */
export const readyToGo = (work: Work, input: { leg: number; place: string }): Going => {
  const leg = legById(work.read, input.leg)
  const sheet = sheetById(work.read, leg.sheet)
  work.about(sheet.number)
  const incident = openIncident(work.read, sheet.id)
  if (incident) refuse('rule.forbids', `${incident.number}尚未查清，本夹暂停传阅。请先查清短少的份。`, { clause: 'F1(2)b', field: 'leg' })
  if (sheet.state === 'draft') refuse('state.forbids', '传阅单尚未核定范围，请先核定。', { clause: 'F1(2)b', field: 'leg' })
  if (leg.state === 'waiting') refuseLateral(work, leg)
  refuseSelf(work, leg)
  const copies = copiesIn(work.read, sheet.id)
  refuseNotWhole(copies)
  refuseBadPlace(work, copies, input.place)
  // Duties and scope may have changed since the sheet was fixed.
  refuseNotReader(work.read, leg.reader, 'leg')
  refuseOutsideScope(work.read, { id: leg.reader, name: leg.name }, copies, 'leg')
  return { sheet, leg, copies }
}

/** The folder goes out at `at`, due the same day (F1(4)b); `take` signs for the reader's hand. Gives that signature as `taken`. */
export const goOut = (work: Work, { sheet, leg, copies }: Going, place: string, at: Date, take: (facts: Record<string, unknown>) => number) => {
  const facts = { ...signedFacts(sheet, leg, copies), place }
  const due = dueOf(at, work.settings.returnHour).toISOString()
  const given = work.sign(work.me(), 'handOut.give', facts)
  const taken = take(facts)
  work.move(legLifecycle, leg.id, 'handedOut', {
    handed_out_at: at.toISOString(),
    handed_out_by: work.asking.person.id,
    place,
    due,
    give_signature: given,
    take_signature: taken,
  })
  moveOut(work, sheet, leg, copies, at.toISOString())
  if (sheet.state !== 'circulating') work.move(sheetLifecycle, sheet.id, 'circulating')
  work.about(...copies.map((copy) => copy.number))
  return { id: leg.id, due, taken }
}

/** Hands the folder out: both sign on the spot, the reader by ticket (F1(4)a). */
export const handOut = (work: Work, input: Parsed<'circulation.handOut'>): Output<'circulation.handOut'> => {
  const going = readyToGo(work, input)
  const signer = work.signer(input.ticket)
  refuseWrongReader(signer, going.leg, 'ticket')
  const { id, due } = goOut(work, going, input.place, work.now, (facts) => work.sign(signer, 'handOut.take', facts))
  return { id, due }
}

/** 阅签: by the reader alone, signed in or in place (F1(2)c). */
export const sign = (work: Work, input: Parsed<'circulation.sign'>): Output<'circulation.sign'> => {
  const leg = legById(work.read, input.leg)
  const sheet = sheetById(work.read, leg.sheet)
  work.about(sheet.number)
  const signer = input.ticket === undefined ? work.me() : work.signer(input.ticket)
  refuseWrongReader(signer, leg, input.ticket === undefined ? 'leg' : 'ticket')
  const facts = { ...signedFacts(sheet, leg, copiesIn(work.read, sheet.id)), opinion: input.opinion ?? null }
  work.move(legLifecycle, leg.id, 'signed', { read_signature: work.sign(signer, 'read', facts), opinion: input.opinion ?? null })
  return { id: leg.id }
}

/** Closes a leg whose whole folder is in hand: the officer signs, and the next reader may come. */
export const closeLeg = (
  work: Work,
  sheet: SheetRecord,
  leg: LegRecord,
  to: 'returned' | 'returnedUnread',
  copies: readonly SheetCopy[],
  reason: string | null,
): number | null => {
  work.move(legLifecycle, leg.id, to, {
    return_signature: work.sign(work.me(), 'return', { ...signedFacts(sheet, leg, copies), count: copies.length, unread: reason }),
    returned_count: leg.state === 'waiting' ? null : copies.length,
    unread_reason: reason,
  })
  const next = work.read.get<{ id: number }>("SELECT id FROM leg WHERE sheet = ? AND state = 'waiting' ORDER BY ord LIMIT 1", sheet.id)?.id ?? null
  const out = work.read.get("SELECT 1 FROM leg WHERE sheet = ? AND state IN ('handedOut','signed')", sheet.id)
  if (next === null && !out) work.move(sheetLifecycle, sheet.id, 'allReturned')
  return next
}

const refuseMissing = (missing: readonly SheetCopy[]) => {
  if (missing.length > 0)
    refuse('rule.forbids', `缺 ${missing.map(({ number }) => number).join('、')}。请当场查找；确实没有收回的，作短少登记。`, {
      clause: 'F1(2)b',
      field: 'numbers',
    })
}

/** 收回核对: the very numbers that went out come back (F1(2)b, c). */
export const receiveBack = (work: Work, input: Parsed<'circulation.receiveBack'>): Output<'circulation.receiveBack'> => {
  const leg = legById(work.read, input.leg)
  const sheet = sheetById(work.read, leg.sheet)
  work.about(sheet.number)
  refuseSelf(work, leg)
  if (leg.state === 'handedOut')
    refuse('rule.forbids', `${leg.name}尚未阅签，不能收回核对。请其签字；确未阅读的，作“未阅退回”。`, { clause: 'F1(2)c', field: 'leg' })
  const copies = copiesIn(work.read, sheet.id)
  if (leg.state === 'signed') {
    const incident = openIncident(work.read, sheet.id)
    if (incident) refuse('rule.forbids', `本次送阅已作${incident.number}，请用“短少查清”办理。`, { clause: 'F1(2)b', field: 'leg' })
    refuseMissing(countBack(work.read, copies, input.numbers, FOLDER).missing)
    putBack(work, copies)
  }
  const next = closeLeg(work, sheet, leg, 'returned', copies, null)
  return { id: leg.id, next }
}

/** 未阅退回, with a reason: from the reader's hand against the numbers, or before hand-out when the reader is absent. */
export const returnUnread = (work: Work, input: Parsed<'circulation.returnUnread'>): Output<'circulation.returnUnread'> => {
  const leg = legById(work.read, input.leg)
  const sheet = sheetById(work.read, leg.sheet)
  work.about(sheet.number)
  if (sheet.state === 'draft') refuse('state.forbids', '传阅单尚未核定范围。', { clause: 'F1(2)b', field: 'leg' })
  if (sheet.state === 'cancelled') refuse('state.forbids', '传阅单已作废，不再送阅。', { clause: 'F1(2)b', field: 'leg' })
  if (leg.state !== 'waiting') refuseSelf(work, leg)
  const copies = leg.state === 'waiting' ? [] : copiesIn(work.read, sheet.id)
  if (leg.state === 'handedOut') {
    const incident = openIncident(work.read, sheet.id)
    if (incident) refuse('rule.forbids', `本次送阅已作${incident.number}，请用“短少查清”办理。`, { clause: 'F1(2)b', field: 'leg' })
    refuseMissing(countBack(work.read, copies, input.numbers, FOLDER).missing)
    putBack(work, copies)
  }
  if (leg.state === 'waiting' && input.numbers.length > 0)
    refuse('rule.forbids', '本次送阅尚未送出，没有份可以退回。', { clause: 'F1(2)b', field: 'numbers' })
  const next = closeLeg(work, sheet, leg, 'returnedUnread', copies, input.reason)
  return { id: leg.id, next }
}
