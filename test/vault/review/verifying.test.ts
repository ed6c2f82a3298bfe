import { afterAll, beforeAll, expect, it } from 'vitest'
import { removeCopies, verify } from '../../support/attack.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { rebuilt } from '../../support/rebuilt.ts'
import {
  be,
  checklist,
  content,
  opinion,
  reviewAnswered,
  reviewDecided,
  reviewExamined,
  reviewOpined,
  reviewReferred,
  reviewReleased,
  text,
  textsAllowed,
  typedDecided,
} from '../../support/records.ts'

/** An office in which cases stand in every way, closed. */
let office: Office
let whole: Record<'released' | 'withheld' | 'opined' | 'referred' | 'answered' | 'open' | 'other' | 'twice' | 'typed', number>
beforeAll(async () => {
  office = await openOffice()
  const released = (await reviewReleased(office)).review
  const opined = (await reviewOpined(office)).review
  await office.ok('review.revise', { review: opined, version: 1, ...text(), changes: '改正日期' })
  await office.ok('review.opine', { review: opined, version: 2, ...opinion() })
  const withheld = (await reviewDecided(office, 'withheld')).review
  const referred = (await reviewReferred(office)).review
  const answered = (await reviewAnswered(office, 'withheld')).review
  const twice = (await reviewReleased(office)).review
  await office.ok('review.release', { review: twice, version: 1, channel: 'board', where: '一楼大厅', releasedOn: '2026-03-10' })
  const open = (await reviewExamined(office, { checklist: checklist({ privacy: 'yes' }), interest: '公共利益需要' })).review
  await be(office, '赵组')
  await office.ok('review.decide', { review: open, version: 1, outcome: 'open' })
  await office.ok('review.decide', { review: answered, version: 1, outcome: 'withheld', reason: '按批复' })
  await textsAllowed(office)
  const other = (await reviewDecided(office, 'declassify')).review
  await be(office, '陈科')
  const declassification = { issuer: '青禾市人民政府办公室', symbol: '青政办解〔2026〕1号', date: '2026-03-09' }
  await office.ok('review.revise', { review: other, version: 1, ...text(), content, changes: '删去', declassification })
  const typed = (await typedDecided(office)).review
  await office.station.close()
  whole = { released, withheld, opined, referred, answered, open, other, twice, typed }
})
afterAll(async () => {
  await office.close()
  removeCopies()
})

it('B7 the verifier holds with cases in every way', () => {
  expect(verify(office.dir).verdict.broken).toEqual([])
})

/** What the verifier says once these rows are changed behind the door and the record is rebuilt to fit, case by case. */
const toldOf = async (changes: Partial<Record<keyof typeof whole, string>>): Promise<(which: keyof typeof whole) => string> => {
  const spoilt = await openOffice({ from: office.dir })
  try {
    await spoilt.station.close()
    const sql = Object.entries(changes).map(([which, change]) => change.replaceAll('?', String(whole[which as keyof typeof whole])))
    await rebuilt(spoilt.dir, sql.join(';'))
    const { broken } = verify(spoilt.dir).verdict
    return (which) =>
      broken
        .filter(({ where }) => where?.startsWith(`review ${whole[which]}（`))
        .map(({ why }) => why)
        .join('\n')
  } finally {
    await spoilt.close()
  }
}

it('B1, B2, B8, B9 what is not as it was signed is named, the record rebuilt to fit', async () => {
  const told = await toldOf({
    released: "UPDATE review_version SET title = '换了的文本' WHERE review = ?",
    withheld: `UPDATE review_step SET facts = replace(facts, '"answer":"yes"', '"answer":"no"') WHERE review = ?`,
    open: "UPDATE review_step SET words = '另有理由' WHERE review = ? AND act = 'opinion'",
    opined: "UPDATE review_version SET attribute = 'withheld' WHERE review = ? AND version = 1",
    answered: "UPDATE review_step SET by_person = 4 WHERE review = ? AND act = 'examine'",
    referred: "DELETE FROM review_step WHERE review = ? AND act = 'examine'",
    other: 'UPDATE review_version SET declassification = NULL WHERE review = ?',
    typed: "UPDATE review_text SET content = content || '。' WHERE review = ?",
  })
  for (const which of ['released', 'withheld', 'open', 'opined'] as const) expect(told(which), which).toContain('所写的与所签的不同')
  expect(told('answered')).toContain('没有这项职责')
  expect(told('referred')).toContain('decide的次序不合规定')
  expect(told('other')).toContain('新文本没有解密文件')
  expect(told('other')).toContain('国家秘密以后又录入了文本')
  expect(told('typed')).toContain('文本与它的校验值不符')
  expect(told('typed')).toContain('公开文本不是文本去掉涂黑删除的内容所得')
})

it('B7, C6(2), B13 a state, a text or a step that its signed steps do not bear is named', async () => {
  const told = await toldOf({
    released: "UPDATE review_step SET outcome = 'press' WHERE review = ? AND act = 'release'",
    withheld: "UPDATE review_step SET outcome = 'open' WHERE review = ? AND act = 'decide'; UPDATE review SET state = 'open' WHERE id = ?",
    typed: `UPDATE review_version SET redactions = '[]', released = digest WHERE review = ?; UPDATE office SET level = 'internal'`,
    open: "UPDATE review SET handler = (SELECT by_person FROM review_step WHERE review = ? AND act = 'examine') WHERE id = ?",
    opined: "UPDATE review SET version = 1, state = 'opined' WHERE id = ?",
    referred: "UPDATE review SET state = 'answered' WHERE id = ?",
    answered: "UPDATE review_step SET outcome = 'open' WHERE id = (SELECT max(id) FROM review_step WHERE review = ? AND act = 'decide')",
  })
  expect(told('released')).toContain('发布的方式没有经过审查')
  expect(told('withheld')).toContain('国家秘密没有解密就确定公开')
  expect(told('open')).toContain('是承办人、录入人')
  expect(told('typed')).toContain('所写的与所签的不同')
  expect(told('typed')).not.toContain('B10')
  expect(told('typed')).toContain('本机密级为内部而录入了文本')
  expect(told('opined')).toContain('版次不连续')
  expect(told('referred')).toContain('状态与所签的各步骤不符')
  expect(told('answered')).toContain('没有按批复的结论确定')
})

it('B4, B9, B12, B14 what was decided against the rules is named as that', async () => {
  const told = await toldOf({
    open: `UPDATE review_step SET facts = replace(facts, '"interest":"公共利益需要"', '"interest":null') WHERE review = ?`,
    referred: `UPDATE review_step SET facts = replace(replace(facts, '"unsure"', '"no"'), '"cause":"青疾控保〔2026〕2号"', '"cause":""') WHERE review = ?`,
    typed: 'DELETE FROM review_text WHERE review = ?',
    withheld: `UPDATE review_step SET facts = replace(facts, '"basis":["unit1","law14"]', '"basis":[]') WHERE review = ?`,
    released: "UPDATE review_step SET facts = replace(facts, '2026-03-10', '2026-03-09') WHERE review = ? AND act = 'release'",
    other: `UPDATE review_step SET facts = replace(facts, '"level":"secret",', '') WHERE review = ?`,
    twice: "UPDATE review_step SET outcome = 'site' WHERE review = ? AND act = 'release'",
  })
  expect(told('other')).toContain('没有拟定密级')
  expect(told('twice')).toContain('登记了两次发布')
  expect(told('open')).toContain('没有征求意见，也没有公共利益理由')
  expect(told('referred')).toContain('报请缺信息文本')
  expect(told('referred')).toContain('或没有而报请')
  expect(told('withheld')).toContain('没有载明不公开的依据')
  expect(told('typed')).toContain('文本被去掉了')
  expect(told('released')).toContain('在确定以前发布')
})
