import { afterEach, beforeEach, expect, it } from 'vitest'
import { contract } from '../../../contract/index.ts'
import { type Office, openOffice } from '../../support/office.ts'

let office: Office
const place = '保密室'

beforeEach(async () => {
  office = await openOffice()
  await office.as('李保')
})
afterEach(() => office.close())

/** 夹03 with three one-copy documents for 周阅, then 吴阅. */
const folder = async () => {
  const copies = []
  for (let n = 0; n < 3; n += 1) copies.push(...(await office.ok('documents.register', office.incoming())).copies)
  const sheet = await office.ok('circulation.draft', {
    folder: '夹03',
    copies: copies.map(({ id }) => id),
    readers: [office.id('周阅'), office.id('吴阅')],
  })
  const [first, second] = sheet.legs.map(({ id }) => id) as [number, number]
  return { id: sheet.id, first, second, numbers: copies.map(({ number }) => number), copies }
}
const out = async () => {
  const sheet = await folder()
  await office.signed('周阅', 'circulation.handOut', { leg: sheet.first, place })
  return sheet
}

it('F1(2)b the sheet fixes 份数 3 and the three numbers; handed out, the three are 传阅中 with the reader', async () => {
  const sheet = await out()
  const view = await office.ok('circulation.get', { sheet: sheet.id })
  expect(view).toMatchObject({ copies: 3, state: 'circulating', holder: { name: '周阅' } })
  expect(view.items.map(({ number }) => number)).toEqual(sheet.numbers)
  expect(view.legs[0]).toMatchObject({ state: 'handedOut', give: { by: '李保' }, take: { by: '周阅' } })
  const { rows } = await office.ok('documents.whereIs', { text: sheet.numbers[2] as string })
  expect(rows[0]?.copies[0]).toMatchObject({ state: 'circulating', holder: { name: '周阅' } })
})

it('F1(2)d 横传: the next leg cannot start before the folder is back', async () => {
  const sheet = await out()
  const refusal = await office.notSigned('吴阅', 'circulation.handOut', { leg: sheet.second, place })
  expect(refusal).toMatchObject({ code: 'rule.forbids', clause: 'F1(2)d' })
  expect(refusal.message).toContain('上一阅文人尚未退回，不得横传')
  await office.as('冯审')
  expect((await office.ok('audit.list', { call: 'circulation.handOut', outcome: 'refused' })).rows[0]).toMatchObject({
    actor: '李保',
    clause: 'F1(2)d',
  })
})

it('F1(2)c a folder comes back only signed, by the reader alone', async () => {
  const sheet = await out()
  expect(await office.no('circulation.receiveBack', { leg: sheet.first, numbers: sheet.numbers })).toMatchObject({ clause: 'F1(2)c' })
  expect(await office.notSigned('吴阅', 'circulation.sign', { leg: sheet.first })).toMatchObject({ clause: 'F1(4)a' })
  expect(await office.no('circulation.sign', { leg: sheet.first })).toMatchObject({ clause: 'F1(2)c' })
  await office.as('周阅')
  await office.ok('circulation.sign', { leg: sheet.first, opinion: '已阅，请一科落实' })
  await office.as('李保')
  expect(await office.ok('circulation.receiveBack', { leg: sheet.first, numbers: sheet.numbers })).toMatchObject({ next: sheet.second })
})

it('F1(2)b short: two of three numbers back is refused by name; the incident blocks the sheet until the third is found', async () => {
  const sheet = await out()
  await office.signed('周阅', 'circulation.sign', { leg: sheet.first })
  const two = sheet.numbers.slice(0, 2)
  const refusal = await office.no('circulation.receiveBack', { leg: sheet.first, numbers: two })
  expect(refusal.message).toContain('缺 密收〔2026〕0003')
  const incident = await office.ok('circulation.reportShort', { leg: sheet.first, numbers: two, note: '周阅正在办公室查找' })
  expect(incident.missing).toEqual(['密收〔2026〕0003'])
  expect(await office.notSigned('吴阅', 'circulation.handOut', { leg: sheet.second, place })).toMatchObject({
    clause: 'F1(2)b',
  })
  expect(await office.no('circulation.settleShort', { incident: incident.incident, numbers: two, note: '?' })).toMatchObject({ clause: 'F1(2)b' })
  await office.ok('circulation.settleShort', { incident: incident.incident, numbers: ['密收[2026]0003'], note: '夹在文件袋内，当场找回' })
  await office.signed('吴阅', 'circulation.handOut', { leg: sheet.second, place })
})

it('F1(2)b short before the reader signed: found, the folder counts as unread, and the next reader may come', async () => {
  const sheet = await out()
  const { incident, missing } = await office.ok('circulation.reportShort', { leg: sheet.first, numbers: sheet.numbers.slice(0, 2), note: '正在查找' })
  await office.ok('circulation.settleShort', { incident, numbers: missing, note: '当场找回' })
  const { legs } = await office.ok('circulation.get', { sheet: sheet.id })
  expect(legs.map(({ state }) => state)).toEqual(['returnedUnread', 'waiting'])
  await office.signed('吴阅', 'circulation.handOut', { leg: sheet.second, place })
})

it('F1(2)c all signed and back: the sheet closes with every signature; before that it does not', async () => {
  const sheet = await out()
  await office.signed('周阅', 'circulation.sign', { leg: sheet.first })
  expect(await office.no('circulation.close', { sheet: sheet.id, result: '传阅完毕' })).toMatchObject({ clause: 'F1(2)b' })
  await office.ok('circulation.receiveBack', { leg: sheet.first, numbers: sheet.numbers })
  expect(await office.no('circulation.close', { sheet: sheet.id, result: '传阅完毕' })).toMatchObject({ code: 'state.forbids' })
  await office.ok('circulation.returnUnread', { leg: sheet.second, reason: '出差' })
  await office.ok('circulation.close', { sheet: sheet.id, result: '传阅完毕' })
  const { state, legs } = await office.ok('circulation.get', { sheet: sheet.id })
  expect(state).toBe('finished')
  expect(legs[0]).toMatchObject({ give: { by: '李保' }, take: { by: '周阅' }, read: { by: '周阅' }, back: { by: '李保' }, returnedCount: 3 })
  expect(legs[1]).toMatchObject({ state: 'returnedUnread', unreadReason: '出差' })
})

it('F1(4)b not back at 17:30: on the 当日未退清单 that evening, and the next morning with the days', async () => {
  const sheet = await out()
  await office.later('2026-03-10T17:29:00+08:00', '李保')
  expect((await office.ok('circulation.overdue', {})).rows).toEqual([])
  await office.later('2026-03-10T17:30:00+08:00', '李保')
  expect((await office.ok('circulation.overdue', {})).rows).toMatchObject([
    { leg: sheet.first, days: 0, reader: { name: '周阅' }, numbers: sheet.numbers },
  ])
  await office.later('2026-03-11T08:30:00+08:00', '李保')
  expect((await office.ok('circulation.overdue', {})).rows).toMatchObject([{ days: 1 }])
  expect((await office.ok('today.home', {})).overdue).toHaveLength(1)
})

it('F1(4)b there is no extension: no procedure puts off a return', () => {
  const ofFolders = Object.keys(contract).filter((name) => /^(circulation|documents|paper|today)\./.test(name))
  expect(ofFolders.length).toBeGreaterThan(20)
  expect(ofFolders.filter((name) => /extend|postpone|renew|defer/i.test(name))).toEqual([])
})

it('F1(4)a a reader outside the scope is not put on a sheet, nor handed anything without signing on the spot', async () => {
  const { copies } = await office.ok('documents.register', office.incoming({ scope: [office.id('周阅')] }))
  const draft = { folder: '夹04', copies: copies.map(({ id }) => id), readers: [office.id('吴阅')] }
  expect(await office.no('circulation.draft', draft)).toMatchObject({ clause: 'F1(4)a', field: 'readers.0' })
  const sheet = await office.ok('circulation.draft', { ...draft, readers: [office.id('周阅')] })
  const leg = sheet.legs[0]?.id as number
  expect(await office.notSigned('吴阅', 'circulation.handOut', { leg, place })).toMatchObject({
    clause: 'F1(4)a',
    field: 'ticket',
  })
  expect(await office.no('circulation.handOut', { leg, place, ticket: 'A'.repeat(22) })).toMatchObject({ code: 'session.ticket' })
})

it('F1(4)a a ticket signs one step once, and dies after two minutes', async () => {
  const sheet = await folder()
  const handOut = { leg: sheet.first, place }
  const ticket = await office.ticket('周阅', 'circulation.handOut', handOut)
  await office.ok('circulation.handOut', { ...handOut, ticket })
  expect(await office.no('circulation.sign', { leg: sheet.first, ticket })).toMatchObject({ code: 'session.ticket' })
  const late = await office.ticket('周阅', 'circulation.sign', { leg: sheet.first })
  office.clock.set('2026-03-10T09:02:01+08:00')
  expect(await office.no('circulation.sign', { leg: sheet.first, ticket: late })).toMatchObject({ code: 'session.ticket' })
})

it('F1(4)c the scope widens only by another’s approval: not by the asker, not by whom it names', async () => {
  const { id, copies } = await office.ok('documents.register', office.incoming({ scope: [office.id('周阅')] }))
  const sheet = await office.ok('circulation.draft', { folder: '夹05', copies: copies.map((copy) => copy.id), readers: [office.id('周阅')] })
  const widening = await office.ok('circulation.requestWidening', { document: id, persons: [office.id('吴阅'), office.id('王管')], reason: '协办' })
  expect(await office.no('circulation.addReader', { sheet: sheet.id, reader: office.id('吴阅') })).toMatchObject({ clause: 'F1(4)a' })
  expect(await office.no('circulation.decideWidening', { widening: widening.id, approve: true })).toMatchObject({
    code: 'session.role',
    clause: 'F1(4)c',
  })
  await office.as('王管')
  const refusal = await office.no('circulation.decideWidening', { widening: widening.id, approve: true })
  expect(refusal).toMatchObject({ clause: 'F1(4)c' })
  expect(refusal.message).toContain('不得审批本人申请')
  await office.as('赵组')
  await office.ok('circulation.decideWidening', { widening: widening.id, approve: true, opinion: '同意' })
  expect(await office.no('circulation.decideWidening', { widening: widening.id, approve: false, opinion: '不同意' })).toMatchObject({
    code: 'state.forbids',
  })
  await office.as('李保')
  await office.ok('circulation.addReader', { sheet: sheet.id, reader: office.id('吴阅') })
})

it('F1(4)d a place that is not listed is refused', async () => {
  const sheet = await folder()
  expect(await office.notSigned('周阅', 'circulation.handOut', { leg: sheet.first, place: '家中' })).toMatchObject({
    clause: 'F1(4)d',
    field: 'place',
  })
})

it('F1(2)b one copy is in one folder: a second sheet, or a second use of the folder, is refused', async () => {
  const sheet = await folder()
  const draft = { folder: '夹06', copies: sheet.copies.map(({ id }) => id), readers: [office.id('周阅')] }
  expect(await office.no('circulation.draft', draft)).toMatchObject({ code: 'state.conflict', field: 'copies.0' })
  const more = await office.ok('documents.register', office.incoming())
  expect(await office.no('circulation.draft', { ...draft, folder: '夹03', copies: more.copies.map(({ id }) => id) })).toMatchObject({
    code: 'state.conflict',
    field: 'folder',
  })
})

it('F1(8) a person who holds something keeps the account', async () => {
  await out()
  await office.as('郑系')
  const refusal = await office.no('people.disableAccount', { person: office.id('周阅'), reason: '调离' })
  expect(refusal).toMatchObject({ clause: 'F1(8)' })
  expect(refusal.message).toContain('尚有3件未清退')
})

it('F1(2)a a reader sees a sheet only while the folder is theirs', async () => {
  const sheet = await out()
  await office.as('吴阅')
  expect(await office.no('circulation.get', { sheet: sheet.id })).toMatchObject({ code: 'session.role' })
  await office.as('周阅')
  expect((await office.ok('circulation.get', { sheet: sheet.id })).items).toHaveLength(3)
})

it('F1(3)a a level changed on notice shows on the folder that holds the paper, at once', async () => {
  const sheet = await folder()
  const notice = { issuer: '青禾市保密办', symbol: '青保发〔2026〕2号', date: '2026-03-10', basis: '来文机关的主管机关' }
  for (const document of [1, 2, 3])
    await office.ok('documents.changeLevel', { document, level: 'secret', period: { kind: 'years', years: 8 }, notice })
  expect(await office.ok('circulation.get', { sheet: sheet.id })).toMatchObject({ level: 'secret', mark: '秘密★8年' })
  expect((await office.ok('circulation.list', {})).rows[0]).toMatchObject({ level: 'secret', mark: '秘密★8年' })
  expect((await office.ok('paper.sheet', { sheet: sheet.id })).frame).toMatchObject({ level: 'secret', mark: '秘密★8年' })
})

it('F1(4)a a 保密员 does not hand a folder to themselves', async () => {
  await office.as('钱安')
  await office.signed('郑系', 'people.setRoles', { person: office.id('李保'), roles: ['officer', 'reader'], reason: '兼阅文' })
  const { id } = await office.ok('people.add', { name: '何保', identity: 'QH-0012', department: '综合办公室', roles: ['officer'] })
  await office.as('郑系')
  await office.ok('people.openAccount', { person: id, initialPassword: 'Initial#2026he' })
  await office.as('李保')
  const { copies } = await office.ok('documents.register', office.incoming({ scope: [office.id('李保')] }))
  const draft = { folder: '夹07', copies: copies.map((copy) => copy.id), readers: [office.id('李保')] }
  const { legs } = await office.ok('circulation.draft', draft)
  const leg = legs[0]?.id as number
  expect(await office.no('circulation.handOut', { leg, place, ticket: 'A'.repeat(22) })).toMatchObject({ code: 'rule.forbids', clause: 'F1(4)a' })
  await office.station.lock('locked')
  await office.ok('session.signIn', { name: '何保', password: 'Initial#2026he' })
  await office.ok('session.changePassword', { current: 'Initial#2026he', next: 'HeBao#renewed26' })
  await office.signed('李保', 'circulation.handOut', { leg, place })
})

it('F1(2)c the last reader passed over while the folder is out: the sheet stays open until it is back', async () => {
  const sheet = await out()
  await office.ok('circulation.returnUnread', { leg: sheet.second, reason: '出差' })
  expect(await office.ok('circulation.get', { sheet: sheet.id })).toMatchObject({ state: 'circulating' })
  await office.signed('周阅', 'circulation.sign', { leg: sheet.first })
  await office.ok('circulation.receiveBack', { leg: sheet.first, numbers: sheet.numbers })
  const { state, legs } = await office.ok('circulation.get', { sheet: sheet.id })
  expect(state).toBe('allReturned')
  expect(legs[1]).toMatchObject({ state: 'returnedUnread', returnedCount: null })
})

it('F1(4)d a folder with a 绝密件 is read in the places for such papers alone', async () => {
  const topSecret = await openOffice({ level: 'topSecret' })
  await topSecret.as('钱安')
  const { level: _fixed, ...settings } = await topSecret.ok('office.settings', {})
  await topSecret.ok('office.changeSettings', { ...settings, places: ['保密室', '阅文室'], topSecretPlaces: ['保密室'] })
  await topSecret.as('李保')
  const { copies } = await topSecret.ok('documents.register', topSecret.incoming({ level: 'topSecret', period: { kind: 'years', years: 30 } }))
  const draft = { folder: '夹01', copies: copies.map((copy) => copy.id), readers: [topSecret.id('周阅')] }
  const { legs } = await topSecret.ok('circulation.draft', draft)
  const leg = legs[0]?.id as number
  const refusal = await topSecret.notSigned('周阅', 'circulation.handOut', { leg, place: '阅文室' })
  expect(refusal).toMatchObject({ code: 'rule.forbids', clause: 'F1(4)d', field: 'place' })
  expect(refusal.message).toContain('绝密件')
  await topSecret.signed('周阅', 'circulation.handOut', { leg, place: '保密室' })
  await topSecret.close()
})

it('F1(4)b a folder handed out after the hour of return is due when the day ends', async () => {
  const sheet = await folder()
  await office.later('2026-03-10T18:00:00+08:00', '李保')
  const { due } = await office.signed('周阅', 'circulation.handOut', { leg: sheet.first, place })
  expect(due).toBe('2026-03-10T15:59:59.999Z')
  expect((await office.ok('circulation.overdue', {})).rows).toEqual([])
  await office.later('2026-03-11T08:00:00+08:00', '李保')
  expect((await office.ok('circulation.overdue', {})).rows).toMatchObject([{ leg: sheet.first, days: 1 }])
})

it('F1(2)b a number that is none of the folder’s is refused without being repeated', async () => {
  const sheet = await out()
  await office.signed('周阅', 'circulation.sign', { leg: sheet.first })
  const typed = '某某某某某某'
  const refusal = await office.no('circulation.receiveBack', { leg: sheet.first, numbers: [...sheet.numbers, typed] })
  expect(refusal).toMatchObject({ clause: 'F1(2)b' })
  expect(JSON.stringify(refusal)).not.toContain(typed)
})
