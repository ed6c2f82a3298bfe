import type { Input } from '../../../contract/index.ts'
import type { Office } from '../office.ts'
import { be, fresh } from './acting.ts'
import { registered } from './documents.ts'

/** A reply to a paper, made by 陈科. */
export const outgoingDrafted = async (office: Office, over: Partial<Input<'outgoing.draft'>> = {}) => {
  const { id: document } = over.document === undefined ? await registered(office) : { id: over.document }
  await be(office, '李保')
  const {
    id: outgoing,
    number,
    copies,
  } = await office.ok('outgoing.draft', {
    document,
    title: fresh('关于答复工作的函'),
    symbol: fresh('青疾控密函〔2026〕'),
    level: 'confidential',
    period: { kind: 'years', years: 5 },
    madeOn: '2026-03-10',
    addressee: '青禾市人民政府办公室',
    copies: 2,
    maker: office.id('陈科'),
    ...over,
  })
  return { outgoing, number, copies, document }
}

export const outgoingApproved = async (office: Office, over: Partial<Input<'outgoing.draft'>> = {}) => {
  const drafted = await outgoingDrafted(office, over)
  await office.signed('王管', 'outgoing.decide', { outgoing: drafted.outgoing, approve: true, opinion: '同意' })
  return drafted
}

export const outgoingSent = async (office: Office, over: Partial<Input<'outgoing.draft'>> = {}) => {
  const approved = await outgoingApproved(office, over)
  await office.ok('outgoing.send', { outgoing: approved.outgoing, route: 'courier', waybill: '机交0002', sentAt: '2026-03-10T09:00' })
  return approved
}
