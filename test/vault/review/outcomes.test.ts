import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input } from '../../../contract/index.ts'
import { CHECK_ITEMS, type CheckItem, REVIEW_OUTCOMES, SAFETY_ITEMS } from '../../../contract/terms.ts'
import { type Office, openOffice } from '../../support/office.ts'
import {
  be,
  checklist,
  letterUp,
  opinion,
  registered,
  replyOf,
  reviewAnswered,
  reviewDecided,
  reviewDrafted,
  reviewExamined,
  reviewOf,
  reviewOpined,
  reviewReferred,
  text,
} from '../../support/records.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

type Said = Partial<Omit<Input<'review.opine'>, 'review' | 'version'>>
/** A text without attribute, so that every proposal fits it. */
const plain = { carrier: 'other', attribute: undefined } as const
const refusedFor = async (review: number, said: Said) => office.no('review.opine', { review, version: 1, ...opinion(said) })

describe('B10, B11 what may be made public', () => {
  it('B10 国家秘密为“是”: only 不予公开 or 解密、删除后公开', async () => {
    const { review } = await reviewDrafted(office, plain)
    const secret = { checklist: checklist({ stateSecret: 'yes' }) }
    for (const proposal of ['open', 'onApplication', 'change'] as const)
      expect(await refusedFor(review, { ...secret, proposal }), proposal).toMatchObject({ code: 'rule.forbids', clause: 'B10', field: 'proposal' })
    expect(await refusedFor(review, { proposal: 'declassify' })).toMatchObject({ clause: 'B10' })
    await office.ok('review.opine', { review, version: 1, ...opinion({ ...secret, proposal: 'declassify' }) })
  })

  it('B10 解密、删除后公开: × a new text without the 解密 document; with it a second review of that very text', async () => {
    const { review } = await reviewDecided(office, 'declassify')
    await be(office, '陈科')
    const revise = { review, version: 1, ...text(), changes: '删去涉密段落' }
    expect(await office.no('review.revise', revise)).toMatchObject({ code: 'input.missing', clause: 'B10', field: 'declassification' })
    const declassification = { issuer: '青禾市人民政府办公室', symbol: '青政办解〔2026〕1号', date: '2026-03-09' }
    expect(await office.no('review.revise', { ...revise, declassification: { ...declassification, date: '2026-03-11' } })).toMatchObject({
      code: 'input.future',
      field: 'declassification.date',
    })
    await office.ok('review.revise', { ...revise, declassification })
    const release = { review, version: 2, channel: 'site', where: '网站', releasedOn: '2026-03-10' } as const
    expect(await office.no('review.release', release)).toMatchObject({ clause: 'B1' })
    await office.ok('review.opine', { review, version: 2, ...opinion() })
    await be(office, '孙审')
    await office.ok('review.examine', { review, version: 2, agree: true })
    await be(office, '赵组')
    await office.ok('review.decide', { review, version: 2, outcome: 'open' })
    await be(office, '陈科')
    await office.ok('review.release', release)
    expect((await reviewOf(office, review)).versions.at(-1)).toMatchObject({ declassification })
  })

  it('B10 × made public in a later text what an earlier one was found to be, without a 解密; × what is marked still', async () => {
    const { review } = await reviewOpined(office, { checklist: checklist({ stateSecret: 'yes' }), proposal: 'declassify' })
    await office.ok('review.revise', { review, version: 1, ...text(), changes: '删去一段' })
    const said = { review, version: 2, ...opinion() }
    expect(await office.no('review.opine', said)).toMatchObject({ clause: 'B10', message: expect.stringContaining('第1版') })
    const { id: document, number } = await registered(office, { scope: [office.id('陈科')] })
    const marked = await reviewDrafted(office, { document })
    expect(await refusedFor(marked.review, {})).toMatchObject({ clause: 'B10', message: expect.stringContaining(number) })
    await be(office, '李保')
    const notice = { issuer: '青禾市人民政府办公室', symbol: '青政办变〔2026〕1号', date: '2026-03-09' }
    await office.ok('documents.declassify', { document, notice })
    await be(office, '陈科')
    await office.ok('review.opine', { review: marked.review, version: 1, ...opinion() })
  })

  it('条例14 what would endanger safety or stability is neither public nor given on application', async () => {
    const { review } = await reviewDrafted(office, plain)
    for (const item of SAFETY_ITEMS)
      for (const proposal of ['open', 'onApplication'] as const)
        expect(await refusedFor(review, { proposal, checklist: checklist({ [item]: 'yes' }) }), item).toMatchObject({ clause: 'B11' })
    const kept = { proposal: 'withheld', basis: ['unit1', 'law14'], checklist: checklist({ publicSafety: 'yes' }) } as const
    await office.ok('review.opine', { review, version: 1, ...opinion({ ...kept, basis: [...kept.basis] }) })
  })

  it('B11 免予公开的依据: × none, × twice, × one that is none of this, × one that the checklist does not bear out', async () => {
    const { review } = await reviewDrafted(office, plain)
    const privacy = checklist({ privacy: 'yes' })
    for (const proposal of ['withheld', 'onApplication'] as const)
      expect(await refusedFor(review, { proposal, checklist: privacy })).toMatchObject({ code: 'input.missing', clause: 'B9', field: 'basis' })
    const said = { proposal: 'withheld', checklist: privacy } as const
    expect(await refusedFor(review, { ...said, basis: ['unit3', 'unit3'] })).toMatchObject({ code: 'input.duplicate', field: 'basis' })
    expect(await refusedFor(review, { ...said, basis: ['unit3', 'law27'] })).toMatchObject({ clause: 'B11', field: 'basis.1' })
    expect(await refusedFor(review, { ...said, basis: ['unit2'] })).toMatchObject({ clause: 'B11', field: 'basis.0' })
    expect(await refusedFor(review, { basis: ['unit3'] })).toMatchObject({ code: 'input.unknownField', clause: 'B9', field: 'basis' })
    expect(await refusedFor(review, { interest: '公共利益' })).toMatchObject({ code: 'input.unknownField', clause: 'B4', field: 'interest' })
    await office.ok('review.opine', { review, version: 1, ...opinion({ ...said, basis: ['unit3', 'law15'] }) })
  })

  it('条例16 内部事务、过程性信息, and what is given on application by 条例27, need no item of the checklist', async () => {
    for (const basis of ['law16internal', 'law16process', 'law16files'] as const)
      await reviewOpined(office, { proposal: 'withheld', basis: [basis] }, plain)
    await reviewOpined(office, { proposal: 'onApplication', basis: ['law27'] }, plain)
  })

  it('B7 不予公开、依申请、修改、解密、报请的 say why, also when the 组长 decides', async () => {
    const { review } = await reviewExamined(office, { checklist: checklist({ privacy: 'yes' }), interest: '公共利益需要' })
    await be(office, '赵组')
    for (const outcome of ['withheld', 'onApplication', 'change'] as const)
      expect(await office.no('review.decide', { review, version: 1, outcome, basis: [] })).toMatchObject({
        code: 'input.missing',
        clause: 'B7',
        field: 'reason',
      })
  })
})

describe('B4 商业秘密、个人隐私', () => {
  const consulted = async (item: CheckItem = 'privacy') => {
    const { review } = await reviewOpined(office, { checklist: checklist({ [item]: 'yes' }) })
    const sent = { kind: 'sent', to: '青禾示范公司', sentOn: '2026-02-09' } as const
    const { step: consult } = await office.ok('review.consult', { review, version: 1, step: sent })
    return { review, consult }
  }
  const examine = async (review: number) => {
    await be(office, '孙审')
    return office.no('review.examine', { review, version: 1, agree: true })
  }

  it.each(['tradeSecret', 'privacy'] as const)('B4 %s 拟公开: × nobody asked; or 公共利益 with its reason', async (item) => {
    const { review } = await reviewOpined(office, { checklist: checklist({ [item]: 'yes' }) })
    expect(await examine(review)).toMatchObject({ code: 'rule.forbids', clause: 'B4', field: 'agree' })
    const { review: outweighed } = await reviewExamined(office, { checklist: checklist({ [item]: 'yes' }), interest: '不公开对公共利益造成重大影响' })
    await be(office, '赵组')
    await office.ok('review.decide', { review: outweighed, version: 1, outcome: 'open' })
  })

  it('条例32 asked, with the clock of 15 working days; × still waiting; × 逾期 before the clock is out; then open', async () => {
    const { review, consult } = await consulted()
    expect((await reviewOf(office, review)).consults).toMatchObject([{ to: '青禾示范公司', days: 15, due: '2026-03-06', answer: null }])
    expect(await examine(review)).toMatchObject({ clause: 'B4', message: expect.stringContaining('尚未答复') })
    const answered = (over: object) => ({
      review,
      version: 1,
      step: { kind: 'answered', consult, answer: 'none', answeredOn: '2026-03-09', ...over },
    })
    expect(await office.no('review.consult', answered({ answeredOn: '2026-03-06' }))).toMatchObject({ clause: '条例32', field: 'step.answer' })
    expect(await office.no('review.consult', answered({ answeredOn: '2026-03-11' }))).toMatchObject({
      code: 'input.future',
      field: 'step.answeredOn',
    })
    expect(await office.no('review.consult', answered({ answeredOn: '2026-02-08' }))).toMatchObject({ code: 'input.range' })
    expect(await office.no('review.consult', answered({ consult: 9999 }))).toMatchObject({ code: 'input.unknownRecord', field: 'step.consult' })
    await office.ok('review.consult', { review, version: 1, step: { kind: 'answered', consult, answer: 'none', answeredOn: '2026-03-09' } })
    expect(await office.no('review.consult', answered({}))).toMatchObject({ clause: '条例32', field: 'step.consult' })
    await office.ok('review.examine', { review, version: 1, agree: true })
  })

  it('条例15 the holder refuses: × open without 公共利益; × what was asked of a former text', async () => {
    const { review, consult } = await consulted('tradeSecret')
    const refuses = { kind: 'answered', consult, answer: 'refuses', answeredOn: '2026-02-20', words: '涉及工艺' } as const
    await office.ok('review.consult', { review, version: 1, step: refuses })
    expect(await examine(review)).toMatchObject({ clause: 'B4', message: expect.stringContaining('不同意公开') })
    await be(office, '陈科')
    await office.ok('review.revise', { review, version: 1, ...text(), changes: '删去工艺' })
    await office.ok('review.opine', { review, version: 2, ...opinion({ checklist: checklist({ tradeSecret: 'yes' }) }) })
    await be(office, '孙审')
    expect(await office.no('review.examine', { review, version: 2, agree: true })).toMatchObject({
      clause: 'B4',
      message: expect.stringContaining('应征求'),
    })
  })
})

describe('B12–B14 不能确定的报请确定', () => {
  it.each(CHECK_ITEMS)('B12 %s 不确定: only 报请确定', async (item) => {
    const { review } = await reviewDrafted(office, plain)
    for (const proposal of REVIEW_OUTCOMES.filter((each) => each !== 'refer'))
      expect(await refusedFor(review, { proposal, checklist: checklist({ [item]: 'unsure' }) }), proposal).toMatchObject({
        clause: 'B12',
        field: 'proposal',
      })
    expect(await refusedFor(review, { proposal: 'refer' }), '都能确定').toMatchObject({ clause: 'B12' })
  })

  it('B12 also the 组长 refers what is not certain; certain again in a new checklist it need not be', async () => {
    const { review } = await reviewExamined(office, { proposal: 'refer', checklist: checklist({ socialStability: 'unsure' }) })
    await be(office, '赵组')
    expect(await office.no('review.decide', { review, version: 1, outcome: 'open' })).toMatchObject({ clause: 'B12', field: 'outcome' })
    await office.ok('review.decide', { review, version: 1, outcome: 'return', reason: '可以确定' })
    await be(office, '陈科')
    expect(await office.no('review.refer', { review, version: 1, step: letterUp })).toMatchObject({ clause: 'B12' })
    await office.ok('review.opine', { review, version: 1, ...opinion() })
  })

  it('实施条例25 what is not certain is to be referred within ten working days of the opinion that says so', async () => {
    const { review } = await reviewOpined(office, { proposal: 'refer', checklist: checklist({ economicSecurity: 'unsure' }) })
    expect((await reviewOf(office, review)).referClock).toMatchObject({ from: '2026-03-10', days: 10, due: '2026-03-24', open: true, laxer: null })
    const { review: sure } = await reviewOpined(office)
    expect((await reviewOf(office, sure)).referClock).toBeNull()
  })

  it('B14 缺一不可: × without the text, × without the paper that says why it cannot be decided', async () => {
    const { review } = await reviewDecided(office, 'refer')
    await be(office, '陈科')
    const send = (over: object) => office.no('review.refer', { review, version: 1, step: { ...letterUp, ...over } })
    expect(await send({ cause: undefined })).toMatchObject({
      clause: 'B14',
      field: 'step.cause',
      message: expect.stringContaining('缺说明不能确定原因的公文'),
    })
    expect(await send({ text: '' })).toMatchObject({ clause: 'B14', field: 'step.text', message: expect.stringContaining('缺申请确定的信息文本') })
    expect(await send({ sentOn: '2026-03-11' })).toMatchObject({ code: 'input.future' })
    expect(await send({ sentOn: '2026-03-09' })).toMatchObject({ code: 'input.range', field: 'step.sentOn' })
    await office.ok('review.refer', { review, version: 1, step: { ...letterUp, others: ['有关规定'] } })
    expect(await reviewOf(office, review)).toMatchObject({ state: 'referred', referrals: [{ others: ['有关规定'], reply: null }] })
  })

  it('B13 nothing goes on before the 批复 is entered, neither by release, decision nor a new text; then it is decided as it concludes', async () => {
    const { review } = await reviewReferred(office)
    const release = { review, version: 1, channel: 'site', where: '网站', releasedOn: '2026-03-10' } as const
    expect(await office.no('review.release', release)).toMatchObject({ clause: 'B1' })
    expect(await office.no('review.revise', { review, version: 1, ...text(), changes: '改' })).toMatchObject({ clause: 'B13' })
    expect(await office.no('review.refer', { review, version: 1, step: letterUp })).toMatchObject({ code: 'state.forbids' })
    await be(office, '赵组')
    const decide = { review, version: 1, reason: '按批复' } as const
    expect(await office.no('review.decide', { ...decide, outcome: 'open' })).toMatchObject({ clause: 'B13' })
    await be(office, '陈科')
    const early = { ...replyOf('withheld'), repliedOn: '2026-03-09' }
    expect(await office.no('review.refer', { review, version: 1, step: early })).toMatchObject({ code: 'input.range', field: 'step.repliedOn' })
    await office.ok('review.refer', { review, version: 1, step: replyOf('withheld') })
    expect(await office.no('review.refer', { review, version: 1, step: replyOf('open') })).toMatchObject({ clause: 'B13' })
    // Nor does a new text get round what was answered
    expect(await office.no('review.revise', { review, version: 1, ...text(), changes: '改' })).toMatchObject({ clause: 'B13' })
    expect(await office.no('review.release', release)).toMatchObject({ clause: 'B1' })
    await be(office, '赵组')
    expect(await office.no('review.decide', { ...decide, outcome: 'open' })).toMatchObject({ clause: 'B13', field: 'outcome' })
    // The 批复 is its basis
    await office.ok('review.decide', { ...decide, outcome: 'withheld' })
    expect(await reviewOf(office, review)).toMatchObject({
      state: 'withheld',
      referrals: [{ reply: { conclusion: 'withheld', number: '青保复〔2026〕1号' } }],
    })
  })

  it('B13 answered 可公开 it is decided so and made public', async () => {
    const { review } = await reviewAnswered(office, 'open')
    await be(office, '赵组')
    await office.ok('review.decide', { review, version: 1, outcome: 'open' })
    await be(office, '陈科')
    await office.ok('review.release', { review, version: 1, channel: 'board', where: '大厅', releasedOn: '2026-03-10' })
  })
})

describe('what waits, and what the month was', () => {
  it('B9 汇总表: what was decided by outcome, and a nil return for a month without any', async () => {
    const { id: document } = await registered(office, { scope: [office.id('陈科')] })
    await reviewDecided(office, 'withheld', { document })
    await be(office, '孙审')
    const march = await office.ok('review.summary', { year: 2026, month: 3 })
    expect(march.nil).toBe(false)
    expect(march.lines).toHaveLength(Object.values(march.decided).reduce((sum, n) => sum + n, 0))
    expect(march.lines.at(-1)).toMatchObject({ outcome: 'withheld', decidedOn: '2026-03-10', by: '赵组' })
    expect(march.released).toBe(2)
    const { frame, summary } = await office.ok('paper.reviewSummary', { year: 2026, month: 3 })
    expect(summary).toEqual(march)
    // One of them comes from a paper that is marked: the sheet bears its mark
    expect(frame).toMatchObject({ formNumber: '审查-02', mark: '机密★5年', fileName: expect.stringMatching(/^审查汇总表-2026-03-印/) })
    const april = await office.ok('review.summary', { year: 2026, month: 4 })
    expect(april).toMatchObject({ nil: true, drafted: 0, released: 0, lines: [], decided: { open: 0, refer: 0 } })
    expect(april.open).toBe(march.open)
  })

  it('B7 a step that lies still for three working days is reminded of, to whose turn it is', async () => {
    const { review, number } = await reviewOpined(office)
    const said = async () => (await office.ok('today.home', {})).reminders.find(({ desk }) => desk === 'review')?.text
    await office.later('2026-03-12T09:00:00+08:00', '孙审')
    expect(await said()).toBeUndefined()
    await office.later('2026-03-13T09:00:00+08:00', '孙审')
    expect(await said()).toContain(number)
    expect((await reviewOf(office, review)).idleDays).toBe(3)
    await be(office, '赵组')
    expect(await said()).not.toContain(number)
  })
})
