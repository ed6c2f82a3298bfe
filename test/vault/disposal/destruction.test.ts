import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProcedureName } from '../../../contract/index.ts'
import {
  batchNow,
  completed,
  countedAs,
  countedOnce,
  countedTwice,
  done,
  finished,
  proposed,
  retired,
  sending,
  sent,
  toSend,
  witnessed,
} from '../../support/disposals.ts'
import { type Office, openOffice, passwordOf } from '../../support/office.ts'
import { be, place, registered, withPassword } from '../../support/records.ts'

let office: Office
/** Another 保密员, who is a 分管领导 too. */
let both = ''
beforeAll(async () => {
  office = await openOffice()
  both = (await withPassword(office, ['officer', 'deputyLeader'])).name
})
afterAll(() => office.close())

const no = { code: 'rule.forbids', clause: '实施条例28' } as const

describe('实施条例28 销毁', () => {
  it('30: a batch of ten with one on 留用: it is excluded and stays so after the approval; two 监销人 who are neither 经办 nor 批准; nine are gone for good', async () => {
    const copies = await finished(office, 10)
    const kept = copies[4] as (typeof copies)[number]
    await office.ok('disposal.hold', { copy: kept.id, kind: 'retained', reason: '后续工作需要' })
    const { id, number, items, withheld } = await office.ok('disposal.propose', {
      kind: 'destruction',
      copies: copies.map((copy) => copy.id),
      reason: '已办结，不需留存',
    })
    expect({ items, withheld }).toEqual({ items: 10, withheld: [{ number: kept.number, why: '留用：后续工作需要' }] })
    const nine = copies.filter((copy) => copy !== kept)
    const numbers = nine.map((copy) => copy.number)
    await office.ok('disposal.count', { destruction: id, counted: countedAs(numbers) })
    await office.signed('韩综', 'disposal.count', { destruction: id, counted: countedAs(numbers) })
    expect(await office.signed('王管', 'disposal.approve', { kind: 'destruction', id, approve: true })).toEqual({ id, items: 9 })
    // The hold lifted, the copy is not back in this batch
    const hold = (await office.ok('disposal.holds', { copy: kept.id })).rows[0]?.id as number
    await office.ok('disposal.release', { hold, reason: '不再需要' })
    await office.ok('disposal.send', { destruction: id, ...sending, escorts: [...sending.escorts] })
    const all = { destruction: id, numbers, ...done }
    const foreign = { ...all, numbers: [...numbers, kept.number] }
    expect(await office.no('disposal.complete', await witnessed(office, ['周阅', '吴阅'], foreign))).toMatchObject({ ...no, field: 'numbers' })
    const refused = async (...names: string[]) => (await office.no('disposal.complete', await witnessed(office, names, all))).message
    expect(await refused('周阅')).toContain('监销人须二人以上')
    expect(await refused('周阅', '周阅')).toContain('同一人')
    const own = { name: '李保', password: passwordOf('李保'), step: { call: 'disposal.complete', input: all } }
    expect(await office.no('session.countersign', own)).toMatchObject({ code: 'rule.forbids', field: 'name' })
    await be(office, both)
    expect(await refused('李保', '周阅')).toContain('李保是经办人，不得监销')
    await be(office, '李保')
    expect(await refused('周阅', '王管')).toContain('王管是批准人，不得监销')
    expect(await refused('周阅', '冯审')).toContain('三员')
    expect(await office.ok('disposal.complete', await witnessed(office, ['周阅', '吴阅'], all))).toEqual({ id, destroyed: 9, withheld: 1 })
    const view = await batchNow(office, id)
    expect(view).toMatchObject({ state: 'done', items: 10, withheld: 1, destroyedBy: '严销', receipt: done.receipt })
    expect(view.witnesses.map(({ by }) => by)).toEqual(['周阅', '吴阅'])
    expect(view.list.filter(({ state }) => state === 'destroyed').map((item) => item.number)).toEqual(numbers)
    expect(view.list.find((item) => item.copy === kept.id)).toMatchObject({ state: 'inBox', withheld: '留用：后续工作需要' })
    for (const { document } of nine) expect(await office.ok('documents.get', { document })).toMatchObject({ state: 'destroyed' })
    await be(office, '冯审')
    const [entry] = (await office.ok('audit.list', { call: 'disposal.complete', outcome: 'done' })).rows
    expect(entry?.object.split(' ').sort()).toEqual([number, ...copies.map((copy) => copy.number)].sort())
  })

  it('a destroyed copy, one listed and one returned: every later use of it is refused', async () => {
    const { copies, destruction, numbers } = await sent(office, 1)
    const scoped = ['周阅', '吴阅', '韩综'].map(office.id)
    const copy = copies[0]?.id as number
    const uses = async (state: string): Promise<void> => {
      const calls: [ProcedureName, unknown][] = [
        ['circulation.draft', { folder: `夹${state}`, copies: [copy], readers: scoped.slice(0, 1) }],
        ['lending.request', { copy, borrower: scoped[0], reason: '办理需要', place, until: '2026-03-12' }],
        [
          'reproduction.request',
          { kind: 'copy', sources: [{ copy }], asked: 1, purpose: '承办', recipients: scoped.slice(0, 1), place: '本单位文印室' },
        ],
        ['disposal.propose', { kind: 'destruction', copies: [copy], reason: '不需留存' }],
        ['disposal.propose', { kind: 'return', copies: [copy], reason: '要求清退' }],
      ]
      for (const [call, input] of calls) expect(await office.no(call, input), `${state} ${call}`).toMatchObject({ code: /^(state|rule)\.forbids$/ })
      const step = { person: scoped[0] as number, copies: [copy], purpose: '核对', room: '档案室' }
      expect(await office.notSigned('周阅', 'lending.admit', step), state).toMatchObject({ code: 'state.forbids' })
    }
    await uses('toDestroy')
    await completed(office, { destruction, numbers })
    await uses('destroyed')
    expect(await office.no('disposal.hold', { copy, kind: 'retained', reason: '需要' })).toMatchObject({ code: 'state.forbids', field: 'copy' })
    for (const call of ['lending.sources', 'reproduction.sources', 'circulation.inBox'] as const)
      expect(JSON.stringify((await office.ok(call, { text: numbers[0] as string })).rows), call).not.toContain(numbers[0])
    expect((await office.ok('disposal.offer', { kind: 'destruction', text: numbers[0] as string })).rows).toEqual([])
    const again = await witnessed(office, ['周阅', '吴阅'], { destruction, numbers, ...done })
    expect(await office.no('disposal.complete', again)).toMatchObject({ code: 'state.forbids' })
    expect(await office.no('disposal.cancel', { kind: 'destruction', id: destruction, reason: '列错' })).toMatchObject({ code: 'state.forbids' })
  })

  it('a loan that was approved before is not lent, a copy approved before is not made, once the paper is listed', async () => {
    const { id: document, copies } = await registered(office)
    const copy = copies[0]?.id as number
    const { id: loan } = await office.ok('lending.request', { copy, borrower: office.id('周阅'), reason: '办理需要', place, until: '2026-03-12' })
    await be(office, '韩综')
    await office.ok('lending.decide', { loan, approve: true })
    await be(office, '李保')
    await office.ok('documents.finish', { document, result: '办结' })
    const { id } = await office.ok('disposal.propose', { kind: 'destruction', copies: [copy], reason: '不需留存' })
    expect(await office.notSigned('周阅', 'lending.lend', { loan })).toMatchObject({ code: 'state.forbids' })
    await office.ok('disposal.cancel', { kind: 'destruction', id, reason: '仍需使用' })
    expect(await office.ok('documents.get', { document })).toMatchObject({ state: 'finished', copyList: [{ state: 'inBox' }] })
    await office.signed('周阅', 'lending.lend', { loan })
  })

  it('only what lies in the box and is 办结 is listed, once; a paper with a day of 清退 goes back and is not destroyed', async () => {
    const { copies } = await registered(office)
    const open = { kind: 'destruction', reason: '不需留存' } as const
    expect(await office.no('disposal.propose', { ...open, copies: [copies[0]?.id as number] })).toMatchObject({ ...no, field: 'copies.0' })
    const one = (await finished(office))[0] as { id: number }
    const due = (await finished(office, 1, { returnBy: '2026-04-01' }))[0] as { id: number }
    expect(await office.no('disposal.propose', { ...open, copies: [one.id, one.id] })).toMatchObject({ code: 'input.duplicate', field: 'copies' })
    expect((await office.no('disposal.propose', { ...open, copies: [due.id] })).message).toContain('没有可以列入的')
    const { withheld } = await office.ok('disposal.propose', { ...open, copies: [one.id, due.id] })
    expect(withheld).toMatchObject([{ why: '未解密清退件：应于2026-04-01前清退' }])
  })

  it('清点 by the 经办人, 复核 by somebody else: all numbers, the same pages, no foreign and no doubled one', async () => {
    const { destruction, numbers } = await proposed(office)
    const counted = countedAs(numbers)
    const count = (over: unknown) => office.no('disposal.count', { destruction, counted, ...(over as object) })
    expect((await count({ counted: counted.slice(1) })).message).toContain(`缺 ${numbers[0]}`)
    expect(await count({ counted: [...counted, { number: '密收〔2026〕9999', pages: 1 }] })).toMatchObject({ ...no, field: 'counted' })
    expect(await count({ counted: [...counted, counted[0]] })).toMatchObject({ code: 'input.duplicate', field: 'counted' })
    await be(office, both)
    expect((await count({})).message).toContain('经办人')
    await be(office, '李保')
    await office.ok('disposal.count', { destruction, counted })
    expect((await count({})).message).toContain('不得自己复核')
    expect((await office.notSigned('韩综', 'disposal.count', { destruction, counted: countedAs(numbers, 4) })).message).toContain('页数')
    expect((await office.no('disposal.approve', { kind: 'destruction', id: destruction, approve: true })).message).toContain('分管领导')
    expect((await office.notSigned('王管', 'disposal.approve', { kind: 'destruction', id: destruction, approve: true })).message).toContain('复核')
    await be(office, both)
    expect(await office.notSigned('李保', 'disposal.count', { destruction, counted })).toMatchObject({ ...no, field: 'ticket' })
    expect(await office.ok('disposal.count', { destruction, counted })).toEqual({ id: destruction, items: 2, pages: 6 })
    expect(await batchNow(office, destruction)).toMatchObject({ state: 'toApprove', count: { by: '李保' }, recount: { by: both } })
  })

  it('nobody approves what they made or recounted, on whichever account; not approved means back in the box, with the reason', async () => {
    const { destruction, numbers, copies } = await countedOnce(office)
    await office.signed(both, 'disposal.count', { destruction, counted: countedAs(numbers) })
    const decision = { kind: 'destruction', id: destruction } as const
    expect((await office.notSigned(both, 'disposal.approve', { ...decision, approve: true })).message).toContain('不得审批本人')
    expect((await office.notSigned('韩综', 'disposal.approve', { ...decision, approve: true })).message).toContain('分管领导')
    expect(await office.notSigned('王管', 'disposal.approve', { ...decision, approve: false })).toMatchObject({
      code: 'input.missing',
      field: 'opinion',
    })
    await office.signed('王管', 'disposal.approve', { ...decision, approve: false, opinion: '再留一年' })
    const view = await batchNow(office, destruction)
    expect(view).toMatchObject({ state: 'rejected', approval: { by: '王管' }, opinion: '再留一年', acts: [] })
    expect(view.list.map(({ state }) => state)).toEqual(['inBox', 'inBox'])
    expect(await office.ok('documents.get', { document: copies[0]?.document as number })).toMatchObject({ state: 'finished' })
  })

  it('a hold that comes after the approval takes the copy out again, for good; a batch with nothing left is voided', async () => {
    const { destruction, number, numbers, copies } = await sent(office)
    const [first, second] = copies as [(typeof copies)[number], (typeof copies)[number]]
    const { left } = await office.ok('disposal.hold', { copy: first.id, kind: 'case', reason: '列入案件' })
    expect(left).toEqual([number])
    expect((await batchNow(office, destruction)).list[0]).toMatchObject({ state: 'inBox', withheld: '案件：列入案件' })
    const one = { destruction, numbers: numbers.slice(1), ...done }
    expect(await office.no('disposal.complete', await witnessed(office, ['周阅', '吴阅'], { ...one, numbers }))).toMatchObject({
      ...no,
      field: 'numbers',
    })
    await office.ok('disposal.hold', { copy: second.id, kind: 'retained', reason: '需要' })
    expect((await office.no('disposal.complete', await witnessed(office, ['周阅', '吴阅'], one))).clause).toBe('实施条例28')
    await office.ok('disposal.cancel', { kind: 'destruction', id: destruction, reason: '都已留用' })
    expect((await batchNow(office, destruction)).list.map(({ state }) => state)).toEqual(['inBox', 'inBox'])
  })

  it('× partial completion without the reason of the difference; what was not destroyed goes back into the box', async () => {
    const { destruction, numbers } = await sent(office)
    const part = { destruction, numbers: numbers.slice(1), ...done }
    const pair = ['周阅', '吴阅']
    expect((await office.no('disposal.complete', await witnessed(office, pair, part))).message).toContain('差额原因')
    const twice = { ...part, differences: [{ number: numbers[1] as string, reason: '没有送到' }] }
    expect(await office.no('disposal.complete', await witnessed(office, pair, twice))).toMatchObject({
      code: 'input.duplicate',
      field: 'differences',
    })
    const told = { ...part, differences: [{ number: numbers[0] as string, reason: '没有送到' }] }
    for (const [over, field] of [
      [{ at: '2026-03-10T09:01' }, 'at'],
      [{ at: '2026-03-10T08:59' }, 'at'],
      [{ receipt: '' }, 'receipt'],
    ] as const)
      expect(await office.no('disposal.complete', await witnessed(office, pair, { ...told, ...over }))).toMatchObject({ field })
    expect(await office.ok('disposal.complete', await witnessed(office, pair, told))).toMatchObject({ destroyed: 1, withheld: 1 })
    expect((await batchNow(office, destruction)).list).toMatchObject([
      { state: 'inBox', kept: '没有送到' },
      { state: 'destroyed', kept: null },
    ])
  })

  it('F2(2) a carrier that was taken out of use is destroyed in the same batch, under the same signatures', async () => {
    const medium = await retired(office)
    const { number } = await office.ok('media.get', { medium })
    const [copy] = (await finished(office)) as [{ id: number; number: string; document: number }]
    const chosen = { copies: [copy.id], media: [medium], reason: '不需留存' }
    expect(await office.no('disposal.propose', { kind: 'return', ...chosen })).toMatchObject({ clause: '实施条例27', field: 'media' })
    const { id, items } = await office.ok('disposal.propose', { kind: 'destruction', ...chosen })
    expect(items).toBe(2)
    expect(await office.no('disposal.propose', { kind: 'destruction', media: [medium], reason: '再列' })).toMatchObject({ field: 'media.0' })
    const counted = [{ number: copy.number, pages: 3 }, { number }]
    const unread = [{ number: copy.number }, { number }]
    expect(await office.no('disposal.count', { destruction: id, counted: unread })).toMatchObject({ code: 'input.missing', field: 'counted' })
    await office.ok('disposal.count', { destruction: id, counted })
    await office.signed('韩综', 'disposal.count', { destruction: id, counted })
    await office.signed('王管', 'disposal.approve', { kind: 'destruction', id, approve: true })
    await office.ok('disposal.send', { destruction: id, ...sending, escorts: [...sending.escorts] })
    await completed(office, { destruction: id, numbers: [copy.number, number] })
    expect((await batchNow(office, id)).media).toMatchObject([{ number, state: 'destroyed', kept: null }])
    expect(await office.ok('media.get', { medium })).toMatchObject({ state: 'destroyed' })
  })

  it('押运 by two to a designated unit; the unit itself destroys only a few', async () => {
    const { destruction } = await toSend(office)
    const send = (over: object) => office.no('disposal.send', { destruction, ...sending, ...over })
    expect(await send({ escorts: ['李保'] })).toMatchObject({ ...no, field: 'escorts' })
    expect(await send({ escorts: ['李保', '李 保'] })).toMatchObject({ code: 'input.duplicate', field: 'escorts' })
    await be(office, '钱安')
    await office.ok('office.changeSettings', { selfDestruction: 1 })
    await be(office, '李保')
    const self = { site: { kind: 'self', equipment: '碎纸机（合格证号 0012）' }, escorts: [], method: 'shredding' } as const
    expect((await send(self)).message).toContain('自行销毁限于少量')
    await be(office, '钱安')
    await office.ok('office.changeSettings', { selfDestruction: 2 })
    await be(office, '李保')
    await office.ok('disposal.send', { destruction, ...self, escorts: [] })
    expect(await batchNow(office, destruction)).toMatchObject({ state: 'sent', site: { kind: 'self', name: self.site.equipment }, escorts: [] })
    const early = await countedTwice(office, 1)
    expect((await office.no('disposal.send', { destruction: early.destruction, ...sending })).message).toContain('批准')
  })
})
