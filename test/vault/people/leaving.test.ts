import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anyStep, initialPasswordOf, type Office, openOffice, passwordOf } from '../../support/office.ts'
import { drafted, handedOut, retained } from '../../support/records.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

const owing = { code: 'rule.forbids', clause: 'F1(8)', field: 'person' } as const
const close = (name: string) => office.no('people.disableAccount', { person: office.id(name), reason: '调离' })

describe('F1(8) who leaves has given everything back and owes nothing', () => {
  it('a folder that is with them, or waits for them', async () => {
    await handedOut(office)
    await drafted(office, { readers: ['吴阅'] })
    await office.as('郑系')
    expect((await close('周阅')).message).toContain('尚有2件未清退')
    const waits = await close('吴阅')
    expect(waits).toMatchObject(owing)
    expect(waits.message).toContain('中待阅')
  })

  it('a letter of theirs that nobody else may open', async () => {
    await retained(office)
    await office.as('郑系')
    const refusal = await close('周阅')
    expect(refusal).toMatchObject(owing)
    expect(refusal.message).toContain('亲启件封〔2026〕')
  })

  it('a request that would let them know more', async () => {
    await office.as('李保')
    const { id: document } = await office.ok('documents.register', office.incoming())
    await office.ok('circulation.requestWidening', { document, persons: [office.id('陈科')], reason: '承办' })
    await office.as('郑系')
    expect(await close('陈科')).toMatchObject(owing)
  })

  it('the last 保密员, while a letter waits unopened', async () => {
    await office.as('李保')
    await office.ok('documents.receive', { envelopeNo: '机要901', sender: '示范市机要局', receivedAt: '2026-03-10T08:50', sealIntact: true })
    await office.as('郑系')
    expect(await close('李保')).toMatchObject(owing)
  })

  it('the last 保密员, while papers are in keeping, 办结 or not: neither the account nor the role', async () => {
    await office.as('李保')
    const { id: document } = await office.ok('documents.register', office.incoming())
    await office.as('郑系')
    expect(await close('李保')).toMatchObject(owing)
    await office.as('钱安')
    const change = { person: office.id('李保'), roles: ['section' as const], reason: '轮岗' }
    expect(await office.notSigned('郑系', 'people.setRoles', change)).toMatchObject(owing)
    await office.as('李保')
    await office.ok('documents.finish', { document, result: '办结' })
    await office.as('钱安')
    expect(await office.notSigned('郑系', 'people.setRoles', change)).toMatchObject(owing)
    await office.signed('郑系', 'people.setRoles', { person: office.id('陈科'), roles: ['officer'], reason: '接任' })
    await office.signed('郑系', 'people.setRoles', change)
  })

  it('nor gives up the role under which they read, while a folder is with them', async () => {
    await handedOut(office)
    await office.as('钱安')
    expect(await office.notSigned('郑系', 'people.setRoles', { person: office.id('周阅'), roles: ['section'], reason: '轮岗' })).toMatchObject(owing)
  })
})

it('实施条例34 every change of duties and account is kept with its reason and who made it', async () => {
  await office.as('钱安')
  await office.signed('郑系', 'people.setRoles', { person: office.id('周阅'), roles: ['reader', 'section'], reason: '兼任科室经办' })
  await office.as('郑系')
  await office.ok('people.disableAccount', { person: office.id('周阅'), reason: '退休' })
  const { rows } = await office.ok('people.changes', { person: office.id('周阅') })
  expect(rows).toMatchObject([
    { act: 'people.setRoles', before: 'reader', after: 'reader section', reason: '兼任科室经办', by: '钱安' },
    { act: 'people.disableAccount', before: 'active', after: 'disabled', reason: '退休', by: '郑系' },
  ])
})

it('三员 a name that only looks different is the same name', async () => {
  await office.as('钱安')
  for (const name of ['李　保', '李 保', '⽊李保'.slice(1)])
    expect(await office.no('people.add', { name, identity: 'QH-0012', department: '业务一科', roles: ['reader'] })).toMatchObject({
      code: 'input.duplicate',
      clause: '三员',
      field: 'name',
    })
  await office.ok('people.add', { name: '李保（二科）', identity: 'QH-0012', department: '业务二科', roles: ['reader'] })
})

const lock = async (name: string) => {
  await office.station.lock('locked')
  for (let wrong = 0; wrong < 5; wrong += 1) await office.no('session.signIn', { name, password: 'wrong#password1' })
}

describe('锁定 a lock is lifted by whoever may lift it, and by nothing else', () => {
  it('a new initial password does not lift it', async () => {
    await lock('周阅')
    await office.as('郑系')
    await office.ok('people.resetPassword', { person: office.id('周阅'), initialPassword: initialPasswordOf('周阅') })
    await office.station.lock('locked')
    const initial = { name: '周阅', password: initialPasswordOf('周阅') }
    expect(await office.no('session.signIn', initial)).toMatchObject({ code: 'session.accountLocked' })
    await office.as('钱安')
    await office.ok('people.unlock', { person: office.id('周阅') })
    await office.station.lock('locked')
    await office.ok('session.signIn', initial)
  })

  it('the 系统管理员 lifts that of the 安全保密管理员, who could not else get in, and of nobody besides', async () => {
    await lock('周阅')
    await lock('钱安')
    await office.as('郑系')
    expect(await office.no('people.unlock', { person: office.id('周阅') })).toMatchObject({ code: 'session.role', clause: '锁定' })
    await office.ok('people.unlock', { person: office.id('钱安') })
    await office.as('钱安')
    await office.ok('people.unlock', { person: office.id('周阅') })
  })
})

it('F1(4)a nobody signs in place for their own session: the other hand must be another’s', async () => {
  await office.as('李保')
  expect(await office.no('session.countersign', { name: '李保', password: passwordOf('李保'), step: anyStep })).toMatchObject({
    code: 'rule.forbids',
    clause: 'F1(4)a',
    field: 'name',
  })
})

it('审计 a wrong password in place leaves an entry that names whose it was', async () => {
  await office.as('李保')
  await office.no('session.countersign', { name: '周阅', password: 'wrong#password1', step: anyStep })
  await office.as('冯审')
  const [entry] = (await office.ok('audit.list', { call: 'session.countersign', outcome: 'refused' })).rows
  expect(entry).toMatchObject({ actor: '李保', object: '周阅' })
})
