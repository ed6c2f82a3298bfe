import { outgoingApproved, outgoingDrafted, outgoingSent } from '../records.ts'
import { type About, attempt, type Attempt, type Scene, world, type World } from './scene.ts'

const of =
  (make: (office: Scene['office']) => Promise<{ outgoing: number }>) =>
  async ({ office }: Scene): Promise<About> => ({ outgoing: (await make(office)).outgoing })

/** 密件发文 in each state. */
export const outgoingWorlds: readonly World[] = [
  world({ outgoing: 'drafted' }, '批准发文 不批准发文 作废发文 补录准发文 补录不准发文', of(outgoingDrafted)),
  world({ outgoing: 'approved' }, '发出密件 作废发文', of(outgoingApproved)),
  world(
    { outgoing: 'rejected' },
    '',
    of(async (office) => {
      const drafted = await outgoingDrafted(office)
      await office.signed('王管', 'outgoing.decide', { outgoing: drafted.outgoing, approve: false, opinion: '内容须改' })
      return drafted
    }),
  ),
  world({ outgoing: 'sent' }, '登记回执', of(outgoingSent)),
  world(
    { outgoing: 'receipted' },
    '',
    of(async (office) => {
      const sent = await outgoingSent(office)
      await office.ok('outgoing.receipt', { outgoing: sent.outgoing, receipt: '回执0002', receivedOn: '2026-03-10' })
      return sent
    }),
  ),
  world(
    { outgoing: 'cancelled' },
    '',
    of(async (office) => {
      const drafted = await outgoingDrafted(office)
      await office.ok('outgoing.cancel', { outgoing: drafted.outgoing, reason: '重新拟制' })
      return drafted
    }),
  ),
]

export const outgoingAttempts: readonly Attempt[] = [
  attempt('批准发文', 'outgoing.decide', 'outgoing', ({ outgoing }) => ({ outgoing, approve: true }), '王管'),
  attempt('不批准发文', 'outgoing.decide', 'outgoing', ({ outgoing }) => ({ outgoing, approve: false, opinion: '不宜' }), '王管'),
  attempt('发出密件', 'outgoing.send', 'outgoing', ({ outgoing }) => ({ outgoing, route: 'courier', sentAt: '2026-03-10T09:00' })),
  attempt('登记回执', 'outgoing.receipt', 'outgoing', ({ outgoing }) => ({ outgoing, receipt: '回执', receivedOn: '2026-03-10' })),
  attempt('作废发文', 'outgoing.cancel', 'outgoing', ({ outgoing }) => ({ outgoing, reason: '作废' })),
]
