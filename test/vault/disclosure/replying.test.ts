import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input } from '../../../contract/index.ts'
import { REPLY_KINDS, replyRule } from '../../../contract/terms.ts'
import { type Office, openOffice } from '../../support/office.ts'
import {
  answeredBy,
  asking,
  be,
  disclosureAnswered,
  disclosureDelivered,
  disclosureOf,
  disclosureReceived,
  disclosureRegistered,
  disclosureReviewed,
  itemText,
  replyDrafted,
  replyOfKind,
  reviewThrough,
  sentTo,
  withPassword,
} from '../../support/records.ts'
import { openStore } from '../../support/store.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const approval = (item: number, reply: number, over: object = {}) => ({ item, reply, agree: true, repliedOn: '2026-03-10', ...over })
const approve = async (item: number, reply: number, over: object = {}) => {
  await be(office, '赵组')
  return office.ok('disclosure.approve', approval(item, reply, over) as Input<'disclosure.approve'>)
}
const stateOf = async (disclosure: number) => {
  const { state, items } = await disclosureOf(office, disclosure)
  return [state, ...items.map((item) => item.state)]
}

describe('条例36 what each kind of reply must say', () => {
  it('条例36, B1 × without its reason, what is given, the organ, or its decided review', async () => {
    const { item } = await disclosureRegistered(office)
    await be(office, '陈科')
    for (const kind of REPLY_KINDS) {
      const { review, row } = replyRule[kind]
      const said = replyOfKind(kind)
      if (row !== 'open') expect(await office.no('disclosure.reply', { item, ...said, reason: undefined }), kind).toMatchObject({ field: 'reason' })
      if (said.given) expect(await office.no('disclosure.reply', { item, ...said, given: '' }), kind).toMatchObject({ field: 'given' })
      if (said.organ) expect(await office.no('disclosure.reply', { item, ...said, organ: '' }), kind).toMatchObject({ field: 'organ' })
      const against = review ? 'B1' : kind === 'unclear' ? '条例30' : kind === 'unpaid' ? '条例36' : null
      if (against) expect(await office.no('disclosure.reply', { item, ...said }), kind).toMatchObject({ clause: against, field: 'kind' })
      else await office.ok('disclosure.reply', { item, ...said })
    }
  })

  it('条例30, 42 unclear after a 补正, unpaid after a notice of the fee', async () => {
    const { disclosure } = await disclosureReceived(office)
    await office.ok('disclosure.askSupplement', { disclosure, ...asking() })
    await office.ok('disclosure.supplement', { disclosure, receivedOn: '2026-03-10', content: '还是不清楚' })
    const { items } = await office.ok('disclosure.register', { disclosure, items: [{ content: '名单', handler: office.id('陈科') }] })
    const item = items[0]?.item as number
    const fee = { disclosure, kind: 'fee', writtenOn: '2026-03-10' } as const
    expect(await office.no('disclosure.letter', fee)).toMatchObject({ code: 'input.missing', field: 'amount' })
    await office.ok('disclosure.letter', { ...fee, amount: 10_000 })
    await be(office, '陈科')
    await office.ok('disclosure.reply', { item, ...replyOfKind('unclear') })
    await office.ok('disclosure.reply', { item, ...replyOfKind('unpaid') })
  })

  it('A4(1)3 what is public already is told where it is registered; anything else is for the 科室', async () => {
    const { item } = await disclosureRegistered(office)
    expect(await office.no('disclosure.reply', { item, ...replyOfKind('notHeld') })).toMatchObject({ clause: 'A4(1)3', field: 'item' })
    const { step } = await office.ok('disclosure.reply', { item, ...replyOfKind('alreadyPublic') })
    await approve(item, step)
  })
})

describe('B1 先审查、后公开', () => {
  it('B1 予以公开 on a review decided so, 不予公开 on one decided so, not the other way about', async () => {
    const open = await disclosureReviewed(office)
    await be(office, '陈科')
    expect(await office.no('disclosure.reply', { item: open.item, ...replyOfKind('internal') })).toMatchObject({ clause: 'B1' })
    await office.ok('disclosure.reply', { item: open.item, ...replyOfKind('partly') })
    const withheld = await disclosureReviewed(office, 'withheld')
    const bears = async ({ disclosure }: { disclosure: number }) => (await disclosureOf(office, disclosure)).items[0]?.reviews.map((one) => one.bears)
    expect([await bears(open), await bears(withheld)]).toEqual([[['open']], [['withheld']]])
    await be(office, '陈科')
    expect(await office.no('disclosure.reply', { item: withheld.item, ...replyOfKind('provided') })).toMatchObject({ clause: 'B1' })
    await office.ok('disclosure.reply', { item: withheld.item, ...replyOfKind('internal') })
  })

  it('B1 × while the review is not decided; × a review for an item of another 科室, or one that is answered', async () => {
    const { disclosure, item } = await disclosureRegistered(office)
    await be(office, '陈科')
    await office.ok('review.draft', itemText(item))
    expect((await disclosureOf(office, disclosure)).items[0]?.reviews).toMatchObject([{ bears: [] }])
    expect(await office.no('disclosure.reply', { item, ...replyOfKind('notHeld') })).toMatchObject({ clause: 'B1', field: 'item' })
    expect(await office.no('review.draft', itemText(9999))).toMatchObject({ clause: 'G3.2', field: 'item' })
    const { item: answered } = await disclosureAnswered(office)
    await be(office, '陈科')
    expect(await office.no('review.draft', itemText(answered))).toMatchObject({ code: 'state.forbids' })
  })

  it('B1 a review that is changed after approval voids the reply: it is neither given out nor approved again, but reviewed anew; its clock runs on', async () => {
    const { disclosure, item, reply, review, letter } = await disclosureAnswered(office, 'provided')
    expect(await stateOf(disclosure)).toEqual(['answered', 'answered'])
    await be(office, '陈科')
    const { carrier: _carrier, unit: _unit, item: _item, ...text } = itemText(item)
    await office.ok('review.revise', { review: review as number, version: 1, ...text, changes: '删去电话' })
    expect(await stateOf(disclosure)).toEqual(['registered', 'inReview'])
    const voided = { clause: 'B1', message: expect.stringContaining('审查已经作废，须重新审查') }
    expect(await office.no('disclosure.deliver', { letter, how: 'collected', deliveredOn: '2026-03-10' })).toMatchObject(voided)
    expect(await office.no('disclosure.reply', { item, ...replyOfKind('provided') })).toMatchObject(voided)
    expect(await disclosureOf(office, disclosure)).toMatchObject({
      letters: [{ stands: false }],
      items: [{ clock: { open: true }, replies: [{ stands: false, approved: true }] }],
    })
    await be(office, '赵组')
    expect(await office.no('disclosure.approve', approval(item, reply))).toMatchObject(voided)
    await reviewThrough(office, review as number, 'open', 2)
    await be(office, '陈科')
    const { step } = await office.ok('disclosure.reply', { item, ...replyOfKind('provided') })
    const { letter: next } = await approve(item, step)
    await be(office, '韩综')
    expect(await office.no('disclosure.deliver', { letter, how: 'collected', deliveredOn: '2026-03-10' })).toMatchObject({ clause: 'B1' })
    await office.ok('disclosure.deliver', { letter: next?.id as number, how: 'collected', deliveredOn: '2026-03-10' })
    expect(await stateOf(disclosure)).toEqual(['delivered', 'delivered'])
  })

  it('B1 changed between draft and approval: approval is refused; given up, it is back in hand', async () => {
    const { item, reply, review, disclosure } = await replyDrafted(office, 'provided')
    await be(office, '陈科')
    const { carrier: _carrier, unit: _unit, item: _item, ...text } = itemText(item)
    await office.ok('review.revise', { review: review as number, version: 1, ...text, changes: '删去电话' })
    await office.ok('review.close', { review: review as number, version: 2, how: 'cancelled', words: '另行提交' })
    expect(await stateOf(disclosure)).toEqual(['registered', 'inHand'])
    await be(office, '赵组')
    expect(await office.no('disclosure.approve', approval(item, reply))).toMatchObject({ clause: 'B1', message: expect.stringContaining('作废') })
  })
})

describe('条例15, 32 whose right it is', () => {
  it('条例32 不予公开 for a third party only once it was asked and did not agree; given against its will only with a reason', async () => {
    const withheld = await disclosureReviewed(office, 'withheld')
    await be(office, '陈科')
    const third = { item: withheld.item, ...replyOfKind('thirdParty') }
    expect(await office.no('disclosure.reply', third)).toMatchObject({ clause: '条例32', field: 'kind' })
    const told = {
      disclosure: withheld.disclosure,
      item: withheld.item,
      kind: 'thirdPartyTold',
      to: '青禾示范公司',
      words: '决定公开',
      writtenOn: '2026-03-10',
    }
    expect(await office.no('disclosure.letter', told)).toMatchObject({ clause: '条例32' })
    const ask = async (item: number, answer: 'agrees' | 'refuses') => {
      const { step } = await office.ok('disclosure.consult', { item, step: sentTo() })
      await office.ok('disclosure.consult', { item, step: answeredBy(step, { answer }) })
    }
    await ask(withheld.item, 'agrees')
    expect(await office.no('disclosure.reply', third)).toMatchObject({ clause: '条例15' })
    await ask(withheld.item, 'refuses')
    await office.ok('disclosure.reply', third)
    const open = await disclosureReviewed(office)
    await be(office, '陈科')
    await ask(open.item, 'refuses')
    expect(await office.no('disclosure.reply', { item: open.item, ...replyOfKind('provided') })).toMatchObject({ field: 'reason' })
    await office.ok('disclosure.reply', { item: open.item, ...replyOfKind('provided', { reason: '公共利益需要' }) })
  })
})

describe('G3.3 批准, 送达, 归档', () => {
  it('B7 nobody approves what they drafted; × not the last draft; × given back without a reason; × a day to come or before the draft', async () => {
    const both = await withPassword(office, ['section', 'groupLeader'])
    const { disclosure } = await disclosureReceived(office)
    const { items } = await office.ok('disclosure.register', { disclosure, items: [{ content: '名单', handler: both.id }] })
    const item = items[0]?.item as number
    await office.as(both.name)
    const { step: first } = await office.ok('disclosure.reply', { item, ...replyOfKind('notHeld') })
    const { step } = await office.ok('disclosure.reply', { item, ...replyOfKind('toBeMade') })
    expect(await office.no('disclosure.approve', approval(item, step))).toMatchObject({ clause: 'B7', message: expect.stringContaining('本人') })
    await be(office, '赵组')
    expect(await office.no('disclosure.approve', approval(item, first))).toMatchObject({ code: 'state.conflict', field: 'reply' })
    expect(await office.no('disclosure.approve', approval(item, step, { agree: false }))).toMatchObject({ field: 'opinion' })
    expect(await office.no('disclosure.approve', approval(item, step, { repliedOn: '2026-03-11' }))).toMatchObject({ code: 'input.future' })
    expect(await office.no('disclosure.approve', approval(item, step, { repliedOn: '2026-03-09' }))).toMatchObject({ code: 'input.range' })
    expect(await approve(item, step, { agree: false, opinion: '再查' })).toMatchObject({ state: 'inHand', letter: null })
  })

  it('A4(1)4, 条例37 items are answered apart: the application is answered with the last, delivered with the last', async () => {
    const { disclosure, items } = await disclosureRegistered(office, {}, ['名单', '人数'])
    const letters: number[] = []
    for (const item of items) {
      await be(office, '陈科')
      const { step } = await office.ok('disclosure.reply', { item, ...replyOfKind('notHeld') })
      letters.push((await approve(item, step)).letter?.id as number)
      if (letters.length === 1) expect(await stateOf(disclosure)).toEqual(['registered', 'answered', 'inHand'])
    }
    await be(office, '韩综')
    const withdrawn = { disclosure, how: 'withdrawn', on: '2026-03-10', words: '来函' } as const
    expect(await office.no('disclosure.close', withdrawn)).toMatchObject({ clause: '条例29' })
    const give = (letter: number) => ({ letter, how: 'mailed' as const, deliveredOn: '2026-03-10', receipt: '挂号' })
    await office.ok('disclosure.deliver', give(letters[0] as number))
    expect(await office.no('disclosure.deliver', give(letters[0] as number))).toMatchObject({ message: expect.stringContaining('已经登记送达') })
    expect(await stateOf(disclosure)).toEqual(['answered', 'delivered', 'answered'])
    expect(await office.no('disclosure.close', { ...withdrawn, how: 'filed' })).toMatchObject({ clause: 'G4' })
    await office.ok('disclosure.deliver', give(letters[1] as number))
    await office.ok('disclosure.close', { ...withdrawn, how: 'filed', words: '2026-公开-1卷' })
    expect(await stateOf(disclosure)).toEqual(['filed', 'delivered', 'delivered'])
  })

  it('条例33 a late reply is given all the same, and told of as late', async () => {
    const { disclosure } = await disclosureAnswered(office, 'notHeld', { arrivedOn: '2026-01-20' })
    expect((await disclosureOf(office, disclosure)).items[0]).toMatchObject({ clock: { due: '2026-02-24', open: false }, replies: [{ late: true }] })
  })

  it('行政复议法23 the letter of what is withheld says: first 行政复议, within 60 days, and no suit instead (acceptance 44)', async () => {
    const { letter } = await disclosureAnswered(office, 'internal')
    const store = await openStore(office.dir)
    const [{ text } = { text: '' }] = store.all<{ text: string }>(`SELECT text FROM disclosure_letter WHERE id = ${letter}`)
    const { remedies } = JSON.parse(text) as { remedies: string }
    expect(remedies).toMatch(/行政复议/)
    expect(remedies).toMatch(/60日|六十日/)
    expect(remedies).not.toMatch(/或者.*诉讼/)
    // Whoever applied, and what for, stands in the rows alone: neither in a signature nor in the record
    const told = [...store.all<object>('SELECT record FROM signature'), ...store.all<object>('SELECT object, detail FROM audit_entry')]
    expect(JSON.stringify(told)).not.toMatch(/申请人甲|接种点名单/)
    store.close()
  })

  it('G3.4 反馈 on what was answered stands with it', async () => {
    const { disclosure, number } = await disclosureDelivered(office)
    await office.ok('disclosure.hear', {
      kind: 'complaint',
      channel: 'oral',
      heardOn: '2026-03-10',
      content: '太慢',
      disclosure,
      improvement: '先电话告知',
    })
    expect((await disclosureOf(office, disclosure)).heard).toMatchObject([{ about: number, improvement: '先电话告知' }])
    await be(office, '陈科')
    expect((await office.ok('disclosure.heard', { disclosure })).rows).toHaveLength(1)
  })
})

// Last: from here on the unit has its 领导小组
it('B6 once the unit entered its 领导小组, the 组长 in office approves, nobody else', async () => {
  const { item, reply } = await replyDrafted(office)
  await office.as('钱安')
  const term = { person: office.id('王管'), seat: 'leader' as const, from: '2026-03-01', until: '2026-12-31', paper: '青疾控发〔2026〕1号' }
  await office.ok('people.seat', { step: { kind: 'begins', ...term } })
  await be(office, '赵组')
  expect(await office.no('disclosure.approve', approval(item, reply))).toMatchObject({ clause: 'B6', message: expect.stringContaining('王管') })
})
