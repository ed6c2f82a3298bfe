import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'
import {
  answeredBy,
  be,
  disclosureDelivered,
  disclosureOf,
  disclosureReceived,
  disclosureRegistered,
  itemText,
  registered,
  replyOfKind,
  reviewThrough,
  sentTo,
  withPassword,
} from '../../support/records.ts'
import { readXlsx } from '../../support/xlsx.ts'

/** An item answered by a review of a text that comes from a classified paper. */
const fromClassified = async (office: Office) => {
  const { id: document } = await registered(office, { scope: [office.id('陈科')] })
  const { disclosure, item } = await disclosureRegistered(office)
  await be(office, '陈科')
  const { id: review } = await office.ok('review.draft', { ...itemText(item), document })
  await reviewThrough(office, review, 'withheld')
  await be(office, '陈科')
  const { step: reply } = await office.ok('disclosure.reply', { item, ...replyOfKind('internal') })
  await be(office, '赵组')
  const { letter } = await office.ok('disclosure.approve', { item, reply, agree: true, repliedOn: '2026-03-10' })
  return { disclosure, item, review, letter: letter?.id as number }
}

let office: Office
let withheld: Awaited<ReturnType<typeof fromClassified>>
beforeAll(async () => {
  office = await openOffice()
  await be(office, '钱安')
  await office.ok('office.changeSettings', { letterOffice: { reconsiderationOrgan: '青禾市人民政府', court: '青禾市示范区人民法院' } })
  withheld = await fromClassified(office)
})
afterAll(() => office.close())

it('G3.1 登记表: the application as the desk shows it, under the mark of the paper that a review behind it comes from; who does not see it prints none', async () => {
  const { disclosure } = withheld
  await be(office, '韩综')
  const seen = await disclosureOf(office, disclosure)
  const { frame, disclosure: sheet } = await office.ok('paper.disclosure', { disclosure })
  expect(sheet).toMatchObject({ number: seen.number, versions: seen.versions, steps: seen.steps })
  expect(frame).toMatchObject({ formNumber: '申请-01', mark: '机密★5年' })
  expect(frame.fileName).toMatch(/^申请登记表-申请2026\d{4}-印2026\d{4}\.pdf$/)
  await be(office, '李保')
  expect(await office.no('paper.disclosure', { disclosure })).toMatchObject({ code: 'session.role' })
  // A 科室 without an item of it
  const other = await disclosureReceived(office)
  await be(office, '陈科')
  expect(await office.no('paper.caseFile', { disclosure: other.disclosure })).toMatchObject({ code: 'input.unknownRecord' })
})

it('行政复议法23 the printed reply of 不予公开 says 行政复议 first, within sixty days, from the unit’s own settings; no mark goes out on it', async () => {
  const { letter, disclosure } = withheld
  await be(office, '陈科')
  const { frame, letter: printed } = await office.ok('paper.letter', { letter })
  expect(printed.text.remedies).toContain('应当先依法向青禾市人民政府申请行政复议，申请期限为自知道本答复之日起六十日内')
  expect(JSON.stringify(printed.text)).not.toMatch(/(或者|也可以)[^。]*诉讼/)
  expect(printed.text.contact).toBe('联系方式：________')
  expect(printed.wording).toBe('2024-01-01')
  expect(frame).toMatchObject({ mark: '', level: 'internal', formNumber: '申请-03' })
  expect(printed.number).toMatch(/^公开函〔2026〕\d{4}$/)
  // A letter keeps the words of its day, whatever is set afterwards
  await be(office, '钱安')
  await office.ok('office.changeSettings', { letterOffice: { reconsiderationOrgan: '另一机关' } })
  await be(office, '韩综')
  expect((await office.ok('paper.letter', { letter })).letter.text).toEqual(printed.text)
  expect((await office.ok('paper.caseFile', { disclosure })).letters[0]?.text).toEqual(printed.text)
  expect(await office.no('paper.letter', { letter: 999_999 })).toMatchObject({ code: 'input.unknownRecord', field: 'letter' })
})

it('G4 案卷: every step, clock with its arithmetic, asking, review and letter, under the highest mark', async () => {
  const asked = await disclosureRegistered(office, {}, ['第一件', '第二件'])
  await be(office, '陈科')
  const { step: consult } = await office.ok('disclosure.consult', { item: asked.item, step: sentTo() })
  await office.ok('disclosure.consult', { item: asked.item, step: answeredBy(consult) })
  await be(office, '韩综')
  const file = await office.ok('paper.caseFile', { disclosure: withheld.disclosure })
  expect(file.frame).toMatchObject({ mark: '机密★5年', formNumber: '申请-04', fileName: expect.stringMatching(/^案卷-申请2026\d{4}-印/) })
  expect(file.disclosure.steps.map(({ act }) => act)).toEqual(['receive', 'register', 'reply', 'approve'])
  expect(file.reviews).toMatchObject([
    { document: expect.stringMatching(/^密收/), steps: [{ act: 'opinion' }, { act: 'examine' }, { act: 'decide' }] },
  ])
  expect(file.clocks.find(({ clock, of }) => of === '第1项' && clock.kind === 'reply')?.clock.arithmetic.length).toBeGreaterThan(20)
  expect(JSON.stringify(file)).not.toContain('"acts"')
  const split = await office.ok('paper.caseFile', { disclosure: asked.disclosure })
  expect(split.frame.mark).toBe('内部')
  expect(split.clocks.map(({ of, clock }) => `${of} ${clock.kind}`)).toContain('第1项 青禾示范公司 thirdParty')
  expect(split.letters).toMatchObject([{ kind: 'thirdParty', to: '青禾示范公司' }])
})

it('G4 案卷 of a 科室 holds the reviews of its own: another’s stands by its number alone', async () => {
  const other = await withPassword(office, ['section'])
  const { disclosure } = await disclosureReceived(office)
  const items = [office.id('陈科'), other.id].map((one, at) => ({ content: `第${at + 1}件`, handler: one }))
  const registeredItems = (await office.ok('disclosure.register', { disclosure, items })).items
  await be(office, '陈科')
  const { id: own } = await office.ok('review.draft', itemText(registeredItems[0]?.item as number))
  await be(office, other.name)
  const { id: theirs } = await office.ok('review.draft', { ...itemText(registeredItems[1]?.item as number), unit: '业务三科' })
  expect((await office.ok('paper.caseFile', { disclosure })).reviews.map(({ id }) => id)).toEqual([theirs])
  await be(office, '韩综')
  expect((await office.ok('paper.caseFile', { disclosure })).reviews.map(({ id }) => id)).toEqual([own, theirs])
})

it('A4(1)3 依申请公开台账: a line for each thing asked for, in the order of their numbers, with its reply and delivery; also as a file of the 综办负责人', async () => {
  const received = await disclosureReceived(office, { arrivedOn: '2025-12-31' })
  const delivered = await disclosureDelivered(office)
  const { lines, frame } = await office.ok('paper.disclosures', { year: 2026 })
  expect(frame).toMatchObject({ formNumber: '申请-02', fileName: expect.stringMatching(/^依申请公开台账-2026-印/) })
  expect(lines.map(({ number }) => number)).toEqual(lines.map(({ number }) => number).toSorted())
  expect(lines.some(({ id }) => id === received.disclosure)).toBe(false)
  expect(lines.at(-1)).toMatchObject({
    id: delivered.disclosure,
    item: { ordinal: 1, of: 1, handler: '陈科', reply: { kind: 'notHeld', letter: expect.stringMatching(/^公开函/), deliveredOn: '2026-03-10' } },
  })
  expect((await office.ok('paper.disclosures', { year: 2025 })).lines).toMatchObject([{ id: received.disclosure, item: null }])
  const { ticket } = await office.ok('export.list', { list: 'disclosures', filter: { state: 'delivered' } })
  const { rows } = await readXlsx(Buffer.from((await office.station.redeem(ticket))?.bytes ?? '', 'base64'))
  expect(rows.at(-1)).toContain('无法提供：本机关不掌握相关政府信息')
  expect(await office.no('export.list', { list: 'register', filter: {} })).toMatchObject({ code: 'session.role' })
})

it('条例29 a name of 200 characters and 10,000 asked for stand whole in the 登记表; the name whole in the letter', async () => {
  const name = '某'.repeat(200)
  const content = `${'长'.repeat(9_999)}尾`
  const { disclosure } = await disclosureReceived(office, { applicant: { name, kind: 'company', evidence: 'creditCode' }, content })
  const { disclosure: sheet } = await office.ok('paper.disclosure', { disclosure })
  expect(sheet.versions[0]).toMatchObject({ name, content })
  const { letter } = await office.ok('disclosure.letter', { disclosure, kind: 'receipt', writtenOn: '2026-03-10' })
  expect((await office.ok('paper.letter', { letter: letter.id })).letter.text.salutation).toBe(`${name}：`)
})

it('B1 a reply whose review was voided is not printed to be given out; it stays in the 案卷 as it was', async () => {
  const { letter, review, disclosure } = withheld
  const { carrier: _carrier, unit: _unit, item: _item, ...changed } = itemText(withheld.item)
  await be(office, '陈科')
  await office.ok('review.revise', { review, version: 1, ...changed, changes: '改了一段' })
  expect(await office.no('paper.letter', { letter })).toMatchObject({ code: 'rule.forbids', clause: 'B1', field: 'letter' })
  const file = await office.ok('paper.caseFile', { disclosure })
  expect(file.letters).toMatchObject([{ id: letter, stands: false }])
  expect(file.reviews).toMatchObject([{ id: review, version: 2, versions: [{ version: 1 }, { version: 2 }] }])
})
