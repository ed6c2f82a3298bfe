import type { Input } from '../../../contract/index.ts'
import type { Office } from '../office.ts'
import { be } from './acting.ts'
import { registered } from './documents.ts'
import { signed } from './circulation.ts'

/** 陈科 asks, through the 保密员, for two copies of a paper, for 周阅. */
export const copiesAsked = async (
  office: Office,
  over: Partial<Input<'reproduction.request'>> = {},
  scope = ['周阅', '吴阅', '陈科', '韩综'],
  paper: Partial<Input<'documents.register'>> = {},
) => {
  const { id: document, number, copies } = await registered(office, { scope: scope.map(office.id), ...paper })
  const source = copies[0]?.id as number
  const asked = await office.ok('reproduction.request', {
    kind: 'copy',
    sources: [{ copy: source }],
    applicant: office.id('陈科'),
    asked: 2,
    purpose: '承办需要',
    recipients: [office.id('周阅'), office.id('吴阅')],
    place: '本单位文印室',
    ...over,
  })
  return { reproduction: asked.id, number: asked.number, document, documentNumber: number, source }
}

/** 周阅 asks for two copies of what she held in a folder, so that the 保密员, who keyed nothing in, may enter what was decided on paper. */
export const copiesAskedByReader = async (office: Office) => {
  const out = await signed(office)
  await be(office, '周阅')
  const source = (await office.ok('reproduction.sources', {})).rows[0]?.id as number
  const wish = { asked: 2, purpose: '承办需要', recipients: [office.id('周阅')], place: '本单位文印室' }
  const { id, number } = await office.ok('reproduction.request', { kind: 'copy', sources: [{ copy: source }], ...wish })
  await be(office, '李保')
  await office.ok('circulation.receiveBack', { leg: out.leg, numbers: out.numbers })
  return { reproduction: id, number }
}

type HowAsked = Parameters<typeof copiesAsked> extends [Office, ...infer Rest] ? Rest : never

/** With the department's opinion. */
export const copiesToDecide = async (office: Office, ...how: HowAsked) => {
  const asked = await copiesAsked(office, ...how)
  await be(office, '韩综')
  await office.ok('reproduction.opine', { reproduction: asked.reproduction, agree: true, opinion: '同意' })
  return asked
}

/** Approved as asked. */
export const copiesApproved = async (office: Office, ...how: HowAsked) => {
  const asked = await copiesToDecide(office, ...how)
  await be(office, '王管')
  await office.ok('reproduction.decide', { reproduction: asked.reproduction, approve: true, opinion: '同意' })
  await be(office, '李保')
  return asked
}

/** Both copies made. */
export const copiesMade = async (office: Office, ...how: HowAsked) => {
  const asked = await copiesApproved(office, ...how)
  const { copies } = await office.ok('reproduction.make', { reproduction: asked.reproduction, count: 2, copier: '李保', stamped: true })
  return { ...asked, copies }
}

/** One copy with 周阅. */
export const copiesIssued = async (office: Office) => {
  const made = await copiesMade(office)
  const copy = made.copies[0] as { id: number; number: string }
  const step = { reproduction: made.reproduction, person: office.id('周阅'), copies: [copy.id] }
  await office.signed('周阅', 'reproduction.issue', step)
  return { ...made, issued: copy }
}
