import type { Output, Parsed } from '../../../contract/index.ts'
import { BUSINESS_ROLES } from '../../../contract/terms.ts'
import { countBack } from '../custody/counting.ts'
import { itemNumberMeant } from '../custody/labels.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Signer, Work } from '../door/unit.ts'
import { hasDuty } from '../people/duties.ts'
import { isSamePerson } from '../people/identity.ts'
import { destructionLifecycle } from './lifecycle.ts'
import { type DestructionItem, type DestructionRecord, destructionById, destructionItems, going, numbersOf, refuseDestruction } from './records.ts'

/** The three officers see no titles, and a batch is full of them (实施条例34). */
export const refuseThreeOfficers = (read: Read, person: number, field: string): void => {
  if (!hasDuty(read, person, BUSINESS_ROLES)) refuseDestruction('三员不接触文件标题，不得复核、监销。请另请一人。', field)
}

type Counted = Parsed<'disposal.count'>['counted']
/** Pages by number; a carrier has none. */
type Pages = ReadonlyMap<string, number | null>

/** Every number of the batch with its pages, once each, and no other (实施条例28 清点). */
const pagesOf = (work: Work, items: readonly DestructionItem[], counted: Counted): Pages => {
  const { missing } = countBack(work.read, items, numbersOf(counted), { of: '本批应销毁', clause: '实施条例28', field: 'counted', carriers: true })
  if (missing.length > 0) refuseDestruction(`缺 ${numbersOf(missing).join('、')}，清点不全。请当场查找，逐份清点。`, 'counted')
  const pages = new Map(counted.map((one) => [itemNumberMeant(work.read, one.number, 'counted'), one.pages]))
  const unread = items.find(({ number, medium }) => medium === null && pages.get(number) === undefined)
  if (unread) refuse('input.missing', `请填写${unread.number}的页数。`, { clause: '实施条例28', field: 'counted' })
  return new Map(items.map(({ number, medium }) => [number, medium === null ? (pages.get(number) ?? null) : null]))
}

/** What both counts sign for. */
const countFacts = ({ number }: DestructionRecord, items: readonly DestructionItem[], pages: Pages) => ({
  destruction: number,
  numbers: numbersOf(items),
  pages: items.map(({ number }) => pages.get(number) ?? null),
})

/** 清点, by the 经办人 themselves. */
const first = (work: Work, batch: DestructionRecord, items: readonly DestructionItem[], pages: Pages) => {
  if (!isSamePerson(work.read, batch.begun_by, work.asking.person.id)) refuseDestruction('清点由拟制清单的经办人办理。')
  for (const { item, number } of items) work.change('destruction_item', item, { pages: pages.get(number) ?? null })
  const count_signature = work.sign(work.me(), 'destruction.count', countFacts(batch, items, pages))
  work.move(destructionLifecycle, batch.id, 'counted', { count_signature })
}

/** 复核, by somebody else, who finds the same. */
const second = (work: Work, batch: DestructionRecord, items: readonly DestructionItem[], pages: Pages, signer: Signer, field: string) => {
  if (isSamePerson(work.read, batch.begun_by, signer.person.id)) refuseDestruction('清点人不得自己复核，请另一人当面复核、现场签字。', field)
  refuseThreeOfficers(work.read, signer.person.id, field)
  const differing = items.filter((item) => (pages.get(item.number) ?? null) !== item.pages)
  if (differing.length > 0)
    refuseDestruction(`${numbersOf(differing).join('、')}的页数与清点的不符。请当场重新核对；清点有误的，作废后重新拟制。`, 'counted')
  const facts = countFacts(batch, items, pages)
  work.move(destructionLifecycle, batch.id, 'toApprove', {
    recount_by: signer.person.id,
    recount_signature: work.sign(signer, 'destruction.recount', facts),
  })
}

/** 清点, then 复核: twice by two people, by numbers with pages. */
export const count = (work: Work, input: Parsed<'disposal.count'>): Output<'disposal.count'> => {
  const batch = destructionById(work.read, input.destruction)
  work.about(batch.number)
  const items = going(destructionItems(work.read, batch.id))
  if (batch.state !== 'draft' && batch.state !== 'counted') work.move(destructionLifecycle, batch.id, 'counted')
  if (items.length === 0) refuseDestruction('清单上各份都已留用，没有可以销毁的，请作废。')
  if (batch.state === 'draft' && input.ticket !== undefined) refuseDestruction('清点由经办人登录办理，不用现场签字；复核时再请另一人签字。', 'ticket')
  const pages = pagesOf(work, items, input.counted)
  if (batch.state === 'draft') first(work, batch, items, pages)
  else {
    const signer = input.ticket === undefined ? work.me() : work.signer(input.ticket)
    second(work, batch, items, pages, signer, input.ticket === undefined ? 'destruction' : 'ticket')
  }
  return { id: batch.id, items: items.length, pages: [...pages.values()].reduce<number>((sum, one) => sum + (one ?? 0), 0) }
}
