import { afterAll, beforeAll, expect, it } from 'vitest'
import { removeCopies, verify } from '../../support/attack.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { rebuilt } from '../../support/rebuilt.ts'
import {
  answeredBy,
  applicant,
  be,
  disclosureAnswered,
  disclosureConsulting,
  disclosureDelivered,
  disclosureInReview,
  disclosureRegistered,
  disclosureSupplementing,
  extensionAsked,
  itemText,
  otherSection,
  replyDrafted,
} from '../../support/records.ts'

/** An office in which applications stand in every way, closed. */
let office: Office
type Which = 'delivered' | 'provided' | 'voided' | 'extended' | 'consulted' | 'supplemented' | 'supplementing' | 'inReview' | 'withdrawn' | 'drafted'
let whole: Record<Which, number>
beforeAll(async () => {
  office = await openOffice()
  const handler = await otherSection(office)
  const delivered = (await disclosureDelivered(office)).disclosure
  const provided = (await disclosureAnswered(office, 'provided')).disclosure
  const back = await disclosureAnswered(office, 'internal')
  await be(office, '陈科')
  const { carrier: _carrier, unit: _unit, item: _item, ...text } = itemText(back.item)
  await office.ok('review.revise', { review: back.review as number, version: 1, ...text, changes: '改' })
  const extended = await extensionAsked(office)
  await be(office, '王管')
  await office.ok('disclosure.extend', { item: extended.item, step: { kind: 'decided', agree: true } })
  const consulted = await disclosureConsulting(office)
  await office.ok('disclosure.consult', { item: consulted.item, step: answeredBy(consulted.consult) })
  const supplemented = await disclosureSupplementing(office, { arrivedOn: '2026-02-09' }, { toldOn: '2026-02-25', days: 5 })
  await office.ok('disclosure.supplement', {
    disclosure: supplemented.disclosure,
    receivedOn: '2026-03-05',
    applicant: applicant({ name: '申请人丁' }),
  })
  const supplementing = (await disclosureSupplementing(office)).disclosure
  const { disclosure: inReview } = await disclosureInReview(office)
  const withdrawn = await disclosureRegistered(office)
  await office.ok('disclosure.assign', { item: withdrawn.item, handler, reason: '调整' })
  await office.ok('disclosure.close', { disclosure: withdrawn.disclosure, how: 'withdrawn', on: '2026-03-10', words: '来函' })
  const drafted = (await replyDrafted(office)).disclosure
  await office.station.close()
  whole = {
    delivered,
    provided,
    voided: back.disclosure,
    extended: extended.disclosure,
    consulted: consulted.disclosure,
    supplemented: supplemented.disclosure,
    supplementing,
    inReview,
    withdrawn: withdrawn.disclosure,
    drafted,
  }
})
afterAll(async () => {
  await office.close()
  removeCopies()
})

it('A4(1)4 the verifier holds with applications in every way', () => {
  expect(verify(office.dir).verdict.broken).toEqual([])
})

/** What the verifier says once these rows are changed behind the door and the record is rebuilt to fit, application by application. */
const toldOf = async (changes: Partial<Record<Which, string>>): Promise<(which: Which) => string> => {
  const spoilt = await openOffice({ from: office.dir })
  try {
    await spoilt.station.close()
    await rebuilt(
      spoilt.dir,
      Object.entries(changes)
        .map(([which, change]) => change.replaceAll('?', String(whole[which as Which])))
        .join(';'),
    )
    const { broken } = verify(spoilt.dir).verdict
    return (which) =>
      broken
        .filter(({ where }) => where?.startsWith(`disclosure ${whole[which]}（`))
        .map(({ why }) => why)
        .join('\n')
  } finally {
    await spoilt.close()
  }
}

it('条例29, 36, G4 what is not as it was signed is named, the record rebuilt to fit', async () => {
  const told = await toldOf({
    delivered: "UPDATE disclosure_letter SET text = replace(text, '检索', '查找') WHERE disclosure = ?",
    provided: "UPDATE disclosure_step SET outcome = 'partly' WHERE disclosure = ? AND act = 'reply'",
    voided: "UPDATE disclosure_step SET words = '另有理由' WHERE disclosure = ? AND act = 'reply'",
    extended: "UPDATE disclosure_step SET by_person = 4 WHERE disclosure = ? AND act = 'extend'",
    consulted: "UPDATE disclosure_step SET outcome = 'refuses' WHERE disclosure = ? AND act = 'consulted'",
    supplemented: "UPDATE application SET name = '申请人戊' WHERE disclosure = ? AND version = 2",
    drafted: "UPDATE application SET content = '别的' WHERE disclosure = ?",
  })
  expect(told('delivered')).toContain('与所签的文书不同')
  for (const which of ['provided', 'voided', 'consulted', 'supplemented', 'drafted'] as const)
    expect(told(which), which).toContain('所写的与所签的不同')
  expect(told('extended')).toContain('没有这项职责')
})

it('B1, 条例30–33 a state, a clock or a step that its signed steps do not bear is named', async () => {
  const item = '(SELECT id FROM disclosure_item WHERE disclosure = ?)'
  const told = await toldOf({
    delivered: "UPDATE disclosure SET state = 'filed' WHERE id = ?",
    provided: `UPDATE review_step SET outcome = 'withheld' WHERE act = 'decide' AND review IN (SELECT id FROM review WHERE item IN ${item})`,
    voided: "UPDATE disclosure_item SET state = 'answered' WHERE disclosure = ?",
    extended: `UPDATE deadline SET extension = 0, days = 20 WHERE of_table = 'disclosure_item' AND record IN ${item}`,
    consulted: `UPDATE deadline SET pauses = '[]' WHERE of_table = 'disclosure_item' AND record IN ${item}`,
    supplemented: "UPDATE disclosure SET received_on = '2026-02-10' WHERE id = ?",
    supplementing: "UPDATE disclosure_step SET facts = replace(facts, '2026-03-10', '2026-03-30') WHERE disclosure = ? AND act = 'askSupplement'",
    inReview: "UPDATE disclosure_item SET state = 'inHand' WHERE disclosure = ?",
    withdrawn: `UPDATE deadline SET open = 1 WHERE of_table = 'disclosure_item' AND record IN ${item}`,
    drafted: "DELETE FROM disclosure_step WHERE disclosure = ? AND act = 'register'",
  })
  expect(told('delivered')).toContain('状态与所签的各步骤不符')
  expect(told('provided')).toContain('没有站得住的审查')
  expect(told('voided')).toContain('第1项的状态与所签的各步骤不符')
  expect(told('extended')).toContain('延长的天数与批准的不同')
  expect(told('consulted')).toContain('扣除的日子与征求意见的不同')
  expect(told('supplemented')).toContain('收到申请之日与收到的方式不符')
  expect(told('supplementing')).toContain('补正告知逾期')
  expect(told('inReview')).toContain('第1项的状态')
  expect(told('withdrawn')).toContain('答复期限的起止与状态不符')
  expect(told('drafted')).toContain('登记以前办理事项')
})

it('条例33, B7 a second extension, one’s own approval, a reply given out that was replaced are named', async () => {
  const told = await toldOf({
    extended: `INSERT INTO disclosure_step(disclosure, item, act, outcome, words, facts, by_person, at, signature)
      SELECT disclosure, item, act, outcome, words, facts, by_person, at, signature FROM disclosure_step WHERE disclosure = ? AND act = 'extend'`,
    provided:
      "UPDATE disclosure_step SET by_person = (SELECT by_person FROM disclosure_step WHERE disclosure = ? AND act = 'approve') WHERE disclosure = ? AND act = 'reply'",
    voided: `INSERT INTO disclosure_step(disclosure, item, act, outcome, words, facts, by_person, at, signature)
      SELECT s.disclosure, s.item, 'deliver', 'mailed', NULL, json_object('deliveredOn', '2026-03-10', 'letter', l.id), s.by_person, s.at, s.signature
      FROM disclosure_step AS s JOIN disclosure_letter AS l ON l.step = s.id WHERE s.disclosure = ? AND s.act = 'approve'`,
    supplementing: "DELETE FROM disclosure_step WHERE disclosure = ? AND act = 'receive'",
  })
  expect(told('extended')).toContain('延期不止一次')
  expect(told('provided')).toContain('是所审批事项的申请人或者拟稿人')
  expect(told('voided')).toContain('所写的与所签的不同')
  expect(told('supplementing')).toContain('第一步不是收到申请')
})
