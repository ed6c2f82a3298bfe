import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeCopies, verify } from '../support/attack.ts'
import { rebuilt } from '../support/rebuilt.ts'
import { type Office, openOffice } from '../support/office.ts'
import { be, outgoingApproved, outgoingDrafted, outgoingSent, registered } from '../support/records.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice({ level: 'topSecret' })
})
afterAll(async () => {
  await office.close()
  removeCopies()
})

const get = (outgoing: number) => office.ok('outgoing.get', { outgoing })
const draft = (document: number, over: object) =>
  office.no('outgoing.draft', {
    document,
    title: '关于答复工作的函',
    level: 'confidential',
    madeOn: '2026-03-10',
    addressee: '青禾市人民政府办公室',
    copies: 1,
    maker: office.id('陈科'),
    ...over,
  })
const notice = { issuer: '青禾市人民政府办公室', symbol: '青政办变〔2026〕1号', date: '2026-03-09' }

describe('F1(3)b 上报、答复密件', () => {
  it('from the draft to the receipt: numbered copies, approved, sent, receipted', async () => {
    const { outgoing, number, copies } = await outgoingSent(office)
    expect(number).toMatch(/^密发〔2026〕\d{4}$/)
    expect(copies).toEqual([`${number}-01`, `${number}-02`])
    expect(await get(outgoing)).toMatchObject({
      state: 'sent',
      mark: '机密★5年',
      approved: { by: '王管' },
      sent: { by: '李保' },
      waybill: '机交0002',
    })
    expect((await get(outgoing)).history.map(({ act, by, note }) => [act, by, note])).toEqual([
      ['登记发文', '李保', null],
      ['审批发文', '李保', '王管签字'],
      ['发出密件', '李保', null],
    ])
    expect(await office.no('outgoing.receipt', { outgoing, receipt: '回执1', receivedOn: '2026-03-09' })).toMatchObject({ field: 'receivedOn' })
    expect(await office.no('outgoing.receipt', { outgoing, receipt: '回执1', receivedOn: '2026-03-11' })).toMatchObject({ code: 'input.future' })
    await office.ok('outgoing.receipt', { outgoing, receipt: '回执1', receivedOn: '2026-03-10' })
    expect(await get(outgoing)).toMatchObject({ state: 'receipted', receipt: '回执1', receivedOn: '2026-03-10', acts: [] })
    const { lines, frame } = await office.ok('paper.outgoing', { year: 2026 })
    expect(frame).toMatchObject({ level: 'confidential', mark: '机密★5年' })
    expect(lines.at(-1)).toMatchObject({ number, receipt: '回执1' })
  })

  it('× below the level of what it answers, also when that was raised since; a declassified paper asks for none', async () => {
    const { id: document } = await registered(office)
    expect(await draft(document, { level: 'secret' })).toMatchObject({ code: 'rule.forbids', clause: 'F1(3)b', field: 'level' })
    expect(await draft(document, { level: 'internal' })).toMatchObject({ clause: 'F1(3)b', field: 'level' })
    const { outgoing } = await outgoingApproved(office, { document })
    await office.ok('documents.changeLevel', { document, level: 'topSecret', period: { kind: 'years', years: 20 }, notice })
    const send = { outgoing, route: 'courier', sentAt: '2026-03-10T09:00' } as const
    expect(await office.no('outgoing.send', send)).toMatchObject({ clause: 'F1(3)b', field: 'outgoing' })
    await office.ok('documents.declassify', { document, notice })
    await office.ok('outgoing.send', send)
    const internal = await registered(office, { level: 'internal', period: undefined })
    await outgoingDrafted(office, { document: internal.id, level: 'internal', period: undefined })
  })

  it('× unapproved, × approved by who made it or keyed it in or is no 分管领导, × rejected without a word', async () => {
    const { outgoing } = await outgoingDrafted(office)
    expect(await office.no('outgoing.send', { outgoing, route: 'courier', sentAt: '2026-03-10T09:00' })).toMatchObject({ clause: 'F1(3)b' })
    expect(await office.notSigned('韩综', 'outgoing.decide', { outgoing, approve: true })).toMatchObject({ clause: 'F1(3)b', field: 'ticket' })
    expect(await office.no('outgoing.decide', { outgoing, approve: true })).toMatchObject({ clause: 'F1(3)b', field: 'outgoing' })
    await be(office, '王管')
    const waiting = async () => (await office.ok('today.home', {})).waiting.outgoing
    const others = await waiting()
    const own = await outgoingDrafted(office, { maker: office.id('王管') })
    await be(office, '王管')
    expect(others).toBeGreaterThan(0)
    expect(await waiting(), 'one’s own waits for somebody else').toBe(others)
    expect(await office.no('outgoing.decide', { outgoing: own.outgoing, approve: true })).toMatchObject({ clause: 'F1(3)b', field: 'outgoing' })
    expect((await get(own.outgoing)).acts).toMatchObject([{ call: 'outgoing.decide', allowed: false }])
    expect(await office.no('outgoing.decide', { outgoing, approve: false })).toMatchObject({ code: 'input.missing', field: 'opinion' })
    await office.ok('outgoing.decide', { outgoing, approve: true })
    await be(office, '李保')
    expect((await get(outgoing)).state).toBe('approved')
  })

  it('实施条例27 by 专人 it has names, 绝密 two of them; a waybill belongs to 机要', async () => {
    const period = { kind: 'years', years: 20 } as const
    const { outgoing } = await outgoingApproved(office, { level: 'topSecret', period })
    const send = (over: object) => office.no('outgoing.send', { outgoing, route: 'person', carriers: [], sentAt: '2026-03-10T09:00', ...over })
    const [zhou, wu] = [office.id('周阅'), office.id('吴阅')]
    expect(await send({})).toMatchObject({ clause: '实施条例27', field: 'carriers' })
    expect(await send({ carriers: [zhou] })).toMatchObject({ code: 'rule.forbids', field: 'carriers' })
    expect(await send({ carriers: [zhou, zhou] })).toMatchObject({ code: 'input.duplicate', field: 'carriers' })
    expect(await send({ carriers: [zhou, wu], waybill: '1' })).toMatchObject({ field: 'waybill' })
    expect(await send({ route: 'mail', carriers: [zhou] })).toMatchObject({ field: 'carriers' })
    expect(await send({ carriers: [zhou, wu], sentAt: '2026-03-10T08:00' })).toMatchObject({ code: 'input.range', field: 'sentAt' })
    await office.ok('outgoing.send', { outgoing, route: 'person', carriers: [zhou, wu], sentAt: '2026-03-10T09:00' })
    expect(await get(outgoing)).toMatchObject({ route: 'person', carriers: ['周阅', '吴阅'] })
  })

  it('the verifier holds, and names what is not as it was signed, the record rebuilt to fit', async () => {
    await be(office, '李保')
    const [swapped, other, older, lowered] = [
      await outgoingApproved(office),
      await outgoingApproved(office),
      await outgoingApproved(office),
      await outgoingApproved(office),
    ]
    // What the parent was lowered to after the approval is no excuse for what was approved before
    await office.ok('documents.changeLevel', { document: lowered.document, level: 'secret', period: { kind: 'years', years: 10 }, notice })
    // Nor is what it was raised to a fault of what was approved then and has not left
    await office.ok('documents.changeLevel', { document: swapped.document, level: 'topSecret', period: { kind: 'years', years: 20 }, notice })
    await office.station.close()
    expect(verify(office.dir).verdict.broken).toEqual([])
    await rebuilt(
      office.dir,
      `UPDATE outgoing SET addressee = '别的机关' WHERE id = 1; UPDATE outgoing SET level = 'secret' WHERE id = 1;
          UPDATE outgoing SET carriers = '[]' WHERE route = 'person'; UPDATE outgoing SET title = '换了的一件' WHERE id = ${swapped.outgoing};
          UPDATE outgoing SET symbol = '换了的文号' WHERE id = ${other.outgoing}; UPDATE outgoing SET made_on = '2026-03-01' WHERE id = ${older.outgoing};
          UPDATE outgoing SET level = 'secret' WHERE id = ${lowered.outgoing}`,
    )
    const { exit, verdict } = verify(office.dir)
    expect(exit).toBe(1)
    const found = verdict.broken.map(({ where, why }) => `${where} ${why}`).join('\n')
    const changed = ({ number }: { number: string }) => new RegExp(`（${number}） 审批所写的与所签的不同`)
    const below = ({ number }: { number: string }) => new RegExp(`（${number}） 审批时密级低于来文当时的密级`)
    for (const words of [
      /outgoing 1（.*审批所写的与所签的不同/,
      /outgoing 1（.*密级低于来文历来的密级/,
      /outgoing 1（.*发出时密级低于来文当时的密级/,
      /outgoing \d+（.*绝密件少于两人/,
    ])
      expect(found).toMatch(words)
    for (const each of [swapped, other, older]) expect(found).toMatch(changed(each))
    expect(found).toMatch(below(lowered))
    expect(found).not.toMatch(below(swapped))
  })
})
