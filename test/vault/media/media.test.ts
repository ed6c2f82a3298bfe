import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runWork, queryOf, closeOpened } from '../../../electron/vault/door/opened.ts'
import { openGate } from '../../../electron/vault/people/gate.ts'
import { openVault } from '../../../electron/vault/people/sign-in.ts'
import { listForDestruction } from '../../../electron/vault/media/moves.ts'
import { Refused } from '../../../electron/vault/door/refuse.ts'
import { removeCopies, verify } from '../../support/attack.ts'
import { type Office, openOffice, passwordOf } from '../../support/office.ts'
import { be, inRepair, medium, mediumOut, outsideApproved, outsideAsked, takenBy, withPassword } from '../../support/records.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
}, 120_000)
afterAll(async () => {
  await office.close()
  removeCopies()
})

const entry = () => ({
  kind: 'disk' as const,
  ownNumber: '青盘-A01',
  level: 'confidential' as const,
  keeper: office.id('陈科'),
  department: '业务一科',
  place: '保密室三号柜',
  inUseOn: '2026-03-01',
})
const see = (id: number) => office.ok('media.get', { medium: id })

describe('F2(2) 载体与设备台账', () => {
  it('保密法31 a device above the workstation level is refused; at its level it is entered with a number of the series, signed', async () => {
    await be(office, '李保')
    expect(await office.no('media.register', { ...entry(), level: 'topSecret' })).toMatchObject({ clause: '保密法31', field: 'level' })
    const { id, number } = await office.ok('media.register', entry())
    expect(number).toBe('载体〔2026〕0001')
    expect(await see(id)).toMatchObject({ state: 'inStore', isolated: null, keeper: { name: '陈科' }, registered: { by: '李保' }, changes: [] })
  })

  it('F2(2) 物理隔离: a computer or a printer that is not confirmed to be isolated is refused', async () => {
    for (const kind of ['computer', 'laptop', 'printer'] as const)
      for (const isolated of [undefined, false])
        expect(await office.no('media.register', { ...entry(), kind, ownNumber: '青机-01', isolated })).toMatchObject({
          clause: 'F2(2)',
          field: 'isolated',
        })
    const { id } = await medium(office, { kind: 'computer', isolated: true })
    expect((await see(id)).isolated).toBe(true)
  })

  it('a number is never entered twice, in whatever spelling; no day in the future, nobody who is not on duty', async () => {
    expect(await office.no('media.register', { ...entry(), ownNumber: ' 青盘-ａ01 ' })).toMatchObject({ code: 'input.duplicate', field: 'ownNumber' })
    expect(await office.no('media.register', { ...entry(), ownNumber: '新', inUseOn: '2026-03-11' })).toMatchObject({ code: 'input.future' })
    expect(await office.no('media.register', { ...entry(), ownNumber: '新', keeper: office.id('郑系') })).toMatchObject({ field: 'keeper' })
  })

  it('a change has its reason and its signature, and what it said before stays', async () => {
    const { id } = await medium(office)
    expect(await office.no('media.change', { medium: id, reason: '无', place: '保密室三号柜' })).toMatchObject({ code: 'input.missing' })
    expect(await office.ok('media.change', { medium: id, reason: '调岗', keeper: office.id('吴阅') })).toEqual({ id, version: 2 })
    const view = await see(id)
    expect(view).toMatchObject({ keeper: { name: '吴阅' }, place: '保密室三号柜' })
    expect(view.changes).toMatchObject([{ version: 2, reason: '调岗', keeper: '吴阅', signed: { by: '李保' } }])
  })

  it('found by its numbers, its keeper and its place; the 三员 but the 系统管理员 do not see it, who sees no purposes', async () => {
    const { id } = await mediumOut(office, { remarks: '双锁' })
    const { ownNumber } = await see(id)
    expect((await office.ok('media.list', { text: ownNumber })).rows.map((row) => row.id)).toEqual([id])
    expect((await see(id)).uses[0]?.purpose).toBe('整理数据')
    await be(office, '郑系')
    expect(await see(id)).toMatchObject({ remarks: null, uses: [{ purpose: null }] })
    for (const name of ['钱安', '冯审', '周阅', '陈科']) {
      await office.as(name)
      expect(await office.no('media.get', { medium: id }), name).toMatchObject({ code: 'session.role' })
    }
  })
})

describe('F2(2) 领用归还: in one place at any minute', () => {
  it('given against a signature in place, back from the very person with what was checked', async () => {
    const { id, number } = await mediumOut(office)
    expect(await see(id)).toMatchObject({ state: 'out', holder: { name: '周阅' }, due: '2026-03-12', overdueDays: 0 })
    expect(await office.notSigned('吴阅', 'media.give', { medium: id, to: takenBy(office, '吴阅') })).toMatchObject({
      code: 'state.forbids',
      clause: 'F2(2)',
    })
    const back = { medium: id, number, intact: true, check: '已查杀病毒，未存其他文件' }
    expect(await office.notSigned('吴阅', 'media.takeBack', back)).toMatchObject({ clause: 'F1(4)a', field: 'ticket' })
    expect(await office.notSigned('周阅', 'media.takeBack', { ...back, number: '载体〔2026〕9999' })).toMatchObject({ field: 'number' })
    expect(await office.notSigned('周阅', 'media.takeBack', { ...back, intact: false })).toMatchObject({ code: 'input.missing', field: 'condition' })
    await office.signed('周阅', 'media.takeBack', { ...back, number: (await see(id)).ownNumber })
    expect((await see(id)).uses).toMatchObject([
      { state: 'back', give: { by: '李保' }, take: { by: '周阅' }, giveBack: { by: '周阅' }, takeBack: { by: '李保' }, intact: true },
    ])
    expect((await see(id)).state).toBe('inStore')
  })

  it('F1(4)a who gives is not who takes; a fixed device is nobody’s to carry', async () => {
    const { id } = await medium(office)
    expect(await office.notSigned('周阅', 'media.give', { medium: id, to: takenBy(office, '李保') })).toMatchObject({
      clause: 'F1(4)a',
      field: 'to.person',
    })
    const fixed = await medium(office, { kind: 'computer', isolated: true })
    expect(await office.notSigned('周阅', 'media.give', { medium: fixed.id, to: takenBy(office) })).toMatchObject({
      clause: 'F2(2)',
      field: 'medium',
    })
  })

  it('F1(4)d only at the listed places; outside after a 分管领导 approved it, who is not the person, and not past its day', async () => {
    const { id } = await medium(office)
    const outside = { ...takenBy(office), place: '家中' }
    expect(await office.notSigned('周阅', 'media.give', { medium: id, to: outside })).toMatchObject({ clause: 'F1(4)d', field: 'to.place' })
    const asked = await outsideAsked(office)
    const step = { medium: asked.id, to: { kind: 'outside' as const, use: asked.use } }
    expect(await office.notSigned('周阅', 'media.give', step)).toMatchObject({ clause: 'F1(4)d', field: 'to.use' })
    const { id: own } = await office.ok('media.requestOutside', {
      medium: id,
      person: office.id('王管'),
      place: '市政府',
      purpose: '汇报',
      until: '2026-03-11',
    })
    expect((await office.ok('today.home', {})).mediaUses.map((use) => use.id)).toEqual(expect.arrayContaining([asked.use, own]))
    await be(office, '王管')
    expect((await office.ok('today.home', {})).mediaUses.map((use) => use.id)).toEqual([asked.use])
    expect(await office.no('media.decideOutside', { use: own, approve: true })).toMatchObject({ clause: 'F1(4)d', field: 'use' })
    expect(await office.no('media.decideOutside', { use: asked.use, approve: false })).toMatchObject({ code: 'input.missing', field: 'opinion' })
    await office.ok('media.decideOutside', { use: asked.use, approve: true })
    await be(office, '李保')
    const other = await medium(office)
    expect(await office.notSigned('周阅', 'media.give', { ...step, medium: other.id })).toMatchObject({ field: 'to.use' })
    await office.signed('周阅', 'media.give', step)
    expect((await see(asked.id)).uses).toMatchObject([{ outside: true, place: '青禾市疾控中心', decision: { by: '王管' }, state: 'out' }])
  })

  it('F1(8) whoever holds a carrier, or is its 责任人, does not leave', async () => {
    const leaver = await withPassword(office)
    await be(office, '李保')
    const { id, number } = await medium(office, { keeper: leaver.id })
    const { id: handover } = await office.ok('handover.begin', { person: leaver.id, reason: '离职' })
    const duties = async () => (await office.ok('handover.get', { handover })).duties.join()
    expect(await duties()).toContain(`${number}的责任人`)
    await office.ok('media.change', { medium: id, reason: '调整', keeper: office.id('陈科') })
    expect(await duties()).toBe('')
    await office.signed(leaver.name, 'media.give', { medium: id, to: { ...takenBy(office), person: leaver.id } })
    expect(await duties()).toContain(`领用的载体${number}未归还`)
    await be(office, '郑系')
    const refused = await office.no('people.disableAccount', { person: leaver.id, reason: '离职' })
    expect(refused).toMatchObject({ clause: 'F1(8)' })
    expect(refused.message).toContain(number)
    await be(office, '李保')
  })
})

describe('F2(2) 维修维护登记', () => {
  it('with the storage taken out, or somebody beside it all the time; else refused', async () => {
    const { id } = await medium(office, { kind: 'computer', isolated: true })
    const step = { kind: 'out' as const, where: 'appointed' as const, firm: '青禾定点维修站', fault: '不能开机', storageRemoved: false }
    expect(await office.no('media.repair', { medium: id, step })).toMatchObject({ clause: 'F2(2)', field: 'step.storageRemoved' })
    expect(await office.no('media.repair', { medium: id, step: { ...step, where: 'onSite', storageRemoved: true } })).toMatchObject({
      clause: 'F2(2)',
      field: 'step.supervisor',
    })
    const disk = await medium(office)
    expect(await office.no('media.repair', { medium: disk.id, step: { ...step, storageRemoved: true } })).toMatchObject({
      field: 'step.storageRemoved',
    })
    const { number } = await office.ok('media.repair', { medium: id, step: { ...step, supervisor: office.id('陈科') } })
    expect(await see(id)).toMatchObject({ state: 'inRepair', repairs: [{ number, supervisor: '陈科', backAt: null }] })
    expect(await office.no('media.repair', { medium: id, step: { ...step, storageRemoved: true } })).toMatchObject({ code: 'state.forbids' })
    await office.ok('media.repair', { medium: id, step: { kind: 'back', result: '更换电源' } })
    expect(await see(id)).toMatchObject({ state: 'inStore', repairs: [{ result: '更换电源', back: { by: '李保' } }] })
    expect(await office.no('media.repair', { medium: id, step: { kind: 'back', result: '再修' } })).toMatchObject({
      code: 'state.forbids',
      clause: 'F2(2)',
    })
  })

  it('F2(3) 专人维护: the 系统管理员 keeps the record of maintenance, nobody else', async () => {
    const { id } = await medium(office)
    expect(await office.no('media.maintain', { medium: id, done: '除尘' })).toMatchObject({ code: 'session.role' })
    await be(office, '郑系')
    await office.ok('media.maintain', { medium: id, done: '升级病毒库' })
    expect((await see(id)).maintenance).toMatchObject([{ done: '升级病毒库', signed: { by: '郑系' } }])
    expect((await see(id)).acts.map(({ call }) => call)).toEqual(['media.maintain'])
    await be(office, '李保')
  })
})

describe('实施条例28, 实施条例61 停用、遗失', () => {
  it('lost with the number of its incident, out of whatever hands; found again it is not used any more', async () => {
    const { id } = await mediumOut(office)
    await office.ok('media.lose', { medium: id, incident: '违规〔2026〕0003', note: '途中遗失' })
    expect(await see(id)).toMatchObject({ state: 'lost', holder: null, uses: [{ state: 'lost' }], endings: [{ incident: '违规〔2026〕0003' }] })
    expect(await office.notSigned('周阅', 'media.give', { medium: id, to: takenBy(office) })).toMatchObject({ code: 'state.forbids' })
    await office.ok('media.retire', { medium: id, reason: '找回，不再使用' })
    expect(await see(id)).toMatchObject({ state: 'retired', endings: [{ became: 'lost' }, { became: 'retired', signed: { by: '李保' } }] })
  })

  it('what is in somebody’s hands or in repair is not taken out of use', async () => {
    for (const { id } of [await mediumOut(office), await inRepair(office)])
      expect(await office.no('media.retire', { medium: id, reason: '老化' })).toMatchObject({ code: 'state.forbids', clause: 'F2(2)' })
  })

  it('overdue: said on 今日 to the officer and to whoever holds it, who takes no other before; an approval past its day lapses', async () => {
    const { id, number } = await mediumOut(office)
    const [approved, asked] = [await outsideApproved(office), await outsideAsked(office)]
    await office.later('2026-03-14T09:00:00+08:00', '李保')
    const lapsed = await office.notSigned('周阅', 'media.give', { medium: approved.id, to: { kind: 'outside', use: approved.use } })
    expect(lapsed).toMatchObject({ clause: 'F1(4)d', field: 'to.use' })
    expect(lapsed.message).toContain('已经过期')
    expect((await office.ok('media.list', { overdue: true })).rows.map((row) => row.id)).toContain(id)
    const other = await medium(office)
    const again = { medium: other.id, to: { ...takenBy(office), until: '2026-03-16' } }
    expect(await office.notSigned('周阅', 'media.give', again)).toMatchObject({ clause: 'F2(2)', field: 'to.person' })
    const home = await office.ok('today.home', {})
    expect(home.waiting.media).toBeGreaterThan(0)
    expect(home.reminders.map(({ text }) => text).join()).toMatch(new RegExp(`领用的载体.*${number}.*逾期未还`))
    await be(office, '王管')
    expect((await office.ok('today.home', {})).mediaUses).toEqual([])
    expect(await office.no('media.decideOutside', { use: asked.use, approve: true })).toMatchObject({ clause: 'F1(4)d', field: 'use' })
    await be(office, '周阅')
    const own = await office.ok('today.home', {})
    expect(own.mediaOut.every(({ holder }) => holder?.name === '周阅')).toBe(true)
    expect(own.reminders.map(({ text }) => text).join()).toContain('您领用的载体')
  })

  it('审计 the whole of it verifies', async () => {
    await office.station.close()
    expect(verify(office.dir).verdict.broken).toEqual([])
  })

  it('实施条例28 the desk 销毁 lists what was taken out of use, by the steps of the table alone', async () => {
    const vault = await openVault(office.dir, openGate(office.dir), office.clock, '李保', passwordOf('李保'))
    const [waiting] = vault.database.read.all<{ id: number }>("SELECT id FROM medium WHERE state = 'retired' ORDER BY id")
    if (!waiting) throw new Error('nothing was taken out of use')
    const list = () => runWork(vault, queryOf(vault, office.clock, 'officer'), 'media.retire', (work) => listForDestruction(work, [waiting.id]))
    expect(list).toThrow(Refused)
    closeOpened(vault)
  })
})
