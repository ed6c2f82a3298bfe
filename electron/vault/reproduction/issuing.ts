import type { Output, Parsed } from '../../../contract/index.ts'
import { copyStateLabel, reproductionStateLabel } from '../../../contract/terms.ts'
import { give, type Held, heldUnder, refuseGivingToOneself, refuseOtherSigner, takeBack as takeBackFrom } from '../custody/holding.ts'
import { plainNumber } from '../documents/numbers.ts'
import { isInScope, refuseStranger } from '../documents/scope.ts'
import { refuse } from '../door/refuse.ts'
import type { Work } from '../door/unit.ts'
import { reproductionLifecycle } from './lifecycle.ts'
import { type Made, madeUnder, recipientsOf, reproductionById, type ReproductionRecord, sourceById } from './records.ts'

const nameOf = (work: Work, person: number) => work.read.get<{ name: string }>('SELECT name FROM person WHERE id = ?', person)?.name ?? ''

/** The items to issue: made under this request, in the box, each named once. */
const toIssue = (work: Work, asked: ReproductionRecord, ids: readonly number[]): Made[] => {
  if (new Set(ids).size < ids.length) refuse('input.duplicate', '同一份列了两次，请核对。', { clause: 'F1(5)d', field: 'copies' })
  const made = madeUnder(work.read, asked.id)
  return ids.map((id, index) => {
    const field = `copies.${index}`
    const copy = made.find((one) => one.id === id) ?? refuse('rule.forbids', '所选的份不是本申请复制的，请核对。', { clause: 'F1(5)d', field })
    if (copy.state !== 'inBox') refuse('state.forbids', `${copy.number}现为“${copyStateLabel[copy.state]}”，不能发放。`, { clause: 'F1(5)d', field })
    return copy
  })
}

/** Refuses anybody but the 分发对象 of the request, as the 知悉范围 stands now (F1(4)a). */
const refuseNoRecipient = (work: Work, asked: ReproductionRecord, document: { id: number; number: string }, person: number) => {
  const name = nameOf(work, person)
  if (!recipientsOf(asked).includes(person))
    refuse('rule.forbids', `${name || '此人'}不在批准的分发对象内，不得发给。需要的请另行申请。`, { clause: 'F1(5)b', field: 'person' })
  refuseStranger(work.read, person, 'person')
  if (!isInScope(work.read, document.id, person))
    refuse('rule.forbids', `${name}已不在${document.number}的知悉范围内，不得发给。`, { clause: 'F1(4)a', field: 'person' })
}

/** 发放: both sign on the spot (F1(5)d, F1(4)a). */
export const issue = (work: Work, input: Parsed<'reproduction.issue'>): Output<'reproduction.issue'> => {
  const asked = reproductionById(work.read, input.reproduction)
  const source = sourceById(work.read, asked.source)
  work.about(asked.number)
  if (asked.state !== 'made' && asked.state !== 'issued')
    refuse('state.forbids', `复制申请现为“${reproductionStateLabel[asked.state]}”，没有可以发放的份。`, { clause: 'F1(5)d', field: 'reproduction' })
  const copies = toIssue(work, asked, input.copies)
  refuseGivingToOneself(work, input.person)
  refuseNoRecipient(work, asked, { id: source.document, number: source.documentNumber }, input.person)
  const taker = work.signer(input.ticket)
  refuseOtherSigner(taker, input.person, nameOf(work, input.person))
  give(work, copies, taker, { column: 'reproduction', id: asked.id, facts: { reproduction: asked.number } })
  if (asked.state === 'made') work.move(reproductionLifecycle, asked.id, 'issued')
  return { id: asked.id }
}

/** The items behind the typed or scanned numbers, all of them in this person's hands under this request. */
const heldBy = (work: Work, asked: ReproductionRecord, person: number, typed: readonly string[]): Held[] => {
  const numbers = typed.map(plainNumber)
  const doubled = numbers.find((number, index) => numbers.indexOf(number) < index)
  if (doubled) refuse('input.duplicate', `${doubled}重复清点，请重新逐份核对。`, { clause: 'F1(5)d', field: 'numbers' })
  const held = heldUnder(work.read, 'reproduction', asked.id)
  return numbers.map((number, index) => {
    const field = `numbers.${index}`
    const copy = held.find((one) => one.number === number)
    if (!copy) return refuse('rule.forbids', '清点的编号中有不是本申请发放在外的，请取出后重新核对。', { clause: 'F1(5)d', field })
    if (copy.person !== person)
      refuse('rule.forbids', `${number}由${nameOf(work, copy.person)}领取，应由其本人归还，不得转交他人。`, { clause: 'F1(5)d', field })
    return copy
  })
}

/** 收回: by the very numbers, from the very person (F1(5)d 履行归还手续). */
export const takeBack = (work: Work, input: Parsed<'reproduction.takeBack'>): Output<'reproduction.takeBack'> => {
  const asked = reproductionById(work.read, input.reproduction)
  work.about(asked.number)
  refuseGivingToOneself(work, input.person)
  const held = heldBy(work, asked, input.person, input.numbers)
  const giver = work.signer(input.ticket)
  refuseOtherSigner(giver, input.person, nameOf(work, input.person))
  takeBackFrom(work, held, giver, { reproduction: asked.number })
  return { id: asked.id, out: heldUnder(work.read, 'reproduction', asked.id).length }
}

/** 全部收回: × while any item is not in the box. */
export const close = (work: Work, input: Parsed<'reproduction.close'>): Output<'reproduction.close'> => {
  const asked = reproductionById(work.read, input.reproduction)
  work.about(asked.number)
  const out = madeUnder(work.read, asked.id).filter(({ state }) => state !== 'inBox')
  if (out.length > 0)
    refuse('rule.forbids', `${out.map(({ number }) => number).join('、')}尚未收回，请先收回核对。`, { clause: 'F1(5)d', field: 'reproduction' })
  work.move(reproductionLifecycle, asked.id, 'allBack', { closed_at: work.now.toISOString() })
  return { id: asked.id }
}
