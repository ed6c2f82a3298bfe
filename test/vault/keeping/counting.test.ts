import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'
import { archived, be, boxMade, countedShort, counting, finished, loanApproved, registered, stored, withPassword } from '../../support/records.ts'
import { verify } from '../../support/attack.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const scan = async (stockTaking: number, numbers: string[]) => office.ok('keeping.scan', { stockTaking, numbers })
const resultOf = async (stockTaking: number, number: string) => (await scan(stockTaking, [number])).results[0]
const get = (stockTaking: number) => office.ok('keeping.get', { stockTaking, absent: true })

describe('F1(6) 清点', () => {
  it('账 is what should be there at this minute; each scan says at once what it was, one or many; what was read stays', async () => {
    const { stockTaking, numbers, box, stockTakingNumber } = await counting(office)
    expect(stockTakingNumber).toMatch(/^清点〔2026〕\d{4}$/)
    expect(await get(stockTaking)).toMatchObject({ expected: 2, counted: 0, left: 2, absent: [{ number: numbers[0] }, { number: numbers[1] }] })
    expect(await scan(stockTaking, [numbers[0] as string])).toMatchObject({
      results: [{ number: numbers[0], result: 'expected' }],
      expected: 2,
      counted: 1,
    })
    await office.as('李保')
    expect(await resultOf(stockTaking, numbers[0] as string)).toMatchObject({ result: 'again' })
    const other = await stored(office)
    const lent = await loanApproved(office)
    await office.ok('keeping.store', { box, numbers: [lent.copy.number] })
    await office.signed('周阅', 'lending.lend', { loan: lent.loan })
    const { results, counted } = await scan(stockTaking, [
      numbers[1] as string,
      other.numbers[0] as string,
      lent.copy.number,
      '密收〔2026〕9999',
      '1234567890123456',
    ])
    expect(results.map(({ result }) => result)).toEqual(['expected', 'foreign', 'out', 'unknown', 'unknown'])
    expect(results[1]?.says).toContain(other.boxNumber)
    expect(counted).toBe(2)
    // Back through the door: it lies where it belongs, though it was none of the account
    await office.signed('周阅', 'lending.takeBack', { loan: lent.loan, number: lent.copy.number, intact: true })
    expect(await resultOf(stockTaking, lent.copy.number)).toMatchObject({ result: 'came' })
    const view = await get(stockTaking)
    expect(view).toMatchObject({ counted: 2, left: 0, surplus: [{ number: other.numbers[0], ledger: 'inBox', box: other.boxNumber }], missing: [] })
    const unsaid = await office.notSigned('韩综', 'keeping.close', { stockTaking })
    expect(unsaid).toMatchObject({ clause: 'F1(6)', field: 'notes' })
    expect(unsaid.message).toContain(other.numbers[0])
    const notes = [{ number: other.numbers[0] as string, note: '放错箱，已放回' }]
    expect(await office.signed('韩综', 'keeping.close', { stockTaking, notes })).toMatchObject({
      counted: 2,
      missing: [],
      surplus: other.numbers.slice(0, 1),
    })
    expect(await get(stockTaking)).toMatchObject({
      state: 'done',
      surplus: [{ note: '放错箱，已放回' }],
      count: { by: '李保' },
      supervise: { by: '韩综' },
    })
  })

  it('a box is counted once at a time, the whole keeping alone; other boxes may be counted beside', async () => {
    const { stockTaking, box } = await counting(office)
    const { box: empty } = await boxMade(office)
    expect(await office.no('keeping.begin', { boxes: [box], reason: '抽查' })).toMatchObject({
      code: 'state.conflict',
      clause: 'F1(6)',
      field: 'boxes',
    })
    expect(await office.no('keeping.begin', { reason: '年度清点' })).toMatchObject({ code: 'state.conflict' })
    expect(await office.no('keeping.begin', { boxes: [empty, empty], reason: '抽查' })).toMatchObject({ code: 'input.duplicate' })
    const { id: beside, expected } = await office.ok('keeping.begin', { boxes: [empty], reason: '抽查' })
    expect(expected).toBe(0)
    for (const each of [stockTaking, beside]) await office.ok('keeping.cancel', { stockTaking: each, reason: '另行安排' })
    expect(await office.no('keeping.scan', { stockTaking, numbers: ['密收〔2026〕0001'] })).toMatchObject({ code: 'state.forbids', clause: 'F1(6)' })
  })

  it('what moves by an act of the ledger meanwhile is no difference: lent, archived, into another box, in and out again; the act is kept', async () => {
    const { box, number: boxNumber } = await boxMade(office)
    const { box: second } = await boxMade(office)
    const lent = await loanApproved(office)
    const away = await loanApproved(office)
    const paper = await finished(office)
    const moved = await finished(office)
    const all = [lent.copy.number, away.copy.number, ...paper.numbers, ...moved.numbers]
    await office.ok('keeping.store', { box, numbers: all })
    const { id: stockTaking, expected } = await office.ok('keeping.begin', { boxes: [box], reason: '季度抽查' })
    expect(expected).toBe(6)
    await office.signed('周阅', 'lending.lend', { loan: lent.loan })
    await office.signed('周阅', 'lending.lend', { loan: away.loan })
    await office.signed('周阅', 'lending.takeBack', { loan: away.loan, number: away.copy.number, intact: true })
    await office.ok('keeping.archive', { numbers: paper.numbers, volume: '2026-30年-1', place: '档案室', day: '2026-03-10' })
    await office.ok('keeping.store', { box: second, numbers: moved.numbers.slice(0, 1) })
    await scan(stockTaking, moved.numbers.slice(1))
    const late = await registered(office)
    await office.ok('keeping.store', { box, numbers: [late.copies[0]?.number as string] })
    const view = await get(stockTaking)
    expect(view).toMatchObject({ expected: 6, counted: 1, left: 0, missing: [], surplus: [] })
    expect(view.moved.map(({ number, moved: act }) => `${number} ${act}`).sort()).toEqual(
      [
        `${lent.copy.number} 借出`,
        `${away.copy.number} 归还`,
        ...paper.numbers.map((each) => `${each} 归档`),
        `${moved.numbers[0]} 入箱`,
        `${late.copies[0]?.number} 入箱`,
      ].sort(),
    )
    expect(view.places).toMatchObject([{ box: boxNumber, expected: 6, counted: 1, moved: 5 }])
    expect(await office.signed('韩综', 'keeping.close', { stockTaking })).toMatchObject({ missing: [], surplus: [] })
  })

  it('two people sign: not a reader, not the 三员, not the keeper of what is counted', async () => {
    const { stockTaking, numbers, box, boxNumber } = await counting(office)
    await scan(stockTaking, numbers)
    for (const name of ['周阅', '冯审'])
      expect(await office.notSigned(name, 'keeping.close', { stockTaking }), name).toMatchObject({ clause: 'F1(6)', field: 'ticket' })
    const keeper = await withPassword(office, ['officer'])
    await be(office, '李保')
    await office.ok('keeping.setBox', { box, number: boxNumber, cabinet: '甲柜', shelf: '一层', custodian: keeper.id, reason: '换人' })
    expect(await office.notSigned(keeper.name, 'keeping.close', { stockTaking })).toMatchObject({ clause: 'F1(6)', field: 'ticket' })
    expect(await office.notSigned('王管', 'keeping.close', { stockTaking, notes: [{ number: numbers[0] as string, note: '无' }] })).toMatchObject({
      clause: 'F1(6)',
      field: 'notes.0.number',
    })
    await office.signed('王管', 'keeping.close', { stockTaking })
    expect(await office.notSigned('王管', 'keeping.close', { stockTaking })).toMatchObject({ code: 'state.forbids', clause: 'F1(6)' })
  })

  it('what is not there is 短少待查 from then on, a case until it is found; found again it goes back to its box', async () => {
    const { stockTaking, stockTakingNumber, missing, document, numbers, boxNumber } = await countedShort(office)
    const home = await office.ok('today.home', {})
    expect(home.keeping.missing).toContainEqual({ stockTaking: { id: stockTaking, number: stockTakingNumber }, number: missing })
    expect((await office.ok('documents.get', { document })).copyList[1]).toMatchObject({ number: missing, state: 'missing', holder: null })
    expect(await office.no('keeping.found', { stockTaking, numbers: numbers.slice(0, 1), note: '找到' })).toMatchObject({
      clause: 'F1(6)',
      field: 'numbers.0',
    })
    expect(await office.ok('keeping.found', { stockTaking, numbers: [missing], note: '夹在另一卷内' })).toEqual({ id: stockTaking, left: 0 })
    const view = await get(stockTaking)
    expect(view.missing).toMatchObject([{ number: missing, settled: { note: '夹在另一卷内', mark: { by: '李保' } } }])
    expect((await office.ok('documents.get', { document })).copyList[1]).toMatchObject({ state: 'inBox', box: { number: boxNumber } })
    expect(await office.no('keeping.found', { stockTaking, numbers: [missing], note: '又找到' })).toMatchObject({ clause: 'F1(6)' })
  })

  it('年度清点: the whole keeping with the archive; reminded of until it is done; a lost archived copy comes back to the archive', async () => {
    const own = await openOffice()
    try {
      const kept = await stored(own)
      const filed = await archived(own)
      const said = async () => (await own.ok('today.home', {})).reminders.map(({ text }) => text).join()
      expect(await said()).toContain('2026年还没有做过全部在库文件的清点')
      const { id: stockTaking, expected } = await own.ok('keeping.begin', { reason: '年度清点' })
      expect(expected).toBe(4)
      const first = await own.ok('keeping.scan', { stockTaking, numbers: [...kept.numbers, filed.numbers[0] as string] })
      expect(first.results.map(({ result }) => result)).toEqual(['expected', 'expected', 'expected'])
      await own.signed('王管', 'keeping.close', { stockTaking, notes: [{ number: filed.numbers[1] as string, note: '正在查找' }] })
      expect(await said()).not.toContain('还没有做过')
      const state = async () => {
        const view = await own.ok('documents.get', { document: filed.document })
        return [view.state, view.copyList[1]?.state]
      }
      expect(await state()).toEqual(['archived', 'missing'])
      expect((await own.ok('keeping.get', { stockTaking })).places).toMatchObject([
        { box: kept.boxNumber, archived: false, expected: 2, counted: 2 },
        { box: null, archived: true, expected: 2, counted: 1 },
      ])
      await own.ok('keeping.found', { stockTaking, numbers: filed.numbers.slice(1), note: '在另一卷' })
      expect(await state()).toEqual(['archived', 'archived'])
      await own.station.close()
      expect(verify(own.dir).verdict.broken).toEqual([])
    } finally {
      await own.close()
    }
  })

  it('the verifier holds the vault after all of this', async () => {
    await office.station.close()
    expect(verify(office.dir).verdict.broken).toEqual([])
  })
})
