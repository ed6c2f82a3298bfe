import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeCopies } from '../../support/attack.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { be, inRepair, medium, mediumOut, outsideApproved, outsideAsked } from '../../support/records.ts'
import { toldOfEach } from '../../support/told.ts'

let office: Office
const ids: Record<'out' | 'back' | 'computer' | 'repaired' | 'lost' | 'retired' | 'asked' | 'outside', number> = {} as never
beforeAll(async () => {
  office = await openOffice()
  ids.out = (await mediumOut(office)).id
  const back = await mediumOut(office)
  ids.back = back.id
  await office.signed('周阅', 'media.takeBack', { medium: back.id, number: back.number, intact: true, check: '已查杀病毒' })
  ids.computer = (await medium(office, { kind: 'computer', isolated: true })).id
  await office.ok('media.change', { medium: ids.computer, reason: '调岗', keeper: office.id('吴阅') })
  ids.repaired = (await inRepair(office)).id
  await office.ok('media.repair', { medium: ids.repaired, step: { kind: 'back', result: '更换屏幕' } })
  ids.lost = (await mediumOut(office)).id
  await office.ok('media.lose', { medium: ids.lost, incident: '违规〔2026〕0001', note: '已报告' })
  ids.retired = (await medium(office)).id
  await office.ok('media.retire', { medium: ids.retired, reason: '老化' })
  ids.asked = (await outsideAsked(office)).use
  const approved = await outsideApproved(office)
  ids.outside = approved.use
  await office.signed('周阅', 'media.give', { medium: approved.id, to: { kind: 'outside', use: approved.use } })
  await be(office, '郑系')
  await office.ok('media.maintain', { medium: ids.computer, done: '升级病毒库' })
  await office.station.close()
}, 120_000)
afterAll(async () => {
  await office.close()
  removeCopies()
})

const ID = (name: string) => `(SELECT id FROM person WHERE name = '${name}')`
const of = (which: keyof typeof ids) => `WHERE id = ${ids[which]}`
const at = (which: keyof typeof ids) => `WHERE medium = ${ids[which]}`

const changes: readonly (readonly [what: string, sql: () => string, told: RegExp])[] = [
  ['in another’s hands', () => `UPDATE medium SET holder = ${ID('吴阅')} ${of('out')}`, /^medium \d+.*由领用人持有/],
  ['called back while it is out', () => `UPDATE medium SET state = 'inStore', holder = NULL ${of('out')}`, /^medium \d+.*未归还的领用/],
  ['a later day than was signed', () => `UPDATE medium_use SET until = '2026-12-31' ${at('out')}`, /^medium_use \d+.*领用所写的/],
  ['another purpose than was signed', () => `UPDATE medium_use SET purpose = '私用' ${at('out')}`, /^medium_use \d+.*发放所写的/],
  ['a check that nobody made', () => `UPDATE medium_use SET checked = '未查' ${at('back')}`, /^medium_use \d+.*收回所写的/],
  [
    'outside without an approval',
    () => `UPDATE medium_use SET signature = NULL, decided_by = NULL ${of('outside')}`,
    /^medium_use \d+.*携带外出须先有审批/,
  ],
  ['approved by nobody', () => `UPDATE medium_use SET state = 'approved' ${of('asked')}`, /^medium_use \d+.*携带外出须先有审批/],
  [
    'a 责任人 that was not signed',
    () => `UPDATE medium_particulars SET keeper = ${ID('周阅')} ${at('computer')} AND version = 2`,
    /^medium_particulars \d+.*所签的不同/,
  ],
  [
    'an earlier version put back',
    () => `UPDATE medium SET current = (SELECT min(id) FROM medium_particulars ${at('computer')}) ${of('computer')}`,
    /^medium \d+.*最后一次变更/,
  ],
  ['a level that was not signed', () => `UPDATE medium SET level = 'secret' ${of('back')}`, /^medium_particulars \d+.*所签的不同/],
  ['a device above the workstation', () => `UPDATE medium SET level = 'topSecret' ${of('back')}`, /^medium \d+.*超过本机密级/],
  ['not isolated', () => `UPDATE medium SET isolated = NULL ${of('computer')}`, /^medium \d+.*物理隔离/],
  [
    'repaired by a firm that was not signed for',
    () => `UPDATE medium_repair SET firm = '路边店' ${at('repaired')}`,
    /^medium_repair \d+.*送修所写的/,
  ],
  ['repaired with its storage in it', () => `UPDATE medium_repair SET storage_removed = 0 ${at('repaired')}`, /^medium_repair \d+.*全程旁站/],
  ['used again after it was taken out of use', () => `UPDATE medium SET state = 'inStore' ${of('retired')}`, /^medium \d+.*停用、遗失的状态/],
  ['a loss that is gone', () => `DELETE FROM medium_ending ${at('lost')}`, /^medium \d+.*停用、遗失的状态/],
  [
    'maintained by somebody without the duty',
    () => `UPDATE person SET roles = '["reader"]' WHERE name = '郑系'`,
    /^medium_maintenance \d+.*没有这项职责/,
  ],
  ['a carrier taken out of its series', () => `UPDATE medium SET number = '载体〔2026〕0099' ${of('back')}`, /编号中断/],
]

describe('F2(2) carriers and devices: what no longer fits is told by the rules and the signatures alone', () => {
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
