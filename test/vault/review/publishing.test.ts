import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reviewOutcomeLabel } from '../../../contract/terms.ts'
import { type Office, openOffice } from '../../support/office.ts'
import {
  be,
  checklist,
  opinion,
  passage,
  registered,
  reviewDecided,
  reviewDrafted,
  reviewExamined,
  reviewOf,
  reviewOpined,
  reviewReleased,
  reviewTyped,
  text,
} from '../../support/records.ts'
import { openStore } from '../../support/store.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const draft = (over: object) => office.no('review.draft', { carrier: 'official', unit: '业务一科', ...text(), ...over })

describe('B8, B9 what is filed', () => {
  it('B8 a 公文 says its 属性, and no other does; the opinion fits it', async () => {
    await be(office, '陈科')
    expect(await draft({ attribute: undefined })).toMatchObject({ code: 'input.missing', clause: 'B8', field: 'attribute' })
    expect(await draft({ carrier: 'other' })).toMatchObject({ code: 'input.unknownField', clause: 'B8', field: 'attribute' })
    const { review } = await reviewDrafted(office, { attribute: 'withheld' })
    expect(await office.no('review.opine', { review, version: 1, ...opinion() })).toMatchObject({ clause: 'B8', field: 'proposal' })
  })

  it('B9 标题及文号或内容摘要, 公开方式、时间、范围, a day that has come', async () => {
    await be(office, '陈科')
    expect(await draft({ symbol: undefined })).toMatchObject({ code: 'input.missing', clause: 'B9', field: 'summary' })
    expect(await draft({ channels: [] })).toMatchObject({ code: 'input.missing', field: 'channels' })
    expect(await draft({ channels: ['site', 'site'] })).toMatchObject({ code: 'input.duplicate', field: 'channels' })
    expect(await draft({ channels: ['elsewhere'] })).toMatchObject({ code: 'input.missing', field: 'channelNote' })
    expect(await draft({ channelNote: '喇叭' })).toMatchObject({ code: 'input.unknownField', field: 'channelNote' })
    expect(await draft({ plannedOn: undefined })).toMatchObject({ code: 'input.missing', field: 'plannedOn' })
    expect(await draft({ audience: undefined })).toMatchObject({ code: 'input.missing', field: 'audience' })
    expect(await draft({ madeOn: '2026-03-11' })).toMatchObject({ code: 'input.future', field: 'madeOn' })
    await office.ok('review.draft', {
      carrier: 'official',
      unit: '业务一科',
      ...text({ attribute: 'withheld', channels: [], plannedOn: undefined, audience: undefined }),
    })
  })

  it('B9 a case is found by any part of its number, and of title, 文号 and unit as they stand now', async () => {
    const { review, number } = await reviewDrafted(office, { title: '关于夏季蚊媒防制的通告', symbol: '青疾告〔2026〕77号' })
    const found = async (asked: string) => (await office.ok('review.list', { text: asked })).rows.map(({ id }) => id)
    for (const asked of ['蚊', '蚊媒', '告2026', '〔2026〕77', number.slice(-4)]) expect(await found(asked)).toContain(review)
    expect(await found('蚊防')).toEqual([])
    expect(await found('〔〕')).toEqual([])
    await office.ok('review.revise', { review, version: 1, ...text({ title: '关于秋季鼠类防制的通告' }), changes: '改了季节' })
    expect([await found('蚊媒'), await found('鼠类')]).toEqual([[], [review]])
  })

  it('F1(4)a it may come from a document that is in scope; to others that document is its number alone', async () => {
    const hidden = await registered(office)
    await be(office, '陈科')
    expect(await draft({ document: hidden.id })).toMatchObject({ code: 'input.unknownRecord', field: 'document' })
    const { id: document, number } = await registered(office, { level: 'internal', period: undefined, scope: [office.id('陈科')] })
    const { review } = await reviewDrafted(office, { document })
    expect((await reviewOf(office, review)).document).toMatchObject({ number, title: expect.any(String) })
    await be(office, '孙审')
    expect((await reviewOf(office, review)).document).toMatchObject({ number, title: null })
  })

  it('B15 what was given to the archives is ended by their rules, and nothing else is', async () => {
    const { review } = await reviewDrafted(office, { transferred: true })
    expect(await office.no('review.opine', { review, version: 1, ...opinion() })).toMatchObject({ clause: 'B15', field: 'review' })
    await office.ok('review.close', { review, version: 1, how: 'byArchives', words: '青禾市档案馆，按档案开放审核办理' })
    expect((await reviewOf(office, review)).state).toBe('byArchives')
    const other = await reviewDrafted(office)
    expect(await office.no('review.close', { review: other.review, version: 1, how: 'byArchives', words: '档案' })).toMatchObject({ clause: 'B15' })
  })
})

describe('B1 先审查、后公开', () => {
  it('实施条例42 × made public before it was decided, by another way, before the day, or when decided otherwise', async () => {
    const { review } = await reviewExamined(office)
    await be(office, '陈科')
    const release = { review, version: 1, channel: 'site', where: '网站', releasedOn: '2026-03-10' } as const
    expect(await office.no('review.release', release)).toMatchObject({ clause: 'B1', message: expect.stringContaining('先审查、后公开') })
    await be(office, '赵组')
    await office.ok('review.decide', { review, version: 1, outcome: 'open' })
    await be(office, '陈科')
    expect(await office.no('review.release', { ...release, channel: 'press' })).toMatchObject({ clause: 'B1', field: 'channel' })
    expect(await office.no('review.release', { ...release, releasedOn: '2026-03-09' })).toMatchObject({ clause: 'B1', field: 'releasedOn' })
    expect(await office.no('review.release', { ...release, releasedOn: '2026-03-11' })).toMatchObject({ code: 'input.future', field: 'releasedOn' })
    const withheld = await reviewDecided(office, 'withheld')
    await be(office, '陈科')
    expect(await office.no('review.release', { ...release, review: withheld.review })).toMatchObject({ clause: 'B1', field: 'review' })
  })

  it('B1 发布登记 once for each approved way: × the same way again, until there is another text', async () => {
    const { review } = await reviewReleased(office)
    const release = { review, version: 1, channel: 'site', where: '网站另一栏', releasedOn: '2026-03-10' } as const
    expect(await office.no('review.release', release)).toMatchObject({ code: 'rule.forbids', clause: 'B1', field: 'channel' })
    await office.ok('review.release', { ...release, channel: 'board' })
    expect((await reviewOf(office, review)).acts.find(({ call }) => call === 'review.release')).toMatchObject({ why: expect.stringContaining('B1') })
  })

  it.each(['open', 'onApplication', 'withheld', 'change'] as const)(
    'C6(2) a new text voids %s: 待审, all three steps again, the old text is not signed any more',
    async (outcome) => {
      const { review } = await reviewDecided(office, outcome)
      await be(office, '陈科')
      const revised = await office.ok('review.revise', { review, version: 1, ...text(), changes: '改了第二段' })
      expect(revised).toMatchObject({ state: 'pending', version: 2 })
      const release = { review, channel: 'site', where: '网站', releasedOn: '2026-03-10' } as const
      expect(await office.no('review.release', { ...release, version: 1 })).toMatchObject({
        code: 'state.conflict',
        clause: 'C6(2)',
        field: 'version',
      })
      expect(await office.no('review.release', { ...release, version: 2 })).toMatchObject({ clause: 'B1' })
      const view = await reviewOf(office, review)
      expect(
        view.steps.some(({ stands }) => stands),
        reviewOutcomeLabel[outcome],
      ).toBe(false)
      expect(view.versions.map(({ version, changes }) => [version, changes])).toEqual([
        [1, null],
        [2, '改了第二段'],
      ])
      await be(office, '赵组')
      expect(await office.no('review.decide', { review, version: 2, outcome: 'open' })).toMatchObject({ clause: 'B7' })
    },
  )

  it('B1 × decided on a text that was replaced while the 组长 had it before them, also in place', async () => {
    const { review } = await reviewExamined(office)
    const decide = { review, version: 1, outcome: 'open', reason: '同意' } as const
    await be(office, '陈科')
    await office.ok('review.revise', { review, version: 1, ...text(), changes: '换了数字' })
    await be(office, '李保')
    expect(await office.notSigned('赵组', 'review.decide', decide)).toMatchObject({ code: 'state.conflict', clause: 'C6(2)', field: 'version' })
  })

  it('C6(2) also once it is public; × once it is filed; × on a text that was replaced meanwhile', async () => {
    const { review } = await reviewReleased(office)
    await office.ok('review.revise', { review, version: 1, ...text(), changes: '更新时间' })
    expect(await office.no('review.revise', { review, version: 1, ...text(), changes: '又更新' })).toMatchObject({ code: 'state.conflict' })
    const filed = await reviewReleased(office)
    await office.ok('review.close', { review: filed.review, version: 1, how: 'filed', words: '1卷' })
    expect(await office.no('review.revise', { review: filed.review, version: 1, ...text(), changes: '更新' })).toMatchObject({
      code: 'state.forbids',
      clause: 'C6(2)',
    })
  })

  it('B9 作废 keeps its number and its steps; × of what was concluded; × 归档 of what was not', async () => {
    const { review } = await reviewOpined(office)
    expect(await office.no('review.close', { review, version: 1, how: 'filed', words: '1卷' })).toMatchObject({ clause: 'B9', field: 'how' })
    await office.ok('review.close', { review, version: 1, how: 'cancelled', words: '不再公开' })
    expect(await reviewOf(office, review)).toMatchObject({ state: 'cancelled', steps: [{ act: 'opinion' }, { act: 'cancelled', words: '不再公开' }] })
    const withheld = await reviewDecided(office, 'withheld')
    await be(office, '陈科')
    const close = { review: withheld.review, version: 1, words: '1卷' } as const
    expect(await office.no('review.close', { ...close, how: 'cancelled' })).toMatchObject({ clause: 'B9', field: 'how' })
    await office.ok('review.close', { ...close, how: 'filed' })
  })
})

it('G4 every step is kept, and neither the record nor a signature holds a title, a sentence, a text or the name of whoever was asked', async () => {
  const [title, summary, reason, to, where, note] = ['赤霞计划示范公告', '赤霞摘要', '赤霞理由', '赤霞公司', '赤霞栏目', '赤霞情况'] as const
  const content = '赤霞正文：赤霞人同意。\n'.repeat(3)
  const redactions = [passage(content, '赤霞人', { how: 'delete' })]
  const { review } = await reviewTyped(office, { title, summary, content, redactions })
  await be(office, '陈科')
  const overlapping = { carrier: 'official', unit: '业务一科', ...text({ title }), content, redactions: [...redactions, ...redactions] } as const
  expect(JSON.stringify(await office.no('review.draft', overlapping))).not.toContain('赤霞')
  const items = { ...checklist(), privacy: { answer: 'yes' as const, note } }
  await office.ok('review.opine', { review, version: 1, ...opinion({ reason, checklist: items, interest: reason }) })
  await office.ok('review.consult', { review, version: 1, step: { kind: 'sent', to, sentOn: '2026-03-10' } })
  await be(office, '李保')
  await office.signed('孙审', 'review.examine', { review, version: 1, agree: true, opinion: reason })
  await office.signed('赵组', 'review.decide', { review, version: 1, outcome: 'open', reason, interest: reason })
  await be(office, '陈科')
  await office.ok('review.release', { review, version: 1, channel: 'site', where, releasedOn: '2026-03-10' })
  for (const copy of ['marked', 'released'] as const) await office.ok('paper.reviewText', { review, version: 1, copy })
  expect((await reviewOf(office, review)).steps).toHaveLength(5)
  const store = await openStore(office.dir)
  expect(store.all("SELECT 1 FROM review_version WHERE instr(title, '赤霞') > 0")).toHaveLength(1)
  expect(store.all("SELECT 1 FROM review_text WHERE instr(content, '赤霞') > 0")).toHaveLength(1)
  expect(store.all("SELECT 1 FROM signature WHERE instr(record, '赤霞') > 0")).toEqual([])
  expect(store.all("SELECT 1 FROM audit_entry WHERE instr(detail || changes || object, '赤霞') > 0")).toEqual([])
  store.close()
})
