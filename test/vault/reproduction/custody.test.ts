import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'
import { be, copiesApproved, copiesIssued, copiesMade, place } from '../../support/records.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const made = { count: 2, copier: '李保', stamped: true }

describe('F1(5)b, d what is made', () => {
  it('is not more than approved, and not without its stamp', async () => {
    const { reproduction } = await copiesApproved(office)
    expect(await office.no('reproduction.make', { reproduction, ...made, count: 3 })).toMatchObject({ clause: 'F1(5)b', field: 'count' })
    expect(await office.no('reproduction.make', { reproduction, ...made, stamped: false })).toMatchObject({ clause: 'F1(5)d', field: 'stamped' })
  })

  it('becomes numbered items of the same document, with its level, period and scope; numbers run on over requests', async () => {
    const first = await copiesMade(office)
    expect(first.copies.map(({ number }) => number)).toEqual([`${first.documentNumber}-复-0001`, `${first.documentNumber}-复-0002`])
    const { id: reproduction } = await office.ok('reproduction.request', {
      kind: 'extract',
      sources: [{ copy: first.source }],
      extent: '第二页第三段',
      asked: 1,
      purpose: '承办需要',
      recipients: [office.id('周阅')],
      place: '本单位文印室',
    })
    await be(office, '韩综')
    await office.ok('reproduction.opine', { reproduction, agree: true })
    await be(office, '王管')
    await office.ok('reproduction.decide', { reproduction, approve: true })
    await be(office, '李保')
    const extract = await office.ok('reproduction.make', { reproduction, count: 1, copier: '李保', stamped: true })
    expect(extract.copies.map(({ number }) => number)).toEqual([`${first.documentNumber}-摘-0001`])
    const document = await office.ok('documents.get', { document: first.document })
    expect(document.balance).toEqual({ received: 1, made: 3, places: [{ state: 'inBox', copies: 4 }] })
    expect(document.copyList.map(({ kind }) => kind)).toEqual(['original', 'copy', 'copy', 'extract'])
  })

  it('is registered once, and only while the original is in the box', async () => {
    const { reproduction, source, document } = await copiesApproved(office)
    const sheet = await office.ok('circulation.draft', { folder: '夹复01', copies: [source], readers: [office.id('周阅')] })
    await office.signed('周阅', 'circulation.handOut', { leg: sheet.legs[0]?.id as number, place })
    expect(await office.no('reproduction.make', { reproduction, ...made })).toMatchObject({ clause: 'F1(5)d', field: 'reproduction' })
    expect((await office.ok('documents.get', { document })).copyList).toHaveLength(1)
    const again = await copiesMade(office)
    expect(await office.no('reproduction.make', { reproduction: again.reproduction, ...made })).toMatchObject({ code: 'state.forbids' })
  })

  it('× copy of a copy: what was made is not asked for again', async () => {
    const { copies } = await copiesMade(office)
    const wish = {
      kind: 'copy',
      sources: [{ copy: copies[0]?.id }],
      asked: 1,
      purpose: '承办需要',
      recipients: [office.id('周阅')],
      place: '本单位文印室',
    }
    expect(await office.no('reproduction.request', wish)).toMatchObject({ code: 'rule.forbids', clause: 'F1(5)a', field: 'sources.0.copy' })
  })

  it('1,000 copies of one request are made in one act, each with its own number', async () => {
    const { reproduction, documentNumber } = await copiesApproved(office, { asked: 1000 })
    const { copies } = await office.ok('reproduction.make', { reproduction, count: 1000, copier: '李保', stamped: true })
    expect(new Set(copies.map(({ number }) => number)).size).toBe(1000)
    expect(copies.at(-1)?.number).toBe(`${documentNumber}-复-1000`)
  })
})

describe('F1(5)d, F1(4)a issued against signature', () => {
  it('to one of the 分发对象 alone, who signs themselves', async () => {
    const { reproduction, copies } = await copiesMade(office)
    const ids = copies.map(({ id }) => id)
    const to = (name: string) => ({ reproduction, person: office.id(name), copies: ids })
    expect(await office.notSigned('韩综', 'reproduction.issue', to('韩综'))).toMatchObject({ clause: 'F1(5)b', field: 'person' })
    expect(await office.notSigned('吴阅', 'reproduction.issue', to('周阅'))).toMatchObject({ clause: 'F1(4)a', field: 'ticket' })
    await office.signed('周阅', 'reproduction.issue', to('周阅'))
    const view = await office.ok('reproduction.get', { reproduction })
    expect(view).toMatchObject({ state: 'issued', out: 2 })
    for (const item of view.items)
      expect(item).toMatchObject({
        state: 'lent',
        holder: { name: '周阅' },
        holdings: [{ give: { by: '李保' }, take: { by: '周阅' }, backAt: null }],
      })
  })

  it('each item lies with one person: issued, it is issued to nobody else, goes into no folder, and its document is not 办结', async () => {
    const { reproduction, issued, document } = await copiesIssued(office)
    const again = { reproduction, person: office.id('吴阅'), copies: [issued.id] }
    expect(await office.notSigned('吴阅', 'reproduction.issue', again)).toMatchObject({ code: 'state.forbids', clause: 'F1(5)d' })
    const folder = { folder: '夹复02', copies: [issued.id], readers: [office.id('吴阅')] }
    expect(await office.no('circulation.draft', folder)).toMatchObject({ code: 'state.forbids' })
    expect(await office.no('documents.finish', { document, result: '办结' })).toMatchObject({ clause: 'F1(6)' })
    expect((await office.ok('documents.get', { document })).balance.places).toEqual([
      { state: 'inBox', copies: 2 },
      { state: 'lent', copies: 1 },
    ])
  })

  it('two at once: of two issues of one item the second is refused and nothing of it is done', async () => {
    const { reproduction, copies } = await copiesMade(office)
    const one = { reproduction, person: office.id('周阅'), copies: [copies[0]?.id as number] }
    const other = { reproduction, person: office.id('吴阅'), copies: copies.map(({ id }) => id) }
    const [first, second] = [await office.ticket('周阅', 'reproduction.issue', one), await office.ticket('吴阅', 'reproduction.issue', other)]
    const replies = await Promise.all([
      office.station.call('reproduction.issue', { ...one, ticket: first }),
      office.station.call('reproduction.issue', { ...other, ticket: second }),
    ])
    expect(replies.map(({ ok }) => ok)).toEqual([true, false])
    expect((await office.ok('reproduction.get', { reproduction })).items.map(({ state }) => state)).toEqual(['lent', 'inBox'])
  })

  it('not to somebody who has left the 知悉范围 since', async () => {
    const { reproduction, copies, document } = await copiesMade(office)
    await office.ok('documents.narrowScope', { document, persons: [office.id('吴阅')], reason: '已调离岗位' })
    const step = { reproduction, person: office.id('吴阅'), copies: [copies[0]?.id as number] }
    expect(await office.notSigned('吴阅', 'reproduction.issue', step)).toMatchObject({ clause: 'F1(4)a', field: 'person' })
  })
})

describe('F1(5)d taken back', () => {
  it('by the numbers that were issued, from the person who has them, who signs', async () => {
    const { reproduction, issued, copies } = await copiesIssued(office)
    const from = (name: string, numbers: string[]) => ({ reproduction, person: office.id(name), numbers })
    const other = copies[1]?.number as string
    expect(await office.notSigned('周阅', 'reproduction.takeBack', from('周阅', [other]))).toMatchObject({ clause: 'F1(5)d', field: 'numbers.0' })
    const passedOn = await office.notSigned('吴阅', 'reproduction.takeBack', from('吴阅', [issued.number]))
    expect(passedOn).toMatchObject({ clause: 'F1(5)d', field: 'numbers.0' })
    const doubled = await office.notSigned('周阅', 'reproduction.takeBack', from('周阅', [issued.number, issued.number]))
    expect(doubled).toMatchObject({ code: 'input.duplicate' })
    expect(await office.signed('周阅', 'reproduction.takeBack', from('周阅', [issued.number]))).toMatchObject({ out: 0 })
    const [item] = (await office.ok('reproduction.get', { reproduction })).items
    expect(item).toMatchObject({ state: 'inBox', holder: null, holdings: [{ giveBack: { by: '周阅' }, takeBack: { by: '李保' } }] })
  })

  it('as scanned: brackets and dashes of any kind are the number’s own', async () => {
    const { reproduction, issued } = await copiesIssued(office)
    const scanned = issued.number.replace('〔', '[').replace('〕', ']').replace('-', '–')
    await office.signed('周阅', 'reproduction.takeBack', { reproduction, person: office.id('周阅'), numbers: [scanned] })
  })

  it('the request closes when all are back, and not before', async () => {
    const { reproduction, issued } = await copiesIssued(office)
    const refused = await office.no('reproduction.close', { reproduction })
    expect(refused).toMatchObject({ code: 'rule.forbids', clause: 'F1(5)d', field: 'reproduction' })
    expect(refused.message).toContain(`${issued.number}（周阅）`)
    await office.signed('周阅', 'reproduction.takeBack', { reproduction, person: office.id('周阅'), numbers: [issued.number] })
    await office.ok('reproduction.close', { reproduction })
    expect(await office.ok('reproduction.get', { reproduction })).toMatchObject({ state: 'allBack', out: 0 })
    expect(await office.notSigned('周阅', 'reproduction.issue', { reproduction, person: office.id('周阅'), copies: [issued.id] })).toMatchObject({
      code: 'state.forbids',
    })
  })

  it('F1(8) who has one does not leave', async () => {
    const { document } = await copiesIssued(office)
    expect(await office.no('documents.narrowScope', { document, persons: [office.id('周阅')], reason: '调离' })).toMatchObject({ clause: 'F1(4)a' })
    await be(office, '郑系')
    expect(await office.no('people.disableAccount', { person: office.id('周阅'), reason: '离职' })).toMatchObject({
      clause: 'F1(8)',
      field: 'person',
    })
  })
})
