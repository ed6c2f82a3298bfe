import type { Office } from '../office.ts'
import { be, fresh, place } from './acting.ts'
import { registered } from './documents.ts'

export const drafted = async (office: Office, { confirm = true, readers = ['周阅'] } = {}) => {
  const { copies } = await registered(office, { listed: 2, counted: 2 })
  const folder = fresh('夹')
  const sheet = await office.ok('circulation.draft', { folder, copies: copies.map(({ id }) => id), readers: readers.map(office.id), confirm })
  return { sheet: sheet.id, leg: sheet.legs[0]?.id as number, numbers: copies.map(({ number }) => number) }
}

export const handedOut = async (office: Office) => {
  const out = await drafted(office)
  await office.signed('周阅', 'circulation.handOut', { leg: out.leg, place })
  return out
}

export const signed = async (office: Office) => {
  const out = await handedOut(office)
  await office.signed('周阅', 'circulation.sign', { leg: out.leg })
  return out
}

/** A request of the 科室, so that a 保密员 may enter what a leader decided on paper. */
export const askedBySection = async (office: Office) => {
  const { id: document } = await registered(office, { scope: [office.id('陈科')] })
  await be(office, '陈科')
  const { id: widening } = await office.ok('circulation.requestWidening', { document, persons: [office.id('周阅')], reason: '承办需要' })
  await be(office, '李保')
  return { document, widening }
}

/** A leg whose reader signed for it on paper; gives what was entered. */
export const onPaper = async (office: Office) => {
  const { leg } = await drafted(office)
  await office.ok('circulation.handOutOnPaper', { leg, place, signedAt: '2026-03-10T09:00' })
  const { rows } = await office.ok('circulation.onPaper', {})
  return rows.at(-1)?.id as number
}

export const short = async (office: Office) => {
  const out = await signed(office)
  const { incident, missing } = await office.ok('circulation.reportShort', { leg: out.leg, numbers: [out.numbers[0] as string], note: '正在查找' })
  return { incident, missing }
}
