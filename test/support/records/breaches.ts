import type { Input } from '../../../contract/index.ts'
import type { Office } from '../office.ts'
import { be } from './acting.ts'
import { registered } from './documents.ts'

/** 周阅 reports that a paper out of the box is lost. */
export const breachReported = async (office: Office, over: Partial<Input<'breaches.report'>> = {}) => {
  const { id: document, copies } = await registered(office)
  const copy = copies[0] as { id: number; number: string }
  await be(office, '周阅')
  const told = { kind: 'loss' as const, note: '清点保密柜时没有找到', numbers: [copy.number], discoveredAt: '2026-03-10T08:40' }
  const { id: breach, number } = await office.ok('breaches.report', { ...told, ...over })
  await be(office, '李保')
  return { breach, number, document, copy }
}

/** Taken on by 李保. */
export const breachTaken = async (office: Office, over: Partial<Input<'breaches.report'>> = {}) => {
  const reported = await breachReported(office, over)
  await office.ok('breaches.takeOn', { breach: reported.breach })
  return reported
}

const toDepartment = { kind: 'reported', to: '青禾市国家保密局', symbol: '青疾控密报〔2026〕1号', at: '2026-03-10T08:55' } as const

export const breachNotified = async (office: Office, over: Partial<Input<'breaches.report'>> = {}) => {
  const taken = await breachTaken(office, over)
  await office.ok('breaches.notify', { breach: taken.breach, how: toDepartment })
  return taken
}

/** A measure was taken: nothing stands against its conclusion. */
export const breachHandled = async (office: Office, over: Partial<Input<'breaches.report'>> = {}) => {
  const notified = await breachNotified(office, over)
  await office.ok('breaches.measure', { breach: notified.breach, measure: '逐柜查找，通知知悉人员核对' })
  return notified
}

/** The conclusion that 王管 signs. */
export const concluded = { outcome: 'closed', conclusion: '查找无果，确认遗失', responsibility: '保管责任，通报批评' } as const

export const breachClosed = async (office: Office, over: Partial<Input<'breaches.report'>> = {}) => {
  const handled = await breachHandled(office, over)
  await office.signed('王管', 'breaches.close', { breach: handled.breach, ...concluded })
  return handled
}
