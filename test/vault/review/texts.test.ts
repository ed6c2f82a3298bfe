import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { limits } from '../../../contract/fields.ts'
import { BLACKENED } from '../../../contract/terms.ts'
import { applied, leakedIn, runsOf } from '../../../electron/vault/review/redaction.ts'
import { refuseLeaked } from '../../../electron/vault/paper/review-text.ts'
import { type Office, openOffice } from '../../support/office.ts'
import {
  be,
  checklist,
  content,
  opinion,
  passage,
  redactions,
  registered,
  released,
  reviewDecided,
  reviewDrafted,
  reviewOf,
  reviewTyped,
  text,
  textsAllowed,
  typedDecided,
} from '../../support/records.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const sha256 = (words: string) => createHash('sha256').update(words).digest('hex')
const draft = (over: object) => office.no('review.draft', { carrier: 'official', unit: '业务一科', ...text(), content, ...over })

describe('保密法31 a text comes into the vault only where that is allowed, and below the workstation level', () => {
  it('保密法31 off by default: the text stays on paper, and so do its deletions; nobody but the 安全保密管理员 allows it', async () => {
    await be(office, '陈科')
    expect(await draft({})).toMatchObject({ code: 'rule.forbids', clause: '保密法31', field: 'content' })
    expect(await draft({ content: undefined, redactions })).toMatchObject({ code: 'input.unknownField', field: 'redactions' })
    expect(await office.no('office.changeSettings', { reviewTexts: true })).toMatchObject({ code: 'session.role' })
    const { review } = await reviewDrafted(office)
    expect((await reviewOf(office, review)).versions).toMatchObject([{ text: null, digest: null }])
    expect(await office.no('review.text', { review, version: 1 })).toMatchObject({ code: 'rule.forbids', clause: '保密法31', field: 'version' })
  })

  it('保密法31 × on a workstation of 内部: it must be strictly below', async () => {
    const lowest = await openOffice({ level: 'internal' })
    try {
      await textsAllowed(lowest)
      await be(lowest, '陈科')
      const typed = { carrier: 'official', unit: '业务一科', ...text(), content } as const
      expect(await lowest.no('review.draft', typed)).toMatchObject({ code: 'rule.forbids', clause: '保密法31', field: 'content' })
    } finally {
      await lowest.close()
    }
  })

  it('保密法31, B4 × of what comes from a paper with 国家秘密标志; of 内部 it may', async () => {
    await textsAllowed(office)
    const scope = [office.id('陈科')]
    const secret = await registered(office, { scope })
    const internal = await registered(office, { scope, level: 'internal', period: undefined })
    await be(office, '陈科')
    expect(await draft({ document: secret.id })).toMatchObject({ code: 'rule.forbids', clause: '保密法31', field: 'content' })
    await reviewTyped(office, { document: internal.id })
  })

  it.each(['yes', 'unsure'] as const)(
    '保密法31 国家秘密 %s: printed no more, and no later text comes in without its 解密 document',
    async (answer) => {
      const { review } = await reviewTyped(office)
      const said = opinion({ proposal: answer === 'yes' ? 'declassify' : 'refer', checklist: checklist({ stateSecret: answer }) })
      await office.ok('review.opine', { review, version: 1, ...said })
      expect(await office.no('paper.reviewText', { review, version: 1, copy: 'marked' })).toMatchObject({ clause: '保密法31', field: 'version' })
      const revised = { review, version: 1, ...text(), changes: '删去', content }
      expect(await office.no('review.revise', revised)).toMatchObject({ code: 'rule.forbids', clause: '保密法31', field: 'content' })
      const declassification = { issuer: '青禾市人民政府办公室', symbol: '青政办解〔2026〕1号', date: '2026-03-09' }
      await office.ok('review.revise', { ...revised, declassification })
      await office.ok('paper.reviewText', { review, version: 2, copy: 'marked' })
    },
  )
})

describe('B10 涂黑、删除', () => {
  beforeAll(() => textsAllowed(office))

  it('B10 what stands for release is the text with its deletions applied; both digests are the vault’s own', async () => {
    await be(office, '陈科')
    expect(await draft({ digest: 'a'.repeat(64) })).toMatchObject({ code: 'input.unknownField', field: 'digest' })
    const { review } = await reviewTyped(office, { redactions: redactions.toReversed() })
    expect(await office.ok('review.text', { review, version: 1 })).toEqual({
      version: 1,
      content,
      digest: sha256(content),
      deletions: redactions.map((each) => ({ ...each, left: 0 })),
      released,
      releasedDigest: sha256(released),
    })
    expect((await reviewOf(office, review)).versions).toMatchObject([{ digest: sha256(content), text: { deletions: 2, released: sha256(released) } }])
  })

  it('B10 涂黑 does not tell how long a name was, and the same name elsewhere is pointed out', async () => {
    const named = '甲示范、欧阳示范同意。甲示范负责。'
    const marks = [passage(named, '甲示范'), passage(named, '欧阳示范')]
    const { review } = await reviewTyped(office, { content: named, redactions: marks })
    const seen = await office.ok('review.text', { review, version: 1 })
    expect(seen.released).toBe(`${BLACKENED}、${BLACKENED}同意。甲示范负责。`)
    expect(seen.deletions.map(({ left }) => left)).toEqual([1, 0])
  })

  it('B10 × a range outside the text, of nothing, over another, through a character, over all of it', async () => {
    await be(office, '陈科')
    const one = { how: 'delete', reason: 'privacy' } as const
    const no = (given: readonly [number, number][], said = content) =>
      draft({ content: said, redactions: given.map(([from, to]) => ({ from, to, ...one })) })
    expect(await no([[0, content.length + 1]])).toMatchObject({ code: 'rule.forbids', clause: 'B10', field: 'redactions.0.to' })
    expect(await no([[3, 3]])).toMatchObject({ code: 'rule.forbids', field: 'redactions.0.to' })
    expect(
      await no([
        [4, 8],
        [2, 5],
      ]),
    ).toMatchObject({ code: 'rule.forbids', field: 'redactions.0' })
    expect(await no([[1, 2]], '𠮷地示范')).toMatchObject({ code: 'rule.forbids', field: 'redactions.0.from' })
    expect(await no([[0, 3]], '吉地𠮷')).toMatchObject({ code: 'rule.forbids', field: 'redactions.0.to' })
    expect(await no([[0, content.length]])).toMatchObject({ code: 'rule.forbids', field: 'redactions' })
    // What touches is apart
    await reviewTyped(office, {
      redactions: [
        { from: 0, to: 2, ...one },
        { from: 2, to: 4, ...one },
      ],
    })
  })

  it('B10 × a deletion after which what stood around it says it again', async () => {
    await be(office, '陈科')
    const joined = '试点试点试点试点'
    const given = [{ from: 2, to: 6, how: 'delete', reason: 'privacy' } as const]
    expect(await draft({ content: joined, redactions: given })).toMatchObject({ code: 'rule.forbids', clause: 'B10', field: 'redactions.0' })
    await reviewTyped(office, { content: joined, redactions: [{ ...given[0], how: 'blacken' } as (typeof redactions)[number]] })
  })

  it('B10 line by line, whatever is deleted and not kept elsewhere is looked for in what goes out', () => {
    const runs = runsOf('甲\n乙丙\n丁戊己', [{ from: 2, to: 6, how: 'delete', reason: 'privacy' }])
    expect(applied(runs)).toBe('甲\n戊己')
    expect(leakedIn(runs, '甲\n戊己')).toBe(-1)
    expect(leakedIn(runs, '甲\n乙丙')).toBe(1)
    expect(() => refuseLeaked(runs, '甲（乙丙）')).toThrow()
    expect(() => refuseLeaked(runs, '甲\n戊己')).not.toThrow()
  })

  it('B9 a text of 100,000 characters, taken as it is typed, blanks and all; × a control character, nothing but blanks', async () => {
    const long = `  开头\n\n${'密'.repeat(limits.reviewText - 10)} 尾\n`
    const { review } = await reviewTyped(office, { content: long, redactions: [passage(long, '开头')] })
    expect((await office.ok('review.text', { review, version: 1 })).content).toBe(long)
    expect(await draft({ content: '列\t列' })).toMatchObject({ code: 'input.control', field: 'content' })
    expect(await draft({ content: '行\r\n行' })).toMatchObject({ code: 'input.control', field: 'content' })
    expect(await draft({ content: ' 　\n ' })).toMatchObject({ code: 'input.missing', field: 'content' })
  })
})

describe('B1, C六 the text is under every signature, and is given out only as it was decided', () => {
  it('C6(2) another deletion is another version: what was decided is void, and given out is neither', async () => {
    const { review } = await typedDecided(office)
    await be(office, '陈科')
    await office.ok('paper.reviewText', { review, version: 1, copy: 'released' })
    const revised = { review, version: 1, ...text(), content, redactions: redactions.slice(0, 1), changes: '恢复电话' }
    expect(await office.ok('review.revise', revised)).toMatchObject({ state: 'pending', version: 2 })
    expect(await office.no('paper.reviewText', { review, version: 1, copy: 'released' })).toMatchObject({ code: 'state.conflict', clause: 'C6(2)' })
    expect(await office.no('paper.reviewText', { review, version: 2, copy: 'released' })).toMatchObject({ clause: 'B1', field: 'review' })
    // The one before can still be read beside it
    expect((await office.ok('review.text', { review, version: 1 })).deletions).toHaveLength(2)
    expect(await office.no('review.text', { review, version: 3 })).toMatchObject({ code: 'input.unknownRecord', field: 'version' })
  })

  it('B1 × the public text of what was decided otherwise, or given up; of what is 依申请公开 it is printed', async () => {
    await textsAllowed(office)
    const asked = (review: number) => ({ review, version: 1, copy: 'released' }) as const
    for (const outcome of ['withheld', 'change', 'refer'] as const) {
      const { review } = await reviewDecided(office, outcome, { content, redactions })
      expect(await office.no('paper.reviewText', asked(review)), outcome).toMatchObject({ code: 'rule.forbids', clause: 'B1', field: 'review' })
    }
    const { review: onApplication } = await reviewDecided(office, 'onApplication', { content, redactions })
    await office.ok('paper.reviewText', asked(onApplication))
    const { review: givenUp } = await reviewDecided(office, 'open', { content, redactions })
    await be(office, '陈科')
    await office.ok('review.close', { review: givenUp, version: 1, how: 'cancelled', words: '不再公开' })
    expect(await office.no('paper.reviewText', asked(givenUp))).toMatchObject({ clause: 'B1', field: 'review' })
  })

  it('B10 审查用文本 has every run with its deletion, under the case’s mark; 公开文本 has no deleted word anywhere, on paper or as a file', async () => {
    const { review } = await typedDecided(office)
    await be(office, '孙审')
    const marked = await office.ok('paper.reviewText', { review, version: 1, copy: 'marked' })
    expect(marked.runs.map(({ words }) => words).join('')).toBe(content)
    expect(marked.runs.flatMap(({ words, deletion }) => (deletion ? [[words, deletion.how, deletion.reason]] : []))).toEqual([
      ['林示范', 'blacken', 'privacy'],
      ['，电话 555-0100', 'delete', 'privacy'],
    ])
    expect(marked).toMatchObject({ frame: { mark: '内部', formNumber: '审查-04' }, digest: sha256(content), file: null })
    await be(office, '陈科')
    const given = await office.ok('paper.reviewText', { review, version: 1, copy: 'released' })
    expect(given).toMatchObject({ frame: { mark: '' }, digest: null, releasedDigest: sha256(released), runs: [{ words: released, deletion: null }] })
    const file = await office.station.redeem(given.file?.ticket ?? '')
    expect(file).toMatchObject({ kind: 'text', text: released, fileName: expect.stringMatching(/^公开文本-审查2026\d{4}-第1版\.txt$/) })
    for (const word of ['林示范', '555-0100', '电话']) expect(JSON.stringify([given, file])).not.toContain(word)
  })

  it('B9 whoever does not see the case sees no text of it', async () => {
    const { review } = await reviewTyped(office)
    await be(office, '冯审')
    expect(await office.no('review.text', { review, version: 1 })).toMatchObject({ code: 'session.role' })
    await be(office, '王管')
    expect(await office.no('paper.reviewText', { review, version: 1, copy: 'marked' })).toMatchObject({ code: 'session.role' })
  })
})
