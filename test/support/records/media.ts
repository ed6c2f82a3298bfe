import type { Input } from '../../../contract/index.ts'
import type { Office } from '../office.ts'
import { be, fresh, place } from './acting.ts'

/** A carrier in the ledger, a 涉密移动硬盘 unless said otherwise. */
export const medium = async (office: Office, over: Partial<Input<'media.register'>> = {}) => {
  await be(office, '李保')
  const entry = { kind: 'disk' as const, ownNumber: fresh('青盘'), level: 'confidential' as const, keeper: office.id('陈科') }
  return office.ok('media.register', { ...entry, department: '业务一科', place: '保密室三号柜', inUseOn: '2026-03-01', ...over })
}

/** How 周阅 takes a carrier. */
export const takenBy = (office: Office, person = '周阅') => ({
  kind: 'inside' as const,
  person: office.id(person),
  place,
  purpose: '整理数据',
  until: '2026-03-12',
})

/** A carrier in 周阅's hands. */
export const mediumOut = async (office: Office, over: Partial<Input<'media.register'>> = {}) => {
  const entered = await medium(office, over)
  const { number: use } = await office.signed('周阅', 'media.give', { medium: entered.id, to: takenBy(office) })
  return { ...entered, use }
}

/** 携带外出 of a carrier by 周阅, asked for. */
export const outsideAsked = async (office: Office) => {
  const entered = await medium(office)
  const wish = { person: office.id('周阅'), place: '青禾市疾控中心', purpose: '报送数据', until: '2026-03-12' }
  const { id: use, number: useNumber } = await office.ok('media.requestOutside', { medium: entered.id, ...wish })
  return { ...entered, use, useNumber }
}

export const outsideApproved = async (office: Office) => {
  const asked = await outsideAsked(office)
  await be(office, '王管')
  await office.ok('media.decideOutside', { use: asked.use, approve: true })
  await be(office, '李保')
  return asked
}

/** A carrier sent to the repairer without its storage. */
export const inRepair = async (office: Office) => {
  const entered = await medium(office, { kind: 'laptop', isolated: true })
  const step = { kind: 'out' as const, where: 'appointed' as const, firm: '青禾定点维修站', fault: '屏幕不亮', storageRemoved: true }
  const { number: repair } = await office.ok('media.repair', { medium: entered.id, step })
  return { ...entered, repair }
}
