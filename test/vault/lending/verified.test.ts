import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyVault } from '../../../tools/verify/verify.ts'
import { removeCopies } from '../../support/attack.ts'
import { type Office, openOffice, passwordOf } from '../../support/office.ts'
import { be, consulting, loanApproved, loanAsked, loanOut } from '../../support/records.ts'
import { toldOfEach } from '../../support/told.ts'

let office: Office
const ids: Record<'out' | 'approved' | 'asked' | 'rejected' | 'cancelled' | 'back' | 'reading' | 'left', number> = {} as never
beforeAll(async () => {
  office = await openOffice()
  ids.out = (await loanOut(office)).loan
  ids.approved = (await loanApproved(office)).loan
  ids.asked = (await loanAsked(office)).loan
  ids.rejected = (await loanAsked(office)).loan
  await be(office, '韩综')
  await office.ok('lending.decide', { loan: ids.rejected, approve: false, opinion: '不宜借用' })
  ids.cancelled = (await loanApproved(office)).loan
  await office.ok('lending.cancel', { loan: ids.cancelled, reason: '不再需要' })
  const back = await loanOut(office)
  ids.back = back.loan
  await office.signed('周阅', 'lending.takeBack', { loan: back.loan, number: back.copy.number, intact: true })
  ids.reading = (await consulting(office)).visit
  const left = await consulting(office)
  ids.left = left.visit
  await office.signed('周阅', 'lending.leave', { visit: left.visit, numbers: [...left.numbers].reverse() })
  await office.station.close()
}, 120_000)
afterAll(async () => {
  await office.close()
  removeCopies()
})

it('F1(7) loans and visits in every state: all of it verifies', async () => {
  expect((await verifyVault({ dir: office.dir, person: '冯审', password: passwordOf('冯审') })).broken).toEqual([])
})

const of = (which: keyof typeof ids) => `WHERE id = ${ids[which]}`
const PERSON = (name: string) => `WHERE name = '${name}'`
const ID = (name: string) => `(SELECT id FROM person ${PERSON(name)})`
const OUT = () => `WHERE loan = ${ids.out}`

const changes: readonly (readonly [what: string, sql: () => string, told: RegExp])[] = [
  ['lent to another than asked', () => `UPDATE loan SET borrower = ${ID('吴阅')} ${of('out')}`, /^loan \d+.*由借用人持有/],
  ['another copy than was approved', () => `UPDATE loan SET copy = 1 ${of('back')}`, /^loan \d+.*审批所写的与所签的不同/],
  ['lent without an approval', () => `UPDATE loan SET signature = NULL, decided_by = NULL ${of('out')}`, /^loan \d+.*批准须有审批/],
  ['a later day than was signed', () => `UPDATE loan SET due = '2026-03-30', asked_until = '2026-03-30' ${of('out')}`, /^loan \d+.*审批所写的/],
  ['a later day than both hands signed for', () => `UPDATE loan SET due = '2026-03-11' ${of('out')}`, /^holding \d+.*领取所写的/],
  ['a rejected loan called approved', () => `UPDATE loan SET state = 'approved', due = asked_until ${of('rejected')}`, /^loan \d+.*审批所写的/],
  [
    'called back while it is out',
    () => `UPDATE loan SET state = 'returned', intact = 1, closed_at = entered_at ${of('out')}`,
    /^loan \d+.*状态与签名/,
  ],
  ['damaged, called intact', () => `UPDATE loan SET intact = 0, condition = '缺页' ${of('back')}`, /^holding \d+.*归还所写的/],
  [
    'decided by the borrower on another account',
    () => `UPDATE person SET identity = (SELECT identity FROM person ${PERSON('周阅')}) ${PERSON('韩综')}`,
    /^loan \d+.*是借用人/,
  ],
  ['decided by somebody without the duty', () => `UPDATE person SET roles = '["reader"]' ${PERSON('韩综')}`, /^loan \d+.*没有这项职责/],
  ['lent twice under one approval', () => `UPDATE holding SET loan = ${ids.back} ${OUT()}`, /^loan \d+.*不止一次/],
  ['given under nothing', () => `UPDATE holding SET loan = NULL ${OUT()}`, /^holding \d+.*没有所依据的/],
  ['left with a paper', () => `UPDATE visit SET state = 'left', left_at = came_at ${of('reading')}`, /^visit \d+.*查阅完毕/],
  ['read in another room than was signed', () => `UPDATE visit SET room = '宿舍' ${of('left')}`, /^holding \d+.*领取所写的/],
  ['read by another', () => `UPDATE visit SET person = ${ID('吴阅')} ${of('left')}`, /^visit \d+.*与领取不一致/],
  ['a visit whose papers are taken out of the record', () => `DELETE FROM holding WHERE visit = ${ids.left}`, /^visit \d+.*没有份/],
  ['one paper of a visit taken out of the record', () => `DELETE FROM holding WHERE id = (SELECT max(id) FROM holding)`, /^holding \d+.*发放所写的/],
  ['a number taken out of its series', () => `UPDATE visit SET number = '查阅〔2026〕0099' ${of('left')}`, /编号中断/],
]

describe('F1(7) what no longer fits is told by the rules and the signatures alone, without the digest of any row', () => {
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
