import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyVault } from '../../../tools/verify/verify.ts'
import { removeCopies } from '../../support/attack.ts'
import { type Office, openOffice, passwordOf } from '../../support/office.ts'
import { compilationApproved, compiled } from '../../support/records.ts'
import { toldOfEach } from '../../support/told.ts'

let office: Office
let made: Awaited<ReturnType<typeof compiled>>
let approved: number
beforeAll(async () => {
  office = await openOffice({ level: 'topSecret' })
  made = await compiled(office)
  await office.signed('周阅', 'reproduction.issue', {
    reproduction: made.reproduction,
    person: office.id('周阅'),
    copies: [made.copies[0]?.id as number],
  })
  approved = (await compilationApproved(office)).reproduction
  // A source that was raised since, and one of another 汇编 that was declassified with it
  const raised = await compiled(office)
  const notice = { issuer: '青禾市人民政府办公室', symbol: '青政办变〔2026〕1号', date: '2026-03-09' }
  await office.ok('documents.changeLevel', {
    document: raised.sources[1].document,
    level: 'confidential',
    period: { kind: 'years', years: 15 },
    notice,
  })
  for (const document of [...raised.sources.map((source) => source.document), raised.document])
    await office.ok('documents.declassify', { document, notice })
  await office.ok('documents.narrowScope', { document: made.sources[0].document, persons: [office.id('吴阅')], reason: '已调离岗位' })
  await office.station.close()
}, 120_000)
afterAll(async () => {
  await office.close()
  removeCopies()
})

it('实施条例27 汇编 that were made, raised and declassified with their sources: all of it verifies', async () => {
  expect((await verifyVault({ dir: office.dir, person: '冯审', password: passwordOf('冯审') })).broken).toEqual([])
})

const FIRST = () => `document = ${made.sources[0].document}`
const COPY = () => `${made.copies[1]?.id}`
const OWN = () => `(SELECT id FROM particulars WHERE document = ${made.document})`

const changes: readonly (readonly [what: string, sql: () => string, told: RegExp])[] = [
  ['a lower level than its sources', () => `UPDATE particulars SET level = 'secret' WHERE id = ${OWN()}`, /^document \d+.*最高密级/],
  ['an earlier end than its sources', () => `UPDATE particulars SET expires_on = '2030-01-01' WHERE id = ${OWN()}`, /^document \d+.*最长期限/],
  ['another mark than was signed', () => `UPDATE particulars SET mark = '机密★9年' WHERE id = ${OWN()}`, /^document \d+.*登记所写的与所签的不同/],
  [
    'a source of another mark than was signed',
    () => `UPDATE particulars SET level = 'topSecret', mark = '绝密★5年' WHERE ${FIRST()}`,
    /^document \d+.*密级低于来源/,
  ],
  [
    'a source left out',
    () => `DELETE FROM reproduction_source WHERE reproduction = ${made.reproduction} AND copy = ${made.sources[0].copy}`,
    /^reproduction \d+.*两份以上/,
  ],
  [
    'another source than was approved',
    () =>
      `UPDATE reproduction_source SET copy = (SELECT max(copy) FROM reproduction_source) WHERE reproduction = ${made.reproduction} AND copy = ${made.sources[0].copy}`,
    /^reproduction \d+.*审批所写的与所签的不同/,
  ],
  [
    'another title than was approved',
    () => `UPDATE reproduction SET title = '别的汇编' WHERE id = ${made.reproduction}`,
    /^document \d+.*标题不是批准的/,
  ],
  ['a title changed with the request', () => `UPDATE reproduction SET title = '别的汇编' WHERE id = ${approved}`, /^reproduction \d+.*审批所写的/],
  ['a copy of another paper', () => `UPDATE copy SET ${FIRST()} WHERE id = ${COPY()}`, /^copy \d+.*汇编件须属于/],
  [
    'a copy that calls itself an original',
    () => `UPDATE copy SET kind = 'original', reproduction = NULL WHERE id = ${COPY()}`,
    /^copy \d+.*汇编件须属于/,
  ],
  ['a copy under another request', () => `UPDATE copy SET reproduction = ${approved} WHERE id = ${COPY()}`, /^copy \d+.*汇编件须属于/],
  ['a copy more', () => `UPDATE document SET copies = 3 WHERE id = ${made.document}`, /^document \d+.*份数与登记的不一致/],
  ['one that calls itself received', () => `UPDATE document SET register = 'classified' WHERE id = ${made.document}`, /^document \d+.*写成了收文/],
  ['one that says it was counted', () => `UPDATE document SET counted = 2, listed = 2 WHERE id = ${made.document}`, /^document \d+.*写成了收文/],
  [
    'one of an approval that was never made',
    () => `UPDATE document SET reproduction = ${approved} WHERE id = ${made.document}`,
    /^reproduction \d+.*没有登记汇编/,
  ],
  [
    'somebody who may not know of a source',
    () => `UPDATE scope SET ended_at = NULL, ended_by = NULL, end_reason = NULL WHERE document = ${made.document}`,
    /^scope \d+.*超出来源/,
  ],
]

describe('实施条例27 the verifier tells what was changed behind the door', () => {
  let told: Map<string, string[]>
  beforeAll(async () => {
    told = await toldOfEach(office.dir, changes)
  })

  it('nothing is told of rows that nobody changed', () => {
    expect(told.get('nothing')).toEqual([])
  })

  it.each(changes)('%s', (what, _sql, expected) => {
    expect(told.get(what)).toEqual(expect.arrayContaining([expect.stringMatching(expected)]))
  })
})
