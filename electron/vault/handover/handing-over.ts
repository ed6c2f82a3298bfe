import type { Output, Parsed } from '../../../contract/index.ts'
import { SUPERVISING_ROLES } from '../../../contract/terms.ts'
import { countBack } from '../custody/counting.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Work } from '../door/unit.ts'
import { hasDuty } from '../people/duties.ts'
import { isSamePerson } from '../people/identity.ts'
import { dutiesOf } from '../people/leaving.ts'
import { giveUpAll } from './giving-up.ts'
import { handoverLifecycle } from './lifecycle.ts'
import { handoverById, type HandoverRecord, hasChanged, inHandsOf, type Item, itemsOn, signedFacts } from './records.ts'

const no = (message: string, field = 'handover') => refuse('rule.forbids', message, { clause: 'F1(8)', field })

/** Nobody makes, checks or receives their own list, on whichever account. */
const refuseOwn = (work: Work, person: number, field = 'handover') => {
  if (isSamePerson(work.read, person, work.asking.person.id)) no('本人的离岗移交由另一名保密员办理。', field)
}

/** 生成: the list is filled from the holdings themselves. */
export const begin = (work: Work, input: Parsed<'handover.begin'>): Output<'handover.begin'> => {
  const person =
    work.read.get<{ id: number; name: string; department: string; account: string }>(
      'SELECT id, name, department, account FROM person WHERE id = ?',
      input.person,
    ) ?? refuse('input.unknownRecord', '查无此人，请从名单中选择。', { field: 'person' })
  refuseOwn(work, person.id, 'person')
  const open = work.read.get<{ number: string }>(
    "SELECT number FROM handover WHERE person = ? AND state IN ('listed','checked','supervised')",
    person.id,
  )
  if (open) refuse('state.conflict', `${person.name}已有${open.number}在办，请先办完或作废。`, { clause: 'F1(8)', field: 'person' })
  if (person.account !== 'active') no(`${person.name}没有可以签字的账户，无法由本人签字移交。请先由系统管理员开户、本人改初始口令。`, 'person')
  const copies = inHandsOf(work.read, person.id)
  const number = work.number('handover')
  const id = work.insert('handover', {
    number,
    person: person.id,
    department: person.department,
    reason: input.reason,
    begun_by: work.asking.person.id,
    begun_at: work.now.toISOString(),
    state: copies.length > 0 ? 'listed' : 'checked',
  })
  for (const copy of copies) work.insert('handover_item', { handover: id, copy: copy.id })
  work.about(number, ...copies.map((copy) => copy.number))
  return { id, number, items: copies.length }
}

/** 逐件核对, as the numbers are scanned. */
export const check = (work: Work, input: Parsed<'handover.check'>): Output<'handover.check'> => {
  const handover = handoverById(work.read, input.handover)
  work.about(handover.number)
  refuseOwn(work, handover.person)
  const items = itemsOn(work.read, handover.id)
  if (handover.state === 'supervised' || handover.state === 'done' || handover.state === 'cancelled')
    refuse('state.forbids', '清单已经监交签字或已结束，不再核对。', { clause: 'F1(8)', field: 'handover' })
  const { present } = countBack(work.read, items, input.numbers, { of: '本清单', clause: 'F1(8)' })
  const at = work.now.toISOString()
  for (const item of present) work.change('handover_item', item.id, { found_at: item.found_at ?? at, condition: input.condition ?? null })
  const found = itemsOn(work.read, handover.id).filter((item) => item.found_at !== null).length
  const whole = found === items.length
  if (whole && handover.state === 'listed') work.move(handoverLifecycle, handover.id, 'checked')
  return { id: handover.id, found, items: items.length, state: whole ? 'checked' : 'listed' }
}

const refuseChanged = (read: Read, handover: HandoverRecord, items: readonly Item[]) => {
  if (hasChanged(read, handover, items))
    refuse('state.conflict', `${handover.name}手中的份在清单生成以后有变动，请作废后重新生成。`, { clause: 'F1(8)', field: 'handover' })
}

const refuseUnchecked = (items: readonly Item[]) => {
  const missing = items.filter((item) => item.found_at === null)
  if (missing.length > 0) no(`缺 ${missing.map(({ number }) => number).join('、')}，差异未查清，不能签字。请当场查找、逐件核对。`)
}

/** 监交: a leader who neither leaves nor receives was there, and signs. */
export const supervise = (work: Work, input: Parsed<'handover.supervise'>): Output<'handover.supervise'> => {
  const handover = handoverById(work.read, input.handover)
  work.about(handover.number)
  const signer = input.ticket === undefined ? work.me() : work.signer(input.ticket)
  const field = input.ticket === undefined ? 'handover' : 'ticket'
  if (!hasDuty(work.read, signer.person.id, SUPERVISING_ROLES)) no('监交人应为分管领导或综办负责人。', field)
  if (isSamePerson(work.read, signer.person.id, handover.person)) no('移交人不得自己监交。', field)
  const items = itemsOn(work.read, handover.id)
  if (handover.state === 'listed') refuseUnchecked(items)
  refuseChanged(work.read, handover, items)
  work.move(handoverLifecycle, handover.id, 'supervised', {
    supervised_by: signer.person.id,
    supervise_signature: work.sign(signer, 'handover.supervise', signedFacts(handover, items)),
  })
  return { id: handover.id }
}

/** Of a 保密员 who leaves: what lies in the box, listed for destruction or not, is in the receiver's keeping from now on. */
const keptBy = (work: Work, { roles }: HandoverRecord): number | null =>
  roles.includes('officer') ? (work.read.get<{ n: number }>("SELECT count(*) AS n FROM copy WHERE state IN ('inBox','toDestroy')")?.n ?? 0) : null

/** 完成: the leaving person and the receiver sign, the supervisor did; everything goes back into the box. */
export const complete = (work: Work, input: Parsed<'handover.complete'>): Output<'handover.complete'> => {
  const handover = handoverById(work.read, input.handover)
  work.about(handover.number)
  refuseOwn(work, handover.person)
  const items = itemsOn(work.read, handover.id)
  if (handover.state === 'listed') refuseUnchecked(items)
  if (handover.state === 'checked') no('监交人尚未签字，不能完成移交。')
  if (handover.supervised_by !== null && isSamePerson(work.read, handover.supervised_by, work.asking.person.id)) no('监交人不得兼作接收人。')
  const leaver = work.signer(input.ticket)
  if (leaver.person.id !== handover.person) no(`应由${handover.name}本人签字移交，不得由他人代签。`, 'ticket')
  if (handover.state === 'supervised') {
    refuseChanged(work.read, handover, items)
    const duties = dutiesOf(work, handover.person)
    if (duties.length > 0) no(`${handover.name}${duties.join('；')}。办完才能完成移交。`)
    giveUpAll(work, leaver, items)
  }
  const kept = keptBy(work, handover)
  const facts = { ...signedFacts(handover, items), kept }
  work.move(handoverLifecycle, handover.id, 'done', {
    received_by: work.asking.person.id,
    give_signature: work.sign(leaver, 'handover.give', facts),
    take_signature: work.sign(work.me(), 'handover.take', facts),
    kept,
    closed_at: work.now.toISOString(),
  })
  return { id: handover.id, items: items.length, kept }
}

/** 作废, before it is done. */
export const cancel = (work: Work, input: Parsed<'handover.cancel'>): Output<'handover.cancel'> => {
  const handover = handoverById(work.read, input.handover)
  work.about(handover.number)
  work.move(handoverLifecycle, handover.id, 'cancelled', { void_reason: input.reason, closed_at: work.now.toISOString() })
  return { id: handover.id }
}
