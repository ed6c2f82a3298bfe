import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { finished, held, listNow, receiver, returnApproved, returnChecked, returnListed, returned } from '../../support/disposals.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { be, withPassword } from '../../support/records.ts'

let office: Office
/** Another 保密员, who is a 分管领导 too. */
let both = ''
beforeAll(async () => {
  office = await openOffice()
  both = (await withPassword(office, ['officer', 'deputyLeader'])).name
})
afterAll(() => office.close())

const no = { code: 'rule.forbids', clause: '实施条例27' } as const

describe('实施条例27 清退', () => {
  it('checked by numbers, approved by the 分管领导, handed to the issuer against a receipt: the copies are gone and the documents 清退', async () => {
    const { returnList, number, numbers, copies } = await returnListed(office)
    expect(await office.ok('disposal.check', { returnList, numbers: numbers.slice(0, 1) })).toEqual({ id: returnList, found: 1, left: 1 })
    const decision = { kind: 'return', id: returnList, approve: true } as const
    expect((await office.notSigned('王管', 'disposal.approve', decision)).message).toContain(numbers[1])
    expect(await office.no('disposal.check', { returnList, numbers: ['密收〔2026〕9999'] })).toMatchObject({ ...no, field: 'numbers' })
    expect(await office.no('disposal.handBack', { returnList, ...receiver })).toMatchObject(no)
    await office.ok('disposal.check', { returnList, numbers: numbers.slice(1) })
    expect((await office.notSigned('韩综', 'disposal.approve', decision)).message).toContain('分管领导')
    await be(office, '王管')
    expect(await office.ok('disposal.approve', decision)).toEqual({ id: returnList, items: 2 })
    await be(office, '李保')
    expect(await office.no('disposal.handBack', { returnList, ...receiver, on: '2026-03-11' })).toMatchObject({ code: 'input.future', field: 'on' })
    expect(await office.ok('disposal.handBack', { returnList, ...receiver })).toEqual({ id: returnList, items: 2 })
    expect(await listNow(office, returnList)).toMatchObject({
      number,
      state: 'done',
      issuer: '青禾市人民政府办公室',
      receiver: { name: '许收', receipt: receiver.receipt },
      handed: { by: '李保' },
      list: [{ state: 'returned' }, { state: 'returned' }],
    })
    expect(await office.ok('documents.get', { document: copies[0]?.document as number })).toMatchObject({ state: 'returned' })
    expect(await office.no('disposal.propose', { kind: 'return', copies: [copies[0]?.id as number], reason: '再退' })).toMatchObject({
      code: 'state.forbids',
    })
  })

  it('every difference is explained: 留用 by a hold, also after the approval; taken off the list with the reason', async () => {
    const { returnList, number, copies, numbers } = await returnApproved(office)
    const first = copies[0] as (typeof copies)[number]
    expect(await office.ok('disposal.hold', { copy: first.id, kind: 'mustReturn', reason: '须清退' })).toMatchObject({ left: [] })
    expect(await office.ok('disposal.hold', { copy: first.id, kind: 'retained', reason: '承办未完' })).toMatchObject({ left: [number] })
    expect((await listNow(office, returnList)).list[0]).toMatchObject({ withheld: '留用：承办未完' })
    await office.ok('disposal.check', { returnList, numbers: numbers.slice(1), withdraw: '制发机关另行通知' })
    expect((await office.no('disposal.handBack', { returnList, ...receiver })).message).toContain('作废')
    await office.ok('disposal.cancel', { kind: 'return', id: returnList, reason: '都不退了' })
    // What was taken off may be listed again; what is held stays where it is
    const again = await office.ok('disposal.propose', { kind: 'return', copies: copies.map(({ id }) => id), reason: '要求清退' })
    expect(again.withheld).toEqual([{ number: numbers[0], why: '留用：承办未完' }])
    expect(await office.ok('disposal.check', { returnList: again.id, numbers: numbers.slice(1) })).toMatchObject({ found: 1, left: 0 })
  })

  it('one issuer a list, one open list a copy; what the issuer wants back is returned and never destroyed', async () => {
    const { copy } = await held(office, 'mustReturn')
    const [other] = await finished(office, 1, { sender: '青禾市委办公室' })
    const ids = [copy.id, other?.id as number]
    expect(await office.no('disposal.propose', { kind: 'return', copies: ids, reason: '清退' })).toMatchObject({ ...no, field: 'copies.1' })
    expect((await office.no('disposal.propose', { kind: 'destruction', copies: [copy.id], reason: '销毁' })).message).toContain('留用')
    const { withheld } = await office.ok('disposal.propose', { kind: 'return', copies: [copy.id], reason: '清退' })
    expect(withheld).toEqual([])
    const twice = await office.no('disposal.propose', { kind: 'return', copies: [copy.id], reason: '清退' })
    expect(twice).toMatchObject({ code: 'state.conflict', clause: '实施条例27', field: 'copies.0' })
  })

  it('what was taken off a list comes back on it only as it could be listed: neither held meanwhile, nor on another list', async () => {
    const { returnList, copies, numbers } = await returnListed(office)
    await office.ok('disposal.check', { returnList, numbers, withdraw: '先不退' })
    await office.ok('disposal.hold', { copy: copies[0]?.id as number, kind: 'case', reason: '列入案件' })
    expect((await office.no('disposal.check', { returnList, numbers: [numbers[0] as string] })).message).toContain('案件：列入案件')
    const other = await office.ok('disposal.propose', { kind: 'return', copies: [copies[1]?.id as number], reason: '另行清退' })
    const twice = await office.no('disposal.check', { returnList, numbers: [numbers[1] as string] })
    expect(twice).toMatchObject({ code: 'state.conflict', clause: '实施条例27', field: 'numbers' })
    expect(twice.message).toContain(other.number)
    await office.ok('disposal.cancel', { kind: 'return', id: other.id, reason: '仍在前一份清退' })
    expect(await office.ok('disposal.check', { returnList, numbers: [numbers[1] as string] })).toMatchObject({ found: 1, left: 0 })
  })

  it('what goes back to its issuer is not archived, whence it could not go back: nor what stands on an open list', async () => {
    const { copies, numbers, number, returnList } = await returnListed(office, { returnBy: undefined })
    const archive = (named: readonly string[]) =>
      office.no('keeping.archive', { numbers: [...named], volume: '2026-永久-3', place: '档案室', day: '2026-03-10' })
    const listed = await archive(numbers)
    expect(listed).toMatchObject({ code: 'state.conflict', clause: '实施条例27', field: 'numbers.0' })
    expect(listed.message).toContain(number)
    await office.ok('disposal.check', { returnList, numbers, withdraw: '归档' })
    await office.ok('disposal.hold', { copy: copies[1]?.id as number, kind: 'mustReturn', reason: '须清退' })
    expect(await archive(numbers)).toMatchObject({ ...no, field: 'numbers.1' })
    const [due] = await finished(office, 1, { returnBy: '2026-03-31' })
    const toReturn = await archive([due?.number as string])
    expect(toReturn).toMatchObject({ ...no, field: 'numbers.0' })
    expect(toReturn.message).toContain('应于2026-03-31前清退')
    await office.ok('keeping.archive', { numbers: numbers.slice(0, 1), volume: '2026-永久-3', place: '档案室', day: '2026-03-10' })
  })

  it('nobody approves the list they made, nor hands over what they approved', async () => {
    const { returnList } = await returnChecked(office)
    await office.signed(both, 'disposal.approve', { kind: 'return', id: returnList, approve: true })
    const copies = (await finished(office)).map(({ id }) => id)
    await be(office, both)
    expect((await office.no('disposal.handBack', { returnList, ...receiver })).message).toContain('批准人')
    const own = await office.ok('disposal.propose', { kind: 'return', copies, reason: '清退' })
    const { list } = await office.ok('disposal.get', { kind: 'return', id: own.id })
    await office.ok('disposal.check', { returnList: own.id, numbers: list.map((item) => item.number) })
    expect((await office.no('disposal.approve', { kind: 'return', id: own.id, approve: true })).message).toContain('不得审批本人')
  })

  it('what has its day is offered first, the earliest first, and spoken of thirty and seven days ahead, on the day, after it, and in December', async () => {
    const own = await openOffice()
    try {
      for (const returnBy of ['2026-04-05', '2026-03-15', undefined]) await finished(own, 1, { returnBy })
      const days = async () => (await own.ok('disposal.offer', { kind: 'return' })).rows.map(({ returnBy }) => returnBy)
      expect(await days()).toEqual(['2026-03-15', '2026-04-05'])
      const said = async (at: string) => {
        await own.later(at, '李保')
        return (await own.ok('today.home', {})).reminders.filter(({ desk }) => desk === 'disposal').map(({ text }) => text)
      }
      expect((await said('2026-03-10T09:05:00+08:00')).join()).toMatch(/有2件来文应在三十天内清退，其中1件在七天内/)
      expect((await own.ok('documents.list', { toReturn: true })).total).toBe(2)
      expect((await said('2026-03-15T09:00:00+08:00')).join()).toMatch(/1件今天到期/)
      expect((await said('2026-03-16T09:00:00+08:00')).join()).toMatch(/有1件来文逾期没有清退/)
      // What is kept by 留用, and what is declassified, is not pressed for
      const row = (await own.ok('disposal.offer', { kind: 'return' })).rows[0] as { id: number }
      await own.ok('disposal.hold', { copy: row.id, kind: 'retained', reason: '承办未完' })
      expect((await said('2026-03-16T09:05:00+08:00')).join()).not.toContain('逾期')
      expect((await own.ok('documents.list', { toReturn: true })).total).toBe(1)
      own.clock.set('2026-03-10T09:10:00+08:00')
    } finally {
      await own.close()
    }
  })

  it('a hold is registered once a kind, and lifted once, with a reason', async () => {
    const { hold, copy } = await held(office)
    expect(await office.no('disposal.hold', { copy: copy.id, kind: 'retained', reason: '再留' })).toMatchObject({ code: 'input.duplicate' })
    await office.ok('disposal.release', { hold, reason: '不再需要' })
    expect(await office.no('disposal.release', { hold, reason: '不再需要' })).toMatchObject({ code: 'state.forbids', field: 'hold' })
    const [row] = (await office.ok('disposal.holds', { copy: copy.id })).rows
    expect(row).toMatchObject({ set: { by: '李保' }, lifted: { reason: '不再需要', mark: { by: '李保' } } })
    expect((await office.ok('disposal.holds', { copy: copy.id, standing: true })).rows).toEqual([])
  })

  it('the list of those that are done keeps them', async () => {
    const { number } = await returned(office)
    expect((await office.ok('disposal.list', { kind: 'return', state: 'done' })).rows.map((row) => row.number)).toContain(number)
    expect((await office.ok('disposal.list', { kind: 'return', open: true })).rows.map((row) => row.number)).not.toContain(number)
  })
})
