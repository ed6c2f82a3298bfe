import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input } from '../../../contract/index.ts'
import { removeCopies, verify } from '../../support/attack.ts'
import { countedTwice, returnChecked } from '../../support/disposals.ts'
import { type Office, openOffice, passwordOf } from '../../support/office.ts'
import {
  be,
  consulting,
  entryOf,
  loanApproved,
  loanAsked,
  loanOut,
  otherOfficer,
  outgoingDrafted,
  outsideAsked,
  registered,
} from '../../support/records.ts'
import { toldOfEach } from '../../support/told.ts'

type Entry = Input<'entry.fromPaper'>
let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await office.close()
  removeCopies()
})

const ENTERED_AT = '2026-03-10T11:00:00+08:00'
/** The machine is on again: two hours after it was done on paper. */
const later = async (name = '李保') => {
  office.clock.set(ENTERED_AT)
  await office.as(name)
}
const enter = (signer: string, step: Entry['step'], over: Partial<Entry> = {}) => office.ok('entry.fromPaper', entryOf(office, signer, step, over))
const refused = (signer: string, step: Entry['step'], over: Partial<Entry> = {}) => office.no('entry.fromPaper', entryOf(office, signer, step, over))
const yes = { approve: true, opinion: '同意' } as const

describe('F1(7)b 纸质签补录: a loan that was approved, handed out and returned while the machine was off', () => {
  it('is entered step by step, each as of the minute on its paper, listed until each signer signs for it', async () => {
    const { loan, copy, number } = await loanAsked(office)
    office.clock.set(ENTERED_AT)
    await otherOfficer(office)
    await enter('韩综', { call: 'lending.decide', input: { loan, ...yes } })
    await be(office, '李保')
    await enter('周阅', { call: 'lending.lend', input: { loan } }, { signedAt: '2026-03-10T09:30' })
    await enter('周阅', { call: 'lending.takeBack', input: { loan, number: copy.number, intact: true } }, { signedAt: '2026-03-10T10:15' })
    const view = await office.ok('lending.get', { loan })
    const paper = (of: string) => expect.objectContaining({ of, kept: '综合办公室纸质签夹第3页', confirmed: null })
    expect(view).toMatchObject({ state: 'returned', decision: { by: '冯保', paper: paper('韩综') } })
    expect(view.holding).toMatchObject({
      givenAt: '2026-03-10T01:30:00.000Z',
      give: { by: '李保', paper: null },
      take: { by: '李保', paper: paper('周阅') },
      backAt: '2026-03-10T02:15:00.000Z',
      giveBack: { by: '李保', paper: paper('周阅') },
    })
    const rows = (await office.ok('circulation.onPaper', {})).rows.filter(({ record }) => record?.number === number)
    expect(rows.map(({ step, signer, record }) => [step, signer.name, record?.of, record?.clause])).toEqual([
      ['approval', '韩综', 'loan', 'F1(7)b'],
      ['issue', '周阅', 'loan', 'F1(7)b'],
      ['giveBack', '周阅', 'loan', 'F1(7)b'],
    ])
    const [first] = rows
    expect(first?.record).toMatchObject({ reason: '停电，先在纸上签字', kept: '综合办公室纸质签夹第3页' })
    expect(await office.notSigned('周阅', 'circulation.confirmPaper', { signing: first?.id as number })).toMatchObject({ clause: 'F1(7)b' })
    for (const { id: signing, signer } of rows) await office.signed(signer.name, 'circulation.confirmPaper', { signing })
    expect((await office.ok('lending.get', { loan })).decision?.paper?.confirmed).not.toBeNull()
  })

  it('not at a minute that is to come, nor before the request, the approval or the hand-out', async () => {
    const { loan } = await loanAsked(office)
    await otherOfficer(office)
    const decide = { call: 'lending.decide', input: { loan, ...yes } } as const
    expect(await refused('韩综', decide, { signedAt: '2026-03-10T11:01' })).toMatchObject({ code: 'input.future', field: 'signedAt' })
    expect(await refused('韩综', decide, { signedAt: '2026-03-10T10:59' })).toMatchObject({ code: 'input.range', clause: 'F1(7)b' })
    const out = await loanOut(office)
    const back = { call: 'lending.takeBack', input: { loan: out.loan, number: out.copy.number, intact: true } } as const
    expect(await refused('周阅', back, { signedAt: '2026-03-10T10:59' })).toMatchObject({ code: 'input.range', field: 'signedAt' })
    await be(office, '李保')
    const approved = await loanApproved(office)
    const lend = { call: 'lending.lend', input: { loan: approved.loan } } as const
    expect(await refused('周阅', lend, { signedAt: '2026-03-10T10:59' })).toMatchObject({ code: 'input.range', field: 'signedAt' })
  })

  it('not by who asked or keyed it in, not one’s own, not for who could not have signed', async () => {
    await later()
    const { loan } = await loanAsked(office)
    const now = { signedAt: '2026-03-10T11:00' }
    const decide = { call: 'lending.decide', input: { loan, ...yes } } as const
    expect(await refused('韩综', decide, now)).toMatchObject({ code: 'rule.forbids', field: 'step' })
    expect(await refused('李保', decide, now)).toMatchObject({ code: 'rule.forbids', field: 'signer' })
    await otherOfficer(office)
    expect(await refused('王管', decide, now)).toMatchObject({ code: 'rule.forbids', field: 'signer', clause: 'F1(7)b' })
    const late = { call: 'lending.decide', input: { loan, approve: true, due: '2026-03-13' } } as const
    expect(await refused('韩综', late, now)).toMatchObject({ code: 'rule.forbids', field: 'step.input.due' })
    const unknown = { call: 'lending.decide', input: { loan: 9999, approve: true } } as const
    expect(await refused('韩综', unknown, now)).toMatchObject({ code: 'input.unknownRecord', field: 'step.input.loan' })
    const approved = await loanApproved(office)
    expect(await refused('吴阅', { call: 'lending.lend', input: { loan: approved.loan } }, now)).toMatchObject({ clause: 'F1(4)a', field: 'signer' })
  })
})

describe('F1(7)a 纸质签补录: who was in the reading room while the machine was off', () => {
  it('came and left at the minutes that stand in the paper register', async () => {
    await later()
    const { copies } = await registered(office)
    const visiting = { person: office.id('周阅'), copies: copies.map(({ id }) => id), purpose: '核对', room: '档案室' }
    const { id: visit } = await enter('周阅', { call: 'lending.admit', input: visiting }, { signedAt: '2026-03-10T11:00' })
    office.clock.set('2026-03-10T11:30:00+08:00')
    await office.as('李保')
    const numbers = copies.map(({ number }) => number)
    const leave = { call: 'lending.leave', input: { visit, numbers } } as const
    expect(await refused('周阅', leave, { signedAt: '2026-03-10T10:50' })).toMatchObject({ code: 'input.range', clause: 'F1(7)a' })
    await enter('周阅', leave, { signedAt: '2026-03-10T11:20' })
    expect((await office.ok('lending.visits', { visit })).rows[0]).toMatchObject({
      state: 'left',
      cameAt: '2026-03-10T03:00:00.000Z',
      leftAt: '2026-03-10T03:20:00.000Z',
      take: { by: '李保', paper: { of: '周阅' } },
      giveBack: { by: '李保', paper: { of: '周阅' } },
    })
  })

  it('not with a paper that was not there yet', async () => {
    const { copies } = await registered(office)
    const visiting = { person: office.id('周阅'), copies: copies.map(({ id }) => id), purpose: '核对', room: '档案室' }
    expect(await refused('周阅', { call: 'lending.admit', input: visiting })).toMatchObject({ code: 'input.range', clause: 'F1(7)a' })
  })
})

describe('实施条例27 实施条例28 F1(3)b F1(4)d 纸质审批补录: what a 分管领导 approved on paper', () => {
  it('清退, 销毁, 发文, 携带外出: decided by the leader, entered by another 保密员 than made it', async () => {
    office.clock.set('2026-03-10T11:40:00+08:00')
    await be(office, '李保')
    const list = await returnChecked(office)
    const batch = await countedTwice(office)
    const { outgoing } = await outgoingDrafted(office)
    const { use } = await outsideAsked(office)
    const now = { signedAt: '2026-03-10T11:40' }
    const steps = [
      { call: 'disposal.approve', input: { kind: 'return', id: list.returnList, ...yes } },
      { call: 'disposal.approve', input: { kind: 'destruction', id: batch.destruction, ...yes } },
      { call: 'outgoing.decide', input: { outgoing, ...yes } },
      { call: 'media.decideOutside', input: { use, ...yes } },
    ] as const
    for (const step of steps) expect(await refused('王管', step, now)).toMatchObject({ code: 'rule.forbids', field: 'step' })
    await otherOfficer(office)
    for (const step of steps) {
      expect(await refused('赵组', step, now)).toMatchObject({ code: 'rule.forbids', field: 'signer' })
      expect(await refused('王管', step)).toMatchObject({ code: 'input.range', field: 'signedAt' })
      await enter('王管', step, now)
      expect((await refused('王管', step, now)).code).toMatch(/^state|rule/)
    }
    const rows = (await office.ok('circulation.onPaper', {})).rows.filter(({ signer }) => signer.name === '王管')
    expect(rows.map(({ record }) => record?.of)).toEqual(['return_list', 'destruction', 'outgoing', 'medium_use'])
    expect((await office.ok('disposal.get', { kind: 'return', id: list.returnList })).approval).toMatchObject({ by: '冯保', paper: { of: '王管' } })
    await be(office, '王管')
    expect((await office.ok('today.home', {})).toConfirm).toHaveLength(4)
    for (const { id: signing } of rows) await office.ok('circulation.confirmPaper', { signing })
  })

  it('发出时间 may lie between the leader’s paper and its entry', async () => {
    await be(office, '李保')
    const { outgoing } = await outgoingDrafted(office)
    office.clock.set('2026-03-10T11:49:00+08:00')
    await otherOfficer(office)
    await enter('王管', { call: 'outgoing.decide', input: { outgoing, ...yes } }, { signedAt: '2026-03-10T11:42' })
    const send = { outgoing, route: 'courier' as const, waybill: '机交0003' }
    expect(await office.no('outgoing.send', { ...send, sentAt: '2026-03-10T11:41' })).toMatchObject({ code: 'input.range', field: 'sentAt' })
    await office.ok('outgoing.send', { ...send, sentAt: '2026-03-10T11:45' })
  })
})

describe('F1(2)c 纸质签补录 by the unit’s setting, reminded of after a month', () => {
  it('says why and where the paper lies', async () => {
    await otherOfficer(office)
    const { loan } = await loanApproved(office)
    const lend = { call: 'lending.lend', input: { loan } } as const
    expect(await office.no('entry.fromPaper', { ...entryOf(office, '周阅', lend), kept: '' })).toMatchObject({ field: 'kept' })
    expect(await office.no('entry.fromPaper', { ...entryOf(office, '周阅', lend), reason: '' })).toMatchObject({ field: 'reason' })
  })

  it('a unit that takes no signatures on paper refuses each', async () => {
    await be(office, '李保')
    const { loan } = await loanApproved(office)
    await be(office, '钱安')
    await office.ok('office.changeSettings', { paperSignatures: false })
    await be(office, '李保')
    expect(await refused('周阅', { call: 'lending.lend', input: { loan } })).toMatchObject({ code: 'rule.forbids', clause: 'F1(2)c' })
    await be(office, '钱安')
    await office.ok('office.changeSettings', { paperSignatures: true })
  })

  it('逾月未补签 is late, F1(8) and whoever leaves signs for it first', async () => {
    await be(office, '李保')
    const { visit, numbers } = await consulting(office)
    await enter('周阅', { call: 'lending.leave', input: { visit, numbers } }, { signedAt: '2026-03-10T11:49' })
    await be(office, '郑系')
    expect((await office.no('people.disableAccount', { person: office.id('周阅'), reason: '调离' })).message).toContain('纸质签尚未本人补签')
    office.clock.set('2026-04-10T12:01:00+08:00')
    await office.as('李保')
    await office.ok('session.changePassword', { current: passwordOf('李保'), next: 'Another#2026pass' })
    const rows = (await office.ok('circulation.onPaper', {})).rows
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row).toMatchObject({ late: true })
  })
})

const ID = (name: string) => `(SELECT id FROM person WHERE name = '${name}')`
const OTHER = '另写的字'
const changes: readonly (readonly [what: string, sql: () => string, told: RegExp])[] = [
  ['in another’s name', () => `UPDATE paper_signing SET person = ${ID('赵组')} WHERE outgoing = 1`, /^paper_signing \d+.*签字人、补录人不符/],
  ['at another minute', () => `UPDATE paper_signing SET signed_at = '2026-03-10T01:01:00.000Z' WHERE visit = 1`, /^paper_signing \d+.*纸上的时间/],
  ['for another reason', () => `UPDATE paper_signing SET reason = '${OTHER}' WHERE return_list = 1`, /^paper_signing \d+.*补录原因/],
  ['kept elsewhere', () => `UPDATE paper_signing SET kept = '${OTHER}' WHERE destruction = 1`, /^paper_signing \d+.*存放处与所签的不同/],
  ['that nothing stands on', () => `UPDATE paper_signing SET entry_signature = 1 WHERE medium_use = 1`, /^paper_signing \d+.*不是该记录所依据/],
  ['of another record', () => `UPDATE paper_signing SET loan = 2 WHERE loan = 1`, /^paper_signing \d+.*不是该记录所依据/],
  ['by whoever listed it', () => `UPDATE return_list SET begun_by = ${ID('冯保')}`, /^paper_signing \d+.*本人申请、拟制、代录/],
  ['passed off as the leader’s own', () => `DELETE FROM paper_signing WHERE destruction = 1`, /^destruction \d+.*用途不是 destruction\.approve/],
  ['by somebody without the duty', () => `UPDATE person SET roles = '["reader"]' WHERE name = '冯保'`, /^paper_signing \d+.*补录人当时不是保密员/],
]

describe('F1(2)c an entry from paper that no longer fits is told by the standalone verifier', () => {
  let told: Map<string, string[]>
  beforeAll(async () => {
    await office.station.close()
    expect(verify(office.dir).verdict.broken).toEqual([])
    told = await toldOfEach(office.dir, changes)
  })

  it('nothing is told of rows that nobody changed', () => {
    expect(told.get('nothing')).toEqual([])
  })

  it.each(changes)('%s', (what, _sql, expected) => {
    expect(told.get(what)).toEqual(expect.arrayContaining([expect.stringMatching(expected)]))
  })
})
