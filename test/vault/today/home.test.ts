import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Office, openOffice, anyStep } from '../../support/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

const said = async () => (await office.ok('today.home', {})).reminders.map(({ text }) => text).join('\n')

it('锁定 a locked account waits at the 安全保密管理员, and at nobody else', async () => {
  await office.as('李保')
  for (let wrong = 0; wrong < 5; wrong += 1) await office.no('session.countersign', { name: '周阅', password: 'wrong', step: anyStep })
  expect((await office.ok('today.home', {})).accounts).toEqual([])
  await office.as('钱安')
  expect((await office.ok('today.home', {})).accounts).toMatchObject([{ person: { name: '周阅' }, what: 'locked' }])
  await office.ok('people.unlock', { person: office.id('周阅') })
  expect((await office.ok('today.home', {})).accounts).toEqual([])
})

it('锁定 a locked 安全保密管理员 waits at the 系统管理员, who alone may help', async () => {
  await office.station.lock('locked')
  for (let wrong = 0; wrong < 5; wrong += 1) await office.no('session.signIn', { name: '钱安', password: 'wrong#password1' })
  await office.as('冯审')
  expect((await office.ok('today.home', {})).accounts).toEqual([])
  await office.as('郑系')
  expect((await office.ok('today.home', {})).accounts).toMatchObject([{ person: { name: '钱安' }, what: 'locked' }])
  await office.ok('people.unlock', { person: office.id('钱安') })
  expect((await office.ok('today.home', {})).accounts).toEqual([])
})

it('口令 one’s own password is spoken of in the last quarter of its life', async () => {
  await office.as('李保')
  expect(await said()).not.toContain('口令')
  await office.later('2026-03-16T09:00:00+08:00', '李保')
  expect(await said()).toContain('您的口令还有1天到期')
})

it('审计 the auditor is reminded of a missing checkpoint, of an old one, and of a clock set back', async () => {
  await office.as('冯审')
  expect(await said()).toContain('还没有签发过检查点')
  await office.ok('audit.checkpoint', {})
  expect(await said()).not.toContain('检查点')
  office.clock.set('2026-03-10T08:00:00+08:00')
  await office.as('李保')
  expect(await said()).not.toContain('时钟')
  await office.as('冯审')
  expect(await said()).toContain('本机时钟被回拨1次')
})

it('F1(4)b folders that are out are spoken of from the first reminder on, and urgently past their hour', async () => {
  await office.as('李保')
  const { copies } = await office.ok('documents.register', office.incoming())
  const sheet = await office.ok('circulation.draft', { folder: '夹01', copies: copies.map(({ id }) => id), readers: [office.id('周阅')] })
  await office.signed('周阅', 'circulation.handOut', { leg: sheet.legs[0]?.id as number, place: '保密室' })
  expect(await said()).not.toContain('F1(4)b')
  await office.later('2026-03-10T15:00:00+08:00', '李保')
  expect(await said()).toContain('有1夹在外，应于17:30前退回')
  await office.later('2026-03-10T17:30:00+08:00', '李保')
  expect((await office.ok('today.home', {})).reminders[0]).toMatchObject({ level: 'urgent', desk: 'circulation' })
})

it('F1(4)b a folder that goes out after the hour is spoken of with the end of its day', async () => {
  await office.later('2026-03-10T17:40:00+08:00', '李保')
  const { copies } = await office.ok('documents.register', office.incoming())
  const sheet = await office.ok('circulation.draft', {
    folder: '夹01',
    copies: copies.map(({ id }) => id),
    readers: [office.id('周阅')],
    confirm: true,
  })
  const leg = sheet.legs[0]?.id as number
  await office.signed('周阅', 'circulation.handOut', { leg, place: '保密室' })
  expect(await said()).toContain('有1夹在外，应在今天退回')
})

it('日历 from December on the 安全保密管理员 is told that next year has no calendar', async () => {
  office.clock.set('2026-12-01T09:00:00+08:00')
  await office.as('钱安')
  await office.ok('session.changePassword', { current: office.passwordOf('钱安'), next: 'Other#2026pass' })
  expect(await said()).toContain('2027年工作日历还没有录入')
})

it('日历 a year without calendar is said to everyone', async () => {
  office.clock.set('2027-01-04T09:00:00+08:00')
  const signedIn = await office.as('李保')
  expect(signedIn.mustChangePassword).toBe(true)
  await office.ok('session.changePassword', { current: office.passwordOf('李保'), next: 'Other#2027pass' })
  expect(await said()).toContain('2027年工作日历尚未录入')
})
