import type { Output, Parsed } from '../../../contract/index.ts'
import { DESTRUCTION_PAIR } from '../../../contract/terms.ts'
import { countBack } from '../custody/counting.ts'
import { itemNumberMeant } from '../custody/labels.ts'
import { wallClock } from '../door/clock.ts'
import { refuse } from '../door/refuse.ts'
import type { Signer, Work } from '../door/unit.ts'
import { isSamePerson } from '../people/identity.ts'
import { nameSeen } from '../people/names.ts'
import { digestOfWords } from '../storage/bytes.ts'
import { refuseThreeOfficers } from './counting.ts'
import { destructionLifecycle } from './lifecycle.ts'
import { destroyItems, putItemsBack } from './moving.ts'
import { type DestructionItem, type DestructionRecord, destructionById, destructionItems, going, numbersOf, refuseDestruction } from './records.ts'

type Sending = Parsed<'disposal.send'>

/** 二人以上押运 to a designated unit; the unit itself destroys only a few, with equipment that it names (实施条例28). */
const refuseBadSending = (work: Work, { site, escorts }: Sending, items: number) => {
  const names = new Set(escorts.map(nameSeen))
  if (names.size < escorts.length) refuse('input.duplicate', '押运人有重复，请核对。', { clause: '实施条例28', field: 'escorts' })
  if (site.kind === 'unit' && escorts.length < DESTRUCTION_PAIR) refuseDestruction('送指定单位销毁，押运人须二人以上。', 'escorts')
  const { selfDestruction } = work.settings
  if (site.kind === 'self' && items > selfDestruction)
    refuseDestruction(`自行销毁限于少量（本单位定为${selfDestruction}份以内），本批${items}份。请送指定单位销毁，或分批办理。`, 'site')
}

/** 送销: how, where and by whom it goes. */
export const send = (work: Work, input: Sending): Output<'disposal.send'> => {
  const batch = destructionById(work.read, input.destruction)
  const items = going(destructionItems(work.read, batch.id))
  work.about(batch.number)
  if (batch.state === 'draft' || batch.state === 'counted' || batch.state === 'toApprove') refuseDestruction('还没有经分管领导批准，不能送销。')
  if (batch.state === 'toSend' && items.length === 0) refuseDestruction('清单上各份都已留用，没有可以销毁的，请作废。')
  refuseBadSending(work, input, items.length)
  const { method, site, escorts } = input
  work.move(destructionLifecycle, batch.id, 'sent', {
    method,
    site_kind: site.kind,
    site: site.kind === 'unit' ? site.unit : site.equipment,
    escorts: JSON.stringify(escorts),
    sent_at: work.now.toISOString(),
  })
  return { id: batch.id }
}

/** 监销: two at least, each another person, none of them the 经办人, the 批准人 or whoever enters it (domain 4). */
const witnessesOf = (work: Work, batch: DestructionRecord, tickets: readonly string[]): Signer[] => {
  const signers = tickets.map((ticket) => work.signer(ticket))
  for (const [index, { person }] of signers.entries()) {
    const field = `tickets.${index}`
    const is = (other: number | null) => other !== null && isSamePerson(work.read, other, person.id)
    if (is(batch.begun_by) || is(work.asking.person.id)) refuseDestruction(`${person.name}是经办人，不得监销。`, field)
    if (is(batch.decided_by)) refuseDestruction(`${person.name}是批准人，不得监销。`, field)
    if (signers.slice(0, index).some((earlier) => is(earlier.person.id))) refuseDestruction('监销人不得是同一人。', field)
    refuseThreeOfficers(work.read, person.id, field)
  }
  if (signers.length < DESTRUCTION_PAIR) refuseDestruction('监销人须二人以上，请另一名监销人也现场签字。', 'tickets')
  return signers
}

type Completing = Parsed<'disposal.complete'>

/** What was destroyed, and what was not with the reason of the difference: together the whole batch, nothing twice (× partial completion without 差额 reason). */
const parted = (work: Work, items: readonly DestructionItem[], { numbers, differences }: Completing) => {
  const rule = { of: '本批应销毁', clause: '实施条例28', carriers: true } as const
  const { present: destroyed, missing } = countBack(work.read, items, numbers, rule)
  const { present: kept } = countBack(work.read, items, numbersOf(differences), { ...rule, field: 'differences' })
  const both = kept.find((item) => destroyed.includes(item))
  if (both) refuse('input.duplicate', `${both.number}既列为已销毁又列为差额，请核对。`, { clause: '实施条例28', field: 'differences' })
  const silent = missing.filter((item) => !kept.includes(item))
  if (silent.length > 0) refuseDestruction(`${numbersOf(silent).join('、')}没有销毁，请写明差额原因；不说明的不能完成。`, 'differences')
  const reasons = new Map(differences.map(({ number, reason }) => [itemNumberMeant(work.read, number, 'differences'), reason]))
  return { destroyed, kept: kept.map((item) => ({ ...item, reason: reasons.get(item.number) ?? '' })) }
}

const refuseBadTime = (work: Work, { sent_at, site_kind }: DestructionRecord, { at, receipt }: Completing) => {
  if (at > work.wall) refuse('input.future', '销毁时间不得晚于现在。', { clause: '实施条例28', field: 'at' })
  if (sent_at !== null && at < wallClock(new Date(sent_at)))
    refuse('input.range', '销毁时间不得早于送销时间。', { clause: '实施条例28', field: 'at' })
  if (site_kind === 'unit' && !receipt) refuse('input.missing', '送指定单位销毁的，请填写回执号。', { clause: '实施条例28', field: 'receipt' })
}

type Kept = DestructionItem & { reason: string }

/** What every signature of a completed batch is over; the reasons of what is kept by their digest. */
const completedFacts = (batch: DestructionRecord, destroyed: readonly DestructionItem[], kept: readonly Kept[], input: Completing) => ({
  destruction: batch.number,
  numbers: numbersOf(destroyed),
  kept: numbersOf(kept),
  reasons: digestOfWords(kept.map(({ reason }) => reason).join('\n')),
  method: batch.method,
  site: `${batch.site_kind} ${batch.site}`,
  escorts: batch.escorts,
  destroyer: input.destroyer,
  destroyedAt: input.at,
  place: input.place,
  receipt: input.receipt ?? null,
})

/** 销毁完成: what was destroyed is gone for good; what was not goes back into the box. The register keeps both for ever. */
export const complete = (work: Work, input: Completing): Output<'disposal.complete'> => {
  const batch = destructionById(work.read, input.destruction)
  const all = destructionItems(work.read, batch.id)
  work.about(batch.number, ...numbersOf(all))
  if (batch.state === 'toSend') refuseDestruction('还没有登记送销，不能完成。')
  if (batch.state !== 'sent') work.move(destructionLifecycle, batch.id, 'done')
  if (batch.decided_by !== null && isSamePerson(work.read, batch.decided_by, work.asking.person.id)) refuseDestruction('批准人不得兼作经办人。')
  refuseBadTime(work, batch, input)
  const witnesses = witnessesOf(work, batch, input.tickets)
  const { destroyed, kept } = parted(work, going(all), input)
  const facts = completedFacts(batch, destroyed, kept, input)
  for (const signer of witnesses) {
    const signature = work.sign(signer, 'destruction.witness', facts)
    work.insert('destruction_witness', { destruction: batch.id, person: signer.person.id, signature })
  }
  for (const { item, reason } of kept) work.change('destruction_item', item, { kept: reason })
  work.move(destructionLifecycle, batch.id, 'done', {
    destroyer: input.destroyer,
    destroyed_at: input.at,
    place: input.place,
    receipt: input.receipt ?? null,
    completed_by: work.asking.person.id,
    complete_signature: work.sign(work.me(), 'destruction.complete', facts),
    closed_at: work.now.toISOString(),
  })
  destroyItems(work, destroyed)
  putItemsBack(work, kept)
  return { id: batch.id, destroyed: destroyed.length, withheld: all.length - destroyed.length }
}
