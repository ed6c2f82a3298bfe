import type { Output, Parsed } from '../../../contract/index.ts'
import { copyStateLabel, reproductionStateLabel } from '../../../contract/terms.ts'
import { give, type Hand, type Held, heldUnder, inPlace, refuseGivingToOneself, takeBack as takeBackFrom } from '../custody/holding.ts'
import { numberMeant } from '../custody/labels.ts'
import { isInScope, refuseStranger } from '../documents/scope.ts'
import { refuse } from '../door/refuse.ts'
import type { Work } from '../door/unit.ts'
import { personRow } from '../people/changes.ts'
import { nameOf } from '../people/names.ts'
import { reproductionLifecycle } from './lifecycle.ts'
import { isStillOut, type Made, madeUnder, recipientsOf, reproductionById, type ReproductionRecord } from './records.ts'

const refuseForeign = (work: Work, id: number, field: string): never => {
  if (!work.read.get('SELECT 1 FROM copy WHERE id = ?', id)) refuse('input.unknownRecord', '没有这一份，请从复制的各份中选择。', { field })
  return refuse('rule.forbids', '所选的份不是本申请复制的，请核对。', { clause: 'F1(5)d', field })
}

/** The items to issue: made under this request, in the box, each named once. */
const toIssue = (work: Work, asked: ReproductionRecord, ids: readonly number[]): Made[] => {
  if (new Set(ids).size < ids.length) refuse('input.duplicate', '同一份列了两次，请核对。', { clause: 'F1(5)d', field: 'copies' })
  const made = madeUnder(work.read, asked.id)
  return ids.map((id, index) => {
    const field = `copies.${index}`
    const copy = made.find((one) => one.id === id) ?? refuseForeign(work, id, field)
    if (copy.state !== 'inBox') refuse('state.forbids', `${copy.number}现为“${copyStateLabel[copy.state]}”，不能发放。`, { clause: 'F1(5)d', field })
    return copy
  })
}

/** Refuses anybody but the 分发对象 of the request, as the 知悉范围 stands now (F1(4)a). */
const refuseNoRecipient = (work: Work, asked: ReproductionRecord, copies: readonly Made[], person: number) => {
  const { name } = personRow(work, person)
  if (!recipientsOf(asked).includes(person))
    refuse('rule.forbids', `${name}不在批准的分发对象内，不得发给。需要的请另行申请。`, { clause: 'F1(5)b', field: 'person' })
  refuseStranger(work.read, person, 'person')
  const beyond = copies.find(({ document }) => !isInScope(work.read, document, person))
  if (beyond) refuse('rule.forbids', `${name}已不在${beyond.documentNumber}的知悉范围内，不得发给。`, { clause: 'F1(4)a', field: 'person' })
}

type Issued = { person: number; copies: readonly number[] }

/** Into the hands of one of the 分发对象, however they sign for it. */
export const issueTo = (work: Work, asked: ReproductionRecord, { person, copies: ids }: Issued, hand: Omit<Hand, 'person'>): void => {
  if (asked.state !== 'made' && asked.state !== 'issued')
    refuse('state.forbids', `复制申请现为“${reproductionStateLabel[asked.state]}”，没有可以发放的份。`, { clause: 'F1(5)d', field: 'reproduction' })
  const copies = toIssue(work, asked, ids)
  refuseGivingToOneself(work, person)
  refuseNoRecipient(work, asked, copies, person)
  give(work, copies, { column: 'reproduction', id: asked.id, facts: { reproduction: asked.number } }, { ...hand, person })
  if (asked.state === 'made') work.move(reproductionLifecycle, asked.id, 'issued')
}

/** 发放: both sign on the spot (F1(5)d, F1(4)a). */
export const issue = (work: Work, input: Parsed<'reproduction.issue'>): Output<'reproduction.issue'> => {
  const asked = reproductionById(work.read, input.reproduction)
  work.about(asked.number)
  issueTo(work, asked, input, inPlace(work, input.person, input.ticket, 'issue.take'))
  return { id: asked.id }
}

/** The items behind the typed or scanned numbers, all of them in this person's hands under this request. */
const heldBy = (work: Work, asked: ReproductionRecord, person: number, typed: readonly string[]): Held[] => {
  personRow(work, person)
  const numbers = typed.map((one, index) => numberMeant(work.read, one, `numbers.${index}`))
  const doubled = numbers.find((number, index) => numbers.indexOf(number) < index)
  if (doubled) refuse('input.duplicate', `${doubled}重复清点，请重新逐份核对。`, { clause: 'F1(5)d', field: 'numbers' })
  const held = heldUnder(work.read, 'reproduction', asked.id)
  return numbers.map((number, index) => {
    const field = `numbers.${index}`
    const copy = held.find((one) => one.number === number)
    if (!copy) return refuse('rule.forbids', '清点的编号中有不是本申请发放在外的，请取出后重新核对。', { clause: 'F1(5)d', field })
    if (copy.person !== person)
      refuse('rule.forbids', `${number}由${nameOf(work.read, copy.person)}领取，应由其本人归还，不得转交他人。`, { clause: 'F1(5)d', field })
    return copy
  })
}

type Returned = { person: number; numbers: readonly string[] }

/** Back by the very numbers from the very person, however they sign for it. Gives what is still out, and since when the last of these was. */
export const takeBackBy = (work: Work, asked: ReproductionRecord, { person, numbers }: Returned, hand: Omit<Hand, 'person'>) => {
  refuseGivingToOneself(work, person)
  const held = heldBy(work, asked, person, numbers)
  takeBackFrom(work, held, { reproduction: asked.number }, { ...hand, person })
  const since = held
    .map((one) => one.since)
    .toSorted()
    .at(-1) as string
  return { out: heldUnder(work.read, 'reproduction', asked.id).length, since }
}

/** 收回, both sign on the spot (F1(5)d 履行归还手续). */
export const takeBack = (work: Work, input: Parsed<'reproduction.takeBack'>): Output<'reproduction.takeBack'> => {
  const asked = reproductionById(work.read, input.reproduction)
  work.about(asked.number)
  const { out } = takeBackBy(work, asked, input, inPlace(work, input.person, input.ticket, 'giveBack'))
  return { id: asked.id, out }
}

/** 全部收回: × while any item is out; what is 遗失损毁 under a case does not come back any more. */
export const close = (work: Work, input: Parsed<'reproduction.close'>): Output<'reproduction.close'> => {
  const asked = reproductionById(work.read, input.reproduction)
  work.about(asked.number)
  const out = madeUnder(work.read, asked.id).filter(isStillOut)
  if (out.length > 0)
    refuse('rule.forbids', `${out.map(({ number, holder }) => (holder ? `${number}（${holder}）` : number)).join('、')}尚未收回，请先收回核对。`, {
      clause: 'F1(5)d',
      field: 'reproduction',
    })
  work.move(reproductionLifecycle, asked.id, 'allBack', { closed_at: work.now.toISOString() })
  return { id: asked.id }
}
