import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyVault } from '../../../tools/verify/verify.ts'
import { behindTheDoor, copyOf, removeCopies } from '../../support/attack.ts'
import { type Office, openOffice, passwordOf } from '../../support/office.ts'
import { be, copiesAsked, copiesAskedByReader, copiesIssued, copiesMade, copiesToDecide, registered } from '../../support/records.ts'
import { toldOfEach } from '../../support/told.ts'
import { originConsent } from '../../support/inputs/reproduction.ts'

let office: Office
const topSecretAsked = async () => {
  const { copies } = await registered(office, { level: 'topSecret', scope: ['周阅', '吴阅', '陈科'].map(office.id) })
  return (await copiesAsked(office, { sources: [{ copy: copies[0]?.id as number, consent: originConsent }] })).reproduction
}
/** The requests, by what became of them. */
const ids: Record<'issued' | 'made' | 'paper' | 'asked' | 'rejected' | 'cancelled', number> = {} as never
beforeAll(async () => {
  office = await openOffice({ level: 'topSecret' })
  const issued = await copiesIssued(office)
  ids.issued = issued.reproduction
  const [, other] = issued.copies.map(({ id }) => id) as [number, number]
  const hands = { reproduction: issued.reproduction, person: office.id('吴阅') }
  await office.signed('吴阅', 'reproduction.issue', { ...hands, copies: [other] })
  await office.signed('吴阅', 'reproduction.takeBack', { ...hands, numbers: [issued.copies[1]?.number as string] })
  ids.made = (await copiesMade(office, { kind: 'extract', extent: '第二页' })).reproduction
  ids.asked = await topSecretAsked()
  ids.cancelled = (await copiesToDecide(office)).reproduction
  await be(office, '李保')
  await office.ok('reproduction.cancel', { reproduction: ids.cancelled, reason: '不再需要' })
  ids.rejected = (await copiesToDecide(office)).reproduction
  await be(office, '王管')
  await office.ok('reproduction.decide', { reproduction: ids.rejected, approve: false, opinion: '不宜复制' })
  const paper = { reproduction: (await copiesAskedByReader(office)).reproduction, signedAt: '2026-03-10T09:00' }
  ids.paper = paper.reproduction
  await office.ok('reproduction.opineOnPaper', { ...paper, person: office.id('韩综'), agree: true })
  await office.ok('reproduction.decideOnPaper', { ...paper, approver: office.id('王管'), approve: true })
  const { copies } = await office.ok('reproduction.make', { reproduction: ids.paper, count: 2, copier: '李保', stamped: true })
  const zhou = { ...paper, person: office.id('周阅') }
  await office.ok('reproduction.issueOnPaper', { ...zhou, copies: copies.map(({ id }) => id) })
  await office.ok('reproduction.takeBackOnPaper', { ...zhou, numbers: copies.map(({ number }) => number) })
  await office.ok('reproduction.close', { reproduction: ids.paper })
  await office.station.close()
}, 120_000)
afterAll(async () => {
  await office.close()
  removeCopies()
})

const verified = (dir: string) => verifyVault({ dir, person: '冯审', password: passwordOf('冯审') })

it('F1(5)d requests in every state, what they made and where it is: all of it verifies', async () => {
  expect((await verified(office.dir)).broken).toEqual([])
})

const of = (which: keyof typeof ids) => `WHERE id = ${ids[which]}`
const ITEM = () => `(SELECT min(id) FROM copy WHERE reproduction = ${ids.made})`
const LENT = "(SELECT id FROM copy WHERE state = 'lent')"
const PERSON = (name: string) => `WHERE name = '${name}'`
const ID = (name: string) => `(SELECT id FROM person ${PERSON(name)})`

const changes: readonly (readonly [what: string, sql: () => string, told: RegExp])[] = [
  ['a lent copy put into the box', () => `UPDATE copy SET state = 'inBox', holder = NULL WHERE state = 'lent'`, /^copy \d+.*借出的份/],
  ['a lent copy in other hands than those that signed', () => `UPDATE copy SET holder = 1 WHERE state = 'lent'`, /^copy \d+.*借出的份/],
  ['a copy lent without a signature', () => `UPDATE copy SET state = 'lent', holder = ${ID('周阅')} WHERE id = ${ITEM()}`, /^copy \d+.*借出的份/],
  ['an item of another document', () => `UPDATE copy SET document = 1 WHERE id = ${ITEM()}`, /^copy \d+.*同一文件/],
  ['an extract that calls itself a copy', () => `UPDATE copy SET kind = 'copy' WHERE id = ${ITEM()}`, /^copy \d+.*同类申请/],
  ['a copy that calls itself an original', () => `UPDATE copy SET kind = 'original' WHERE id = ${ITEM()}`, /^copy \d+.*原件不是复制的/],
  ['a copy made of a copy', () => `UPDATE reproduction_source SET copy = ${LENT} WHERE reproduction = ${ids.made}`, /^copy \d+.*同一文件原件/],
  ['a number that does not run on', () => `UPDATE copy SET number = replace(number, '-摘-0001', '-摘-0007')`, /^copy \d+.*依次编/],
  ['one item more than was recorded', () => `UPDATE reproduction SET made = 1 ${of('made')}`, /^reproduction \d+.*份数与登记的不一致/],
  ['more made than approved', () => `UPDATE reproduction SET approved = 1 ${of('made')}`, /^reproduction \d+.*多于批准/],
  ['more approved than asked', () => `UPDATE reproduction SET approved = 9 ${of('made')}`, /^reproduction \d+.*申请的份数/],
  ['made without an approval', () => `UPDATE reproduction SET signature = NULL ${of('made')}`, /^reproduction \d+.*状态与签名/],
  ['decided without an opinion', () => `UPDATE reproduction SET section_signature = NULL ${of('made')}`, /^reproduction \d+.*状态与签名/],
  [
    'a rejection called an approval',
    () => `UPDATE reproduction SET state = 'approved', approved = 2, valid_until = '2026-04-01' ${of('rejected')}`,
    /^reproduction \d+.*审批所写的与所签的不同/,
  ],
  ['a cancelled request called open', () => `UPDATE reproduction SET state = 'toSection' ${of('cancelled')}`, /^reproduction \d+.*状态与签名/],
  [
    'closed while a copy is out',
    () => `UPDATE reproduction SET state = 'allBack', closed_at = made_at ${of('issued')}`,
    /^reproduction \d+.*全部收回须无未归还/,
  ],
  [
    '绝密 without consent',
    () => `UPDATE reproduction_source SET consent = NULL WHERE reproduction = ${ids.asked}`,
    /^reproduction_source \d+.*绝密件没有/,
  ],
  ['issued to somebody who is no recipient', () => `UPDATE reproduction SET recipients = '[1]' ${of('issued')}`, /^holding \d+.*不是批准的分发对象/],
  ['issued to somebody outside the scope', () => `DELETE FROM scope WHERE person = ${ID('吴阅')}`, /^holding \d+.*知悉范围/],
  ['issued under another request', () => `UPDATE holding SET reproduction = ${ids.made} WHERE back_at IS NULL`, /^holding \d+.*不是依据/],
  ['given again before it was back', () => `UPDATE holding SET copy = ${LENT} WHERE person = ${ID('吴阅')}`, /^holding \d+.*重叠/],
  [
    'more approved than was signed',
    () => `UPDATE reproduction SET asked = 3, approved = 3 ${of('made')}`,
    /^reproduction \d+.*审批所写的与所签的不同/,
  ],
  [
    'valid longer than was signed',
    () => `UPDATE reproduction SET valid_until = '2027-01-01' ${of('made')}`,
    /^reproduction \d+.*审批所写的与所签的不同/,
  ],
  ['another opinion than was signed', () => `UPDATE reproduction SET section_opinion = '不同意' ${of('made')}`, /^reproduction \d+.*部门意见所写的/],
  [
    'other recipients than were signed for',
    () => `UPDATE reproduction SET recipients = '[1,2,3]' ${of('made')}`,
    /^reproduction \d+.*复制登记所写的/,
  ],
  ['another copier than was signed', () => `UPDATE reproduction SET copier = '无名' ${of('made')}`, /^reproduction \d+.*复制登记所写的/],
  ['decided by the applicant', () => `UPDATE reproduction SET applicant = decided_by ${of('made')}`, /^reproduction \d+.*审批的签名人是申请人/],
  ['decided by whoever opined', () => `UPDATE reproduction SET section_by = decided_by ${of('made')}`, /^reproduction \d+.*已签过前一步/],
  [
    'decided by the applicant on another account',
    () => `UPDATE person SET identity = (SELECT identity FROM person ${PERSON('陈科')}) ${PERSON('王管')}`,
    /^reproduction \d+.*审批的签名人是申请人/,
  ],
  [
    'decided by somebody without the duty',
    () => `UPDATE person SET roles = '["reader"]' ${PERSON('王管')}`,
    /^reproduction \d+.*审批的签名人当时没有/,
  ],
  ['issued by somebody without the duty', () => `UPDATE person SET roles = '["reader"]' ${PERSON('李保')}`, /^holding \d+.*发放的签名人当时没有/],
  [
    'given by the officer to themselves',
    () => `UPDATE person SET identity = (SELECT identity FROM person ${PERSON('周阅')}) ${PERSON('李保')}`,
    /^holding \d+.*不得自发自收/,
  ],
  ['one signature for give and take', () => `UPDATE holding SET take_signature = give_signature`, /^holding \d+.*用途不是 issue\.take/],
  ['taken by another than signed', () => `UPDATE holding SET person = ${ID('吴阅')} WHERE back_at IS NULL`, /^holding \d+.*不是本人所签/],
  ['a holding taken out', () => `DELETE FROM holding WHERE person = ${ID('吴阅')}`, /^signature \d+.*被去掉了/],
  [
    'an entry from paper in another’s name',
    () => `UPDATE paper_signing SET person = ${ID('周阅')} WHERE step = 'approval'`,
    /^paper_signing \d+.*签字人、补录人不符/,
  ],
  [
    'an entry from paper that nothing stands on',
    () => `UPDATE paper_signing SET entry_signature = 1 WHERE step = 'giveBack'`,
    /^paper_signing \d+.*不是该申请所依据/,
  ],
  [
    'an entry from paper by whoever asked',
    () => `UPDATE reproduction SET applicant = ${ID('李保')} ${of('paper')}`,
    /^paper_signing \d+.*签字人、补录人不符/,
  ],
  ['a number taken out of its series', () => `UPDATE reproduction SET number = '复制〔2026〕0099' ${of('asked')}`, /编号中断/],
]

describe('F1(5)d what no longer fits is told by the rules and the signatures alone, without the digest of any row', () => {
  /** What was told of each change, each made to the same rows and taken back. */
  let told: Map<string, string[]>
  beforeAll(async () => {
    told = await toldOfEach(office.dir, changes)
  })

  it('nothing is told of rows that nobody changed', () => {
    expect(told.get('nothing')).toEqual([])
    expect(told.size).toBe(changes.length + 1)
  })

  it.each(changes)('%s', (what, _sql, expected) => {
    expect(told.get(what)).toEqual(expect.arrayContaining([expect.stringMatching(expected)]))
  })
})

it('F1(5)d behind the door, requests and holdings stay as they were asked and signed', async () => {
  await behindTheDoor(copyOf(office.dir), (database) => {
    for (const sql of [
      'DELETE FROM reproduction',
      'DELETE FROM holding',
      'UPDATE reproduction SET asked = 9',
      'UPDATE holding SET person = 1',
      'UPDATE holding SET back_at = NULL, give_back_signature = NULL, take_back_signature = NULL',
      "UPDATE copy SET kind = 'original', reproduction = NULL",
      'UPDATE paper_signing SET reproduction = 1',
    ])
      expect(() => database.exec(sql), sql).toThrow(/stay|edited|never changed|keeps/)
  })
})
