import type { Output, Parsed } from '../../../contract/index.ts'
import { inPlace, refuseGivingToOneself } from '../custody/holding.ts'
import { mediumLabelled } from '../custody/labels.ts'
import { plainNumber } from '../documents/numbers.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Row, Work } from '../door/unit.ts'
import { isSamePerson } from '../people/identity.ts'
import { mediumLifecycle, mediumUseLifecycle } from './lifecycle.ts'
import {
  mediumById,
  type MediumRecord,
  openUse,
  plainOwn,
  refuseBadDay,
  refuseFixed,
  refuseNotInStore,
  refuseNotOnDuty,
  refuseWhileOverdue,
  sealed,
  takenUnder,
  factsOfUse,
  type UseRecord,
} from './records.ts'

type Wish = { person: number; place: string; purpose: string; until: string }

/** The row of a 领用 that is new: who, where, what for, until when. */
const wished = (work: Work, medium: MediumRecord, wish: Wish, outside: 0 | 1) => ({
  ...wish,
  number: work.number('mediumUse'),
  medium: medium.id,
  outside,
  entered_by: work.asking.person.id,
  entered_at: work.now.toISOString(),
})

/** 申请携带外出, keyed in by the 保密员. */
export const requestOutside = (
  work: Work,
  { medium: id, person, place, purpose, until }: Parsed<'media.requestOutside'>,
): Output<'media.requestOutside'> => {
  const medium = mediumById(work.read, id)
  work.about(medium.number)
  refuseFixed(medium)
  if (medium.state !== 'inStore' && medium.state !== 'out') refuseNotInStore(work.read, medium, '申请携带外出')
  refuseNotOnDuty(work.read, person, 'person')
  refuseBadDay(work, until, 'until')
  const row = wished(work, medium, { person, place, purpose, until }, 1)
  work.about(row.number)
  return { id: work.insert('medium_use', { ...row, state: 'requested' }), number: row.number }
}

/** 分管领导审批, signed. */
export const decideOutside = (work: Work, input: Parsed<'media.decideOutside'>): Output<'media.decideOutside'> => {
  const use = takenUnder(work.read, input.use, 'use')
  const medium = mediumById(work.read, use.medium)
  work.about(use.number, medium.number)
  const no = (message: string) => refuse('rule.forbids', message, { clause: 'F1(4)d', field: 'use' })
  if ([use.person, use.entered_by].some((one) => isSamePerson(work.read, one, work.asking.person.id)))
    no('不得审批本人携带或代录的申请，请由另一名分管领导审批。')
  if (!input.approve && !input.opinion) refuse('input.missing', '不批准的，请在“意见”中写明理由。', { clause: 'F1(4)d', field: 'opinion' })
  if (input.approve && use.until < work.wall.slice(0, 10)) no(`申请携带到${use.until}为止，已经过期。仍需携带的，请重新申请。`)
  const state = input.approve ? 'approved' : 'rejected'
  const opinion = input.opinion ?? null
  const signature = work.sign(work.me(), 'medium.approval', { ...factsOfUse(use, medium), decision: state, opinion: sealed(opinion) })
  work.move(mediumUseLifecycle, use.id, state, { decided_by: work.asking.person.id, opinion, signature })
  return { id: use.id, state }
}

/** Within the unit only at the listed places; 绝密 only at those listed for it. Anywhere else is 携带外出. */
const refuseBadPlace = ({ settings }: Work, { level }: MediumRecord, place: string) => {
  const allowed = level === 'topSecret' ? settings.topSecretPlaces : settings.places
  if (!allowed.includes(place))
    refuse('rule.forbids', `只能在指定地点使用：${allowed.join('、')}。带出本单位的，先申请携带外出，由分管领导批准。`, {
      clause: 'F1(4)d',
      field: 'to.place',
    })
}

/** The approved request under which a carrier leaves the unit. */
const approvedUse = (work: Work, medium: MediumRecord, id: number): UseRecord => {
  const use = takenUnder(work.read, id, 'to.use')
  const no = (message: string) => refuse('rule.forbids', message, { clause: 'F1(4)d', field: 'to.use' })
  work.about(use.number)
  if (use.medium !== medium.id) no(`${use.number}申请的不是${medium.number}。`)
  if (use.state !== 'approved') no(`携带外出须经分管领导批准，${use.number}没有批准或已经用过。`)
  if (use.until < work.wall.slice(0, 10)) no(`批准携带到${use.until}为止，已经过期。仍需携带的，请重新申请。`)
  return use
}

type Given = { use: Omit<UseRecord, 'id' | 'medium' | 'state' | 'entered_by'>; store: (columns: Row) => { id: number; number: string } }

/** What it is given under: a new row, or the one that was approved. */
const groundOf = (work: Work, medium: MediumRecord, to: Parsed<'media.give'>['to']): Given => {
  if (to.kind === 'outside') {
    const use = approvedUse(work, medium, to.use)
    const store = (columns: Row) => {
      work.move(mediumUseLifecycle, use.id, 'out', columns)
      return { id: use.id, number: use.number }
    }
    return { use, store }
  }
  const { person, place, purpose, until } = to
  refuseNotOnDuty(work.read, person, 'to.person')
  refuseBadPlace(work, medium, place)
  refuseBadDay(work, until, 'to.until')
  const row = wished(work, medium, { person, place, purpose, until }, 0)
  return { use: row, store: (columns) => ({ id: work.insert('medium_use', { ...row, ...columns, state: 'out' }), number: row.number }) }
}

/** 领用: the 保密员 signs that they gave it, the person on the spot that they took it. */
export const give = (work: Work, { medium: id, to, ticket }: Parsed<'media.give'>): Output<'media.give'> => {
  const medium = mediumById(work.read, id)
  work.about(medium.number)
  const field = to.kind === 'inside' ? 'to.person' : 'to.use'
  refuseFixed(medium)
  refuseNotInStore(work.read, medium, '领用')
  const { use, store } = groundOf(work, medium, to)
  refuseGivingToOneself(work, use.person, field)
  refuseWhileOverdue(work, use.person, field)
  const facts = factsOfUse(use, medium)
  const given_at = work.now.toISOString()
  const given = store({
    given_at,
    given_by: work.asking.person.id,
    give_signature: work.sign(work.me(), 'medium.give', facts),
    take_signature: inPlace(work, use.person, ticket, 'medium.take').sign(facts),
  })
  work.move(mediumLifecycle, medium.id, 'out', { holder: use.person, since: given_at })
  work.about(given.number)
  return given
}

/** Its number, the one on the thing itself, or its label; refused where a label is not ours, was misread, or is of a copy. */
const isNumberOf = (read: Read, medium: MediumRecord, typed: string) =>
  plainNumber(typed) === medium.number || plainOwn(typed) === medium.own_number || mediumLabelled(read, typed, 'number')?.id === medium.id

/** 归还: the very carrier, from the very person, with what was checked on it. */
export const takeBack = (work: Work, input: Parsed<'media.takeBack'>): Output<'media.takeBack'> => {
  const medium = mediumById(work.read, input.medium)
  work.about(medium.number)
  const use = openUse(work.read, medium.id)
  if (!use) return refuse('state.forbids', `${medium.number}没有人领用，不能归还。`, { clause: 'F2(2)', field: 'medium' })
  refuseGivingToOneself(work, use.person, 'medium')
  if (!isNumberOf(work.read, medium, input.number))
    refuse('rule.forbids', `归还的应是${medium.number}（${medium.own_number}），编号不符。请核对载体上的编号。`, { clause: 'F2(2)', field: 'number' })
  if (!input.intact && !input.condition) refuse('input.missing', '有损坏的，请写明情况。', { clause: 'F2(2)', field: 'condition' })
  const { intact, condition = null, check } = input
  const facts = { use: use.number, medium: medium.number, holder: use.person, intact, condition: sealed(condition), check: sealed(check) }
  const back_at = work.now.toISOString()
  work.move(mediumUseLifecycle, use.id, 'back', {
    back_at,
    give_back_signature: inPlace(work, use.person, input.ticket, 'medium.giveBack').sign(facts),
    take_back_signature: work.sign(work.me(), 'medium.takeBack', facts),
    intact: intact ? 1 : 0,
    condition,
    checked: check,
  })
  work.move(mediumLifecycle, medium.id, 'inStore', { holder: null, since: back_at })
  work.about(use.number)
  return { id: medium.id }
}
